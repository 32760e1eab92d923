/** A piece of the patient that a laboratory worked on, and whether it was enough. */
import * as z from 'zod';
import { countedMaterials } from '../tumour/index.ts';
import { dated, recordId } from './dated.ts';
import { percentRange } from './measured.ts';

/** Kinds of specimen: the materials that a count can be made on. */
export const specimenKinds = countedMaterials;

export const adequacies = ['adequate', 'limited', 'insufficient', 'unstated'] as const;

export const specimen = z
  .strictObject({
    id: recordId,
    kind: z.enum(specimenKinds),
    site: z.string().min(1).max(120),
    lesion: recordId.exactOptional(),
    tumourContentPercent: percentRange.exactOptional(),
    adequacy: z.enum(adequacies).default('unstated'),
    adequacyNote: z.string().min(1).exactOptional(),
    ...dated,
  })
  .meta({ id: 'specimen' });
export type Specimen = z.infer<typeof specimen>;
