/** Columns of a model from rows of numbers, for the tests. */
import assert from 'node:assert/strict';
import { type CoxColumns, type CoxModel, type CoxOptions, coxRegression } from './index.ts';

/** Columns as lists. */
export interface GivenColumns {
  readonly time: readonly number[];
  readonly event: readonly number[];
  readonly x: readonly (readonly number[])[];
  readonly entry?: readonly number[];
  readonly strata?: readonly (number | string)[];
  readonly weights?: readonly number[];
  readonly clusters?: readonly number[];
}

/** The columns of lists; covariates are named x1, x2, ... */
export const columns = ({ time, event, x, entry, strata, weights, clusters }: GivenColumns): CoxColumns => ({
  time: Float64Array.from(time),
  event: Uint8Array.from(event),
  covariates: x.map((values, at) => ({ name: `x${at + 1}`, values: Float64Array.from(values) })),
  ...(entry === undefined ? {} : { entry: Float64Array.from(entry) }),
  ...(strata === undefined ? {} : { strata }),
  ...(weights === undefined ? {} : { weights: Float64Array.from(weights) }),
  ...(clusters === undefined ? {} : { clusters }),
});

/** The model, which must be there. */
export function modelOf(given: CoxColumns, options: CoxOptions = {}): CoxModel {
  const read = coxRegression(given, options);
  assert.ok(read.ok, read.ok ? '' : read.reason);
  return read.model;
}

/** Fails unless two models agree, the coefficients in units of their own. */
export function assertSameModel(one: CoxModel, other: CoxModel, units: readonly number[] = [1, 1]): void {
  const close = (a: number, b: number, what: string): void =>
    assert.ok(Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a)), `${what}: ${a} and ${b}`);
  for (const [at, { coefficient, standardError }] of one.coefficients.entries()) {
    const unit = units[at] ?? 1;
    const again = other.coefficients[at];
    close(coefficient, (again?.coefficient ?? Number.NaN) * unit, 'coefficient');
    close(standardError, (again?.standardError ?? Number.NaN) * unit, 'error');
  }
  close(one.logLikelihood, other.logLikelihood, 'log-likelihood');
  close(one.score.chiSquare, other.score.chiSquare, 'score');
  close(one.concordance?.concordance ?? 0, other.concordance?.concordance ?? 0, 'concordance');
}
