import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatNumericRange, type NumericRange, parseNumericRange } from './numeric-range.ts';

type Ends = [low: number | null, high: number | null, openEnds?: '' | 'low' | 'high' | 'both', percent?: '%'];

const readings: readonly [text: string | number, ...Ends][] = [
  ['20', 20, 20],
  [20, 20, 20],
  [1.2, 1.2, 1.2],
  ['1.20', 1.2, 1.2],
  ['.5', 0.5, 0.5],
  ['+14.1%', 14.1, 14.1, '', '%'],
  ['-30', -30, -30],
  ['\u221230%', -30, -30, '', '%'],
  ['1,200', 1200, 1200],
  ['100,000', 100_000, 100_000],
  ['1,234,567.5', 1_234_567.5, 1_234_567.5],
  ['1.5e9', 1.5e9, 1.5e9],
  ['<95', null, 95, 'high'],
  ['< 95', null, 95, 'high'],
  ['≤2', null, 2],
  ['<=2', null, 2],
  ['=<2', null, 2],
  ['>=1,200', 1200, null],
  ['≥1.5', 1.5, null],
  ['>20%', 20, null, 'low', '%'],
  ['=7', 7, 7],
  ['more than 25%', 25, null, 'low', '%'],
  ['Less than 3%', null, 3, 'high', '%'],
  ['less than or equal to 3', null, 3],
  ['at least 3', 3, null],
  ['at most 3', null, 3],
  ['up to 10', null, 10],
  ['no more than 2', null, 2],
  ['45-70', 45, 70],
  ['45–70', 45, 70],
  ['45 — 70', 45, 70],
  ['45\u201170', 45, 70],
  ['45-70%', 45, 70, '', '%'],
  ['45%-70%', 45, 70, '', '%'],
  ['10 to 50', 10, 50],
  ['10% to 50%', 10, 50, '', '%'],
  ['0–15', 0, 15],
  ['1.9–15.0', 1.9, 15],
  ['-30 to -10', -30, -10],
  ['-30--10', -30, -10],
  ['between 2 and 9', 2, 9],
  ['>2 to <=20', 2, 20, 'low'],
  ['>=3 and <20', 3, 20, 'high'],
  ['5-5', 5, 5],
];
for (const [text, low, high, open = '', percent] of readings) {
  test(`'${text}' is read`, () => {
    assert.deepEqual(parseNumericRange(text), {
      ok: true,
      value: {
        low,
        high,
        lowOpen: open === 'low' || open === 'both',
        highOpen: open === 'high' || open === 'both',
        printed: String(text).trim(),
        ...(percent === undefined ? {} : { percent: true }),
      },
    });
  });
}

const refusals: readonly (string | number)[] = [
  '',
  'rare',
  '1,5',
  '0,500',
  '1,20',
  '1,2000',
  '1.200,5',
  '1.2.3',
  '1 200',
  '70-45',
  '44 to 4',
  '>5 to <5',
  '<2 to >20',
  '~20',
  'about 20',
  '20 ng/mL',
  '20 x ULN',
  '3+',
  '2/10',
  '4.6 x 3.2',
  '5.',
  '--5',
  '2012-06-15',
  '1e999',
  '0x10',
  'Infinity',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '7'.repeat(1_000_000),
];
for (const text of refusals) {
  test(`'${String(text).slice(0, 30)}' is refused`, () => {
    const read = parseNumericRange(text);
    assert.equal(read.ok, false);
    if (!read.ok) assert.equal(read.code, 'unparsable-quantity');
  });
}

test('a decimal comma is explained', () => {
  const read = parseNumericRange('1,5');
  assert.match(read.ok ? '' : read.message, /point for decimals/);
});

const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const anyRange = fc
  .tuple(number, number, fc.boolean(), fc.boolean(), fc.constantFrom('none', 'low', 'high'), fc.boolean())
  .map(([a, b, lowOpen, highOpen, unbounded, percent]): NumericRange => {
    const low = unbounded === 'low' ? null : Math.min(a, b) + 0;
    const high = unbounded === 'high' ? null : Math.max(a, b) + 0;
    const point = low === high;
    return {
      low,
      high,
      lowOpen: !point && low !== null && lowOpen,
      highOpen: !point && high !== null && highOpen,
      printed: '',
      ...(percent ? { percent: true as const } : {}),
    };
  });

test('what is formatted is read back as the same range', () => {
  fc.assert(
    fc.property(anyRange, (range) => {
      const read = parseNumericRange(formatNumericRange(range));
      assert.deepEqual(read.ok ? { ...read.value, printed: '' } : read, range);
    }),
    { numRuns: 1000 },
  );
});

test('a range without bounds says so', () => {
  assert.equal(formatNumericRange({ low: null, high: null, lowOpen: false, highOpen: false }), 'any value');
});

test('no text makes the reader throw, and what is read is in order', () => {
  const near = fc
    .array(fc.constantFrom('<', '>', '=', '1', '20', ',', '.', '-', '–', ' ', '%', 'to', 'and', 'e'), {
      maxLength: 10,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (text) => {
      const read = parseNumericRange(text);
      if (!read.ok) return;
      const { low, high } = read.value;
      assert.ok(low !== null || high !== null);
      assert.ok(low === null || high === null || low <= high);
    }),
    { numRuns: 1000 },
  );
});
