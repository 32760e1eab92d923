import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Criterion } from '../../criteria/index.ts';
import type { Population } from '../study.ts';
import { populationTruth } from './population-truth.ts';

const nec: Population = { words: 'NEC', entity: 'nec' };
const mixed: Population = { words: 'NET and NEC', entity: 'nen' };
const platinum: Criterion = { priorTherapy: { drugClass: 'platinum' } };

test('a population answers a disease by its entity, and a mixed one does not know', () => {
  const rows: readonly (readonly [Criterion, Population, string])[] = [
    [{ disease: { entity: 'nec' } }, nec, 'met'],
    [{ disease: { entity: 'nen' } }, nec, 'met'],
    [{ disease: { entity: 'net' } }, nec, 'unmet'],
    [{ disease: { entity: 'nec-pancreas' } }, nec, 'unknown'],
    [{ disease: { entity: 'nec' } }, mixed, 'unknown'],
    [{ disease: { entity: 'melanoma' } }, mixed, 'unmet'],
    [{ not: { disease: { entity: 'net' } } }, nec, 'met'],
    [{ any: [{ disease: { entity: 'net' } }, { disease: { entity: 'nec' } }] }, nec, 'met'],
  ];
  for (const [where, population, truth] of rows)
    assert.equal(populationTruth(where, population), truth, JSON.stringify(where));
});

test('what a population was defined by is met, its opposite unmet, what is not said unknown', () => {
  const after: Population = { ...nec, criterion: { all: [{ disease: { entity: 'nec' } }, platinum] } };
  const naive: Population = { ...nec, criterion: { not: platinum } };
  assert.equal(populationTruth(platinum, after), 'met');
  assert.equal(populationTruth(platinum, naive), 'unmet');
  assert.equal(populationTruth(platinum, nec), 'unknown');
  assert.equal(populationTruth({ all: [platinum, { disease: { entity: 'net' } }] }, nec), 'unmet');
});

test('what the paper calls the patients counts only where it is asked for', () => {
  const called: Population = { ...mixed, printedAs: { entity: 'nec', reason: 'the table says NEC' } };
  const where: Criterion = { disease: { entity: 'nec' } };
  assert.equal(populationTruth(where, called), 'unknown');
  assert.equal(populationTruth(where, called, 'asPrinted'), 'met');
});
