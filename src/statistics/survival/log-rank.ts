/**
 * The log-rank test and its weighted relatives, for two groups or more, stratified, with delayed entry. At each event time
 * observed and expected events are compared with the hypergeometric variance (Mantel 1966); the weights are those of
 * Harrington and Fleming (Biometrika 1982;69:553), Gehan (1965), Tarone and Ware (1977) and Peto and Peto (1972).
 */
import { chiSquareUpper } from '../chi-square.ts';
import { quadraticForm } from './quadratic-form.ts';
import { countsAt, type RiskSets, sharedTimes } from './risk-sets.ts';
import { type SurvivalColumns, type SurvivalFault, survivalFault } from './survival-columns.ts';

/** How much an event time counts. `fleming-harrington` is S^rho (1 - S)^gamma with S just before the time, of all groups. */
export type LogRankWeight =
  | { readonly kind: 'log-rank' | 'gehan' | 'tarone-ware' | 'peto-peto' | 'modified-peto-peto' }
  | { readonly kind: 'fleming-harrington'; readonly rho: number; readonly gamma: number };

/** One group in the comparison; numbers are sums over strata. */
export interface LogRankGroup {
  readonly subjects: number;
  readonly observed: number;
  readonly expected: number;
}

/** The test. */
export interface LogRankTest {
  readonly weight: LogRankWeight;
  readonly groups: readonly LogRankGroup[];
  /** Covariance of observed minus expected, row by row. */
  readonly variance: readonly (readonly number[])[];
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/** The test, or why there is none: fewer than two groups with a chance of an event, or columns that are no data. */
export type LogRankReading =
  | { readonly ok: true; readonly test: LogRankTest }
  | {
      readonly ok: false;
      readonly reason: SurvivalFault | 'fewerThanTwoGroups' | 'groupsDiffer' | 'noEvents';
      readonly row?: number;
    };

/** The weight of each event time, given the risk sets of all groups together. */
function weightsOf(weight: LogRankWeight, risk: Float64Array, events: Float64Array): Float64Array {
  const weights = new Float64Array(risk.length);
  let survival = 1;
  let modified = 1;
  for (let at = 0; at < risk.length; at += 1) {
    const n = risk[at] ?? 0;
    const died = events[at] ?? 0;
    if (died === 0) continue;
    modified *= 1 - died / (n + 1);
    switch (weight.kind) {
      case 'log-rank':
        weights[at] = 1;
        break;
      case 'gehan':
        weights[at] = n;
        break;
      case 'tarone-ware':
        weights[at] = Math.sqrt(n);
        break;
      case 'peto-peto':
        weights[at] = modified;
        break;
      case 'modified-peto-peto':
        weights[at] = (modified * n) / (n + 1);
        break;
      case 'fleming-harrington':
        weights[at] = survival ** weight.rho * (1 - survival) ** weight.gamma;
        break;
    }
    survival *= (n - died) / n;
  }
  return weights;
}

interface Sums {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly variance: Float64Array[];
}

/** Adds one stratum to the sums. */
function addStratum(groups: readonly RiskSets[], weight: LogRankWeight, sums: Sums): void {
  const [first] = groups;
  if (first === undefined) return;
  const length = first.times.length;
  const risk = new Float64Array(length);
  const events = new Float64Array(length);
  for (const group of groups)
    for (let at = 0; at < length; at += 1) {
      risk[at] = (risk[at] ?? 0) + (group.atRisk[at] ?? 0);
      events[at] = (events[at] ?? 0) + (group.events[at] ?? 0);
    }
  const weights = weightsOf(weight, risk, events);
  for (let at = 0; at < length; at += 1) {
    const died = events[at] ?? 0;
    if (died === 0) continue;
    const n = risk[at] ?? 0;
    const w = weights[at] ?? 0;
    const spread = n > 1 ? (w * w * died * (n - died)) / (n * n * (n - 1)) : 0;
    for (const [index, group] of groups.entries()) {
      const own = group.atRisk[at] ?? 0;
      sums.observed[index] = (sums.observed[index] ?? 0) + w * (group.events[at] ?? 0);
      sums.expected[index] = (sums.expected[index] ?? 0) + (w * died * own) / n;
      const row = sums.variance[index];
      if (row === undefined || spread === 0) continue;
      for (const [other, { atRisk }] of groups.entries())
        row[other] = (row[other] ?? 0) + spread * own * ((other === index ? n : 0) - (atRisk[at] ?? 0));
    }
  }
}

/**
 * Compares groups.
 *
 * @param strata of each stratum the columns of every group, in the same order; a group without subjects in a stratum has
 * empty columns there. One stratum is the plain test.
 * @example logRank([[treated, control]]).test?.p
 */
export function logRank(
  strata: readonly (readonly SurvivalColumns[])[],
  weight: LogRankWeight = { kind: 'log-rank' },
): LogRankReading {
  const count = strata[0]?.length ?? 0;
  if (count < 2) return { ok: false, reason: 'fewerThanTwoGroups' };
  if (strata.some((groups) => groups.length !== count)) return { ok: false, reason: 'groupsDiffer' };
  const sums: Sums = {
    observed: new Float64Array(count),
    expected: new Float64Array(count),
    variance: Array.from({ length: count }, () => new Float64Array(count)),
  };
  const subjects = new Float64Array(count);
  for (const groups of strata) {
    for (const [index, columns] of groups.entries()) {
      const wrong = columns.time.length === 0 ? undefined : survivalFault(columns);
      if (wrong !== undefined)
        return { ok: false, reason: wrong.fault, ...(wrong.row === undefined ? {} : { row: wrong.row }) };
      subjects[index] = (subjects[index] ?? 0) + columns.time.length;
    }
    const axis = sharedTimes(groups);
    addStratum(
      groups.map((columns) => countsAt(axis, columns)),
      weight,
      sums,
    );
  }
  const used = [...sums.expected.keys()].filter((index) => (sums.expected[index] ?? 0) > 0);
  if (used.length === 0) return { ok: false, reason: 'noEvents' };
  if (used.length < 2) return { ok: false, reason: 'fewerThanTwoGroups' };
  const free = used.slice(1);
  const difference = free.map((index) => (sums.observed[index] ?? 0) - (sums.expected[index] ?? 0));
  const matrix = free.map((index) => free.map((other) => sums.variance[index]?.[other] ?? 0));
  const chiSquare = quadraticForm(matrix, difference);
  if (chiSquare === undefined) return { ok: false, reason: 'noEvents' };
  return {
    ok: true,
    test: {
      weight,
      groups: [...subjects].map((number, index) => ({
        subjects: number,
        observed: sums.observed[index] ?? 0,
        expected: sums.expected[index] ?? 0,
      })),
      variance: sums.variance.map((row) => [...row]),
      chiSquare,
      degreesOfFreedom: free.length,
      p: chiSquareUpper(chiSquare, free.length),
    },
  };
}
