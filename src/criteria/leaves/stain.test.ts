/** Immunohistochemistry of one marker: positive, lost, and how strong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, evaluate, printCriterion } from '../index.ts';
import { type AnswerRow, askRow, subjectWith } from '../subject.fixture.ts';

const stains = (...list: readonly object[]) => ({ pathology: [{ id: 'p', stains: list }] });
const kit = (status: string, more: object = {}) => ({ marker: 'KIT', status, ...more });
const isKit: Criterion = { stain: { marker: 'KIT' } };
const strong: Criterion = { stain: { marker: 'KIT', intensityAtLeast: '2+' } };
const lost: Criterion = { stain: { marker: 'RB1', is: 'lost' } };

const rows: readonly AnswerRow[] = [
  ['not stained', {}, isKit, 'notRecorded'],
  ['stated as not stained', stains({ marker: 'KIT', status: 'notTested' }), isKit, 'notTested'],
  ['another marker', stains({ marker: 'CD56', status: 'positive' }), isKit, 'notRecorded'],
  ['positive', stains(kit('positive')), isKit, 'met'],
  ['negative', stains(kit('negative')), isKit, 'unmet'],
  ['equivocal', stains(kit('equivocal')), isKit, 'equivocal'],
  ['failed', stains(kit('failed')), isKit, 'failedOrInsufficient'],
  ['CD117 is KIT', stains({ marker: 'CD117', status: 'positive' }), isKit, 'met'],
  ['c-KIT is KIT', stains({ marker: 'c-KIT', status: 'positive' }), isKit, 'met'],
  [
    'CgA is chromogranin',
    stains({ marker: 'CgA', status: 'positive' }),
    { stain: { marker: 'Chromogranin' } },
    'met',
  ],
  ['strong enough', stains(kit('positive', { intensity: '3+' })), strong, 'met'],
  ['exactly strong enough', stains(kit('positive', { intensity: '2+' })), strong, 'met'],
  ['too weak', stains(kit('positive', { intensity: '1+' })), strong, 'unmet'],
  ['intensity not stated', stains(kit('positive')), strong, 'notRecorded'],
  ['negative has no intensity', stains(kit('negative')), strong, 'unmet'],
  ['lost', stains({ marker: 'RB1', status: 'negative', pattern: 'lost' }), lost, 'met'],
  ['retained', stains({ marker: 'RB1', status: 'positive', pattern: 'retained' }), lost, 'unmet'],
  ['negative is not yet lost', stains({ marker: 'RB1', status: 'negative' }), lost, 'notRecorded'],
  [
    'the most recent report counts',
    {
      pathology: [
        { id: 'b', stains: [kit('positive')], date: '2012' },
        { id: 'a', stains: [kit('negative')], date: '2010' },
      ],
    },
    isKit,
    'met',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer names the stain, its topic, and what to do', () => {
  const fields = stains(kit('positive', { intensity: '3+', cellsPercent: '90%' }));
  assert.deepEqual(askRow(['', fields, isKit, '']).data, ['KIT positive 3+ 90%']);
  assert.equal(askRow(['', {}, isKit, '']).settledBy, 'stain for KIT');
  assert.equal(evaluate(isKit, subjectWith()).leaf?.topic, 'stain:KIT');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [isKit, 'KIT stain positive'],
  [strong, 'KIT stain positive at least 2+'],
  [lost, 'RB1 stain lost'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
