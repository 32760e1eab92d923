/** Trend, permutation and comparison at a time: small groups by hand, no answer without a name, rules that hold for all. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  kaplanMeier,
  landmarkDifference,
  logRank,
  logRankTrend,
  permutationLogRank,
  type SurvivalColumns,
} from './index.ts';

const columns = (time: readonly number[], event: readonly number[]): SurvivalColumns => ({
  time: Float64Array.from(time),
  event: Uint8Array.from(event),
});
const reason = (read: { readonly ok: boolean; readonly reason?: string }): string | undefined =>
  read.ok ? undefined : read.reason;
/** Numbers from a seed (Mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const random = () => 0.5;

const early = columns([1, 2, 3], [1, 1, 1]);
const late = columns([4, 5, 6], [1, 1, 1]);
const censored = columns([4, 5, 6], [0, 0, 0]);

suite('no answer has a name', () => {
  test('trend', () => {
    assert.equal(reason(logRankTrend([[early]])), 'fewerThanTwoGroups');
    assert.equal(reason(logRankTrend([[censored, censored]])), 'noEvents');
    assert.equal(reason(logRankTrend([[early, late]], [1])), 'scoresDiffer');
    assert.equal(reason(logRankTrend([[early, late]], [1, Number.NaN])), 'scoresDiffer');
    assert.equal(reason(logRankTrend([[early, late]], [2, 2])), 'noVariation');
  });
  test('permutation', () => {
    assert.equal(reason(permutationLogRank([[early]], { random })), 'fewerThanTwoGroups');
    assert.equal(reason(permutationLogRank([[early, late], [early]], { random })), 'groupsDiffer');
    assert.equal(reason(permutationLogRank([[censored, censored]], { random })), 'noEvents');
    assert.equal(reason(permutationLogRank([[early, columns([], [])]], { random })), 'fewerThanTwoGroups');
    assert.equal(reason(permutationLogRank([[early, columns([1], [1, 1])]], { random })), 'lengthsDiffer');
    assert.equal(
      reason(permutationLogRank([[columns([2, 2], [1, 1]), columns([2], [1])]], { random })),
      'fewerThanTwoGroups',
    );
  });
  test('at a time', () => {
    const [one, other, none] = [early, late, censored].map((given) => {
      const read = kaplanMeier(given);
      assert.ok(read.ok);
      return read.curve;
    });
    assert.ok(one && other && none);
    assert.deepEqual(landmarkDifference(one, none, 9), { ok: false, reason: 'beyondFollowUp', group: 1 });
    assert.deepEqual(landmarkDifference(one, other, 2), { ok: false, reason: 'noVariation', group: 1 });
    assert.deepEqual(landmarkDifference(other, one, 3), { ok: false, reason: 'noVariation', group: 0 });
    assert.deepEqual(landmarkDifference(none, none, 2, 'plain'), { ok: false, reason: 'noVariation' });
  });
});

test('all events of one group before those of the other: 2 of the 20 ways', () => {
  const read = permutationLogRank([[early, late]], { random });
  assert.ok(read.ok);
  const { p, permutations, method, standardError } = read.test;
  assert.deepEqual([p, permutations, method, standardError], [0.1, 20, 'exact', 0]);
});

test('two groups: the trend is the log-rank test', () => {
  const [read, plain] = [logRankTrend([[early, late]]), logRank([[early, late]])];
  assert.ok(read.ok && plain.ok);
  assert.ok(Math.abs(read.test.chiSquare - plain.test.chiSquare) < 1e-12 && read.test.z < 0);
});

const group = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 1 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rows) =>
    columns(
      rows.map(([time]) => time),
      rows.map(([, event]) => event),
    ),
  );

test('sampled permutations come near to all of them, and again the same from the same seed', () => {
  fc.assert(
    fc.property(group, group, group, fc.nat(1000), (a, b, c, seed) => {
      const exact = permutationLogRank([[a, b, c]], { random, mostExact: 1e6 });
      const sample = () =>
        permutationLogRank([[a, b, c]], { random: randomFrom(seed), samples: 2000, mostExact: 0 });
      const [one, other] = [sample(), sample()];
      assert.deepEqual(one, other);
      assert.equal(exact.ok, one.ok);
      if (!(exact.ok && one.ok)) return;
      assert.equal(one.test.method, 'sampled');
      assert.ok(exact.test.p > 0 && exact.test.p <= 1);
      assert.ok(Math.abs(exact.test.p - one.test.p) < 6 * Math.sqrt(0.25 / 2000));
    }),
    { numRuns: 25 },
  );
});

test('differences are observed minus expected of the log-rank test; a linear change of scores changes no trend', () => {
  fc.assert(
    fc.property(group, group, group, (a, b, c) => {
      const [read, plain] = [
        permutationLogRank([[a, b, c]], { random, mostExact: 0, samples: 1 }),
        logRank([[a, b, c]]),
      ];
      if (read.ok && plain.ok)
        for (const [at, { observed, expected }] of plain.test.groups.entries())
          assert.ok(Math.abs((read.test.differences[at] ?? 0) - (observed - expected)) < 1e-9);
      const [one, other] = [logRankTrend([[a, b, c]], [1, 2, 4]), logRankTrend([[a, b, c]], [7, 9, 13])];
      assert.equal(one.ok, other.ok);
      if (one.ok && other.ok) assert.ok(Math.abs(one.test.z - other.test.z) < 1e-8);
    }),
  );
});
