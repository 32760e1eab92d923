/**
 * Grades of adverse events as papers print them (CTCAE, 1 to 5): "3–4", "≥3", "2 or higher", "III/IV", "any grade". A text that
 * is no grade is not read.
 */

/** The highest grade: death. */
const highest = 5;

const romans: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };

const span = (from: number, to: number): ReadonlySet<number> =>
  new Set(Array.from({ length: to - from + 1 }, (_, at) => from + at));

/**
 * Reads printed grades; undefined where the text is none, or names a grade that there is not.
 *
 * @example readGrades('3 or more') // 3, 4 and 5
 */
export function readGrades(text: string): ReadonlySet<number> | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll(/\b(?:ctcae|nci|who|grades?|toxicit(?:y|ies))\b/g, ' ')
    .replaceAll(/\b(?:iii|ii|iv|i|v)\b/g, (roman) => romans[roman] ?? roman)
    .replaceAll(/[‐‑–—]|\bto\b/gu, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (/^(?:any|all)$/.test(plain)) return span(1, highest);
  const [, from] =
    /^(?:≥|>=|at least) ?([1-5])$/u.exec(plain) ??
    /^([1-5]) ?(?:\+|(?:or|and) (?:more|higher|above|worse|greater|over))$/.exec(plain) ??
    [];
  if (from !== undefined) return span(Number(from), highest);
  const [, above] = /^(?:>|above|over) ?([1-4])$/.exec(plain) ?? [];
  if (above !== undefined) return span(Number(above) + 1, highest);
  const [, to] =
    /^(?:≤|<=|at most|up to) ?([1-5])$/u.exec(plain) ??
    /^([1-5]) ?(?:or|and) (?:less|lower|below|milder)$/.exec(plain) ??
    [];
  if (to !== undefined) return span(1, Number(to));
  const [, below] = /^(?:<|below|under) ?([2-5])$/.exec(plain) ?? [];
  if (below !== undefined) return span(1, Number(below) - 1);
  const [, first, last] = /^([1-5]) ?- ?([1-5])$/.exec(plain) ?? [];
  if (first !== undefined && last !== undefined)
    return Number(first) <= Number(last) ? span(Number(first), Number(last)) : undefined;
  return /^[1-5](?: ?(?:,|\/|and|or|, and|, or) ?[1-5])*$/.test(plain)
    ? new Set([...plain.matchAll(/[1-5]/g)].map(([grade]) => Number(grade)))
    : undefined;
}

/** Whether all grades of one are among those of the other, which has more. */
export function isGradesWithin(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return one.size < other.size && [...one].every((grade) => other.has(grade));
}
