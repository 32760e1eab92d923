/** The difference of two means by Student's t, with the variances apart (Welch, Biometrika 1947;34:28) or pooled. */
import { requireOpenProbability } from './domain-error.ts';
import { studentsTCdf, studentsTUpper, studentsTUpperQuantile } from './students-t.ts';

/** How the test is made. */
export interface TTestOptions {
  /** Two-sided confidence level; 0.95 when absent. */
  readonly confidence?: number;
  /** `welch`, which takes no equality of variances for granted, when absent. */
  readonly variances?: 'welch' | 'pooled';
}

/** The test of the first mean against the second. */
export interface TTest {
  /** First mean minus second. */
  readonly difference: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly confidence: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly variances: 'welch' | 'pooled';
}

/** The test, or why there is none. */
export type TTestReading =
  | { readonly ok: true; readonly test: TTest }
  | { readonly ok: false; readonly reason: 'tooFewValues' | 'notFinite' | 'noVariation' };

/** Count, mean and variance (with n - 1) of a sample; the variance is null below two values. */
export function meanAndVariance(values: ArrayLike<number>): {
  readonly count: number;
  readonly mean: number | null;
  readonly variance: number | null;
} {
  const count = values.length;
  if (count === 0) return { count, mean: null, variance: null };
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += values[at] ?? 0;
  const first = sum / count;
  let rest = 0;
  for (let at = 0; at < count; at += 1) rest += (values[at] ?? 0) - first;
  const mean = first + rest / count;
  let squares = 0;
  for (let at = 0; at < count; at += 1) squares += ((values[at] ?? 0) - mean) ** 2;
  return { count, mean, variance: count < 2 ? null : squares / (count - 1) };
}

/**
 * Compares two means.
 *
 * @throws DomainError for a confidence outside (0, 1).
 */
export function tTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: TTestOptions = {},
): TTestReading {
  const { confidence = 0.95, variances = 'welch' } = options;
  requireOpenProbability('confidence', confidence);
  if (![...Array.from(first), ...Array.from(second)].every(Number.isFinite))
    return { ok: false, reason: 'notFinite' };
  const [a, b] = [meanAndVariance(first), meanAndVariance(second)];
  if (a.mean === null || b.mean === null || a.variance === null || b.variance === null)
    return { ok: false, reason: 'tooFewValues' };
  const free = a.count + b.count - 2;
  const pooled = ((a.count - 1) * a.variance + (b.count - 1) * b.variance) / free;
  const [va, vb] =
    variances === 'pooled'
      ? [pooled / a.count, pooled / b.count]
      : [a.variance / a.count, b.variance / b.count];
  const standardError = Math.sqrt(va + vb);
  // As R: means that rounding alone tells apart are not compared.
  if (standardError <= 10 * Number.EPSILON * Math.max(Math.abs(a.mean), Math.abs(b.mean)))
    return { ok: false, reason: 'noVariation' };
  const degreesOfFreedom =
    variances === 'pooled' ? free : (va + vb) ** 2 / (va ** 2 / (a.count - 1) + vb ** 2 / (b.count - 1));
  const difference = a.mean - b.mean;
  const t = difference / standardError;
  const half = studentsTUpperQuantile((1 - confidence) / 2, degreesOfFreedom) * standardError;
  const tail = t < 0 ? studentsTCdf(t, degreesOfFreedom) : studentsTUpper(t, degreesOfFreedom);
  return {
    ok: true,
    test: {
      difference,
      standardError,
      lower: difference - half,
      upper: difference + half,
      confidence,
      t,
      degreesOfFreedom,
      p: Math.min(1, 2 * tail),
      variances,
    },
  };
}
