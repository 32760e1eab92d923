/** The power of tests of percentages: predicted by counting what is printable, observed on wrong tables. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type PrintedShare,
  percentageOfCount,
  percentagesOfRow,
  powerOfPercentages,
  printablePercentages,
} from './index.ts';
import { numbersFrom, printPercentage } from './printed-tables.fixture.ts';

const rowOf = (...percentages: readonly string[]): readonly PrintedShare[] =>
  percentages.map((percentage) => ({ percentage }));

test('printable percentages are those of trying every one', () => {
  for (const decimals of [0, 1])
    for (let of = 1; of <= 260; of += 1) {
      const printed = new Set<string>();
      for (let count = 0; count <= of; count += 1)
        for (const printing of ['halfUp', 'halfEven'] as const)
          printed.add(printPercentage(count, of, decimals, printing));
      assert.equal(printablePercentages(of, decimals), printed.size, `${of} ${decimals}`);
    }
});

/** Observed successes agree with their probabilities within four standard errors. */
function assertRate(hits: number, chances: readonly number[], name: string): void {
  const expected = chances.reduce((sum, chance) => sum + chance, 0);
  const error = Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0));
  assert.ok(Math.abs(hits - expected) <= 4 * error + 1e-9, `${name}: ${hits} for ${expected} +- ${error}`);
}

test('a percentage replaced at random is found as often as the power says', () => {
  const next = numbersFrom(11);
  for (const decimals of [0, 1, 2]) {
    const whole = 10 ** (decimals + 2);
    let hits = 0;
    const chances: number[] = [];
    for (let run = 0; run < 10_000; run += 1) {
      const of = 1 + Math.floor(next() * 150);
      const count = Math.floor(next() * (of + 1));
      const clean = printPercentage(count, of, decimals, 'halfUp');
      const steps = 1 + Math.floor(next() * whole);
      const units = (Math.round(Number(clean) * 10 ** decimals) + steps) % (whole + 1);
      const mutant = percentageOfCount((units / 10 ** decimals).toFixed(decimals), of);
      if (mutant.outcome === 'truncated' || mutant.outcome === 'impossible') hits += 1;
      // Of the other percentages, those that print are one fewer than of all.
      const { chance } = powerOfPercentages(of, [decimals]);
      chances.push(1 - (chance * (whole + 1) - 1) / whole);
    }
    assertRate(hits, chances, `${decimals} decimals`);
  }
});

/** The rows that counts print without decimals, with each tie up or to the even digit. */
function printedRows(counts: readonly number[], of: number): readonly string[] {
  return counts.reduce<readonly string[]>(
    (rows, count) =>
      [
        ...new Set((['halfUp', 'halfEven'] as const).map((each) => printPercentage(count, of, 0, each))),
      ].flatMap((text) => rows.map((row) => (row === '' ? text : `${row} ${text}`))),
    [''],
  );
}

test('a percentage of a row moved by one or two units is found as often as counting all rows says', () => {
  const next = numbersFrom(12);
  const moves = [-2, -1, 1, 2];
  let hits = 0;
  const chances: number[] = [];
  for (let of = 3; of <= 60; of += 1) {
    const printed = new Set<string>();
    for (let one = 0; one <= of; one += 1)
      for (let two = 0; two + one <= of; two += 1)
        for (const row of printedRows([one, two, of - one - two], of)) printed.add(row);
    for (let run = 0; run < 40; run += 1) {
      const one = Math.floor(next() * (of + 1));
      const two = Math.floor(next() * (of - one + 1));
      const clean = [one, two, of - one - two].map((count) => printPercentage(count, of, 0, 'halfUp'));
      const moved = (move: number): readonly string[] => [
        String(Math.max(0, Number(clean[0]) + move)),
        ...clean.slice(1),
      ];
      const isKept = (row: readonly string[]): boolean => printed.has(row.join(' '));
      chances.push(moves.filter((move) => !isKept(moved(move))).length / moves.length);
      const mutant = moved(moves[Math.floor(next() * moves.length)] ?? 1);
      const { outcome } = percentagesOfRow(rowOf(...mutant), of, { partition: true });
      if (outcome === 'truncated' || outcome === 'impossible') hits += 1;
    }
  }
  assertRate(hits, chances, 'rows');
});

test('the chance of a random row that adds up is that of counting rows', () => {
  // Every row that fractions can print is printed by some counts of 600, which reach all ties.
  const rowsOf = (of: number): number => {
    const printed = new Set<number>();
    const units = Array.from({ length: of + 1 }, (_, count) =>
      Number(printPercentage(count, of, 0, 'halfUp')),
    );
    for (let one = 0; one <= of; one += 1)
      for (let two = 0; two + one <= of; two += 1)
        printed.add(((units[one] ?? 0) * 101 + (units[two] ?? 0)) * 101 + (units[of - one - two] ?? 0));
    return printed.size;
  };
  const all = rowsOf(600);
  for (const size of [7, 13, 31, 77]) {
    const { chance } = powerOfPercentages(size, [0, 0, 0], true);
    assert.ok(Math.abs(chance - rowsOf(size) / all) < 1e-12, `${size}: ${chance}, ${rowsOf(size) / all}`);
  }
});
