import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenTreatment } from './given-treatment.ts';
import { type RateQuestion, selectRates } from './selected-rate.ts';
import { madeStudy } from './synthesis.fixture.ts';

const question: RateQuestion = {
  outcome: 'objectiveResponse',
  where: { disease: { entity: 'nec' } },
  denominator: 'analysed',
  reading: 'curated',
  withInferred: false,
};
const arm = (fields: object) => madeStudy('study-a', 5, 10, { arms: [{ id: 'a', label: 'arm', ...fields }] });
const drugs = (...names: string[]) => ({ treatment: { drugs: names, match: 'all' } }) as const;

const either = arm({
  drugs: ['irinotecan', 'cisplatin', 'carboplatin'],
  oneOf: [
    ['irinotecan', 'cisplatin'],
    ['irinotecan', 'carboplatin'],
  ],
});
const captem = arm({
  drugs: ['temozolomide', 'capecitabine'],
  oneOf: [['temozolomide', 'capecitabine'], ['temozolomide']],
  regimen: 'captem',
});
const inWords = arm({
  label: 'irinotecan with cisplatin or carboplatin (not separated)',
  drugs: ['irinotecan', 'cisplatin', 'carboplatin'],
});
const both = arm({ drugs: ['cisplatin', 'etoposide'], regimen: 'cisplatin-etoposide' });

const rows = [
  ['a drug that all of them had', either, drugs('irinotecan'), undefined],
  ['a drug that some of them had', either, drugs('cisplatin'), 'mixedTreatment'],
  ['drugs that nobody had together', either, drugs('cisplatin', 'carboplatin'), 'mixedTreatment'],
  ['a drug that nobody had', either, drugs('etoposide'), 'otherTreatment'],
  ['the regimen of some', either, { regimen: 'irinotecan-cisplatin' }, 'mixedTreatment'],
  ['the regimen of nobody', either, { regimen: 'cisplatin-etoposide' }, 'otherTreatment'],
  ['the regimen of the arm, of which some had a part', captem, { regimen: 'captem' }, 'mixedTreatment'],
  ['the drug of both', captem, drugs('temozolomide'), undefined],
  ['not separated, and the sets not said', inWords, drugs('cisplatin'), 'mixedTreatment'],
  ['not separated, another drug', inWords, drugs('etoposide'), 'otherTreatment'],
  [
    'one combination',
    both,
    { ...drugs('cisplatin', 'etoposide'), regimen: 'cisplatin-etoposide' },
    undefined,
  ],
  ['nothing asked', either, {}, undefined],
] as const;
for (const [words, study, asked, reason] of rows)
  test(`treatment of an arm: ${words}`, () => {
    const { selected, leftOut } = selectRates([study], { ...question, ...asked });
    assert.deepEqual(
      [selected.length, ...leftOut.map((left) => left.reason)],
      reason === undefined ? [1] : [0, reason],
    );
  });

test('a count over arms of which one had the treatment is mixed', () => {
  const two = madeStudy('study-a', 5, 10, {
    arms: [
      { id: 'a', label: 'A', drugs: ['cisplatin'] },
      { id: 'b', label: 'B', drugs: ['etoposide'] },
    ],
  });
  const { leftOut } = selectRates([two], { ...question, ...drugs('cisplatin') });
  assert.deepEqual(
    leftOut.map(({ reason }) => reason),
    ['mixedTreatment'],
  );
});

test('what was given one or the other is no treatment of its own', () => {
  const [rate] = selectRates([either], question).selected;
  assert.ok(rate !== undefined);
  assert.deepEqual(givenTreatment(rate), {
    words: 'cisplatin + irinotecan or carboplatin + irinotecan',
    drugs: undefined,
  });
});
