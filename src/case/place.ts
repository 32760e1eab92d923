/**
 * Where in a document a fact stands. Every record of a case file may carry its place, so that a reader can open
 * the source and judge alone.
 */
import * as z from 'zod';

/** A place: the document (a paper's number, a report's file name) and the lines, page or section in it. */
export const place = z
  .strictObject({
    document: z.string().min(1).describe('The paper ("000") or report the fact was read from'),
    lines: z
      .string()
      .regex(/^\d+(-\d+)?(, ?\d+(-\d+)?)*$/, 'write lines as "150-153" or "150-153, 171"')
      .exactOptional(),
    section: z.string().min(1).describe('Section, table and row, or figure').exactOptional(),
    page: z.string().min(1).exactOptional(),
    text: z.string().min(1).describe('The words as printed').exactOptional(),
  })
  .meta({ id: 'place' });
export type Place = z.infer<typeof place>;

/** `paper 000, lines 150-153` for a reader. */
export function placeText(of: Place): string {
  const document = /^\d{3}$/.test(of.document) ? `paper ${of.document}` : of.document;
  return [
    document,
    of.section,
    of.page === undefined ? undefined : `page ${of.page}`,
    of.lines === undefined ? undefined : `lines ${of.lines}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
