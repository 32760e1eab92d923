/**
 * Which part of a study a citation is of: the count or the time that a statement speaks of, or the patients it rests on. Where
 * that is not one value beyond doubt, the study as a whole.
 */
import { linesOf, type SourcePlace, type Statement, type Study } from '../evidence/index.ts';
import type { EvidencePart } from './document.ts';

/** Whether two places share a line of one document. */
function shareLine(one: SourcePlace, other: SourcePlace): boolean {
  if (one.document !== other.document || one.lines === undefined || other.lines === undefined) return false;
  const lines = linesOf(other.lines);
  return [...linesOf(one.lines)].some((line) => lines.has(line));
}

/** Whether a claim has the words of a printed value, and not only as a part of a longer number. */
function says(claim: string, printed: string): boolean {
  const at = claim.indexOf(printed);
  if (at === -1 || !/\d/.test(printed)) return false;
  const before = claim.slice(0, at);
  const after = claim.slice(at + printed.length);
  return !/[\d.]$/.test(before) && !/^(?:\d|\.\d)/.test(after);
}

/** The part of a study that a statement speaks of. */
export function partOfStatement({ claim, place, patients }: Statement, study: Study): EvidencePart {
  const { id, counts, measures } = study;
  if (patients.some((row) => study.patients.some((each) => each.id === row)))
    return { part: 'patients', study: id };
  const values = [
    ...counts.map((value, at) => ({ value, part: { part: 'count', study: id, number: at + 1 } as const })),
    ...measures.map((value, at) => ({
      value,
      part: { part: 'measure', study: id, number: at + 1 } as const,
    })),
  ];
  const said = values.filter(({ value }) => says(claim, value.printed));
  const there = values.filter(({ value }) => place !== undefined && shareLine(place, value.place));
  const both = there.filter((each) => said.includes(each));
  const [only, ...others] = both.length > 0 ? both : there.length > 0 ? there : said;
  return only !== undefined && others.length === 0 ? only.part : { part: 'study', study: id };
}

/** One of the counts of a study. */
export function partOfCount(study: Study, count: Study['counts'][number]): EvidencePart {
  const at = study.counts.indexOf(count);
  return at === -1 ? { part: 'study', study: study.id } : { part: 'count', study: study.id, number: at + 1 };
}
