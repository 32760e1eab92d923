/**
 * Imaging by modality and tracer. A somatostatin-receptor scintigram with indium-111 is not a receptor PET, and a
 * Krenning score is recorded only where the source gives one.
 */
import * as z from 'zod';
import { dated, recordId } from './dated.ts';
import { amount } from './measured.ts';

export const modalities = [
  'CT',
  'MRI',
  'PET',
  'scintigraphy',
  'ultrasound',
  'radiograph',
  'endoscopy',
  'other',
] as const;
export const tracers = [
  'FDG',
  '68Ga-DOTATATE',
  '68Ga-DOTATOC',
  '68Ga-unstated',
  '64Cu-DOTATATE',
  '111In-pentetreotide',
  'SSTR-unstated',
] as const;
export const uptakes = ['none', 'low', 'moderate', 'intense', 'positive', 'unstated'] as const;

/** Which family a tracer belongs to: somatostatin receptors or glucose. */
export function tracerFamily(tracer: (typeof tracers)[number]): 'SSTR' | 'FDG' {
  return tracer === 'FDG' ? 'FDG' : 'SSTR';
}

export const imagingStudy = z
  .strictObject({
    id: recordId,
    modality: z.enum(modalities),
    tracer: z.enum(tracers).exactOptional(),
    uptake: z.enum(uptakes).default('unstated'),
    uptakePattern: z
      .enum(['allLesions', 'someLesions', 'unstated'])
      .describe('Whether every known lesion takes the tracer up')
      .default('unstated'),
    krenning: z.int().min(0).max(4).exactOptional(),
    suvMax: z.array(z.strictObject({ lesion: recordId, value: amount })).default([]),
    findings: z.string().min(1).max(2000).describe('What was seen, in short').exactOptional(),
    ...dated,
  })
  .meta({ id: 'imagingStudy' });
export type ImagingStudy = z.infer<typeof imagingStudy>;
