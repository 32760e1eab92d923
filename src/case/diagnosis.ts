/**
 * The diagnosis as it was printed, with the scheme and year of its words, and what is held about the primary. The
 * derived classification is never written into the record: it is computed and shown beside the printed one.
 */
import * as z from 'zod';
import { entityIds, siteIds } from '../tumour/index.ts';
import { dated, printedWords, recordId } from './dated.ts';

/** A diagnosis in the words of its source. */
export const printedDiagnosis = z
  .strictObject({
    id: recordId,
    printed: printedWords,
    scheme: z
      .string()
      .min(1)
      .describe('The classification the words come from, where stated')
      .exactOptional(),
    year: z.int().min(1900).max(2100).describe('The year the words were written').exactOptional(),
    specimen: recordId.exactOptional(),
    ...dated,
  })
  .meta({ id: 'printedDiagnosis' });
export type PrintedDiagnosis = z.infer<typeof printedDiagnosis>;

export const certainties = ['established', 'likely', 'possible', 'unknown'] as const;

/** Where the tumour began, how sure that is, and what else it could be. */
export const primary = z
  .strictObject({
    site: z.enum(siteIds),
    certainty: z.enum(certainties),
    entity: z
      .enum(entityIds)
      .describe('The entity, where it is not a neuroendocrine neoplasm whose class is derived')
      .exactOptional(),
    alternatives: z
      .array(
        z.strictObject({
          site: z.enum(siteIds).exactOptional(),
          entity: z.enum(entityIds).exactOptional(),
          reason: z.string().min(1),
        }),
      )
      .default([]),
    ...dated,
  })
  .meta({ id: 'primary' });
export type Primary = z.infer<typeof primary>;

/** Whether the tumour makes a hormone that the patient feels. */
export const functionality = z
  .strictObject({
    status: z.enum(['functioning', 'nonFunctioning', 'unknown']),
    syndrome: z
      .enum([
        'carcinoidSyndrome',
        'gastrinoma',
        'insulinoma',
        'glucagonoma',
        'vipoma',
        'somatostatinoma',
        'other',
      ])
      .exactOptional(),
    ...dated,
  })
  .meta({ id: 'functionality' });
export type Functionality = z.infer<typeof functionality>;
