/** Reading frame and kinase of the ETV6-NTRK3 fusion of paper 001, and what its exon numbers leave open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  type FusionPartner,
  type FusionReadings,
  fusionAtBreakpoints,
  fusionReadings,
  inFrameWithKinase,
  keptOnIsoforms,
} from './index.ts';

function known(five: FusionPartner, three: FusionPartner, inserted = 0) {
  const readings = fusionReadings(five, three, inserted);
  assert.ok(readings.kind === 'known');
  return readings;
}

const etv6 = { gene: 'ETV6', exon: 4, transcript: 'ENST00000396373' };
const ntrk3 = { gene: 'NTRK3', exon: 14, transcript: 'ENST00000629765.3' };

test('ETV6 exon 4 with NTRK3 exon 14 on the MANE transcripts: in frame, 528 residues, PNT kept, kinase whole', () => {
  const { reference, distinct, agree, everyReading, caveat } = known(etv6, ntrk3);
  assert.equal(reference.frame, 'inFrame');
  assert.equal(reference.proteinLength, 528);
  assert.equal(reference.kinase, 'whole');
  const retained = new Map(reference.domains.map((domain) => [domain.label, domain.retainedPercent]));
  assert.equal(retained.get('SAM_PNT-Tel_Yan'), 100);
  assert.equal(retained.get('Ets'), 0);
  assert.equal(retained.get('PTKc_TrkC'), 100);
  assert.equal(retained.get('Pkinase_Tyr'), 100);
  assert.equal(retained.get('LRRCT'), 0);
  assert.equal(distinct.length, 1);
  assert.ok(agree);
  assert.equal(everyReading, 'met');
  assert.equal(caveat, undefined);
});

/** Exon 5 with exon 15 of the MANE transcripts has 647 residues in EasyFuse's test output too. */
const frames: readonly (readonly [number, number, string, number | undefined, string])[] = [
  [4, 14, 'inFrame', 528, 'whole'],
  [4, 15, 'inFrame', 465, 'whole'],
  [5, 15, 'inFrame', 647, 'whole'],
  [5, 14, 'inFrame', 710, 'whole'],
  [4, 16, 'outOfFrame', undefined, 'lost'],
  // ETV6 exon 2 ends with c.163, exon 1 with c.33.
  [2, 14, 'inFrame', 428, 'whole'],
  [1, 14, 'outOfFrame', undefined, 'lost'],
  [4, 18, 'outOfFrame', undefined, 'lost'],
];

test('frame, length and kinase of other junctions of the same pair', () => {
  for (const [five, three, frame, length, kinase] of frames) {
    const { reference } = known({ ...etv6, exon: five }, { ...ntrk3, exon: three });
    assert.deepEqual(
      [reference.frame, reference.proteinLength, reference.kinase],
      [frame, length, kinase],
      `e${five} e${three}`,
    );
  }
});

test('without transcripts every junction with these exon numbers is kept, the MANE one first', () => {
  const readings = known({ gene: 'ETV6', exon: 4 }, { gene: 'NTRK3', exon: 14 });
  assert.equal(readings.reference.three.transcript, 'ENST00000629765.3');
  assert.equal(readings.reference.proteinLength, 528);
  assert.equal(readings.agree, false);
  assert.equal(readings.everyReading, 'unknown');
  assert.match(readings.caveat ?? '', /fits 5 junctions .* 2 of them in frame with the whole kinase/);
  const active = readings.distinct.filter(({ junction }) => inFrameWithKinase(junction) === 'met');
  const transcripts = active.map(({ threeTranscripts }) => threeTranscripts);
  // The isoform without a kinase carries the same acceptor as MANE; it must not make the junction "lost".
  assert.ok(transcripts[0]?.includes('ENST00000317501.9'));
  assert.ok(transcripts[0]?.includes('NM_001012338.2'));
  // The acceptor that is exon 15 on MANE, on both genome builds.
  assert.deepEqual(transcripts[1]?.toSorted(), ['ENST00000357724.6', 'ENST00000360948']);
});

const unknowns: readonly (readonly [FusionPartner, FusionPartner, string])[] = [
  [{ gene: 'ETV6' }, { gene: 'NTRK3' }, 'noExonNumber'],
  [{ gene: 'ETV6', exon: 4 }, { gene: 'PDGFRA', exon: 12 }, 'noExons'],
  [{ gene: 'ETV6', exon: 99 }, { gene: 'NTRK3', exon: 14 }, 'outside'],
  [{ gene: 'NOSUCH', exon: 1 }, { gene: 'NTRK3', exon: 14 }, 'geneUnknown'],
];

test('an isoform that is not held may read otherwise: no denial where no transcript is named', () => {
  const named = known(
    { gene: 'TPM3', exon: 7, transcript: 'NM_152263' },
    { gene: 'NTRK1', exon: 10, transcript: 'NM_002529' },
  );
  assert.deepEqual([named.everyReading, named.openIsoforms, keptOnIsoforms(named)], ['unmet', [], 'unmet']);
  const open = known({ gene: 'TPM3', exon: 7 }, { gene: 'NTRK1', exon: 10 });
  assert.equal(open.reference.frame, 'outOfFrame');
  assert.deepEqual(
    [open.everyReading, open.openIsoforms, keptOnIsoforms(open)],
    ['unknown', ['TPM3', 'NTRK1'], 'unknown'],
  );
  const kept = known({ gene: 'TPM3', exon: 8 }, { gene: 'NTRK1', exon: 10 });
  assert.deepEqual([kept.everyReading, keptOnIsoforms(kept)], ['met', 'met']);
});

test('what is not known is said to be unknown', () => {
  for (const [five, three, reason] of unknowns)
    assert.deepEqual(fusionReadings(five, three), { kind: 'unknown', reason } satisfies
      | FusionReadings
      | object);
});

test('inserted bases shift the frame with period three', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), (inserted) => {
      const { reference } = known(etv6, ntrk3, inserted);
      assert.equal(reference.frame, inserted % 3 === 0 ? 'inFrame' : 'outOfFrame');
      if (inserted % 3 === 0) assert.equal(reference.proteinLength, 528 + inserted / 3);
    }),
  );
});

test('a named isoform without the kinase fixes the junction and does not decide the kinase', () => {
  const { reference, distinct } = known(etv6, { gene: 'NTRK3', exon: 14, transcript: 'ENST00000317501' });
  assert.equal(reference.kinase, 'whole');
  assert.equal(reference.three.transcript, 'ENST00000629765.3');
  const pair = distinct[0]?.pairs.find(({ three }) => three.transcript === 'ENST00000317501.9');
  assert.equal(pair?.kinase, 'none');
  assert.equal(pair?.frame, 'inFrame');
});

test('all transcripts with the same borders are looked at, whatever number the exon has on them', () => {
  const { distinct } = known(etv6, ntrk3);
  const pairs = distinct[0]?.pairs ?? [];
  assert.equal(pairs[0]?.three.isReference, true);
  assert.ok(new Set(pairs.map(({ three }) => three.exon)).size > 1);
  assert.ok(pairs.every(({ frame }) => frame === 'inFrame'));
});

test('two partners that are one gene are no fusion', () => {
  assert.deepEqual(fusionReadings({ gene: 'EGFR', exon: 1 }, { gene: 'EGFR', exon: 8 }), {
    kind: 'unknown',
    reason: 'sameGene',
  });
});

/** SeraSeq reference material, ETV6::NTRK3: the borders of exons 5 and 15 on GRCh38; the same borders on GRCh37 for ETV6. */
test('RNA breakpoints at exon borders, DNA breakpoints in the introns beside them', () => {
  const rna = fusionAtBreakpoints(
    { gene: 'ETV6', chromosome: 'chr12', position: 11_869_969 },
    { gene: 'NTRK3', chromosome: 'chr15', position: 87_940_753 },
    { build: 'GRCh38', level: 'rna' },
  );
  assert.ok(rna.kind === 'known');
  assert.deepEqual(
    [rna.reference.five.exon, rna.reference.three.exon, rna.reference.proteinLength, rna.reference.kinase],
    [5, 15, 647, 'whole'],
  );
  const dna = fusionAtBreakpoints(
    { gene: 'ETV6', chromosome: '12', position: 11_869_969 + 3000 },
    { gene: 'NTRK3', chromosome: '15', position: 87_940_753 + 3000 },
    { build: 'GRCh38', level: 'dna' },
  );
  assert.ok(dna.kind === 'known');
  assert.deepEqual(dna.reference, rna.reference);
  const retained = fusionAtBreakpoints(
    { gene: 'ETV6', position: 11_869_969 + 3000 },
    { gene: 'NTRK3', position: 87_940_753 },
    { build: 'GRCh38', level: 'rna' },
  );
  assert.ok(retained.kind === 'known');
  assert.deepEqual([retained.reference.five.offset, retained.reference.frame], [3000, 'needsSequence']);
});

const elsewhere: readonly (readonly [string, string, number, 'GRCh37' | 'GRCh38', 'rna' | 'dna', string])[] =
  [
    ['another chromosome', 'chr1', 11_869_969, 'GRCh38', 'rna', 'outside'],
    ['outside the gene', 'chr12', 1000, 'GRCh38', 'rna', 'outside'],
    ['a DNA break within an exon', 'chr12', 11_869_900, 'GRCh38', 'dna', 'breakInExon'],
  ];

test('breakpoints that no transcript explains stay unknown', () => {
  for (const [name, chromosome, position, build, level, reason] of elsewhere)
    assert.deepEqual(
      fusionAtBreakpoints(
        { gene: 'ETV6', chromosome, position },
        { gene: 'NTRK3', position: 87_940_753 + (level === 'dna' ? 3000 : 0) },
        { build, level },
      ),
      { kind: 'unknown', reason },
      name,
    );
});

/** GenBank AB274722, EML4-ALK variant 1 of Soda 2007 (PMID 17625570): exon 13 with exon 20, 1059 residues. */
test('EML4 exon 13 with ALK exon 20 makes the 1059 residues of the published variant 1', () => {
  const { reference } = known({ gene: 'EML4', exon: 13 }, { gene: 'ALK', exon: 20 });
  assert.deepEqual([reference.frame, reference.proteinLength, reference.kinase], ['inFrame', 1059, 'whole']);
});

test('transcripts with the same coding exons are one side that names them all', () => {
  const { reference, distinct } = known(etv6, ntrk3);
  assert.deepEqual(reference.five.same, ['NM_001987.4']);
  assert.ok(reference.three.same?.includes('NM_001012338.2'));
  const ends = (distinct[0]?.pairs ?? []).map(({ three }) => `${three.transcript} ${three.exon}`);
  assert.equal(new Set(ends).size, ends.length);
});

/**
 * Junctions published by their exons as in frame with the kinase: EML4-ALK variants 1, 2, 3a and 4 (variant 4 has eleven
 * bases inserted and lacks the first 49 of ALK exon 20), KIF5B-RET with 977 residues (Kohno 2012),
 * KIF5B-ALK, TPM3-NTRK1, CD74-ROS1, AKAP9-BRAF.
 */
const published: readonly (readonly [string, number, string, number, offset?: number, inserted?: number])[] =
  [
    ['EML4', 13, 'ALK', 20],
    ['EML4', 20, 'ALK', 20],
    ['EML4', 6, 'ALK', 20],
    ['EML4', 14, 'ALK', 20, 49, 11],
    ['KIF5B', 15, 'RET', 12],
    ['KIF5B', 24, 'ALK', 20],
    ['TPM3', 8, 'NTRK1', 10],
    ['CD74', 6, 'ROS1', 34],
    ['AKAP9', 8, 'BRAF', 9],
  ];

test('junctions published as in frame are, with the whole kinase', () => {
  for (const [five, fiveExon, three, threeExon, offset = 0, inserted = 0] of published) {
    const { reference } = known(
      { gene: five, exon: fiveExon },
      { gene: three, exon: threeExon, offset },
      inserted,
    );
    assert.deepEqual(
      [reference.frame, reference.kinase],
      ['inFrame', 'whole'],
      `${five} ${fiveExon} ${three}`,
    );
  }
  assert.equal(known({ gene: 'EML4', exon: 14 }, { gene: 'ALK', exon: 20 }).reference.frame, 'outOfFrame');
  const { reference } = known({ gene: 'KIF5B', exon: 15 }, { gene: 'RET', exon: 12 });
  assert.equal(reference.proteinLength, 977);
});
