/**
 * The probability of each of several competing causes by time, after Aalen and Johansen (Scand J Stat 1978;5:141): where one
 * cause keeps another from happening, 1 minus Kaplan-Meier of that other overstates it. The variance is that of the
 * infinitesimal jackknife, as R's survfit prints it; without delayed entry it is Greenwood's for several outcomes.
 */
import { requireOpenProbability } from '../domain-error.ts';
import { criticalValue, type SurvivalIntervalType, sharedTimes, survivalBounds } from '../survival/index.ts';
import { asSurvival, causeCounts } from './cause-counts.ts';
import {
  type CompetingRisksColumns,
  type CompetingRisksFault,
  competingRisksFault,
  largestCause,
} from './competing-risks-columns.ts';
import { EntryInfluence } from './entry-influence.ts';

/** How the estimate is made. */
export interface AalenJohansenOptions {
  /** How many causes there are; the largest number met when absent. */
  readonly causes?: number;
  /** Two-sided confidence level; 0.95 when absent. */
  readonly confidence?: number;
  /** Scale of the intervals, of the probability itself; `log-log` when absent. */
  readonly interval?: SurvivalIntervalType;
}

/** The probability of one state at each distinct time of exit. */
export interface StateCurve {
  readonly probability: Float64Array;
  readonly standardError: Float64Array;
  /** Null where the scale gives no bound. */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

/** The cumulative incidence of a cause. */
export interface CauseCurve extends StateCurve {
  readonly cause: number;
  readonly events: Float64Array;
  readonly eventCount: number;
}

/** The estimate: at each time the probabilities of all states add up to 1. */
export interface CumulativeIncidence {
  readonly subjects: number;
  readonly confidence: number;
  readonly interval: SurvivalIntervalType;
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly censored: Float64Array;
  readonly eventFree: StateCurve;
  readonly causes: readonly CauseCurve[];
  /** Times after which nobody was at risk although others entered later: the estimate says nothing behind them. */
  readonly emptied: readonly number[];
  /** The time of the events that took the whole risk set. */
  readonly collapsedAt: number | null;
}

/** The estimate, or why there is none. */
export type CumulativeIncidenceReading =
  | { readonly ok: true; readonly estimate: CumulativeIncidence }
  | { readonly ok: false; readonly reason: CompetingRisksFault | 'causeNotCounted'; readonly row?: number };

/** Row by row in one array. */
type Matrix = Float64Array;

/** The covariance of the probabilities after a time with events, from that before it. */
function carry(matrix: Matrix, hazards: Float64Array, free: number, atRisk: number): Matrix {
  const states = hazards.length + 1;
  let stay = 1;
  for (const hazard of hazards) stay -= hazard;
  const next = new Float64Array(states * states);
  const first = matrix[0] ?? 0;
  const spread = (free * free) / atRisk;
  for (let row = 0; row < states; row += 1) {
    // One subject at risk stays with `stay` and goes to each cause with its hazard.
    const a = row === 0 ? stay : (hazards[row - 1] ?? 0);
    for (let column = 0; column < states; column += 1) {
      const b = column === 0 ? stay : (hazards[column - 1] ?? 0);
      let moved = a * b * first;
      if (row > 0) moved += b * (matrix[row * states] ?? 0);
      if (column > 0) moved += a * (matrix[column] ?? 0);
      if (row > 0 && column > 0) moved += matrix[row * states + column] ?? 0;
      next[row * states + column] = moved + spread * ((row === column ? a : 0) - a * b);
    }
  }
  return next;
}

/**
 * Cumulative incidences of a group.
 *
 * @throws DomainError for a confidence outside (0, 1).
 * @example
 * aalenJohansen({ time: Float64Array.of(1, 2, 3), cause: Uint8Array.of(1, 2, 0) })
 * // event-free 2/3, 1/3, 1/3; cause 1: 1/3 throughout; cause 2: 0, 1/3, 1/3
 */
export function aalenJohansen(
  columns: CompetingRisksColumns,
  options: AalenJohansenOptions = {},
): CumulativeIncidenceReading {
  const { confidence = 0.95, interval = 'log-log' } = options;
  requireOpenProbability('confidence', confidence);
  const wrong = competingRisksFault(columns);
  if (wrong !== undefined) return { ok: false, ...wrong };
  const causes = options.causes ?? Math.max(1, largestCause(columns));
  const uncounted = columns.cause.findIndex((cause) => cause > causes);
  if (uncounted !== -1) return { ok: false, reason: 'causeNotCounted', row: uncounted };
  const axis = sharedTimes([asSurvival(columns)]);
  const { atRisk, events, censored, exits, entries } = causeCounts(axis, columns, causes);
  const states = causes + 1;
  const isDelayed = columns.entry !== undefined;
  const influence = new EntryInfluence(states);
  const rowsBy = (places: Int32Array): readonly number[][] => {
    const rows = Array.from({ length: isDelayed ? axis.length + 1 : 0 }, (): number[] => []);
    if (isDelayed) for (const [row, place] of places.entries()) rows[place + 1]?.push(row);
    return rows;
  };
  const [entering, leaving] = [rowsBy(entries), rowsBy(exits)];
  for (const row of entering[0] ?? []) influence.move(entries[row] ?? -1, 1);
  const probability = new Float64Array(states);
  probability[0] = 1;
  let covariance: Matrix = new Float64Array(states * states);
  const kept: number[] = [];
  const path: { readonly probability: Float64Array; readonly variance: Float64Array }[] = [];
  const emptied: number[] = [];
  let collapsedAt: number | null = null;
  const last = axis.length - 1;
  for (let at = 0; at <= last; at += 1) {
    const risk = atRisk[at] ?? 0;
    const free: number = probability[0] ?? 0;
    const gone = events.reduce((sum, column) => sum + (column[at] ?? 0), 0);
    if (gone > 0) {
      const hazards = Float64Array.from(events, (column) => (column[at] ?? 0) / risk);
      const cross = isDelayed ? crossTerms(at, risk) : undefined;
      covariance = carry(covariance, hazards, free, risk);
      if (cross !== undefined)
        for (let one = 0; one < states; one += 1)
          for (let other = 0; other < states; other += 1) {
            const both = (cross[one]?.[other] ?? 0) + (cross[other]?.[one] ?? 0);
            const place = one * states + other;
            covariance[place] = (covariance[place] ?? 0) + free * both;
          }
      if (isDelayed) influence.advance(hazards, free, risk);
      for (const [cause, hazard] of hazards.entries())
        probability[cause + 1] = (probability[cause + 1] ?? 0) + free * hazard;
      probability[0] = (free * (risk - gone)) / risk;
      if (gone === risk && collapsedAt === null) collapsedAt = axis[at] ?? 0;
    }
    for (const row of leaving[at + 1] ?? []) influence.move(entries[row] ?? -1, -1);
    if (isDelayed) influence.remember(at, probability);
    for (const row of entering[at + 1] ?? []) influence.move(entries[row] ?? -1, 1);
    if (gone + (censored[at] ?? 0) === 0) continue;
    kept.push(at);
    path.push({
      probability: probability.slice(),
      variance: probability.map((_, state) => Math.max(0, covariance[state * states + state] ?? 0)),
    });
    if (risk === gone + (censored[at] ?? 0) && exits.some((exit) => exit > at)) emptied.push(axis[at] ?? 0);
  }

  /** Sums over subjects of (influence so far, carried on) times (influence of this time), which ties and delay leave. */
  function crossTerms(at: number, risk: number): readonly Float64Array[] {
    const hazards = events.map((column) => (column[at] ?? 0) / risk);
    const all = influence.sum(probability);
    const stay = 1 - hazards.reduce((sum, each) => sum + each, 0);
    const byCause = events.map(() => new Float64Array(states));
    for (const row of leaving[at + 1] ?? []) {
      const sum = byCause[(columns.cause[row] ?? 0) - 1];
      const own = influence.of(entries[row] ?? -1, probability);
      if (sum !== undefined) for (const [state, each] of own.entries()) sum[state] = (sum[state] ?? 0) + each;
    }
    const rests = byCause.map((sum, cause) =>
      sum.map((each, state) => (each - (hazards[cause] ?? 0) * (all[state] ?? 0)) / risk),
    );
    const onward = (sums: Float64Array): Float64Array =>
      sums.map((each, state) =>
        state === 0 ? stay * each : each + (hazards[state - 1] ?? 0) * (sums[0] ?? 0),
      );
    const carriedRests = rests.map(onward);
    return Array.from({ length: states }, (_, one) =>
      Float64Array.from({ length: states }, (__, other) =>
        other === 0
          ? -carriedRests.reduce((sum, rest) => sum + (rest[one] ?? 0), 0)
          : (carriedRests[other - 1]?.[one] ?? 0),
      ),
    );
  }

  const z = criticalValue(confidence);
  const curve = (state: number): StateCurve => {
    const own = Float64Array.from(path, (each) => each.probability[state] ?? 0);
    const standardError = Float64Array.from(path, ({ variance }) => Math.sqrt(variance[state] ?? 0));
    const bounds = Array.from(own, (p, at) =>
      survivalBounds(Math.min(1, p), p > 0 ? (standardError[at] ?? 0) / p : 0, z, interval),
    );
    return {
      probability: own,
      standardError,
      lower: bounds.map(({ lower }) => lower),
      upper: bounds.map(({ upper }) => upper),
    };
  };
  const taken = (column: Float64Array): Float64Array => Float64Array.from(kept, (at) => column[at] ?? 0);
  return {
    ok: true,
    estimate: {
      subjects: columns.time.length,
      confidence,
      interval,
      times: taken(axis),
      atRisk: taken(atRisk),
      censored: taken(censored),
      eventFree: curve(0),
      causes: events.map((column, cause) => ({
        cause: cause + 1,
        events: taken(column),
        eventCount: column.reduce((sum, count) => sum + count, 0),
        ...curve(cause + 1),
      })),
      emptied,
      collapsedAt,
    },
  };
}
