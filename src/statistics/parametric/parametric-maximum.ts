/** The maximum of the likelihood of an accelerated failure time model, by Newton's method with halved steps. */
import { cholesky, inverse, solve } from '../cox/index.ts';
import type { ErrorDistribution } from './error-distribution.ts';
import { contributionOf, type Observation } from './observation-likelihood.ts';

/** A maximum, or why there is none. */
export type Maximum =
  | {
      readonly ok: true;
      /** Coefficients by column, then ln scale where it is free. */
      readonly parameters: Float64Array;
      readonly covariance: readonly (readonly number[])[];
      readonly logLikelihood: number;
      readonly iterations: number;
    }
  | { readonly ok: false; readonly reason: 'collinear' | 'noMaximum' };

interface Point {
  readonly parameters: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  /** Minus the second derivatives, row by row. */
  readonly information: Float64Array;
}

const mostIterations = 200;
/** Half the squared length of a step in the information, at which the maximum is reached. */
const settled = 1e-22;
/** The same where rounding lets the likelihood rise no further. */
const nearly = 1e-10;
/** Beyond this a coefficient in units of its covariate's spread, or ln scale, runs away. */
const furthest = 40;

class Likelihood {
  readonly size: number;
  readonly #observations: readonly Observation[];
  readonly #columns: readonly Float64Array[];
  readonly #errors: ErrorDistribution;
  readonly #isScaleFree: boolean;

  constructor(
    observations: readonly Observation[],
    columns: readonly Float64Array[],
    errors: ErrorDistribution,
    isScaleFree: boolean,
  ) {
    this.#observations = observations;
    this.#columns = columns;
    this.#errors = errors;
    this.#isScaleFree = isScaleFree;
    this.size = columns.length + (isScaleFree ? 1 : 0);
  }

  at(parameters: Float64Array): Point {
    const count = this.#columns.length;
    const { size } = this;
    const sigma = this.#isScaleFree ? Math.exp(parameters[count] ?? 0) : 1;
    const gradient = new Float64Array(size);
    const information = new Float64Array(size * size);
    let value = 0;
    const x = new Float64Array(count);
    for (const [row, observation] of this.#observations.entries()) {
      let eta = 0;
      for (let column = 0; column < count; column += 1) {
        x[column] = this.#columns[column]?.[row] ?? 0;
        eta += (x[column] ?? 0) * (parameters[column] ?? 0);
      }
      const own = contributionOf(observation, eta, sigma, this.#errors);
      value += own.value;
      for (let one = 0; one < count; one += 1) {
        const first = x[one] ?? 0;
        gradient[one] = (gradient[one] ?? 0) + own.eta * first;
        for (let other = 0; other < count; other += 1) {
          const at = one * size + other;
          information[at] = (information[at] ?? 0) - own.etaEta * first * (x[other] ?? 0);
        }
        if (!this.#isScaleFree) continue;
        const [right, below] = [one * size + count, count * size + one];
        information[right] = (information[right] ?? 0) - own.etaScale * first;
        information[below] = (information[below] ?? 0) - own.etaScale * first;
      }
      if (!this.#isScaleFree) continue;
      const last = size * size - 1;
      gradient[count] = (gradient[count] ?? 0) + own.scale;
      information[last] = (information[last] ?? 0) - own.scaleScale;
    }
    return { parameters, value, gradient, information };
  }
}

/** The intercept and scale of the logarithms of the times as they stand, censored or not. */
function startOf(observations: readonly Observation[], count: number, isScaleFree: boolean): Float64Array {
  const times = observations.flatMap(({ from, to }) => {
    if (Number.isFinite(from)) return [Number.isFinite(to) ? (from + to) / 2 : from];
    // Of one with neither bound nothing is known.
    return Number.isFinite(to) ? [to] : [];
  });
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / times.length;
  const start = new Float64Array(count + (isScaleFree ? 1 : 0));
  start[0] = mean;
  if (isScaleFree) start[count] = Math.log(Math.max(0.1, Math.sqrt(variance)));
  return start;
}

/** A step is no longer than this by any parameter. */
const longest = 3;

/** A step uphill: Newton's, with as much added to the diagonal as makes the information positive. */
function stepFrom({ gradient, information }: Point, size: number): Float64Array {
  for (let added = 0; added < 1e12; added = added === 0 ? 1e-3 : added * 10) {
    const raised = information.slice();
    for (let at = 0; at < size; at += 1) {
      const place = at * size + at;
      raised[place] = (raised[place] ?? 0) + added * Math.max(1, Math.abs(raised[place] ?? 0));
    }
    const decomposed = cholesky(raised, size);
    if (decomposed.rank === size) return solve(decomposed, gradient);
  }
  return gradient;
}

/** Columns after the first on the scale of their spread; undefined where one depends on those before it. */
function standardised(
  columns: readonly Float64Array[],
):
  | { readonly columns: readonly Float64Array[]; readonly centre: number[]; readonly spread: number[] }
  | undefined {
  const centre: number[] = [];
  const spread: number[] = [];
  const scaled = columns.map((values, column) => {
    if (column === 0) return values;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    centre.push(mean);
    spread.push(sd);
    return values.map((value) => (sd > 0 ? (value - mean) / sd : 0));
  });
  const size = columns.length;
  const products = new Float64Array(size * size);
  for (const [one, a] of scaled.entries())
    for (const [other, b] of scaled.entries())
      products[one * size + other] = a.reduce((sum, value, row) => sum + value * (b[row] ?? 0), 0) / a.length;
  const floor = new Float64Array(size).fill(1e-10);
  return cholesky(products, size, floor).rank === size ? { columns: scaled, centre, spread } : undefined;
}

/** Parameters on the covariates as given, of which the first column is 1, by their derivatives. */
function unscaling(
  size: number,
  centre: readonly number[],
  spread: readonly number[],
): readonly Float64Array[] {
  return Array.from({ length: size }, (_, row) =>
    Float64Array.from({ length: size }, (__, column) => {
      const own = spread[column - 1];
      if (row === column) return own === undefined ? 1 : 1 / own;
      return row === 0 && own !== undefined ? -(centre[column - 1] ?? 0) / own : 0;
    }),
  );
}

/** The maximum over coefficients of the columns, the first of which is 1 throughout, and the scale. */
export function maximise(
  observations: readonly Observation[],
  columns: readonly Float64Array[],
  errors: ErrorDistribution,
  isScaleFree: boolean,
): Maximum {
  const scaled = standardised(columns);
  if (scaled === undefined) return { ok: false, reason: 'collinear' };
  const likelihood = new Likelihood(observations, scaled.columns, errors, isScaleFree);
  const { size } = likelihood;
  let point = likelihood.at(startOf(observations, columns.length, isScaleFree));
  let iterations = 0;
  let isSettled = false;
  while (iterations < mostIterations && !isSettled) {
    iterations += 1;
    const step = stepFrom(point, size);
    const gain = step.reduce((sum, each, at) => sum + each * (point.gradient[at] ?? 0), 0) / 2;
    let share = Math.min(1, longest / step.reduce((most, each) => Math.max(most, Math.abs(each)), 0));
    let next = point;
    for (; share > 1e-12; share /= 2) {
      const part = share;
      next = likelihood.at(point.parameters.map((each, at) => each + part * (step[at] ?? 0)));
      if (next.value >= point.value - 1e-13 * Math.abs(point.value)) break;
    }
    if (share <= 1e-12) {
      // Nothing rises any more: the maximum to within rounding, or no way up.
      isSettled = gain <= nearly * Math.max(1, Math.abs(point.value));
      break;
    }
    const isAtRest = next.parameters.every((each, at) => each === point.parameters[at]);
    isSettled = isAtRest || gain <= settled * Math.max(1, Math.abs(point.value));
    point = next;
    const [start, ...rest] = point.parameters;
    if (rest.some((each) => Math.abs(each) > furthest) || !Number.isFinite(start ?? 0)) break;
  }
  const decomposed = cholesky(point.information, size);
  if (!isSettled || decomposed.rank < size) return { ok: false, reason: 'noMaximum' };
  const turn = unscaling(size, scaled.centre, scaled.spread);
  const own = inverse(decomposed);
  const parameters = Float64Array.from(turn, (row) =>
    row.reduce((sum, each, at) => sum + each * (point.parameters[at] ?? 0), 0),
  );
  const covariance = turn.map((row) =>
    turn.map((other) => {
      let sum = 0;
      for (let i = 0; i < size; i += 1)
        for (let j = 0; j < size; j += 1) sum += (row[i] ?? 0) * (own[i * size + j] ?? 0) * (other[j] ?? 0);
      return sum;
    }),
  );
  return { ok: true, parameters, covariance, logLikelihood: point.value, iterations };
}
