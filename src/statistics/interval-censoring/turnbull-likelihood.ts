/**
 * The likelihood of a distribution over the innermost intervals and its maximum, by turns of self-consistency (Turnbull 1976)
 * and of the iterative convex minorant (Groeneboom and Wellner 1992; together: Wellner and Zhan, J Am Stat Assoc 1997;92:945).
 */
import { isotonicRegression } from './isotonic-regression.ts';

/** Distinct covers with how many subjects have each. */
export interface Covers {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly weight: Float64Array;
  /** Intervals in all. */
  readonly size: number;
}

/** A maximum, and how sure that is. */
export interface TurnbullMaximum {
  readonly masses: Float64Array;
  readonly logLikelihood: number;
  /** No distribution has a log-likelihood above this one's by more. */
  readonly gap: number;
  readonly iterations: number;
}

const mostIterations = 5000;
/** The gap per subject at which the search ends. */
const settled = 1e-10;
const leastMass = 1e-13;

/** Counts distinct covers. */
export function coversOf(first: Int32Array, last: Int32Array, size: number): Covers {
  const counts = new Map<number, number>();
  for (const [row, from] of first.entries()) {
    const key = from * size + (last[row] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keys = [...counts.keys()];
  return {
    first: Int32Array.from(keys, (key) => Math.floor(key / size)),
    last: Int32Array.from(keys, (key) => key % size),
    weight: Float64Array.from(counts.values()),
    size,
  };
}

/** Cumulative masses, with a 0 in front. */
function cumulative(masses: Float64Array): Float64Array {
  const sums = new Float64Array(masses.length + 1);
  for (const [at, mass] of masses.entries()) sums[at + 1] = (sums[at] ?? 0) + mass;
  return sums;
}

const covered = ({ first, last }: Covers, sums: Float64Array, row: number): number =>
  (sums[(last[row] ?? 0) + 1] ?? 0) - (sums[first[row] ?? 0] ?? 0);

function logLikelihoodOf(covers: Covers, sums: Float64Array): number {
  let total = 0;
  for (const [row, weight] of covers.weight.entries()) total += weight * Math.log(covered(covers, sums, row));
  return total;
}

/** For each interval the derivative of the log-likelihood by its mass. */
function derivatives(covers: Covers, sums: Float64Array): Float64Array {
  const steps = new Float64Array(covers.size + 1);
  for (const [row, weight] of covers.weight.entries()) {
    const part = weight / covered(covers, sums, row);
    const [from, to] = [covers.first[row] ?? 0, (covers.last[row] ?? 0) + 1];
    steps[from] = (steps[from] ?? 0) + part;
    steps[to] = (steps[to] ?? 0) - part;
  }
  const result = new Float64Array(covers.size);
  let sum = 0;
  for (let at = 0; at < covers.size; at += 1) {
    sum += steps[at] ?? 0;
    result[at] = sum;
  }
  return result;
}

/** One step of the convex minorant: Newton's step by coordinates, made monotone, halved until the likelihood rises. */
function minorantStep(covers: Covers, sums: Float64Array, present: number): Float64Array {
  const inner = covers.size - 1;
  if (inner < 1) return sums;
  const slope = new Float64Array(covers.size + 1);
  const bend = new Float64Array(covers.size + 1);
  for (const [row, weight] of covers.weight.entries()) {
    const mass = covered(covers, sums, row);
    const [from, to] = [covers.first[row] ?? 0, (covers.last[row] ?? 0) + 1];
    slope[from] = (slope[from] ?? 0) - weight / mass;
    slope[to] = (slope[to] ?? 0) + weight / mass;
    bend[from] = (bend[from] ?? 0) + weight / mass ** 2;
    bend[to] = (bend[to] ?? 0) + weight / mass ** 2;
  }
  const target = Float64Array.from({ length: inner }, (_, at) => {
    const k = at + 1;
    return (sums[k] ?? 0) + (slope[k] ?? 0) / (bend[k] ?? 1);
  });
  const minorant = isotonicRegression(target, bend.slice(1, covers.size));
  for (let share = 1; share > 1e-6; share /= 2) {
    const next = sums.map((sum, k) => {
      if (k === 0 || k === covers.size) return sum;
      const wanted = Math.min(1, Math.max(0, minorant[k - 1] ?? 0));
      return sum + share * (wanted - sum);
    });
    if (logLikelihoodOf(covers, next) > present) return next;
  }
  return sums;
}

/** The distribution with the largest likelihood. */
export function turnbullMaximum(covers: Covers): TurnbullMaximum {
  const subjects = covers.weight.reduce((sum, weight) => sum + weight, 0);
  let masses = new Float64Array(covers.size).fill(1 / covers.size);
  let gap = Number.POSITIVE_INFINITY;
  let iterations = 0;
  while (iterations < mostIterations) {
    iterations += 1;
    let sums = cumulative(masses);
    const slopes = derivatives(covers, sums);
    gap = Math.max(0, slopes.reduce((most, each) => Math.max(most, each), 0) - subjects);
    if (gap <= settled * subjects) break;
    // Self-consistency: each subject is shared out over its intervals by their masses.
    const shared = masses.map((mass, at) => (mass * (slopes[at] ?? 0)) / subjects);
    sums = cumulative(shared);
    sums = minorantStep(covers, sums, logLikelihoodOf(covers, sums));
    masses = shared.map((_, at) => (sums[at + 1] ?? 0) - (sums[at] ?? 0));
    // A mass of exactly 0 would never come back by self-consistency.
    const least = 1e-14;
    masses = masses.map((mass) => Math.max(mass, least));
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    masses = masses.map((mass) => mass / total);
  }
  const kept = masses.map((mass) => (mass < leastMass * 10 ? 0 : mass));
  const total = kept.reduce((sum, mass) => sum + mass, 0);
  const final = kept.map((mass) => mass / total);
  return { masses: final, logLikelihood: logLikelihoodOf(covers, cumulative(final)), gap, iterations };
}
