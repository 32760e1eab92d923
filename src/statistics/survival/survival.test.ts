/** Curves and tests on small data by hand, and every group without an answer: a value or a named reason, never NaN. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  kaplanMeier,
  logRank,
  medianSurvival,
  nelsonAalen,
  restrictedMean,
  type SurvivalColumns,
  survivalAt,
} from './index.ts';

const columns = (
  time: readonly number[],
  event: readonly number[],
  entry?: readonly number[],
): SurvivalColumns => ({
  time: Float64Array.from(time),
  event: Uint8Array.from(event),
  ...(entry === undefined ? {} : { entry: Float64Array.from(entry) }),
});

function curve(given: SurvivalColumns) {
  const read = kaplanMeier(given);
  assert.ok(read.ok);
  return read.curve;
}

suite('columns that are no survival data', () => {
  const rows: readonly (readonly [string, SurvivalColumns, string, number | undefined])[] = [
    ['nobody', columns([], []), 'noSubjects', undefined],
    ['lengths', columns([1, 2], [1]), 'lengthsDiffer', undefined],
    ['a time that is not there', columns([1, Number.NaN], [1, 0]), 'timeNotFinite', 1],
    ['an endless time', columns([Number.POSITIVE_INFINITY], [0]), 'timeNotFinite', 0],
    ['an event of kind 2', columns([1, 2, 3], [1, 2, 0]), 'eventNotZeroOrOne', 1],
    ['entry at exit', columns([3, 4], [1, 1], [0, 4]), 'entryNotBeforeExit', 1],
  ];
  for (const [what, given, reason, row] of rows) {
    test(what, () => {
      const expected = { ok: false, reason, ...(row === undefined ? {} : { row }) };
      assert.deepEqual(kaplanMeier(given), expected);
      assert.deepEqual(nelsonAalen(given), expected);
    });
  }
});

suite('small curves', () => {
  test('all events: the empirical distribution', () => {
    assert.deepEqual([...curve(columns([1, 2, 3, 4], [1, 1, 1, 1])).survival], [0.75, 0.5, 0.25, 0]);
  });
  test('all censored: the curve stays at 1, and the median is not reached', () => {
    const own = curve(columns([1, 2, 3], [0, 0, 0]));
    assert.deepEqual([...own.survival], [1, 1, 1]);
    assert.deepEqual(medianSurvival(own), { probability: 0.5, time: null, lower: null, upper: null });
  });
  test('one subject with the event', () => {
    const own = curve(columns([5], [1]));
    assert.deepEqual([...own.survival], [0]);
    assert.deepEqual([own.lower, own.upper], [[null], [null]]);
    assert.equal(medianSurvival(own).time, 5);
  });
  test('all at one time', () => {
    assert.deepEqual([...curve(columns([2, 2, 2, 2], [1, 1, 0, 0])).survival], [0.5]);
  });
  test('flat at one half: the middle of the flat stretch', () => {
    assert.equal(medianSurvival(curve(columns([1, 2, 3, 4], [1, 1, 1, 1]))).time, 2.5);
  });
  test('behind the last observation the curve says nothing, unless it has reached 0', () => {
    assert.deepEqual(survivalAt(curve(columns([1, 2], [1, 0])), 3), { ok: false, reason: 'beyondFollowUp' });
    assert.deepEqual(restrictedMean(curve(columns([1, 2], [1, 0])), 3), {
      ok: false,
      reason: 'beyondFollowUp',
    });
    const dead = survivalAt(curve(columns([1, 2], [1, 1])), 3);
    assert.equal(dead.ok && dead.value.survival, 0);
  });
});

suite('delayed entry', () => {
  test('one that enters at the time of an event is not at risk for it', () => {
    const own = curve(columns([2, 4, 6], [1, 1, 1], [0, 2, 0]));
    assert.deepEqual([...own.atRisk], [2, 2, 1]);
  });
  test('a risk set that empties is named, and so is the time at which the curve falls to 0', () => {
    const own = curve(columns([1, 5], [1, 1], [0, 3]));
    assert.deepEqual([own.emptied, own.collapsedAt], [[1], 1]);
  });
});

suite('the log-rank test', () => {
  test('fewer than two groups, no events, strata of other sizes', () => {
    const some = columns([1, 2], [1, 1]);
    const none = columns([1, 2], [0, 0]);
    assert.deepEqual(logRank([[some]]), { ok: false, reason: 'fewerThanTwoGroups' });
    assert.deepEqual(logRank([]), { ok: false, reason: 'fewerThanTwoGroups' });
    assert.deepEqual(logRank([[none, none]]), { ok: false, reason: 'noEvents' });
    assert.deepEqual(logRank([[some, none], [some]]), { ok: false, reason: 'groupsDiffer' });
  });
  test('an arm without events is compared all the same', () => {
    const read = logRank([[columns([1, 2, 3], [1, 1, 1]), columns([4, 5, 6], [0, 0, 0])]]);
    assert.ok(read.ok && read.test.p > 0 && read.test.p < 1);
  });
  test('equal arms: chi-square 0, p 1', () => {
    const arm = columns([1, 2, 3], [1, 0, 1]);
    const read = logRank([[arm, arm]]);
    assert.ok(read.ok);
    assert.equal(read.test.chiSquare, 0);
    assert.equal(read.test.p, 1);
  });
});

const subjects = fc.array(
  fc.record({
    time: fc.integer({ min: 1, max: 12 }),
    event: fc.integer({ min: 0, max: 1 }),
    late: fc.integer({ min: 0, max: 4 }),
  }),
  { minLength: 1, maxLength: 40 },
);
const columnsOf = (rows: readonly { time: number; event: number; late: number }[], scale = 1) =>
  columns(
    rows.map(({ time }) => time * scale),
    rows.map(({ event }) => event),
    rows.map(({ time, late }) => Math.max(-1, Math.min(late, time - 1)) * scale),
  );

test('curves fall from 1 to 0 at most, bounds enclose them, and no number is NaN', () => {
  fc.assert(
    fc.property(subjects, (rows) => {
      const { survival, lower, upper, atRisk, events } = curve(columnsOf(rows));
      let last = 1;
      for (const [at, value] of survival.entries()) {
        assert.ok(value >= 0 && value <= last);
        const [low, high] = [lower[at] ?? null, upper[at] ?? null];
        if (low !== null) assert.ok(low <= value + 1e-12);
        if (high !== null) assert.ok(high >= value - 1e-12);
        assert.ok((atRisk[at] ?? 0) >= (events[at] ?? 0));
        last = value;
      }
    }),
  );
});

test('the order of subjects and the unit of time change nothing', () => {
  fc.assert(
    fc.property(subjects, subjects, (one, other) => {
      const read = logRank([[columnsOf(one), columnsOf(other)]]);
      const again = logRank([[columnsOf(one.toReversed(), 7), columnsOf(other.toReversed(), 7)]]);
      assert.equal(read.ok, again.ok);
      if (!(read.ok && again.ok)) return;
      assert.ok(
        Math.abs(read.test.chiSquare - again.test.chiSquare) <= 1e-9 * Math.max(1, read.test.chiSquare),
      );
      assert.ok(Number.isFinite(read.test.p));
    }),
  );
});
