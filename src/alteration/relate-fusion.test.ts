/** Rules by which a fusion meets, or does not meet, what a statement asks of one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fusion } from './alteration.ts';
import { readFusion } from './read-fusion.ts';
import { type FusionRequirement, relateFusion } from './relate-fusion.ts';

function fusionOf(text: string): Fusion {
  const found = readFusion(text, text)?.fusion;
  assert.ok(found !== undefined, text);
  return found;
}

const any = (...genes: string[]): FusionRequirement => ({ genes, inFrameWithKinase: false });
const active = (...genes: string[]): FusionRequirement => ({ genes, inFrameWithKinase: true });

type Row = readonly [finding: string, wanted: FusionRequirement, truth: string, resolution: string];

const kinase: readonly Row[] = [
  ['ETV6:e.4::NTRK3:e.14', any('NTRK3'), 'met', 'fusion'],
  // On the reference transcripts this junction is out of frame.
  ['ETV6:e.4::NTRK3:e.16', any('NTRK3'), 'unmet', 'fusion'],
  ['ETV6::NTRK3 fusion, out of frame', any('NTRK3'), 'unmet', 'fusion'],
  ['ETV6::NTRK3 fusion, kinase domain lost', any('NTRK3'), 'unmet', 'fusion'],
  // The end of NTRK3, with its kinase, is left out.
  ['NTRK3::ETV6', any('NTRK3'), 'unmet', 'fusion'],
  ['ETV6::NTRK3', any('NTRK3'), 'met', 'fusion'],
  ['ETV6::NTRK3', active('NTRK3'), 'unknown', 'fusion'],
  ['ETV6:e.4::NTRK3:e.14', active('NTRK1', 'NTRK2', 'NTRK3'), 'met', 'fusion'],
  ['ETV6::NTRK3 fusion, in frame', active('NTRK3'), 'unknown', 'fusion'],
  // A gene without a kinase is asked for its fusion alone.
  ['NTRK3::ETV6', any('ETV6'), 'met', 'fusion'],
  // The isoform without a kinase does not decide.
  ['ETV6:e.4::ENST00000317501(NTRK3):e.14', active('NTRK3'), 'met', 'fusion'],
  // Forty bases of exon 1 lie before the start codon of ETV6: the promoter alone is exchanged.
  ['ETV6:e.1-40::KIT:e.1', any('KIT'), 'met', 'fusion'],
  ['ETV6:e.1-40::KIT:e.1', active('KIT'), 'unknown', 'fusion'],
];

const oneModel: readonly Row[] = [
  // The 5' gene has no model: the 3' kinase decides, the frame is the report's.
  ['GENEA1:e.6::NTRK3:e.14 fusion, in frame', active('NTRK3'), 'met', 'fusion'],
  ['GENEA1:e.6::NTRK3:e.14', active('NTRK3'), 'unknown', 'fusion'],
  ['GENEA1:e.6::NTRK3:e.18 fusion, in frame', active('NTRK3'), 'unmet', 'fusion'],
  ['GENEA1:e.6::NTRK3:e.18', any('NTRK3'), 'unmet', 'fusion'],
];

const partners: readonly Row[] = [
  ['ETV6::NTRK3', { ...any('ETV6'), partner: 'PDGFRB' }, 'unmet', 'sameGene'],
  ['ETV6::NTRK3', { ...any('PDGFRB'), partner: 'ETV6' }, 'unmet', 'none'],
  ['ETV6::NTRK3', { ...any('NTRK3'), partner: 'ETV6' }, 'met', 'fusion'],
  ['NTRK3 fusion', { ...any('NTRK3'), partner: 'ETV6' }, 'unknown', 'sameGene'],
  ['?::NTRK3', { ...any('NTRK3'), partner: 'ETV6' }, 'unknown', 'sameGene'],
  ['v::BRAF', { ...any('BRAF'), partner: 'AKAP9' }, 'unknown', 'sameGene'],
  ['TPM3::NTRK1', any('NTRK1', 'NTRK2', 'NTRK3'), 'met', 'fusion'],
];

const order: readonly Row[] = [
  ['ETV6::NTRK3', { ...any('ETV6'), partner: 'NTRK3', side: 'five' }, 'met', 'fusion'],
  ['NTRK3::ETV6', { ...any('ETV6'), partner: 'NTRK3', side: 'five' }, 'unmet', 'sameGene'],
  ['NTRK3-ETV6', { ...any('ETV6'), partner: 'NTRK3', side: 'five' }, 'met', 'fusion'],
];

/** The one isoform of TPM3 held (NM_152263) is not the agreed one; NTRK1 is held on NM_002529. */
const isoforms: readonly Row[] = [
  // Out of frame on the isoform held, and no transcript named: another isoform may be meant.
  ['TPM3:e.7::NTRK1:e.10', active('NTRK1'), 'unknown', 'fusion'],
  ['TPM3:e.7::NTRK1:e.10', any('NTRK1'), 'unknown', 'fusion'],
  ['TPM3 exon 7::NTRK1 exon 10', active('NTRK1'), 'unknown', 'fusion'],
  ['TPM3:e.7::NM_002529(NTRK1):e.10', active('NTRK1'), 'unknown', 'fusion'],
  ['EML4:e.14::ALK:e.20', active('ALK'), 'unknown', 'fusion'],
  // Both named: the verdict is that of the transcripts.
  ['NM_152263(TPM3):e.7::NM_002529(NTRK1):e.10', active('NTRK1'), 'unmet', 'fusion'],
  ['NM_152263(TPM3):e.7::NM_002529(NTRK1):e.10', any('NTRK1'), 'unmet', 'fusion'],
  ['TPM3:e.7::NTRK1:e.10 fusion, out of frame', active('NTRK1'), 'unmet', 'fusion'],
  // In frame on the isoform held: met, with its assumption.
  ['TPM3:e.8::NTRK1:e.10', active('NTRK1'), 'met', 'fusion'],
  // The agreed isoforms of both are held, and every other one that is held denies it too.
  ['ETV6:e.4::NTRK3:e.16', active('NTRK3'), 'unmet', 'fusion'],
  // One partner alone: the kinase is cut on the isoform held, which is not the agreed one, or on the named one.
  ['GENEA1:e.6::NTRK1:e.15 fusion, in frame', active('NTRK1'), 'unknown', 'fusion'],
  ['GENEA1:e.6::NM_002529(NTRK1):e.15 fusion, in frame', active('NTRK1'), 'unmet', 'fusion'],
  // Whatever the isoform, the end of NTRK1 with its kinase is left out.
  ['NTRK1:e.9::TPM3:e.8', active('NTRK1'), 'unmet', 'fusion'],
];

test('a verdict on isoforms held says what it assumes', () => {
  const open = relateFusion(fusionOf('TPM3:e.7::NTRK1:e.10'), active('NTRK1'));
  assert.match(open.sentence, /on the isoforms held; others of TPM3 and NTRK1 may differ/);
  const kept = relateFusion(fusionOf('TPM3:e.8::NTRK1:e.10'), active('NTRK1'));
  assert.match(kept.sentence, /assumes that the exons of TPM3 and NTRK1/);
  const agreed = relateFusion(fusionOf('ETV6:e.4::NTRK3:e.14'), active('NTRK3'));
  assert.doesNotMatch(agreed.sentence, /assumes/);
});

for (const [name, rows] of Object.entries({ kinase, oneModel, partners, order, isoforms }))
  test(`${name}: each finding against each requirement`, () => {
    for (const [text, wanted, truth, resolution] of rows) {
      const relation = relateFusion(fusionOf(text), wanted);
      assert.deepEqual(
        [relation.truth, relation.resolution],
        [truth, resolution],
        `${text}: ${relation.sentence}`,
      );
      assert.notEqual(relation.sentence, '');
    }
  });

test('each answer names the rule that decided', () => {
  const rules = [kinase, partners, order].flatMap((rows) =>
    rows.map(([text, wanted]) => relateFusion(fusionOf(text), wanted).rule),
  );
  assert.deepEqual(
    new Set(rules),
    new Set([
      'fusionOfGene',
      'fusionKinaseKept',
      'fusionKinaseLost',
      'fusionKinaseOpen',
      'otherGene',
      'otherPartner',
      'partnerOpen',
      'otherSide',
    ]),
  );
});

test('an event within one gene is no fusion, whatever a record calls it', () => {
  const within: Fusion = {
    kind: 'fusion',
    five: { gene: 'EGFR', exon: 1 },
    three: { gene: 'EGFR', exon: 8 },
    isOrderStated: true,
    printed: 'EGFR-EGFR fusion',
  };
  const relation = relateFusion(within, any('EGFR'));
  assert.deepEqual([relation.truth, relation.resolution], ['unmet', 'sameGene']);
  assert.match(relation.sentence, /within one gene/);
});
