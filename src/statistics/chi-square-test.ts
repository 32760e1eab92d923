/** Pearson's chi-square test of a table of counts, with Yates' correction of a two by two table as R makes it. */
import { chiSquareUpper } from './chi-square.ts';

/** The test. */
export interface ChiSquareTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** The smallest expected count: below 5 the test is a poor approximation. */
  readonly leastExpected: number;
}

/** The test, or why there is none. */
export type ChiSquareReading =
  | { readonly ok: true; readonly test: ChiSquareTest }
  | { readonly ok: false; readonly reason: 'notATable' | 'notACount' | 'emptyMargin' };

/** Pearson's test of independence. `continuityCorrection` is for two by two tables and ignored for others. */
export function chiSquareTest(
  table: readonly (readonly number[])[],
  continuityCorrection = false,
): ChiSquareReading {
  const columns = table[0]?.length ?? 0;
  if (table.length < 2 || columns < 2 || table.some((row) => row.length !== columns))
    return { ok: false, reason: 'notATable' };
  if (table.some((row) => row.some((count) => !Number.isSafeInteger(count) || count < 0)))
    return { ok: false, reason: 'notACount' };
  const rowSums = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = Array.from({ length: columns }, (_, at) =>
    table.reduce((sum, row) => sum + (row[at] ?? 0), 0),
  );
  const total = rowSums.reduce((sum, count) => sum + count, 0);
  if ([...rowSums, ...columnSums].includes(0)) return { ok: false, reason: 'emptyMargin' };
  const cells = table.flatMap((row, at) =>
    row.map((count, column) => ({
      count,
      due: ((rowSums[at] ?? 0) * (columnSums[column] ?? 0)) / total,
    })),
  );
  const isTwoByTwo = table.length === 2 && columns === 2;
  const least = Math.min(...cells.map(({ count, due }) => Math.abs(count - due)));
  const correction = continuityCorrection && isTwoByTwo ? Math.min(0.5, least) : 0;
  const chiSquare = cells.reduce(
    (sum, { count, due }) => sum + (Math.abs(count - due) - correction) ** 2 / due,
    0,
  );
  const degreesOfFreedom = (table.length - 1) * (columns - 1);
  return {
    ok: true,
    test: {
      chiSquare,
      degreesOfFreedom,
      p: chiSquareUpper(chiSquare, degreesOfFreedom),
      leastExpected: Math.min(...cells.map(({ due }) => due)),
    },
  };
}
