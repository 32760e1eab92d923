/**
 * A test of the tumour's or the patient's molecules: what it looked at, what it can see and what it can miss. A
 * finding is only as negative as its assay.
 */
import * as z from 'zod';
import { dated, recordId } from './dated.ts';
import { percentRange } from './measured.ts';

export const analytes = ['DNA', 'RNA', 'protein', 'methylation', 'chromosomes', 'unstated'] as const;
export const assayMethods = [
  'panelSequencing',
  'exomeSequencing',
  'genomeSequencing',
  'rnaSequencing',
  'sangerSequencing',
  'pcr',
  'fish',
  'array',
  'immunohistochemistry',
  'multiplatformProfile',
  'unstated',
] as const;

/** Kinds of event an assay may see. */
export const eventKinds = [
  'smallVariant',
  'copyNumber',
  'fusion',
  'microsatelliteInstability',
  'mismatchRepair',
  'tumourMutationalBurden',
  'expression',
  'promoterMethylation',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const assay = z
  .strictObject({
    id: recordId,
    name: z.string().min(1).max(120),
    specimen: recordId.exactOptional(),
    analyte: z.enum(analytes),
    method: z.enum(assayMethods).default('unstated'),
    status: z.enum(['done', 'pending', 'failed']),
    failure: z.string().min(1).exactOptional(),
    genes: z
      .union([z.array(z.string().min(1).max(30)).min(1), z.enum(['all', 'unstated'])])
      .describe('The genes covered, `all`, or `unstated`')
      .default('unstated'),
    regions: z
      .array(z.strictObject({ gene: z.string().min(1), exons: z.array(z.int().min(1)).min(1) }))
      .describe('Where a gene is covered in part: the exons covered')
      .default([]),
    detects: z.array(z.enum(eventKinds)).describe('What it finds when it is there').default([]),
    canMiss: z.array(z.enum(eventKinds)).describe('What it finds at times, and can miss').default([]),
    pairing: z.enum(['tumourOnly', 'paired', 'unstated']).default('unstated'),
    purityPercent: percentRange.exactOptional(),
    limits: z.string().min(1).max(1000).describe('Its limits, in words').exactOptional(),
    ...dated,
  })
  .meta({ id: 'assay' });
export type Assay = z.infer<typeof assay>;
