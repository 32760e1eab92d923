/**
 * Which method made a printed interval of a proportion. Every method is computed at every level for every count that prints
 * the estimate; those whose two limits print as given are the fingerprint. Papers also take the textbook interval of the
 * rounded percentage: 17.80 to 64.60 is that of 0.412 with 17 patients, not that of 7/17.
 */
import { clopperPearson } from '../clopper-pearson.ts';
import { normalUpperQuantile } from '../normal.ts';
import type { ProportionInterval, ProportionMethod } from '../proportion.ts';
import { proportionInterval } from '../proportion-interval.ts';
import { type Untestable, untestable } from './outcome.ts';
import { countsPrinting, isCountable, printedPercentage, unitsOfWhole } from './percentage-of-count.ts';
import { exactDecimals, isUntestable, numberOfDecimal, type PrintedDecimal } from './printed-decimal.ts';
import { matchOf, type PrintedMatch } from './printed-match.ts';

/** A method, or the textbook interval of a percentage that was rounded before. */
export type FingerprintMethod = ProportionMethod | 'wald-of-rounded';

/** A printed interval of a proportion. Give the count, the percentage, or both. */
export interface PrintedProportionInterval {
  readonly of: number;
  readonly count?: number;
  /** The estimate as printed, a percentage. */
  readonly percentage?: string;
  /** The lower limit as printed, a percentage. */
  readonly lower: string;
  readonly upper: string;
  /** The levels in percent, tried in this order until one reproduces the limits; 95, 90 and 99 when left out. */
  readonly levelsPercent?: readonly number[];
}

/** One computation beside the printed limits. */
export interface FingerprintMatch {
  readonly method: FingerprintMethod;
  readonly levelPercent: number;
  readonly count: number;
  /** The percentage that a `wald-of-rounded` was computed from; otherwise null. */
  readonly roundedPercentage: string | null;
  readonly lowerPercent: number;
  readonly upperPercent: number;
  readonly printedAs: PrintedMatch;
}

/** The fingerprint of an interval. */
export interface IntervalFingerprint {
  /** `reproduced`: some method prints both limits; `truncated`: only with a limit cut off; `notReproduced`: none does. */
  readonly outcome: 'reproduced' | 'truncated' | 'notReproduced';
  /** The computations that print both limits, rounded ones first. */
  readonly matches: readonly FingerprintMatch[];
  /** The computation whose limits come nearest; null if no count prints the estimate. */
  readonly nearest: Omit<FingerprintMatch, 'printedAs'> | null;
  /** Clopper and Pearson's 95% intervals of the counts, to be shown beside the printed one. */
  readonly exact: readonly ProportionInterval[];
  /** The printed estimate lies within the printed limits. */
  readonly containsEstimate: boolean;
}

const methods: readonly ProportionMethod[] = [
  'clopper-pearson',
  'wilson',
  'wilson-corrected',
  'agresti-coull',
  'jeffreys',
  'mid-p',
  'wald',
];
const usualLevels = [95, 90, 99];
/** The decimals to which an estimate may have been rounded before its interval was computed. */
const roundedTo = [0, 1, 2];

type Computation = Omit<FingerprintMatch, 'printedAs'>;

/** Textbook limits, cut at 0 and 100, with the quantile as it is and as textbooks round it. */
function textbook(share: number, of: number, levelPercent: number): readonly (readonly [number, number])[] {
  const quantile = normalUpperQuantile((1 - levelPercent / 100) / 2);
  const rounded =
    Math.round(quantile * (levelPercent === 95 ? 100 : 1000)) / (levelPercent === 95 ? 100 : 1000);
  return [quantile, rounded].map((z) => {
    const half = z * Math.sqrt((share * (1 - share)) / of);
    return [100 * Math.max(0, share - half), 100 * Math.min(1, share + half)] as const;
  });
}

/** The percentages, rounded, that an interval may have been computed from. */
function roundedPercentages(count: number, of: number, percentage: string | undefined): readonly string[] {
  const rounded = roundedTo.map((decimals) => printedPercentage(count, of, decimals));
  return [...new Set(percentage === undefined ? rounded : [percentage, ...rounded])];
}

function* computations(
  counts: readonly number[],
  { of, percentage, levelsPercent = usualLevels }: PrintedProportionInterval,
): Generator<Computation> {
  for (const levelPercent of levelsPercent)
    for (const count of counts) {
      const shared = { levelPercent, count };
      for (const method of methods) {
        if (method === 'wald') {
          for (const [lowerPercent, upperPercent] of textbook(count / of, of, levelPercent))
            yield { ...shared, method, roundedPercentage: null, lowerPercent, upperPercent };
          continue;
        }
        const read = proportionInterval(count, of, method, levelPercent / 100);
        if (!read.ok) continue;
        const [lowerPercent, upperPercent] = [100 * read.interval.lower, 100 * read.interval.upper];
        yield { ...shared, method, roundedPercentage: null, lowerPercent, upperPercent };
      }
      for (const roundedPercentage of roundedPercentages(count, of, percentage))
        for (const [lowerPercent, upperPercent] of textbook(
          Number.parseFloat(roundedPercentage) / 100,
          of,
          levelPercent,
        ))
          yield { ...shared, method: 'wald-of-rounded', roundedPercentage, lowerPercent, upperPercent };
    }
}

/** The counts that the estimate may be; empty if none prints it. */
function countsOfEstimate(percentage: PrintedDecimal | undefined, of: number, count: number | undefined) {
  if (count !== undefined) return [count];
  const range =
    percentage === undefined
      ? null
      : (countsPrinting(percentage, of) ?? countsPrinting(percentage, of, 'truncated'));
  return range === null ? [] : Array.from({ length: range.to - range.from + 1 }, (_, at) => range.from + at);
}

/** More counts than this are not tried: with so many patients all methods agree anyway. */
const mostCounts = 50;

/**
 * The methods that reproduce a printed interval of a proportion, with the exact interval beside it.
 *
 * @example intervalFingerprint({ of: 17, percentage: '41.2', lower: '17.80', upper: '64.60' }).matches[0]?.method
 * // 'wald-of-rounded'
 */
export function intervalFingerprint(printed: PrintedProportionInterval): IntervalFingerprint | Untestable {
  const { of, count, percentage, lower, upper } = printed;
  const read = exactDecimals([lower, upper, ...(percentage === undefined ? [] : [percentage])]);
  if (isUntestable(read)) return read;
  const [low, high, estimate] = read;
  if (low === undefined || high === undefined) return untestable('nothingToTest', lower);
  const outside = read.find(({ units, decimals }) => units < 0 || units > unitsOfWhole(decimals));
  if (outside !== undefined) return untestable('outOfDomain', outside.text);
  if (!isCountable(of, estimate?.decimals ?? 0)) return untestable('notACount', String(of));
  if (count !== undefined && !(Number.isSafeInteger(count) && count >= 0 && count <= of))
    return untestable('notACount', String(count));
  if (count === undefined && estimate === undefined) return untestable('nothingToTest', lower);
  const counts = countsOfEstimate(estimate, of, count);
  if (counts.length > mostCounts) return untestable('tooManyCombinations', percentage ?? '');
  const matches = new Map<string, FingerprintMatch>();
  let nearest: Computation | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const computed of computations(counts, printed)) {
    const isExplained = [...matches.values()].some(
      (match) => match.printedAs === 'rounded' && match.levelPercent !== computed.levelPercent,
    );
    if (isExplained) break;
    const [one, other] = [matchOf(computed.lowerPercent, low), matchOf(computed.upperPercent, high)];
    const distance =
      Math.abs(computed.lowerPercent - numberOfDecimal(low)) +
      Math.abs(computed.upperPercent - numberOfDecimal(high));
    if (distance < least) [least, nearest] = [distance, computed];
    if (one === null || other === null) continue;
    const printedAs = one === 'rounded' && other === 'rounded' ? 'rounded' : 'truncated';
    const key = `${computed.method} ${computed.levelPercent} ${computed.count} ${computed.roundedPercentage}`;
    if (matches.get(key)?.printedAs !== 'rounded') matches.set(key, { ...computed, printedAs });
  }
  const rounded = [...matches.values()].filter(({ printedAs }) => printedAs === 'rounded');
  const cut = [...matches.values()].filter(({ printedAs }) => printedAs === 'truncated');
  const share = estimate === undefined ? (100 * (count ?? 0)) / of : numberOfDecimal(estimate);
  return {
    outcome: rounded.length > 0 ? 'reproduced' : cut.length > 0 ? 'truncated' : 'notReproduced',
    matches: [...rounded, ...cut],
    nearest,
    exact: counts.map((each) => clopperPearson(each, of)),
    containsEstimate: numberOfDecimal(low) <= share && share <= numberOfDecimal(high),
  };
}
