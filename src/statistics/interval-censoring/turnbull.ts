/**
 * The nonparametric estimate of a survival curve from interval-censored times (Turnbull, J R Stat Soc B 1976;38:290). It says
 * how much probability lies in each innermost interval and nothing about where inside; between them it is flat.
 */
import { requireOpenProbability } from '../domain-error.ts';
import {
  type CensoringIntervals,
  type CensoringIntervalsFault,
  censoringIntervalsFault,
} from './censoring-intervals.ts';
import { innermostIntervals } from './innermost-intervals.ts';
import { coversOf, turnbullMaximum } from './turnbull-likelihood.ts';

/** Probability that lies somewhere in (from, to], or at the one time where both are equal. */
export interface TurnbullMass {
  /** Null: any time before. */
  readonly from: number | null;
  /** Null: any time behind, or never. */
  readonly to: number | null;
  readonly mass: number;
}

/** The estimate. */
export interface TurnbullEstimate {
  readonly subjects: number;
  /** The intervals with probability, in their order; the masses add up to 1. */
  readonly masses: readonly TurnbullMass[];
  readonly logLikelihood: number;
  /** No other distribution has a log-likelihood larger by more than this. */
  readonly gap: number;
  readonly iterations: number;
}

/** The estimate, or why there is none. */
export type TurnbullReading =
  | { readonly ok: true; readonly estimate: TurnbullEstimate }
  | { readonly ok: false; readonly reason: CensoringIntervalsFault | 'notConverged'; readonly row?: number };

/** A gap per subject above which the search did not end well. */
const largestGap = 1e-5;

/** The estimate of a group. */
export function turnbull(columns: CensoringIntervals): TurnbullReading {
  const wrong = censoringIntervalsFault(columns);
  if (wrong !== undefined) return { ok: false, ...wrong };
  const { intervals, first, last } = innermostIntervals(columns);
  const { masses, logLikelihood, gap, iterations } = turnbullMaximum(coversOf(first, last, intervals.length));
  const subjects = columns.lower.length;
  if (gap > largestGap * subjects) return { ok: false, reason: 'notConverged' };
  const finite = (time: number): number | null => (Number.isFinite(time) ? time : null);
  return {
    ok: true,
    estimate: {
      subjects,
      masses: intervals.flatMap(({ from, to }, at) => {
        const mass = masses[at] ?? 0;
        return mass > 0 ? [{ from: finite(from), to: finite(to), mass }] : [];
      }),
      logLikelihood,
      gap,
      iterations,
    },
  };
}

/** Survival at a time, between bounds: equal outside the intervals with probability. */
export interface TurnbullAt {
  readonly time: number;
  readonly least: number;
  readonly most: number;
}

/** The probability of being free of the event at a time. Inside an interval with probability only bounds are known. */
export function turnbullAt({ masses }: TurnbullEstimate, time: number): TurnbullAt {
  // What lies behind the time counts as free; what may lie on either side makes the bounds.
  let [least, most] = [0, 0];
  for (const { from, to, mass } of masses) {
    const isPoint = from !== null && from === to;
    if (to === null || to > time) most += mass;
    if (isPoint ? from > time : from !== null && from >= time) least += mass;
  }
  return { time, least: Math.min(1, least), most: Math.min(1, most) };
}

/** A quantile of the time to the event: it lies in (from, to]. */
export interface TurnbullQuantile {
  readonly probability: number;
  /** Null: not reached, or before any known time. */
  readonly from: number | null;
  /** Null: not reached. */
  readonly to: number | null;
  /** The middle of the interval, as R's survfit takes it; null where not reached. */
  readonly middle: number | null;
}

const slack = 1e-6;

/**
 * A quantile. Where the curve is flat at exactly that height, it lies between the intervals on both sides.
 *
 * @throws DomainError for a probability outside (0, 1).
 */
export function turnbullQuantile({ masses }: TurnbullEstimate, probability: number): TurnbullQuantile {
  requireOpenProbability('probability', probability);
  const middleOf = ({ from, to }: TurnbullMass): number | null =>
    to === null ? null : from === null ? to : (from + to) / 2;
  let sum = 0;
  for (const [at, own] of masses.entries()) {
    sum += own.mass;
    if (sum < probability - slack) continue;
    const next = Math.abs(sum - probability) <= slack ? masses[at + 1] : undefined;
    const middle = middleOf(own);
    if (middle === null) break;
    const other = next === undefined ? middle : middleOf(next);
    // A flat stretch that leads to no known time ends where the curve last fell.
    return {
      probability,
      from: own.from,
      to: next?.to ?? own.to,
      middle: other === null ? middle : (middle + other) / 2,
    };
  }
  return { probability, from: null, to: null, middle: null };
}
