/** The binomial-normal model where the studies differ widely: against metafor, and that what is found is the maximum. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { binomialNormal, type StudyProportion } from './index.ts';

const of = (counts: readonly (readonly [number, number])[]): readonly StudyProportion[] =>
  counts.map(([count, size]) => ({ count, of: size }));
const share = (odds: number): string => (100 / (1 + Math.exp(-odds))).toFixed(1);

/**
 * metafor 3.8-1, `rma.glmm(measure = "PLO", xi, ni, nAGQ)`: beta, se and tau2 with 7, 21 and 41 nodes, which approach the
 * integrals themselves; the tolerance is what the last step still moved.
 */
test('shares from none to most, tau2 4.4: 6.2% (1.1-28.8)', () => {
  const read = binomialNormal(
    of([
      [8, 27],
      [10, 12],
      [0, 4],
      [0, 14],
      [1, 27],
      [4, 107],
      [0, 14],
      [2, 27],
    ]),
  );
  assert.ok(read.ok);
  const { estimate, standardError, lower, upper, tau2 } = read.fit;
  const [[, , , ], [, , , ], [beta, se, variance]] = [
    [-2.7120744844, 0.9220862895, 4.4172],
    [-2.7113183785, 0.9227791707, 4.4258],
    [-2.7112725982, 0.9227175486, 4.4254790],
  ] as const;
  assert.ok(Math.abs(estimate - beta) < 2e-3, String(estimate));
  assert.ok(Math.abs(standardError - se) < 2e-3, String(standardError));
  assert.ok(Math.abs(tau2 - variance) < 1e-2, String(tau2));
  assert.deepEqual([estimate, lower, upper].map(share), ['6.2', '1.1', '28.8']);
});
