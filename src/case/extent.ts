/** How far the disease goes: stage, resectability, metastases and the burden of the liver. */
import * as z from 'zod';
import { dated, printedWords } from './dated.ts';
import { amount, percentRange } from './measured.ts';

export const metastasisSites = [
  'adrenal',
  'bone',
  'brain',
  'breast',
  'kidney',
  'liver',
  'lung',
  'lymphNode',
  'distantLymphNode',
  'ovary',
  'pancreas',
  'peritoneum',
  'pleura',
  'retroperitoneum',
  'skin',
  'softTissue',
  'spleen',
  'other',
] as const;
export type MetastasisSite = (typeof metastasisSites)[number];

export const diseaseExtents = ['localised', 'locallyAdvanced', 'metastatic', 'unknown'] as const;
export const resectabilities = ['resectable', 'borderline', 'unresectable', 'unknown'] as const;

/** The extent of disease at one time. */
export const extent = z
  .strictObject({
    extent: z.enum(diseaseExtents),
    stagePrinted: printedWords.exactOptional(),
    stage: z.enum(['I', 'II', 'III', 'IV']).exactOptional(),
    resectability: z.enum(resectabilities).default('unknown'),
    metastases: z
      .array(z.strictObject({ site: z.enum(metastasisSites), printed: printedWords.exactOptional() }))
      .default([]),
    metastasesComplete: z
      .boolean()
      .describe('True only where the source says that there are no other metastases')
      .default(false),
    liverBurdenPercent: percentRange.exactOptional(),
    measurableDisease: z.enum(['yes', 'no', 'unknown']).default('unknown'),
    growth: z
      .strictObject({
        status: z.enum(['progressing', 'stable', 'shrinking', 'unknown']),
        withinMonths: amount.exactOptional(),
      })
      .exactOptional(),
    ...dated,
  })
  .meta({ id: 'extent' });
export type Extent = z.infer<typeof extent>;
