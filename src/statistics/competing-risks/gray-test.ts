/**
 * Gray's test of equal cumulative incidences of a cause in two groups or more (Ann Stat 1988;16:1141), plain or stratified:
 * observed events against those expected when subjects who left by another cause stay in the risk set with the weight they
 * would have kept. With delayed entry the risk sets are those under observation; R's cmprsk has no such form.
 */
import { chiSquareUpper } from '../chi-square.ts';
import { quadraticForm, sharedTimes } from '../survival/index.ts';
import { asSurvival, type CauseCounts, causeCounts } from './cause-counts.ts';
import {
  type CompetingRisksColumns,
  type CompetingRisksFault,
  competingRisksFault,
  largestCause,
} from './competing-risks-columns.ts';

/** What is compared. */
export interface GrayOptions {
  /** 1 when absent. */
  readonly cause?: number;
  /** The weight (1 - F)^rho of event times, with F of all groups just before; 0 when absent. */
  readonly rho?: number;
}

/** The test. */
export interface GrayTest {
  readonly cause: number;
  readonly rho: number;
  readonly groups: readonly { readonly subjects: number; readonly events: number; readonly score: number }[];
  /** Covariance of the scores, row by row. */
  readonly variance: readonly (readonly number[])[];
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/** The test, or why there is none. `riskSetEmptied`: a group had nobody event-free left and others came under observation. */
export type GrayReading =
  | { readonly ok: true; readonly test: GrayTest }
  | {
      readonly ok: false;
      readonly reason:
        | CompetingRisksFault
        | 'fewerThanTwoGroups'
        | 'groupsDiffer'
        | 'noEvents'
        | 'riskSetEmptied';
      readonly row?: number;
    };

type Matrix = Float64Array[];
const square = (size: number): Matrix => Array.from({ length: size }, () => new Float64Array(size));
const entryOf = (matrix: Matrix, row: number, column: number): number => matrix[row]?.[column] ?? 0;
function add(matrix: Matrix, row: number, column: number, value: number): void {
  const cells = matrix[row];
  if (cells !== undefined) cells[column] = (cells[column] ?? 0) + value;
}

interface Sums {
  readonly scores: Float64Array;
  readonly variance: Matrix;
}

/** The state of one group: event-free survival and incidence just before a time. */
interface GroupState {
  readonly counts: CauseCounts;
  survival: number;
  incidence: number;
}

/** Without replacement: m events at one time among n, against one by one. */
const tieFactor = (events: number, atRisk: number): number =>
  events > 1 ? 1 - (events - 1) / (atRisk - 1) : 1;

/** Adds one stratum; false where a group has subjects at risk behind an event-free survival of 0. */
function addStratum(
  groups: readonly CompetingRisksColumns[],
  cause: number,
  rho: number,
  sums: Sums,
): boolean {
  const size = groups.length;
  const axis = sharedTimes(groups.map(asSurvival));
  const causes = Math.max(cause, ...groups.map(largestCause));
  const states: GroupState[] = groups.map((columns) => ({
    counts: causeCounts(axis, columns, causes),
    survival: 1,
    incidence: 0,
  }));
  const martingale = square(size);
  const carriedScore = square(size);
  const carriedSquare = new Float64Array(size);
  const variance = square(size);
  let incidence = 0;
  for (let at = 0; at < axis.length; at += 1) {
    const now = states.map(({ counts, survival, incidence: own }) => {
      const atRisk = counts.atRisk[at] ?? 0;
      const events = counts.events[cause - 1]?.[at] ?? 0;
      const others = counts.events.reduce((sum, column) => sum + (column[at] ?? 0), 0) - events;
      return {
        atRisk,
        events,
        others,
        before: survival,
        after: atRisk > 0 ? (survival * (atRisk - events - others)) / atRisk : survival,
        weighted: atRisk > 0 ? atRisk / survival : 0,
        incidence: own,
      };
    });
    const events = now.reduce((sum, each) => sum + each.events, 0);
    if (events + now.reduce((sum, each) => sum + each.others, 0) === 0) continue;
    if (now.some(({ atRisk, before }) => atRisk > 0 && before === 0)) return false;
    const risk = now.reduce((sum, { weighted }) => sum + weighted, 0);
    const open = now.reduce((sum, { weighted, incidence: own }) => sum + weighted * (1 - own), 0);
    const after = incidence + events / risk;
    const weight = (1 - incidence) ** rho;
    const tilt = square(size);
    for (const [row, one] of now.entries())
      for (const [column, other] of now.entries()) {
        const value = weight * one.weighted * ((row === column ? 1 : 0) - other.weighted / risk);
        add(tilt, row, column, value);
        if (events > 0) add(martingale, row, column, (value * events) / (risk * (1 - incidence)));
      }
    for (const [row, one] of now.entries())
      sums.scores[row] =
        (sums.scores[row] ?? 0) +
        weight * (one.events - (events * one.weighted * (1 - one.incidence)) / open);
    /** What an increment of group k with this variance adds, given how it moves the scores. */
    const spread = (k: number, toward: number, part: number, own: 0 | 1): void => {
      carriedSquare[k] = (carriedSquare[k] ?? 0) + toward * toward * part;
      const moves = now.map((_, row) => own * entryOf(tilt, row, k) - toward * entryOf(martingale, row, k));
      for (const [row, one] of moves.entries()) {
        add(carriedScore, row, k, one * toward * part);
        for (const [column, other] of moves.entries()) add(variance, row, column, one * other * part);
      }
    };
    for (const [k, one] of now.entries()) {
      if (one.atRisk === 0) continue;
      if (events > 0) {
        const toward = one.after > 0 ? 1 - (1 - after) / one.after : 1;
        const part = (tieFactor(events, risk * one.before) * one.before * events) / (risk * one.atRisk);
        spread(k, toward, part, 1);
      }
      if (one.others > 0 && one.after > 0) {
        const toward = (1 - after) / one.after;
        const part = (tieFactor(one.others, one.atRisk) * one.before ** 2 * one.others) / one.atRisk ** 2;
        spread(k, toward, part, 0);
      }
    }
    incidence = after;
    for (const [k, state] of states.entries()) {
      const one = now[k];
      if (one === undefined || one.atRisk === 0) continue;
      state.incidence += (one.before * one.events) / one.atRisk;
      state.survival = one.after;
    }
  }
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      let value = entryOf(variance, row, column);
      for (let k = 0; k < size; k += 1) {
        const [one, other] = [entryOf(martingale, row, k), entryOf(martingale, column, k)];
        value += one * other * (carriedSquare[k] ?? 0);
        value += one * entryOf(carriedScore, column, k) + other * entryOf(carriedScore, row, k);
      }
      add(sums.variance, row, column, value);
    }
  return true;
}

/**
 * Compares the cumulative incidence of a cause.
 *
 * @param strata of each stratum the columns of every group, in the same order; a group without subjects in a stratum has
 * empty columns there. One stratum is the plain test.
 */
export function grayTest(
  strata: readonly (readonly CompetingRisksColumns[])[],
  options: GrayOptions = {},
): GrayReading {
  const { cause = 1, rho = 0 } = options;
  const size = strata[0]?.length ?? 0;
  if (size < 2) return { ok: false, reason: 'fewerThanTwoGroups' };
  if (strata.some((groups) => groups.length !== size)) return { ok: false, reason: 'groupsDiffer' };
  for (const columns of strata.flat()) {
    const wrong = columns.time.length === 0 ? undefined : competingRisksFault(columns);
    if (wrong !== undefined) return { ok: false, ...wrong };
  }
  const groups = Array.from({ length: size }, (_, at) => {
    const own = strata.flatMap((each) => each[at] ?? []);
    const subjects = own.reduce((sum, { time }) => sum + time.length, 0);
    const events = own.reduce((sum, each) => sum + each.cause.filter((found) => found === cause).length, 0);
    return { subjects, events };
  });
  if (groups.every(({ events }) => events === 0)) return { ok: false, reason: 'noEvents' };
  const sums: Sums = { scores: new Float64Array(size), variance: square(size) };
  for (const each of strata)
    if (!addStratum(each, cause, rho, sums)) return { ok: false, reason: 'riskSetEmptied' };
  const used = groups.flatMap((_, at) => (entryOf(sums.variance, at, at) > 0 ? [at] : []));
  if (used.length < 2) return { ok: false, reason: 'fewerThanTwoGroups' };
  // The scores add up to nothing: the last group follows from the others.
  const free = used.slice(0, -1);
  const chiSquare = quadraticForm(
    free.map((row) => free.map((column) => entryOf(sums.variance, row, column))),
    free.map((at) => sums.scores[at] ?? 0),
  );
  if (chiSquare === undefined) return { ok: false, reason: 'noEvents' };
  return {
    ok: true,
    test: {
      cause,
      rho,
      groups: groups.map((group, at) => ({ ...group, score: sums.scores[at] ?? 0 })),
      variance: sums.variance.map((row) => [...row]),
      chiSquare,
      degreesOfFreedom: free.length,
      p: chiSquareUpper(chiSquare, free.length),
    },
  };
}
