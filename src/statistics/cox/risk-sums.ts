/**
 * Sums over the risk set of each event time at given coefficients: of the relative hazards, and of the covariates weighted
 * by them, in the whole risk set and among those with the event. Sums carry a second number with what rounding took, so that
 * a subject that leaves the risk set leaves nothing behind.
 *
 * The likelihoods of Breslow (1974) and Efron (J Am Stat Assoc 1977;72:557) are both products of steps: Breslow takes one
 * step an event time with the whole risk set; Efron as many as events, each time with a further share of those with the
 * event taken out.
 */
import type { CoxDesign } from './cox-design.ts';

/** How tied events are treated where the likelihood is a product of steps. */
export type SteppedTies = 'efron' | 'breslow';

/** The sums. */
export interface RiskSums {
  /** Linear predictor of each subject in the order of the spans. */
  readonly predictor: Float64Array;
  /** Greatest linear predictor, which is taken out of the hazards. */
  readonly shift: number;
  /** Case weight times hazard. */
  readonly hazard: Float64Array;
  /** By event time: sum of hazards, and of hazard times covariates. */
  readonly whole: Float64Array;
  readonly wholeX: Float64Array;
  /** The same among those with the event then. */
  readonly failing: Float64Array;
  readonly failingX: Float64Array;
  /** Sum of the weights of those with the event. */
  readonly failingWeight: Float64Array;
}

/**
 * Adds hazard times covariates of one subject, and its hazard behind them, to sums with the rounding of each addition kept
 * aside (Knuth's two-sum).
 */
function addSubject(
  sum: Float64Array,
  rest: Float64Array,
  x: Float64Array,
  offset: number,
  hazard: number,
): void {
  const size = sum.length - 1;
  for (let k = 0; k <= size; k += 1) {
    const value = k === size ? hazard : hazard * (x[offset + k] ?? 0);
    const before = sum[k] ?? 0;
    const after = before + value;
    const taken = after - before;
    sum[k] = after;
    rest[k] = (rest[k] ?? 0) + (before - (after - taken)) + (value - taken);
  }
}

/** The same without the rounding, where nobody is ever taken out again. */
function addPlainly(sum: Float64Array, x: Float64Array, offset: number, hazard: number): void {
  const size = sum.length - 1;
  for (let k = 0; k < size; k += 1) sum[k] = (sum[k] ?? 0) + hazard * (x[offset + k] ?? 0);
  sum[size] = (sum[size] ?? 0) + hazard;
}

/** Linear predictors of the design at coefficients of the design. */
export function predictors({ spans: { active }, size, x }: CoxDesign, beta: Float64Array): Float64Array {
  const predictor = new Float64Array(active);
  for (let at = 0; at < active; at += 1) {
    let sum = 0;
    for (let k = 0; k < size; k += 1) sum += (x[at * size + k] ?? 0) * (beta[k] ?? 0);
    predictor[at] = sum;
  }
  return predictor;
}

/** The sums at given coefficients of the design. */
export function riskSums(design: CoxDesign, beta: Float64Array): RiskSums {
  const { spans, size, x, weights } = design;
  const { active, from, times, stratumOfTime, stratumStart, firstAt, eventsAt, late } = spans;
  const predictor = predictors(design, beta);
  let shift = Number.NEGATIVE_INFINITY;
  for (const value of predictor) if (value > shift) shift = value;
  const hazard = new Float64Array(active);
  for (let at = 0; at < active; at += 1)
    hazard[at] = (weights[at] ?? 1) * Math.exp((predictor[at] ?? 0) - shift);
  const count = times.length;
  const whole = new Float64Array(count);
  const wholeX = new Float64Array(count * size);
  const failing = new Float64Array(count);
  const failingX = new Float64Array(count * size);
  const failingWeight = new Float64Array(count);
  const sum = new Float64Array(size + 1);
  const rest = new Float64Array(size + 1);
  let leaving = 0;
  for (let place = count - 1; place >= 0; place -= 1) {
    if (place === count - 1 || stratumOfTime[place + 1] !== stratumOfTime[place]) {
      sum.fill(0);
      rest.fill(0);
    }
    const end = firstAt[place + 1] ?? 0;
    const begin = firstAt[place] ?? 0;
    const lastEvent = begin + (eventsAt[place] ?? 0);
    for (let at = begin; at < end; at += 1) {
      const own = hazard[at] ?? 0;
      if (late.length === 0) addPlainly(sum, x, at * size, own);
      else addSubject(sum, rest, x, at * size, own);
      if (at >= lastEvent) continue;
      failing[place] = (failing[place] ?? 0) + own;
      failingWeight[place] = (failingWeight[place] ?? 0) + (weights[at] ?? 1);
      for (let k = 0; k < size; k += 1)
        failingX[place * size + k] = (failingX[place * size + k] ?? 0) + own * (x[at * size + k] ?? 0);
    }
    whole[place] = (sum[size] ?? 0) + (rest[size] ?? 0);
    for (let k = 0; k < size; k += 1) wholeX[place * size + k] = (sum[k] ?? 0) + (rest[k] ?? 0);
    // Those whose span begins here are not at risk at the event time before.
    const isFirst = place === (stratumStart[stratumOfTime[place] ?? 0] ?? 0);
    for (; leaving < late.length; leaving += 1) {
      const at = late[leaving] ?? 0;
      if (from[at] !== place) break;
      if (isFirst) continue;
      addSubject(sum, rest, x, at * size, -(hazard[at] ?? 0));
    }
  }
  return { predictor, shift, hazard, whole, wholeX, failing, failingX, failingWeight };
}

/** What is done at one step: the event time, its weight, the share of those with the event taken out, the sum of hazards. */
export type StepVisit = (place: number, weight: number, share: number, denominator: number) => void;

/** Goes through the steps of the likelihood, in the order of the event times. */
export function eachStep({ spans }: CoxDesign, sums: RiskSums, ties: SteppedTies, visit: StepVisit): void {
  const { eventsAt } = spans;
  const { whole, failing, failingWeight } = sums;
  for (let place = 0; place < eventsAt.length; place += 1) {
    const events = eventsAt[place] ?? 0;
    const steps = ties === 'efron' ? events : 1;
    const weight = (failingWeight[place] ?? 0) / steps;
    for (let step = 0; step < steps; step += 1) {
      const share = step / steps;
      visit(place, weight, share, (whole[place] ?? 0) - share * (failing[place] ?? 0));
    }
  }
}

/** Writes the mean of the covariates at one step into `mean`. */
export function stepMean(
  { size }: CoxDesign,
  { wholeX, failingX }: RiskSums,
  place: number,
  share: number,
  denominator: number,
  mean: Float64Array,
): void {
  for (let k = 0; k < size; k += 1) {
    const at = place * size + k;
    mean[k] = ((wholeX[at] ?? 0) - share * (failingX[at] ?? 0)) / denominator;
  }
}
