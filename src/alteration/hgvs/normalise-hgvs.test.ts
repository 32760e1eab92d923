/** The 3' rule and the preferred kind of change (HGVS Nomenclature 21, general recommendations), on short sequences. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normaliseHgvs, parseHgvs, printHgvs, type SequenceContext } from './index.ts';
import { reverseComplement, spliceOf } from './nucleotide-splice.ts';
import { type Splice, shifted, spliced, trimmed } from './sequence-splice.ts';

function normalised(text: string, context: SequenceContext): string {
  const { value } = parseHgvs(text);
  assert.ok(value !== undefined, text);
  const { variant, issue } = normaliseHgvs(value, context);
  return variant === undefined ? `${issue.code}: ${issue.message}` : printHgvs(variant);
}

//                         1234567890123456
const genomic = { sequence: 'ACGTTTCAGCAGTGAC' };
//                                 12 codons from 4 on: ATG AAA TTC TGA
const coding = { sequence: 'CCCATGAAATTCTGAGGG', coding: { start: 4, end: 15 } };
const protein = { sequence: 'MKKVVLLQGT*' };

const table: readonly (readonly [text: string, context: SequenceContext, printed: string])[] = [
  ['g.4del', genomic, 'g.6del'],
  ['g.4_5del', genomic, 'g.5_6del'],
  ['g.4dup', genomic, 'g.6dup'],
  ['g.3_4insT', genomic, 'g.6dup'],
  ['g.6_7insT', genomic, 'g.6dup'],
  ['g.7_9del', genomic, 'g.10_12del'],
  ['g.6_7insCAG', genomic, 'g.10_12dup'],
  ['g.7_8insAGC', genomic, 'g.10_12dup'],
  ['g.6_7insCT', genomic, 'g.6_7dup'],
  ['g.6_7insCG', genomic, 'g.7_8insGC'],
  ['g.6_7insGG', genomic, 'g.6_7insGG'],
  ['g.1_2delinsAG', genomic, 'g.2C>G'],
  ['g.1_4delinsAGGT', genomic, 'g.2C>G'],
  ['g.1_4delinsAGCT', genomic, 'g.2_3delinsGC'],
  ['g.2_3delinsCCG', genomic, 'g.2dup'],
  ['g.7_9delinsCTG', genomic, 'g.8A>T'],
  ['g.12_14delinsCAC', genomic, 'g.12_14inv'],
  ['g.1_4delinsAACG', genomic, 'g.2_4inv'],
  ['g.3_4inv', genomic, 'g.3_4inv'],
  ['g.1_4inv', genomic, 'g.1_4='],
  ['g.1_6inv', genomic, 'g.2_5inv'],
  ['g.1delinsGA', genomic, 'g.1delinsGA'],
  ['g.16delinsCA', genomic, 'g.16delinsCA'],
  ['g.1_2delinsAC', genomic, 'g.1_2='],
  ['g.2C=', genomic, 'g.2='],
  ['g.7_9copy3', genomic, 'g.7_12dup'],
  ['g.2_3ins10_12', genomic, 'g.2_3insCAG'],
  ['g.16_17insA', genomic, 'unparsable-alteration'],
  ['g.99del', genomic, 'unparsable-alteration'],
  ['g.2A>T', genomic, 'reference-mismatch'],
  ['g.4_5delAA', genomic, 'reference-mismatch'],
  ['g.2CAG[3]', genomic, 'unparsable-alteration'],
  ['g.(2_5)del', genomic, 'unparsable-alteration'],
  ['c.4del', coding, 'c.6del'],
  ['c.-3del', coding, 'c.-1del'],
  ['c.*1dup', coding, 'c.*3dup'],
  ['c.11_12insG', coding, 'c.11dup'],
  ['c.4+1del', coding, 'unparsable-alteration'],
  ['r.4del', coding, 'r.6del'],
  ['r.1_2delinsag', coding, 'r.2u>g'],
  ['c.4del', { ...coding, exonEnds: [7, 18] }, 'c.4del'],
  ['p.Lys2del', protein, 'p.Lys3del'],
  ['p.Lys2dup', protein, 'p.Lys3dup'],
  ['p.Met1_Lys2insLys', protein, 'p.Lys3dup'],
  ['p.Val4_Val5del', protein, 'p.Val4_Val5del'],
  ['p.Lys3_Val4delinsLysPro', protein, 'p.Val4Pro'],
  ['p.Lys3_Val5delinsLysVal', protein, 'p.Val5del'],
  ['p.Leu6_Leu7delinsLeuTer', protein, 'p.Leu7Ter'],
  ['p.Lys2_Lys3insLysTer', protein, 'p.Val4Ter'],
  ['p.Lys3Lys', protein, 'p.Lys3='],
  ['p.Val4ProfsTer9', protein, 'p.Val4ProfsTer9'],
  ['p.Ter11GlnextTer9', protein, 'p.Ter11GlnextTer9'],
  ['p.Lys4del', protein, 'reference-mismatch'],
  ['p.Lys40del', protein, 'unparsable-alteration'],
  ['p.?', protein, 'p.?'],
];

for (const [text, context, printed] of table) {
  test(`${text} on ${context.sequence} is ${printed}`, () => {
    assert.equal(normalised(text, context).split(': ')[0], printed);
  });
}

const dna = fc.string({ unit: fc.constantFrom('A', 'C', 'G', 'T'), minLength: 2, maxLength: 14 });
const few = fc.string({ unit: fc.constantFrom('A', 'C', 'G', 'T'), maxLength: 4 });

/** A sequence and one replacement in it that changes something. */
const replacement = fc
  .record({ sequence: dna, from: fc.nat(13), length: fc.nat(4), inserted: few })
  .map(({ sequence, from, length, inserted }) => {
    const start = Math.min(from, sequence.length);
    return { sequence, splice: { start, end: Math.min(start + length, sequence.length), inserted } };
  });

test('trimming and moving never change the result, and the move cannot go on', () => {
  fc.assert(
    fc.property(replacement, ({ sequence, splice }) => {
      const result = spliced(sequence, splice);
      const core = trimmed(sequence, splice);
      assert.equal(spliced(sequence, core), result);
      const moved = shifted(sequence, core);
      assert.equal(spliced(sequence, moved), result);
      assert.deepEqual(shifted(sequence, moved), moved);
    }),
  );
});

/** Every replacement of one place that gives a result, by trying all. */
function equivalents(sequence: string, result: string): Splice[] {
  const gained = result.length - sequence.length;
  const found: Splice[] = [];
  for (let start = 0; start <= sequence.length; start++) {
    const end = gained >= 0 ? start : start - gained;
    if (end > sequence.length) continue;
    const splice = { start, end, inserted: result.slice(start, start + Math.max(gained, 0)) };
    if (spliced(sequence, splice) === result) found.push(splice);
  }
  return found;
}

test("a deletion or insertion ends at the most 3' of all equivalent places", () => {
  fc.assert(
    fc.property(replacement, ({ sequence, splice }) => {
      fc.pre(splice.inserted === '' || splice.start === splice.end);
      const result = spliced(sequence, splice);
      fc.pre(result !== sequence);
      assert.deepEqual(shifted(sequence, trimmed(sequence, splice)), equivalents(sequence, result).at(-1));
    }),
  );
});

/** The sequence that a description makes. */
function resultOf(text: string, sequence: string): string {
  const { value } = parseHgvs(text);
  assert.ok(value?.kind === 'nucleotide', text);
  const splice = spliceOf(value.change, 'g', { sequence });
  assert.ok(typeof splice !== 'string', text);
  return spliced(sequence, splice);
}

test('the normal form describes the same change, and is its own normal form', () => {
  fc.assert(
    fc.property(replacement, ({ sequence, splice: { start, end, inserted } }) => {
      fc.pre(end > start && inserted !== '');
      const result = spliced(sequence, { start, end, inserted });
      const range = end === start + 1 ? `${end}` : `${start + 1}_${end}`;
      const context = { sequence };
      const first = normalised(`g.${range}delins${inserted}`, context);
      assert.equal(normalised(first, context), first);
      assert.equal(resultOf(first, sequence), result, first);
    }),
  );
});

test('a sequence read backwards on the other strand twice is itself', () => {
  fc.assert(fc.property(dna, (sequence) => reverseComplement(reverseComplement(sequence)) === sequence));
});
