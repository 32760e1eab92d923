/**
 * The test of proportional hazards: the score test for an interaction of each covariate with a function of time (Grambsch
 * and Therneau, Biometrika 1994;81:515), with the exact information as `cox.zph` of R's survival 3 has it, not the
 * approximation of version 2.
 */
import { indexOfTime, kaplanMeier } from '../survival/index.ts';
import type { CoxColumns } from './cox-columns.ts';
import type { CoxDesign } from './cox-design.ts';
import type { CoxModel, CoxTest } from './cox-model.ts';
import { coxTest } from './cox-test.ts';
import { hazardOverSpans } from './cumulative-hazard.ts';
import { type FittedModelRefusal, fittedModel } from './fitted-model.ts';
import { addOuter, fromTriangle, triangleLength, weightedCrossProduct } from './partial-likelihood.ts';
import { eachStep, type RiskSums, type SteppedTies, stepMean } from './risk-sums.ts';
import { eventTimeMeans } from './score-residuals.ts';
import { cholesky, dot, solve } from './symmetric-matrix.ts';

/** The function of time: 1 - S just before it by Kaplan and Meier, the rank among all times, the time, or its logarithm. */
export type TimeTransform = 'km' | 'rank' | 'identity' | 'log';

/** The test of one term, null where the data cannot tell it from the coefficient itself. */
export interface ProportionalHazardsTerm {
  readonly name: string;
  readonly test: CoxTest | null;
}

/** The tests. */
export interface ProportionalHazardsTest {
  readonly transform: TimeTransform;
  readonly terms: readonly ProportionalHazardsTerm[];
  readonly global: CoxTest | null;
}

/** The tests, or why there are none. `timeNotAboveZero`: no logarithm; `oneEventTime`: nothing varies with time. */
export type ProportionalHazardsReading =
  | { readonly ok: true; readonly tests: ProportionalHazardsTest }
  | FittedModelRefusal
  | { readonly ok: false; readonly reason: 'timeNotAboveZero' | 'oneEventTime' };

/** What is tested, and on which scale of time. */
export interface ProportionalHazardsOptions {
  /** `km` when absent. */
  readonly transform?: TimeTransform;
  /** Covariates tested together (the columns of one factor), by the name of the term; each alone when absent. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
}

/** The function of time at each event time of the spans. */
function transformed(columns: CoxColumns, { spans }: CoxDesign, transform: TimeTransform): Float64Array {
  const { times, distinct, exitIndex } = spans;
  switch (transform) {
    case 'identity':
      return times.slice();
    case 'log':
      return times.map((time) => Math.log(time));
    case 'rank': {
      const below = new Float64Array(distinct.length + 1);
      for (const exit of exitIndex) below[exit + 1] = (below[exit + 1] ?? 0) + 1;
      for (let at = 0; at < distinct.length; at += 1) below[at + 1] = (below[at + 1] ?? 0) + (below[at] ?? 0);
      return times.map((time) => {
        const at = indexOfTime(distinct, time);
        return ((below[at] ?? 0) + (below[at + 1] ?? 0) + 1) / 2;
      });
    }
    case 'km': {
      const read = kaplanMeier(columns);
      if (!read.ok) return new Float64Array(times.length);
      const { curve } = read;
      return times.map((time) => 1 - (curve.survival[indexOfTime(curve.times, time) - 1] ?? 1));
    }
  }
}

/** The information with each event time counted by a factor. */
function informationBy(
  design: CoxDesign,
  sums: RiskSums,
  ties: SteppedTies,
  factor: Float64Array,
): Float64Array {
  const { spans, size, x } = design;
  const whole = new Float64Array(spans.times.length);
  const failing = new Float64Array(spans.times.length);
  const means = new Float64Array(triangleLength(size));
  const mean = new Float64Array(size);
  eachStep(design, sums, ties, (place, weight, share, denominator) => {
    const own = weight * (factor[place] ?? 0);
    whole[place] = (whole[place] ?? 0) + own / denominator;
    failing[place] = (failing[place] ?? 0) + ((1 - share) * own) / denominator;
    stepMean(design, sums, place, share, denominator, mean);
    addOuter(means, size, mean, 0, own);
  });
  const over = hazardOverSpans(design, { whole, failing });
  const second = weightedCrossProduct(
    x,
    size,
    over.map((value, at) => value * (sums.hazard[at] ?? 0)),
  );
  return fromTriangle(
    second.map((moment, cell) => moment - (means[cell] ?? 0)),
    size,
  );
}

/** Tests proportional hazards on the columns a model was fitted to. */
export function proportionalHazardsTest(
  columns: CoxColumns,
  model: CoxModel,
  options: ProportionalHazardsOptions = {},
): ProportionalHazardsReading {
  const fitted = fittedModel(columns, model);
  if (!fitted.ok) return fitted;
  const { design, beta, ties } = fitted;
  const { transform = 'km' } = options;
  const { spans, size, x, weights, names } = design;
  if (transform === 'log' && spans.times.some((time) => time <= 0))
    return { ok: false, reason: 'timeNotAboveZero' };
  const raw = transformed(columns, design, transform);
  let [sum, events] = [0, 0];
  for (let place = 0; place < raw.length; place += 1) {
    sum += (raw[place] ?? 0) * (spans.eventsAt[place] ?? 0);
    events += spans.eventsAt[place] ?? 0;
  }
  const centred = raw.map((value) => value - sum / events);
  // The test does not change with the unit of the function of time, but its matrix would.
  const range = centred.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(range > 1e-12 * Math.abs(sum / events)) || range === 0) return { ok: false, reason: 'oneEventTime' };
  const factor = centred.map((value) => value / range);
  const { sums, mean } = eventTimeMeans(design, beta, ties);
  const score = new Float64Array(size);
  for (let at = 0; at < spans.active; at += 1) {
    if (spans.event[at] !== 1) continue;
    const place = (spans.to[at] ?? 1) - 1;
    const own = (weights[at] ?? 1) * (factor[place] ?? 0);
    for (let k = 0; k < size; k += 1)
      score[k] = (score[k] ?? 0) + own * ((x[at * size + k] ?? 0) - (mean[place * size + k] ?? 0));
  }
  const plain = informationBy(design, sums, ties, new Float64Array(factor.length).fill(1));
  const crossed = informationBy(design, sums, ties, factor);
  const squared = informationBy(
    design,
    sums,
    ties,
    factor.map((value) => value * value),
  );
  const testOf = (tested: readonly number[]): CoxTest | null => {
    const total = size + tested.length;
    const matrix = new Float64Array(total * total);
    const gradient = new Float64Array(total);
    const sourceOf = (at: number): number => (at < size ? at : (tested[at - size] ?? 0));
    for (let a = 0; a < total; a += 1) {
      if (a >= size) gradient[a] = score[sourceOf(a)] ?? 0;
      for (let b = 0; b < total; b += 1) {
        const later = Number(a >= size) + Number(b >= size);
        const from = later === 0 ? plain : later === 1 ? crossed : squared;
        matrix[a * total + b] = from[sourceOf(a) * size + sourceOf(b)] ?? 0;
      }
    }
    const decomposed = cholesky(matrix, total);
    if (decomposed.rank < total) return null;
    return coxTest(dot(solve(decomposed, gradient), gradient), tested.length);
  };
  const given = options.terms ?? Object.fromEntries(names.map((name) => [name, [name]]));
  const terms = Object.entries(given).flatMap(([name, covariates]) => {
    const tested = covariates.map((each) => names.indexOf(each)).filter((index) => index >= 0);
    return tested.length === 0 ? [] : [{ name, test: testOf(tested) }];
  });
  return { ok: true, tests: { transform, terms, global: testOf([...names.keys()]) } };
}
