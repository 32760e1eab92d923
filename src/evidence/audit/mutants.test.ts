/**
 * Clean tables with one value changed, for counts, sums of counts, p values and limits of intervals. What can be refuted is worked out here by enumeration and with formulas of its own, never by the code of
 * the audit; the audit has to find all of that and nothing else. Nothing is drawn where all changes can be tried.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proportionInterval } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import { percentage } from './clean-study.fixture.ts';
import { decimalText, roundedUnits } from './clean-values.fixture.ts';
import { digitsChanged, emptyTally, isFound, isTelling, tally, upperTail } from './mutants.fixture.ts';
import { groupsOf, patients, place, responsePValue } from './printed-study.fixture.ts';

const arms = groupsOf('all', 'a<all', 'b<all');

const marker = (value: string, as: 'count' | 'percent'): PrintedValue => ({
  group: 'all',
  what: 'marker',
  term: 'marker',
  value,
  as,
  place,
});

test('a count beside its percentage: every other count', () => {
  const score = emptyTally();
  for (const size of [9, 24, 70, 101, 160, 230, 1500])
    for (const decimals of [0, 1] as const) {
      const step = Math.max(1, Math.floor(size / 80));
      const real = Math.floor(size / 3);
      const printed = percentage(real, size, { decimals, halfEven: false });
      for (let count = 0; count <= size; count += count > real - 12 && count < real + 12 ? 1 : step) {
        const prints = [true, false].map((halfEven) => percentage(count, size, { decimals, halfEven }));
        tally(
          score,
          !prints.includes(printed),
          isFound([patients('all', size), marker(String(count), 'count'), marker(printed, 'percent')]),
          `${count} of ${size} beside ${printed}%`,
        );
      }
    }
  isTelling(score, 500);
});

test('sites against the number of patients: every other count of one site', () => {
  const score = emptyTally();
  const size = 40;
  const sites = [21, 12, 7];
  for (const changed of sites.keys())
    for (let value = 0; value <= size; value += 1) {
      const mutant = sites.map((count, at) => (at === changed ? value : count));
      const values = mutant.map(
        (count, at): PrintedValue => ({
          group: 'all',
          what: 'part',
          scheme: 'site',
          term: `site ${at}`,
          partition: true,
          value: String(count),
          as: 'count',
          place,
        }),
      );
      tally(
        score,
        mutant.reduce((sum, count) => sum + count, 0) !== size,
        isFound([patients('all', size), ...values]),
        mutant.join(' + '),
      );
    }
  isTelling(score, 100);
});

function choose(n: bigint, k: bigint): bigint {
  let product = 1n;
  for (let at = 1n; at <= k; at += 1n) product = (product * (n - k + at)) / at;
  return product;
}

/** The p values of one table under the tests that papers use, by formulas of their own. */
function pValuesOf(one: number, oneOf: number, other: number, otherOf: number): readonly number[] {
  const [responders, total] = [one + other, oneOf + otherOf];
  const whole = choose(BigInt(total), BigInt(responders));
  const weight = (count: number): bigint =>
    choose(BigInt(oneOf), BigInt(count)) * choose(BigInt(otherOf), BigInt(responders - count));
  const counts = Array.from({ length: oneOf + 1 }, (_, count) => count).filter(
    (count) => count <= responders && responders - count <= otherOf,
  );
  const share = (wanted: (count: number) => boolean): number =>
    Number((counts.filter(wanted).reduce((sum, count) => sum + weight(count), 0n) * 10n ** 15n) / whole) /
    1e15;
  const own = weight(one);
  const fisher = share((count) => weight(count) <= own);
  const ofOne = share((count) => count === one);
  const oneSided = Math.min(
    share((count) => count <= one),
    share((count) => count >= one),
    1,
  );
  const found = [fisher, oneSided];
  if (responders === 0 || responders === total) return found;
  const cells = [one, oneOf - one, other, otherOf - other];
  const cross = Math.abs(one * (otherOf - other) - other * (oneOf - one));
  const margins = oneOf * otherOf * responders * (total - responders);
  const square = (difference: number): number => (total * difference * difference) / margins;
  const beyond = (statistic: number): number => 2 * upperTail(Math.sqrt(statistic));
  const expected = [
    (oneOf * responders) / total,
    (oneOf * (total - responders)) / total,
    (otherOf * responders) / total,
    (otherOf * (total - responders)) / total,
  ];
  const likelihood = cells.reduce(
    (sum, cell, at) => (cell === 0 ? sum : sum + 2 * cell * Math.log(cell / (expected[at] ?? 1))),
    0,
  );
  const [p, q] = [one / oneOf, other / otherOf];
  const variance = (p * (1 - p)) / oneOf + (q * (1 - q)) / otherOf;
  found.push(
    beyond(square(cross)),
    beyond(square(Math.max(0, cross - total / 2))),
    fisher - ofOne / 2,
    beyond(Math.max(0, likelihood)),
  );
  if (variance > 0) found.push(beyond(((p - q) * (p - q)) / variance));
  return found;
}

/** The p values of Barnard's and Boschloo's tests: every table, every share of both groups in steps of 1 in 4000. */
function unconditionalPs(one: number, oneOf: number, other: number, otherOf: number): readonly number[] {
  const tables = Array.from({ length: oneOf + 1 }, (_, count) =>
    Array.from({ length: otherOf + 1 }, (__, second) => [count, second] as const),
  ).flat();
  const weights = (of: number): readonly number[] =>
    Array.from({ length: of + 1 }, (_, count) => Number(choose(BigInt(of), BigInt(count))));
  const [first, second] = [weights(oneOf), weights(otherOf)];
  const z = (a: number, b: number): number => {
    const share = (a + b) / (oneOf + otherOf);
    const variance = share * (1 - share) * (1 / oneOf + 1 / otherOf);
    return variance === 0 ? 0 : Math.abs(a / oneOf - b / otherOf) / Math.sqrt(variance);
  };
  const fisher = (a: number, b: number): number => pValuesOf(a, oneOf, b, otherOf)[0] ?? 1;
  const [ownZ, ownFisher] = [z(one, other), fisher(one, other)];
  return [
    tables.filter(([a, b]) => z(a, b) >= ownZ - 1e-9),
    tables.filter(([a, b]) => fisher(a, b) <= ownFisher + 1e-9),
  ].map((extreme) => {
    const bySum = new Map<number, number>();
    for (const [a, b] of extreme)
      bySum.set(a + b, (bySum.get(a + b) ?? 0) + (first[a] ?? 0) * (second[b] ?? 0));
    const at = (share: number): number =>
      [...bySum].reduce(
        (sum, [count, weight]) => sum + weight * share ** count * (1 - share) ** (oneOf + otherOf - count),
        0,
      );
    return Math.max(...Array.from({ length: 3999 }, (_, step) => at((step + 1) / 4000)));
  });
}

const responders = (group: string, value: number): PrintedValue => ({
  group,
  what: 'objectiveResponse',
  value: String(value),
  as: 'count',
  place,
});

test('a p value of two shares: every p of three decimals', () => {
  const score = emptyTally();
  for (const [one, oneOf, other, otherOf] of [
    [3, 10, 1, 17],
    [9, 20, 12, 21],
    [0, 12, 5, 14],
    [14, 31, 8, 28],
  ] as const) {
    const further = unconditionalPs(one, oneOf, other, otherOf);
    const ps = pValuesOf(one, oneOf, other, otherOf);
    for (let units = 0; units <= 1000; units += units > 120 && units < 880 ? 3 : 1) {
      const value = decimalText(units, 3);
      const isGiven = ps.some((p) => Math.abs(1000 * p - units) <= 0.5 + 1e-9);
      const isCutOff = ps.some((p) => 1000 * p >= units && 1000 * p < units + 1);
      // The unconditional tests are asked where the usual ones give nothing, not even cut off.
      const isFurther = !isCutOff && further.some((p) => Math.abs(1000 * p - units) <= 0.5);
      const found = isFound(
        [
          patients('all', oneOf + otherOf),
          patients('a', oneOf),
          patients('b', otherOf),
          responders('a', one),
          responders('b', other),
          responsePValue(value),
        ],
        arms,
      );
      tally(
        score,
        units === 0 || !(isGiven || isFurther),
        found,
        `p = ${value} of ${one}/${oneOf} and ${other}/${otherOf}, cut off ${isCutOff}`,
      );
    }
  }
  isTelling(score, 1500);
});

const proportionMethods = [
  'clopper-pearson',
  'wilson',
  'wilson-corrected',
  'agresti-coull',
  'jeffreys',
  'mid-p',
] as const;

/** The usual levels with their quantiles, as they are and as textbooks round them. */
const levels = [
  { level: 0.95, quantiles: [1.959_963_985, 1.96] },
  { level: 0.9, quantiles: [1.644_853_627, 1.645] },
  { level: 0.99, quantiles: [2.575_829_304, 2.576] },
] as const;

type Limits = readonly [number, number];

/** Limits of every usual method at the usual levels, also of the percentage rounded before, in percent. */
function limitsOf(count: number, of: number, printed: string): readonly Limits[] {
  const rounded = [0, 1, 2].map((decimals) => decimalText(roundedUnits(100 * count, of, decimals), decimals));
  const shares = [count / of, ...[printed, ...rounded].map((share) => Number(share) / 100)];
  return levels.flatMap(({ level, quantiles }) => [
    ...proportionMethods.flatMap((method): readonly Limits[] => {
      const read = proportionInterval(count, of, method, level);
      return read.ok ? [[100 * read.interval.lower, 100 * read.interval.upper]] : [];
    }),
    ...shares.flatMap((share) =>
      quantiles.map((quantile): Limits => {
        const half = quantile * Math.sqrt((share * (1 - share)) / of);
        return [100 * Math.max(0, share - half), 100 * Math.min(1, share + half)];
      }),
    ),
  ]);
}

test('a limit of the interval of a share: every other digit', () => {
  const score = emptyTally();
  for (const [count, of] of [
    [7, 17],
    [12, 29],
    [31, 84],
    [3, 40],
  ] as const) {
    const printed = decimalText(roundedUnits(100 * count, of, 1), 1);
    const read = proportionInterval(count, of, 'clopper-pearson');
    assert.ok(read.ok);
    const [lower, upper] = [100 * read.interval.lower, 100 * read.interval.upper].map((limit) =>
      limit.toFixed(1),
    );
    if (lower === undefined || upper === undefined) continue;
    const mutants: (readonly [string, string])[] = [
      [lower, upper],
      ...digitsChanged(lower).map((each) => [each, upper] as const),
      ...digitsChanged(upper).map((each) => [lower, each] as const),
    ];
    const known = limitsOf(count, of, printed);
    const prints = (limit: number, text: string) => Math.abs(limit - Number(text)) <= 0.05 + 1e-9;
    for (const [least, most] of mutants) {
      const isGiven = known.some(([low, high]) => prints(low, least) && prints(high, most));
      const value: PrintedValue = {
        group: 'all',
        what: 'objectiveResponse',
        value: printed,
        as: 'percent',
        interval: `${least}–${most}`,
        intervalLabel: '95% CI',
        place,
      };
      tally(
        score,
        !isGiven,
        isFound([patients('all', of), value]),
        `${printed}% (${least}–${most}) of ${of}`,
      );
    }
  }
  isTelling(score, 150);
});
