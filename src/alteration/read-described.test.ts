/** Full descriptions and coordinates: their gene, their sequence, and the change in the terms of this room. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasErrors } from '../reading/index.ts';
import { describeAlteration } from './describe-alteration.ts';
import { inHgvsOrder } from './described-text.ts';
import { readAlteration } from './read-alteration.ts';
import { readDescription } from './read-described.ts';

const coordinates: readonly (readonly [token: string, genomic: string])[] = [
  ['7-140453136-A-T', 'chr7:g.140453136A>T'],
  ['chr7-140453136-A-T', 'chr7:g.140453136A>T'],
  ['chr7:140453136A>T', 'chr7:g.140453136A>T'],
  ['chr7:g.140453136A>T', 'chr7:g.140453136A>T'],
  ['chr17:g.7577120C>T', 'chr17:g.7577120C>T'],
  ['X-100-A-C', 'chrX:g.100A>C'],
  // The alleles of a coordinate share bases that did not change.
  ['4-55593610-TGTT-T', 'chr4:g.55593611_55593613del'],
  ['4-55593610-T-TGAC', 'chr4:g.55593610_55593611insGAC'],
  ['4-100-TA-TC', 'chr4:g.101A>C'],
  ['4-100-TAC-TGGC', 'chr4:g.101delinsGG'],
  ['NC_000017.10:g.7577120C>T', 'NC_000017.10:g.7577120C>T'],
];

for (const [token, genomic] of coordinates)
  test(`${token} is ${genomic}`, () => {
    assert.equal(readDescription(token)?.parts.genomic, genomic);
  });

for (const token of [
  'chr7:140453136',
  '7-140453136',
  'chr25:g.1A>T',
  '7-140453136-A-Z',
  'NM_004333.4',
  'NM_004333.4:1799',
  '7:8',
])
  test(`${token} is no description`, () => {
    assert.equal(readDescription(token), undefined);
  });

type Row = readonly [printed: string, text: string];
const findings: readonly Row[] = [
  ['NM_004333.4:c.1799T>A', 'NM_004333.4(BRAF):c.1799T>A (exon 15)'],
  ['NM_004333.4(BRAF):c.1799T>A (p.Val600Glu)', 'NM_004333.4(BRAF):c.1799T>A p.V600E (exon 15)'],
  ['NM_004333.4(BRAF):c.1799T>A(p.Val600Glu)', 'NM_004333.4(BRAF):c.1799T>A p.V600E (exon 15)'],
  ['NM_004333.4:c.1799T>A (NP_004324.2:p.Val600Glu)', 'NM_004333.4(BRAF):c.1799T>A p.V600E (exon 15)'],
  ['BRAF(NM_004333.4):c.1799T>A', 'NM_004333.4(BRAF):c.1799T>A (exon 15)'],
  ['BRAF NM_004333.4 c.1799T>A p.V600E', 'NM_004333.4(BRAF):c.1799T>A p.V600E (exon 15)'],
  ['BRAF:NM_004333.4:exon15:c.1799T>A:p.V600E', 'NM_004333.4(BRAF):c.1799T>A p.V600E (exon 15)'],
  ['NP_004324.2:p.Val600Glu', 'NP_004324.2(BRAF):p.V600E (exon 15)'],
  ['BRAF:p.V600E', 'BRAF p.V600E (exon 15)'],
  ['TP53 chr17:g.7577120C>T', 'TP53 chr17:g.7577120C>T'],
  ['NM_000546.5(TP53):r.76a>u', 'NM_000546.5(TP53):r.76a>u'],
];

for (const [printed, text] of findings)
  test(`${printed} is ${text}`, () => {
    const { value, issues } = readAlteration(printed);
    assert.ok(value !== undefined, issues[0]?.message);
    assert.deepEqual(issues, []);
    assert.equal(describeAlteration(value), text);
  });

test('a sequence of another gene than the one named is an error', () => {
  for (const printed of ['KIT NM_004333.4:c.1799T>A', 'KIT NM_004333.4 c.1799T>A']) {
    const { value, issues } = readAlteration(printed);
    assert.equal(value, undefined);
    assert.ok(hasErrors(issues));
    assert.match(issues[0]?.message ?? '', /BRAF.*KIT|KIT.*BRAF/);
  }
  assert.equal(readAlteration('NM_004333.4:c.1799T>A', { gene: 'KIT' }).value, undefined);
});

test('a sequence whose gene is not known stands for itself, with a warning', () => {
  const { value, issues } = readAlteration('NC_000099.9:g.5A>T');
  assert.ok(value?.kind === 'sequenceVariant');
  assert.equal(value.gene, 'NC_000099.9');
  assert.deepEqual(
    issues.map(({ code, severity }) => `${severity} ${code}`),
    ['warning gene-unknown'],
  );
});

test('two transcripts in one finding are not chosen between', () => {
  assert.equal(readAlteration('BRAF NM_004333.4:c.1799T>A NM_001354609.1:c.1800T>A').value, undefined);
});

test('other orders become the one of HGVS, and other texts stay', () => {
  assert.equal(
    inHgvsOrder('BRAF:NM_004333:exon15:c.1799T>A:p.V600E'),
    'NM_004333(BRAF):c.1799T>A p.V600E exon15',
  );
  for (const text of ['ETV6:NTRK3', 'KIT V560del (exon 11)', 'NM_004333.4(BRAF):c.1799T>A'])
    assert.equal(inHgvsOrder(text), text);
});
