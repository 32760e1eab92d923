/** Sums, totals and orders of printed numbers: known cases, clean tables that pass, and wrong ones that do not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  countsMeeting,
  inOrder,
  meanOfGroups,
  meanOfIntegers,
  medianInRange,
  medianOfFew,
  medianOfUnion,
  percentagesAddUp,
  rangeOfUnion,
  rangesInOrder,
  sameQuantity,
  sumWithRounding,
  totalOfGroups,
} from './index.ts';
import { percentagesOf, printPercentage, tablesUpTo } from './printed-tables.fixture.ts';

test('parts against a whole, with the slack of rounding', () => {
  for (const [parts, whole, options, outcome] of [
    [['15', '37'], '53', {}, 'consistent'],
    [['15', '37'], '54', {}, 'truncated'],
    [['15', '37'], '55', {}, 'impossible'],
    [['15', '37'], '51', {}, 'consistent'],
    [['15', '37'], '50', {}, 'impossible'],
    [['29', '35', '35'], '100', { exactWhole: true }, 'consistent'],
    [['14', '64', '25'], '100', { exactWhole: true }, 'impossible'],
    [['33', '33', '33'], '100', { exactWhole: true }, 'consistent'],
    [['33', '33', '32'], '100', { exactWhole: true }, 'truncated'],
    [['33.3', '33.3', '33.3'], '100', { exactWhole: true }, 'consistent'],
    [['4', '11'], '15', { exactParts: true, exactWhole: true }, 'consistent'],
    [['4', '11'], '16', { exactParts: true, exactWhole: true }, 'impossible'],
    [['12', '20'], '31', { relation: 'atMost' }, 'consistent'],
    [['12', '20'], '29', { relation: 'atMost' }, 'impossible'],
    [['12.5', '20'], '33', {}, 'consistent'],
    // A zero stands for nothing below 0: 0 and 0 cannot make up for 1 too many.
    [['0', '0', '101'], '100', { exactWhole: true }, 'impossible'],
    // Ties go up or to the even digit: 12.5 prints 12 or 13, never 11.5 as 11.
    [['12', '12'], '25', { exactWhole: true }, 'consistent'],
    [['11', '11'], '23', { exactWhole: true }, 'truncated'],
  ] as const)
    assert.equal(sumWithRounding(parts, whole, options).outcome, outcome, `${parts.join('+')}=${whole}`);
  const found = sumWithRounding(['14', '64', '25'], '100', { exactWhole: true });
  assert.ok('slack' in found);
  assert.deepEqual([found.difference, found.slack], ['3', '1.5']);
  assert.equal(sumWithRounding(['-3', '4'], '1').outcome, 'untestable');
  assert.equal(sumWithRounding([], '1').outcome, 'untestable');
});

test('where the number of patients is known, counts decide', () => {
  const kept = percentagesAddUp([{ percentage: '15' }, { percentage: '37' }], { percentage: '53' }, 78);
  assert.ok(kept.outcome === 'consistent');
  assert.deepEqual(kept.counts, [12, 29, 41]);
  // 3 and 4 of 20 are 15 and 20, and no 7 of 20 is 36; the slack alone would let it pass.
  const parts = ['15', '20'];
  assert.equal(sumWithRounding(parts, '36').outcome, 'consistent');
  const shares = parts.map((percentage) => ({ percentage }));
  assert.equal(percentagesAddUp(shares, { percentage: '36' }, 20).outcome, 'impossible');
  assert.equal(
    percentagesAddUp([{ percentage: '29' }, { percentage: '71' }], 'all', 24).outcome,
    'consistent',
  );
});

test('counts that meet sums are found wherever trying all of them finds some', () => {
  const range = fc.tuple(fc.nat(6), fc.nat(4)).map(([from, width]) => ({ from, to: from + width }));
  fc.assert(
    fc.property(fc.array(range, { minLength: 4, maxLength: 4 }), fc.nat(16), (ranges, of) => {
      const sums = [
        { parts: [0, 1, 2], whole: 'all' },
        { parts: [0, 1], whole: 3 },
        { parts: [1, 2], whole: 3 },
      ] as const;
      const [one, two, three, four] = ranges.map(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, at) => from + at),
      );
      const exists = (one ?? []).some((a) =>
        (two ?? []).some((b) =>
          (three ?? []).some((c) => a + b + c === of && a + b === b + c && (four ?? []).includes(a + b)),
        ),
      );
      const found = countsMeeting(ranges, sums, of);
      assert.equal(found !== null, exists);
      if (found === null) return;
      const [a = 0, b = 0, c = 0, d = 0] = found;
      assert.deepEqual([a + b + c, a + b, b + c], [of, d, d]);
    }),
    { numRuns: 2000 },
  );
});

test('clean tables add up', () => {
  fc.assert(
    fc.property(tablesUpTo(400), tablesUpTo(400), (table, other) => {
      const percentages = percentagesOf(table);
      assert.equal(sumWithRounding(percentages, '100', { exactWhole: true }).outcome, 'consistent');
      const [first = 0, second = 0] = table.counts;
      const both = printPercentage(first + second, table.of, table.decimals, table.printing);
      assert.equal(sumWithRounding(percentages.slice(0, 2), both).outcome, 'consistent');
      const [otherFirst = 0] = other.counts;
      const total = printPercentage(first + otherFirst, table.of + other.of, table.decimals, table.printing);
      const groups = [
        { percentage: percentages[0] ?? '', of: table.of },
        { percentage: percentagesOf(other)[0] ?? '', of: other.of },
      ];
      const found = totalOfGroups(groups, { percentage: total, of: table.of + other.of });
      assert.ok(found.outcome === 'consistent' && found.sizesAddUp);
      assert.equal(
        meanOfGroups(
          groups.map(({ percentage, of }) => ({ mean: percentage, of })),
          total,
        ).outcome,
        'consistent',
      );
    }),
    { numRuns: 10_000, seed: 7 },
  );
});

test('tables cut off are never impossible', () => {
  fc.assert(
    fc.property(tablesUpTo(400, ['cutOff']), (table) => {
      const percentages = percentagesOf(table);
      assert.notEqual(sumWithRounding(percentages, '100', { exactWhole: true }).outcome, 'impossible');
    }),
    { numRuns: 2000, seed: 8 },
  );
});

test('a total against its groups', () => {
  const groups = [
    { percentage: '67', of: 12 },
    { percentage: '7', of: 15 },
  ];
  const whole = totalOfGroups(groups, { percentage: '33', of: 27 });
  assert.ok(whole.outcome === 'consistent');
  assert.deepEqual([whole.counts, whole.printable, whole.sizesAddUp], [[8, 1], ['33'], true]);
  assert.equal(totalOfGroups(groups, { percentage: '37', of: 27 }).outcome, 'impossible');
  const short = totalOfGroups(groups, { percentage: '32', of: 28 });
  assert.ok(short.outcome === 'consistent' && !short.sizesAddUp);
  const none = totalOfGroups([{ percentage: '22', of: 14 }], { percentage: '22', of: 14 });
  assert.ok(none.outcome === 'impossible' && none.totalCounts === null);
  assert.equal(
    meanOfGroups(
      [
        { mean: '10', of: 10 },
        { mean: '20', of: 30 },
      ],
      '17.5',
    ).outcome,
    'consistent',
  );
  assert.equal(
    meanOfGroups(
      [
        { mean: '10', of: 10 },
        { mean: '20', of: 30 },
      ],
      '19',
    ).outcome,
    'impossible',
  );
});

test('orders of medians and ranges', () => {
  assert.equal(medianInRange('9.8', { least: '7.4', most: '12.2' }).outcome, 'consistent');
  assert.equal(medianInRange('13', { least: '7.4', most: '12.2' }).outcome, 'impossible');
  // 12.5 prints 13 beside 12.5, and 12.9 cut off prints 12.
  assert.equal(medianInRange('13', { least: '7', most: '12.5' }).outcome, 'consistent');
  assert.equal(medianInRange('12.9', { least: '7', most: '12' }).outcome, 'truncated');
  assert.equal(medianInRange('NR', { least: '7', most: '12' }).outcome, 'consistent');
  const progression = { least: '1.2', most: '36.4+' };
  assert.equal(rangesInOrder(progression, { least: '2.0', most: '40.1' }).outcome, 'consistent');
  const broken = rangesInOrder(progression, { least: '0.9', most: '30' });
  assert.ok(broken.outcome === 'impossible');
  assert.deepEqual(broken.broken, [
    ['1.2', '0.9'],
    ['36.4+', '30'],
  ]);
  // At least 30 may be more than 36.4.
  assert.equal(rangesInOrder(progression, { least: '2.0', most: '30+' }).outcome, 'consistent');
  assert.equal(inOrder([['3', '4 months']]).outcome, 'untestable');
});

test('the range and the median of all against those of the parts', () => {
  const groups = [
    { least: '2', most: '9' },
    { least: '4', most: '15' },
  ];
  assert.equal(rangeOfUnion({ least: '2', most: '15' }, groups).outcome, 'consistent');
  assert.equal(rangeOfUnion({ least: '3', most: '15' }, groups).outcome, 'impossible');
  assert.equal(rangeOfUnion({ least: '1', most: '15' }, groups).outcome, 'consistent');
  assert.equal(rangeOfUnion({ least: '1', most: '15' }, groups, true).outcome, 'impossible');
  assert.equal(rangeOfUnion({ least: '2', most: '15' }, groups, true).outcome, 'consistent');
  assert.equal(medianOfUnion('6', ['5', '8']).outcome, 'consistent');
  assert.equal(medianOfUnion('9', ['5', '8']).outcome, 'impossible');
  assert.equal(medianOfUnion('9', ['5', 'NR']).outcome, 'consistent');
  assert.equal(medianOfUnion('4', ['5', 'NR']).outcome, 'impossible');
});

test('the median of one and of two values', () => {
  assert.equal(medianOfFew('5', { least: '4', most: '6' }, 2).outcome, 'consistent');
  assert.equal(medianOfFew('5.5', { least: '4.0', most: '6.0' }, 2).outcome, 'impossible');
  assert.equal(medianOfFew('5', { least: '5', most: '5' }, 1).outcome, 'consistent');
  assert.equal(medianOfFew('5', { least: '4.1', most: '5' }, 1).outcome, 'impossible');
  assert.equal(medianOfFew('5.5', { least: '4.0', most: '6.0' }, 3).outcome, 'consistent');
  assert.equal(medianOfFew('5', { least: '4', most: '6+' }, 2).outcome, 'untestable');
});

test('clean samples keep their order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9999), { minLength: 1, maxLength: 9 }), fc.nat(2), (values, decimals) => {
      const ordered = values.toSorted((a, b) => a - b);
      const middle = (ordered.length - 1) / 2;
      const median = ((ordered[Math.floor(middle)] ?? 0) + (ordered[Math.ceil(middle)] ?? 0)) / 2;
      const print = (value: number): string =>
        printPercentage(Math.round(2 * value), 20_000, decimals, 'halfUp');
      const range = { least: print(ordered[0] ?? 0), most: print(ordered.at(-1) ?? 0) };
      assert.equal(medianOfFew(print(median), range, ordered.length).outcome, 'consistent');
    }),
    { numRuns: 2000 },
  );
});

test('one quantity in several places', () => {
  for (const [texts, outcome] of [
    [['41.2', '41'], 'consistent'],
    [['41.5', '42'], 'consistent'],
    [['41.5', '41'], 'consistent'],
    [['41.6', '41'], 'truncated'],
    [['43.75', '43.7'], 'consistent'],
    [['43.76', '43.7'], 'truncated'],
    [['52', '53'], 'truncated'],
    [['52', '54'], 'impossible'],
    [['41.6', '41', '42'], 'truncated'],
    [['41.2', '39'], 'impossible'],
    [['5.0', '5'], 'consistent'],
    [['5'], 'untestable'],
  ] as const)
    assert.equal(sameQuantity(texts).outcome, outcome, texts.join(' '));
});

test('means and deviations of whole numbers', () => {
  for (const [mean, standardDeviation, of, outcome, binary] of [
    ['3.48', undefined, 20, 'impossible', false],
    ['3.45', undefined, 20, 'consistent', false],
    ['3.48', undefined, 100, 'noPower', false],
    ['5.19', undefined, 28, 'impossible', false], // Brown and Heathers 2017, their example
    ['5.18', undefined, 28, 'consistent', false],
    // The sum 62 needs an even sum of squares: 317 would print 2.47, 318 prints 2.48 and cut off 2.47.
    ['3.44', '2.47', 18, 'truncated', false],
    ['3.44', '2.48', 18, 'consistent', false],
    ['3.44', '2.46', 18, 'impossible', false],
    ['3.45', '2.47', 18, 'impossible', false],
    ['0.44', '0.51', 18, 'consistent', true],
    ['0.44', '0.60', 18, 'impossible', true],
  ] as const) {
    const found = meanOfIntegers({
      mean,
      of,
      binary,
      ...(standardDeviation === undefined ? {} : { standardDeviation }),
    });
    assert.equal(found.outcome, outcome, `${mean} (${standardDeviation}) of ${of}`);
  }
  const three = meanOfIntegers({ mean: '2.00', standardDeviation: '0.30', of: 3 });
  assert.ok(three.outcome === 'impossible' && three.failing === 'standardDeviation');
});

test('clean means and deviations are never impossible', () => {
  const values = fc.array(fc.nat(9), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(values, fc.nat(2), fc.integer({ min: 1, max: 4 }), (sample, decimals, items) => {
      const of = sample.length;
      const mean = sample.reduce((sum, value) => sum + value, 0) / of / items;
      const squares = sample.reduce((sum, value) => sum + (value / items - mean) ** 2, 0);
      const standardDeviation = Math.sqrt(squares / (of - 1)).toFixed(decimals);
      const found = meanOfIntegers({ mean: mean.toFixed(decimals), standardDeviation, of, items });
      // Binary fractions print some ties down.
      assert.ok(found.outcome === 'consistent' || found.outcome === 'truncated', found.outcome);
    }),
    { numRuns: 10_000, seed: 9 },
  );
});
