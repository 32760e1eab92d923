/** What every figure can be told about itself, as it stands in an input file. */
import * as z from 'zod';
import { figureKinds } from './figure.ts';

/** A text of one line. */
export const label = z.string().trim().min(1).max(300);

/** A finite number that a figure can place. */
export const amount = z.number().min(-1e9).max(1e9);

/** Title, cut-off, source: fields that every kind of figure shares. */
export const frameFields = {
  cajal: z.literal('figure/1').describe('The kind and version of the file').exactOptional(),
  kind: z.enum(figureKinds).describe('The kind of figure').exactOptional(),
  title: label,
  subtitle: label.exactOptional(),
  cutOff: label
    .describe('The date or state that the data stand for; the caption says so, or that it is not stated')
    .exactOptional(),
  source: label.describe('Paper and place, file, or store').exactOptional(),
  notes: z.array(z.string().trim().min(1).max(1000)).max(20).default([]),
} as const;
