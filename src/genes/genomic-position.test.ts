/** Places in the genome on both builds: known hotspots, exon borders of fusions, introns, and what is not held. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  acceptorAt,
  codingOfGenomicPosition,
  donorAt,
  exonsAtGenomicPosition,
  type GeneModel,
  geneOf,
  transcriptOf,
  transcriptOnBuild,
} from './index.ts';

function gene(symbol: string): GeneModel {
  const found = geneOf(symbol);
  assert.ok(found !== undefined, symbol);
  return found;
}

/** Hotspots by their GRCh37 position, as cancer hotspots v2 lists them. */
const hotspots: readonly (readonly [symbol: string, chromosome: string, position: number, coding: number])[] =
  [
    ['KIT', '4', 55599321, 2447],
    ['BRAF', 'chr7', 140453136, 1799],
    ['EGFR', '7', 55259515, 2573],
    ['EGFR', '7', 55249071, 2369],
    ['KRAS', '12', 25398284, 35],
    ['TP53', '17', 7578406, 524],
    ['PIK3CA', '3', 178952085, 3140],
    ['VHL', '3', 10188198, 341],
  ];

test('hotspots of GRCh37 are the coding bases that their names print', () => {
  for (const [symbol, chromosome, position, coding] of hotspots)
    assert.deepEqual(
      codingOfGenomicPosition(gene(symbol), { build: 'GRCh37', chromosome, position }),
      { kind: 'known', value: coding },
      `${symbol} ${position}`,
    );
});

test('a breakpoint at the end of an exon keeps it whole; in the intron it keeps the exon before', () => {
  const etv6 = gene('ETV6');
  const exon = transcriptOf(etv6)?.exons.find((each) => each.number === 4);
  assert.ok(exon !== undefined);
  const at = (position: number) => ({ build: 'GRCh38' as const, chromosome: '12', position });
  const donor = (position: number) => {
    const found = donorAt(etv6, at(position));
    return found.kind === 'known' ? [found.value.exon, found.value.distance] : found.reason;
  };
  assert.deepEqual(donor(exon.genomicEnd), [4, 0]);
  assert.deepEqual(donor(exon.genomicEnd + 100), [4, 100]);
  assert.deepEqual(donor(exon.genomicEnd - 3), [4, 3]);
  assert.equal(donor(1), 'outside');
  const intron = exonsAtGenomicPosition(etv6, at(exon.genomicEnd + 100));
  assert.ok(intron.kind === 'known');
  assert.deepEqual(intron.value.exons, [4, 5]);
});

test('the first exon that a partner on the minus strand keeps lies downstream of the breakpoint', () => {
  const ntrk3 = gene('NTRK3');
  const exon = transcriptOf(ntrk3)?.exons.find((each) => each.number === 14);
  assert.ok(exon !== undefined);
  const acceptor = (position: number) => {
    const found = acceptorAt(ntrk3, { build: 'GRCh38', chromosome: '15', position });
    return found.kind === 'known' ? [found.value.exon, found.value.distance] : found.reason;
  };
  assert.deepEqual(acceptor(exon.genomicEnd), [14, 0]);
  assert.deepEqual(acceptor(exon.genomicEnd + 50), [14, 50]);
  assert.deepEqual(acceptor(exon.genomicEnd - 1), [14, 1]);
});

test('another chromosome, another build and a gene without exons are unknown', () => {
  const at = { build: 'GRCh38' as const, chromosome: '4', position: 54733155 };
  assert.deepEqual(codingOfGenomicPosition(gene('KIT'), { ...at, chromosome: '5' }), {
    kind: 'unknown',
    reason: 'outside',
  });
  assert.deepEqual(codingOfGenomicPosition(gene('KIT'), at), { kind: 'unknown', reason: 'noExons' });
  assert.deepEqual(codingOfGenomicPosition(gene('MCL1'), at), { kind: 'unknown', reason: 'noExons' });
});

test('every coding base of every transcript held on two builds is the same base on both', () => {
  const both = ['ALK', 'RET', 'BRAF', 'FGFR3', 'ROS1'].map(gene);
  fc.assert(
    fc.property(fc.constantFrom(...both), fc.double({ min: 0, max: 1, noNaN: true }), (model, share) => {
      for (const transcript of model.transcripts) {
        const other = transcriptOnBuild(transcript, transcript.build === 'GRCh37' ? 'GRCh38' : 'GRCh37');
        if (other === undefined) continue;
        const index = Math.min(transcript.exons.length - 1, Math.floor(share * transcript.exons.length));
        const [a, b] = [transcript.exons[index], other.exons[index]];
        assert.deepEqual(a?.cds, b?.cds);
        assert.equal(a?.number, b?.number);
      }
    }),
  );
});
