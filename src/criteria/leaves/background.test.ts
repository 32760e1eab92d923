/** Comorbidity, co-medication, earlier cancers and toxicity: only a complete list makes absence a no. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const comorbid = (...comorbidities: readonly object[]) => ({ comorbidities });
const complete = (list: string) => ({ complete: [{ list }] });
const diabetes: Criterion = { comorbidity: { term: 'diabetes' } };
const omeprazole: Criterion = { coMedication: { name: 'omeprazole' } };
const severe: Criterion = { toxicity: { term: 'diarrhoea', gradeAtLeast: 3 } };
const anyGrade: Criterion = { toxicity: { term: 'diarrhoea' } };
const events = (...adverseEvents: readonly object[]) => ({ adverseEvents });
const diarrhoea = (more: object) => ({ term: 'Diarrhoea', ...more });

const rows: readonly AnswerRow[] = [
  ['nothing recorded', {}, diabetes, 'notRecorded'],
  ['present', comorbid({ term: 'Diabetes', status: 'present' }), diabetes, 'met'],
  ['stated as absent', comorbid({ term: 'diabetes', status: 'absent' }), diabetes, 'unmet'],
  ['another disease', comorbid({ term: 'asthma', status: 'present' }), diabetes, 'notRecorded'],
  ['a complete list without it', complete('comorbidities'), diabetes, 'unmet'],
  ['another list that is complete', complete('therapies'), diabetes, 'notRecorded'],
  [
    'absent once, present later',
    comorbid(
      { term: 'diabetes', status: 'present', date: '2012' },
      { term: 'diabetes', status: 'absent', date: '2010' },
    ),
    diabetes,
    'met',
  ],

  ['medicine not recorded', {}, omeprazole, 'notRecorded'],
  ['medicine taken', { coMedication: [{ name: 'Omeprazole' }] }, omeprazole, 'met'],
  ['medicine ended', { coMedication: [{ name: 'omeprazole', end: '2011' }] }, omeprazole, 'unmet'],
  [
    'medicine that ends after the clock',
    { coMedication: [{ name: 'omeprazole', date: '2010', end: '2013' }] },
    omeprazole,
    'met',
    '2012',
  ],
  ['a complete list of medicines without it', complete('coMedication'), omeprazole, 'unmet'],

  [
    'an earlier cancer',
    { priorMalignancies: [{ printed: 'Testicular cancer in 1985' }] },
    { priorMalignancy: { words: 'testicular' } },
    'met',
  ],
  [
    'any earlier cancer',
    { priorMalignancies: [{ printed: 'melanoma' }] },
    { priorMalignancy: { words: 'any' } },
    'met',
  ],
  ['no earlier cancer recorded', {}, { priorMalignancy: { words: 'any' } }, 'notRecorded'],
  [
    'no earlier cancer, in a complete list',
    complete('priorMalignancies'),
    { priorMalignancy: { words: 'any' } },
    'unmet',
  ],

  ['no toxicity recorded', {}, severe, 'notRecorded'],
  ['grade 3', events(diarrhoea({ grade: '3' })), severe, 'met'],
  ['grade 2', events(diarrhoea({ grade: '2' })), severe, 'unmet'],
  ['grade 2-3', events(diarrhoea({ grade: '2-3' })), severe, 'rangeSpansLimit'],
  ['no grade, asked for grade 3', events(diarrhoea({})), severe, 'rangeSpansLimit'],
  ['no grade, asked for any', events(diarrhoea({})), anyGrade, 'met'],
  ['stated as absent', events(diarrhoea({ status: 'absent' })), anyGrade, 'unmet'],
  ['grade 1, then grade 3', events(diarrhoea({ grade: '1' }), diarrhoea({ grade: '3' })), severe, 'met'],
  ['another toxicity', events({ term: 'nausea', grade: '3' }), severe, 'notRecorded'],
  ['a complete list without it', complete('adverseEvents'), severe, 'unmet'],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answers say what they rest on, and what to ask', () => {
  assert.deepEqual(askRow(['', complete('comorbidities'), diabetes, '']).data, [
    'the list of comorbidities is complete and does not name it',
  ]);
  assert.equal(askRow(['', {}, diabetes, '']).settledBy, 'ask for diabetes');
  assert.deepEqual(askRow(['', events(diarrhoea({ grade: '3' })), severe, '']).data, ['Diarrhoea, grade 3']);
});

const printed: readonly (readonly [Criterion, string])[] = [
  [diabetes, 'diabetes'],
  [omeprazole, 'takes omeprazole'],
  [{ priorMalignancy: { words: 'testicular' } }, 'an earlier testicular cancer'],
  [{ priorMalignancy: { words: 'any' } }, 'an earlier cancer'],
  [{ priorMalignancy: { words: 'seminoma' } }, 'an earlier seminoma'],
  [{ priorMalignancy: { words: 'germ cell tumour' } }, 'an earlier germ cell tumour'],
  [{ priorMalignancy: { words: 'germ cell' } }, 'an earlier germ cell cancer'],
  [{ priorMalignancy: { words: 'breast cancer' } }, 'an earlier cancer named breast cancer'],
  [severe, 'diarrhoea of grade 3 or more'],
  [anyGrade, 'diarrhoea of grade 1 or more'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
