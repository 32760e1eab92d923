/** Whole exons, chromosomes, loss of function, origin: what a finding of another kind, an assay and a negative result say. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, printCriterion } from '../index.ts';
import { type AnswerRow, askRow } from '../subject.fixture.ts';

const found = (gene: string, alteration: string, more: object = {}) => ({
  id: `${gene}-${alteration}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  gene,
  alteration,
  status: 'positive',
  ...more,
});
const findings = (...list: readonly object[]) => ({ findings: list });
const assay = (id: string, more: object) => ({ id, name: id, analyte: 'DNA', status: 'done', ...more });
const dna = assay('dna', {
  genes: ['EGFR', 'MET', 'TP53', 'BRCA2'],
  detects: ['smallVariant', 'copyNumber'],
});
const sequencing = assay('seq', { genes: ['TP53'], detects: ['smallVariant'] });
const rna = assay('rna', { analyte: 'RNA', genes: ['EGFR', 'MET'], detects: ['fusion', 'smallVariant'] });
const array = assay('array', { method: 'array', genes: 'all', detects: ['copyNumber'] });
const fish = assay('fish', { method: 'fish', genes: ['SMAD4'], detects: ['copyNumber'] });

const variantIII: Criterion = { alteration: { gene: 'EGFR', exonChange: 'deletion', exons: [2, 7] } };
const skipping: Criterion = { alteration: { gene: 'MET', exonChange: 'skipping', exons: [14, 14] } };
const anyEgfr: Criterion = { alteration: { gene: 'EGFR', anyMutation: true } };
const lost: Criterion = { alteration: { gene: 'TP53', lossOfFunction: true } };
const arm: Criterion = { alteration: { chromosome: '18', arm: 'q', change: 'loss' } };
const germline: Criterion = { alteration: { gene: 'BRCA2', anyMutation: true, origin: 'germline' } };
const promoter: Criterion = { alteration: { gene: 'TERT', region: 'promoter' } };
const rearranged: Criterion = { alteration: { gene: 'NTRK3', rearrangement: true } };

const rows: readonly AnswerRow[] = [
  ['EGFRvIII is what is asked for', findings(found('EGFR', 'EGFRvIII')), variantIII, 'met'],
  ['EGFRvIII may or may not count as a mutation', findings(found('EGFR', 'EGFRvIII')), anyEgfr, 'ambiguous'],
  [
    'L858R by a DNA panel says nothing of whole exons, which the panel can miss',
    { assays: [dna], ...findings(found('EGFR', 'L858R', { assay: 'dna' })) },
    variantIII,
    'assayCanMiss',
  ],
  ['an RNA test saw none', { assays: [rna] }, variantIII, 'unmet'],
  ['a DNA panel saw none', { assays: [dna] }, skipping, 'assayCanMiss'],
  ['a splice site variant may skip the exon', findings(found('MET', 'c.3028+1G>T')), skipping, 'notRecorded'],
  ['a test of another gene', { assays: [sequencing] }, skipping, 'notRecorded'],

  ['a truncation is a loss of function', findings(found('TP53', 'R213*')), lost, 'met'],
  ['sequence and copies were looked at', { assays: [dna] }, lost, 'unmet'],
  ['the copies were not looked at', { assays: [sequencing] }, lost, 'notCovered'],
  [
    'a synonymous change leaves the copies open',
    { assays: [sequencing], ...findings(found('TP53', 'R213=', { assay: 'seq' })) },
    lost,
    'notCovered',
  ],

  ['18q loss is what is asked for', findings(found('18q', '18q loss')), arm, 'met'],
  ['nothing was looked at', {}, arm, 'notRecorded'],
  ['an array saw none', { assays: [array] }, arm, 'unmet'],
  ['a probe for one gene does not cover the arm', { assays: [fish] }, arm, 'assayCanMiss'],

  ['a germline change', findings(found('BRCA2', 'S1982fs', { origin: 'germline' })), germline, 'met'],
  ['a change whose origin is not recorded', findings(found('BRCA2', 'S1982fs')), germline, 'notRecorded'],
  [
    'no promoter mutation says nothing of the gene',
    { ...findings(found('TERT', 'promoter mutation', { status: 'negative' })) },
    { alteration: { gene: 'TERT', anyMutation: true } },
    'notRecorded',
  ],
  [
    'no promoter mutation is none',
    {
      assays: [assay('tert', { genes: ['TERT'], detects: ['smallVariant'] })],
      ...findings(found('TERT', 'promoter mutation', { status: 'negative', assay: 'tert' })),
    },
    promoter,
    'unmet',
  ],
  ['a break-apart probe', findings(found('NTRK3', 'rearrangement')), rearranged, 'met'],
];

for (const row of rows) {
  const [name, , criterion, expected] = row;
  test(`${name}: ${printCriterion(criterion)}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('what would settle it names the test that can see it', () => {
  assert.equal(askRow(['', {}, skipping, '']).settledBy, 'an RNA test of MET');
  assert.equal(askRow(['', {}, lost, '']).settledBy, 'sequencing and a copy number test of TP53');
  assert.equal(askRow(['', {}, arm, '']).settledBy, 'a copy number test for loss of chromosome 18q');
});
