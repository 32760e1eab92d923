/**
 * Clean ratios, means, ranges, grades and landmarks with one digit or one value changed. As for counts, what can be refuted is
 * worked out here by enumeration, with formulas of its own; the audit has to find all of that and nothing else.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrintedValue } from '../printed/index.ts';
import { decimalText, hazardRatio, roundedUnits } from './clean-values.fixture.ts';
import { digitsChanged, emptyTally, isFound, isTelling, tally, upperTail } from './mutants.fixture.ts';
import { median, patients, place } from './printed-study.fixture.ts';

type Cell = readonly [number, number];

/** What a number with two or three decimals stands for. */
const cellOf = (text: string): Cell => {
  const half = 0.5 / 10 ** (text.split('.')[1]?.length ?? 0);
  return [Number(text) - half, Number(text) + half];
};

/** The z beyond which a probability lies on one side, by halving. */
function upperQuantile(p: number): number {
  let [low, high] = [0, 40];
  for (let at = 0; at < 80; at += 1) {
    const middle = (low + high) / 2;
    if (upperTail(middle) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Every corner of what three numbers stand for: all that is computed from them has its ends there. */
const corners = (cells: readonly [Cell, Cell, Cell]): readonly (readonly [number, number, number])[] =>
  cells[0].flatMap((a) => cells[1].flatMap((b) => cells[2].map((c) => [a, b, c] as const)));

/**
 * Whether an estimate with 95% limits and a p value can be refuted: limits not around it, not in balance by more than one half on
 * the logarithm, or a p whose z is farther from that of the limits than tests of the same data are apart, or that decides
 * otherwise.
 */
function isRatioRefuted(texts: readonly [string, string, string], p: string): boolean {
  const [estimate, lower, upper] = texts.map(Number);
  if (estimate === undefined || lower === undefined || upper === undefined) return true;
  if (lower > estimate || estimate > upper) return true;
  const cells: readonly [Cell, Cell, Cell] = [cellOf(texts[0]), cellOf(texts[1]), cellOf(texts[2])];
  if (estimate === 0 || lower === 0) return false;
  const logs = corners(cells).map(([e, l, u]) => [Math.log(e), Math.log(l), Math.log(u)] as const);
  const balances = logs.map(([e, l, u]) =>
    u - e <= 0 ? Number.POSITIVE_INFINITY : Math.max(0, e - l) / (u - e),
  );
  if (Math.min(...balances) > 1.5 || Math.max(...balances) < 1 / 1.5) return true;
  const critical = upperQuantile(0.025);
  const errors = logs.flatMap(([e, l, u]) => [(u - l) / 2, e - l, u - e]).map((width) => width / critical);
  const effects = cells[0].map((end) => Math.abs(Math.log(end)));
  const spansNone = cells[0][0] <= 1 && cells[0][1] >= 1;
  const zLimits: Cell = [
    (spansNone ? 0 : Math.min(...effects)) / Math.max(...errors),
    Math.min(...errors) <= 0 ? Number.POSITIVE_INFINITY : Math.max(...effects) / Math.min(...errors),
  ];
  const isBound = p.startsWith('<');
  const ends: Cell = isBound ? [0, Number(p.slice(1))] : cellOf(p);
  const zP: Cell = [
    upperQuantile(Math.min(1, ends[1]) / 2),
    ends[0] <= 0 ? Number.POSITIVE_INFINITY : upperQuantile(ends[0] / 2),
  ];
  const gap = Math.max(0, zP[0] - zLimits[1], zLimits[0] - zP[1]);
  const excludes = cells[1][0] > 1 || cells[2][1] < 1;
  const includes = cells[1][1] <= 1 && cells[2][0] >= 1;
  const decides = (excludes && ends[0] >= 0.05) || (includes && ends[1] <= 0.05);
  if (gap <= 1e-9) return false;
  return decides || gap > Math.max(0.25, 0.15 * Math.max(zP[0], zLimits[0]));
}

test('a hazard ratio, its limits and its p value: every other digit of one of them', () => {
  const score = emptyTally();
  for (const [log, error, decimals] of [
    [-0.43, 0.17, 2],
    [-1.2, 0.21, 2],
    [0.31, 0.14, 2],
    [0.05, 0.2, 3],
    [-0.39, 0.2, 3],
  ] as const) {
    const [ratio, p] = hazardRatio(log, error, decimals, 95);
    assert.ok(ratio?.what === 'hazardRatio' && p?.what === 'pValue' && ratio.interval !== undefined);
    const [lower = '', upper = ''] = ratio.interval.split('–');
    const pText = p.relation === '=' ? p.value : `<${p.value}`;
    const clean = [ratio.value, lower, upper, pText] as const;
    const mutants: (readonly string[])[] = [clean];
    for (const [at, text] of clean.entries())
      for (const changed of digitsChanged(text))
        mutants.push(clean.map((each, index) => (index === at ? changed : each)));
    for (const [estimate = '', least = '', most = '', chance = ''] of mutants) {
      // A p of nothing, or an unusual bound, is another finding.
      const plain = chance.replace('<', '');
      if (Number(plain) <= 0 || Number(plain) > 1 || (chance.startsWith('<') && !/^0?\.0*[15]$/.test(plain)))
        continue;
      tally(
        score,
        isRatioRefuted([estimate, least, most], chance),
        isFound([
          { ...ratio, value: estimate, interval: `${least}–${most}` },
          { ...p, relation: chance.startsWith('<') ? '<' : '=', value: plain },
        ]),
        `${estimate} (${least}–${most}), p ${chance}`,
      );
    }
  }
  isTelling(score, 400);
});

const average = (as: 'mean' | 'median', value: string, unit: string, interval?: string): PrintedValue => ({
  group: 'all',
  what: 'baseline',
  term: unit === 'cycles' ? 'treatment' : 'age',
  as,
  value,
  unit,
  place,
  ...(interval === undefined ? {} : { interval, intervalLabel: 'range' }),
});

test('a mean of whole numbers: every mean of two decimals', () => {
  const score = emptyTally();
  for (const size of [7, 16, 20, 33, 64, 99, 100, 130]) {
    const printed = new Set<string>();
    for (let sum = 0; sum <= 12 * size; sum += 1) {
      const twice = (200 * sum) % (2 * size) === size;
      const up = roundedUnits(sum, size, 2);
      printed.add(decimalText(up, 2));
      // A tie goes to the even digit in some programs.
      if (twice && up % 2 === 1) printed.add(decimalText(up - 1, 2));
    }
    for (let units = 300; units <= 500; units += 1) {
      const value = decimalText(units, 2);
      tally(
        score,
        !printed.has(value),
        isFound([patients('all', size), average('mean', value, 'cycles')]),
        `${value} of ${size}`,
      );
    }
  }
  isTelling(score, 1500);
});

test('a median and its range: every other digit', () => {
  const score = emptyTally();
  const clean = ['59', '46', '81'] as const;
  for (const [at, text] of clean.entries())
    for (const changed of [text, ...digitsChanged(text)]) {
      const [value = '', least = '', most = ''] = clean.map((each, index) => (index === at ? changed : each));
      const isOrdered = Number(least) <= Number(value) && Number(value) <= Number(most);
      tally(
        score,
        !isOrdered,
        isFound([patients('all', 18), average('median', value, 'years', `${least}–${most}`)]),
        `${value} (${least}–${most})`,
      );
    }
  isTelling(score, 50);
});

test('an event of high grades and of all grades: every other percentage', () => {
  const score = emptyTally();
  const event = (grades: string, value: number): PrintedValue => ({
    group: 'all',
    what: 'toxicity',
    term: 'anemia',
    grades,
    value: String(value),
    as: 'percent',
    place,
  });
  const size = 30;
  const isOfCount = (value: number): boolean =>
    Array.from(
      { length: size + 1 },
      (_, count) => Math.abs((100 * count) / size - value) <= 0.5 + 1e-9,
    ).includes(true);
  for (let high = 0; high <= 100; high += 1)
    tally(
      score,
      high > 43 || !isOfCount(high),
      isFound([patients('all', size), event('3–4', high), event('any', 43)]),
      `${high}% of 43%`,
    );
  isTelling(score, 100);
});

test('survival at a landmark: every other rate and every other median', () => {
  const score = emptyTally();
  const rate = (value: number, at: string): PrintedValue => ({
    group: 'all',
    what: 'overallSurvival',
    value: String(value),
    as: 'curvePercent',
    unit: 'months',
    at,
    place,
  });
  for (let tenths = 90; tenths <= 150; tenths += 1)
    for (const percent of [0, 20, 45, 48, 49, 50, 51, 52, 60, 71, 72, 90]) {
      const isBefore = 10 * tenths - 5 > 1200;
      const isAfter = 10 * tenths + 5 <= 1200;
      const isRefuted = percent > 71 || (percent < 50 && isBefore) || (percent > 50 && isAfter);
      tally(
        score,
        isRefuted,
        isFound([
          median('all', 'overallSurvival', decimalText(tenths, 1)),
          rate(71, '3 months'),
          rate(percent, '1 year'),
        ]),
        `${percent}% at 12 months, median ${tenths / 10}`,
      );
    }
  isTelling(score, 500);
});
