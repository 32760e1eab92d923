import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Study } from '../study.ts';
import { type RateQuestion, selectRates } from './selected-rate.ts';
import { madeStudy } from './synthesis.fixture.ts';

const question: RateQuestion = {
  outcome: 'objectiveResponse',
  where: { disease: { entity: 'nec' } },
  denominator: 'analysed',
  reading: 'curated',
  withInferred: false,
};
const place = { document: 'invented for this test' };
const outcomeOf = (studies: readonly Study[], asked: Partial<RateQuestion> = {}) => {
  const { selected, leftOut } = selectRates(studies, { ...question, ...asked });
  return {
    in: selected.map(({ study }) => study.id),
    out: leftOut.map(({ study, reason }) => `${study.id}: ${reason}`),
  };
};

test('each reason keeps a count out, and names itself', () => {
  const mixed = { population: { words: 'NET and NEC', entity: 'nen', enrolled: 10 } };
  const rows: readonly (readonly [string, Study, Partial<RateQuestion>])[] = [
    ['chosenByOutcome', madeStudy('study-a', 1, 1, { selection: 'singleCase' }), {}],
    ['chosenByOutcome', madeStudy('study-a', 3, 4, { selection: 'chosenByOutcome' }), {}],
    [
      'selectionUnknown',
      madeStudy('study-a', 1, 4, { design: { type: 'caseSeries' }, selection: 'unstated' }),
      {},
    ],
    ['otherPopulation', madeStudy('study-a', 1, 10, { population: { words: 'NET', entity: 'net' } }), {}],
    ['populationUnknown', madeStudy('study-a', 1, 10, mixed), {}],
    ['otherTreatment', madeStudy('study-a', 1, 10), { regimen: 'folfiri' }],
    [
      'otherTreatment',
      madeStudy('study-a', 1, 10),
      { treatment: { drugs: ['cisplatin', 'irinotecan'], match: 'all' } },
    ],
    ['otherDenominator', madeStudy('study-a', 1, 10), { denominator: 'evaluable' }],
    ['denominatorInferred', madeStudy('study-a', 1, 10, {}, { inferred: 'the row fits 10' }), {}],
    ['otherDocument', madeStudy('study-a', 1, 10), { document: '004' }],
  ];
  for (const [reason, study, asked] of rows)
    assert.deepEqual(outcomeOf([study], asked), { in: [], out: [`study-a: ${reason}`] }, reason);
  assert.deepEqual(
    outcomeOf([madeStudy('study-a', 1, 10, {}, { inferred: 'x' })], { withInferred: true }).in,
    ['study-a'],
  );
  assert.deepEqual(
    outcomeOf([madeStudy('study-a', 1, 10)], {
      regimen: 'cisplatin-etoposide',
      treatment: { drugs: ['cisplatin'], match: 'all' },
      denominator: 'enrolled',
    }).in,
    ['study-a'],
  );
});

test('studies that share patients stand in once, whichever says so', () => {
  const overlap = { overlaps: [{ study: 'study-b', note: 'the same patients' }] };
  assert.deepEqual(outcomeOf([madeStudy('study-a', 1, 10, overlap), madeStudy('study-b', 2, 12)]), {
    in: ['study-a'],
    out: ['study-b: sharesPatients'],
  });
  assert.deepEqual(outcomeOf([madeStudy('study-b', 2, 12), madeStudy('study-a', 1, 10, overlap)]), {
    in: ['study-b'],
    out: ['study-a: sharesPatients'],
  });
});

test('a part of a study does not stand beside its whole, two parts may', () => {
  const part = (words: string, count: number) => ({
    outcome: 'objectiveResponse',
    count,
    of: 10,
    denominator: 'enrolled',
    printed: String(count),
    place,
    population: { words, entity: 'nec' },
  });
  const whole = madeStudy('study-a', 5, 20);
  const withPart = madeStudy('study-a', 5, 20, { counts: [...whole.counts, part('first line', 3)] });
  assert.deepEqual(outcomeOf([withPart]), { in: ['study-a'], out: ['study-a: partOfAnother'] });
  const parts = madeStudy('study-a', 0, 1, { counts: [part('first line', 3), part('later', 2)] });
  assert.deepEqual(outcomeOf([parts]).in, ['study-a', 'study-a']);
});
