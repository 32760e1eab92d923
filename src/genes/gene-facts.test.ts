/**
 * Gene models against facts that are known without them: printed exon borders, residues of published variants, domains
 * of fusions, and the accessions that reports and knowledge bases use.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accessionGene,
  codonRangeOfExon,
  domainsOf,
  exonOfBase,
  exonOfCodon,
  type GeneModel,
  geneOf,
  proteinLengthOf,
  residueAt,
  transcriptOf,
} from './index.ts';

function gene(symbol: string): GeneModel {
  const found = geneOf(symbol);
  assert.ok(found !== undefined, symbol);
  return found;
}

/** Last coding base of an exon, as splice variants of the gene print it (`c.340+1G>A`). */
const exonEnds: readonly (readonly [symbol: string, exon: number, last: number])[] = [
  ['VHL', 1, 340],
  ['VHL', 2, 463],
  ['PTEN', 1, 79],
  ['PTEN', 2, 164],
  ['PTEN', 3, 209],
  ['PTEN', 4, 253],
  ['PTEN', 5, 492],
  ['PTEN', 6, 634],
  ['PTEN', 7, 801],
  ['PTEN', 8, 1026],
  ['ETV6', 4, 463],
];

test('exons end at the coding base that splice variants print', () => {
  for (const [symbol, exon, last] of exonEnds) {
    const model = gene(symbol);
    assert.deepEqual(exonOfBase(model, last), { kind: 'known', value: exon }, `${symbol} c.${last}`);
    assert.deepEqual(
      exonOfBase(model, last + 1),
      { kind: 'known', value: exon + 1 },
      `${symbol} c.${last + 1}`,
    );
  }
});

test('exons of PTEN that the calls show lie where RefSeq has them (GRCh37; Illumina/Nirvana, tests on NM_000314)', () => {
  const exons = transcriptOf(gene('PTEN'))?.exons ?? [];
  const place = (number: number) => {
    const exon = exons.find((each) => each.number === number);
    return [exon?.genomicStart, exon?.genomicEnd];
  };
  assert.deepEqual(place(2), [89653782, 89653866]);
  assert.deepEqual(place(8), [89720651, 89720875]);
  // The coding region, ATG to stop.
  assert.deepEqual([place(1)[0], place(9)[1]], [89624227, 89725229]);
});

test('exon 14 of NTRK3 starts at c.1397 on the MANE transcript', () => {
  const ntrk3 = gene('NTRK3');
  assert.equal(transcriptOf(ntrk3)?.mane, true);
  assert.deepEqual(exonOfBase(ntrk3, 1397), { kind: 'known', value: 14 });
  assert.deepEqual(exonOfBase(ntrk3, 1396), { kind: 'known', value: 13 });
});

test('exon 14 of MET on NM_001127500 ends at c.3082; without a transcript its codons stay open', () => {
  const met = gene('MET');
  const exon = codonRangeOfExon(met, 14, 'NM_001127500.3');
  assert.ok(exon.kind === 'known');
  assert.deepEqual([exon.value.start, exon.value.end], [981, 1028]);
  assert.deepEqual(exonOfBase(met, 3082, 'ENST00000318493'), { kind: 'known', value: 14 });
  assert.deepEqual(exonOfCodon(met, 1010), { kind: 'unknown', reason: 'noExons' });
});

/** Codons whose exon the field names, on exons that are known in part. */
const codons: readonly (readonly [symbol: string, codon: number, exon: number])[] = [
  ['PDGFRA', 842, 18],
  ['PDGFRA', 561, 12],
  ['ERBB2', 755, 19],
  ['ERBB2', 776, 20],
  ['PIK3CA', 545, 10],
  ['PIK3CA', 1047, 21],
];

test('a codon of exons known in part lies in the exon that the field names', () => {
  for (const [symbol, codon, exon] of codons) {
    const found = exonOfCodon(gene(symbol), codon);
    assert.ok(found.kind === 'known', `${symbol} ${codon}`);
    assert.deepEqual(found.value.exons, [exon], `${symbol} ${codon}`);
  }
});

test('between two sure parts the exon stays open', () => {
  const pdgfra = gene('PDGFRA');
  const parts = pdgfra.parts?.exons ?? [];
  const open = parts.findIndex((part, index) => {
    const next = parts[index + 1];
    return next !== undefined && !part.endsThere && next.first - part.last > 6;
  });
  const before = parts[open];
  assert.ok(before !== undefined);
  assert.deepEqual(exonOfBase(pdgfra, before.last + 2), { kind: 'unknown', reason: 'noExons' });
  assert.deepEqual(exonOfBase(pdgfra, before.last), { kind: 'known', value: before.number });
});

const residues: readonly (readonly [symbol: string, position: number, residue: string])[] = [
  ['BRAF', 600, 'V'],
  ['EGFR', 790, 'T'],
  ['EGFR', 858, 'L'],
  ['EGFR', 797, 'C'],
  ['RET', 634, 'C'],
  ['RET', 804, 'V'],
  ['RET', 918, 'M'],
  ['TP53', 175, 'R'],
  ['TP53', 273, 'R'],
  ['NTRK1', 595, 'G'],
  ['NTRK3', 623, 'G'],
  ['MEN1', 460, 'R'],
  ['ROS1', 2032, 'G'],
  ['PDGFRA', 842, 'D'],
  ['KRAS', 12, 'G'],
];

test('residues are those of published variants', () => {
  for (const [symbol, position, residue] of residues) {
    const found = residueAt(gene(symbol), position);
    if (found.kind === 'unknown') assert.equal(found.reason, 'noSequence', `${symbol} ${position}`);
    else assert.equal(found.value, residue, `${symbol} ${position}`);
  }
});

test('whole sequences are as long as the proteins, and end in them', () => {
  for (const [symbol, length] of [
    ['KIT', 976],
    ['BRAF', 766],
    ['EGFR', 1210],
    ['RET', 1114],
    ['TP53', 393],
    ['NTRK1', 796],
    ['MEN1', 610],
    ['DAXX', 740],
    ['VHL', 213],
    ['PTEN', 403],
  ] as const) {
    assert.equal(gene(symbol).protein?.length, length, symbol);
    assert.equal(proteinLengthOf(gene(symbol)), length, symbol);
  }
});

test('the domains on which the ETV6::NTRK3 fusion turns are where they are printed', () => {
  const place = (symbol: string, label: RegExp): readonly (number | undefined)[] => {
    const found = domainsOf(gene(symbol))?.find((domain) => label.test(domain.label));
    return [found?.start, found?.end];
  };
  assert.deepEqual(place('ETV6', /PNT/), [56, 123]);
  assert.deepEqual(place('NTRK3', /^Pkinase_Tyr/), [538, 824]);
});

const accessions: readonly (readonly [accession: string, symbol: string | undefined])[] = [
  ['NP_004324.2', 'BRAF'],
  ['NM_000222.3', 'KIT'],
  ['ENST00000288135.6', 'KIT'],
  ['NM_001987.5', 'ETV6'],
  ['HGNC:6342', 'KIT'],
  ['hgnc:7029', 'MET'],
  ['ncbigene:673', 'BRAF'],
  ['NM_007294.4', 'BRCA1'],
  ['NM_999999', undefined],
  ['', undefined],
  ['__proto__', undefined],
];

test('an accession leads to its gene, with or without version', () => {
  for (const [accession, symbol] of accessions)
    assert.equal(accessionGene(accession)?.symbol, symbol, accession);
});

test('a RefSeq accession finds the Ensembl transcript of the same coding sequence', () => {
  assert.equal(transcriptOf(gene('KIT'), 'NM_000222.2')?.id, 'ENST00000288135');
  assert.equal(transcriptOf(gene('BRAF'), 'NM_004333.4')?.id, 'ENST00000288602');
  assert.equal(transcriptOf(gene('EGFR'), 'NM_005228')?.id, 'ENST00000275493');
  assert.equal(transcriptOf(gene('VHL'), 'NM_000551.3')?.id, 'ENST00000256474');
  // ETV6 is held under both accessions; each is found as itself.
  assert.equal(transcriptOf(gene('ETV6'), 'NM_001987.4')?.id, 'NM_001987');
});

test('names of genes without a model are known too, and their role is not guessed', () => {
  for (const [name, symbol] of [
    ['PD-L1', 'CD274'],
    ['HER3', 'ERBB3'],
    ['MLL2', 'KMT2D'],
    ['LKB1', 'STK11'],
    ['BRCA1', 'BRCA1'],
    ['MLL', 'KMT2A'],
  ] as const)
    assert.equal(geneOf(name)?.symbol, symbol, name);
  assert.equal(gene('CD274').role, 'unknown');
  assert.equal(gene('APC').role, 'suppressor');
  assert.deepEqual(exonOfCodon(gene('BRCA1'), 100), { kind: 'unknown', reason: 'noExons' });
});
