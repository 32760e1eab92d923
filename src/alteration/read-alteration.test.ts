/** Every molecular finding of papers 000 to 002 as printed, other ways to write them, and wrong input. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasErrors, type IssueCode } from '../reading/index.ts';
import { type AlterationContext, describeAlteration, readAlteration, type SequenceVariant } from './index.ts';

function variantOf(text: string, context: AlterationContext = {}): SequenceVariant {
  const { value } = readAlteration(text, context);
  assert.ok(value?.kind === 'sequenceVariant', text);
  return value;
}

type Row = readonly [printed: string, gene: string | undefined, text: string, codes: readonly IssueCode[]];

const paper000: readonly Row[] = [
  [
    'activating mutation in exon 11 (V560del, c.1679_1681delTTG)',
    'KIT',
    'KIT activating c.1679_1681del p.V560del (exon 11)',
    [],
  ],
  ['V560del', 'KIT', 'KIT p.V560del (exon 11)', []],
  ['KIT exon 11 mutation', undefined, 'KIT exon 11 mutation', []],
  ['2056+1C>T', 'BAP1', 'BAP1 c.2056+1C>T (exon 16)', ['reference-mismatch']],
  ['splice variant 2056+1C>T', 'BAP1', 'BAP1 c.2056+1C>T (exon 16)', ['reference-mismatch']],
  ['amplification', 'MCL1', 'MCL1 amplification', []],
];

const caveat: readonly IssueCode[] = ['notation-ambiguous'];
const paper001: readonly Row[] = [
  [
    'fusion of exon 4 of ETV6 with exon 14 of NTRK3 (ETV6:NTRK3)',
    undefined,
    'ETV6:e.4::NTRK3:e.14 fusion',
    caveat,
  ],
  ['fusion of exon 4 of ETV6 with exon 14 of NTRK3', 'ETV6:NTRK3', 'ETV6:e.4::NTRK3:e.14 fusion', caveat],
  ['ETV6:NTRK3', undefined, 'ETV6-NTRK3 fusion', []],
  ['ETV6:NTRK3 fusion', undefined, 'ETV6-NTRK3 fusion', []],
  ['ETV6-NTRK3', undefined, 'ETV6-NTRK3 fusion', []],
  ['ETV6::NTRK3', undefined, 'ETV6::NTRK3 fusion', []],
  ['NTRK3 fusion', undefined, 'NTRK3 fusion', []],
  ['NTRK3 gene rearrangement', undefined, 'NTRK3 rearrangement', []],
];

/** The column "KIT mutation" of table 1, the amplifications and the column "NGS result". */
const paper002: readonly Row[] = [
  ['KIT L576P', undefined, 'KIT p.L576P (exon 11)', []],
  ['KIT T304A', undefined, 'KIT p.T304A (exon 5)', []],
  ['KIT N655K', undefined, 'KIT p.N655K (exon 13)', []],
  ['KIT D579del', undefined, 'KIT p.D579del (exon 11)', []],
  ['KIT M537L', undefined, 'KIT p.M537L (exon 10)', ['reference-mismatch']],
  ['KIT I571V', undefined, 'KIT p.I571V (exon 11)', []],
  ['KITV560A', undefined, 'KIT p.V560A (exon 11)', []],
  ['KIT W557G', undefined, 'KIT p.W557G (exon 11)', []],
  ['KIT K642E', undefined, 'KIT p.K642E (exon 13)', []],
  ['KIT K642I', undefined, 'KIT p.K642I (exon 13)', []],
  ['KIT N882Y', undefined, 'KIT p.N882Y', ['reference-mismatch']],
  ['KIT amplification', undefined, 'KIT amplification', []],
  ['CDKN2A deletion', undefined, 'CDKN2A deletion', []],
  ['BRCA2 deletion', undefined, 'BRCA2 deletion', []],
  ['NF2 deletion', undefined, 'NF2 deletion', []],
  ...['MET', 'EGFR', 'PDGFRA', 'CDK6', 'ERBB2', 'CCND1', 'ABCC3', 'CDK4', 'MDM2'].map(
    (gene): Row => [`${gene} amp`, undefined, `${gene} amplification`, []],
  ),
  ['N822K', 'c\u2011KIT', 'KIT p.N822K (exon 17)', []],
  ['V654A', 'KIT', 'KIT p.V654A (exon 13)', []],
  ['D820Y', 'KIT', 'KIT p.D820Y (exon 17)', []],
];

const otherForms: readonly Row[] = [
  ['KIT p.Val560del', undefined, 'KIT p.V560del (exon 11)', []],
  ['p.(Leu576Pro)', 'KIT', 'KIT p.(L576P) (exon 11)', []],
  ['KIT A502_Y503dup', undefined, 'KIT p.A502_Y503dup (exon 9)', []],
  ['KIT p.W557_K558del', undefined, 'KIT p.W557_K558del (exon 11)', []],
  ['KIT V559_E561delVVE', undefined, 'KIT p.V559_E561del (exon 11)', []],
  ['KIT W557_V559delinsF', undefined, 'KIT p.W557_V559delinsF (exon 11)', []],
  ['KIT c.1727T>C', undefined, 'KIT c.1727T>C (exon 11)', []],
  ['c.1679_1681delTTG p.V560del', 'KIT', 'KIT c.1679_1681del p.V560del (exon 11)', []],
  ['TP53 R213*', undefined, 'TP53 p.R213* (exon 6)', []],
  ['TP53 p.Arg213Ter', undefined, 'TP53 p.R213* (exon 6)', []],
  ['TP53 R213X', undefined, 'TP53 p.R213* (exon 6)', []],
  ['RB1 p.R320fs', undefined, 'RB1 p.R320fs (exon 10)', []],
  ['MEN1 p.Arg516ProfsTer15', undefined, 'MEN1 p.R516Pfs*15', []],
  ['MEN1 p.Arg521ProfsTer15', undefined, 'MEN1 p.R521Pfs*15', ['reference-mismatch']],
  ['BRAF V600E', undefined, 'BRAF p.V600E (exon 15)', []],
  ['HER2 amplification', undefined, 'ERBB2 amplification', []],
  ['CDKN2A homozygous deletion', undefined, 'CDKN2A homozygous deletion', []],
  ['exon 11', 'KIT', 'KIT exon 11 mutation', []],
  ['KIT exon 11 mutation, V560del', undefined, 'KIT p.V560del (exon 11)', []],
  ['V560del, exon 11', 'KIT', 'KIT p.V560del (exon 11)', []],
  ['KIT V560del exon 11 mutation', undefined, 'KIT p.V560del (exon 11)', []],
  ['KIT exon 11 in-frame deletion', undefined, 'KIT exon 11 in-frame deletion mutation', []],
  [
    'NM_001987.4(ETV6):e.4::ENST00000629765.3(NTRK3):e.14',
    undefined,
    'NM_001987.4(ETV6):e.4::ENST00000629765.3(NTRK3):e.14 fusion',
    [],
  ],
  [
    'NM_152263.3(TPM3):e.8::NM_002529.3(NTRK1):e.10',
    undefined,
    'NM_152263.3(TPM3):e.8::NM_002529.3(NTRK1):e.10 fusion',
    [],
  ],
  [
    'ETV6(NM_001987.5) exon 5 :: NTRK3(NM_002530.4) exon 15',
    undefined,
    'NM_001987.5(ETV6):e.5::NM_002530.4(NTRK3):e.15 fusion',
    [],
  ],
  [
    'ETV6(NM_001987.5) exon 5 :: NTRK3(NM_002530.4) exon 15',
    'ETV6',
    'NM_001987.5(ETV6):e.5::NM_002530.4(NTRK3):e.15 fusion',
    [],
  ],
  ['ETV6 ex5-NTRK3 ex15', undefined, 'ETV6:e.5-NTRK3:e.15 fusion', caveat],
  ['ETV6 (exon 5)::NTRK3 (exon 15)', undefined, 'ETV6:e.5::NTRK3:e.15 fusion', caveat],
  ['exon 5 of ETV6::exon 15 of NTRK3', undefined, 'ETV6:e.5::NTRK3:e.15 fusion', caveat],
  ['ETV6 (exons 1-5) - NTRK3 (exons 15-20)', undefined, 'ETV6:e.5-NTRK3:e.15 fusion', caveat],
  ['AGBL4 exon 6::NTRK2 exon 16', undefined, 'AGBL4:e.6::NTRK2:e.16 fusion', ['gene-unknown']],
  ['AGBL4 exon 6::NTRK2 exon 16', 'NTRK2', 'AGBL4:e.6::NTRK2:e.16 fusion', ['gene-unknown']],
  ['EML4-QQRZ9 fusion', undefined, 'EML4-QQRZ9 fusion', ['gene-unknown']],
];

for (const [name, rows] of Object.entries({ paper000, paper001, paper002, otherForms }))
  test(`${name}: every finding is read as printed, with exactly these issues`, () => {
    for (const [printed, gene, text, codes] of rows) {
      const { value, issues } = readAlteration(printed, gene === undefined ? {} : { gene });
      assert.ok(value !== undefined, `${printed}: ${issues[0]?.message}`);
      assert.equal(describeAlteration(value), text);
      assert.equal(value.printed, printed);
      assert.deepEqual(
        issues.map((issue) => issue.code),
        codes,
        `${printed}: ${issues.map((issue) => issue.message).join(' ')}`,
      );
    }
  });

test('c.1679_1681delTTG agrees with V560del, by translation', () => {
  const variant = variantOf('V560del', { gene: 'KIT', coding: 'c.1679_1681delTTG', effect: 'activating' });
  assert.equal(variant.agreement, 'agrees');
  assert.equal(variant.reference.status, 'agrees');
  assert.equal(variant.effectPrinted, 'activating');
});

const agreements: readonly (readonly [string, string | undefined, readonly IssueCode[]])[] = [
  ['KIT c.1679_1681del p.V560del', 'agrees', []],
  // Two valines side by side: the same protein, so the same change.
  ['KIT c.1679_1681del p.V559del', 'agrees', []],
  ['KIT c.1676_1678del p.V560del', 'agrees', []],
  ['KIT c.1727T>C p.L576P', 'agrees', []],
  ['KIT c.1727T>G p.L576P', 'disagrees', ['notation-disagreement']],
  ['KIT c.1679_1681del p.D579del', 'disagrees', ['notation-disagreement']],
  ['KIT c.1679_1680del p.V560del', 'disagrees', ['notation-disagreement']],
  ['KIT c.2447A>T p.D816V', 'agrees', []],
  ['KIT c.2447A>T p.D816H', 'disagrees', ['notation-disagreement']],
  ['KIT c.1727G>C p.L576P', 'agrees', ['reference-mismatch']],
  // Without a coding sequence only place and frame can be compared.
  ['PDGFRA c.2525A>T p.D842V', 'consistent', []],
  ['PDGFRA c.2600A>T p.D842V', 'disagrees', ['notation-disagreement']],
  ['PDGFRA c.2524_2525del p.D842del', 'disagrees', ['notation-disagreement']],
  ['TP53 c.375+1G>A p.T125=', undefined, []],
];

test('coding and protein notation are compared by translation, else by position and frame', () => {
  for (const [text, agreement, codes] of agreements) {
    const { value, issues } = readAlteration(text);
    assert.ok(value?.kind === 'sequenceVariant', text);
    assert.equal(value.agreement, agreement, text);
    assert.deepEqual(
      issues.map((issue) => issue.code),
      codes,
      text,
    );
  }
});

test('BAP1 2056+1C>T: a splice donor has G there; on the opposite strand that G reads C', () => {
  const { value, issues } = readAlteration('BAP1 2056+1C>T');
  assert.equal(issues.length, 1);
  assert.equal(issues[0]?.severity, 'warning');
  assert.match(issues[0]?.message ?? '', /GT-AG.*opposite strand that G reads C/s);
  assert.ok(value?.kind === 'sequenceVariant' && value.reference.status === 'mismatch');
  assert.deepEqual(
    value.reference.suggestions.map(({ text }) => text),
    ['c.2056+1G>A'],
  );
});

const splice: readonly (readonly [string, boolean])[] = [
  ['BAP1 c.2056+1G>A', true],
  ['BAP1 c.2056+2T>C', true],
  ['BAP1 c.2057-1G>A', true],
  ['BAP1 c.2057-2A>G', true],
  ['BAP1 c.2057-2G>A', false],
  ['BAP1 c.2057-1T>A', false],
  ['BAP1 c.2056+5C>A', true],
  // c.1647 is the last base of KIT exon 10, c.1679 lies inside exon 11.
  ['KIT c.1647+1G>A', true],
  ['KIT c.1648-2A>G', true],
  ['KIT c.1679+1G>A', false],
];

test('splice sites follow the GT-AG rule and lie at exon borders', () => {
  for (const [text, isSound] of splice) {
    const { issues } = readAlteration(text);
    assert.equal(issues.length === 0, isSound, `${text}: ${issues[0]?.message}`);
  }
});

test('KIT N882Y: residue 882 is a methionine; N822Y is suggested first and the exon is left open', () => {
  const variant = variantOf('KIT N882Y');
  assert.ok(variant.reference.status === 'mismatch');
  assert.equal(variant.reference.expected, 'M882');
  assert.equal(variant.reference.suggestions[0]?.text, 'p.N822Y');
  assert.equal(variant.exon, undefined);
});

test('KIT M537L is M541L in the numbering of the isoform without GNNK; both lie in exon 10', () => {
  const variant = variantOf('KIT M537L');
  assert.ok(variant.reference.status === 'mismatch');
  assert.equal(variant.reference.expected, 'C537');
  assert.deepEqual(
    variant.reference.suggestions.map(({ text }) => text),
    ['p.M541L'],
  );
  assert.equal(variant.exon, 10);
});

test('letters that could be bases are pointed out, unless p. or the sequence decides', () => {
  const codesOf = (text: string): readonly string[] => readAlteration(text).issues.map(({ code }) => code);
  assert.deepEqual(codesOf('SSTR2 T67A'), ['notation-ambiguous']);
  assert.deepEqual(codesOf('SSTR2 p.T67A'), []);
  assert.deepEqual(codesOf('KIT T304A'), []);
  assert.deepEqual(codesOf('BRAF T1799A'), ['reference-mismatch']);
});

test('an exon that contradicts the gene model is reported', () => {
  const { value, issues } = readAlteration('KIT exon 9 V560del');
  assert.ok(value?.kind === 'sequenceVariant' && value.exon === 9);
  assert.deepEqual(
    issues.map(({ code }) => code),
    ['notation-disagreement'],
  );
});

const wrong: readonly (readonly [string, string | undefined, IssueCode])[] = [
  ['', undefined, 'unparsable-alteration'],
  ['   ', 'KIT', 'unparsable-alteration'],
  ['V560', undefined, 'gene-unknown'],
  ['V560', 'KIT', 'unparsable-alteration'],
  ['p.Z576P', 'KIT', 'unparsable-alteration'],
  ['p.Xaa576Pro', 'KIT', 'unparsable-alteration'],
  ['KIT 576', undefined, 'unparsable-alteration'],
  ['L576P?', 'KIT', 'unparsable-alteration'],
  ['KIT', undefined, 'unparsable-alteration'],
  ['x'.repeat(10_000), undefined, 'unparsable-alteration'],
  ['(('.repeat(200), 'KIT', 'unparsable-alteration'],
  ['__proto__', undefined, 'unparsable-alteration'],
  ['constructor', 'KIT', 'unparsable-alteration'],
  ['V560del', '__proto__', 'gene-unknown'],
  ['V560del', undefined, 'gene-unknown'],
  ['amplification', undefined, 'gene-unknown'],
  ['no KIT mutation', undefined, 'unparsable-alteration'],
  ['NO mutation', undefined, 'unparsable-alteration'],
  ['KIT mutation absent', undefined, 'unparsable-alteration'],
  ['KIT wild type', undefined, 'unparsable-alteration'],
  ['negative for NTRK3 fusion', undefined, 'unparsable-alteration'],
  ['ETV6 exon 5 :: NTRK3 exon 15 maybe', undefined, 'unparsable-alteration'],
  ['ETV6 exons 5-1 :: NTRK3 exon 15', undefined, 'unparsable-alteration'],
  ['PD-L1', undefined, 'unparsable-alteration'],
  ['MSI-H', undefined, 'unparsable-alteration'],
  ['KIT V560del amplification', undefined, 'unparsable-alteration'],
  ['KIT V560del L576P', undefined, 'unparsable-alteration'],
  ['KIT p.V560_W557del', undefined, 'unparsable-alteration'],
  ['KIT p.V560_V564insA', undefined, 'unparsable-alteration'],
  ['KIT c.1679_1681delTT', undefined, 'unparsable-alteration'],
  ['KIT c.1681_1679del', undefined, 'unparsable-alteration'],
  ['KIT 592_550del', undefined, 'unparsable-alteration'],
  ['KIT c.100T>T', undefined, 'unparsable-alteration'],
  ['KIT v560del', undefined, 'unparsable-alteration'],
  ['KIT <script>alert(1)</script>', undefined, 'unparsable-alteration'],
  ['KIT V560del', 'PDGFRA', 'notation-disagreement'],
  ['ETV6::NTRK3', 'KIT', 'notation-disagreement'],
  ['V170D (c.509T>A)', undefined, 'gene-unknown'],
  ['V561D, exon 18 mutation', 'PDGFRA', 'unparsable-alteration'],
  ['KIT::KIT', undefined, 'unparsable-alteration'],
  ['KIT exon 0 mutation', undefined, 'unparsable-alteration'],
];

test('wrong input gives one error that quotes it and no finding', () => {
  for (const [text, gene, code] of wrong) {
    const { value, issues } = readAlteration(text, gene === undefined ? {} : { gene });
    const name = `${text.slice(0, 40)} | ${gene}`;
    assert.equal(value, undefined, name);
    assert.ok(hasErrors(issues), name);
    assert.deepEqual(
      issues.map((issue) => issue.code),
      [code],
      name,
    );
    assert.ok((issues[0]?.message.length ?? 0) < 600, name);
  }
});

test('an unknown gene is kept with a warning where its form leaves no doubt', () => {
  const { value, issues } = readAlteration('ZZEF9 amplification', { gene: 'ZZEF9' });
  assert.equal(value?.kind, 'copyNumber');
  assert.deepEqual(
    issues.map(({ code, severity }) => [code, severity]),
    [['gene-unknown', 'warning']],
  );
});
