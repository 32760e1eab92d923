/** Biomarkers: what a status and the reach of the assay say, and values against limits in the scoring system asked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, evaluate, printCriterion } from '../index.ts';
import { type AnswerRow, askRow, subjectWith } from '../subject.fixture.ts';

const of = (...biomarkers: readonly object[]) => ({ biomarkers });
const msi = (status: string, more: object = {}) => ({ marker: 'MSI', status, ...more });
const pdl1 = (value: string, scoring?: string, more: object = {}) => ({
  marker: 'PD-L1',
  status: 'positive',
  value,
  ...(scoring === undefined ? {} : { scoring }),
  ...more,
});
const panel = (more: object) => ({
  assays: [{ id: 'p', name: 'panel', analyte: 'DNA', status: 'done', ...more }],
});
const isMsi: Criterion = { biomarker: { marker: 'MSI' } };
const cps1: Criterion = { biomarker: { marker: 'PD-L1', scoring: 'CPS', atLeast: 1 } };
const isTmbHigh: Criterion = { biomarker: { marker: 'TMB' } };
const isSilenced: Criterion = { biomarker: { marker: 'MGMT' } };
const tmb = (status: string, value: string, scoring?: string) =>
  of({ marker: 'TMB', status, value, ...(scoring === undefined ? {} : { scoring }) });
const perMegabase = 'mutations per megabase';
const tmb10: Criterion = { biomarker: { marker: 'TMB', atLeast: 10 } };

const rows: readonly AnswerRow[] = [
  ['not recorded', {}, isMsi, 'notRecorded'],
  ['stated as not tested', of(msi('notTested')), isMsi, 'notTested'],
  ['MSI-high', of(msi('positive')), isMsi, 'met'],
  ['MSI stable', of(msi('negative')), isMsi, 'unmet'],
  ['equivocal', of(msi('equivocal')), isMsi, 'equivocal'],
  ['pending', of(msi('pending')), isMsi, 'pending'],
  ['failed', of(msi('failed')), isMsi, 'failedOrInsufficient'],
  ['positive and negative', of(msi('positive'), msi('negative')), isMsi, 'conflicting'],
  ['failed, then negative', of(msi('failed'), msi('negative')), isMsi, 'unmet'],
  [
    'negative by an assay that detects it',
    { ...panel({ detects: ['microsatelliteInstability'] }), ...of(msi('negative', { assay: 'p' })) },
    isMsi,
    'unmet',
  ],
  [
    'negative by an assay that can miss it',
    { ...panel({ canMiss: ['microsatelliteInstability'] }), ...of(msi('negative', { assay: 'p' })) },
    isMsi,
    'assayCanMiss',
  ],
  [
    'negative by an assay that does not look at it',
    { ...panel({ detects: ['smallVariant'] }), ...of(msi('negative', { assay: 'p' })) },
    isMsi,
    'notCovered',
  ],
  [
    'negative by an assay of which nothing is stated',
    { ...panel({}), ...of(msi('negative', { assay: 'p' })) },
    isMsi,
    'assayUnstated',
  ],
  ['another marker says nothing', of(pdl1('50%')), isMsi, 'notRecorded'],

  ['a value at the limit', of({ marker: 'TMB', status: 'positive', value: '10' }), tmb10, 'met'],
  ['a value below the limit', of({ marker: 'TMB', status: 'negative', value: '9.9' }), tmb10, 'unmet'],
  ['a censored value on one side', of({ marker: 'TMB', status: 'negative', value: '<5' }), tmb10, 'unmet'],
  [
    'a range across the limit',
    of({ marker: 'TMB', status: 'positive', value: '8-12' }),
    tmb10,
    'rangeSpansLimit',
  ],
  ['a word is no value', of({ marker: 'TMB', status: 'positive', value: 'high' }), tmb10, 'unitUnknown'],
  ['a status is no value', of({ marker: 'TMB', status: 'positive' }), tmb10, 'unitUnknown'],
  ['not tested, asked for a value', of({ marker: 'TMB', status: 'notTested' }), tmb10, 'notTested'],
  ['failed, asked for a value', of({ marker: 'TMB', status: 'failed' }), tmb10, 'failedOrInsufficient'],
  ['the score asked for', of(pdl1('5', 'CPS')), cps1, 'met'],
  ['the score asked for, in small letters', of(pdl1('5', 'cps')), cps1, 'met'],
  ['another score does not answer', of(pdl1('5', 'TPS')), cps1, 'unitUnknown'],
  ['a score that is not named does not answer', of(pdl1('5')), cps1, 'unitUnknown'],

  // The cut-off of the label: TMB-high from 10 mutations per megabase.
  ['positive, with a value below the cut-off', tmb('positive', '6 mutations/Mb'), isTmbHigh, 'conflicting'],
  ['positive, below it by the scoring', tmb('positive', '6', perMegabase), isTmbHigh, 'conflicting'],
  ['positive, censored below it', tmb('positive', '<10', perMegabase), isTmbHigh, 'conflicting'],
  ['positive, at the cut-off', tmb('positive', '10 mutations/Mb'), isTmbHigh, 'met'],
  ['positive, above it', tmb('positive', '15', perMegabase), isTmbHigh, 'met'],
  ['positive, a range across it', tmb('positive', '8-12', perMegabase), isTmbHigh, 'met'],
  ['positive, a value in no known unit', tmb('positive', '6'), isTmbHigh, 'met'],
  ['positive, a value in another unit', tmb('positive', '6', 'mutations per exome'), isTmbHigh, 'met'],
  ['positive, a word', tmb('positive', 'high', perMegabase), isTmbHigh, 'met'],
  ['negative, below the cut-off', tmb('negative', '6', perMegabase), isTmbHigh, 'unmet'],
  ['negative, at the cut-off', tmb('negative', '10 mut/Mb'), isTmbHigh, 'conflicting'],
  ['negative, a range across it', tmb('negative', '8-12', perMegabase), isTmbHigh, 'unmet'],
  ['equivocal, whatever the value', tmb('equivocal', '15', perMegabase), isTmbHigh, 'equivocal'],
  ['failed, whatever the value', tmb('failed', '15', perMegabase), isTmbHigh, 'failedOrInsufficient'],
  [
    'a contradictory result beside one that holds',
    of(
      { marker: 'TMB', status: 'positive', value: '6 mutations/Mb', date: '2011' },
      { marker: 'TMB', status: 'negative', value: '6 mutations/Mb', date: '2012' },
    ),
    isTmbHigh,
    'unmet',
  ],
  [
    'asked with a limit, the value decides',
    tmb('positive', '6', perMegabase),
    { biomarker: { marker: 'TMB', scoring: perMegabase, atLeast: 10 } },
    'unmet',
  ],
  [
    'the scoring asked for, printed as the unit of the value',
    tmb('positive', '15 mutations/Mb'),
    { biomarker: { marker: 'TMB', scoring: perMegabase, atLeast: 10 } },
    'met',
  ],
  [
    'a value in no unit, beside a scoring asked for',
    tmb('positive', '15'),
    { biomarker: { marker: 'TMB', scoring: perMegabase, atLeast: 10 } },
    'unitUnknown',
  ],

  // A marker that is one gene's: a panel with a gene list decides it where the gene is on the list.
  [
    'MGMT by an assay of MGMT',
    {
      ...panel({ analyte: 'methylation', genes: ['MGMT'], detects: ['promoterMethylation'] }),
      ...of({ marker: 'MGMT', status: 'negative', assay: 'p' }),
    },
    isSilenced,
    'unmet',
  ],
  [
    'MGMT by an assay of other genes',
    {
      ...panel({ analyte: 'methylation', genes: ['MLH1'], detects: ['promoterMethylation'] }),
      ...of({ marker: 'MGMT', status: 'negative', assay: 'p' }),
    },
    isSilenced,
    'notCovered',
  ],
  [
    'MGMT by an assay of which the genes are not stated',
    {
      ...panel({ analyte: 'methylation', detects: ['promoterMethylation'] }),
      ...of({ marker: 'MGMT', status: 'negative', assay: 'p' }),
    },
    isSilenced,
    'unmet',
  ],
  [
    'MSI by a panel of some genes',
    {
      ...panel({ genes: ['KIT'], detects: ['microsatelliteInstability'] }),
      ...of(msi('negative', { assay: 'p' })),
    },
    isMsi,
    'unmet',
  ],
  [
    'the most recent value counts, wherever it stands',
    of(pdl1('5', 'CPS', { date: '2012' }), pdl1('0', 'CPS', { date: '2010' })),
    cps1,
    'met',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer names the result, its topic, and what to test', () => {
  assert.deepEqual(askRow(['', of(pdl1('5', 'TPS')), cps1, '']).data, ['PD-L1 positive 5 TPS']);
  assert.equal(askRow(['', of(pdl1('5', 'TPS')), cps1, '']).settledBy, 'give PD-L1 as CPS');
  assert.equal(askRow(['', {}, isMsi, '']).settledBy, 'test MSI');
  assert.equal(
    askRow(['', tmb('positive', '6 mutations/Mb'), isTmbHigh, '']).settledBy,
    'state by which cut-off TMB was judged: 10 mut/Mb is the usual one',
  );
  assert.equal(evaluate(isMsi, subjectWith()).leaf?.topic, 'biomarker:MSI');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [isMsi, 'MSI-high'],
  [{ biomarker: { marker: 'MMR' } }, 'deficient mismatch repair'],
  [tmb10, 'TMB at least 10'],
  [cps1, 'PD-L1 at least 1 (CPS)'],
  [{ biomarker: { marker: 'RB1' } }, 'RB1 lost or mutated'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
