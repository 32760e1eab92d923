/**
 * The rules one by one, each with the trap that it is there for, and the table in docs/alteration-relations.md.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Truth } from '../truth/index.ts';
import {
  type Alteration,
  type AlterationPattern,
  isAlteration,
  type Notation,
  type RelationContext,
  type RelationRule,
  readNotation,
  relateAlteration,
  relateNotation,
  relateTree,
  relationRules,
} from './index.ts';

function notation(text: string): Notation {
  const { value, issues } = readNotation(text);
  assert.ok(value !== undefined, `${text}: ${issues[0]?.message}`);
  return value;
}

function read(text: string): Alteration {
  const value = notation(text);
  assert.ok(isAlteration(value), text);
  return value;
}

const exact = (gene: string, variant: string): AlterationPattern => ({ gene, variant });
const anyOf = (
  gene: string,
  type: 'truncating' | 'deletion' | 'duplication' | 'inactivating' | 'indel' | 'pointMutation',
): AlterationPattern => ({
  gene,
  anyMutation: true,
  type,
});
const trk: AlterationPattern = { fusionOf: ['NTRK1', 'NTRK2', 'NTRK3'], inFrameWithKinase: true };

/** `EGFR:e.1::EGFR:e.8` as a caller reports it. */
const within = (gene: string, last: number, first: number): Alteration => ({
  kind: 'fusion',
  five: { gene, exon: last },
  three: { gene, exon: first },
  isOrderStated: true,
  printed: `${gene}:e.${last}::${gene}:e.${first}`,
});

type Row = readonly [
  finding: string | Alteration,
  pattern: AlterationPattern,
  truth: Truth,
  rule: RelationRule,
];

const rows: readonly Row[] = [
  // What is said of one change is not said of another one.
  ['KIT p.Val560del', exact('KIT', 'V560del'), 'met', 'sameChange'],
  ['KIT V559del', exact('KIT', 'V560del'), 'met', 'sameAfterShift'],
  ['KIT c.1679_1681del', exact('KIT', 'V560del'), 'met', 'sameAfterShift'],
  ['KIT V560A', exact('KIT', 'V560D'), 'unmet', 'otherAllele'],
  ['KIT V559_E561del', exact('KIT', 'V560del'), 'unmet', 'overlapping'],
  ['KIT N822K', exact('KIT', 'D816V'), 'unmet', 'otherVariant'],
  ['KIT N882Y', exact('KIT', 'N822Y'), 'unknown', 'referenceDoubtful'],
  ['KIT c.1727T>G p.L576P', exact('KIT', 'L576P'), 'unknown', 'notationsDisagree'],
  ['BRAF V600', exact('BRAF', 'V600E'), 'unknown', 'placeOnly'],
  ['BRAF V600', exact('BRAF', 'K601E'), 'unmet', 'otherPlaceOrClass'],
  ['KIT exon 11 deletion', exact('KIT', 'L576P'), 'unmet', 'otherPlaceOrClass'],
  ['TERT promoter mutation', exact('TERT', 'R865H'), 'unmet', 'otherPlaceOrClass'],
  // A delins of equal length is split; what it leaves as it was does not count.
  ['BRAF V600_K601delinsEN', exact('BRAF', 'V600E'), 'unknown', 'partOfDelins'],
  ['BRAF V600_K601delinsEK', exact('BRAF', 'V600E'), 'met', 'sameAfterShift'],
  ['BRAF V600_K601delinsRN', exact('BRAF', 'V600E'), 'unmet', 'overlapping'],
  ['BRAF V600E', exact('BRAF', 'V600_K601delinsEN'), 'unmet', 'overlapping'],

  // Places.
  ['BRAF V600R', { gene: 'BRAF', codons: [600, 600] }, 'met', 'withinCodons'],
  ['BRAF V600_K601delinsEN', { gene: 'BRAF', codons: [600, 600] }, 'unknown', 'beyondCodons'],
  ['KIT exon 17 mutation', { gene: 'KIT', codons: [550, 592] }, 'unmet', 'outsideCodons'],
  ['KIT exon 11 mutation', { gene: 'KIT', codons: [550, 592] }, 'unknown', 'codonUnknown'],
  ['KIT L576P', { gene: 'KIT', codons: [557, 558] }, 'unmet', 'outsideCodons'],
  ['KIT L576P', { gene: 'KIT', exon: 11 }, 'met', 'withinExon'],
  ['KIT L576P', { gene: 'KIT', exon: 9 }, 'unmet', 'outsideExon'],
  // An intron splits codon 592.
  ['KIT K550_G592del', { gene: 'KIT', exon: 11 }, 'unknown', 'spansExons'],
  ['KIT mutation', { gene: 'KIT', exon: 11 }, 'unknown', 'exonUnknown'],
  ['KIT D816V', { gene: 'KIT', region: 'kinaseDomain' }, 'met', 'withinRegion'],
  ['KIT T304A', { gene: 'KIT', region: 'kinaseDomain' }, 'unmet', 'outsideRegion'],
  // The conserved domain table lets the kinase begin before the juxtamembrane segment ends.
  ['KIT V560D', { gene: 'KIT', region: 'kinaseDomain' }, 'unknown', 'regionUnknown'],
  ['TERT promoter mutation', { gene: 'TERT', region: 'promoter' }, 'met', 'withinRegion'],

  // Classes.
  ['KIT V560=', { gene: 'KIT', anyMutation: true }, 'unmet', 'synonymous'],
  ['KIT L576P', anyOf('KIT', 'deletion'), 'unmet', 'otherClass'],
  ['KIT exon 11 deletion', anyOf('KIT', 'truncating'), 'unknown', 'classOpen'],
  ['TP53 R213*', anyOf('TP53', 'truncating'), 'met', 'inGene'],
  ['TP53 c.375+1G>A', anyOf('TP53', 'truncating'), 'met', 'inGene'],
  ['TP53 c.375+5G>A', anyOf('TP53', 'truncating'), 'unknown', 'classOpen'],
  ['VHL M1V', anyOf('VHL', 'truncating'), 'met', 'inGene'],
  ['TP53 c.1000_1001del', anyOf('TP53', 'deletion'), 'met', 'inGene'],
  ['KIT A502_Y503dup', anyOf('KIT', 'duplication'), 'met', 'inGene'],
  ['KIT V560del', anyOf('KIT', 'duplication'), 'unmet', 'otherClass'],
  ['KIT L576P', anyOf('KIT', 'pointMutation'), 'met', 'inGene'],
  // Bases of exon and intron together: a splice site, a frame or some residues may be lost.
  ['KIT c.1648-5_1672del', anyOf('KIT', 'truncating'), 'unknown', 'classOpen'],
  ['KIT c.1648-5_1672del', { gene: 'KIT', exon: 11, type: 'deletion' }, 'met', 'withinExon'],
  // A truncation of an oncogene is not what a range of it means; of a suppressor it is.
  ['KIT R796*', { gene: 'KIT', exon: 17 }, 'unmet', 'truncationInOncogene'],
  ['KIT R796*', { gene: 'KIT', exon: 17, type: 'truncating' }, 'met', 'withinExon'],
  ['TP53 R213*', { gene: 'TP53', exon: 6 }, 'met', 'withinExon'],
  // Exceptions: a variant, a codon or an exon.
  ['KIT D816V', { gene: 'KIT', exon: 17, excluding: ['D816V'] }, 'unmet', 'excluded'],
  ['KIT D816H', { gene: 'KIT', exon: 17, excluding: ['D816'] }, 'unmet', 'excluded'],
  ['KIT D816H', { gene: 'KIT', anyMutation: true, excluding: ['exon 17'] }, 'unmet', 'excluded'],
  ['KIT N822K', { gene: 'KIT', exon: 17, excluding: ['D816'] }, 'met', 'withinExon'],
  ['KIT exon 17 mutation', { gene: 'KIT', exon: 17, excluding: ['D816V'] }, 'unknown', 'exclusionOpen'],

  // Effects.
  ['KIT activating L576P', { gene: 'KIT', exon: 11, type: 'activating' }, 'met', 'effectCalled'],
  ['KIT L576P', { gene: 'KIT', exon: 11, type: 'activating' }, 'unknown', 'effectNotCalled'],
  ['KIT inactivating L576P', { gene: 'KIT', exon: 11, type: 'activating' }, 'unmet', 'effectDenied'],
  ['PTEN R130*', anyOf('PTEN', 'inactivating'), 'met', 'effectCalled'],
  ['VHL M1V', anyOf('VHL', 'inactivating'), 'unknown', 'effectLikely'],
  ['KIT R796*', anyOf('KIT', 'inactivating'), 'unknown', 'effectNotCalled'],

  // Loss of function.
  ['PTEN R130*', { gene: 'PTEN', lossOfFunction: true }, 'met', 'truncates'],
  ['VHL M1V', { gene: 'VHL', lossOfFunction: true }, 'unknown', 'truncationCaveat'],
  ['TP53 D391fs', { gene: 'TP53', lossOfFunction: true }, 'unknown', 'truncationCaveat'],
  ['PTEN inactivating R173H', { gene: 'PTEN', lossOfFunction: true }, 'met', 'calledInactivating'],
  ['PTEN R173H', { gene: 'PTEN', lossOfFunction: true }, 'unknown', 'effectNotCalled'],
  ['PTEN homozygous deletion', { gene: 'PTEN', lossOfFunction: true }, 'met', 'bothCopiesLost'],
  ['PTEN homozygous deletion', anyOf('PTEN', 'truncating'), 'unmet', 'otherKind'],
  ['PTEN LOH', { gene: 'PTEN', lossOfFunction: true }, 'unmet', 'oneCopyLeft'],
  ['PTEN deletion', { gene: 'PTEN', lossOfFunction: true }, 'unknown', 'copiesOpen'],
  ['NF1::BRCA2', { gene: 'NF1', lossOfFunction: true }, 'unknown', 'fusionFunctionOpen'],

  // Copies.
  ['MET amplification', { gene: 'MET', anyMutation: true }, 'unmet', 'amplificationIsNoMutation'],
  ['MET T1010I', { gene: 'MET', amplification: true }, 'unmet', 'amplificationIsNoMutation'],
  ['MET gain', { gene: 'MET', amplification: true }, 'unmet', 'otherCopyNumber'],
  ['MET amplification', { gene: 'MET', copyNumber: 'gain' }, 'met', 'widerCopyNumber'],
  ['CDKN2A LOH', { gene: 'CDKN2A', copyNumber: 'deepDeletion' }, 'unmet', 'otherCopyNumber'],
  ['CDKN2A LOH', { gene: 'CDKN2A', copyNumber: 'deletion' }, 'unknown', 'copiesOpen'],
  ['KIT amplification', { gene: 'KIT', amplification: true, alone: true }, 'unknown', 'aloneOpen'],

  // Fusions: another partner, the reciprocal, another junction, an unknown frame.
  ['ETV6::NTRK3', { fusionOf: 'ETV6', partner: 'PDGFRB' }, 'unmet', 'otherPartner'],
  ['NTRK3 fusion', { fusionOf: 'NTRK3', partner: 'ETV6' }, 'unknown', 'partnerOpen'],
  ['NTRK3::ETV6', { fusionOf: 'ETV6', side: 'five' }, 'unmet', 'otherSide'],
  [
    'ETV6:e.4::NTRK3:e.14',
    { fusionOf: 'NTRK3', partner: 'ETV6', exon: 14, partnerExon: 4 },
    'met',
    'fusionOfGene',
  ],
  ['ETV6:e.5::NTRK3:e.15', { fusionOf: 'NTRK3', partner: 'ETV6', exon: 14 }, 'unmet', 'otherJunction'],
  ['ETV6::NTRK3', { fusionOf: 'NTRK3', exon: 14 }, 'unknown', 'junctionOpen'],
  ['ETV6:e.4::NTRK3:e.14', trk, 'met', 'fusionKinaseKept'],
  ['ETV6:e.4::NTRK3:e.16', trk, 'unmet', 'fusionKinaseLost'],
  ['ETV6::NTRK3', trk, 'unknown', 'fusionKinaseOpen'],
  ['ETV6::PDGFRB', trk, 'unmet', 'otherGene'],
  ['NTRK3 rearrangement', { gene: 'NTRK3', rearrangement: true }, 'met', 'rearranged'],
  ['t(12;15)(p13;q25)', { fusionOf: 'NTRK3', partner: 'ETV6' }, 'unknown', 'translocationOfBands'],
  ['t(9;22)(q34;q11)', { fusionOf: 'NTRK3', partner: 'ETV6' }, 'unmet', 'otherChromosome'],
  // Both ends in one gene: whole exons are lost, and it is no fusion.
  [within('EGFR', 1, 8), { gene: 'EGFR', exonChange: 'deletion', exons: [2, 7] }, 'met', 'sameExons'],
  [within('EGFR', 1, 8), { fusionOf: 'EGFR' }, 'unmet', 'intragenic'],
  [within('EGFR', 25, 18), { gene: 'EGFR', exonChange: 'duplication', exons: [18, 25] }, 'met', 'sameExons'],

  // Whole exons.
  ['EGFRvIII', { gene: 'EGFR', exonChange: 'deletion', exons: [2, 7] }, 'met', 'sameExons'],
  ['EGFRvIII', { gene: 'EGFR', exon: 19, type: 'deletion' }, 'unmet', 'otherExons'],
  ['EGFRvIII', { gene: 'EGFR', anyMutation: true }, 'unknown', 'wholeExons'],
  ['EGFRvIII', { gene: 'EGFR', anyMutation: true, type: 'missense' }, 'unmet', 'otherClass'],
  ['EGFRvIII', anyOf('EGFR', 'truncating'), 'unmet', 'wholeExonsFrameKept'],
  ['KIT exon 11 skipping', anyOf('KIT', 'truncating'), 'met', 'wholeExonsFrameLost'],
  ['MET exon 14 skipping', { gene: 'MET', exonChange: 'skipping', exons: [14, 14] }, 'met', 'sameExons'],
  [
    'MET exon 14 skipping',
    { gene: 'MET', exonChange: 'deletion', exons: [14, 14] },
    'unknown',
    'skippingIsNoDeletion',
  ],
  ['MET c.3028+1G>T', { gene: 'MET', exonChange: 'skipping', exons: [14, 14] }, 'unknown', 'spliceMaySkip'],
  ['MET exon 14 mutation', { gene: 'MET', exonChange: 'skipping', exons: [14, 14] }, 'unknown', 'wholeExons'],
  ['MET T1010I', { gene: 'MET', exonChange: 'skipping', exons: [14, 14] }, 'unmet', 'otherKind'],

  // Chromosomes.
  ['18q loss', { chromosome: '18', arm: 'q', change: 'loss' }, 'met', 'sameChromosome'],
  ['18q loss', { chromosome: '18', change: 'loss' }, 'unmet', 'partOfChromosome'],
  ['18q loss', { chromosome: '18', arm: 'p', change: 'loss' }, 'unmet', 'otherChromosome'],
  ['18q gain', { chromosome: '18', arm: 'q', change: 'loss' }, 'unmet', 'otherChromosomalChange'],
  ['18q loss', { gene: 'SMAD4', copyNumber: 'loss' }, 'unknown', 'chromosomeOfGene'],
  ['18q loss', { gene: 'SMAD4', copyNumber: 'deepDeletion' }, 'unmet', 'otherChromosomalChange'],
  ['7q gain', { gene: 'MET', amplification: true }, 'unmet', 'otherChromosomalChange'],
];

const nameOf = (finding: string | Alteration): string =>
  typeof finding === 'string' ? finding : finding.printed;

for (const [finding, pattern, truth, rule] of rows)
  test(`${nameOf(finding)} against ${JSON.stringify(pattern)}: ${truth}, ${rule}`, () => {
    const relation = relateAlteration(typeof finding === 'string' ? read(finding) : finding, pattern);
    assert.deepEqual([relation.truth, relation.rule], [truth, rule], relation.sentence);
  });

const inContext: readonly (readonly [string, AlterationPattern, RelationContext, Truth, RelationRule])[] = [
  ['BRCA2 K3326*', { gene: 'BRCA2', anyMutation: true, origin: 'germline' }, {}, 'unknown', 'originOpen'],
  [
    'BRCA2 S1982fs',
    { gene: 'BRCA2', anyMutation: true, origin: 'germline' },
    { originOf: () => 'germline' },
    'met',
    'inGene',
  ],
  [
    'BRCA2 S1982fs',
    { gene: 'BRCA2', lossOfFunction: true, origin: 'germline' },
    { originOf: () => 'somatic' },
    'unmet',
    'otherOrigin',
  ],
  [
    'KIT amplification',
    { gene: 'KIT', amplification: true, alone: true },
    { otherFindings: [read('KIT W557G')] },
    'unmet',
    'notAlone',
  ],
  [
    'KIT L576P',
    { gene: 'KIT', exon: 11, type: 'activating' },
    { effectOf: () => ({ effect: 'oncogenic', basis: 'a hotspot', isLikely: true }) },
    'unknown',
    'effectLikely',
  ],
  [
    'KIT activating L576P',
    { gene: 'KIT', exon: 11, type: 'activating' },
    { effectOf: () => ({ effect: 'neutral', basis: 'an assay' }) },
    'unknown',
    'effectConflict',
  ],
  // What is likely oncogenic is not thereby an oncogenic mutation that a statement names.
  [
    'KIT V560A',
    { gene: 'KIT', exon: 11, type: 'oncogenic' },
    { effectOf: () => ({ effect: 'oncogenic', basis: 'another allele of V560D', isLikely: true }) },
    'unknown',
    'effectLikely',
  ],
];

for (const [finding, pattern, context, truth, rule] of inContext)
  test(`${finding} against ${JSON.stringify(pattern)} with what is known besides: ${truth}, ${rule}`, () => {
    const relation = relateAlteration(read(finding), pattern, context);
    assert.deepEqual([relation.truth, relation.rule], [truth, rule], relation.sentence);
  });

test('a sentence on an exon names the transcript on which it is counted', () => {
  const { sentence } = relateAlteration(read('KIT L576P'), { gene: 'KIT', exon: 11 });
  assert.match(sentence, /exon 11, on ENST00000288135/);
});

test('of alternatives in one text all have to agree; of several changes the nearest counts', () => {
  const both = notation('BRAF V600E/K');
  assert.equal(relateNotation(both, { gene: 'BRAF', codons: [600, 600] })?.truth, 'met');
  assert.equal(relateNotation(both, exact('BRAF', 'V600E'))?.truth, 'unknown');
  assert.equal(relateNotation(both, exact('BRAF', 'K601E'))?.truth, 'unmet');
  assert.equal(relateNotation(notation('MSI-H'), exact('BRAF', 'V600E')), undefined);
});

test('joined patterns: any, all and not, each in three values', () => {
  const v600e = exact('BRAF', 'V600E');
  const amplified: AlterationPattern = { gene: 'BRAF', amplification: true };
  const findings = [read('BRAF V600E')];
  assert.equal(relateTree(findings, { anyOf: [v600e, amplified] }).truth, 'met');
  assert.equal(relateTree(findings, { allOf: [v600e, amplified] }).truth, 'unmet');
  assert.equal(relateTree(findings, { not: v600e }).truth, 'unmet');
  assert.equal(relateTree([read('BRAF V600')], { not: v600e }).truth, 'unknown');
  assert.equal(relateTree([], { allOf: [v600e, { not: amplified }] }).truth, 'unmet');
});

/** Rules that need a gene without a sequence, a transcript of its own or a text that cannot be read. */
const elsewhere: readonly RelationRule[] = [
  'patternUnread',
  'notComparable',
  'exonConflict',
  'noProtein',
  'exonNumbersOpen',
  'sameCopyNumber',
];

test('every rule is shown at work by a row', () => {
  const shown = new Set<string>([
    ...rows.map(([, , , rule]) => rule),
    ...inContext.map(([, , , , rule]) => rule),
    ...elsewhere,
  ]);
  assert.deepEqual(
    Object.keys(relationRules).filter((rule) => !shown.has(rule)),
    [],
  );
});

test('docs/alteration-relations.md prints every rule with its sentence', () => {
  const page = readFileSync(
    fileURLToPath(new URL('../../docs/alteration-relations.md', import.meta.url)),
    'utf8',
  );
  const printed = page.split('\n').flatMap((line) => {
    const [, rule, sentence] = /^\| `(\w+)` \| (.+) \|$/u.exec(line) ?? [];
    return rule === undefined || sentence === undefined ? [] : [[rule, sentence] as const];
  });
  assert.deepEqual(printed, Object.entries(relationRules));
});
