/** Further intervals, comparisons of proportions and tests of tables against R 4.2.2, where the data folder is present. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as z from 'zod';
import {
  agrestiCoull,
  chiSquareTest,
  cochranArmitage,
  fisherExact,
  jeffreys,
  mcNemar,
  midP,
  newcombeDifference,
  wald,
} from './index.ts';

const data = process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../shared/data');
const file = join(data, 'statistics', 'reference-values.json');
const skip = existsSync(file) ? false : `${file} is absent`;

const value = z.union([z.number(), z.null(), z.array(z.number().nullable())]);
const reference = z.looseObject({
  id: z.string(),
  topic: z.string(),
  input: z.record(z.string(), z.union([z.number(), z.array(z.number()), z.array(z.array(z.number()))])),
  expected: z.record(z.string(), value),
});
type Reference = z.infer<typeof reference>;

function topic(name: string): readonly Reference[] {
  const { references } = z
    .looseObject({ references: z.array(z.unknown()) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const found = references.flatMap((each) => reference.safeParse(each).data ?? []);
  const own = found.filter((each) => each.topic === name);
  assert.ok(own.length > 0, name);
  return own;
}

function assertClose(actual: number | null, wanted: unknown, where: string, tolerance = 1e-10): void {
  if (wanted === null) assert.equal(actual, null, where);
  else {
    const expected = Number(wanted);
    assert.ok(
      actual !== null && Math.abs(actual - expected) <= tolerance * Math.max(1e-3, Math.abs(expected)),
      `${where}: ${actual}, not ${expected}`,
    );
  }
}

const stopOfR = 1.3e-4;

/** As near as R's own search: by its tolerance on the ratio below 1, on its reciprocal above. */
function assertNearR(actual: number | null, wanted: unknown, where: string): void {
  const turned = (ratio: number): number => (ratio > 1 ? 1 / ratio : ratio);
  if (wanted === null || actual === null) assert.equal(actual, wanted, where);
  else
    assert.ok(
      Math.abs(turned(actual) - turned(Number(wanted))) <= stopOfR,
      `${where}: ${actual}, not ${Number(wanted)}`,
    );
}

const numberOf = ({ input }: Reference, name: string): number => Number(input[name]);
const pairOf = (given: unknown): readonly unknown[] => (Array.isArray(given) ? given : []);

test('Jeffreys, mid-P, Agresti-Coull and Wald', { skip }, () => {
  for (const each of topic('binomial-ci')) {
    const { id, expected } = each;
    const [x, n, confidence] = [numberOf(each, 'x'), numberOf(each, 'n'), numberOf(each, 'conf')];
    for (const [name, interval] of [
      ['jeffreys', jeffreys(x, n, confidence)],
      ['mid_p', midP(x, n, confidence)],
      ['agresti_coull', agrestiCoull(x, n, confidence, false)],
      ['wald', wald(x, n, confidence)],
    ] as const) {
      const [lower, upper] = pairOf(expected[name]);
      assertClose(interval.lower, lower, `${id} ${name} lower`, name === 'mid_p' ? 1e-9 : 1e-10);
      assertClose(interval.upper, upper, `${id} ${name} upper`, name === 'mid_p' ? 1e-9 : 1e-10);
    }
  }
});

test('two proportions: Fisher with its odds ratio, chi-square with and without Yates, Newcombe', {
  skip,
}, () => {
  for (const each of topic('two-proportions')) {
    const { id, expected } = each;
    const [x1, n1, x2, n2] = ['x1', 'n1', 'x2', 'n2'].map((name) => numberOf(each, name));
    assert.ok(x1 !== undefined && n1 !== undefined && x2 !== undefined && n2 !== undefined);
    const exact = fisherExact([
      [x1, n1 - x1],
      [x2, n2 - x2],
    ]);
    assertClose(exact.p, expected['fisher_p'], `${id} p`);
    // R's fisher.test stops its search for the odds ratio and its limits at 1.2e-4; solved to 1e-14 in R they are ours.
    assertNearR(exact.oddsRatio, expected['fisher_cmle_or'], `${id} odds ratio`);
    const [lower, upper] = pairOf(expected['fisher_or_ci']);
    assertNearR(exact.lower, lower, `${id} lower`);
    assertNearR(exact.upper, upper, `${id} upper`);
    const table = [
      [x1, n1 - x1],
      [x2, n2 - x2],
    ];
    const plain = chiSquareTest(table);
    const corrected = chiSquareTest(table, true);
    assert.ok(plain.ok && corrected.ok);
    assertClose(plain.test.chiSquare, expected['chisq'], id);
    assertClose(plain.test.p, expected['chisq_p'], id);
    assertClose(corrected.test.chiSquare, expected['yates_chisq'], id);
    assertClose(corrected.test.p, expected['yates_p'], id);
    const { difference, ...bounds } = newcombeDifference(
      { successes: x1, trials: n1 },
      { successes: x2, trials: n2 },
    );
    const [from, to] = pairOf(expected['newcombe_ci']);
    assertClose(difference, expected['diff'], id);
    assertClose(bounds.lower, from, id);
    assertClose(bounds.upper, to, id);
  }
});

test('trend and paired answers', { skip }, () => {
  for (const { id, input, expected } of topic('tests')) {
    if (id === 'cochran_armitage') {
      const [x, n] = [pairOf(input['x']), pairOf(input['n'])];
      const read = cochranArmitage(
        x.map((successes, at) => ({ successes: Number(successes), trials: Number(n[at]) })),
      );
      assert.ok(read.ok);
      assertClose(read.chiSquare, expected['chisq'], id);
      assertClose(read.p, expected['p'], id);
    }
    if (id === 'mcnemar') {
      const matrix = pairOf(input['matrix']);
      const { chiSquare, p } = mcNemar(Number(pairOf(matrix[0])[1]), Number(pairOf(matrix[1])[0]));
      assertClose(chiSquare, expected['chisq'], id);
      assertClose(p, expected['p'], id);
    }
  }
});
