/** The input of a spider figure: the change of each patient's sum of target lesions over time. */
import * as z from 'zod';
import { amount, figureResponses, frameFields, label } from '../scene/index.ts';

/** The schema of the input. */
export const spiderData = z.strictObject({
  ...frameFields,
  timeUnit: label.default('weeks'),
  timeAxis: label.exactOptional(),
  measure: label.default('Change of the sum of target lesions from baseline (%)'),
  patients: z
    .array(
      z.strictObject({
        id: label,
        bestResponse: z.enum(figureResponses).default('notStated'),
        points: z
          .array(
            z.strictObject({
              time: amount.min(0),
              changePercent: amount.min(-100),
              hasNewLesion: z.boolean().exactOptional().describe('Absent where not stated'),
            }),
          )
          .min(1)
          .max(200),
      }),
    )
    .min(1)
    .max(300),
});
/** The input of a spider figure. */
export type SpiderData = z.infer<typeof spiderData>;
