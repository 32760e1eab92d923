/** The input of a swimmer figure: time on treatment of each patient, and what happened on the way. */
import * as z from 'zod';
import { amount, figureResponses, frameFields, label } from '../scene/index.ts';

/** What is marked on a bar. */
export const swimmerEvents = [
  'response',
  'progression',
  'newLesion',
  'treatmentChange',
  'toxicity',
  'death',
] as const;

const patient = z
  .strictObject({
    id: label,
    group: label.exactOptional().describe('Arm or tumour type'),
    start: amount.default(0),
    end: amount.describe('Last day known to be on treatment'),
    endAtMost: amount
      .exactOptional()
      .describe('Where the end is only known to lie between `end` and this: drawn open'),
    isOngoing: z
      .boolean()
      .exactOptional()
      .describe('On treatment at the cut-off: an arrow; absent where not stated'),
    bestResponse: z.enum(figureResponses).default('notStated'),
    segments: z
      .array(z.strictObject({ from: amount, to: amount, label }))
      .max(20)
      .default([])
      .describe('Treatments one after the other, where there are several'),
    events: z
      .array(
        z.strictObject({
          at: amount,
          kind: z.enum(swimmerEvents),
          response: z.enum(figureResponses).exactOptional(),
          label: label.exactOptional(),
        }),
      )
      .max(50)
      .default([]),
    annotation: label.exactOptional().describe('Printed behind the bar: a mutation, a reason'),
  })
  .refine(({ start, end }) => end >= start, { message: 'end is before start', path: ['end'] })
  .refine(({ end, endAtMost }) => endAtMost === undefined || endAtMost >= end, {
    message: 'endAtMost is before end',
    path: ['endAtMost'],
  });

/** The schema of the input. */
export const swimmerData = z.strictObject({
  ...frameFields,
  timeUnit: label.default('months'),
  timeAxis: label.exactOptional(),
  patients: z.array(patient).min(1).max(300),
});
/** The input of a swimmer figure. */
export type SwimmerData = z.infer<typeof swimmerData>;
export type SwimmerPatient = SwimmerData['patients'][number];
