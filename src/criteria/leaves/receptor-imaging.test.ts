/**
 * Uptake of somatostatin-receptor and FDG tracers. A scintigram with indium-111 is receptor imaging, and it carries no
 * Krenning score of a PET: where a score is asked and none recorded, the answer is unknown.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const study = (tracer: string, uptake: string, more: object = {}) => ({
  id: `i-${tracer}`.toLowerCase(),
  modality: 'PET',
  tracer,
  uptake,
  ...more,
});
const imaging = (...list: readonly object[]) => ({ imaging: list });
const dotatate = (uptake: string, more: object = {}) => study('68Ga-DOTATATE', uptake, more);
const octreoscan = (uptake: string, more: object = {}) =>
  study('111In-pentetreotide', uptake, { modality: 'scintigraphy', ...more });
const fdg = (uptake: string, more: object = {}) => study('FDG', uptake, more);
const positive: Criterion = { sstrUptake: { is: 'positive' } };
const negative: Criterion = { sstrUptake: { is: 'negative' } };
const krenning: Criterion = { sstrUptake: { is: 'positive', krenningAtLeast: 2 } };
const everywhere: Criterion = { sstrUptake: { is: 'positive', everyLesion: true } };
const mismatch: Criterion = { uptakeMismatch: { present: true } };

const rows: readonly AnswerRow[] = [
  ['no scan', {}, positive, 'notTested'],
  [
    'a CT is no receptor scan',
    imaging({ id: 'ct', modality: 'CT', uptake: 'positive' }),
    positive,
    'notTested',
  ],
  ['an FDG PET is no receptor scan', imaging(fdg('intense')), positive, 'notTested'],
  ['positive', imaging(dotatate('positive')), positive, 'met'],
  ['moderate', imaging(dotatate('moderate')), positive, 'met'],
  ['low', imaging(dotatate('low')), positive, 'equivocal'],
  ['none', imaging(dotatate('none')), positive, 'unmet'],
  ['uptake not stated', imaging(dotatate('unstated')), positive, 'notRecorded'],
  ['none is negative', imaging(dotatate('none')), negative, 'met'],
  ['low is not clearly negative', imaging(dotatate('low')), negative, 'equivocal'],
  ['positive is not negative', imaging(dotatate('positive')), negative, 'unmet'],
  ['indium-111 counts as receptor imaging', imaging(octreoscan('positive')), positive, 'met'],
  ['indium-111 without a score', imaging(octreoscan('intense')), krenning, 'notRecorded'],
  ['a PET without a score', imaging(dotatate('intense')), krenning, 'notRecorded'],
  ['a score at the limit', imaging(dotatate('positive', { krenning: 2 })), krenning, 'met'],
  ['a score below', imaging(dotatate('positive', { krenning: 1 })), krenning, 'unmet'],
  ['a score alone says the uptake', imaging(dotatate('unstated', { krenning: 4 })), krenning, 'met'],
  ['a score of 0 alone is none', imaging(dotatate('unstated', { krenning: 0 })), negative, 'met'],
  [
    'a score of 3 alone is intense',
    imaging(dotatate('unstated', { krenning: 3 })),
    { sstrUptake: { is: 'intense' } },
    'met',
  ],
  [
    'positive may be intense',
    imaging(dotatate('positive')),
    { sstrUptake: { is: 'intense' } },
    'notRecorded',
  ],
  ['moderate is not intense', imaging(dotatate('moderate')), { sstrUptake: { is: 'intense' } }, 'unmet'],
  ['every lesion', imaging(dotatate('positive', { uptakePattern: 'allLesions' })), everywhere, 'met'],
  ['some lesions', imaging(dotatate('positive', { uptakePattern: 'someLesions' })), everywhere, 'unmet'],
  ['lesions not compared', imaging(dotatate('positive')), everywhere, 'notRecorded'],
  [
    'the most recent scan counts',
    imaging(dotatate('none', { date: '2012' }), octreoscan('positive', { date: '2010' })),
    positive,
    'unmet',
  ],
  ['a scan after the clock', imaging(dotatate('positive', { date: '2013' })), positive, 'notTested', '2012'],

  ['no FDG PET', imaging(dotatate('positive')), { fdgUptake: { is: 'positive' } }, 'notTested'],
  ['FDG avid', imaging(fdg('moderate')), { fdgUptake: { is: 'positive' } }, 'met'],
  ['FDG negative', imaging(fdg('none')), { fdgUptake: { is: 'negative' } }, 'met'],

  ['mismatch needs both scans', imaging(fdg('intense')), mismatch, 'notTested'],
  ['FDG avid, no receptor uptake', imaging(fdg('intense'), dotatate('none')), mismatch, 'met'],
  ['FDG negative', imaging(fdg('none'), dotatate('positive')), mismatch, 'unmet'],
  [
    'receptor uptake in every lesion',
    imaging(fdg('intense'), dotatate('positive', { uptakePattern: 'allLesions' })),
    mismatch,
    'unmet',
  ],
  ['both avid, lesions not compared', imaging(fdg('intense'), dotatate('positive')), mismatch, 'notRecorded'],
  [
    'both avid, receptor uptake in some lesions',
    imaging(fdg('intense'), dotatate('positive', { uptakePattern: 'someLesions' })),
    mismatch,
    'notRecorded',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer describes the scan, and what would settle it', () => {
  assert.deepEqual(askRow(['', imaging(octreoscan('intense')), krenning, '']).data, [
    '111In-pentetreotide scintigraphy, uptake intense',
  ]);
  assert.equal(
    askRow(['', imaging(octreoscan('intense')), krenning, '']).settledBy,
    'score the uptake (Krenning) on a somatostatin-receptor PET',
  );
  assert.equal(askRow(['', {}, positive, '']).settledBy, 'somatostatin-receptor PET');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [positive, 'somatostatin-receptor imaging positive'],
  [krenning, 'somatostatin-receptor imaging positive, Krenning at least 2'],
  [everywhere, 'somatostatin-receptor imaging positive, in every lesion'],
  [{ fdgUptake: { is: 'intense' } }, 'FDG PET intense'],
  [mismatch, 'lesions that take up FDG but no somatostatin-receptor tracer'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
