/** The input of a waterfall figure: the best change of each patient's sum of target lesions. */
import * as z from 'zod';
import { amount, figureResponses, frameFields, label } from '../scene/index.ts';

const patient = z.strictObject({
  id: label,
  bestChangePercent: z
    .union([amount.min(-100), z.null()])
    .describe(
      'Smallest change of the sum from baseline, in percent; null where no lesion was measured again',
    ),
  bestResponse: z.enum(figureResponses).default('notStated'),
  isConfirmed: z.boolean().exactOptional().describe('Of a response; absent where not reported'),
  hasNewLesion: z.boolean().exactOptional(),
  annotations: z.record(label, label).default({}),
});

/** The schema of the input. */
export const waterfallData = z.strictObject({
  ...frameFields,
  measure: label.default('Best change of the sum of target lesions from baseline (%)'),
  patients: z.array(patient).min(1).max(500),
  annotationRows: z
    .array(label)
    .max(8)
    .default([])
    .describe('Which annotations stand as rows under the bars, in this order'),
});
/** The input of a waterfall figure. */
export type WaterfallData = z.infer<typeof waterfallData>;
export type WaterfallPatient = WaterfallData['patients'][number];
