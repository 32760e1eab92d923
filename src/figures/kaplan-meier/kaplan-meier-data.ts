/** The input of a Kaplan-Meier figure: groups of patients with their times. */
import * as z from 'zod';
import { survivalIntervalTypes } from '../../statistics/index.ts';
import { amount, frameFields, label } from '../scene/index.ts';

/** One patient: observed from `entry` (0 unless told) to `time`. */
const subject = z
  .strictObject({
    id: label.exactOptional(),
    time: amount.min(0),
    hasEvent: z.boolean(),
    entry: amount.min(0).exactOptional(),
  })
  .refine(({ time, entry }) => entry === undefined || entry < time, {
    message: 'entry must be before time',
    path: ['entry'],
  });

/** The schema of the input. */
export const kaplanMeierData = z.strictObject({
  ...frameFields,
  endpoint: label.describe('What the curve is of: "Progression-free survival"'),
  timeUnit: label.describe('months, days, years').default('months'),
  timeAxis: label.describe('"Months from the first dose"').exactOptional(),
  interval: z.enum(survivalIntervalTypes).default('log-log'),
  groups: z
    .array(z.strictObject({ label, subjects: z.array(subject).max(100_000) }))
    .min(1)
    .max(6),
});
/** The input of a Kaplan-Meier figure. */
export type KaplanMeierData = z.infer<typeof kaplanMeierData>;
export type KaplanMeierSubject = KaplanMeierData['groups'][number]['subjects'][number];
