/** Findings of papers 000 to 002 against patterns: what counts, what does not, and what stays open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Truth } from '../truth/index.ts';
import {
  type Alteration,
  type AlterationPattern,
  alterationPattern,
  patternText,
  type Resolution,
  readAlteration,
  relateAlteration,
  relateFindings,
} from './index.ts';

function read(text: string): Alteration {
  const { value, issues } = readAlteration(text);
  assert.ok(value !== undefined, `${text}: ${issues[0]?.message}`);
  return value;
}

const kit = (variant: string): AlterationPattern => ({ gene: 'KIT', variant });
const exon11: AlterationPattern = { gene: 'KIT', exon: 11 };
const activating11: AlterationPattern = { gene: 'KIT', exon: 11, type: 'activating' };
const deletion11: AlterationPattern = { gene: 'KIT', exon: 11, type: 'inFrameDeletion' };
const anyKit: AlterationPattern = { gene: 'KIT', anyMutation: true };
const amplifiedKit: AlterationPattern = { gene: 'KIT', amplification: true };
const trk: AlterationPattern = { fusionOf: ['NTRK1', 'NTRK2', 'NTRK3'], inFrameWithKinase: true };

type Row = readonly [finding: string, pattern: AlterationPattern, truth: Truth, resolution: Resolution];

const exact: readonly Row[] = [
  ['KIT L576P', kit('L576P'), 'met', 'exact'],
  ['KIT p.Leu576Pro', kit('L576P'), 'met', 'exact'],
  ['KIT c.1727T>C', kit('L576P'), 'met', 'exact'],
  ['KIT V560del', kit('c.1679_1681del'), 'met', 'exact'],
  // Valines 559 and 560 cannot be told apart.
  ['KIT V559del', kit('V560del'), 'met', 'exact'],
  ['KIT V560A', kit('V560del'), 'unmet', 'sameCodonOtherAllele'],
  ['KIT V560A', kit('V560D'), 'unmet', 'sameCodonOtherAllele'],
  ['KIT K642I', kit('K642E'), 'unmet', 'sameCodonOtherAllele'],
  ['KIT D579del', kit('V560del'), 'unmet', 'sameGene'],
  ['KIT V559_E561del', kit('V560del'), 'unmet', 'overlapping'],
  ['KIT N655K', kit('K642E'), 'unmet', 'sameGene'],
  ['PDGFRA D842V', kit('D816V'), 'unmet', 'none'],
  ['KIT amplification', kit('L576P'), 'unmet', 'sameGene'],
  // Only the exon is reported.
  ['KIT exon 11 mutation', kit('L576P'), 'unknown', 'sameGene'],
  ['KIT exon 9 mutation', kit('L576P'), 'unmet', 'sameGene'],
  ['KIT mutation', kit('L576P'), 'unknown', 'sameGene'],
  // Notations that contradict each other decide nothing at their place.
  ['KIT c.1727T>G p.L576P', kit('L576P'), 'unknown', 'sameGene'],
  // Without a coding sequence a coding change and a protein change at one codon cannot be compared.
  ['PDGFRA c.2525A>T', { gene: 'PDGFRA', variant: 'D842V' }, 'unknown', 'overlapping'],
  ['PDGFRA c.1682T>A', { gene: 'PDGFRA', variant: 'D842V' }, 'unmet', 'sameGene'],
  ['BAP1 c.2056+1G>A', { gene: 'BAP1', variant: 'c.2056+1G>A' }, 'met', 'exact'],
];

const doubtful: readonly Row[] = [
  ['KIT N882Y', kit('N822K'), 'unmet', 'sameGene'],
  ['KIT N882Y', kit('N822Y'), 'unknown', 'sameGene'],
  ['KIT N882Y', kit('N882Y'), 'unknown', 'sameGene'],
  ['KIT N882Y', kit('M882I'), 'unknown', 'sameGene'],
  ['KIT N822Y', kit('N882Y'), 'unknown', 'sameGene'],
  ['KIT N882Y', { gene: 'KIT', exon: 17 }, 'unknown', 'exon'],
  ['KIT N882Y', { gene: 'KIT', codons: [788, 828] }, 'unknown', 'codons'],
  ['KIT N882Y', anyKit, 'met', 'gene'],
  ['KIT M537L', kit('M541L'), 'unknown', 'sameGene'],
  ['KIT M537L', { gene: 'KIT', exon: 10 }, 'met', 'exon'],
  ['BAP1 2056+1C>T', { gene: 'BAP1', variant: 'c.2056+1G>A' }, 'unknown', 'sameGene'],
  ['BAP1 2056+1C>T', { gene: 'BAP1', anyMutation: true, type: 'truncating' }, 'met', 'gene'],
];

const regions: readonly Row[] = [
  ['KIT V560del', exon11, 'met', 'exon'],
  ['KIT L576P', exon11, 'met', 'exon'],
  ['KIT exon 11 mutation', exon11, 'met', 'exon'],
  ['KIT K642E', exon11, 'unmet', 'sameGene'],
  ['KIT V560del', deletion11, 'met', 'exon'],
  ['KIT D579del', deletion11, 'met', 'exon'],
  ['KIT W557_V559delinsF', deletion11, 'met', 'exon'],
  ['KIT L576P', deletion11, 'unmet', 'sameGene'],
  ['KIT exon 11 mutation', deletion11, 'unknown', 'exon'],
  ['KIT activating exon 11 mutation', activating11, 'met', 'exon'],
  ['KIT L576P', activating11, 'unknown', 'exon'],
  ['KIT K642E', activating11, 'unmet', 'sameGene'],
  // Codon 592 is split by an intron.
  ['KIT G592A', exon11, 'unknown', 'exon'],
  ['KIT K550_G592del', exon11, 'unknown', 'exon'],
  ['KIT V560=', exon11, 'unmet', 'sameGene'],
  ['KIT mutation', exon11, 'unknown', 'exon'],
  ['SSTR2 T67A', { gene: 'SSTR2', exon: 1 }, 'unknown', 'exon'],
  ['PDGFRA D842V', { gene: 'PDGFRA', exon: 18 }, 'met', 'exon'],
  ['PDGFRA exon 18 D842V', { gene: 'PDGFRA', exon: 18 }, 'met', 'exon'],
  ['KIT D816V', { gene: 'KIT', exon: 17, excluding: ['D816V'] }, 'unmet', 'sameGene'],
  ['KIT N822K', { gene: 'KIT', exon: 17, excluding: ['D816V'] }, 'met', 'exon'],
  ['KIT exon 17 mutation', { gene: 'KIT', exon: 17, excluding: ['D816V'] }, 'unknown', 'exon'],
  ['KIT L576P', { gene: 'KIT', exon: [11, 13, 17] }, 'met', 'exon'],
  ['KIT D816V', { gene: 'KIT', codons: [816, 816] }, 'met', 'codons'],
  ['KIT L576P', { gene: 'c-KIT', anyMutation: true }, 'met', 'gene'],
  ['KIT L576P', { gene: 'KIT', anyMutation: true, type: 'truncating' }, 'unmet', 'sameGene'],
  ['TP53 R213*', { gene: 'TP53', anyMutation: true, type: 'truncating' }, 'met', 'gene'],
  ['RB1 c.100del', { gene: 'RB1', anyMutation: true, type: 'truncating' }, 'met', 'gene'],
];

const copies: readonly Row[] = [
  ['KIT amplification', amplifiedKit, 'met', 'copyNumber'],
  ['KIT amplification', anyKit, 'unmet', 'sameGene'],
  ['KIT L576P', amplifiedKit, 'unmet', 'sameGene'],
  ['KIT gain', amplifiedKit, 'unmet', 'sameGene'],
  ['PDGFRA amp', amplifiedKit, 'unmet', 'none'],
  ['CDKN2A deletion', { gene: 'CDKN2A', copyNumber: 'deletion' }, 'met', 'copyNumber'],
  ['CDKN2A deletion', { gene: 'CDKN2A', copyNumber: 'deepDeletion' }, 'unknown', 'copyNumber'],
  ['CDKN2A homozygous deletion', { gene: 'CDKN2A', copyNumber: 'deletion' }, 'met', 'copyNumber'],
  ['MET amp', { gene: 'MET', copyNumber: 'gain' }, 'met', 'copyNumber'],
];

const fusions: readonly Row[] = [
  ['fusion of exon 4 of ETV6 with exon 14 of NTRK3', trk, 'met', 'fusion'],
  ['ETV6:e.4::NTRK3:e.16', trk, 'unmet', 'fusion'],
  ['ETV6::NTRK3', trk, 'unknown', 'fusion'],
  ['ETV6::NTRK3', { fusionOf: 'NTRK3' }, 'met', 'fusion'],
  ['NTRK3 fusion', trk, 'unknown', 'fusion'],
  ['ETV6::NTRK3 fusion, in frame, kinase domain retained', trk, 'met', 'fusion'],
  ['ETV6::NTRK3 fusion, out of frame', trk, 'unmet', 'fusion'],
  ['NTRK3::ETV6', trk, 'unmet', 'fusion'],
  // With a hyphen the order of the partners is custom, not a statement.
  ['NTRK3-ETV6', trk, 'unknown', 'fusion'],
  ['ETV6::PDGFRB', trk, 'unmet', 'none'],
  ['ETV6::NTRK3', { fusionOf: 'ETV6', partner: 'PDGFRB' }, 'unmet', 'sameGene'],
  ['NTRK3 fusion', { fusionOf: 'NTRK3', partner: 'ETV6' }, 'unknown', 'sameGene'],
  ['NTRK3 amplification', trk, 'unmet', 'sameGene'],
  ['NTRK3 p.G623R', trk, 'unmet', 'sameGene'],
  ['KIT L576P', trk, 'unmet', 'none'],
  ['ETV6::NTRK3', { gene: 'NTRK3', anyMutation: true }, 'unmet', 'sameGene'],
];

for (const [name, rows] of Object.entries({ exact, doubtful, regions, copies, fusions }))
  test(`${name}: truth and resolution`, () => {
    for (const [finding, pattern, truth, resolution] of rows) {
      const relation = relateAlteration(read(finding), pattern);
      const text = `${finding} against ${patternText(pattern)}: ${relation.sentence}`;
      assert.deepEqual([relation.truth, relation.resolution], [truth, resolution], text);
      assert.notEqual(relation.sentence, '', text);
      assert.equal(relation.reason !== undefined, truth === 'unknown', text);
    }
  });

test('amplification alone: a mutation of the same gene undoes it, an unstated one leaves it open', () => {
  const alone: AlterationPattern = { gene: 'KIT', amplification: true, alone: true };
  const amplification = read('KIT amplification');
  assert.equal(relateAlteration(amplification, alone).truth, 'unknown');
  assert.equal(relateAlteration(amplification, alone, { otherFindings: [read('PDGFRA amp')] }).truth, 'met');
  const withMutation = relateAlteration(amplification, alone, { otherFindings: [read('KIT W557G')] });
  assert.equal(withMutation.truth, 'unmet');
  assert.match(withMutation.sentence, /W557G/);
});

test('an activating call comes with its basis, and sources that differ leave it open', () => {
  const finding = read('KIT L576P');
  const call = { effect: 'activating', basis: 'curated' } as const;
  const met = relateAlteration(finding, activating11, { effectOf: () => call });
  assert.equal(met.truth, 'met');
  assert.match(met.sentence, /curated/);
  const neutral = { effect: 'neutral', basis: 'functional assay' } as const;
  assert.equal(relateAlteration(finding, activating11, { effectOf: () => neutral }).truth, 'unmet');
  const called = read('KIT activating L576P');
  const conflict = relateAlteration(called, activating11, { effectOf: () => neutral });
  assert.deepEqual([conflict.truth, conflict.reason], ['unknown', 'conflicting']);
});

test('the sentence on the ETV6-NTRK3 fusion names frame, length, transcripts and the other junctions', () => {
  const { sentence } = relateAlteration(read('ETV6:e.4::NTRK3:e.14'), trk);
  assert.match(sentence, /in frame, 528 residues, with the whole kinase domain/);
  assert.match(sentence, /ENST00000396373\.8 and ENST00000629765\.3/);
  assert.match(sentence, /Other transcripts/);
});

test('of several findings the nearest is taken: paper 002, patient 13', () => {
  const findings = ['KIT W557G', 'KIT amplification', 'PDGFRA amp'].map(read);
  assert.equal(relateFindings(findings, kit('W557R'))?.relation.resolution, 'sameCodonOtherAllele');
  assert.equal(relateFindings(findings, exon11)?.relation.truth, 'met');
  assert.equal(
    relateFindings(findings, { gene: 'KIT', amplification: true, alone: true })?.relation.truth,
    'unmet',
  );
  assert.equal(relateFindings([], exon11), undefined);
});

test('in paper 002, six patients have L576P and none has the variant of patients 8, 13 or 14 as well', () => {
  const table =
    'L576P L576P L576P L576P L576P L576P T304A N655K D579del M537L I571V V560A W557G K642E K642I N882Y'.split(
      ' ',
    );
  const same = (variant: string): number =>
    table.filter((each) => relateAlteration(read(`KIT ${each}`), kit(variant)).truth === 'met').length;
  assert.equal(same('L576P'), 6);
  for (const variant of ['N655K', 'W557G', 'K642E']) assert.equal(same(variant), 1);
  assert.equal(same('V560del'), 0);
  assert.equal(same('N822K'), 0);
});

const texts: readonly (readonly [AlterationPattern, string])[] = [
  [kit('p.Leu576Pro'), 'KIT L576P'],
  [activating11, 'an activating mutation in KIT exon 11'],
  [deletion11, 'an in-frame deletion in KIT exon 11'],
  [
    { gene: 'c-KIT', exon: [11, 13], type: 'missense', excluding: ['V654A'] },
    'a missense mutation in KIT exon 11 or 13, except V654A',
  ],
  [anyKit, 'any mutation of KIT'],
  [{ gene: 'KIT', codons: [816, 816] }, 'any mutation in KIT codon 816'],
  [{ gene: 'KIT', amplification: true, alone: true }, 'KIT amplification without a mutation of KIT'],
  [{ gene: 'CDKN2A', copyNumber: 'deepDeletion' }, 'CDKN2A homozygous deletion'],
  [trk, 'a fusion of NTRK1 or NTRK2 or NTRK3, in frame with the whole kinase domain'],
];

test('a pattern reads as a sentence, and is plain data that the schema accepts', () => {
  for (const [pattern, text] of texts) {
    assert.equal(patternText(pattern), text);
    assert.deepEqual(alterationPattern.parse(JSON.parse(JSON.stringify(pattern))), pattern);
  }
});

test('the schema refuses what is not a pattern', () => {
  const wrong: readonly unknown[] = [
    {},
    { gene: 'KIT' },
    { gene: 'KIT', variant: 'V560' },
    { gene: 'KIT', variant: 'amplification' },
    { gene: 'KIT', exon: 0 },
    { gene: 'KIT', exon: 11, type: 'bad' },
    { gene: 'KIT', exon: 11, extra: 1 },
    { gene: '', anyMutation: true },
    { fusionOf: [] },
    { gene: 'KIT', anyMutation: false },
  ];
  for (const each of wrong)
    assert.equal(alterationPattern.safeParse(each).success, false, JSON.stringify(each));
});
