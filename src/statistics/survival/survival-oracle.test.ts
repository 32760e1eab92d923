/**
 * Survival analysis against R's survival on committed synthetic data (scripts/oracle/survival.R): curves without and with
 * delayed entry on every scale, quantiles, restricted means, and the log-rank test plain, weighted and stratified.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as z from 'zod';
import {
  kaplanMeier,
  type LogRankWeight,
  logRank,
  restrictedMean,
  type SurvivalColumns,
  survivalIntervalTypes,
  survivalQuantile,
} from './index.ts';

const numbers = z.array(z.number());
const open = z.array(z.number().nullable());
const oracle = z
  .strictObject({
    source: z.string(),
    script: z.string(),
    data: z.strictObject({ time: numbers, event: numbers, entry: numbers, group: numbers, stratum: numbers }),
    curves: z.array(
      z.strictObject({
        name: z.enum(['all', 'delayed']),
        interval: z.enum(survivalIntervalTypes),
        times: numbers,
        atRisk: numbers,
        events: numbers,
        survival: numbers,
        relativeError: open,
        lower: open,
        upper: open,
        quantiles: open,
        quantileLower: open,
        quantileUpper: open,
        mean: numbers,
        meanError: numbers,
      }),
    ),
    tests: z.array(
      z.strictObject({
        name: z.enum(['log-rank', 'rho1', 'stratified']),
        chiSquare: z.number(),
        observed: numbers,
        expected: numbers,
        variance: numbers,
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../oracle/survival.json', import.meta.url), 'utf8')));
const { time, event, entry, group, stratum } = oracle.data;

function columnsOf(rows: readonly number[], isDelayed = false): SurvivalColumns {
  const taken = (from: readonly number[]): number[] => rows.map((row) => from[row] ?? 0);
  return {
    time: Float64Array.from(taken(time)),
    event: Uint8Array.from(taken(event)),
    ...(isDelayed ? { entry: Float64Array.from(taken(entry)) } : {}),
  };
}
const every = [...time.keys()];

function assertClose(
  actual: ArrayLike<number | null>,
  wanted: readonly (number | null)[],
  where: string,
): void {
  assert.equal(actual.length, wanted.length, where);
  for (const [index, expected] of wanted.entries()) {
    const value = actual[index] ?? null;
    if (expected === null || value === null) assert.equal(value, expected, `${where} ${index}`);
    else
      assert.ok(
        Math.abs(value - expected) <= 1e-11 * Math.max(1, Math.abs(expected)),
        `${where} ${index}: ${value}, not ${expected}`,
      );
  }
}

for (const { name, interval, ...wanted } of oracle.curves) {
  test(`curve, ${name}, ${interval}`, () => {
    const read = kaplanMeier(columnsOf(every, name === 'delayed'), { interval });
    assert.ok(read.ok);
    const { curve } = read;
    assertClose(curve.times, wanted.times, 'times');
    assertClose(curve.atRisk, wanted.atRisk, 'at risk');
    assertClose(curve.events, wanted.events, 'events');
    assertClose(curve.survival, wanted.survival, 'survival');
    assertClose(
      [...curve.relativeError].map((error) => (Number.isFinite(error) ? error : null)),
      wanted.relativeError,
      'error',
    );
    assertClose(curve.lower, wanted.lower, 'lower');
    assertClose(curve.upper, wanted.upper, 'upper');
    const quantiles = [0.25, 0.5, 0.75].map((probability) => survivalQuantile(curve, probability));
    assertClose(
      quantiles.map((each) => each.time),
      wanted.quantiles,
      'quantiles',
    );
    assertClose(
      quantiles.map((each) => each.lower),
      wanted.quantileLower,
      'quantiles lower',
    );
    assertClose(
      quantiles.map((each) => each.upper),
      wanted.quantileUpper,
      'quantiles upper',
    );
    const mean = restrictedMean(curve, 12);
    assert.ok(mean.ok);
    assertClose([mean.value.mean, mean.value.standardError], [...wanted.mean, ...wanted.meanError], 'mean');
  });
}

const weights: Readonly<Record<(typeof oracle.tests)[number]['name'], LogRankWeight>> = {
  'log-rank': { kind: 'log-rank' },
  rho1: { kind: 'fleming-harrington', rho: 1, gamma: 0 },
  stratified: { kind: 'log-rank' },
};
for (const { name, chiSquare, observed, expected, variance } of oracle.tests) {
  test(`comparison, ${name}`, () => {
    const parts = name === 'stratified' ? [1, 2] : [0];
    const strata = parts.map((part) =>
      [1, 2, 3].map((own) =>
        columnsOf(every.filter((row) => group[row] === own && (part === 0 || stratum[row] === part))),
      ),
    );
    const read = logRank(strata, weights[name]);
    assert.ok(read.ok);
    const { groups } = read.test;
    assertClose([read.test.chiSquare], [chiSquare], 'chi-square');
    assertClose(
      groups.map((each) => each.observed),
      observed,
      'observed',
    );
    assertClose(
      groups.map((each) => each.expected),
      expected,
      'expected',
    );
    assertClose(read.test.variance.flat(), variance, 'variance');
  });
}
