/** Tissue to test, and disease that can be measured. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const specimens = (...list: readonly object[]) => ({
  specimens: list.map((each, index) => ({ id: `s${index}`, site: 'liver', kind: 'coreBiopsy', ...each })),
});
const adequate: Criterion = { specimen: { adequate: true } };
const core: Criterion = { specimen: { kind: ['coreBiopsy', 'resection'], adequate: true } };
const measurable: Criterion = { measurableDisease: { present: true } };
const extent = (...list: readonly object[]) => ({
  extent: list.map((each) => ({ extent: 'metastatic', ...each })),
});
const lesions = { lesions: [{ id: 'l', site: 'liver', kind: 'organ' }] };

const rows: readonly AnswerRow[] = [
  ['no specimen', {}, adequate, 'notRecorded'],
  ['adequate', specimens({ adequacy: 'adequate' }), adequate, 'met'],
  ['insufficient', specimens({ adequacy: 'insufficient' }), adequate, 'unmet'],
  ['limited', specimens({ adequacy: 'limited' }), adequate, 'notRecorded'],
  ['adequacy not stated', specimens({}), adequate, 'notRecorded'],
  ['one adequate of two', specimens({ adequacy: 'insufficient' }, { adequacy: 'adequate' }), adequate, 'met'],
  ['any specimen', specimens({}), { specimen: {} }, 'met'],
  ['the kind asked for', specimens({ adequacy: 'adequate' }), core, 'met'],
  ['another kind', specimens({ kind: 'fineNeedleAspirate', adequacy: 'adequate' }), core, 'unmet'],
  [
    'a kind not stated may be the one',
    specimens({ kind: 'unstated', adequacy: 'adequate' }),
    core,
    'notRecorded',
  ],
  [
    'another kind and one not stated',
    specimens({ kind: 'cytology' }, { kind: 'unstated' }),
    core,
    'notRecorded',
  ],

  ['measurable disease not stated', {}, measurable, 'notRecorded'],
  ['stated as measurable', extent({ measurableDisease: 'yes' }), measurable, 'met'],
  ['stated as not measurable', extent({ measurableDisease: 'no' }), measurable, 'unmet'],
  [
    'the most recent statement counts',
    extent({ measurableDisease: 'yes', date: '2012' }, { measurableDisease: 'no', date: '2010' }),
    measurable,
    'met',
  ],
  [
    'a lesion that was measured',
    {
      ...lesions,
      assessments: [{ id: 'a', criteria: 'RECIST 1.1', lesions: [{ lesion: 'l', diameterCm: '4.6' }] }],
    },
    measurable,
    'met',
  ],
  [
    'a lesion that was only seen',
    {
      ...lesions,
      assessments: [{ id: 'a', criteria: 'RECIST 1.1', lesions: [{ lesion: 'l', response: 'grew' }] }],
    },
    measurable,
    'notRecorded',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer names the specimen and what to do', () => {
  const asked = askRow(['', specimens({ adequacy: 'limited' }), adequate, '']);
  assert.deepEqual(asked.data, ['core biopsy of liver, limited']);
  assert.equal(asked.settledBy, 'take a new biopsy, or ask the laboratory whether tissue is left');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [adequate, 'an adequate specimen'],
  [core, 'an adequate specimen (core biopsy or resection)'],
  [{ specimen: {} }, 'a specimen'],
  [measurable, 'measurable disease'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
