/** The greatest penalised likelihood, of all coefficients or with one held, by Newton's steps with the plain information. */
import type { CoxDesign } from './cox-design.ts';
import { along } from './maximum-likelihood.ts';
import { type PenalisedValue, penalisedLikelihood } from './penalised-likelihood.ts';
import type { SteppedTies } from './risk-sums.ts';
import { cholesky, dot, solve } from './symmetric-matrix.ts';

/** Where the steps came to rest. */
export interface PenalisedMaximum {
  readonly beta: Float64Array;
  readonly value: PenalisedValue;
}

const mostIterations = 1000;
const mostHalvings = 60;
const restingStep = 1e-20;
/** Below this squared length in standard errors a step that no longer raises the likelihood has met its rounding. */
const smallStep = 1e-10;
/** The longest step of one coefficient, in mean distances of its covariate from its centre. */
const longestStep = 5;

/** A step of the free coefficients. */
function stepOf(value: PenalisedValue, held: number | undefined): { step: Float64Array; gain: number } {
  const size = value.gradient.length;
  const information = value.information.slice();
  const gradient = value.gradient.slice();
  if (held !== undefined) {
    for (let k = 0; k < size; k += 1) {
      information[held * size + k] = 0;
      information[k * size + held] = 0;
    }
    gradient[held] = 0;
  }
  const step = solve(cholesky(information, size), gradient);
  const gain = dot(step, gradient);
  const longest = step.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
  return {
    step: longest > longestStep ? step.map((part) => (part * longestStep) / longest) : step,
    gain,
  };
}

/**
 * Takes the steps from a start.
 *
 * @param held the coefficient that keeps its start.
 * @returns undefined where they do not come to rest.
 */
export function penalisedMaximum(
  design: CoxDesign,
  ties: SteppedTies,
  start: Float64Array,
  held?: number,
): PenalisedMaximum | undefined {
  let beta = start;
  let value = penalisedLikelihood(design, ties, beta);
  if (value.logLikelihood === Number.NEGATIVE_INFINITY) return undefined;
  let gainBefore = Number.POSITIVE_INFINITY;
  for (let iteration = 0; iteration < mostIterations; iteration += 1) {
    const { step, gain } = stepOf(value, held);
    const isRounding = gain < smallStep && gain >= gainBefore;
    if (!(gain > restingStep) || isRounding) return { beta, value };
    gainBefore = gain;
    let length = 1;
    let next = penalisedLikelihood(design, ties, along(beta, step, length));
    for (let halved = 0; next.logLikelihood < value.logLikelihood && halved < mostHalvings; halved += 1) {
      if (gain < smallStep) break;
      length /= 2;
      next = penalisedLikelihood(design, ties, along(beta, step, length));
    }
    if (next.logLikelihood < value.logLikelihood && gain >= smallStep) return undefined;
    beta = along(beta, step, length);
    value = next;
  }
  return undefined;
}
