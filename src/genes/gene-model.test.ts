/** Genes are found by symbol and alias, and nothing near is guessed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allGenes, geneNames, geneOf, proteinLengthOf, transcriptOf } from './index.ts';

const names: readonly (readonly [given: string, symbol: string | undefined])[] = [
  ['KIT', 'KIT'],
  ['kit', 'KIT'],
  ['c-KIT', 'KIT'],
  ['CD117', 'KIT'],
  ['TRKC', 'NTRK3'],
  ['HER2', 'ERBB2'],
  [' HER-2 ', 'ERBB2'],
  ['p53', 'TP53'],
  ['KITLG', undefined],
  ['KI', undefined],
  ['', undefined],
  ['__proto__', undefined],
  ['constructor', undefined],
];

test('a gene is found by its symbol or an alias, and by nothing else', () => {
  for (const [given, symbol] of names) assert.equal(geneOf(given)?.symbol, symbol, given);
});

test('every name leads to one gene only, and every symbol to itself', () => {
  const folded = geneNames().map((name) => name.toUpperCase());
  assert.equal(new Set(folded).size, folded.length);
  for (const gene of allGenes()) assert.equal(geneOf(gene.symbol)?.symbol, gene.symbol);
});

test('the genes that the papers and neuroendocrine neoplasms need are in the catalogue', () => {
  const needed =
    'KIT PDGFRA NTRK1 NTRK2 NTRK3 ETV6 BAP1 MCL1 CDKN2A BRCA2 NF1 NF2 MET EGFR CDK4 CDK6 MDM2 ERBB2 CCND1 ABCC3 ATM TP53 RB1 DAXX ATRX MEN1 SSTR2 MGMT MLH1 MSH2 MSH6 PMS2 BRAF RET KIF11 DLL3';
  for (const symbol of needed.split(' ')) assert.equal(geneOf(symbol)?.symbol, symbol);
});

test('the reference transcript comes first; a version is not compared', () => {
  const ntrk3 = geneOf('NTRK3');
  assert.ok(ntrk3 !== undefined);
  assert.equal(transcriptOf(ntrk3)?.id, 'ENST00000629765');
  assert.equal(transcriptOf(ntrk3)?.mane, true);
  assert.equal(transcriptOf(ntrk3, 'NM_001012338.3')?.id, 'NM_001012338');
  assert.equal(transcriptOf(ntrk3, 'NM_999999'), undefined);
  assert.equal(proteinLengthOf(ntrk3), 839);
});

test('exons of a transcript follow one another without a gap in the coding sequence', () => {
  for (const gene of allGenes())
    for (const transcript of gene.transcripts) {
      let coded = 0;
      for (const { cds } of transcript.exons) {
        if (cds === undefined) continue;
        assert.equal(cds.start, coded + 1, `${gene.symbol} ${transcript.id}`);
        coded = cds.end;
      }
      assert.equal(coded, transcript.cdsLength, `${gene.symbol} ${transcript.id}`);
      assert.notEqual(transcript.source, '');
    }
});
