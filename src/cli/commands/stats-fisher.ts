/** `cajal stats fisher`: the exact test of a table of counts, with the odds ratio where it is two by two. */
import { fisherExact, fisherExactTable } from '../../statistics/index.ts';
import { reportIssues } from '../outcome.ts';
import type { FisherCommandOptions } from '../stats-inference-options.ts';
import { bounds, print, shown, shownP } from './stats.ts';

const reasons: Readonly<Record<'notATable' | 'notACount' | 'emptyTable' | 'tooLarge', string>> = {
  notATable: 'it needs two rows or more with as many counts each, two or more',
  notACount: 'counts are whole numbers, 0 or more',
  emptyTable: 'all counts are 0',
  tooLarge: 'there are too many tables with its margins to count; take a chi-square test',
};

/** The test. */
export function fisherCommand(rows: readonly (readonly number[])[], options: FisherCommandOptions): void {
  const read = fisherExactTable(rows);
  if (!read.ok) {
    const message = `the table cannot be tested: ${reasons[read.reason]}`;
    reportIssues([{ code: 'wrong-value', severity: 'error', message }]);
    return;
  }
  const [[a, b] = [], [c, d] = []] = rows;
  const isTwoByTwo = rows.length === 2 && rows[0]?.length === 2;
  const whole =
    isTwoByTwo && a !== undefined && b !== undefined && c !== undefined && d !== undefined
      ? fisherExact(
          [
            [a, b],
            [c, d],
          ],
          options.confidence,
        )
      : undefined;
  if (options.json) {
    print(JSON.stringify({ method: 'Fisher', table: rows, p: read.p, ...whole }, null, 2));
    return;
  }
  print(`Fisher's exact test of ${rows.length} x ${rows[0]?.length ?? 0} counts: p ${shownP(read.p)}`);
  if (whole !== undefined) {
    const ratio = whole.oddsRatio === null ? 'without bound' : shown(whole.oddsRatio);
    const interval =
      whole.upper === null ? `${shown(whole.lower)} and above` : bounds(whole.lower, whole.upper);
    print(`odds ratio ${ratio}, ${options.confidence * 100}% interval ${interval}`);
  }
}
