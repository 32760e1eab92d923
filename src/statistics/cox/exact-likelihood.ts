/**
 * The exact partial likelihood of discrete time (Cox 1972; R's `ties = 'exact'`): of d tied events the probability that just
 * these d of the risk set have it, as in conditional logistic regression. The sum over all subsets of d is built subject by
 * subject (Gail, Lubin and Rubinstein, Biometrika 1981;68:703), here as the mean and covariance of the covariates' sum over
 * a random subset, which are mixtures and lose nothing to cancellation.
 */
import type { CoxDesign } from './cox-design.ts';
import { fromTriangle, type LikelihoodValue, triangleLength } from './partial-likelihood.ts';
import { predictors } from './risk-sums.ts';

/** The most work, in updates of one number, that one evaluation may take: some seconds. */
export const mostExactWork = 5e8;

/** Positions of the subjects at risk at an event time, those with the event first. */
function riskSetOf({ spans }: CoxDesign, place: number): Int32Array {
  const { from, firstAt, stratumStart, stratumOfTime } = spans;
  const end = firstAt[stratumStart[(stratumOfTime[place] ?? 0) + 1] ?? 0] ?? 0;
  const set: number[] = [];
  for (let at = firstAt[place] ?? 0; at < end; at += 1) if ((from[at] ?? 0) <= place) set.push(at);
  return Int32Array.from(set);
}

/** Work of one evaluation of the exact likelihood. */
export function exactWork({ spans, size }: CoxDesign): number {
  const { times, firstAt, eventsAt, stratumStart, stratumOfTime } = spans;
  const each = 8 + 2 * size + size * size;
  let work = 0;
  for (let place = 0; place < times.length; place += 1) {
    const end = firstAt[stratumStart[(stratumOfTime[place] ?? 0) + 1] ?? 0] ?? 0;
    work += (end - (firstAt[place] ?? 0)) * (eventsAt[place] ?? 0) * each;
  }
  return work;
}

/** Log of the sum over subsets of d, with mean and covariance of the covariates' sum under the subset's probability. */
interface SubsetMoments {
  readonly logSum: number;
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** Moments over the subsets of `take` members of a risk set. */
function subsetMoments(
  { size, x }: CoxDesign,
  predictor: Float64Array,
  members: Int32Array,
  take: number,
): SubsetMoments {
  const logSum = new Float64Array(take + 1).fill(Number.NEGATIVE_INFINITY);
  logSum[0] = 0;
  const square = triangleLength(size);
  const mean = new Float64Array((take + 1) * size);
  const covariance = new Float64Array((take + 1) * square);
  const shift = new Float64Array(size);
  for (let seen = 1; seen <= members.length; seen += 1) {
    const at = members[seen - 1] ?? 0;
    const own = predictor[at] ?? 0;
    // Of subsets with too few members left to come to `take`, nothing is needed.
    const least = Math.max(1, take - (members.length - seen));
    for (let k = Math.min(seen, take); k >= least; k -= 1) {
      const withIt = (logSum[k - 1] ?? 0) + own;
      const without = logSum[k] ?? Number.NEGATIVE_INFINITY;
      const higher = Math.max(withIt, without);
      const sum = higher + Math.log1p(Math.exp(Math.min(withIt, without) - higher));
      const share = Math.exp(withIt - sum);
      logSum[k] = sum;
      for (let a = 0; a < size; a += 1) {
        const difference =
          (mean[(k - 1) * size + a] ?? 0) + (x[at * size + a] ?? 0) - (mean[k * size + a] ?? 0);
        shift[a] = difference;
        mean[k * size + a] = (mean[k * size + a] ?? 0) + share * difference;
      }
      const between = share * (1 - share);
      let cell = k * square;
      for (let a = 0; a < size; a += 1)
        for (let b = 0; b <= a; b += 1) {
          covariance[cell] =
            (1 - share) * (covariance[cell] ?? 0) +
            share * (covariance[cell - square] ?? 0) +
            between * (shift[a] ?? 0) * (shift[b] ?? 0);
          cell += 1;
        }
    }
  }
  return {
    logSum: logSum[take] ?? 0,
    mean: mean.slice(take * size),
    covariance: covariance.slice(take * square),
  };
}

/** The exact likelihood at given coefficients of the design. */
export function exactLikelihood(design: CoxDesign, beta: Float64Array): LikelihoodValue {
  const { spans, size, x } = design;
  const predictor = predictors(design, beta);
  const gradient = new Float64Array(size);
  const information = new Float64Array(triangleLength(size));
  const secondMoment = new Float64Array(size);
  let logLikelihood = 0;
  for (let place = 0; place < spans.times.length; place += 1) {
    const events = spans.eventsAt[place] ?? 0;
    const members = riskSetOf(design, place);
    // The whole risk set has the event: no choice was made.
    if (members.length === events) continue;
    const { logSum, mean, covariance } = subsetMoments(design, predictor, members, events);
    logLikelihood -= logSum;
    for (let index = 0; index < events; index += 1) {
      const at = members[index] ?? 0;
      logLikelihood += predictor[at] ?? 0;
      for (let k = 0; k < size; k += 1) gradient[k] = (gradient[k] ?? 0) + (x[at * size + k] ?? 0);
    }
    for (let k = 0; k < size; k += 1) gradient[k] = (gradient[k] ?? 0) - (mean[k] ?? 0);
    for (let cell = 0; cell < information.length; cell += 1)
      information[cell] = (information[cell] ?? 0) + (covariance[cell] ?? 0);
    for (let k = 0; k < size; k += 1)
      secondMoment[k] =
        (secondMoment[k] ?? 0) + (covariance[triangleLength(k + 1) - 1] ?? 0) + (mean[k] ?? 0) ** 2;
  }
  return {
    logLikelihood: Number.isFinite(logLikelihood) ? logLikelihood : Number.NEGATIVE_INFINITY,
    gradient,
    information: fromTriangle(information, size),
    secondMoment,
  };
}
