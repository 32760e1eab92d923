/** A result of in situ hybridisation whose gene is not named: it is shown as not understood, and given to no gene. */
import type { LostNotation } from './change-at.ts';

const test =
  /\b(?:(?:break-?apart |dual[- ]colou?r |interphase )*(?:FISH|CISH)|(?:fluorescen(?:ce|t) |chromogenic )?in[- ]situ hybridi[sz]ation)\b/i;
/** "EBER in situ hybridisation": what was tested is named. */
const namedBefore = /\b[A-Z][A-Z0-9-]+ $/;
const result =
  /\b(?:positive|negative|rearrange\w*|amplif\w*|fusions?|split|break-?apart signals?|deletions?|gains?|polysomy|translocations?|normal|abnormal|(?:not )?(?:detected|found|seen))\b/i;

/**
 * The test in a clause that names no gene.
 *
 * @param start place of the clause in the text.
 */
export function unnamedTestIn(clause: string, start: number): readonly LostNotation[] {
  const found = test.exec(clause);
  if (found === null || namedBefore.test(clause.slice(0, found.index))) return [];
  if (!result.test(clause.replace(found[0], ''))) return [];
  const at = start + found.index;
  return [
    {
      start: at,
      end: start + clause.trimEnd().length,
      why: 'a result of in situ hybridisation without the gene that was tested',
    },
  ];
}
