/** One partner alone: what lies on its side of the junction, and what is made if the other gives only its promoter. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geneOf, oneSideAtBreakpoint, oneSideAtExon } from './index.ts';

const kinases: readonly (readonly [string, number, 'five' | 'three', string])[] = [
  ['NTRK3', 14, 'three', 'whole'],
  ['NTRK3', 18, 'three', 'partial'],
  ['NTRK3', 14, 'five', 'lost'],
  ['BRAF', 8, 'three', 'whole'],
  ['BRAF', 8, 'five', 'lost'],
  ['FGFR3', 16, 'five', 'whole'],
  ['ETV6', 4, 'five', 'none'],
];

test('the kinase on the side that is kept', () => {
  for (const [gene, exon, side, kinase] of kinases)
    assert.equal(oneSideAtExon({ gene, exon }, side)?.kinase, kinase, `${gene} e${exon} ${side}`);
});

test('SLC45A3::BRAF: the promoter alone is exchanged, BRAF begins at its first methionine from exon 8 on', () => {
  const side = oneSideAtBreakpoint('BRAF', { chromosome: '7', position: 140_794_467 }, 'three', {
    build: 'GRCh38',
    level: 'rna',
  });
  assert.equal(side?.end.exon, 8);
  assert.equal(side.promoterOnly?.kinase, 'whole');
  const { start } = side.promoterOnly ?? {};
  assert.ok(start?.kind === 'inFrameAtg');
  const protein = geneOf('BRAF')?.protein ?? '';
  const firstCodon = Math.ceil(side.codingBases / 3) + 1;
  assert.equal(protein.charAt(start.codon - 1), 'M');
  assert.ok(!protein.slice(firstCodon - 1, start.codon - 1).includes('M'));
});

test('without a model, an exon or a place there is no side', () => {
  assert.equal(oneSideAtExon({ gene: 'NOSUCH', exon: 1 }, 'five'), undefined);
  assert.equal(oneSideAtExon({ gene: 'NTRK3', exon: 99 }, 'five'), undefined);
  assert.equal(oneSideAtExon({ gene: 'NTRK3' }, 'five'), undefined);
  const at = { chromosome: '1', position: 140_794_467 };
  assert.equal(oneSideAtBreakpoint('BRAF', at, 'three', { build: 'GRCh38', level: 'rna' }), undefined);
});
