/**
 * What is said of an unknown response rate: mean, spread, median, two intervals, the probability of lying above a threshold, and
 * how many patients the knowledge is worth. The shortest interval is the region of highest density where that is one interval.
 */
import type { BayesRefusal } from './refusal.ts';
import { confidenceFault, shareFault } from './refusal.ts';

/** A distribution of a share between 0 and 1. */
export interface ShareDistribution {
  readonly mean: number;
  readonly variance: number;
  /** P(share > value). */
  readonly above: (value: number) => number;
  /** The share below which lies this probability. */
  readonly quantile: (probability: number) => number;
}

/** Limits of an interval of shares. */
export interface ShareLimits {
  readonly lower: number;
  readonly upper: number;
}

/** A distribution of a share in numbers; all of them are fractions between 0 and 1. */
export interface ShareSummary {
  readonly mean: number;
  readonly sd: number;
  readonly median: number;
  /** Probability inside each interval. */
  readonly confidence: number;
  /** As much probability below as above. */
  readonly equalTailed: ShareLimits;
  /** The shortest interval (highest density, where that is one interval). */
  readonly shortest: ShareLimits;
  /** The share asked about, or null. */
  readonly threshold: number | null;
  /** P(share > threshold), or null. */
  readonly aboveThreshold: number | null;
  /** a + b of the beta distribution with this mean and sd: how many patients the knowledge is worth, the prior's included. */
  readonly effectivePatients: number;
}

/** What a summary is asked for. */
export interface SummaryOptions {
  /** The share whose exceedance is asked for, for example the null rate of a trial. */
  readonly threshold?: number | null;
  /** Probability inside the intervals; 0.95 unless given. */
  readonly confidence?: number;
}

/** Why the options cannot be used. */
export const summaryFault = ({
  threshold = null,
  confidence = 0.95,
}: SummaryOptions): BayesRefusal | undefined =>
  shareFault('the threshold', threshold) ?? confidenceFault(confidence);

const golden = (Math.sqrt(5) - 1) / 2;
const starts = 24;

/** The shortest interval that holds a probability, by the lower tail that is left out. */
export function shortestInterval(quantile: (probability: number) => number, confidence: number): ShareLimits {
  const last = 1 - confidence;
  const limits = (tail: number): ShareLimits => ({
    lower: quantile(tail),
    upper: quantile(Math.min(1, tail + confidence)),
  });
  const width = (tail: number): number => {
    const { lower, upper } = limits(tail);
    return upper - lower;
  };
  const widths = Array.from({ length: starts + 1 }, (_, at) => width((last * at) / starts));
  const best = widths.indexOf(Math.min(...widths));
  let low = (last * Math.max(0, best - 1)) / starts;
  let high = (last * Math.min(starts, best + 1)) / starts;
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [atLeft, atRight] = [width(left), width(right)];
  while (high - low > 1e-9 * last) {
    if (atLeft <= atRight) {
      high = right;
      [right, atRight] = [left, atLeft];
      left = high - golden * (high - low);
      atLeft = width(left);
    } else {
      low = left;
      [left, atLeft] = [right, atRight];
      right = low + golden * (high - low);
      atRight = width(right);
    }
  }
  const middle = (low + high) / 2;
  const candidates = [0, last, middle];
  const chosen = candidates.toSorted((one, other) => width(one) - width(other))[0] ?? middle;
  return limits(chosen);
}

/** The numbers of a distribution; the options have been checked. */
export function summaryOf(
  distribution: ShareDistribution,
  { threshold = null, confidence = 0.95 }: SummaryOptions,
): ShareSummary {
  const { mean, variance, quantile } = distribution;
  const tail = (1 - confidence) / 2;
  return {
    mean,
    sd: Math.sqrt(variance),
    median: quantile(0.5),
    confidence,
    equalTailed: { lower: quantile(tail), upper: quantile(1 - tail) },
    shortest: shortestInterval(quantile, confidence),
    threshold,
    aboveThreshold: threshold === null ? null : distribution.above(threshold),
    effectivePatients: (mean * (1 - mean)) / variance - 1,
  };
}
