/**
 * What the pathologist saw in one specimen or lesion: differentiation, proliferation with the cells and the area
 * counted, and immunohistochemistry with its clone and score system. Absence of a statement is `unstated`.
 */
import * as z from 'zod';
import { markerStatuses } from '../truth/index.ts';
import { dated, recordId } from './dated.ts';
import { nonNegativeQuantity, percentRange } from './measured.ts';
import { place } from './place.ts';

export const differentiations = ['well', 'poor', 'unstated'] as const;
export const morphologies = ['smallCell', 'largeCell', 'unstated'] as const;

/** One Ki-67 count. `status` says whether there is one. */
export const ki67Observation = z
  .strictObject({
    status: z.enum(['counted', 'failed', 'notTested', 'pending']),
    percent: percentRange.exactOptional(),
    cellsCounted: z.int().min(1).max(1_000_000).exactOptional(),
    hotSpot: z.boolean().exactOptional(),
    rangeAcross: z
      .enum(['lesions', 'unstated'])
      .describe('What a printed range runs over; over lesions the highest decides')
      .exactOptional(),
    lesion: recordId.exactOptional(),
    place: place.exactOptional(),
  })
  .meta({ id: 'ki67Observation' });

/** One mitotic count, with what it was counted over. */
export const mitosesObservation = z
  .strictObject({
    status: z.enum(['counted', 'failed', 'notTested', 'pending']),
    count: nonNegativeQuantity.describe('As printed: "4", "<2", "rare"').exactOptional(),
    per: z
      .strictObject({
        areaMm2: z.number().positive().max(100).exactOptional(),
        highPowerFields: z.int().min(1).max(200).exactOptional(),
        fieldDiameterMm: z.number().positive().max(2).exactOptional(),
      })
      .exactOptional(),
    gradePrinted: z
      .enum(['G1', 'G2', 'G3'])
      .describe('The grade the source gives to this count')
      .exactOptional(),
    lesion: recordId.exactOptional(),
    place: place.exactOptional(),
  })
  .meta({ id: 'mitosesObservation' });

/** One immunohistochemical stain. */
export const stain = z
  .strictObject({
    marker: z.string().min(1).max(40),
    status: z.enum(markerStatuses),
    intensity: z.enum(['0', '1+', '2+', '3+']).exactOptional(),
    cellsPercent: percentRange.exactOptional(),
    clone: z.string().min(1).max(60).exactOptional(),
    score: z
      .strictObject({ system: z.string().min(1).max(40), value: z.string().min(1).max(40) })
      .exactOptional(),
    pattern: z.enum(['retained', 'lost', 'overexpressed', 'unstated']).default('unstated'),
    place: place.exactOptional(),
  })
  .meta({ id: 'stain' });
export type Stain = z.infer<typeof stain>;

/** A pathology report on one specimen or lesion. */
export const pathologyReport = z
  .strictObject({
    id: recordId,
    specimen: recordId.exactOptional(),
    differentiation: z.enum(differentiations).default('unstated'),
    differentiationPrinted: z.string().min(1).exactOptional(),
    morphology: z.enum(morphologies).default('unstated'),
    necrosis: z.enum(['present', 'absent', 'unstated']).default('unstated'),
    gradePrinted: z.string().min(1).max(40).exactOptional(),
    ki67: z.array(ki67Observation).default([]),
    mitoses: z.array(mitosesObservation).default([]),
    stains: z.array(stain).default([]),
    components: z
      .array(
        z.strictObject({
          component: z.enum(['NET', 'NEC', 'adenocarcinoma', 'squamousCarcinoma', 'other']),
          percent: percentRange,
        }),
      )
      .default([]),
    ...dated,
  })
  .meta({ id: 'pathologyReport' });
export type PathologyReport = z.infer<typeof pathologyReport>;
