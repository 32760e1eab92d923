/**
 * Means and standard deviations of whole numbers: a mean has to be a whole sum over n (GRIM; N. J. L. Brown and J. A. J.
 * Heathers, Soc Psychol Personal Sci 2017;8:363), a standard deviation has to come from a whole sum of squares of the same
 * parity (GRIMMER; J. Anaya 2016, A. Allard 2018), and for 0 and 1 from the sum itself (DEBIT; Heathers and Brown 2019).
 */
import { type IntegrityOutcome, type Untestable, untestable } from './outcome.ts';
import { type CountRange, countsOfUnits, type PrintingRule } from './percentage-of-count.ts';
import { exactDecimals, isUntestable, type PrintedDecimal } from './printed-decimal.ts';

/** The mean of whole numbers, as printed, with its standard deviation where that is printed. */
export interface PrintedMean {
  readonly mean: string;
  /** The standard deviation with n - 1. */
  readonly standardDeviation?: string;
  readonly of: number;
  /** How many whole numbers one subject's value is the mean of; 1 when left out. */
  readonly items?: number;
  /** All values are 0 or 1. */
  readonly binary?: boolean;
}

/** A mean against the number it is of. */
export interface MeanTest {
  /** `noPower`: with so many subjects every mean of these decimals is that of some sum, and no deviation is printed. */
  readonly outcome: IntegrityOutcome | 'noPower';
  /** The sums that print the mean, rounded; null without any. */
  readonly rounded: CountRange | null;
  readonly truncated: CountRange | null;
  /** The number that fails: the mean, or the deviation for every sum that prints the mean. */
  readonly failing: 'mean' | 'standardDeviation' | null;
}

/** The sums tried with a deviation; more have no power anyway. */
const mostSums = 10_000;

/** The smallest sum of squares of `of` whole numbers with this sum: all as near to the mean as whole numbers go. */
function leastSquares(sum: bigint, of: bigint): bigint {
  const [down, rest] = [sum / of, sum % of];
  return rest * (down + 1n) ** 2n + (of - rest) * down ** 2n;
}

/** Some sum of squares of whole numbers with this sum gives the deviation, rounded or else cut off. */
function hasSquares(
  sum: bigint,
  { of, items = 1, binary = false }: PrintedMean,
  deviation: PrintedDecimal,
  rule: PrintingRule,
): boolean {
  const size = BigInt(of);
  const scale = 2n * 10n ** BigInt(deviation.decimals);
  const twice = 2n * BigInt(deviation.units);
  const low = rule === 'rounded' && twice > 0n ? twice - 1n : twice;
  const high = rule === 'rounded' ? twice + 1n : twice + 2n;
  // (squares - sum^2 / n) / (n - 1) between the squares of the ends, all times n (n - 1) scale^2.
  const spread = BigInt(items) ** 2n * size * (size - 1n);
  const [least, most] = [low ** 2n * spread, high ** 2n * spread];
  const spreadOf = (squares: bigint): bigint => (squares * size - sum ** 2n) * scale ** 2n;
  const fits = (squares: bigint): boolean => least <= spreadOf(squares) && spreadOf(squares) <= most;
  if (binary) return fits(sum);
  const divisor = size * scale ** 2n;
  let squares = (least + sum ** 2n * scale ** 2n + divisor - 1n) / divisor;
  const smallest = leastSquares(sum, size);
  if (squares < smallest) squares = smallest;
  // A number and its square are odd together.
  if ((squares - sum) % 2n !== 0n) squares += 1n;
  return fits(squares);
}

/**
 * Tests the mean of whole numbers, and their standard deviation, against the number of subjects.
 *
 * @example meanOfIntegers({ mean: '3.48', of: 20 }).outcome // 'impossible': 69 and 70 of 20 are 3.45 and 3.50
 */
export function meanOfIntegers(printed: PrintedMean): MeanTest | Untestable {
  const { mean, standardDeviation, of, items = 1, binary = false } = printed;
  const read = exactDecimals([mean, ...(standardDeviation === undefined ? [] : [standardDeviation])]);
  if (isUntestable(read)) return read;
  const [value, deviation] = read;
  if (value === undefined) return untestable('nothingToTest', mean);
  for (const count of [of, items])
    if (!Number.isSafeInteger(count) || count < 1) return untestable('notACount', String(count));
  const negative = read.find(({ units }) => units < 0);
  if (negative !== undefined) return untestable('outOfDomain', negative.text);
  const size = of * items;
  const whole = 10 ** value.decimals;
  const most = binary ? size : Number.MAX_SAFE_INTEGER;
  if ((2 * value.units + 2) * size > Number.MAX_SAFE_INTEGER) return untestable('tooManyDigits', mean);
  const [rounded, truncated] = (['rounded', 'truncated'] as const).map((rule) =>
    countsOfUnits(value.units, whole, size, rule, most),
  );
  const ranges = { rounded: rounded ?? null, truncated: truncated ?? null };
  if (ranges.rounded === null && ranges.truncated === null)
    return { ...ranges, outcome: 'impossible', failing: 'mean' };
  const fitsMean = ranges.rounded === null ? 'truncated' : 'consistent';
  if (deviation === undefined || of < 2)
    return {
      ...ranges,
      outcome: size >= whole && fitsMean === 'consistent' ? 'noPower' : fitsMean,
      failing: null,
    };
  const reaches = (range: CountRange | null, rules: readonly PrintingRule[]): boolean => {
    if (range === null) return false;
    if (range.to - range.from > mostSums) return true;
    for (let sum = range.from; sum <= range.to; sum += 1)
      if (rules.some((rule) => hasSquares(BigInt(sum), printed, deviation, rule))) return true;
    return false;
  };
  if (reaches(ranges.rounded, ['rounded'])) return { ...ranges, outcome: 'consistent', failing: null };
  const either = ['rounded', 'truncated'] as const;
  const isCut = reaches(ranges.rounded, either) || reaches(ranges.truncated, either);
  return {
    ...ranges,
    outcome: isCut ? 'truncated' : 'impossible',
    failing: isCut ? null : 'standardDeviation',
  };
}
