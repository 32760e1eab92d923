/** Percentages against counts and denominators: known rows of paper 004, clean tables and tables cut off. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DomainError } from '../domain-error.ts';
import {
  countsPrinting,
  derivedPercentages,
  feasibleDenominators,
  type PrintedShare,
  percentageOfCount,
  percentagesOfRow,
  powerOfPercentages,
  readPrintedDecimal,
} from './index.ts';
import { percentagesOf, printPercentage, tablesUpTo } from './printed-tables.fixture.ts';

const rowOf = (...percentages: readonly string[]): readonly PrintedShare[] =>
  percentages.map((percentage) => ({ percentage }));

test('a percentage of a number of patients', () => {
  for (const [percentage, of, outcome, count] of [
    ['85', 13, 'consistent', 11],
    ['22', 14, 'impossible', undefined],
    ['21', 14, 'consistent', 3],
    ['43.7', 16, 'truncated', 7],
    ['43.8', 16, 'consistent', 7],
    ['12', 8, 'consistent', 1],
    ['13', 8, 'consistent', 1],
    ['37', 8, 'truncated', 3],
    ['0', 5, 'consistent', 0],
    ['100', 5, 'consistent', 5],
    ['101', 5, 'impossible', undefined],
    ['66', 100, 'noPower', undefined],
    ['66.1', 1000, 'noPower', undefined],
    ['<5', 30, 'noPower', 0],
  ] as const) {
    const found = percentageOfCount(percentage, of);
    assert.equal(found.outcome, outcome, `${percentage} of ${of}`);
    if (count === undefined) continue;
    assert.ok('rounded' in found);
    assert.equal((found.rounded ?? found.truncated)?.from, count, `${percentage} of ${of}`);
  }
});

test('a percentage with its count', () => {
  for (const [percentage, of, count, outcome] of [
    ['83.3', 18, 15, 'consistent'],
    ['83.4', 18, 15, 'impossible'],
    ['66.6', 18, 12, 'truncated'],
    ['50', 200, 101, 'consistent'],
    ['51', 200, 103, 'truncated'],
    ['50', 200, 102, 'impossible'],
    ['120', 5, 6, 'impossible'],
    ['<5', 30, 1, 'consistent'],
    ['<5', 30, 2, 'impossible'],
  ] as const)
    assert.equal(percentageOfCount(percentage, of, count).outcome, outcome, `${count} of ${of}`);
});

test('an impossible percentage names its neighbours and what raising would explain', () => {
  const found = percentageOfCount('22', 14);
  assert.ok(found.outcome === 'impossible');
  assert.deepEqual(found.nearest, [
    { count: 3, percentage: '21' },
    { count: 4, percentage: '29' },
  ]);
  assert.deepEqual(found.raised, { from: 3, to: 3 });
});

test('what cannot be tested says why', () => {
  for (const [percentage, of, reason] of [
    ['36.4+', 12, 'notADecimal'],
    ['36.4', 0, 'notACount'],
    ['36.4', 1.5, 'notACount'],
    ['36.123456789', 1_000_000_000, 'tooManyDigits'],
  ] as const) {
    const found = percentageOfCount(percentage, of);
    assert.ok(found.outcome === 'untestable');
    assert.equal(found.reason, reason);
  }
});

test('ranges of counts are those of trying every count', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.nat(2),
      fc.integer({ min: 0, max: 100_000 }),
      (of, decimals, share) => {
        const units = Math.round((share / 100_000) * 10 ** (decimals + 2));
        const text = (units / 10 ** decimals).toFixed(decimals);
        const read = readPrintedDecimal(text);
        assert.ok(read.ok);
        const counts = Array.from({ length: of + 1 }, (_, count) => count);
        const prints = (count: number, printing: 'halfUp' | 'halfEven' | 'cutOff'): boolean =>
          printPercentage(count, of, decimals, printing) === text;
        const rounded = counts.filter((count) => prints(count, 'halfUp') || prints(count, 'halfEven'));
        const cut = counts.filter((count) => prints(count, 'cutOff'));
        const ends = (found: readonly number[]) =>
          found.length === 0 ? null : { from: found[0], to: found.at(-1) };
        assert.deepEqual(countsPrinting(read.decimal, of), ends(rounded));
        assert.deepEqual(countsPrinting(read.decimal, of, 'truncated'), ends(cut));
      },
    ),
    { numRuns: 1000 },
  );
});

test('rows against the number of patients printed with them', () => {
  const carcinoid = percentagesOfRow(rowOf('0', '85', '15'), 13, { partition: true });
  assert.ok(carcinoid.outcome === 'consistent');
  assert.deepEqual(carcinoid.counts, [0, 11, 2]);
  const islet = percentagesOfRow(rowOf('14', '64', '22'), 14, { partition: true });
  assert.ok(islet.outcome === 'impossible');
  assert.deepEqual(islet.misfits, [2]);
  assert.equal(percentagesOfRow(rowOf('14', '64', '21'), 14, { partition: true }).outcome, 'consistent');
  // Each of them is that of a count, and the counts are one too many.
  const tooMany = percentagesOfRow(rowOf('36.4', '36.4', '36.4'), 11, { partition: true });
  assert.ok(tooMany.outcome === 'impossible');
  assert.equal(tooMany.sumsFail, true);
  const cut = percentagesOfRow(rowOf('43.7', '56.2'), 16, { partition: true });
  assert.ok(cut.outcome === 'truncated');
  assert.deepEqual([cut.truncated, cut.counts], [[0], [7, 9]]);
});

test('denominators that fit a row, and the printed one that does not', () => {
  const responses = {
    sums: [
      { parts: [0, 1, 2, 3], whole: 'all' },
      { parts: [0, 1], whole: 4 },
      { parts: [0, 1, 2], whole: 5 },
    ],
  } as const;
  for (const [row, relations, fits, fitsNot] of [
    [['9.1', '36.4', '54.5'], { partition: true }, [11], [12]],
    [['75', '16.7'], {}, [12], [22, 37]],
    [['31', '31', '38'], { partition: true }, [13, 16], [19]],
    [['29', '35', '35'], { partition: true }, [17], [20]],
    [['4', '29', '38', '29', '33', '71'], responses, [24], [25]],
  ] as const) {
    const found = feasibleDenominators(rowOf(...row), { ...relations, largest: 40 });
    assert.ok(found.outcome === 'consistent', row.join(' '));
    const exact = found.denominators.filter(({ truncated }) => truncated.length === 0).map(({ of }) => of);
    for (const of of fits) assert.ok(exact.includes(of), `${of} for ${row.join(' ')}`);
    for (const of of fitsNot) assert.ok(!exact.includes(of), `${of} for ${row.join(' ')}`);
    assert.equal(exact[0], fits[0], 'the least likely by chance comes first');
  }
});

test('percentages made from others are explained', () => {
  const islet = derivedPercentages(rowOf('14', '64', '22'), 14, { partition: true });
  assert.deepEqual(islet, [{ at: 2, from: 'difference', printed: '22', recomputed: '21' }]);
  const sums = [{ parts: [0, 1], whole: 2 }];
  // 12, 29 and 41 of 78 are 15.4, 37.2 and 52.6.
  assert.deepEqual(derivedPercentages(rowOf('15', '37', '53'), 78, { sums }), []);
  const added = derivedPercentages(
    [{ percentage: '15', count: 12 }, { percentage: '37', count: 29 }, { percentage: '52' }],
    78,
    { sums },
  );
  assert.deepEqual(added, [{ at: 2, from: 'sum', printed: '52', recomputed: '53' }]);
  assert.deepEqual(derivedPercentages(rowOf('14', '64', '30'), 14, { partition: true }), []);
});

test('a bound leaves the counts beyond it', () => {
  const found = percentagesOfRow(rowOf('<5', '40', '57'), 30, { partition: true });
  assert.ok(found.outcome === 'consistent');
  assert.deepEqual(found.counts, [1, 12, 17]);
  assert.equal(percentagesOfRow(rowOf('<3', '40', '57'), 30, { partition: true }).outcome, 'impossible');
  assert.equal(percentagesOfRow(rowOf('<1'), 30).outcome, 'noPower');
  assert.equal(percentagesOfRow(rowOf('>100'), 30).outcome, 'impossible');
});

test('a sum that names no percentage of the row is a bug', () => {
  const sums = [{ parts: [0, 1], whole: 2 }];
  assert.throws(() => percentagesOfRow(rowOf('40', '60'), 30, { sums }), DomainError);
});

test('a fit without power says so', () => {
  assert.equal(percentagesOfRow(rowOf('33', '71'), 100).outcome, 'noPower');
  assert.equal(percentagesOfRow(rowOf('33', '71'), 99).outcome, 'consistent');
  assert.equal(powerOfPercentages(100, [0, 0]).power, 0);
  assert.equal(powerOfPercentages(1000, [1]).power, 0);
  assert.ok(powerOfPercentages(100, [1]).power > 0.89);
  assert.ok(powerOfPercentages(12, [1, 1, 1]).power > 0.99999);
  // Whole percentages of 100 patients have to add up to 100.
  assert.equal(percentagesOfRow(rowOf('33', '33', '33'), 100, { partition: true }).outcome, 'impossible');
});

test('10 000 clean tables: never impossible, never cut off, and their own denominator fits', () => {
  fc.assert(
    fc.property(tablesUpTo(400), (table) => {
      const percentages = percentagesOf(table);
      const [first = 0, second = 0] = table.counts;
      const response = printPercentage(first + second, table.of, table.decimals, table.printing);
      const found = percentagesOfRow(rowOf(...percentages, response), table.of, {
        sums: [
          { parts: [...percentages.keys()], whole: 'all' },
          { parts: [0, 1], whole: percentages.length },
        ],
      });
      assert.ok(found.outcome === 'consistent' || found.outcome === 'noPower', found.outcome);
      for (const [at, percentage] of percentages.entries()) {
        const alone = percentageOfCount(percentage, table.of, table.counts[at]);
        assert.equal(alone.outcome, 'consistent');
      }
    }),
    { numRuns: 10_000, seed: 5 },
  );
  fc.assert(
    fc.property(tablesUpTo(60), (table) => {
      const found = feasibleDenominators(rowOf(...percentagesOf(table)), { partition: true, largest: 60 });
      assert.ok(found.outcome !== 'untestable');
      assert.ok(found.denominators.some(({ of, truncated }) => of === table.of && truncated.length === 0));
    }),
    { numRuns: 500, seed: 5 },
  );
});

test('10 000 tables cut off: truncated or consistent, never impossible', () => {
  let truncated = 0;
  fc.assert(
    fc.property(tablesUpTo(400, ['cutOff']), (table) => {
      const found = percentagesOfRow(rowOf(...percentagesOf(table)), table.of, { partition: true });
      assert.ok(found.outcome !== 'impossible' && found.outcome !== 'untestable');
      if (found.outcome === 'truncated') truncated += 1;
    }),
    { numRuns: 10_000, seed: 6 },
  );
  assert.ok(truncated > 5000, String(truncated));
});
