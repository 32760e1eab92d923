import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualPooling } from './pooled-share.ts';
import { cumulativeShares, subgroupShares, synthesiseRates } from './rate-synthesis.ts';
import type { RateQuestion } from './selected-rate.ts';
import { madeStudy } from './synthesis.fixture.ts';

const question: RateQuestion = {
  outcome: 'objectiveResponse',
  where: { disease: { entity: 'nec' } },
  denominator: 'analysed',
  reading: 'curated',
  withInferred: false,
};

test('what is inferred or called otherwise stands in a sensitivity analysis, not in the answer', () => {
  const called = {
    population: { words: 'NEN', entity: 'nen', printedAs: { entity: 'nec', reason: 'the table' } },
  };
  const library = [
    madeStudy('study-a', 5, 10),
    madeStudy('study-b', 8, 20),
    madeStudy('study-c', 9, 12, {}, { inferred: 'the row fits 12' }),
    madeStudy('study-d', 1, 15, called),
  ];
  const { rates, sensitivity, pooled, withoutEach } = synthesiseRates(
    library,
    question,
    ['glmm', 'logit'],
    usualPooling,
  );
  assert.deepEqual(
    rates.map(({ rate }) => rate.study.id),
    ['study-a', 'study-b'],
  );
  assert.equal(pooled.length, 2);
  assert.deepEqual(withoutEach, []);
  assert.deepEqual(
    sensitivity.map(({ words, studies }) => [words.split(' ')[0], studies]),
    [
      ['only', 0],
      ['also', 3],
      ['patients', 3],
      ['inferred', 4],
    ],
  );
});

test('leaving out each study is told from three on, and the panel names the fields that differ', () => {
  const library = [
    madeStudy('study-a', 5, 10),
    madeStudy('study-b', 8, 20, { design: { type: 'singleArmTrial', prospective: true } }),
    madeStudy('study-c', 9, 12, { citation: { year: 2020 } }),
  ];
  const { withoutEach, panel } = synthesiseRates(library, question, ['glmm'], usualPooling);
  assert.equal(withoutEach.length, 3);
  const differing = panel.filter(({ differs }) => differs).map(({ field }) => field);
  assert.deepEqual(differing, ['design', 'prospective', 'year of report']);
  const unsaid = panel.filter((field) => field.unsaid).map(({ field }) => field);
  assert.deepEqual(unsaid, ['line of treatment', 'prospective', 'centres', 'response criteria']);
});

test('subgroups are pooled by themselves, and the cumulative share follows the years', () => {
  const year = (of: number) => ({ citation: { authors: String(of), year: of } });
  const library = [
    madeStudy('study-a', 5, 10, year(2012)),
    madeStudy('study-b', 8, 20, { ...year(2001), design: { type: 'singleArmTrial' } }),
    madeStudy('study-c', 9, 12, year(2007)),
  ];
  const synthesis = synthesiseRates(library, question, ['glmm'], usualPooling);
  const groups = subgroupShares(synthesis, 'design', usualPooling);
  assert.deepEqual(
    groups.map(({ value, studies, reading }) => [value, studies, reading.ok || reading.reason]),
    [
      ['retrospective series', 2, true],
      ['single-arm trial', 1, 'singleStudy'],
    ],
  );
  const steps = cumulativeShares(synthesis, usualPooling);
  assert.deepEqual(
    steps.map(({ study }) => study.slice(0, 4)),
    ['2001', '2007', '2012'],
  );
  const last = steps.at(-1)?.reading;
  assert.equal(last?.ok && last.pooled.patients, 42);
});

test('NET and NEC are pooled together only where the mixture is asked for', () => {
  const net = { population: { words: 'NET', entity: 'net' } };
  const both = { population: { words: 'NET and NEC', entity: 'nen' } };
  const asked = { ...question, where: { disease: { entity: 'nen' } } };
  for (const other of [net, both]) {
    const library = [madeStudy('study-a', 5, 10), madeStudy('study-b', 1, 12, other)];
    const [refused] = synthesiseRates(library, asked, ['glmm'], usualPooling).pooled;
    assert.equal(refused?.reading.ok === false && refused.reading.reason, 'mixedClasses');
    const [pooled] = synthesiseRates(library, { ...asked, mixed: true }, ['glmm'], usualPooling).pooled;
    assert.equal(pooled?.reading.ok, true);
  }
});

test('a share that is printed without a usable count is named, with its place', () => {
  const place = { document: 'invented for this test', lines: '7' };
  const printed = {
    counts: [],
    printed: {
      groups: [{ id: 'all', words: 'all patients' }],
      values: [{ group: 'all', what: 'objectiveResponse', as: 'percent', value: '31', place }],
    },
  };
  const { uncounted, rates } = synthesiseRates(
    [madeStudy('study-a', 5, 10), madeStudy('study-b', 1, 10, printed)],
    question,
    ['glmm'],
    usualPooling,
  );
  assert.equal(rates.length, 1);
  assert.deepEqual(
    uncounted.map(({ study, printed: text, place: at }) => [study.id, text, at.lines]),
    [['study-b', '31%', '7']],
  );
});
