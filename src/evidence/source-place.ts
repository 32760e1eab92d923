/** Where a printed value of a study stands, and how far its reading was checked. */
import * as z from 'zod';
import { parsePatientDate } from '../units/index.ts';

/**
 * How a fact was read. `read`: in the paper, abstract, label or official notice itself. `secondary`: in a page or
 * review that quotes it. `unverified`: general knowledge, to be checked before it is relied on.
 */
export const verifications = ['read', 'secondary', 'unverified'] as const;
export type Verification = (typeof verifications)[number];

/** A place in a paper that can be opened: its lines, and the words as printed there. */
export const sourcePlace = z
  .strictObject({
    document: z.string().min(1).describe('The paper ("004"), or what was read'),
    lines: z
      .string()
      .regex(/^\d+(-\d+)?(, ?\d+(-\d+)?)*$/)
      .exactOptional(),
    section: z.string().min(1).exactOptional(),
    text: z.string().min(1).describe('Words as printed at that place').exactOptional(),
  })
  .meta({ id: 'sourcePlace' });

/** A partial date of publication or approval: `2012`, `2012-03`, `2012-03-01`. */
export const publishedDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a date as "2012", "2012-03" or "2012-03-01"')
  .refine((text) => parsePatientDate(text).ok, 'is no date of the calendar');
export type SourcePlace = z.infer<typeof sourcePlace>;

/** `paper 004, table 1, lines 300-310` for a reader. */
export function sourcePlaceText(of: SourcePlace): string {
  const document = /^\d{3}$/.test(of.document) ? `paper ${of.document}` : of.document;
  const isNamed = document.toLowerCase().endsWith(` ${of.section?.toLowerCase()}`);
  return [
    document,
    isNamed ? undefined : of.section,
    of.lines === undefined ? undefined : `lines ${of.lines}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
