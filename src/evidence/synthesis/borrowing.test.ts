import assert from 'node:assert/strict';
import { test } from 'node:test';
import { borrowRates } from './borrowing.ts';
import { selectRates } from './selected-rate.ts';
import { madeStudy } from './synthesis.fixture.ts';

const asked = { reading: 'curated', threshold: 0.2, cutoff: 0.9 } as const;
const ratesOf = (...studies: Parameters<typeof selectRates>[0]) =>
  selectRates(studies, {
    outcome: 'objectiveResponse',
    where: { disease: { entity: 'solid-tumour' } },
    denominator: 'analysed',
    reading: 'curated',
    withInferred: false,
  }).selected;

test('NET and NEC, mixed populations and different alterations never borrow from each other', () => {
  const net = { population: { words: 'NET', entity: 'net' } };
  const mixed = { population: { words: 'NEN', entity: 'nen' } };
  const of = (variant: string) => ({
    population: { words: variant, entity: 'melanoma', criterion: { alteration: { gene: 'KIT', variant } } },
  });
  const rows = [
    ['tooFewStudies', ratesOf(madeStudy('study-a', 1, 10))],
    ['acrossDifferentiation', ratesOf(madeStudy('study-a', 1, 10), madeStudy('study-b', 2, 10, net))],
    ['mixedPopulation', ratesOf(madeStudy('study-a', 1, 10), madeStudy('study-b', 2, 10, mixed))],
    [
      'acrossAlterations',
      ratesOf(madeStudy('study-a', 4, 6, of('L576P')), madeStudy('study-b', 0, 4, of('D816V'))),
    ],
  ] as const;
  for (const [reason, rates] of rows) {
    const read = borrowRates(rates, asked);
    assert.equal(!read.ok && read.reason, reason);
  }
});

test('unborrowed first, what is borrowed beside it, and false positives by enumeration', () => {
  const read = borrowRates(ratesOf(madeStudy('study-a', 4, 8), madeStudy('study-b', 1, 6)), asked);
  assert.ok(read.ok);
  const { borrowing, falsePositives } = read.borrowed;
  const [first, second] = borrowing.baskets;
  // Beta(4.5, 4.5) and Beta(1.5, 5.5)
  assert.ok(Math.abs((first?.unborrowed?.mean ?? 0) - 0.5) < 1e-12);
  assert.ok(Math.abs((second?.unborrowed?.mean ?? 0) - 1.5 / 7) < 1e-12);
  assert.ok((first?.hierarchical?.summary.mean ?? 1) < 0.5);
  assert.ok((second?.hierarchical?.borrowedPatients ?? 0) > 0);
  assert.deepEqual(
    falsePositives.map(({ reading }) => reading.ok && reading.outcomes),
    [63, 63, 63],
  );
});
