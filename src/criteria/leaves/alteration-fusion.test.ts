/**
 * Fusions: a negative DNA panel leaves them unknown, an RNA panel excludes those of the genes that it covers, and every
 * gene of the question has to be excluded. The assays are those of paper 001 (lines 289-297).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, evaluate, printCriterion } from '../index.ts';
import { type AnswerRow, askRow, subjectWith } from '../subject.fixture.ts';

const found = (gene: string, alteration: string, more: object = {}) => ({
  id: `${gene}-${alteration}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  gene,
  alteration,
  status: 'positive',
  ...more,
});
const findings = (...list: readonly object[]) => ({ findings: list });
const absent = (gene: string, alteration: string, of: string) =>
  found(gene, alteration, { status: 'negative', assay: of });
const assay = (id: string, more: object) => ({ id, name: id, analyte: 'DNA', status: 'done', ...more });
const trk = ['NTRK1', 'NTRK2', 'NTRK3'];
const dnaFusions = assay('dna', { genes: trk, detects: ['smallVariant'], canMiss: ['fusion'] });
const rnaFusions = assay('rna', { analyte: 'RNA', genes: trk, detects: ['fusion'] });

const fusion = (of: string | readonly string[], partner?: string): Criterion => ({
  alteration: { fusionOf: of, ...(partner === undefined ? {} : { partner }) },
});

const rows: readonly AnswerRow[] = [
  ['a fusion that was found', findings(found('ETV6::NTRK3', 'fusion')), fusion('NTRK3'), 'met'],
  ['a fusion of one of several genes', findings(found('ETV6::NTRK3', 'fusion')), fusion(trk), 'met'],
  [
    'a fusion with another partner',
    findings(found('ETV6::NTRK3', 'fusion')),
    fusion('NTRK3', 'TPM3'),
    'unmet',
  ],
  ['a negative DNA panel can miss a fusion', { assays: [dnaFusions] }, fusion('NTRK3'), 'assayCanMiss'],
  [
    'stated as negative on DNA, it can still be missed',
    { assays: [dnaFusions], ...findings(absent('NTRK3', 'fusion', 'dna')) },
    fusion('NTRK3'),
    'assayCanMiss',
  ],
  [
    'even where the laboratory lists fusions as detected',
    { assays: [{ ...dnaFusions, detects: ['fusion'], canMiss: [] }] },
    fusion('NTRK3'),
    'assayCanMiss',
  ],
  ['RNA that covers all three', { assays: [rnaFusions] }, fusion(trk), 'unmet'],
  ['RNA after a negative DNA panel', { assays: [dnaFusions, rnaFusions] }, fusion(trk), 'unmet'],
  [
    'RNA of two genes of three',
    { assays: [{ ...rnaFusions, genes: ['NTRK1', 'NTRK2'] }] },
    fusion(trk),
    'notCovered',
  ],
  [
    'three assays of one gene each are no assay of the others',
    { assays: ['a', 'b', 'c'].map((id) => ({ ...rnaFusions, id, genes: ['NTRK1'] })) },
    fusion(trk),
    'notCovered',
  ],
  [
    'three assays, one for each gene',
    { assays: trk.map((gene) => ({ ...rnaFusions, id: gene.toLowerCase(), genes: [gene] })) },
    fusion(trk),
    'unmet',
  ],
  [
    'one of three genes stated as negative',
    { assays: [{ ...rnaFusions, genes: ['NTRK3'] }], ...findings(absent('NTRK3', 'fusion', 'rna')) },
    fusion(trk),
    'notCovered',
  ],
  [
    'RNA of which the genes are not stated',
    { assays: [{ ...rnaFusions, genes: 'unstated' }] },
    fusion(trk),
    'assayUnstated',
  ],
  ['RNA that is pending', { assays: [{ ...rnaFusions, status: 'pending' }] }, fusion(trk), 'pending'],
  [
    'one pair excluded says nothing of other partners',
    { assays: [dnaFusions], ...findings(absent('ETV6::NTRK3', 'fusion', 'dna')) },
    fusion('NTRK3'),
    'assayCanMiss',
  ],
];

for (const row of rows) {
  const [name, , criterion, expected] = row;
  test(`${name}: ${printCriterion(criterion)}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('the answer names the assay, its topic, and the test that would settle it', () => {
  const asked = askRow(['', { assays: [dnaFusions] }, fusion(trk), '']);
  assert.equal(asked.settledBy, 'an RNA test for fusions of NTRK1, NTRK2, NTRK3');
  assert.deepEqual(asked.data, ['dna (DNA), done']);
  assert.equal(evaluate(fusion(trk), subjectWith()).leaf?.topic, 'fusion:NTRK1');
});

test('printed', () => {
  assert.equal(printCriterion(fusion(trk)), 'a fusion of NTRK1 or NTRK2 or NTRK3');
  assert.equal(printCriterion(fusion('NTRK3', 'ETV6')), 'a fusion of NTRK3 with ETV6');
});
