/**
 * Cox regression with Firth's penalty, which has finite estimates where the likelihood is monotone (Heinze and Schemper,
 * Biometrics 2001;57:114). Limits and tests are those of the profile of the penalised likelihood; Wald's mislead here.
 */
import { chiSquareUpperQuantile } from '../chi-square.ts';
import { requireOpenProbability } from '../domain-error.ts';
import { newtonRoot } from '../newton-root.ts';
import type { CoxColumns } from './cox-columns.ts';
import type { CoxDesign } from './cox-design.ts';
import type { CoxRefusal, CoxTest } from './cox-model.ts';
import { coxTest } from './cox-test.ts';
import { penalisedLikelihood } from './penalised-likelihood.ts';
import { type PenalisedMaximum, penalisedMaximum } from './penalised-maximum.ts';
import { preparedModel } from './prepared-model.ts';
import type { SteppedTies } from './risk-sums.ts';

/** How the penalised model is fitted. */
export interface FirthOptions {
  /** `efron` when absent; the published program takes `breslow`. */
  readonly ties?: SteppedTies;
  /** Two-sided confidence level; 0.95 when absent. */
  readonly confidence?: number;
}

/** One coefficient. */
export interface FirthCoefficient {
  readonly name: string;
  readonly coefficient: number;
  /** From the information at the estimate. */
  readonly standardError: number;
  readonly hazardRatio: number | null;
  /** Limits of the hazard ratio by the profile of the penalised likelihood; null where it has none. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** The test of no effect by the same profile; null where the steps did not come to rest. */
  readonly test: CoxTest | null;
}

/** A penalised model. */
export interface FirthModel {
  readonly ties: SteppedTies;
  readonly confidence: number;
  readonly subjects: number;
  readonly eventCount: number;
  readonly coefficients: readonly FirthCoefficient[];
  readonly penalisedLogLikelihood: number;
  readonly nullPenalisedLogLikelihood: number;
  readonly likelihoodRatio: CoxTest;
}

/** The model, or why there is none. */
export type FirthReading = { readonly ok: true; readonly model: FirthModel } | CoxRefusal;

/** Rounding of twice a difference of likelihoods. */
const noise = 1e-10;
const mostDoublings = 30;

interface Profiled {
  readonly design: CoxDesign;
  readonly ties: SteppedTies;
  readonly reached: PenalisedMaximum;
  readonly at: number;
}

/** The greatest penalised likelihood with one coefficient held at a value. */
function heldAt({ design, ties, reached, at }: Profiled, value: number): PenalisedMaximum | undefined {
  const start = reached.beta.slice();
  start[at] = value;
  return penalisedMaximum(design, ties, start, at);
}

/** Where twice the fall of the profile comes to a critical value, on one side; null where it does not. */
function profileLimit(profiled: Profiled, critical: number, side: 1 | -1): number | null {
  const { reached, at } = profiled;
  const estimate = reached.beta[at] ?? 0;
  const size = profiled.design.size;
  const wald = Math.sqrt(critical * (reached.value.variance[at * size + at] ?? 0));
  const fall = (distance: number): { value: number; slope: number } | undefined => {
    const held = heldAt(profiled, estimate + side * distance);
    if (held === undefined) return undefined;
    const { logLikelihood, gradient } = held.value;
    return {
      value: 2 * (reached.value.logLikelihood - logLikelihood) - critical,
      slope: -2 * side * (gradient[at] ?? 0),
    };
  };
  let [near, far] = [0, wald];
  for (let doubling = 0; doubling < mostDoublings; doubling += 1) {
    const own = fall(far);
    if (own === undefined) return null;
    if (own.value >= 0) {
      let isLost = false;
      const distance = newtonRoot(
        (x) => {
          const read = fall(x);
          if (read === undefined) isLost = true;
          return read ?? { value: 0, slope: 1 };
        },
        far,
        noise,
        near,
        far * (1 + Number.EPSILON * 4),
      );
      return isLost ? null : estimate + side * distance;
    }
    near = far;
    far *= 2;
  }
  return null;
}

const exponential = (value: number | null, unit: number): number | null => {
  const ratio = value === null ? Number.NaN : Math.exp(value / unit);
  return Number.isFinite(ratio) ? ratio : null;
};

function coefficientOf(profiled: Profiled, critical: number): FirthCoefficient {
  const { design, reached, at } = profiled;
  const unit = design.scale[at] ?? 1;
  const estimate = reached.beta[at] ?? 0;
  const none = heldAt(profiled, 0);
  return {
    name: design.names[at] ?? '',
    coefficient: estimate / unit,
    standardError: Math.sqrt(reached.value.variance[at * design.size + at] ?? 0) / unit,
    hazardRatio: exponential(estimate, unit),
    lower: exponential(profileLimit(profiled, critical, -1), unit),
    upper: exponential(profileLimit(profiled, critical, 1), unit),
    test:
      none === undefined ? null : coxTest(2 * (reached.value.logLikelihood - none.value.logLikelihood), 1),
  };
}

/**
 * Fits a penalised model: the answer where `coxRegression` refuses with `monotoneLikelihood`. Weights count as numbers of
 * subjects; clusters are not used.
 *
 * @throws DomainError for a confidence outside (0, 1), which is the caller's bug.
 * @example firthRegression({ time, event, covariates: [{ name: 'treated', values: treated }] })
 */
export function firthRegression(columns: CoxColumns, options: FirthOptions = {}): FirthReading {
  const { ties = 'efron', confidence = 0.95 } = options;
  requireOpenProbability('confidence', confidence);
  const prepared = preparedModel(columns, ties, 'refuse');
  if (!prepared.ok) return prepared;
  const { design } = prepared;
  const zero = new Float64Array(design.size);
  const reached = penalisedMaximum(design, ties, zero);
  if (reached === undefined) return { ok: false, reason: 'notAtRest' };
  const critical = chiSquareUpperQuantile(1 - confidence, 1);
  const atZero = penalisedLikelihood(design, ties, zero).logLikelihood;
  // The determinant of the information changes with the unit of the covariates; it is given in that of the columns.
  const unit = design.scale.reduce((sum, scale) => sum + Math.log(scale), 0);
  return {
    ok: true,
    model: {
      ties,
      confidence,
      subjects: columns.time.length,
      eventCount: columns.event.reduce((sum, each) => sum + each, 0),
      coefficients: design.names.map((_, at) => coefficientOf({ design, ties, reached, at }, critical)),
      penalisedLogLikelihood: reached.value.logLikelihood + unit,
      nullPenalisedLogLikelihood: atZero + unit,
      likelihoodRatio: coxTest(2 * (reached.value.logLikelihood - atZero), design.size),
    },
  };
}
