/** Models do not change with what has no meaning, and a monotone likelihood is found exactly where there is one. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { assertSameModel, columns, type GivenColumns, modelOf } from './cox-columns.fixture.ts';
import { type CoxReading, coxRegression, firthRegression } from './index.ts';

suite('monotone likelihood', () => {
  const arm: GivenColumns = {
    time: [2, 3, 5, 7, 1, 4, 6, 8],
    event: [1, 1, 1, 0, 0, 0, 0, 0],
    x: [[0, 0, 0, 0, 1, 1, 1, 1]],
  };
  test('an arm without events: the supremum is that of the other arm alone, 1/4 x 1/3 x 1/2', () => {
    const read = coxRegression(columns(arm));
    assert.ok(!read.ok && read.reason === 'monotoneLikelihood');
    const { monotone } = read;
    assert.deepEqual(monotone.diverging, [{ name: 'x1', towards: 'minusInfinity' }]);
    assert.ok(Math.abs(monotone.supremumLogLikelihood + Math.log(24)) < 1e-13);
    assert.ok(Math.abs(monotone.nullLogLikelihood + Math.log(7 * 6 * 4)) < 1e-12);
    const firth = firthRegression(columns(arm));
    assert.ok(firth.ok);
    const [own] = firth.model.coefficients;
    assert.ok(own && own.hazardRatio !== null && own.hazardRatio > 0 && own.hazardRatio < 1);
    assert.ok(own.upper !== null && own.upper > own.hazardRatio);
  });
  test('a covariate beside it that has an estimate is not named', () => {
    const read = coxRegression(columns({ ...arm, x: [...arm.x, [1, 0, 1, 0, 1, 0, 0, 1]] }));
    assert.ok(!read.ok && read.reason === 'monotoneLikelihood');
    assert.deepEqual(read.monotone.diverging, [{ name: 'x1', towards: 'minusInfinity' }]);
  });
  test('a great but finite effect has an estimate', () => {
    const model = modelOf(
      columns({ time: [1, 2, 3, 4, 5, 6], event: [1, 1, 1, 1, 1, 1], x: [[1000, 900, 901, 10, 11, 1]] }),
    );
    assert.ok(Number.isFinite(model.coefficients[0]?.standardError));
  });

  /** Whether some direction of two covariates never falls, by the boundaries of all half planes that it must lie in. */
  function hasDirection(given: GivenColumns, isExact: boolean): boolean {
    const differences: [number, number][] = [];
    for (const [i, time] of given.time.entries()) {
      if (given.event[i] !== 1) continue;
      for (const [j, other] of given.time.entries()) {
        if (other < time || (isExact && other === time && given.event[j] === 1)) continue;
        if ((given.entry?.[j] ?? -1) >= time) continue;
        const part = (at: number): number => (given.x[at]?.[i] ?? 0) - (given.x[at]?.[j] ?? 0);
        if (part(0) !== 0 || part(1) !== 0) differences.push([part(0), part(1)]);
      }
    }
    const candidates = differences.flatMap(([a, b]) => [
      [b, -a],
      [-b, a],
    ]);
    return candidates.some(([a = 0, b = 0]) => {
      const along = differences.map(([c, d]) => a * c + b * d);
      return along.every((value) => value >= 0) && along.some((value) => value > 0);
    });
  }
  const subject = fc.record({
    time: fc.integer({ min: 1, max: 8 }),
    event: fc.integer({ min: 0, max: 1 }),
    late: fc.integer({ min: 0, max: 3 }),
    x1: fc.integer({ min: 0, max: 3 }),
    x2: fc.integer({ min: 0, max: 2 }),
  });
  test('is found exactly where a direction exists', () => {
    const ties = fc.constantFrom('efron', 'breslow', 'exact');
    fc.assert(
      fc.property(fc.array(subject, { minLength: 2, maxLength: 10 }), ties, (rows, method) => {
        const given: GivenColumns = {
          time: rows.map(({ time }) => time),
          event: rows.map(({ event }) => event),
          entry: rows.map(({ time, late }) => Math.min(late, time - 1)),
          x: [rows.map(({ x1 }) => x1), rows.map(({ x2 }) => x2)],
        };
        const read = coxRegression(columns(given), { ties: method });
        if (!read.ok && read.reason !== 'monotoneLikelihood') {
          assert.notEqual(read.reason, 'notAtRest');
          return;
        }
        assert.equal(!read.ok, hasDirection(given, method === 'exact'), JSON.stringify(given));
      }),
      { numRuns: 400 },
    );
  });
});

const subjects = fc.array(
  fc.record({
    time: fc.integer({ min: 1, max: 15 }),
    event: fc.integer({ min: 0, max: 1 }),
    late: fc.integer({ min: 0, max: 4 }),
    x1: fc.integer({ min: 0, max: 1 }),
    x2: fc.integer({ min: -50, max: 50 }),
    stratum: fc.integer({ min: 1, max: 2 }),
    weight: fc.integer({ min: 1, max: 3 }),
    rank: fc.integer({ min: 0, max: 100 }),
  }),
  { minLength: 12, maxLength: 40 },
);
type Subjects = typeof subjects extends fc.Arbitrary<infer Rows> ? Rows : never;
const givenBy = (rows: Subjects): GivenColumns => ({
  time: rows.map(({ time }) => time),
  event: rows.map(({ event }) => event),
  entry: rows.map(({ time, late }) => Math.min(late, time - 1)),
  x: [rows.map(({ x1 }) => x1), rows.map(({ x2 }) => x2)],
  strata: rows.map(({ stratum }) => stratum),
});

/** Why there is no model. Far out on a likelihood that rises for ever, rounding decides which of two refusals says so. */
function refusalOf(read: CoxReading): string {
  if (read.ok) return 'none';
  return read.reason === 'notAtRest' ? 'monotoneLikelihood' : read.reason;
}

test('a coefficient that is 0 up to rounding orders nobody', () => {
  const x = [3, 1, 2, 1, 3, 1];
  for (const start of [0, 1000]) {
    const values = x.map((value) => start + 0.7 * value);
    const given: GivenColumns = { time: [4, 2, 2, 4, 4, 3], event: [1, 1, 1, 0, 0, 0], x: [values] };
    const read = coxRegression(columns(given), { ties: 'breslow' });
    assert.equal(read.ok && read.model.concordance?.concordance, 0.5);
  }
});

suite('what has no meaning changes nothing', () => {
  const changes: readonly (readonly [string, (rows: Subjects) => GivenColumns, readonly number[]])[] = [
    ['the order of rows', (rows) => givenBy(rows.toSorted((a, b) => a.rank - b.rank)), [1, 1]],
    [
      'the unit of time',
      (rows) => {
        const { time, entry = [], ...rest } = givenBy(rows);
        return {
          ...rest,
          time: time.map((each) => each * 30.4375),
          entry: entry.map((each) => each * 30.4375),
        };
      },
      [1, 1],
    ],
    [
      'where covariates begin, and their unit',
      (rows) => {
        const given = givenBy(rows);
        return {
          ...given,
          x: given.x.map((values, at) => values.map((each) => 1000 + each * (at === 0 ? 8 : 0.25))),
        };
      },
      [8, 0.25],
    ],
    [
      'the names of strata',
      (rows) => ({ ...givenBy(rows), strata: rows.map(({ stratum }) => (stratum === 1 ? 'zeta' : 'alpha')) }),
      [1, 1],
    ],
    [
      'a subject cut into two rows',
      (rows) => {
        const { time, event, entry = [], x, strata = [] } = givenBy(rows);
        const cut = time.map((exit, row) => ((entry[row] ?? 0) + exit) / 2);
        return {
          time: [...cut, ...time],
          event: [...event.map(() => 0), ...event],
          entry: [...entry, ...cut],
          x: x.map((values) => [...values, ...values]),
          strata: [...strata, ...strata],
        };
      },
      [1, 1],
    ],
  ];
  for (const [what, change, units] of changes)
    test(what, () => {
      fc.assert(
        fc.property(subjects, fc.constantFrom('efron', 'breslow', 'exact'), (rows, ties) => {
          const read = coxRegression(columns(givenBy(rows)), { ties });
          const again = coxRegression(columns(change(rows)), { ties });
          assert.equal(refusalOf(read), refusalOf(again));
          // Estimates near a monotone likelihood lie on a plain so flat that rounding moves them.
          if (read.ok && again.ok && read.model.coefficients.every(({ standardError: e }) => e < 30))
            assertSameModel(read.model, again.model, units);
        }),
        { numRuns: 60 },
      );
    });
  test('a whole weight is as many rows, by Breslow', () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const options = { ties: 'breslow' } as const;
        const weighted = coxRegression(
          columns({ ...givenBy(rows), weights: rows.map(({ weight }) => weight) }),
          options,
        );
        const repeated = coxRegression(
          columns(givenBy(rows.flatMap((row) => Array.from({ length: row.weight }, () => row)))),
          options,
        );
        assert.equal(refusalOf(weighted), refusalOf(repeated));
        if (weighted.ok && repeated.ok && weighted.model.coefficients.every(({ standardError: e }) => e < 30))
          assertSameModel(weighted.model, repeated.model);
      }),
      { numRuns: 60 },
    );
  });
});
