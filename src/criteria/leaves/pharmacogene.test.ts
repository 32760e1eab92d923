/**
 * Inherited drug metabolism, every status beside every phenotype: a variant or a phenotype that impairs the enzyme
 * answers, a phenotype is never guessed from a variant, and a negative genotype beside an impaired phenotype conflicts.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MarkerStatus, markerStatuses } from '../../truth/index.ts';
import { type Criterion, evaluate, printCriterion } from '../index.ts';
import { type AnswerRow, askRow, subjectWith } from '../subject.fixture.ts';

const of = (...pharmacogenes: readonly object[]) => ({ pharmacogenes });
const dpyd: Criterion = { pharmacogene: { gene: 'DPYD' } };
const poor: Criterion = { pharmacogene: { gene: 'DPYD', metaboliser: 'poor' } };
const intermediate: Criterion = { pharmacogene: { gene: 'DPYD', metaboliser: 'intermediate' } };

const phenotypes = ['poor', 'intermediate', 'normal', 'unstated'] as const;
/** By status: what is recorded with each phenotype says of an impaired enzyme. */
const impaired: Readonly<Record<MarkerStatus, readonly [string, string, string, string]>> = {
  positive: ['met', 'met', 'conflicting', 'met'],
  negative: ['conflicting', 'conflicting', 'unmet', 'unmet'],
  equivocal: ['met', 'met', 'equivocal', 'equivocal'],
  notTested: ['met', 'met', 'notTested', 'notTested'],
  pending: ['met', 'met', 'pending', 'pending'],
  failed: ['met', 'met', 'failedOrInsufficient', 'failedOrInsufficient'],
  notCovered: ['met', 'met', 'notCovered', 'notCovered'],
  assayCanMiss: ['met', 'met', 'assayCanMiss', 'assayCanMiss'],
};
/** The same of a poor metaboliser. */
const isPoor: Readonly<Record<MarkerStatus, readonly [string, string, string, string]>> = {
  positive: ['met', 'unmet', 'conflicting', 'notRecorded'],
  negative: ['conflicting', 'conflicting', 'unmet', 'unmet'],
  equivocal: ['met', 'unmet', 'equivocal', 'equivocal'],
  notTested: ['met', 'unmet', 'notTested', 'notTested'],
  pending: ['met', 'unmet', 'pending', 'pending'],
  failed: ['met', 'unmet', 'failedOrInsufficient', 'failedOrInsufficient'],
  notCovered: ['met', 'unmet', 'notCovered', 'notCovered'],
  assayCanMiss: ['met', 'unmet', 'assayCanMiss', 'assayCanMiss'],
};
for (const status of markerStatuses) {
  for (const [index, metaboliser] of phenotypes.entries()) {
    const recorded = of({ gene: 'DPYD', status, metaboliser });
    const poorCell = isPoor[status][index] ?? '';
    // Poor and intermediate answer alike, each to its own name.
    const swapped = { met: 'unmet', unmet: 'met' }[poorCell] ?? poorCell;
    const intermediateCell = ['poor', 'intermediate'].includes(metaboliser) ? swapped : poorCell;
    test(`${status}, ${metaboliser} metaboliser`, () => {
      assert.equal(askRow(['', recorded, dpyd, '']).verdict, impaired[status][index]);
      assert.equal(askRow(['', recorded, poor, '']).verdict, poorCell);
      assert.equal(askRow(['', recorded, intermediate, '']).verdict, intermediateCell);
    });
  }
}

const rows: readonly AnswerRow[] = [
  ['not recorded', {}, dpyd, 'notRecorded'],
  ['not recorded, asked for a phenotype', {}, poor, 'notRecorded'],
  [
    'UGT1A1 is not DPYD',
    of({ gene: 'UGT1A1', status: 'positive', metaboliser: 'poor' }),
    poor,
    'notRecorded',
  ],
  [
    'failed, then tested',
    of({ gene: 'DPYD', status: 'negative', date: '2012' }, { gene: 'DPYD', status: 'failed', date: '2011' }),
    dpyd,
    'unmet',
  ],
  [
    'tested, then a repeat that is pending: an inherited variant stays',
    of(
      { gene: 'DPYD', status: 'positive', metaboliser: 'poor', date: '2011' },
      { gene: 'DPYD', status: 'pending', date: '2012' },
    ),
    poor,
    'met',
  ],
  [
    'the phenotype recorded later',
    of(
      { gene: 'DPYD', status: 'positive', date: '2011' },
      { gene: 'DPYD', status: 'positive', metaboliser: 'intermediate', date: '2012' },
    ),
    poor,
    'unmet',
  ],
];
for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer names the phenotype, its topic, and what would settle it', () => {
  const conflict = askRow(['', of({ gene: 'DPYD', status: 'negative', metaboliser: 'poor' }), poor, '']);
  assert.deepEqual(conflict.data, ['DPYD: no variant that impairs the enzyme, poor metaboliser']);
  assert.equal(
    conflict.settledBy,
    'clear up the genotype and the phenotype of DPYD: they contradict each other',
  );
  const variant = askRow(['', of({ gene: 'DPYD', status: 'positive' }), poor, '']);
  assert.deepEqual(variant.data, ['DPYD: a variant that impairs the enzyme']);
  assert.equal(
    variant.settledBy,
    'state whether the DPYD genotype makes a poor or an intermediate metaboliser',
  );
  assert.equal(askRow(['', {}, poor, '']).settledBy, 'genotype DPYD');
  assert.equal(evaluate(poor, subjectWith()).leaf?.topic, 'pharmacogene:DPYD');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [dpyd, 'DPYD: reduced enzyme activity'],
  [poor, 'DPYD: poor metaboliser'],
  [intermediate, 'DPYD: intermediate metaboliser'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
