/** A two-stage design of a single arm with a stop for futility after the first stage, and what it does at a response rate. */
import { requireProbability } from '../domain-error.ts';

/** A design: stop at up to `firstLimit` responses among `firstStage`; otherwise reject at more than `limit` among `total`. */
export interface TwoStageDesign {
  /** Subjects of the first stage (n1). */
  readonly firstStage: number;
  /** Stop with so many responses or fewer after the first stage (r1). */
  readonly firstLimit: number;
  /** Subjects of both stages (n). */
  readonly total: number;
  /** The treatment is not worth more study with so many responses or fewer in all (r). */
  readonly limit: number;
}

/** What a design does at a true response rate. */
export interface TwoStageCharacteristics {
  /** Probability to find the treatment worth more study. */
  readonly rejection: number;
  /** Probability to stop after the first stage. */
  readonly earlyStop: number;
  /** Expected number of subjects. */
  readonly expectedSubjects: number;
}

/** What a design does, or why the numbers are none. */
export type TwoStageCharacteristicsReading =
  | { readonly ok: true; readonly value: TwoStageCharacteristics }
  | { readonly ok: false; readonly reason: TwoStageFault };

/** Why numbers are no design. */
export type TwoStageFault = 'notACount' | 'stagesNotOrdered' | 'limitsNotOrdered';

/** What is wrong with a design, or undefined. */
function twoStageFault(design: TwoStageDesign): TwoStageFault | undefined {
  const { firstStage, firstLimit, total, limit } = design;
  if (![firstStage, firstLimit, total, limit].every((count) => Number.isSafeInteger(count) && count >= 0))
    return 'notACount';
  if (firstStage < 1 || total <= firstStage) return 'stagesNotOrdered';
  return firstLimit < firstStage && limit >= firstLimit && limit < total ? undefined : 'limitsNotOrdered';
}

/** Binomial probabilities of 0 to n responses for every n up to a largest, by Pascal's rule. */
export function binomialTriangle(largest: number, rate: number): readonly Float64Array[] {
  const rows: Float64Array[] = [Float64Array.of(1)];
  for (let n = 1; n <= largest; n += 1) {
    const before = rows[n - 1] ?? new Float64Array(0);
    rows.push(
      Float64Array.from(
        { length: n + 1 },
        (_, x) => rate * (before[x - 1] ?? 0) + (1 - rate) * (before[x] ?? 0),
      ),
    );
  }
  return rows;
}

/** Of probabilities of 0, 1, 2 ... those of at least so many. */
export function upperSums(mass: Float64Array): Float64Array {
  const sums = new Float64Array(mass.length + 1);
  for (let x = mass.length - 1; x >= 0; x -= 1) sums[x] = (sums[x + 1] ?? 0) + (mass[x] ?? 0);
  return sums;
}

/** P(more than `firstLimit` responses in the first stage, and at least `responses` in all). */
export function atLeastInBoth(
  first: Float64Array,
  secondUpper: Float64Array,
  firstLimit: number,
  responses: number,
): number {
  let sum = 0;
  for (let x = first.length - 1; x > firstLimit; x -= 1)
    sum += (first[x] ?? 0) * (secondUpper[Math.max(0, responses - x)] ?? 0);
  return sum;
}

/**
 * What a design does at a response rate.
 *
 * @throws DomainError for a rate outside [0, 1].
 */
export function twoStageCharacteristics(
  design: TwoStageDesign,
  rate: number,
): TwoStageCharacteristicsReading {
  requireProbability('rate', rate);
  const reason = twoStageFault(design);
  if (reason !== undefined) return { ok: false, reason };
  const { firstStage, firstLimit, total, limit } = design;
  const triangle = binomialTriangle(Math.max(firstStage, total - firstStage), rate);
  const first = triangle[firstStage] ?? new Float64Array(0);
  const second = upperSums(triangle[total - firstStage] ?? new Float64Array(0));
  const earlyStop = first.subarray(0, firstLimit + 1).reduce((sum, p) => sum + p, 0);
  return {
    ok: true,
    value: {
      rejection: atLeastInBoth(first, second, firstLimit, limit + 1),
      earlyStop,
      expectedSubjects: firstStage + (1 - earlyStop) * (total - firstStage),
    },
  };
}
