/**
 * Printed percentages beside those of their counts. A printed share agrees when it is the rounded one, is named when it is
 * cut off instead of rounded, and differs otherwise. Comparison is by whole numbers at the printed number of decimals, so
 * that binary fractions decide nothing; an exact half may be rounded either way.
 */

/** A count with the percentage printed for it, without the sign: '29.4'. */
export interface PrintedShare {
  readonly label: string;
  readonly count: number;
  readonly printed: string;
}

/** How a printed percentage stands to its count. */
export type ShareAgreement = 'rounded' | 'truncated' | 'differs' | 'unread';

/** A printed share recomputed over a denominator. */
export interface RecomputedShare extends PrintedShare {
  readonly of: number;
  /** Null for a count that the denominator cannot hold. */
  readonly percent: number | null;
  readonly agreement: ShareAgreement;
}

/** A number of decimals beyond which nobody prints a share. */
const mostDecimals = 6;

function agreement(count: number, of: number, printed: string): ShareAgreement {
  const match = /^(\d{1,3})(?:\.(\d+))?$/.exec(printed.trim());
  const decimals = match?.[2]?.length ?? 0;
  if (match === null || decimals > mostDecimals) return 'unread';
  const unit = 10n ** BigInt(decimals);
  const shown = BigInt(`${match[1] ?? ''}${match[2] ?? ''}`);
  // 100 count / of in units of the last decimal is exact / of.
  const exact = 100n * BigInt(count) * unit;
  const divisor = BigInt(of);
  const distance = 2n * (shown * divisor - exact);
  if (distance <= divisor && distance >= -divisor) return 'rounded';
  return shown === exact / divisor ? 'truncated' : 'differs';
}

/** Printed shares over a denominator; 'differs' for counts that it cannot hold. */
export function recomputeShares(rows: readonly PrintedShare[], of: number): readonly RecomputedShare[] {
  return rows.map((row) => {
    const isCount =
      Number.isSafeInteger(row.count) &&
      Number.isSafeInteger(of) &&
      row.count >= 0 &&
      row.count <= of &&
      of > 0;
    return {
      ...row,
      of,
      percent: isCount ? (row.count / of) * 100 : null,
      agreement: isCount ? agreement(row.count, of, row.printed) : 'differs',
    };
  });
}

/**
 * The denominators up to `most` with which every row agrees, rounded: the number of patients behind a table that does not
 * print it.
 */
export function denominatorsThatFit(rows: readonly PrintedShare[], most: number): readonly number[] {
  const least = Math.max(1, ...rows.map(({ count }) => count));
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, at) => least + at).filter((of) =>
    recomputeShares(rows, of).every((row) => row.agreement === 'rounded'),
  );
}
