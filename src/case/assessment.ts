/** Response over time: lesions, what was measured on each, and the response of each lesion and of the patient. */
import * as z from 'zod';
import { dated, recordId } from './dated.ts';
import { amount, percentChange } from './measured.ts';
import { responses } from './therapy-course.ts';

/** A lesion that is followed. */
export const lesion = z
  .strictObject({
    id: recordId,
    site: z.string().min(1).max(120),
    kind: z.enum(['organ', 'lymphNode', 'bone', 'other']),
  })
  .meta({ id: 'lesion' });

/** One assessment of response. */
export const assessment = z
  .strictObject({
    id: recordId,
    therapy: recordId.exactOptional(),
    criteria: z.enum(['RECIST 1.1', 'RECIST 1.0', 'RECIST unstated', 'iRECIST', 'clinical', 'unstated']),
    response: z.enum(responses).default('notStated'),
    sumChangePercent: percentChange.describe('Change of the sum of diameters from baseline').exactOptional(),
    lesions: z
      .array(
        z.strictObject({
          lesion: recordId,
          diameterCm: amount.exactOptional(),
          response: z
            .enum(['shrank', 'stable', 'grew', 'new', 'necrosis', 'disappeared', 'unstated'])
            .default('unstated'),
          note: z.string().min(1).exactOptional(),
        }),
      )
      .default([]),
    ...dated,
  })
  .meta({ id: 'assessment' });
export type Assessment = z.infer<typeof assessment>;
