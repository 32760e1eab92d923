/** The numbers of a term as they are printed beside its bar: count and percent, the percent of the source before ours. */
import type { AdverseEventResult, AdverseEventsData } from './adverse-events-data.ts';

/** What stands where nothing is reported. */
export const notReported = '\u2013';

/** The share in percent; null without a count or a denominator. */
export const sharePercent = (count: number | null, patients: number | null): number | null =>
  count === null || patients === null ? null : (100 * count) / patients;

/** "5 (29.4%)"; the count alone where there is no denominator. */
export function numberText(
  count: number | null,
  printed: string | undefined,
  patients: number | null,
): string {
  const share = sharePercent(count, patients);
  const percent = printed ?? share?.toFixed(1);
  if (count === null) return percent === undefined ? notReported : `${percent.replace(/%$/, '')}%`;
  return percent === undefined ? String(count) : `${count} (${percent.replace(/%$/, '')}%)`;
}

/** True where a printed percentage is not the count by its denominator, at the decimals that are printed. */
function differs(count: number | null, printed: string | undefined, patients: number | null): boolean {
  const share = sharePercent(count, patients);
  if (printed === undefined || share === null) return false;
  const digits = /^(\d+)(?:\.(\d+))?%?$/.exec(printed.trim());
  if (digits === null) return false;
  const step = 10 ** -(digits[2]?.length ?? 0);
  return Math.abs(Number.parseFloat(printed) - share) > step * 0.5 + 1e-9;
}

/** Sentences on printed percentages that differ from their counts. */
export function deviationStatements({ arms, terms }: AdverseEventsData): readonly string[] {
  const found = terms.flatMap(({ term, results }) =>
    results.flatMap(({ anyGrade, grade3Up, printedAnyGradePercent, printedGrade3UpPercent }, at) => {
      const patients = arms[at]?.patients ?? null;
      const pairs: readonly (readonly [number | null, string | undefined])[] = [
        [anyGrade, printedAnyGradePercent],
        [grade3Up, printedGrade3UpPercent],
      ];
      return pairs
        .filter(([count, printed]) => differs(count, printed, patients))
        .map(
          ([count, printed]) =>
            `${term} ${printed}% (${count}/${patients} is ${sharePercent(count, patients)?.toFixed(1)}%)`,
        );
    }),
  );
  return found.length === 0 ? [] : [`Printed percentages that differ from their counts: ${found.join('; ')}`];
}

/** The terms in the order of the figure: the most frequent first, by share where all denominators are stated, else by count. */
export function orderedTerms({ arms, terms, order }: AdverseEventsData): AdverseEventsData['terms'] {
  if (order === 'given') return terms;
  const hasShares = arms.every(({ patients }) => patients !== null);
  const most = (results: readonly AdverseEventResult[], key: 'anyGrade' | 'grade3Up'): number =>
    Math.max(
      ...results.map((each, at) =>
        hasShares ? (sharePercent(each[key], arms[at]?.patients ?? null) ?? -1) : (each[key] ?? -1),
      ),
    );
  return terms.toSorted(
    (one, other) =>
      most(other.results, 'anyGrade') - most(one.results, 'anyGrade') ||
      most(other.results, 'grade3Up') - most(one.results, 'grade3Up'),
  );
}
