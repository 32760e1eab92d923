/**
 * The log-rank test by permutation, for few subjects or events, where the chi-square distribution is a poor guide: the labels
 * of the groups are exchanged within strata, all of them where there are few enough, else a sample. It takes the groups to be
 * exchangeable, which includes their censoring and their entry.
 */
import { logRankScores } from './log-rank-scores.ts';
import { quadraticForm } from './quadratic-form.ts';
import { type SurvivalColumns, type SurvivalFault, survivalFault } from './survival-columns.ts';

/** How it is made. */
export interface PermutationOptions {
  /** Numbers from 0 to below 1 from a generator with a seed, so that the result can be had again. */
  readonly random: () => number;
  /** How many permutations are sampled; 9999 when absent. */
  readonly samples?: number;
  /** Up to so many distinct permutations all are counted; 200 000 when absent. */
  readonly mostExact?: number;
}

/** The test. */
export interface PermutationTest {
  /** The form of observed minus expected in their covariance over permutations. */
  readonly statistic: number;
  readonly p: number;
  readonly method: 'exact' | 'sampled';
  /** Counted or sampled. */
  readonly permutations: number;
  /** Of the sampled p; 0 where it is exact. */
  readonly standardError: number;
  /** Observed minus expected events of each group. */
  readonly differences: readonly number[];
}

/** The test, or why there is none. */
export type PermutationReading =
  | { readonly ok: true; readonly test: PermutationTest }
  | {
      readonly ok: false;
      readonly reason: SurvivalFault | 'fewerThanTwoGroups' | 'groupsDiffer' | 'noEvents';
      readonly row?: number;
    };

/** More subjects than this are sampled, however few the ways. */
const mostEnumerated = 1000;

interface Stratum {
  readonly scores: Float64Array;
  readonly labels: Uint8Array;
  readonly sizes: readonly number[];
}

function stratumOf(groups: readonly SurvivalColumns[]): Stratum {
  const parts = logRankScores(groups);
  return {
    scores: Float64Array.from(parts.flatMap((part) => [...part])),
    labels: Uint8Array.from(parts.flatMap((part, group) => Array.from(part, () => group))),
    sizes: parts.map(({ length }) => length),
  };
}

/** Distinct ways to give the labels, up to where counting stops being worth it. */
function waysOf(strata: readonly Stratum[], most: number): number {
  let ways = 1;
  for (const { sizes } of strata) {
    let placed = 0;
    for (const size of sizes)
      for (let at = 1; at <= size; at += 1) {
        placed += 1;
        ways *= placed / at;
        if (ways > most * 1e6) return Number.POSITIVE_INFINITY;
      }
  }
  return Math.round(ways);
}

/** Covariance over permutations of the sums of all groups. */
function covarianceOf(strata: readonly Stratum[], count: number): readonly (readonly number[])[] {
  const matrix = Array.from({ length: count }, () => Array.from({ length: count }, () => 0));
  for (const { scores, sizes } of strata) {
    const n = scores.length;
    if (n < 2) continue;
    const spread = scores.reduce((sum, score) => sum + score * score, 0) / (n - 1);
    for (const [row, own] of sizes.entries())
      for (const [column, other] of sizes.entries()) {
        const cells = matrix[row];
        if (cells === undefined) continue;
        cells[column] = (cells[column] ?? 0) + spread * ((row === column ? own : 0) - (own * other) / n);
      }
  }
  return matrix;
}

/** Calls back with the sums of the groups for every distinct way to give the labels. */
function eachAssignment(strata: readonly Stratum[], count: number, seen: (sums: Float64Array) => void): void {
  const sums = new Float64Array(count);
  const give = (stratum: number, subject: number, left: number[]): void => {
    const own = strata[stratum];
    if (own === undefined) {
      seen(sums);
      return;
    }
    if (subject === own.scores.length) {
      give(stratum + 1, 0, [...(strata[stratum + 1]?.sizes ?? [])]);
      return;
    }
    const score = own.scores[subject] ?? 0;
    for (let group = 0; group < count; group += 1) {
      if ((left[group] ?? 0) === 0) continue;
      const before = sums[group] ?? 0;
      left[group] = (left[group] ?? 0) - 1;
      sums[group] = before + score;
      give(stratum, subject + 1, left);
      sums[group] = before;
      left[group] = (left[group] ?? 0) + 1;
    }
  };
  give(0, 0, [...(strata[0]?.sizes ?? [])]);
}

function sumsOf(strata: readonly Stratum[], count: number): Float64Array {
  const sums = new Float64Array(count);
  for (const { scores, labels } of strata)
    for (const [row, score] of scores.entries()) {
      const group = labels[row] ?? 0;
      sums[group] = (sums[group] ?? 0) + score;
    }
  return sums;
}

/** Mixes the labels of each stratum (Fisher and Yates). */
function shuffle(strata: readonly Stratum[], random: () => number): void {
  for (const { labels } of strata)
    for (let at = labels.length - 1; at > 0; at -= 1) {
      const other = Math.min(at, Math.floor(random() * (at + 1)));
      const [own = 0, its = 0] = [labels[at], labels[other]];
      labels[at] = its;
      labels[other] = own;
    }
}

/**
 * Compares groups by permutation.
 *
 * @param strata as for `logRank`.
 */
export function permutationLogRank(
  strata: readonly (readonly SurvivalColumns[])[],
  options: PermutationOptions,
): PermutationReading {
  const { random, samples = 9999, mostExact = 200_000 } = options;
  const count = strata[0]?.length ?? 0;
  if (count < 2) return { ok: false, reason: 'fewerThanTwoGroups' };
  if (strata.some((groups) => groups.length !== count)) return { ok: false, reason: 'groupsDiffer' };
  for (const columns of strata.flat()) {
    const wrong = columns.time.length === 0 ? undefined : survivalFault(columns);
    if (wrong !== undefined)
      return { ok: false, reason: wrong.fault, ...(wrong.row === undefined ? {} : { row: wrong.row }) };
  }
  if (!strata.flat().some(({ event }) => event.includes(1))) return { ok: false, reason: 'noEvents' };
  const own = strata.map(stratumOf);
  const covariance = covarianceOf(own, count);
  const used = covariance.flatMap((row, at) => ((row[at] ?? 0) > 0 ? [at] : []));
  const free = used.slice(1);
  const matrix = free.map((row) => free.map((column) => covariance[row]?.[column] ?? 0));
  const statisticOf = (sums: Float64Array): number | undefined =>
    quadraticForm(
      matrix,
      free.map((at) => sums[at] ?? 0),
    );
  const observed = sumsOf(own, count);
  const statistic = statisticOf(observed);
  if (statistic === undefined) return { ok: false, reason: 'fewerThanTwoGroups' };
  // Permutations as far out but for rounding count.
  const limit = statistic - 1e-9 * Math.max(1, statistic);
  const differences = [...observed];
  const ways = waysOf(own, mostExact);
  let extreme = 0;
  const subjects = own.reduce((sum, { scores }) => sum + scores.length, 0);
  if (ways <= mostExact && subjects <= mostEnumerated) {
    let counted = 0;
    eachAssignment(own, count, (sums) => {
      counted += 1;
      if ((statisticOf(sums) ?? 0) >= limit) extreme += 1;
    });
    const p = extreme / counted;
    const test = {
      statistic,
      p,
      method: 'exact',
      permutations: counted,
      standardError: 0,
      differences,
    } as const;
    return { ok: true, test };
  }
  for (let sample = 0; sample < samples; sample += 1) {
    shuffle(own, random);
    if ((statisticOf(sumsOf(own, count)) ?? 0) >= limit) extreme += 1;
  }
  // The observed labels are one of the permutations (Phipson and Smyth 2010).
  const p = (extreme + 1) / (samples + 1);
  const standardError = Math.sqrt((p * (1 - p)) / samples);
  return {
    ok: true,
    test: { statistic, p, method: 'sampled', permutations: samples, standardError, differences },
  };
}
