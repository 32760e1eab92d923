/** Reading frame and kinase of the ETV6-NTRK3 fusion of paper 001, and what its exon numbers leave open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  type FusionPartner,
  type FusionReadings,
  fusionReadings,
  geneOf,
  inFrameWithKinase,
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

test('a transcript joined to itself at neighbouring exons is its own protein', () => {
  const transcript = geneOf('NTRK3')?.transcripts[0];
  assert.ok(transcript !== undefined);
  for (const exon of transcript.exons.filter((each) => each.cds !== undefined).slice(0, -1)) {
    const { reference } = known(
      { gene: 'NTRK3', exon: exon.number, transcript: transcript.id },
      { gene: 'NTRK3', exon: exon.number + 1, transcript: transcript.id },
    );
    assert.equal(reference.frame, 'inFrame');
    assert.equal(reference.proteinLength, transcript.proteinLength, `exon ${exon.number}`);
  }
});
