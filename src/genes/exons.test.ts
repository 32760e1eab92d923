/** Codons, exons, residues and domains against facts that are known independently of the data files. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  baseAt,
  codonRangeOfExon,
  domainAt,
  exonOfCodon,
  type GeneModel,
  geneOf,
  residueAt,
  translate,
} from './index.ts';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const data = process.env['CAJAL_DATA'] ?? join(home, '..', 'shared', 'data');
const hotspots = join(data, 'hotspots', 'cancerhotspots_v2_GRCh37.tsv');

function gene(symbol: string): GeneModel {
  const found = geneOf(symbol);
  assert.ok(found !== undefined, symbol);
  return found;
}

const ranges: readonly (readonly [symbol: string, exon: number, start: number, end: number])[] = [
  ['KIT', 9, 449, 514],
  ['KIT', 11, 550, 592],
  ['KIT', 17, 788, 828],
  ['EGFR', 19, 729, 761],
  ['EGFR', 20, 762, 823],
  ['BRAF', 15, 581, 620],
];

test('exons are the codon ranges that the field knows', () => {
  for (const [symbol, exon, start, end] of ranges) {
    const found = codonRangeOfExon(gene(symbol), exon);
    assert.ok(found.kind === 'known');
    assert.deepEqual([found.value.start, found.value.end], [start, end], `${symbol} exon ${exon}`);
  }
});

const codons: readonly (readonly [symbol: string, codon: number, exons: readonly number[]])[] = [
  ['KIT', 304, [5]],
  ['KIT', 537, [10]],
  ['KIT', 541, [10]],
  ['KIT', 557, [11]],
  ['KIT', 560, [11]],
  ['KIT', 576, [11]],
  ['KIT', 642, [13]],
  ['KIT', 655, [13]],
  ['KIT', 816, [17]],
  ['KIT', 822, [17]],
  // An intron splits the codon.
  ['KIT', 514, [9, 10]],
  ['KIT', 592, [11, 12]],
  ['EGFR', 858, [21]],
  ['TP53', 175, [5]],
  ['RET', 918, [16]],
];

test('a codon lies in its exon, and in two where an intron splits it', () => {
  for (const [symbol, codon, exons] of codons) {
    const found = exonOfCodon(gene(symbol), codon);
    assert.ok(found.kind === 'known');
    assert.deepEqual(found.value.exons, exons, `${symbol} ${codon}`);
  }
});

test('without a source for exons the answer is unknown', () => {
  assert.deepEqual(exonOfCodon(gene('MCL1'), 100), { kind: 'unknown', reason: 'noExons' });
  assert.deepEqual(codonRangeOfExon(gene('MEN1'), 2), { kind: 'unknown', reason: 'noExons' });
  assert.deepEqual(exonOfCodon(gene('KIT'), 5000), { kind: 'unknown', reason: 'outside' });
  assert.deepEqual(codonRangeOfExon(gene('KIT'), 22), { kind: 'unknown', reason: 'outside' });
  assert.deepEqual(exonOfCodon(gene('KIT'), 560, 'NM_1'), { kind: 'unknown', reason: 'noTranscript' });
});

/** Residues of KIT as published: the variants of papers 000 and 002, GIST and mastocytosis hotspots, M541L. */
const kitResidues: readonly (readonly [number, string])[] = [
  [1, 'M'],
  [304, 'T'],
  [541, 'M'],
  [557, 'W'],
  [558, 'K'],
  [559, 'V'],
  [560, 'V'],
  [571, 'I'],
  [576, 'L'],
  [579, 'D'],
  [642, 'K'],
  [654, 'V'],
  [655, 'N'],
  [670, 'T'],
  [816, 'D'],
  [820, 'D'],
  [822, 'N'],
  [823, 'Y'],
  [882, 'M'],
  [976, 'V'],
];

test('residues of KIT are those published; 537 is a cysteine, and the isoform without GNNK has M541 there', () => {
  const kit = gene('KIT');
  for (const [position, residue] of kitResidues)
    assert.deepEqual(residueAt(kit, position), { kind: 'known', value: residue }, `${position}`);
  assert.deepEqual(residueAt(kit, 537), { kind: 'known', value: 'C' });
  assert.equal(kit.protein?.length, 976);
  const [isoform] = kit.isoforms;
  assert.ok(isoform?.lacks !== undefined && kit.protein !== undefined);
  assert.equal(kit.protein.slice(isoform.lacks.start - 1, isoform.lacks.end), 'GNNK');
  const shorter = kit.protein.slice(0, isoform.lacks.start - 1) + kit.protein.slice(isoform.lacks.end);
  assert.equal(shorter.length, isoform.length);
  assert.equal(shorter.charAt(536), 'M');
});

test('the coding sequence of KIT fits its exons, its protein and the bases that name V560del', () => {
  const kit = gene('KIT');
  assert.equal(kit.coding?.length, kit.transcripts[0]?.cdsLength);
  assert.equal(translate(kit.coding ?? ''), `${kit.protein}*`);
  const bases = [1679, 1680, 1681].map((base) => {
    const found = baseAt(kit, base);
    return found.kind === 'known' ? found.value : '?';
  });
  assert.equal(bases.join(''), 'TTG');
});

test('genomic reference bases of the hotspot table agree with the coding sequence of KIT through its exons', {
  skip: existsSync(hotspots) ? false : `${hotspots} is absent`,
}, () => {
  const kit = gene('KIT');
  const exons = kit.transcripts[0]?.exons ?? [];
  let compared = 0;
  for (const line of readFileSync(hotspots, 'utf8').split('\n')) {
    const [, start = '', reference = '', , symbol] = line.split('\t');
    if (symbol !== 'KIT' || !/^[ACGT]+$/.test(reference)) continue;
    for (let index = 0; index < reference.length; index += 1) {
      const position = Number(start) + index;
      const exon = exons.find((each) => position >= each.genomicStart && position <= each.genomicEnd);
      if (exon?.cds === undefined) continue;
      const base = exon.cds.start + position - exon.genomicStart;
      assert.deepEqual(baseAt(kit, base), { kind: 'known', value: reference[index] }, `${position}`);
      compared += 1;
    }
  }
  assert.ok(compared > 100, `${compared} bases compared`);
});

test('single residues of other genes are known where the tables name them, and else unknown', () => {
  assert.deepEqual(residueAt(gene('BRAF'), 600), { kind: 'known', value: 'V' });
  assert.deepEqual(residueAt(gene('ALK'), 2), { kind: 'unknown', reason: 'noSequence' });
  assert.deepEqual(residueAt(gene('BRAF'), 1799), { kind: 'unknown', reason: 'outside' });
});

test('D816 of KIT lies in its kinase domain, T304 does not', () => {
  const labels = (position: number): readonly string[] => {
    const found = domainAt(gene('KIT'), position);
    return found.kind === 'known' ? found.value.map((domain) => domain.label) : [];
  };
  assert.ok(labels(816).includes('PTKc_Kit'));
  assert.deepEqual(labels(304), ['Ig']);
  assert.deepEqual(domainAt(gene('SSTR2'), 10), { kind: 'unknown', reason: 'noSequence' });
});
