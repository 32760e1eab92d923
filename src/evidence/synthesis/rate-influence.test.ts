/** The influence of counts on the pooled log odds, held against the pooled share without each; and its refusals. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualPooling } from './pooled-share.ts';
import { rateInfluence } from './rate-influence.ts';
import { synthesiseRates } from './rate-synthesis.ts';
import type { RateQuestion } from './selected-rate.ts';
import { madeStudy } from './synthesis.fixture.ts';

const question: RateQuestion = {
  outcome: 'objectiveResponse',
  where: { disease: { entity: 'nen' } },
  denominator: 'analysed',
  reading: 'curated',
  withInferred: false,
};
const synthesisOf = (counts: readonly (readonly [count: number, of: number])[], fields: object = {}) =>
  synthesiseRates(
    counts.map(([count, of], at) => madeStudy(`study-${at}`, count, of, at === 0 ? fields : {})),
    question,
    ['logit'],
    usualPooling,
  );

test('the scatter without a study is that of the share pooled without it', () => {
  const synthesis = synthesisOf([
    [5, 10],
    [8, 20],
    [29, 30],
    [6, 25],
  ]);
  const read = rateInfluence(synthesis, usualPooling);
  assert.ok(read.ok);
  assert.equal(read.rates.length, 4);
  for (const [at, { rate, influence }] of read.rates.entries()) {
    const without = synthesis.withoutEach[at];
    assert.equal(without?.at, at);
    assert.equal(rate, synthesis.rates[at]?.rate);
    assert.ok(without?.reading.ok);
    assert.equal(influence.tau2Without, without.reading.pooled.heterogeneity?.tau2);
    assert.equal(influence.qWithout, without.reading.pooled.heterogeneity?.q);
  }
  const most = read.rates.toSorted(
    (a, b) => Math.abs(b.influence.rstudent ?? 0) - Math.abs(a.influence.rstudent ?? 0),
  )[0];
  assert.equal(most?.rate.study.id, 'study-2');
  const weights = read.rates.reduce((sum, { influence }) => sum + influence.weightPercent, 0);
  assert.ok(Math.abs(weights - 100) < 1e-9);
});

test('two studies, and NET with NEC, have none', () => {
  const two = rateInfluence(
    synthesisOf([
      [5, 10],
      [8, 20],
    ]),
    usualPooling,
  );
  assert.deepEqual(two, { ok: false, reason: 'fewerThanThree' });
  const mixed = synthesisOf(
    [
      [5, 10],
      [8, 20],
      [3, 9],
    ],
    { population: { words: 'NET', entity: 'net' } },
  );
  assert.deepEqual(rateInfluence(mixed, usualPooling), { ok: false, reason: 'mixedClasses' });
});
