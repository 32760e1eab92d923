/** The F distribution, from the incomplete beta function (Abramowitz and Stegun 26.6.2). */
import { requireNonNegative, requireShape } from './domain-error.ts';
import { betaTails } from './incomplete-beta.ts';
import { allAbove, lowerOf, type Tails, upperOf } from './tails.ts';

function fTails(f: number, df1: number, df2: number): Tails {
  requireNonNegative('f', f);
  requireShape('df1', df1);
  requireShape('df2', df2);
  if (f === 0) return allAbove;
  const ratio = (df1 / df2) * f;
  return betaTails(df1 / 2, df2 / 2, 1 / (1 + 1 / ratio), 1 / (1 + ratio));
}

/** P(F <= f) with df1 and df2 degrees of freedom. @throws DomainError unless f >= 0 and 1e-279 <= df1, df2 <= 1e16. */
export function fCdf(f: number, df1: number, df2: number): number {
  return lowerOf(fTails(f, df1, df2));
}

/** P(F > f), accurate for large f. Errors as {@link fCdf}. */
export function fUpper(f: number, df1: number, df2: number): number {
  return upperOf(fTails(f, df1, df2));
}
