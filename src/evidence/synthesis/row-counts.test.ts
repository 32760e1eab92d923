import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Criterion } from '../../criteria/index.ts';
import type { Study } from '../study.ts';
import { usualPooling } from './pooled-share.ts';
import { synthesiseRates } from './rate-synthesis.ts';
import { type RateQuestion, selectRates } from './selected-rate.ts';
import { madeStudy } from './synthesis.fixture.ts';

const place = (line: number) => ({
  document: 'invented for this test',
  section: 'Table 1',
  lines: String(line),
});
const rows = [
  { id: '1', entity: 'melanoma-acral', alterations: ['KIT L576P'], evaluable: true, response: 'PR' },
  { id: '2', entity: 'melanoma-mucosal', alterations: ['KIT V560A'], evaluable: true, response: 'SD' },
  { id: '3', entity: 'melanoma-acral', alterations: ['KIT L576P'], evaluable: false, response: 'withdrawn' },
  {
    id: '4',
    entity: 'carcinoma-breast',
    alterations: ['KIT amplification'],
    evaluable: true,
    response: 'CR',
  },
].map((row, at) => ({ ...row, place: place(at + 1) }));

/** A basket of solid tumours that prints one count of all, and its patients. */
const basket = (fields: object = {}): Study =>
  madeStudy(
    'basket',
    2,
    3,
    {
      population: { words: 'solid tumours', entity: 'solid-tumour', enrolled: 4, evaluable: 3 },
      arms: [{ id: 'imatinib', label: 'imatinib', drugs: ['imatinib'] }],
      patients: rows,
      ...fields,
    },
    { denominator: 'evaluable' },
  );

const melanoma: Criterion = { disease: { entity: 'melanoma' } };
const kit = (pattern: object): Criterion => ({ alteration: { gene: 'KIT', ...pattern } });
const asked = (where: Criterion, more: Partial<RateQuestion> = {}): RateQuestion => ({
  outcome: 'objectiveResponse',
  where,
  denominator: 'analysed',
  reading: 'curated',
  withInferred: false,
  ...more,
});
const told = (study: Study, question: RateQuestion) => {
  const { selected, leftOut } = selectRates([study], question);
  return {
    in: selected.map(({ count, of, result, rows: of_ }) => [
      count,
      of,
      result.denominator,
      of_?.map(({ id }) => id).join(' '),
    ]),
    out: leftOut.map(({ reason }) => reason),
  };
};

test('rows count for a population that they decide, over each denominator, with the rows named', () => {
  const whole = ['partOfAnother'];
  const table: readonly (readonly [Criterion, Partial<RateQuestion>, unknown])[] = [
    [melanoma, {}, { in: [[1, 2, 'evaluable', '1 2 3']], out: whole }],
    [melanoma, { denominator: 'enrolled' }, { in: [[1, 3, 'enrolled', '1 2 3']], out: whole }],
    [melanoma, { outcome: 'stableDisease' }, { in: [[1, 2, 'evaluable', '1 2 3']], out: [] }],
    [melanoma, { outcome: 'diseaseControl' }, { in: [[2, 2, 'evaluable', '1 2 3']], out: [] }],
    [kit({ variant: 'L576P' }), {}, { in: [[1, 1, 'evaluable', '1 3']], out: whole }],
    // Amplification is printed of one row, so that it was looked for in all.
    [{ not: kit({ amplification: true }) }, {}, { in: [[1, 2, 'evaluable', '1 2 3']], out: whole }],
    [{ disease: { entity: 'solid-tumour' } }, {}, { in: [[2, 3, 'evaluable', undefined]], out: [] }],
    [{ disease: { entity: 'nec' } }, {}, { in: [], out: ['otherPopulation'] }],
    [melanoma, { regimen: 'folfiri' }, { in: [], out: ['otherTreatment'] }],
  ];
  for (const [where, more, expected] of table)
    assert.deepEqual(told(basket(), asked(where, more)), expected, JSON.stringify([where, more]));
});

test('what the rows do not tell is not counted, and the row is named', () => {
  // BRAF was printed of nobody: a row that is silent of it does not say no.
  const braf: Criterion = { alteration: { gene: 'BRAF', variant: 'V600E' } };
  assert.deepEqual(told(basket(), asked(braf)), { in: [], out: ['populationUnknown'] });
  const unknown = basket({ patients: [...rows.slice(0, 3), { ...rows[3], entity: 'unknown-primary' }] });
  const { selected, leftOut } = selectRates([unknown], asked(melanoma));
  assert.equal(selected.length, 0);
  assert.match(leftOut.at(-1)?.words ?? '', /without those that do not tell \(4\)/);
  // Where the study counts its melanomas, the tumour of unknown primary is none of them.
  const counted = basket({
    patients: unknown.patients,
    population: {
      ...unknown.population,
      composition: [{ words: 'melanoma', entity: 'melanoma', count: 3 }],
    },
  });
  assert.deepEqual(told(counted, asked(melanoma)).in, [[1, 2, 'evaluable', '1 2 3']]);
});

test('rows that are not all patients, or of patients chosen by outcome, make no rate', () => {
  const some = basket({ population: { words: 'solid tumours', entity: 'solid-tumour', enrolled: 40 } });
  assert.deepEqual(told(some, asked(melanoma)), { in: [], out: ['populationUnknown'] });
  const chosen = basket({ selection: 'chosenByOutcome' });
  assert.deepEqual(told(chosen, asked(melanoma)), { in: [], out: ['chosenByOutcome'] });
  const series = basket({ selection: 'unstated', design: { type: 'caseSeries' } });
  assert.ok(told(series, asked(melanoma)).out.includes('selectionUnknown'));
});

test('another choice that counts the same rows is no sensitivity analysis', () => {
  const { sensitivity } = synthesiseRates([basket()], asked(melanoma), ['glmm'], usualPooling);
  assert.deepEqual(
    sensitivity.map(({ words }) => words),
    ['only over enrolled patients'],
  );
});
