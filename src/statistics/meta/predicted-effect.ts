/**
 * The effect that a regression expects of a study with given properties, and where the effect of such a study lies (metafor's
 * `predict` with `newmods`).
 */
import { requireOpenProbability } from '../domain-error.ts';
import { normalUpperQuantile } from '../normal.ts';
import { studentsTUpperQuantile } from '../students-t.ts';
import type { MetaRegression } from './meta-regression.ts';
import { codedValue } from './moderators.ts';

/** An expected effect. */
export interface PredictedEffect {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Where the effect of another such study lies; normal with z, t with the other tests. Null for EE. */
  readonly prediction: { readonly lower: number; readonly upper: number } | null;
}

/** An expected effect, or the property that is missing or has a value that no study had. */
export type PredictedEffectReading =
  | { readonly ok: true; readonly predicted: PredictedEffect }
  | { readonly ok: false; readonly reason: 'missingModerator' | 'unknownValue'; readonly term: string };

/**
 * The expected effect at one value of each property, by its name.
 *
 * @throws DomainError for a confidence outside (0, 1).
 * @example predictedEffect(regression, { year: 2019, line: 'first' })
 */
export function predictedEffect(
  regression: MetaRegression,
  at: Readonly<Record<string, number | string>>,
  confidence = regression.confidence,
): PredictedEffectReading {
  requireOpenProbability('confidence', confidence);
  const row = [1];
  for (const coding of regression.codings) {
    const value = at[coding.name];
    if (value === undefined) return { ok: false, reason: 'missingModerator', term: coding.name };
    const coded = codedValue(coding, value);
    if (coded === undefined) return { ok: false, reason: 'unknownValue', term: coding.name };
    row.push(...coded);
  }
  const estimate = regression.coefficients.reduce(
    (sum, each, column) => sum + each.estimate * (row[column] ?? 0),
    0,
  );
  const variance = regression.covariance.reduce(
    (sum, line, i) => sum + (row[i] ?? 0) * line.reduce((part, value, j) => part + value * (row[j] ?? 0), 0),
    0,
  );
  const tail = (1 - confidence) / 2;
  const critical =
    regression.test === 'z' ? normalUpperQuantile(tail) : studentsTUpperQuantile(tail, regression.degrees);
  const standardError = Math.sqrt(Math.max(0, variance));
  const reach = critical * Math.sqrt(Math.max(0, variance) + regression.tau2);
  return {
    ok: true,
    predicted: {
      estimate,
      standardError,
      lower: estimate - critical * standardError,
      upper: estimate + critical * standardError,
      prediction: regression.estimator === 'EE' ? null : { lower: estimate - reach, upper: estimate + reach },
    },
  };
}
