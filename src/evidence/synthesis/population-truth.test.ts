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
    // A basket of solid tumours is not one of melanoma, and not one without.
    [{ disease: { entity: 'melanoma' } }, { words: 'solid tumours', entity: 'solid-tumour' }, 'unknown'],
    [{ disease: { entity: 'nec' } }, { words: 'unknown primary', entity: 'unknown-primary' }, 'unknown'],
    [{ disease: { entity: 'solid-tumour' } }, nec, 'met'],
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

test('a definition answers what cannot be without it', () => {
  const kit = (pattern: object): Criterion => ({ alteration: { gene: 'KIT', ...pattern } });
  const alone = kit({ amplification: true, alone: true });
  const mutated = kit({ anyMutation: true });
  const fused: Criterion = { alteration: { fusionOf: ['NTRK1', 'NTRK3'] } };
  const rows: readonly (readonly [Criterion, Criterion, string])[] = [
    // Amplification alone is without a mutation.
    [alone, { not: mutated }, 'met'],
    [alone, mutated, 'unmet'],
    [alone, kit({ variant: 'L576P' }), 'unmet'],
    [alone, kit({ amplification: true }), 'met'],
    [kit({ amplification: true }), { not: mutated }, 'unknown'],
    [kit({ amplification: true }), alone, 'unknown'],
    [kit({ variant: 'V560del' }), mutated, 'met'],
    [kit({ variant: 'V560del' }), kit({ exon: 11 }), 'met'],
    [kit({ variant: 'V560del' }), kit({ exon: 9 }), 'unknown'],
    [mutated, kit({ exon: 11 }), 'unknown'],
    // One of several: all of them have what each alternative has.
    [{ any: [kit({ exon: 9 }), kit({ exon: 11 })] }, mutated, 'met'],
    [{ any: [mutated, alone] }, mutated, 'unknown'],
    [fused, fused, 'met'],
    [fused, { alteration: { fusionOf: ['NTRK1', 'NTRK2', 'NTRK3'] } }, 'met'],
    [fused, { alteration: { fusionOf: 'NTRK1' } }, 'unknown'],
    [{ not: { any: [mutated, fused] } }, fused, 'unmet'],
  ];
  for (const [criterion, where, truth] of rows)
    assert.equal(
      populationTruth(where, { words: 'x', entity: 'melanoma', criterion }),
      truth,
      JSON.stringify([criterion, where]),
    );
});
