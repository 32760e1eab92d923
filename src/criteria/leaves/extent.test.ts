/** Extent of disease and resectability at their most recent statement. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const extent = (...list: readonly object[]) => ({ extent: list });
const metastatic: Criterion = { extent: { is: ['metastatic'] } };
const advanced: Criterion = { extent: { is: ['locallyAdvanced', 'metastatic'] } };
const resectable: Criterion = { resectability: { is: ['resectable', 'borderline'] } };

const rows: readonly AnswerRow[] = [
  ['not recorded', {}, metastatic, 'notRecorded'],
  ['unknown', extent({ extent: 'unknown' }), metastatic, 'notRecorded'],
  ['metastatic', extent({ extent: 'metastatic' }), metastatic, 'met'],
  ['localised', extent({ extent: 'localised' }), metastatic, 'unmet'],
  ['locally advanced, one of two asked', extent({ extent: 'locallyAdvanced' }), advanced, 'met'],
  [
    'localised, later metastatic',
    extent({ extent: 'metastatic', date: '2012' }, { extent: 'localised', date: '2005' }),
    metastatic,
    'met',
  ],
  [
    'localised, later unknown',
    extent({ extent: 'localised', date: '2005' }, { extent: 'unknown', date: '2012' }),
    metastatic,
    'unmet',
  ],
  [
    'metastatic after the clock',
    extent({ extent: 'localised', date: '2005' }, { extent: 'metastatic', date: '2012' }),
    metastatic,
    'unmet',
    '2010',
  ],

  ['resectability not stated', extent({ extent: 'metastatic' }), resectable, 'notRecorded'],
  ['borderline', extent({ extent: 'localised', resectability: 'borderline' }), resectable, 'met'],
  ['unresectable', extent({ extent: 'localised', resectability: 'unresectable' }), resectable, 'unmet'],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('what would settle it', () => {
  assert.equal(askRow(['', {}, metastatic, '']).settledBy, 'state the extent of disease');
  assert.equal(
    askRow(['', {}, resectable, '']).settledBy,
    'ask a surgeon whether the disease can be resected',
  );
});

const printed: readonly (readonly [Criterion, string])[] = [
  [metastatic, 'metastatic disease'],
  [advanced, 'locally advanced or metastatic disease'],
  [resectable, 'resectable or borderline resectable disease'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
