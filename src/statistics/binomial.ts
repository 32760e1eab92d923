/**
 * The binomial distribution and its exact test. Masses by Loader's deviance (Fast and accurate computation of
 * binomial probabilities, 2000); tails by the incomplete beta function (DLMF 8.17.5).
 */
import { DomainError, requireCount, requireProbability } from './domain-error.ts';
import { betaTails, lnBetaKernel } from './incomplete-beta.ts';
import { allAbove, allBelow, lowerOf, type Tails, upperOf } from './tails.ts';

function requireBinomial(successes: number, trials: number, probability: number): void {
  requireCount('successes', successes);
  requireCount('trials', trials);
  requireProbability('probability', probability);
}

/** ln P(X = successes); -Infinity for an impossible count. Errors as {@link binomialMass}. */
export function binomialLnMass(successes: number, trials: number, probability: number): number {
  requireBinomial(successes, trials, probability);
  const failures = trials - successes;
  if (failures < 0) return Number.NEGATIVE_INFINITY;
  if (successes === 0) return trials === 0 ? 0 : trials * Math.log1p(-probability);
  if (failures === 0) return trials * Math.log(probability);
  if (probability === 0 || probability === 1) return Number.NEGATIVE_INFINITY;
  const lnKernel = lnBetaKernel(successes, failures, probability, 1 - probability);
  return lnKernel - Math.log(successes) - Math.log(failures / trials);
}

/**
 * P(X = successes) among `trials`.
 *
 * @throws DomainError unless both are whole numbers from 0 to the largest safe integer and 0 <= probability <= 1.
 */
export function binomialMass(successes: number, trials: number, probability: number): number {
  return Math.exp(binomialLnMass(successes, trials, probability));
}

/** ln P(X < successes) and ln P(X >= successes). */
function tailsBelow(successes: number, trials: number, probability: number): Tails {
  if (successes <= 0) return allAbove;
  if (successes > trials) return allBelow;
  return flipped(betaTails(successes, trials - successes + 1, probability, 1 - probability));
}

const flipped = (tails: Tails): Tails => ({ lnLower: tails.lnUpper, lnUpper: tails.lnLower });

/** P(X <= successes). Errors as {@link binomialMass}. */
export function binomialCdf(successes: number, trials: number, probability: number): number {
  requireBinomial(successes, trials, probability);
  return lowerOf(tailsBelow(successes + 1, trials, probability));
}

/** P(X >= successes): the count itself is included. Errors as {@link binomialMass}. */
export function binomialAtLeast(successes: number, trials: number, probability: number): number {
  requireBinomial(successes, trials, probability);
  return upperOf(tailsBelow(successes, trials, probability));
}

/** ln P(X <= successes). Errors as {@link binomialMass}. */
export function binomialLnCdf(successes: number, trials: number, probability: number): number {
  requireBinomial(successes, trials, probability);
  return tailsBelow(successes + 1, trials, probability).lnLower;
}

/** ln P(X >= successes). Errors as {@link binomialMass}. */
export function binomialLnAtLeast(successes: number, trials: number, probability: number): number {
  requireBinomial(successes, trials, probability);
  return tailsBelow(successes, trials, probability).lnUpper;
}

/** The p values of the exact binomial test. */
export interface BinomialTest {
  /** P(X <= successes) under the null. */
  readonly less: number;
  /** P(X >= successes) under the null. */
  readonly greater: number;
  /** The probability of every count no likelier than the one seen. */
  readonly twoSided: number;
}

/** Two masses this close, relatively, count as equal, as in R's `binom.test`. */
const tie = Math.log1p(1e-7);

/**
 * The exact test of `successes` among `trials` against a null probability.
 *
 * @throws DomainError as {@link binomialMass}, and when successes exceed trials.
 * @example binomialTest(7, 17, 0.1).greater // 0.00078375...
 */
export function binomialTest(successes: number, trials: number, probability: number): BinomialTest {
  requireBinomial(successes, trials, probability);
  if (successes > trials) throw new DomainError('successes', successes, `at most the ${trials} trials`);
  const less = binomialCdf(successes, trials, probability);
  const greater = binomialAtLeast(successes, trials, probability);
  const seen = binomialLnMass(successes, trials, probability) + tie;
  const mean = trials * probability;
  if (successes === mean) return { less, greater, twoSided: 1 };
  const rare = (count: number): boolean => binomialLnMass(count, trials, probability) <= seen;
  if (successes < mean) {
    const first = firstWhere(Math.ceil(mean), trials + 1, rare);
    const opposite = first > trials ? 0 : binomialAtLeast(first, trials, probability);
    return { less, greater, twoSided: Math.min(1, less + opposite) };
  }
  const first = firstWhere(0, Math.floor(mean) + 1, (count) => !rare(count));
  const opposite = first === 0 ? 0 : binomialCdf(first - 1, trials, probability);
  return { less, greater, twoSided: Math.min(1, greater + opposite) };
}

/** The first whole number in [low, high) with the property, which holds from there on; `high` when none has it. */
function firstWhere(low: number, high: number, holds: (count: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = from + Math.floor((to - from) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
