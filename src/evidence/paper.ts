/**
 * A paper that was read, as a document: its tables with their columns, its figures, what it refers to, how it defines
 * its abbreviations. Cross-references to a table that is not there, a column headed `(range)`, and one abbreviation
 * with two meanings are defects of the document, not of one study.
 */
import * as z from 'zod';
import { sourcePlace } from './source-place.ts';

const name = z.string().min(1).max(40);

/** A table or figure as printed. */
const exhibit = z.strictObject({
  id: name.describe('"Table 1", "Figure 2A"'),
  words: z.string().min(1).max(400).describe('Its title or caption, as printed'),
  columns: z
    .array(z.strictObject({ header: z.string().min(1), place: sourcePlace.exactOptional() }))
    .default([]),
  lines: z.string().regex(/^\d+(-\d+)?(, ?\d+(-\d+)?)*$/),
  place: sourcePlace,
});

export const paper = z
  .strictObject({
    cajal: z.literal('paper/1'),
    id: z.string().regex(/^\d{3}$/),
    title: z.string().min(1).max(300),
    kind: z.enum(['caseReport', 'trial', 'caseSeries', 'review']),
    year: z.int().min(1950).max(2100).exactOptional(),
    tables: z.array(exhibit).default([]),
    figures: z.array(exhibit).default([]),
    mentions: z
      .array(z.strictObject({ of: name, for: z.string().min(1).max(200), place: sourcePlace }))
      .describe('Where the text refers to a table or figure, and for what')
      .default([]),
    abbreviations: z
      .array(z.strictObject({ short: name, means: z.string().min(1).max(200), place: sourcePlace }))
      .default([]),
  })
  .meta({ id: 'paper', title: 'Cajal paper file, version 1' });
export type Paper = z.infer<typeof paper>;
