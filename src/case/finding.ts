/** Molecular findings and biomarkers: what was found, what was looked for and not found, each tied to its assay. */
import * as z from 'zod';
import { markerStatuses } from '../truth/index.ts';
import { dated, recordId } from './dated.ts';
import { amount, nonNegativeQuantity, percentRange } from './measured.ts';

export const origins = ['somatic', 'germline', 'unknown'] as const;

/** One alteration with its status. `negative` with a gene alone says that nothing was found in that gene. */
export const finding = z
  .strictObject({
    id: recordId,
    assay: recordId.exactOptional(),
    gene: z.string().min(1).max(60).describe('The gene, or the partners of a fusion as printed'),
    alteration: z.string().min(1).max(200).describe('The alteration as printed: "V560del", "amplification"'),
    coding: z.string().min(1).max(200).describe('The coding change as printed').exactOptional(),
    status: z.enum(markerStatuses),
    printedAs: z.string().min(1).max(300).exactOptional(),
    functionPrinted: z.string().min(1).describe('What the source calls it: "activating"').exactOptional(),
    vafPercent: percentRange.exactOptional(),
    copies: amount.exactOptional(),
    origin: z.enum(origins).default('unknown'),
    ...dated,
  })
  .meta({ id: 'finding' });
export type Finding = z.infer<typeof finding>;

/** Biomarkers that are not one gene's alteration. */
export const biomarkerKinds = [
  'MSI',
  'MMR',
  'TMB',
  'PD-L1',
  'MGMT',
  'HER2',
  'DLL3',
  'SSTR2',
  'RB1',
  'TP53',
  'DAXX',
  'ATRX',
  'MEN1',
] as const;
export type BiomarkerKind = (typeof biomarkerKinds)[number];

export const biomarker = z
  .strictObject({
    marker: z.enum(biomarkerKinds),
    status: z
      .enum(markerStatuses)
      .describe('positive: MSI-high, deficient MMR, TMB high, PD-L1 expressed, MGMT silenced'),
    value: nonNegativeQuantity.exactOptional(),
    scoring: z.string().min(1).max(40).describe('CPS, TPS, mutations per megabase, ...').exactOptional(),
    assay: recordId.exactOptional(),
    ...dated,
  })
  .meta({ id: 'biomarker' });
export type Biomarker = z.infer<typeof biomarker>;
