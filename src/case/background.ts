/** What the patient brings along: other diseases and medicines, inherited variants, family, earlier cancers, goals. */
import * as z from 'zod';
import { markerStatuses } from '../truth/index.ts';
import { entityIds } from '../tumour/index.ts';
import { dated, printedWords } from './dated.ts';
import { patientDate } from './measured.ts';

export const comorbidity = z
  .strictObject({
    term: z.string().min(1).max(120),
    status: z.enum(['present', 'absent']),
    printed: printedWords.exactOptional(),
    ...dated,
  })
  .meta({ id: 'comorbidity' });

export const coMedication = z
  .strictObject({
    name: z.string().min(1).max(120),
    end: patientDate.exactOptional(),
    printed: printedWords.exactOptional(),
    ...dated,
  })
  .meta({ id: 'coMedication' });

/** A germline gene that changes how a drug is handled (DPYD, UGT1A1). */
export const pharmacogene = z
  .strictObject({
    gene: z.enum(['DPYD', 'UGT1A1']),
    status: z.enum(markerStatuses).describe('positive: a variant that impairs the enzyme was found'),
    metaboliser: z.enum(['poor', 'intermediate', 'normal', 'unstated']).default('unstated'),
    genotype: z.string().min(1).max(80).exactOptional(),
    ...dated,
  })
  .meta({ id: 'pharmacogene' });

export const familyHistory = z
  .strictObject({
    status: z.enum(['cancer', 'none', 'notStated']),
    printed: printedWords.exactOptional(),
    ...dated,
  })
  .meta({ id: 'familyHistory' });

export const priorMalignancy = z
  .strictObject({
    printed: printedWords,
    entity: z.enum(entityIds).exactOptional(),
    treatment: z.string().min(1).max(300).exactOptional(),
    outcome: z.string().min(1).max(300).exactOptional(),
    ...dated,
  })
  .meta({ id: 'priorMalignancy' });

export const goal = z.strictObject({ printed: printedWords, ...dated }).meta({ id: 'goal' });
