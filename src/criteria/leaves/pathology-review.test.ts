/** Whether the classification asks for a second look. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const nen = (printed: string, pathology: object) => ({
  diagnoses: [{ id: 'd', printed, year: 2020 }],
  primary: [{ site: 'pancreas', certainty: 'established' }],
  pathology: [{ id: 'p', ...pathology }],
});
const counted = (percent: string, mitoses: string) => ({
  ki67: [{ status: 'counted', percent, cellsCounted: 2000 }],
  mitoses: [{ status: 'counted', count: mitoses, per: { areaMm2: 2 } }],
});
const nec = (percent: string, mitoses: string) =>
  nen('poorly differentiated neuroendocrine carcinoma', {
    differentiation: 'poor',
    ...counted(percent, mitoses),
  });
const net = (pathology: object) => nen('neuroendocrine tumour', { differentiation: 'well', ...pathology });
const any: Criterion = { pathologyReview: { suggested: true } };
const secondReading: Criterion = { pathologyReview: { suggested: true, kind: 'pathologyReview' } };
const mitoticCount: Criterion = { pathologyReview: { suggested: true, kind: 'mitoticCount' } };

const rows: readonly AnswerRow[] = [
  ['nothing recorded', {}, secondReading, 'unmet'],
  ['a NEC with Ki-67 80% and 40 mitoses', nec('80%', '40'), secondReading, 'unmet'],
  ['a NEC with Ki-67 10% and 5 mitoses is no high grade', nec('10%', '5'), secondReading, 'met'],
  ['a NEC with Ki-67 10% and 5 mitoses, any kind', nec('10%', '5'), any, 'met'],
  ['a NET with both counted', net(counted('5%', '1')), any, 'unmet'],
  ['a NET without mitoses', net({ ki67: [{ status: 'counted', percent: '20%' }] }), mitoticCount, 'met'],
  [
    'a NET without mitoses asks for no second reading',
    net({ ki67: [{ status: 'counted', percent: '10%' }] }),
    secondReading,
    'unmet',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer says why', () => {
  assert.match(askRow(['', nec('10%', '5'), secondReading, '']).data[0] ?? '', /below G3/);
});

const printed: readonly (readonly [Criterion, string])[] = [
  [any, 'the classification asks for more pathology'],
  [secondReading, 'the classification asks for a second reading by a pathologist'],
  [mitoticCount, 'the classification asks for a mitotic count'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
