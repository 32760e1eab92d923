/**
 * Effects of studies explained by their properties: weighted least squares with a variance between studies that the properties
 * leave (mixed-effects meta-regression; Thompson and Higgins, Stat Med 2002;21:1559), as metafor's `rma` with moderators. What
 * it finds is between studies and not randomised.
 */
import { chiSquareUpper } from '../chi-square.ts';
import { requireOpenProbability } from '../domain-error.ts';
import { fUpper } from '../f-distribution.ts';
import { normalUpper, normalUpperQuantile } from '../normal.ts';
import { studentsTUpper, studentsTUpperQuantile } from '../students-t.ts';
import { betweenStudyVariance, type TauEstimator } from './between-study-variance.ts';
import type { EffectSize } from './effect-size.ts';
import { type Moderator, type ModeratorCoding, type ModeratorFault, moderatorDesign } from './moderators.ts';
import type { PooledTest, PoolingOptions } from './random-effects.ts';
import { dependentColumn, regressionCoefficients, regressionModel } from './weighted-regression.ts';
import { weightedFit } from './weighted-sums.ts';

/** What a column adds to the effect. */
export interface MetaRegressionCoefficient {
  /** `intercept`, the name of a number, or `name: level` of a factor. */
  readonly term: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly statistic: number | null;
  readonly p: number | null;
}

/** A fitted regression. */
export interface MetaRegression {
  readonly studies: number;
  readonly estimator: TauEstimator;
  readonly test: PooledTest;
  readonly confidence: number;
  readonly coefficients: readonly MetaRegressionCoefficient[];
  /** Covariance of the coefficients, in their order. */
  readonly covariance: readonly (readonly number[])[];
  /** Studies less coefficients. */
  readonly degrees: number;
  readonly tau2: number;
  readonly tau2Error: number | null;
  /** Scatter that the properties leave: QE, its p, I2 and H2. */
  readonly residual: {
    readonly q: number;
    readonly qP: number;
    readonly i2Percent: number;
    readonly h2: number;
  };
  /** All coefficients but the intercept at once: QM, chi-square with z, F with the other tests; null without any error. */
  readonly moderators: {
    readonly statistic: number;
    readonly degrees: readonly [number] | readonly [number, number];
    readonly p: number;
  } | null;
  /** Percent of tau2 that the properties explain, adjusted R2 for EE; null where there is no tau2 to explain. */
  readonly r2Percent: number | null;
  readonly codings: readonly ModeratorCoding[];
}

/** A regression, or why there is none; `term` names what is at fault. */
export type MetaRegressionReading =
  | { readonly ok: true; readonly regression: MetaRegression }
  | { readonly ok: false; readonly reason: 'noStudies' | 'varianceNotPositive' }
  | ({ readonly ok: false } & ModeratorFault)
  | { readonly ok: false; readonly reason: 'collinear'; readonly term: string }
  | {
      readonly ok: false;
      readonly reason: 'tooFewStudies';
      readonly studies: number;
      /** The least number of studies for so many columns. */
      readonly needed: number;
    };

/** Quantiles and tails by the test: normal, or Student's t. */
const errorLaw = (test: PooledTest, degrees: number, confidence: number) => {
  const tail = (1 - confidence) / 2;
  return test === 'z'
    ? { reach: normalUpperQuantile(tail), upper: normalUpper }
    : {
        reach: studentsTUpperQuantile(tail, degrees),
        upper: (value: number) => studentsTUpper(value, degrees),
      };
};

function explainedPercent(
  effects: readonly EffectSize[],
  estimator: TauEstimator,
  tau2: number,
  q: number,
  degrees: number,
): number | null {
  const k = effects.length;
  if (estimator === 'EE') {
    const total = weightedFit(
      effects,
      effects.map(({ variance }) => 1 / variance),
    ).squares;
    return total > 0 ? Math.max(0, 100 * (1 - ((q / total) * (k - 1)) / degrees)) : null;
  }
  const { tau2: without } = betweenStudyVariance(effects, estimator);
  return without > 0 ? Math.max(0, (100 * (without - tau2)) / without) : null;
}

/** The statistic b' V^-1 b of all coefficients but the intercept, each of whose errors was multiplied by `factor`. */
function moderatorsTest(
  effects: readonly EffectSize[],
  weights: readonly number[],
  squares: number,
  { factor, columns, degrees, test }: { factor: number; columns: number; degrees: number; test: PooledTest },
): MetaRegression['moderators'] {
  if (factor === 0) return null;
  // With the intercept in both, the drop of the weighted squares is the Wald statistic.
  const statistic = Math.max(0, weightedFit(effects, weights).squares - squares) / factor;
  return test === 'z'
    ? { statistic, degrees: [columns], p: chiSquareUpper(statistic, columns) }
    : {
        statistic: statistic / columns,
        degrees: [columns, degrees],
        p: fUpper(statistic / columns, columns, degrees),
      };
}

/**
 * Regresses effects on properties of their studies.
 *
 * @throws DomainError for a confidence outside (0, 1).
 * @example metaRegression(effects, [{ kind: 'factor', name: 'line', values: ['first', 'second', 'first', 'second'] }])
 */
export function metaRegression(
  effects: readonly EffectSize[],
  moderators: readonly Moderator[],
  options: Omit<PoolingOptions, 'prediction'> = {},
): MetaRegressionReading {
  const { estimator = 'REML', test = 'z', confidence = 0.95 } = options;
  requireOpenProbability('confidence', confidence);
  const k = effects.length;
  if (k === 0) return { ok: false, reason: 'noStudies' };
  if (effects.some(({ variance }) => !(variance > 0))) return { ok: false, reason: 'varianceNotPositive' };
  const read = moderatorDesign(moderators, k);
  if (!read.ok) return read;
  const { design, terms, codings } = read.columns;
  const degrees = k - terms.length;
  if (degrees < 1) return { ok: false, reason: 'tooFewStudies', studies: k, needed: terms.length + 1 };
  const precise = effects.map(({ variance }) => 1 / variance);
  const dependent = dependentColumn(design, precise);
  if (dependent !== undefined) return { ok: false, reason: 'collinear', term: terms[dependent] ?? '' };
  const model = regressionModel(design);
  const { tau2, standardError: tau2Error } = betweenStudyVariance(effects, estimator, model);
  const weights = effects.map(({ variance }) => 1 / (variance + tau2));
  const { values, inverse, squares } = regressionCoefficients(design, effects, weights);
  const scatter = squares <= Number.EPSILON ? 0 : squares / degrees;
  const factor = test === 'z' ? 1 : test === 'knha' ? scatter : Math.max(1, scatter);
  const law = errorLaw(test, degrees, confidence);
  const { squares: q, trace } = model.fit(effects, precise);
  const typical = degrees / trace;
  return {
    ok: true,
    regression: {
      studies: k,
      estimator,
      test,
      confidence,
      coefficients: terms.map((term, at): MetaRegressionCoefficient => {
        const estimate = values[at] ?? 0;
        const standardError = Math.sqrt(factor * (inverse[at]?.[at] ?? 0));
        const statistic = standardError > 0 ? estimate / standardError : null;
        return {
          term,
          estimate,
          standardError,
          lower: estimate - law.reach * standardError,
          upper: estimate + law.reach * standardError,
          statistic,
          p: statistic === null ? null : Math.min(1, 2 * law.upper(Math.abs(statistic))),
        };
      }),
      covariance: inverse.map((row) => row.map((value) => factor * value)),
      degrees,
      tau2,
      tau2Error,
      residual: {
        q,
        qP: chiSquareUpper(q, degrees),
        i2Percent:
          estimator === 'EE'
            ? q > 0
              ? Math.max(0, (100 * (q - degrees)) / q)
              : 0
            : (100 * tau2) / (typical + tau2),
        h2: estimator === 'EE' ? q / degrees : tau2 / typical + 1,
      },
      moderators: moderatorsTest(effects, weights, squares, {
        factor,
        columns: terms.length - 1,
        degrees,
        test,
      }),
      r2Percent: explainedPercent(effects, estimator, tau2, q, degrees),
      codings,
    },
  };
}
