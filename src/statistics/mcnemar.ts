/** McNemar's test of paired answers (Psychometrika 1947;12:153): only the pairs that differ count. */
import { binomialTest } from './binomial.ts';
import { chiSquareUpper } from './chi-square.ts';
import { requireCount } from './domain-error.ts';

/** The test; without pairs that differ there is nothing to compare, and p is 1. */
export interface McNemarTest {
  readonly chiSquare: number;
  readonly p: number;
  /** The binomial test of the pairs that differ. */
  readonly exactP: number;
}

/**
 * The test of `gained` against `lost`, the pairs that changed one way and the other.
 *
 * @throws DomainError (a RangeError) for what is no count.
 */
export function mcNemar(gained: number, lost: number): McNemarTest {
  requireCount('gained', gained);
  requireCount('lost', lost);
  const changed = gained + lost;
  if (changed === 0) return { chiSquare: 0, p: 1, exactP: 1 };
  const chiSquare = (gained - lost) ** 2 / changed;
  return { chiSquare, p: chiSquareUpper(chiSquare, 1), exactP: binomialTest(gained, changed, 0.5).twoSided };
}
