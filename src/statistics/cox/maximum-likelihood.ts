/**
 * The greatest likelihood by Newton and Raphson from 0, a step that does not raise it halved. Where the likelihood rises for
 * ever in some direction (Bryson and Johnson 1981; Heinze and Schemper 2001), the steps end with that direction.
 */
import type { LikelihoodValue } from './partial-likelihood.ts';
import { bilinear, type Cholesky, cholesky, dot, solve } from './symmetric-matrix.ts';

/** A likelihood of coefficients. */
export type Likelihood = (beta: Float64Array) => LikelihoodValue;

/** Where the steps ended. */
export interface Maximum {
  readonly beta: Float64Array;
  readonly value: LikelihoodValue;
  readonly decomposed: Cholesky;
  readonly iterations: number;
  /** The last step. */
  readonly step: Float64Array;
  /** `rising`: the last step is a direction in which the likelihood rises for ever. */
  readonly end: 'atRest' | 'rising' | 'notAtRest';
}

/** Squared length of a step in units of the standard errors at which the next would be below rounding. */
const restingStep = 1e-14;
const mostIterations = 100;
const mostHalvings = 60;

/** The point so far from `beta` along `step`. */
export const along = (beta: Float64Array, step: Float64Array, length: number): Float64Array =>
  beta.map((value, k) => value + length * (step[k] ?? 0));

/** Share of the information at the start below which the direction of a step is suspect, as is any after so many steps. */
const suspectInformation = 1e-5;
const suspectIterations = 7;
/** Squared length of a step from which on it is taken whole: a fall of the likelihood would be rounding. */
const shortStep = 1e-6;

/**
 * Takes the steps.
 *
 * @param isRising whether the likelihood rises for ever in a direction; asked where little information is left about one.
 */
export function maximumLikelihood(
  likelihood: Likelihood,
  start: LikelihoodValue,
  isRising: (direction: Float64Array) => boolean,
): Maximum {
  const size = start.gradient.length;
  let beta: Float64Array = new Float64Array(size);
  let value = start;
  let decomposed = cholesky(value.information, size);
  let step: Float64Array = new Float64Array(size);
  for (let iterations = 1; iterations <= mostIterations; iterations += 1) {
    step = solve(decomposed, value.gradient);
    const squaredLength = dot(step, value.gradient);
    const isLast = squaredLength < restingStep;
    let length = 1;
    let next = likelihood(along(beta, step, length));
    for (
      let halved = 0;
      squaredLength > shortStep && next.logLikelihood < value.logLikelihood && halved < mostHalvings;
      halved += 1
    ) {
      length /= 2;
      next = likelihood(along(beta, step, length));
    }
    if (next.logLikelihood === Number.NEGATIVE_INFINITY) break;
    beta = along(beta, step, length);
    value = next;
    decomposed = cholesky(value.information, size);
    const left = bilinear(value.information, step, step);
    const isSuspect =
      iterations >= suspectIterations || left < suspectInformation * bilinear(start.information, step, step);
    if (isSuspect && isRising(step)) return { beta, value, decomposed, iterations, step, end: 'rising' };
    if (isLast) return { beta, value, decomposed, iterations, step, end: 'atRest' };
  }
  return { beta, value, decomposed, iterations: mostIterations, step, end: 'notAtRest' };
}
