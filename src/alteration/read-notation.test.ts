/**
 * What people write, read into the right meaning: every row of the tables in docs/notation.md, the meanings of the forms
 * that have a kind of their own, and texts that must stay unread with the reason.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hasErrors } from '../reading/index.ts';
import type { Notation } from './notation.ts';
import { notationText } from './notation-text.ts';
import { readNotation } from './read-notation.ts';

interface Row {
  readonly text: string;
  readonly gene: string;
  readonly reading: string;
  readonly warnings: string;
}

const page = readFileSync(join(import.meta.dirname, '../../docs/notation.md'), 'utf8');
const rowForm = /^\| `([^`]+)` \| ([^|`]*) \| `([^`]+)` \| ([^|]*) \|$/;
const rows: readonly Row[] = page.split('\n').flatMap((line) => {
  const [, text, gene, reading, warnings] = rowForm.exec(line) ?? [];
  if (text === undefined || gene === undefined || reading === undefined || warnings === undefined) return [];
  return [{ text, gene: gene.trim(), reading, warnings: warnings.trim() }];
});

const beside = (gene: string): { readonly gene?: string } => (gene === '' ? {} : { gene });

test('the page has its tables', () => {
  assert.ok(rows.length > 120, `${rows.length} rows`);
});

for (const { text, gene, reading, warnings } of rows)
  test(`docs: ${text}${gene === '' ? '' : ` of ${gene}`} is ${reading}`, () => {
    const { value, issues } = readNotation(text, beside(gene));
    assert.ok(value !== undefined, issues[0]?.message);
    assert.equal(notationText(value), reading);
    assert.equal([...new Set(issues.map(({ code }) => code))].join(', '), warnings);
  });

/** The notation without the words as printed. */
function bare(notation: Notation | undefined): unknown {
  if (notation === undefined) return undefined;
  if (notation.kind === 'anyOf' || notation.kind === 'allOf')
    return { kind: notation.kind, of: notation.of.map(bare) };
  if (notation.kind === 'not') return { kind: 'not', of: bare(notation.of) };
  const { printed: _words, ...rest } = notation;
  return rest;
}

const kinds: readonly (readonly [text: string, gene: string, meaning: object])[] = [
  ['EGFRvIII', '', { kind: 'exonChange', gene: 'EGFR', change: 'deletion', from: 2, to: 7 }],
  ['exon 14 skipping', 'MET', { kind: 'exonChange', gene: 'MET', change: 'skipping', from: 14, to: 14 }],
  ['homozygous deletion', 'CDKN2A', { kind: 'copyNumber', gene: 'CDKN2A', change: 'deepDeletion' }],
  ['LOH', 'TP53', { kind: 'copyNumber', gene: 'TP53', change: 'lossOfHeterozygosity' }],
  ['loss of chr 18', '', { kind: 'chromosomal', chromosome: '18', change: 'loss' }],
  ['18q-', '', { kind: 'chromosomal', chromosome: '18', arm: 'q', change: 'loss' }],
  ['PD-L1 CPS 5', '', { kind: 'marker', marker: 'PD-L1', scoring: 'CPS', value: { low: 5, high: 5 } }],
  ['HER2 3+', '', { kind: 'marker', marker: 'HER2', score: '3+' }],
  ['MGMT methylated', '', { kind: 'methylation', gene: 'MGMT', isMethylated: true }],
  ['OVEREXPRESSION', 'MET', { kind: 'expression', gene: 'MET', level: 'over' }],
  ['wild type', 'KRAS', { kind: 'wildType', gene: 'KRAS' }],
  ['*28', 'UGT1A1', { kind: 'namedAllele', gene: 'UGT1A1', allele: '*28' }],
  ['NTRK3 fusion', '', { kind: 'fusion', unplaced: 'NTRK3', isOrderStated: false }],
  [
    'truncating',
    'RB1',
    {
      kind: 'sequenceVariant',
      gene: 'RB1',
      classPrinted: 'truncating',
      reference: { status: 'unchecked' },
    },
  ],
  [
    'V600',
    'BRAF',
    {
      kind: 'sequenceVariant',
      gene: 'BRAF',
      codons: { start: 600, end: 600, residue: 'V' },
      exon: 15,
      reference: { status: 'agrees' },
    },
  ],
];

for (const [text, gene, meaning] of kinds)
  test(`${text}${gene === '' ? '' : ` of ${gene}`} means ${JSON.stringify(meaning)}`, () => {
    assert.deepEqual(bare(readNotation(text, beside(gene)).value), meaning);
  });

test('alternatives, combinations and denials keep their structure', () => {
  const shape = (notation: Notation | undefined): unknown => {
    if (notation === undefined) return undefined;
    if (notation.kind === 'anyOf' || notation.kind === 'allOf')
      return [notation.kind, ...notation.of.map(shape)];
    return notation.kind === 'not' ? ['not', shape(notation.of)] : notation.kind;
  };
  const shapes: readonly (readonly [text: string, expected: unknown])[] = [
    ['BRAF V600E/K', ['anyOf', 'sequenceVariant', 'sequenceVariant']],
    ['KRAS G12/G13', ['anyOf', 'sequenceVariant', 'sequenceVariant']],
    ['AKT1 E17K and amplification', ['allOf', 'sequenceVariant', 'copyNumber']],
    ['EML4-ALK C1156Y', ['allOf', 'fusion', 'sequenceVariant']],
    ['NOT BRAF V600E', ['not', 'sequenceVariant']],
    ['BRAF non-V600 mutation', ['allOf', 'sequenceVariant', ['not', 'sequenceVariant']]],
    [
      '(BRAF V600E or MSI-H) and not (KRAS G12C or NRAS mutation)',
      [
        'allOf',
        ['anyOf', 'sequenceVariant', 'marker'],
        ['not', ['anyOf', 'sequenceVariant', 'sequenceVariant']],
      ],
    ],
    ['TP53 p.R175H, c.524G>A', 'sequenceVariant'],
    ['KIT V560del, exon 11', 'sequenceVariant'],
    ['EML4-ALK E20;A20', 'fusion'],
    ['EML4-ALK E6;A20, EML4-ALK E13;A20', ['anyOf', 'fusion', 'fusion']],
  ];
  for (const [text, expected] of shapes) assert.deepEqual(shape(readNotation(text).value), expected, text);
});

/** Texts whose meaning is not certain, each with the part or the reason that its error must name. */
const unread: readonly (readonly [text: string, gene: string, reason: RegExp])[] = [
  ['V600E', '', /names no gene/],
  ['KIT', '', /no change/],
  ['hello', '', /hello/],
  ['', 'KIT', /empty/],
  ['KIT V560?', '', /V560\?/],
  ['KIT V560E', 'BRAF', /KIT.*BRAF/],
  ['BRAF V600E and hello', '', /^"hello"/],
  ['S768I, hello, L858R', 'EGFR', /^"hello"/],
  ['SERUM LEVELS', 'MMP9', /SERUM/],
  ['PHOSPHORYLATION', 'RB1', /PHOSPHORYLATION/],
  ['Ex19 del L858R', 'EGFR', /deletion/],
  ['K558NP', 'KIT', /K558NP/],
  ['P780INS', 'ERBB2', /P780INS/],
  ['DEL4-11', 'ALK', /DEL4-11/],
  ['EGFR 19del', '', /19del/],
  ['BIALLELIC INACTIVATION', 'PALB2', /BIALLELIC/],
  ['EGFR skipping', '', /which/],
  ['KITvIII', '', /EGFR/],
  ['EGFR R108K VIII', '', /two things|one finding/],
  ['EGFR vIII amplification', '', /two things/],
  ['KIT overexpression wild type', '', /two things/],
  ['MET exon 14 skipping overexpression', '', /two things/],
  // Letters that are bases as well as residues, where two changed bases would be needed for the residues.
  ['T393C', 'GNAS', /bases/],
  ['MTHFR C677T', '', /bases/],
  ['T17 DELETION', 'HSPH1', /base/],
  ['AR-V7', '', /splice/],
  ['AR V7', '', /splice/],
  ['CDKN2A/B deletion', '', /CDKN2A/],
  ['TSC1/2 loss', '', /TSC1/],
  ['FGFR1-3 fusion', '', /./],
  ['EZH2 Y641X', '', /X was the stop/],
  ['TP53 exons 5 to 4 mutation', '', /./],
  // The stop before 2009, or any residue.
  ['KRAS G12X', '', /X was the stop/],
  // The numbering of the Breast Cancer Information Core.
  ['BRCA2 6174delT', '', /BIC/],
  ['BRCA1 185delAG', '', /185delAG/],
];

for (const [text, gene, reason] of unread)
  test(`${JSON.stringify(text)}${gene === '' ? '' : ` of ${gene}`} stays unread`, () => {
    const { value, issues } = readNotation(text, beside(gene));
    assert.equal(value, undefined);
    assert.ok(hasErrors(issues));
    assert.match(issues[0]?.message ?? '', reason);
  });

test('one wrong reference raises one issue, and its suggestion is never the reading', () => {
  const { value, issues } = readNotation('KIT N882Y');
  assert.deepEqual(
    issues.map(({ code }) => code),
    ['reference-mismatch'],
  );
  assert.match(issues[0]?.message ?? '', /N822Y/);
  assert.equal(value === undefined ? '' : notationText(value), 'KIT p.N882Y');
  assert.equal(readNotation('BAP1 2056+1C>T').issues.length, 1);
  assert.deepEqual(readNotation('KIT c.1679_1681delTTG (p.Val560del)').issues, []);
});

test('the residue of a codon without a change is compared with the reference', () => {
  assert.deepEqual(readNotation('BRAF V600').issues, []);
  assert.deepEqual(
    readNotation('BRAF G600').issues.map(({ code }) => code),
    ['reference-mismatch'],
  );
});

test('a stop that is lost stands behind the last residue', () => {
  assert.deepEqual(readNotation('VHL p.*214Wext*15').issues, []);
  assert.deepEqual(
    readNotation('VHL p.*110Qext*17').issues.map(({ code }) => code),
    ['reference-mismatch'],
  );
});

test('no more than forty parts are read, and none of a longer list is dropped', () => {
  const list = (length: number): string => Array.from({ length }, (_, at) => `V${at + 1}E`).join(', ');
  const read = readNotation(list(40), { gene: 'BTK' }).value;
  assert.ok(read?.kind === 'anyOf' && read.of.length === 40);
  assert.equal(readNotation(list(41), { gene: 'BTK' }).value, undefined);
});
