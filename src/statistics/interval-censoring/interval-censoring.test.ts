/** Interval-censored times by hand, columns without an answer, and rules that hold for all. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { kaplanMeier, survivalAt } from '../survival/index.ts';
import { turnbull, turnbullAt, turnbullQuantile } from './index.ts';

const never = Number.POSITIVE_INFINITY;
const unknown = Number.NEGATIVE_INFINITY;
const columns = (pairs: readonly (readonly [number, number])[]) => ({
  lower: Float64Array.from(pairs, ([from]) => from),
  upper: Float64Array.from(pairs, ([, to]) => to),
});
function estimate(pairs: readonly (readonly [number, number])[]) {
  const read = turnbull(columns(pairs));
  assert.ok(read.ok);
  return read.estimate;
}

suite('no answer has a name', () => {
  const rows = [
    ['nobody', [], 'noSubjects', undefined],
    ['no number', [[1, Number.NaN]], 'boundNotANumber', 0],
    [
      'turned',
      [
        [0, 1],
        [3, 2],
      ],
      'boundsNotOrdered',
      1,
    ],
    ['never begun', [[never, never]], 'boundNotFinite', 0],
  ] as const;
  for (const [what, pairs, reason, row] of rows)
    test(what, () =>
      assert.deepEqual(turnbull(columns(pairs)), {
        ok: false,
        reason,
        ...(row === undefined ? {} : { row }),
      }),
    );
  test('lengths', () =>
    assert.deepEqual(turnbull({ lower: Float64Array.of(1), upper: new Float64Array(2) }), {
      ok: false,
      reason: 'lengthsDiffer',
    }));
});

suite('by hand', () => {
  test('two that overlap: all probability in what they share', () => {
    const { masses } = estimate([
      [0, 4],
      [3, 8],
    ]);
    assert.deepEqual(masses, [{ from: 3, to: 4, mass: 1 }]);
    assert.deepEqual(turnbullAt(estimate([[3, 4]]), 3.5), { time: 3.5, least: 0, most: 1 });
  });
  test('two apart: one half in each; the median lies between', () => {
    const own = estimate([
      [0, 2],
      [5, 6],
    ]);
    assert.deepEqual(own.masses, [
      { from: 0, to: 2, mass: 0.5 },
      { from: 5, to: 6, mass: 0.5 },
    ]);
    assert.deepEqual(turnbullQuantile(own, 0.5), { probability: 0.5, from: 0, to: 6, middle: 3.25 });
  });
  test('nobody seen with the event: never, or later; no quantile', () => {
    const own = estimate([
      [3, never],
      [5, never],
    ]);
    assert.deepEqual(own.masses, [{ from: 5, to: null, mass: 1 }]);
    assert.deepEqual(turnbullQuantile(own, 0.5), { probability: 0.5, from: null, to: null, middle: null });
  });
  test('a first scan that finds it: at any time before', () => {
    const own = estimate([[unknown, 3]]);
    assert.deepEqual(own.masses, [{ from: null, to: 3, mass: 1 }]);
    assert.deepEqual(turnbullAt(own, 3), { time: 3, least: 0, most: 0 });
  });
  test('an exact time ends an interval that ends there, and lies before one that begins there', () => {
    assert.deepEqual(
      estimate([
        [3, 5],
        [5, 5],
        [5, 8],
      ]).masses.map(({ from, to }) => [from, to]),
      [
        [5, 5],
        [5, 8],
      ],
    );
  });
});

const times = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean()), {
  minLength: 1,
  maxLength: 25,
});
test('exact and right-censored times alone: Kaplan and Meier', () => {
  fc.assert(
    fc.property(times, (given) => {
      const own = estimate(given.map(([time, isSeen]) => [time, isSeen ? time : never]));
      const read = kaplanMeier({
        time: Float64Array.from(given, ([time]) => time),
        event: Uint8Array.from(given, ([, isSeen]) => (isSeen ? 1 : 0)),
      });
      assert.ok(read.ok);
      for (const time of read.curve.times) {
        const at = survivalAt(read.curve, time);
        assert.ok(at.ok);
        // Nobody is known to be free of the event behind the last look.
        const { least, most } = turnbullAt(own, time);
        assert.ok(least - 1e-6 <= at.value.survival && at.value.survival <= most + 1e-6);
        if (time < Math.max(...given.map(([each]) => each)))
          assert.ok(Math.abs(most - at.value.survival) < 1e-6, `${time}: ${most}, not ${at.value.survival}`);
      }
    }),
  );
});

const intervals = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 9 }))
    .map(([from, width, kind]): readonly [number, number] => [
      kind === 0 ? unknown : from,
      kind === 1 ? never : from + width,
    ]),
  { minLength: 1, maxLength: 25 },
);
test('the masses add up to 1 and are the best: the derivative of the likelihood by any mass is no larger', () => {
  fc.assert(
    fc.property(intervals, (pairs) => {
      const { masses, gap, subjects, logLikelihood } = estimate(pairs);
      assert.ok(Math.abs(masses.reduce((sum, { mass }) => sum + mass, 0) - 1) < 1e-9);
      assert.ok(gap <= 1e-6 * subjects && Number.isFinite(logLikelihood));
    }),
  );
});

test('the order of subjects changes nothing', () => {
  fc.assert(
    fc.property(intervals, (pairs) => {
      const [own, turned] = [estimate(pairs), estimate(pairs.toReversed())];
      assert.ok(Math.abs(own.logLikelihood - turned.logLikelihood) < 1e-6);
    }),
  );
});
