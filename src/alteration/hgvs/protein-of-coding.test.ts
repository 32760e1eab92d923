/**
 * Consequences for the protein by the HGVS Nomenclature 21 (recommendations for proteins), on a transcript short enough
 * to translate by hand, and against an independent translation for every change of a random transcript.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { translate } from '../../genes/index.ts';
import { type CodingPart, parseNucleotideChange, proteinOfCoding } from './index.ts';
import { styleOf } from './print-options.ts';
import { proteinDescriptionText } from './print-protein-description.ts';

const style = styleOf(undefined);

function consequence(transcript: string, coding: CodingPart, text: string): string {
  const { value } = parseNucleotideChange(text, 'c');
  assert.ok(value !== undefined, text);
  const protein = proteinOfCoding(transcript, coding, value);
  return protein === undefined ? 'not known' : proteinDescriptionText(protein, style);
}

// Met Lys Ala Lys Ala Phe Arg Ala Lys Ter, then AGG AGG TAG in frame.
const transcript = 'AAAATCAAAATGAAAGCGAAAGCGTTTCGCGCGAAATAGAGGAGGTAGTTTCGC';
const coding = { start: 10, end: 39 };

const consequences: readonly (readonly [change: string, protein: string])[] = [
  ['6A>G', '(Lys2=)'],
  ['6A>T', '(Lys2Asn)'],
  ['4A>T', '(Lys2Ter)'],
  ['7_8delinsAA', '(Ala3Lys)'],
  ['4_9delinsTTTTTT', '(Lys2_Ala3delinsPhePhe)'],
  ['6_9delinsGGCC', '(Lys2_Ala3=)'],
  ['4_6del', '(Lys2del)'],
  ['4_9del', '(Lys4_Ala5del)'],
  ['13_18del', '(Ala5_Phe6del)'],
  ['25_27dup', '(Ter10LysextTer1)'],
  ['25_27del', '(Lys9del)'],
  ['7_9dup', '(Ala3dup)'],
  ['4_12dup', '(Lys2_Lys4dup)'],
  ['6_7insGTT', '(Lys2_Ala3insVal)'],
  ['8_9insAAA', '(Lys4dup)'],
  ['7_8insAAA', '(Ala3delinsGluThr)'],
  ['9_10insTGGTAA', '(Ala3_Lys4insTrpTer)'],
  ['10_12delinsTGGTAA', '(Lys4delinsTrpTer)'],
  ['10_15delinsTAA', '(Lys4Ter)'],
  ['6_7insTAA', '(Ala3Ter)'],
  ['7del', '(Ala3ArgfsTer?)'],
  ['5_6del', '(Lys2SerfsTer?)'],
  ['28del', '(Ter10ArgextTer?)'],
  ['28T>C', '(Ter10GlnextTer3)'],
  ['28_30del', '(Ter10ArgextTer2)'],
  ['27_28insAGG', '(Ter10ArgextTer1)'],
  ['25_30del', '(Lys9ArgfsTer3)'],
  ['30G>A', '(Ter10=)'],
  ['1A>G', 'Met1?'],
  ['3G>A', 'Met1?'],
  ['-1_1insGCC', 'Met1?'],
  ['-4_2del', 'Met1?'],
  ['1_30del', '0?'],
  ['-7_*4del', '0?'],
  ['-3A>T', '(=)'],
  ['*2G>A', '(=)'],
  ['30_*1insT', '(=)'],
  ['6A=', '(Lys2=)'],
  ['6G>T', 'not known'],
  ['12+1G>A', 'not known'],
  ['400del', 'not known'],
  ['10_20inv', '(Lys4_Arg7delinsArgAsnAlaPhe)'],
];

for (const [change, protein] of consequences) {
  test(`c.${change} gives p.${protein}`, () => {
    assert.equal(consequence(transcript, coding, change), protein);
  });
}

test('a frameshift counts the first changed residue and the new stop', () => {
  // ATG AAA GCG AAA GCG TTT CGC GTA GAA TAG; without c.10 the frame reads AAG CGT TTC GCG TAG.
  const other = 'ATGAAAGCGAAAGCGTTTCGCGTAGAATAGAGG';
  assert.equal(consequence(other, { start: 1, end: 30 }, '10del'), '(Ala5ArgfsTer4)');
  assert.equal(consequence(other, { start: 1, end: 30 }, '16del'), '(Arg7AlafsTer2)');
  assert.equal(consequence(other, { start: 1, end: 30 }, '22_23insTG'), '(Glu9Ter)');
});

test('a TGA inside the coding part is selenocysteine, before and after the change', () => {
  const selenoprotein = 'ATGTGAAAATGAGGGTAA';
  const part = { start: 1, end: 18 };
  assert.equal(consequence(selenoprotein, part, '7A>G'), '(Lys3Glu)');
  assert.equal(consequence(selenoprotein, part, '6A>C'), '(Sec2Cys)');
  assert.equal(consequence(selenoprotein, part, '7_9del'), '(Lys3del)');
  assert.equal(consequence(selenoprotein, part, '7A>T'), '(Lys3Ter)');
});

test('a coding part without whole codons, start or stop at its ends has no consequence', () => {
  assert.equal(consequence(transcript, { start: 10, end: 38 }, '6A>T'), 'not known');
  assert.equal(consequence(transcript, { start: 10, end: 36 }, '6A>T'), 'not known');
  assert.equal(consequence('ATGTAGAAATAG', { start: 1, end: 12 }, '7A>G'), 'not known');
});

/** One letter of an insertion or substitution at a place of the transcript. */
const base = fc.constantFrom('A', 'C', 'G', 'T');

/** Applies a one-letter protein description in words of this test to the reference: an independent reading of it. */
function proteinAfter(wild: string, text: string): string | undefined {
  const found = /^\(([A-Z][a-z]{2})(\d+)(?:_[A-Z][a-z]{2}(\d+))?(=|del|dup|[A-Z][a-z]{2})\)$/.exec(text);
  if (found === null) return undefined;
  const [, , first = '', last = first, edit = ''] = found;
  const start = Number(first) - 1;
  const end = Number(last);
  const letter: Readonly<Record<string, string>> = {
    Ala: 'A',
    Arg: 'R',
    Asn: 'N',
    Asp: 'D',
    Cys: 'C',
    Gln: 'Q',
    Glu: 'E',
    Gly: 'G',
    His: 'H',
    Ile: 'I',
    Leu: 'L',
    Lys: 'K',
    Met: 'M',
    Phe: 'F',
    Pro: 'P',
    Ser: 'S',
    Ter: '*',
    Thr: 'T',
    Trp: 'W',
    Tyr: 'Y',
    Val: 'V',
  };
  if (edit === '=') return wild;
  if (edit === 'del') return wild.slice(0, start) + wild.slice(end);
  if (edit === 'dup') return wild.slice(0, end) + wild.slice(start, end) + wild.slice(end);
  const changed = wild.slice(0, start) + (letter[edit] ?? '?') + wild.slice(end);
  return edit === 'Ter' ? changed.slice(0, start + 1) : changed;
}

test('what a description says about the protein is what the changed sequence translates to', () => {
  const sense = ['GCT', 'AAA', 'GCG', 'TTT', 'CAA', 'CAT', 'TGG', 'GGG', 'TTA', 'AAC'];
  const codons = fc.array(fc.constantFrom(...sense), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(codons, fc.nat(30), base, fc.constantFrom('sub', 'del3', 'dup3'), (middle, at, to, kind) => {
      const sequence = `ATG${middle.join('')}TAA`;
      const place = 4 + (at % (3 * middle.length - 2));
      const from = sequence.charAt(place - 1);
      const wild = translate(sequence);
      const change =
        kind === 'sub' ? `${place}${from}>${to}` : `${place}_${place + 2}${kind === 'del3' ? 'del' : 'dup'}`;
      fc.pre(kind !== 'sub' || from !== to);
      const gone = sequence.slice(0, place - 1) + sequence.slice(place + 2);
      const twice = sequence.slice(0, place + 2) + sequence.slice(place - 1);
      const replaced = sequence.slice(0, place - 1) + to + sequence.slice(place);
      const changed = translate(kind === 'sub' ? replaced : kind === 'del3' ? gone : twice);
      const said = proteinAfter(wild, consequence(sequence, { start: 1, end: sequence.length }, change));
      fc.pre(said !== undefined);
      assert.equal(said, changed);
    }),
  );
});

const data =
  process.env['CAJAL_DATA'] ?? join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/data');
const file = join(data, 'hgvs/sanity_cp.tsv');
const skip = existsSync(file) ? false : `no ${file}: set CAJAL_DATA to the folder of test data`;

test('changes at the edges of published test transcripts have the consequence that HGVS asks for', {
  skip,
}, () => {
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  assert.equal(rows.length, 9);
  for (const row of rows) {
    const [accession = '', sequence = '', start = '', end = ''] = row.split('\t');
    const part = { start: Number(start) + 1, end: Number(end) };
    const wild = translate(sequence.slice(Number(start)));
    const isSound = (part.end - Number(start)) % 3 === 0 && wild.length === (part.end - Number(start)) / 3;
    const say = (change: string): string => consequence(sequence, part, change);
    if (!isSound) {
      assert.equal(say('4A>T'), 'not known', accession);
      continue;
    }
    assert.equal(say('1A>G'), 'Met1?', accession);
    assert.equal(say(`-5_*2del`), '0?', accession);
    assert.equal(say('-3A='), '(=)', accession);
    assert.match(
      say(`${part.end - Number(start) - 2}del`),
      /^\(Ter\d+[A-Z][a-z]{2}extTer(?:\d+|\?)\)$/,
      accession,
    );
  }
});
