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

const rows: readonly AnswerRow[] = [
  ['no scan', {}, positive, 'notRecorded'],
  [
    'a CT is no receptor scan',
    imaging({ id: 'ct', modality: 'CT', uptake: 'positive' }),
    positive,
    'notRecorded',
  ],
  ['an FDG PET is no receptor scan', imaging(fdg('intense')), positive, 'notRecorded'],
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
  [
    'a scan after the clock',
    imaging(dotatate('positive', { date: '2013' })),
    positive,
    'notRecorded',
    '2012',
  ],

  ['no FDG PET', imaging(dotatate('positive')), { fdgUptake: { is: 'positive' } }, 'notRecorded'],
  ['FDG avid', imaging(fdg('moderate')), { fdgUptake: { is: 'positive' } }, 'met'],
  ['FDG negative', imaging(fdg('none')), { fdgUptake: { is: 'negative' } }, 'met'],

  // A scintigram misses lesions that a PET shows: 660 of 1098 (Van Binnebeek, Eur Radiol 2016;26:900).
  ['a scintigram without uptake does not exclude', imaging(octreoscan('none')), positive, 'assayCanMiss'],
  ['nor does it prove a negative', imaging(octreoscan('none')), negative, 'assayCanMiss'],
  ['a scintigram with uptake is not negative', imaging(octreoscan('positive')), negative, 'unmet'],
  ['a scintigram with low uptake', imaging(octreoscan('low')), positive, 'equivocal'],
  [
    'moderate on a scintigram may be intense on a PET',
    imaging(octreoscan('moderate')),
    { sstrUptake: { is: 'intense' } },
    'assayCanMiss',
  ],
  [
    'a scintigram with uptake in some lesions',
    imaging(octreoscan('positive', { uptakePattern: 'someLesions' })),
    everywhere,
    'assayCanMiss',
  ],
  [
    'a scintigram with uptake in every lesion',
    imaging(octreoscan('positive', { uptakePattern: 'allLesions' })),
    everywhere,
    'met',
  ],
  [
    'a score below on a scintigram',
    imaging(octreoscan('positive', { krenning: 2 })),
    { sstrUptake: { is: 'positive', krenningAtLeast: 3 } },
    'assayCanMiss',
  ],
  [
    'a tracer that is not stated, on a scintigram',
    imaging(study('SSTR-unstated', 'none', { modality: 'scintigraphy' })),
    positive,
    'assayCanMiss',
  ],
  ['a tracer that is not stated, on a PET', imaging(study('SSTR-unstated', 'none')), positive, 'unmet'],
  [
    'a PET tracer, noted under the CT of the same session',
    imaging(dotatate('none', { modality: 'CT' })),
    positive,
    'unmet',
  ],
  [
    'a PET stands before a later negative scintigram',
    imaging(dotatate('intense', { date: '2010' }), octreoscan('none', { date: '2012' })),
    positive,
    'met',
  ],
  [
    'a negative PET stands before an earlier positive scintigram',
    imaging(octreoscan('positive', { date: '2010' }), dotatate('none', { date: '2012' })),
    positive,
    'unmet',
  ],
  [
    'a later positive scintigram stands before a PET',
    imaging(dotatate('none', { date: '2010' }), octreoscan('positive', { date: '2012' })),
    positive,
    'met',
  ],
  [
    'a scintigram of the same time does not stand before a PET',
    imaging(dotatate('none', { date: '2012' }), octreoscan('positive', { date: '2012' })),
    positive,
    'unmet',
  ],
  [
    'low uptake on a later scintigram is not positive',
    imaging(dotatate('none', { date: '2010' }), octreoscan('low', { date: '2012' })),
    positive,
    'unmet',
  ],
  [
    'positive after the PET, then nothing: scintigrams among themselves go by date',
    imaging(
      dotatate('none', { date: '2010' }),
      octreoscan('positive', { id: 'i-1', date: '2011' }),
      octreoscan('none', { id: 'i-2', date: '2012' }),
    ),
    positive,
    'assayCanMiss',
  ],
  [
    'no uptake, in some lesions: that contradicts itself',
    imaging(dotatate('none', { uptakePattern: 'someLesions' })),
    negative,
    'conflicting',
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
  assert.equal(
    askRow(['', imaging(octreoscan('none')), positive, '']).settledBy,
    'somatostatin-receptor PET',
  );
});

const printed: readonly (readonly [Criterion, string])[] = [
  [positive, 'somatostatin-receptor imaging positive'],
  [krenning, 'somatostatin-receptor imaging positive, Krenning at least 2'],
  [everywhere, 'somatostatin-receptor imaging positive, in every lesion'],
  [{ fdgUptake: { is: 'intense' } }, 'FDG PET intense'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
