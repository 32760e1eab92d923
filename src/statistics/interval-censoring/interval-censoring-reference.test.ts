/** Interval-censored times against the reference values (R 4.2.2, survival 3.5-3): retinopathy in diabetes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absent, assertNear, numbersOf, referencesOf, tableOf } from '../reference-values.fixture.ts';
import { turnbull, turnbullAt, turnbullQuantile } from './index.ts';

test('Turnbull by sex: survival and median', { skip: absent }, () => {
  for (const { id, expected } of referencesOf('interval-censored')) {
    let place = 0;
    for (const [at, sex] of ['female', 'male'].entries()) {
      const rows = tableOf('lifelines_interval_diabetes.csv').filter((row) => row['gender'] === sex);
      const read = turnbull({
        lower: Float64Array.from(rows, (row) => Number(row['left'])),
        upper: Float64Array.from(rows, (row) => Number(row['right'])),
      });
      assert.ok(read.ok);
      for (const time of [10, 20, 30]) {
        const { least, most } = turnbullAt(read.estimate, time);
        assertNear(
          [least, most],
          Array(2).fill(numbersOf(expected['surv'])[place]),
          `${id} ${sex} ${time}`,
          1e-4,
        );
        place += 1;
      }
      assert.equal(turnbullQuantile(read.estimate, 0.5).middle, numbersOf(expected['median'])[at]);
    }
  }
});
