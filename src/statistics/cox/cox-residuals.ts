/**
 * Residuals of a model (Therneau, Grambsch and Fleming, Biometrika 1990;77:147; Schoenfeld, Biometrika 1982;69:239;
 * Grambsch and Therneau, Biometrika 1994;81:515), as R's `residuals.coxph` gives them.
 */
import type { CoxColumns } from './cox-columns.ts';
import type { CoxModel } from './cox-model.ts';
import { hazardOverSpans } from './cumulative-hazard.ts';
import { type FittedModelRefusal, fittedModel } from './fitted-model.ts';
import { eventTimeMeans, scoreResiduals } from './score-residuals.ts';

/** Residuals by row of the columns. */
export interface CoxResiduals {
  /** Events observed less events expected. */
  readonly martingale: Float64Array;
  readonly deviance: Float64Array;
  /** By covariate of the model: each row's part of the gradient, without its case weight. */
  readonly score: readonly Float64Array[];
  /** By covariate: how much each row, with its case weight, moves the coefficient. */
  readonly dfbeta: readonly Float64Array[];
}

/** The residuals, or why there are none. */
export type CoxResidualsReading =
  | { readonly ok: true; readonly residuals: CoxResiduals }
  | FittedModelRefusal
  | { readonly ok: false; readonly reason: 'exactTies' };

/** The residual's sign and the root of its part of the deviance. */
function devianceOf(martingale: number, event: number): number {
  const expected = event - martingale;
  const logarithm = event === 1 ? Math.log(expected) : 0;
  return Math.sign(martingale) * Math.sqrt(Math.max(0, -2 * (martingale + logarithm)));
}

/** The residuals of a model on the columns it was fitted to. The exact likelihood has no score residuals, and is refused. */
export function coxResiduals(columns: CoxColumns, model: CoxModel): CoxResidualsReading {
  if (model.ties === 'exact') return { ok: false, reason: 'exactTies' };
  const fitted = fittedModel(columns, model);
  if (!fitted.ok) return fitted;
  const { design, beta, ties, modelVariance } = fitted;
  const { spans, size, scale, weights } = design;
  const means = eventTimeMeans(design, beta, ties);
  const own = scoreResiduals(design, means);
  const over = hazardOverSpans(design, means.increments);
  const length = columns.time.length;
  const martingale = new Float64Array(length);
  const score = design.names.map(() => new Float64Array(length));
  const dfbeta = design.names.map(() => new Float64Array(length));
  for (let at = 0; at < spans.active; at += 1) {
    const row = spans.row[at] ?? 0;
    const weight = weights[at] ?? 1;
    martingale[row] = (spans.event[at] ?? 0) - ((means.sums.hazard[at] ?? 0) / weight) * (over[at] ?? 0);
    for (let a = 0; a < size; a += 1) {
      const unit = scale[a] ?? 1;
      let change = 0;
      for (let b = 0; b < size; b += 1)
        change += (modelVariance[a * size + b] ?? 0) * (own[at * size + b] ?? 0);
      const [scores, changes] = [score[a], dfbeta[a]];
      if (scores !== undefined) scores[row] = (own[at * size + a] ?? 0) * unit;
      if (changes !== undefined) changes[row] = (change * weight) / unit;
    }
  }
  const deviance = martingale.map((value, row) => devianceOf(value, columns.event[row] ?? 0));
  return { ok: true, residuals: { martingale, deviance, score, dfbeta } };
}

/** Schoenfeld residuals: one for each event, by stratum and time. */
export interface SchoenfeldResiduals {
  /** Rows of the columns, with their times. */
  readonly row: Int32Array;
  readonly time: Float64Array;
  /** By covariate: its value less its mean in the risk set. */
  readonly residuals: readonly Float64Array[];
  /** By covariate: times the covariance and the number of events, and the coefficient added. */
  readonly scaled: readonly Float64Array[];
}

/** The residuals, or why there are none. */
export type SchoenfeldReading =
  | { readonly ok: true; readonly residuals: SchoenfeldResiduals }
  | FittedModelRefusal
  | { readonly ok: false; readonly reason: 'exactTies' };

/** The Schoenfeld residuals of a model on the columns it was fitted to. */
export function schoenfeldResiduals(columns: CoxColumns, model: CoxModel): SchoenfeldReading {
  if (model.ties === 'exact') return { ok: false, reason: 'exactTies' };
  const fitted = fittedModel(columns, model);
  if (!fitted.ok) return fitted;
  const { design, beta, ties, modelVariance } = fitted;
  const { spans, size, scale, x } = design;
  const { mean } = eventTimeMeans(design, beta, ties);
  const positions: number[] = [];
  for (let at = 0; at < spans.active; at += 1) if (spans.event[at] === 1) positions.push(at);
  const standard = (at: number, k: number): number =>
    (x[at * size + k] ?? 0) - (mean[((spans.to[at] ?? 1) - 1) * size + k] ?? 0);
  const columnOf = (value: (at: number) => number): Float64Array => Float64Array.from(positions, value);
  return {
    ok: true,
    residuals: {
      row: Int32Array.from(positions, (at) => spans.row[at] ?? 0),
      time: columnOf((at) => spans.times[(spans.to[at] ?? 1) - 1] ?? 0),
      residuals: design.names.map((_, k) => columnOf((at) => standard(at, k) * (scale[k] ?? 1))),
      scaled: design.names.map((_, a) =>
        columnOf((at) => {
          let sum = beta[a] ?? 0;
          for (let b = 0; b < size; b += 1)
            sum += positions.length * (modelVariance[a * size + b] ?? 0) * standard(at, b);
          return sum / (scale[a] ?? 1);
        }),
      ),
    },
  };
}
