/** A chi-square statistic of several coefficients with its p. */
import { chiSquareUpper } from '../chi-square.ts';
import type { CoxTest } from './cox-model.ts';

/** The test; a statistic below 0, which is rounding, is 0. */
export function coxTest(chiSquare: number, degreesOfFreedom: number): CoxTest {
  const value = Math.max(0, chiSquare);
  return { chiSquare: value, degreesOfFreedom, p: chiSquareUpper(value, degreesOfFreedom) };
}
