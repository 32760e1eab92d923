/**
 * Grade by bounds, differentiation and discordance. Boundaries after WHO 2019 for the GEP tract: Ki-67 below 3%
 * is G1, 3 to 20% G2, above 20% G3; mitoses per 2 mm2 below 2, 2 to 20, above 20; the higher of the two decides.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const gep = (pathology: object) => ({
  diagnoses: [{ id: 'd', printed: 'well-differentiated neuroendocrine tumour', year: 2020 }],
  primary: [{ site: 'pancreas', certainty: 'established' }],
  pathology: [{ id: 'p', differentiation: 'well', ...pathology }],
});
const ki67 = (percent: string) => ({ ki67: [{ status: 'counted', percent, cellsCounted: 2000 }] });
const mitoses = (count: string) => ({ mitoses: [{ status: 'counted', count, per: { areaMm2: 2 } }] });
const both = (percent: string, count: string) => gep({ ...ki67(percent), ...mitoses(count) });
const nec = gep({ differentiation: 'poor', ...ki67('80%') });
const is = (grade: string): Criterion => ({ grade: { atLeast: grade, atMost: grade } });
const atMost = (grade: string): Criterion => ({ grade: { atMost: grade } });
const atLeast = (grade: string): Criterion => ({ grade: { atLeast: grade } });
const discordant: Criterion = { discordance: { is: 'proliferative' } };

const rows: readonly AnswerRow[] = [
  ['nothing counted', gep({}), is('G1'), 'notRecorded'],
  ['Ki-67 2.9%, 1 mitosis', both('2.9%', '1'), is('G1'), 'met'],
  ['Ki-67 3%, 1 mitosis', both('3%', '1'), is('G2'), 'met'],
  ['Ki-67 2%, 2 mitoses', both('2%', '2'), is('G2'), 'met'],
  ['Ki-67 20%, 20 mitoses', both('20%', '20'), is('G2'), 'met'],
  ['Ki-67 20.1%, 1 mitosis', both('20.1%', '1'), is('G3'), 'met'],
  ['Ki-67 5%, 21 mitoses', both('5%', '21'), is('G3'), 'met'],
  ['Ki-67 20% alone is at least G2', gep(ki67('20%')), atLeast('G2'), 'met'],
  ['Ki-67 20% alone may be G3 by mitoses', gep(ki67('20%')), is('G2'), 'rangeSpansLimit'],
  ['Ki-67 20% alone is not G1', gep(ki67('20%')), atMost('G1'), 'unmet'],
  ['25 mitoses without Ki-67 are G3', gep(mitoses('25')), is('G3'), 'met'],
  ['Ki-67 50% alone is G3', gep(ki67('50%')), is('G3'), 'met'],
  ['Ki-67 50% alone is not at most G2', gep(ki67('50%')), atMost('G2'), 'unmet'],
  ['a NEC has no grade', nec, is('G3'), 'unmet'],
  ['a NEC is not at most G3', nec, atMost('G3'), 'unmet'],

  ['differentiation not recorded', {}, { differentiation: { is: 'well' } }, 'notRecorded'],
  ['well differentiated', gep({}), { differentiation: { is: 'well' } }, 'met'],
  ['well is not poor', gep({}), { differentiation: { is: 'poor' } }, 'unmet'],
  [
    'the newest report leads, wherever it stands',
    {
      ...gep({}),
      pathology: [
        { id: 'b', differentiation: 'poor', date: '2012' },
        { id: 'a', differentiation: 'well', date: '2005' },
      ],
      diagnoses: [],
      primary: [{ site: 'pancreas', certainty: 'established', entity: 'nen-pancreas' }],
    },
    { differentiation: { is: 'poor' } },
    'met',
  ],
  ['poorly differentiated', nec, { differentiation: { is: 'poor' } }, 'met'],

  ['Ki-67 in the range of G3, mitoses below', both('30%', '5'), discordant, 'met'],
  ['both in the range of G3', both('30%', '25'), discordant, 'unmet'],
  ['both below', both('10%', '5'), discordant, 'unmet'],
  ['Ki-67 in the range of G3, mitoses not counted', gep(ki67('30%')), discordant, 'notRecorded'],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer gives the bounds of the grade, and the counts that would settle it', () => {
  assert.deepEqual(askRow(['', both('5%', '1'), is('G2'), '']).data, ['grade G2 (by counts)']);
  assert.match(askRow(['', gep(ki67('20%')), is('G2'), '']).data[0] ?? '', /G2.*G3/);
  assert.equal(
    askRow(['', gep(ki67('20%')), is('G2'), '']).settledBy,
    'count Ki-67 and mitoses on an adequate specimen',
  );
});

test('a question without a grade, or between grades, is refused', () => {
  for (const grade of [{}, { atLeast: 'G3', atMost: 'G1' }])
    assert.equal(criterion.safeParse({ grade }).success, false);
});

const printed: readonly (readonly [Criterion, string])[] = [
  [is('G2'), 'grade G2'],
  [atLeast('G2'), 'grade at least G2'],
  [atMost('G2'), 'grade at most G2'],
  [{ grade: { atLeast: 'G1', atMost: 'G2' } }, 'grade at least G1 and grade at most G2'],
  [{ differentiation: { is: 'well' } }, 'well differentiated'],
  [{ differentiation: { is: 'poor' } }, 'poorly differentiated'],
  [discordant, 'proliferative discordance (Ki-67 in the range of G3, mitoses below)'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
