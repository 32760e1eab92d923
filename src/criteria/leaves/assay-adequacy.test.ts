/** Whether an assay was done that decides a kind of event: one that can miss it does not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const assay = (id: string, more: object) => ({ id, name: id, analyte: 'DNA', status: 'done', ...more });
const assays = (...list: readonly object[]) => ({ assays: list });
const fusion: Criterion = { tested: { event: 'fusion', gene: 'NTRK3' } };
const anyFusion: Criterion = { tested: { event: 'fusion' } };
const rna = { analyte: 'RNA', detects: ['fusion'] };

const rows: readonly AnswerRow[] = [
  ['no assay', {}, fusion, 'unmet'],
  ['an RNA panel of the gene', assays(assay('rna', { ...rna, genes: ['NTRK3'] })), fusion, 'met'],
  ['an RNA panel of all genes', assays(assay('rna', { ...rna, genes: 'all' })), fusion, 'met'],
  ['an RNA panel without the gene', assays(assay('rna', { ...rna, genes: ['ALK'] })), fusion, 'unmet'],
  ['an RNA panel of which the genes are not stated', assays(assay('rna', rna)), fusion, 'assayUnstated'],
  ['an RNA panel, no gene asked', assays(assay('rna', rna)), anyFusion, 'met'],
  [
    'an RNA panel of some genes, no gene asked: it decides on those alone',
    assays(assay('rna', { ...rna, genes: ['ALK', 'ROS1'] })),
    anyFusion,
    'unmet',
  ],
  [
    'an RNA panel of all genes, no gene asked',
    assays(assay('rna', { ...rna, genes: 'all' })),
    anyFusion,
    'met',
  ],
  [
    'a pending RNA panel',
    assays(assay('rna', { ...rna, genes: ['NTRK3'], status: 'pending' })),
    fusion,
    'pending',
  ],
  [
    'a pending RNA panel of other genes',
    assays(assay('rna', { ...rna, genes: ['ALK'], status: 'pending' })),
    fusion,
    'unmet',
  ],
  [
    'a pending RNA panel of which the genes are not stated',
    assays(assay('rna', { ...rna, status: 'pending' })),
    fusion,
    'assayUnstated',
  ],
  [
    'a pending RNA panel beside one that was done',
    assays(
      assay('first', { ...rna, genes: ['NTRK3'], status: 'pending' }),
      assay('second', { ...rna, genes: ['NTRK3'] }),
    ),
    fusion,
    'met',
  ],
  [
    'a pending RNA panel beside a failed one',
    assays(
      assay('first', { ...rna, genes: ['NTRK3'], status: 'failed' }),
      assay('second', { ...rna, genes: ['NTRK3'], status: 'pending' }),
    ),
    fusion,
    'pending',
  ],
  [
    'a failed RNA panel',
    assays(assay('rna', { ...rna, genes: ['NTRK3'], status: 'failed' })),
    fusion,
    'unmet',
  ],
  [
    'a DNA panel does not decide a fusion',
    assays(assay('dna', { genes: ['NTRK3'], detects: ['fusion'] })),
    fusion,
    'unmet',
  ],
  ['an assay of which nothing is stated', assays(assay('x', {})), anyFusion, 'assayUnstated'],
  [
    'a DNA panel decides a small variant',
    assays(assay('dna', { genes: ['KIT'], detects: ['smallVariant'] })),
    { tested: { event: 'smallVariant', gene: 'KIT' } },
    'met',
  ],
  [
    'one of two assays',
    assays(
      assay('dna', { genes: ['NTRK3'], canMiss: ['fusion'] }),
      assay('rna', { ...rna, genes: ['NTRK3'] }),
    ),
    fusion,
    'met',
  ],
];

for (const row of rows) {
  const [name, , , expected] = row;
  test(`${name}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('an unmet answer shows the assays that were done all the same', () => {
  const asked = askRow(['', assays(assay('dna', { genes: ['NTRK3'], canMiss: ['fusion'] })), fusion, '']);
  assert.deepEqual(asked.data, ['dna (DNA), done']);
});

test('a failed assay says why, and a pending one is waited for', () => {
  const one = (more: object) => assays(assay('rna', { ...rna, genes: ['NTRK3'], ...more }));
  const failed = askRow(['', one({ status: 'failed', failure: 'too little RNA' }), fusion, '']);
  assert.deepEqual(failed.data, ['rna (RNA), failed: too little RNA']);
  const pending = askRow(['', one({ status: 'pending' }), fusion, '']);
  assert.deepEqual(pending.data, ['rna (RNA), pending']);
  assert.equal(pending.settledBy, 'await the result of rna');
});

const printed: readonly (readonly [Criterion, string])[] = [
  [fusion, 'tested for fusions of NTRK3 by an assay that decides it'],
  [anyFusion, 'tested for fusions by an assay that decides it'],
];
for (const [criterion, sentence] of printed) {
  test(`printed: ${sentence}`, () => {
    assert.equal(printCriterion(criterion), sentence);
  });
}
