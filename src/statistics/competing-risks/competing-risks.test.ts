/** Competing risks on small data by hand, groups without an answer, and rules that hold for all. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { kaplanMeier } from '../survival/index.ts';
import {
  aalenJohansen,
  type CompetingRisksColumns,
  fineGrayRegression,
  fineGrayRows,
  grayTest,
  incidenceAt,
} from './index.ts';

const columns = (
  time: readonly number[],
  cause: readonly number[],
  entry?: readonly number[],
): CompetingRisksColumns => ({
  time: Float64Array.from(time),
  cause: Uint8Array.from(cause),
  ...(entry === undefined ? {} : { entry: Float64Array.from(entry) }),
});
const reason = (read: { readonly ok: boolean; readonly reason?: string }): string | undefined =>
  read.ok ? undefined : read.reason;
function estimate(given: CompetingRisksColumns) {
  const read = aalenJohansen(given);
  assert.ok(read.ok);
  return read.estimate;
}

suite('no answer has a name', () => {
  const rows: readonly (readonly [string, CompetingRisksColumns, string])[] = [
    ['nobody', columns([], []), 'noSubjects'],
    ['lengths', columns([1, 2], [1]), 'lengthsDiffer'],
    ['no time', columns([1, Number.NaN], [1, 0]), 'timeNotFinite'],
    ['entry at exit', columns([3, 4], [1, 1], [0, 4]), 'entryNotBeforeExit'],
  ];
  for (const [what, given, wanted] of rows)
    test(what, () => {
      assert.equal(reason(aalenJohansen(given)), wanted);
      assert.equal(reason(fineGrayRows(given)), wanted);
      assert.equal(
        reason(grayTest([[columns([1], [1]), given]])),
        what === 'nobody' ? 'fewerThanTwoGroups' : wanted,
      );
    });
  test('a cause beyond those counted', () =>
    assert.deepEqual(aalenJohansen(columns([1, 2], [1, 3]), { causes: 2 }), {
      ok: false,
      reason: 'causeNotCounted',
      row: 1,
    }));
  test('comparisons', () => {
    const [one, none] = [columns([1, 2], [1, 1]), columns([1, 2], [0, 2])];
    assert.equal(reason(grayTest([[one]])), 'fewerThanTwoGroups');
    assert.equal(reason(grayTest([[one, none], [one]])), 'groupsDiffer');
    assert.equal(reason(grayTest([[none, none]])), 'noEvents');
    assert.equal(reason(fineGrayRows(none)), 'noEvents');
    const emptied = columns([1, 5], [1, 1], [0, 3]);
    assert.equal(reason(grayTest([[emptied, one]])), 'riskSetEmptied');
  });
  test('a covariate of another length', () =>
    assert.equal(
      reason(
        fineGrayRegression({
          ...columns([1, 2], [1, 0]),
          covariates: [{ name: 'a', values: new Float64Array(3) }],
        }),
      ),
      'lengthsDiffer',
    ));
});

suite('small groups', () => {
  test('all censored: nobody has an event, and no error', () => {
    const { eventFree, causes } = estimate(columns([1, 2, 3], [0, 0, 0]));
    assert.deepEqual([...eventFree.probability], [1, 1, 1]);
    assert.deepEqual([...(causes[0]?.probability ?? [])], [0, 0, 0]);
    assert.deepEqual(causes[0]?.lower, [null, null, null]);
  });
  test('all at one time: the shares of the causes', () => {
    const { causes } = estimate(columns([4, 4, 4, 4], [1, 1, 2, 0]));
    assert.deepEqual(
      causes.map(({ probability }) => [...probability]),
      [[0.5], [0.25]],
    );
  });
  test('one subject', () => {
    const own = estimate(columns([4], [2]));
    assert.deepEqual([own.causes.map(({ probability }) => probability[0]), own.collapsedAt], [[0, 1], 4]);
  });
  test('read at a time, and behind the last observation', () => {
    const own = estimate(columns([1, 2, 3], [1, 2, 0]));
    const read = incidenceAt(own, 2, 2.5);
    assert.ok(read.ok && Math.abs(read.value.incidence - 1 / 3) < 1e-15 && read.value.atRisk === 1);
    assert.deepEqual(incidenceAt(own, 1, 4), { ok: false, reason: 'beyondFollowUp' });
    assert.deepEqual(incidenceAt(own, 7, 1), { ok: false, reason: 'noSuchCause' });
    const before = incidenceAt(own, 1, 0.5);
    assert.ok(before.ok && before.value.incidence === 0 && before.value.atRisk === 3);
  });
  test('a risk set that empties is named', () =>
    assert.deepEqual(estimate(columns([1, 5], [1, 2], [0, 3])).emptied, [1]));
  test('an arm without the cause is compared all the same; equal arms differ by nothing', () => {
    const [some, none] = [columns([1, 2, 3, 9], [1, 1, 1, 0]), columns([4, 5, 6, 9], [2, 0, 0, 0])];
    const read = grayTest([[some, none]]);
    assert.ok(read.ok && read.test.p > 0 && read.test.p < 1);
    const same = grayTest([[some, some]]);
    assert.ok(same.ok && same.test.chiSquare < 1e-20 && same.test.p > 0.999);
  });
});

const subjects = (late: boolean) =>
  fc
    .array(
      fc.record({
        time: fc.integer({ min: 1, max: 12 }),
        cause: fc.integer({ min: 0, max: 2 }),
        late: fc.integer({ min: 0, max: late ? 5 : 0 }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((rows) =>
      columns(
        rows.map(({ time }) => time),
        rows.map(({ cause }) => cause),
        late ? rows.map((row) => Math.min(row.late, row.time - 1)) : undefined,
      ),
    );

test('probabilities add up to 1, incidences rise, bounds enclose them, and no number is NaN', () => {
  fc.assert(
    fc.property(fc.boolean().chain(subjects), (given) => {
      const { eventFree, causes, times } = estimate(given);
      for (const at of times.keys()) {
        const total = [eventFree, ...causes].reduce(
          (sum, { probability }) => sum + (probability[at] ?? 0),
          0,
        );
        assert.ok(Math.abs(total - 1) < 1e-12);
        for (const { probability, standardError, lower, upper } of causes) {
          assert.ok(
            (probability[at] ?? 0) >= (probability[at - 1] ?? 0) && Number.isFinite(standardError[at]),
          );
          const [low, high] = [lower[at] ?? null, upper[at] ?? null];
          if (low !== null) assert.ok(low <= (probability[at] ?? 0) + 1e-12);
          if (high !== null) assert.ok(high >= (probability[at] ?? 0) - 1e-12);
        }
      }
    }),
  );
});

test('without a second cause it is Kaplan and Meier, error and all', () => {
  fc.assert(
    fc.property(subjects(false), ({ time, cause }) => {
      const event = cause.map((each) => Math.min(1, each));
      const { eventFree } = estimate({ time, cause: event });
      const curve = kaplanMeier({ time, event });
      assert.ok(curve.ok);
      for (const [at, survival] of curve.curve.survival.entries()) {
        assert.ok(Math.abs((eventFree.probability[at] ?? 0) - survival) < 1e-12);
        const error = survival === 0 ? 0 : survival * (curve.curve.relativeError[at] ?? 0);
        assert.ok(Math.abs((eventFree.standardError[at] ?? 0) - error) < 1e-7);
      }
    }),
  );
});

test('the order of groups and the unit of time change no comparison, and none is NaN', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.integer(), (late, seed) => {
      const [one, other] = fc.sample(subjects(late), { seed, numRuns: 2 });
      assert.ok(one && other);
      const [read, turned] = [grayTest([[one, other]]), grayTest([[other, one]])];
      const scaled = grayTest([
        [one, other].map((each) => ({
          ...each,
          time: each.time.map((time) => 3 * time),
          ...(each.entry && { entry: each.entry.map((time) => 3 * time) }),
        })),
      ]);
      assert.equal(read.ok, turned.ok);
      if (!(read.ok && turned.ok && scaled.ok)) return;
      assert.ok(Number.isFinite(read.test.p));
      const close = (p: number): boolean => Math.abs(p - read.test.p) < 1e-8;
      assert.ok(close(turned.test.p) && close(scaled.test.p));
    }),
  );
});

test('weighted rows cover each subject once until its exit, and then with a falling weight', () => {
  fc.assert(
    fc.property(subjects(false), (given) => {
      const read = fineGrayRows(given);
      if (!read.ok) return assert.equal(read.reason, 'noEvents');
      const { subject, start, stop, weight } = read.rows;
      for (const [row, from] of start.entries()) {
        assert.ok(from < (stop[row] ?? 0));
        const isNext = subject[row] === subject[row - 1];
        if (isNext) assert.ok(from === stop[row - 1] && (weight[row] ?? 0) < (weight[row - 1] ?? 0));
        else assert.equal(weight[row], 1);
      }
      return undefined;
    }),
  );
});
