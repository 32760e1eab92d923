/**
 * Alterations: the exact variant decides, amplification is not mutation, and a negative result excludes only what its
 * assay covers and cannot miss. The variants are those of paper 002 (Table 1, lines 181-224).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Criterion, evaluate, printCriterion } from '../index.ts';
import { type AnswerRow, askRow, subjectWith } from '../subject.fixture.ts';

const found = (gene: string, alteration: string, more: object = {}) => ({
  id: `${gene}-${alteration}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  gene,
  alteration,
  status: 'positive',
  ...more,
});
const findings = (...list: readonly object[]) => ({ findings: list });
const assay = (id: string, more: object) => ({ id, name: id, analyte: 'DNA', status: 'done', ...more });
const kitPanel = assay('panel', { genes: ['KIT'], detects: ['smallVariant', 'copyNumber'] });
const kitInPart = assay('hotspots', {
  genes: ['KIT'],
  regions: [{ gene: 'KIT', exons: [9, 11] }],
  detects: ['smallVariant'],
});
const absent = (gene: string, alteration: string, of: string) =>
  found(gene, alteration, { status: 'negative', assay: of });

const variant = (name: string): Criterion => ({ alteration: { gene: 'KIT', variant: name } });
const exon = (...numbers: number[]): Criterion => ({ alteration: { gene: 'KIT', exon: numbers } });
const anyKit: Criterion = { alteration: { gene: 'KIT', anyMutation: true } };
const amplified: Criterion = { alteration: { gene: 'KIT', amplification: true } };
const amplifiedAlone: Criterion = { alteration: { gene: 'KIT', amplification: true, alone: true } };

const rows: readonly AnswerRow[] = [
  ['V560del is V560del', findings(found('KIT', 'V560del')), variant('V560del'), 'met'],
  [
    'the coding change is the same variant',
    findings(found('KIT', 'c.1679_1681delTTG')),
    variant('V560del'),
    'met',
  ],
  ['V560A is not V560del', findings(found('KIT', 'V560A')), variant('V560del'), 'unmet'],
  ['K642I is not K642E', findings(found('KIT', 'K642I')), variant('K642E'), 'unmet'],
  ['K642E is K642E', findings(found('KIT', 'K642E')), variant('K642E'), 'met'],
  ['V560A lies in exon 11 all the same', findings(found('KIT', 'V560A')), exon(11), 'met'],
  ['V560del does not lie in exon 17', findings(found('KIT', 'V560del')), exon(17), 'unmet'],
  [
    'L576P among others is found',
    findings(found('TP53', 'R175H'), found('KIT', 'L576P')),
    variant('L576P'),
    'met',
  ],

  // The residue at 882 is not N: the finding is kept as printed, and stands for no other variant.
  ['N882Y is not N822K', findings(found('KIT', 'N882Y')), variant('N822K'), 'unmet'],
  ['N882Y may be N822Y', findings(found('KIT', 'N882Y')), variant('N822Y'), 'ambiguous'],
  [
    'N882Y cannot be compared even with itself',
    findings(found('KIT', 'N882Y')),
    variant('N882Y'),
    'ambiguous',
  ],
  ['N882Y may lie in exon 17', findings(found('KIT', 'N882Y')), exon(17), 'ambiguous'],
  ['N882Y is some mutation of KIT', findings(found('KIT', 'N882Y')), anyKit, 'met'],

  ['amplification is not mutation', findings(found('KIT', 'amplification')), anyKit, 'notRecorded'],
  ['mutation is not amplification', findings(found('KIT', 'V560del')), amplified, 'notRecorded'],
  ['amplification is amplification', findings(found('KIT', 'amplification')), amplified, 'met'],
  ['a gain is not an amplification', findings(found('KIT', 'gain')), amplified, 'unmet'],
  [
    'amplified and mutated is not amplified alone',
    findings(found('KIT', 'amplification'), found('KIT', 'K642I')),
    amplifiedAlone,
    'unmet',
  ],
  [
    'amplified and not sequenced may be mutated',
    findings(found('KIT', 'amplification')),
    amplifiedAlone,
    'notRecorded',
  ],
  [
    'amplified, and sequenced without a mutation',
    { assays: [kitPanel], ...findings(found('KIT', 'amplification', { assay: 'panel' })) },
    amplifiedAlone,
    'met',
  ],

  ['nothing recorded', {}, anyKit, 'notRecorded'],
  ['stated as not tested', findings(found('KIT', 'mutation', { status: 'notTested' })), anyKit, 'notTested'],
  ['a panel that covers the gene found nothing', { assays: [kitPanel] }, anyKit, 'unmet'],
  [
    'a panel that found something else only',
    { assays: [kitPanel], ...findings(found('TP53', 'R175H')) },
    anyKit,
    'unmet',
  ],
  [
    'a panel without the gene',
    { assays: [assay('p', { genes: ['TP53'], detects: ['smallVariant'] })] },
    anyKit,
    'notRecorded',
  ],
  [
    'a panel of which the genes are not stated',
    { assays: [assay('p', { detects: ['smallVariant'] })] },
    anyKit,
    'assayUnstated',
  ],
  ['a pending panel', { assays: [{ ...kitPanel, status: 'pending' }] }, anyKit, 'pending'],
  ['a failed panel', { assays: [{ ...kitPanel, status: 'failed' }] }, anyKit, 'failedOrInsufficient'],
  [
    'a failed panel and a finished one',
    {
      assays: [
        { ...kitPanel, status: 'failed' },
        { ...kitPanel, id: 'q' },
      ],
    },
    anyKit,
    'unmet',
  ],
  ['the exon was covered', { assays: [kitInPart] }, exon(11), 'unmet'],
  ['the exon was not covered', { assays: [kitInPart] }, exon(17), 'notCovered'],
  ['one of two exons was not covered', { assays: [kitInPart] }, exon(11, 17), 'notCovered'],
  ['the variant lies in an exon that was covered', { assays: [kitInPart] }, variant('V560del'), 'unmet'],
  [
    'the variant lies in an exon that was not covered',
    { assays: [kitInPart] },
    variant('N822K'),
    'notCovered',
  ],
  [
    'codons of an exon that was not covered',
    { assays: [kitInPart] },
    { alteration: { gene: 'KIT', codons: [816, 822] } },
    'notCovered',
  ],
  ['a gene covered in part, any mutation', { assays: [kitInPart] }, anyKit, 'assayCanMiss'],
  [
    'a variant found in one exon says nothing of an exon not covered',
    { assays: [kitInPart], ...findings(found('KIT', 'V560A', { assay: 'hotspots' })) },
    variant('N822K'),
    'notCovered',
  ],

  [
    'no KIT mutation, stated',
    { assays: [kitPanel], ...findings(absent('KIT', 'mutation', 'panel')) },
    variant('V560del'),
    'unmet',
  ],
  [
    'no KIT mutation, by an assay not named',
    findings(found('KIT', 'mutation', { status: 'negative' })),
    anyKit,
    'assayUnstated',
  ],
  [
    'no D816V says nothing of V560del',
    {
      assays: [
        assay('pcr', { genes: ['KIT'], regions: [{ gene: 'KIT', exons: [17] }], detects: ['smallVariant'] }),
      ],
      ...findings(absent('KIT', 'D816V', 'pcr')),
    },
    variant('V560del'),
    'notCovered',
  ],
  [
    'no D816V is no D816V',
    { assays: [kitPanel], ...findings(absent('KIT', 'D816V', 'panel')) },
    variant('D816V'),
    'unmet',
  ],
  [
    'no exon 11 mutation, asked for exon 11',
    { assays: [kitPanel], ...findings(absent('KIT', 'exon 11 mutation', 'panel')) },
    exon(11),
    'unmet',
  ],
  [
    'no exon 11 mutation, asked for V560del',
    { assays: [kitPanel], ...findings(absent('KIT', 'exon 11 mutation', 'panel')) },
    variant('V560del'),
    'unmet',
  ],
  [
    'no exon 11 mutation, on an assay of that exon, asked for exon 17',
    { assays: [kitInPart], ...findings(absent('KIT', 'exon 11 mutation', 'hotspots')) },
    exon(17),
    'notCovered',
  ],
  [
    'no amplification says nothing of mutation',
    {
      assays: [assay('fish', { genes: ['KIT'], detects: ['copyNumber'] })],
      ...findings(absent('KIT', 'amplification', 'fish')),
    },
    anyKit,
    'notRecorded',
  ],
  [
    'no gain is no amplification',
    { assays: [kitPanel], ...findings(absent('KIT', 'gain', 'panel')) },
    amplified,
    'unmet',
  ],
  [
    'an equivocal result is not overruled by the assay it comes from',
    { assays: [kitPanel], ...findings(found('KIT', 'V560del', { status: 'equivocal', assay: 'panel' })) },
    variant('V560del'),
    'equivocal',
  ],
  [
    'a result that failed, on an assay that worked',
    { assays: [kitPanel], ...findings(found('KIT', 'mutation', { status: 'failed', assay: 'panel' })) },
    anyKit,
    'failedOrInsufficient',
  ],
];

for (const row of rows) {
  const [name, , criterion, expected] = row;
  test(`${name}: ${printCriterion(criterion)}: ${expected}`, () => {
    assert.equal(askRow(row).verdict, expected);
  });
}

test('what N882Y may have been is told, and never matched', () => {
  const [finding] = subjectWith(findings(found('KIT', 'N882Y'))).findings;
  assert.equal(finding?.issues[0]?.code, 'reference-mismatch');
  assert.match(finding?.issues[0]?.message ?? '', /N822Y/);
});

test('the answer names the finding, how near it is, and the test that would settle an unknown', () => {
  const near = evaluate(
    variant('V560del'),
    subjectWith(findings(found('KIT', 'V560A', { date: '2012-06' }))),
  );
  const { leaf } = near;
  assert.equal(leaf?.answer.resolution, 'sameCodonOtherAllele');
  assert.equal(leaf?.answer.data[0]?.date, '2012-06');
  assert.match(leaf?.answer.data[0]?.text ?? '', /^KIT V560A: positive\./);
  assert.equal(askRow(['', {}, anyKit, '']).settledBy, 'sequencing of KIT');
  assert.equal(askRow(['', {}, amplified, '']).settledBy, 'a copy number test of KIT');
  assert.deepEqual(askRow(['', { assays: [kitPanel] }, anyKit, '']).data, ['panel (DNA), done']);
});

test('the topic names the kind of event and the gene', () => {
  const topic = (criterion: Criterion) => evaluate(criterion, subjectWith()).leaf?.topic;
  assert.deepEqual([anyKit, amplified].map(topic), ['variant:KIT', 'copyNumber:KIT']);
});

test('printed', () => {
  assert.equal(printCriterion(variant('p.V560del')), 'KIT V560del');
  assert.equal(printCriterion(exon(11)), 'any mutation in KIT exon 11');
  assert.equal(printCriterion(amplifiedAlone), 'KIT amplification without a mutation of KIT');
});
