/**
 * The responses that paper 004 tables of neuroendocrine carcinoma, with the denominators that its rows fit, pooled from the
 * library. Oracle: metafor 3.8-1, `rma.glmm(measure = "PLO", xi, ni)` and `rma(..., method = "REML", test = "knha")`.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { knowledgePlaces, loadKnowledge, synthesiseRates, usualPooling } from '../src/index.ts';

const home = fileURLToPath(new URL('..', import.meta.url));
const { studies } = loadKnowledge(knowledgePlaces(home)).base.evidence;
const question = {
  outcome: 'objectiveResponse',
  where: { disease: { entity: 'nec' } },
  denominator: 'analysed',
  document: '004',
} as const;
const percent = (share: number): string => (100 * share).toFixed(1);

test('the repaired table of NEC: 20 counts, 37.8% (28.6–48.0) and 41.3% (32.1–51.2)', () => {
  const { rates, pooled } = synthesiseRates(
    studies,
    { ...question, reading: 'asPrinted', withInferred: true },
    ['glmm', 'logit'],
    usualPooling,
  );
  assert.equal(rates.length, 20);
  const shown = pooled.map(({ reading }) =>
    reading.ok
      ? [reading.pooled.share, reading.pooled.interval.lower, reading.pooled.interval.upper].map(percent)
      : [reading.reason],
  );
  assert.deepEqual(shown, [
    ['37.8', '28.6', '48.0'],
    ['41.3', '32.1', '51.2'],
  ]);
});

test('what the paper prints alone: inferred denominators and patients of mixed class are in the sensitivity analyses', () => {
  const { rates, leftOut, sensitivity } = synthesiseRates(
    studies,
    { ...question, reading: 'curated', withInferred: false },
    ['glmm'],
    usualPooling,
  );
  assert.ok(rates.every(({ rate }) => rate.result.inferred === undefined));
  const reasons = new Map(leftOut.map(({ study, reason }) => [study.id, reason]));
  assert.equal(reasons.get('hadoux-2015'), 'denominatorInferred');
  assert.equal(reasons.get('welin-2011'), 'populationUnknown');
  assert.equal(reasons.get('kouvaraki-2004'), 'populationUnknown');
  assert.ok(sensitivity.some(({ studies: count }) => count === 20));
});
