/** The PFS ratio: bounds under censoring, and both estimates against R. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { midranks } from './midrank.ts';
import { type PfsPair, type PfsRatioResult, pfsRatio } from './pfs-ratio.ts';

const data = join(
  process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'statistics',
  'data',
);
const skip = existsSync(data) ? false : `no reference data at ${data}`;
const near = (got: number | null | undefined, wanted: number, tolerance = 1e-10): void =>
  assert.ok(got !== null && got !== undefined && Math.abs(got - wanted) < tolerance, `${got}, not ${wanted}`);
const pair = (id: string, first: number, second: number, isEvent = true): PfsPair => ({
  id,
  first: { least: first, most: first },
  second: { least: second, most: isEvent ? second : null },
});
function resultOf(pairs: readonly PfsPair[]): PfsRatioResult {
  const read = pfsRatio(pairs);
  assert.ok(read.ok);
  return read.value;
}

suite('one patient', () => {
  const rows: readonly (readonly [string, PfsPair, string])[] = [
    ['progressed at twice the time', pair('1', 4, 8), 'above'],
    ['progressed at 1.3 times', pair('1', 10, 13), 'notAbove'],
    ['censored at twice the time', pair('1', 4, 8, false), 'above'],
    ['censored at half the time', pair('1', 4, 2, false), 'undetermined'],
    [
      'first time censored, second shorter',
      { id: '1', first: { least: 10, most: null }, second: { least: 5, most: 5 } },
      'notAbove',
    ],
    [
      'first time censored, second longer',
      { id: '1', first: { least: 10, most: null }, second: { least: 20, most: 20 } },
      'undetermined',
    ],
    [
      'a second time of 5 to 7 months',
      { id: '1', first: { least: 5, most: 5 }, second: { least: 5, most: 7 } },
      'undetermined',
    ],
  ];
  for (const [what, given, call] of rows)
    test(what, () => assert.equal(resultOf([given]).ratios[0]?.call, call));
});

test('bounds, Kaplan-Meier and midrank of 24 patients, 5 of them censored, against R', { skip }, () => {
  const [, ...lines] = readFileSync(join(data, 'gmi_synthetic.csv'), 'utf8').trim().split(/\r?\n/);
  const result = resultOf(
    lines.map((line) => {
      const [id = '', first = '', second = '', event = ''] = line.split(',');
      return pair(id, Number(first), Number(second), event === '1');
    }),
  );
  assert.deepEqual([result.patients, result.above, result.notAbove, result.undetermined], [24, 8, 12, 4]);
  // survfit(Surv(pfs2 / pfs1, event2) ~ 1, conf.type = 'log-log') at 1.3
  assert.ok(result.kaplanMeier.ok);
  near(result.kaplanMeier.value.survival, 0.440559440559441);
  near(result.kaplanMeier.value.lower, 0.224319319967267);
  near(result.kaplanMeier.value.upper, 0.637919921823708);
  // Midranks as in midrank_PFSr of the R package prophets: 12 of 24.
  assert.ok(result.midrank.ok);
  near(result.midrank.interval.estimate, 0.5);
  // binom.test(8, 24) and binom.test(12, 24)
  near(result.low.lower, 0.156302285709);
  near(result.high.upper, 0.708758220164);
});

test('midranks: without censoring they are ranks, and a censored value reaches to the top', () => {
  const exact = (value: number) => ({ low: value, high: value });
  assert.deepEqual(midranks([exact(3), exact(1), exact(2)]), [3, 1, 2]);
  assert.deepEqual(midranks([exact(1), { low: 2, high: Number.POSITIVE_INFINITY }, exact(3)]), [1, 2.5, 2.5]);
});

test('partial times give bounds and no estimate', () => {
  const result = resultOf([
    pair('1', 4, 8),
    { id: '2', first: { least: 3, most: 4 }, second: { least: 3, most: 5 } },
  ]);
  assert.equal(result.undetermined, 1);
  assert.equal(result.kaplanMeier.ok || result.midrank.ok, false);
});

suite('what the estimates need', () => {
  const estimates = (first: PfsPair['first'], second: PfsPair['second']): boolean => {
    const result = resultOf([pair('1', 4, 8), { id: '2', first, second }]);
    assert.equal(result.kaplanMeier.ok, result.midrank.ok);
    return result.midrank.ok;
  };
  const exact = { least: 4, most: 4 };
  const between = { least: 4, most: 6 };
  const censored = { least: 4, most: null };
  test('both exact, or the second censored', () => {
    assert.ok(estimates(exact, exact) && estimates(exact, censored));
  });
  test('not a time between two dates, nor a censored first time', () => {
    assert.ok(!estimates(exact, between) && !estimates(between, exact) && !estimates(censored, exact));
  });
  test('a censored first time is named', () => {
    const { cautions } = resultOf([pair('1', 4, 8), { id: '2', first: censored, second: exact }]);
    assert.equal(cautions.length, 2);
  });
  test('a time that ends before it began is refused', () => {
    const read = pfsRatio([{ id: '1', first: { least: 5, most: 4 }, second: exact }]);
    assert.deepEqual(read, { ok: false, reason: 'timeNotPositive', id: '1' });
  });
});

test('no patients and impossible times are refused', () => {
  assert.deepEqual(pfsRatio([]), { ok: false, reason: 'noPatients' });
  assert.deepEqual(pfsRatio([pair('1', 0, 3)]), { ok: false, reason: 'timeNotPositive', id: '1' });
});

test('without censoring the bounds meet and the estimates agree with the count', () => {
  const result = resultOf([pair('1', 4, 8), pair('2', 4, 2), pair('3', 2, 9), pair('4', 5, 5)]);
  assert.equal(result.low.estimate, result.high.estimate);
  assert.ok(result.kaplanMeier.ok && result.midrank.ok);
  near(result.kaplanMeier.value.survival, 0.5);
  near(result.midrank.interval.estimate, 0.5);
});
