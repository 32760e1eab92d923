/** The grammar of CIViC's molecular profiles. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type ProfileTree, readMolecularProfile } from './molecular-profile.ts';

/** A tree as text with every group in square brackets. */
function shown(tree: ProfileTree | undefined): string {
  if (tree === undefined) return 'refused';
  if ('name' in tree) return tree.name;
  if ('not' in tree) return `[NOT ${shown(tree.not)}]`;
  return 'and' in tree ? `[${tree.and.map(shown).join(' & ')}]` : `[${tree.or.map(shown).join(' | ')}]`;
}

const profiles: readonly (readonly [text: string, tree: string])[] = [
  ['BRAF V600E', 'BRAF V600E'],
  ['BRAF V600E AND EGFR L858R', '[BRAF V600E & EGFR L858R]'],
  ['A1 X AND B1 Y OR C1 Z', '[[A1 X & B1 Y] | C1 Z]'],
  ['A1 X AND (B1 Y OR C1 Z)', '[A1 X & [B1 Y | C1 Z]]'],
  ['NOT TP53 Mutation', '[NOT TP53 Mutation]'],
  ['KIT V560del AND NOT (KIT T670I OR KIT V654A)', '[KIT V560del & [NOT [KIT T670I | KIT V654A]]]'],
  ['BRAF V600E (c.1799T>A)', 'BRAF V600E (c.1799T>A)'],
  ['(BRAF V600E (c.1799T>A)) AND EGFR L858R', '[BRAF V600E (c.1799T>A) & EGFR L858R]'],
  ['ANDROGEN receptor', 'ANDROGEN receptor'],
  ['NOTCH1 Mutation', 'NOTCH1 Mutation'],
  ['BRAND1 X OR ORC1 Y', '[BRAND1 X | ORC1 Y]'],
  ['((A1 X))', 'A1 X'],
  ['NOT (A1 X AND B1 Y)', '[NOT [A1 X & B1 Y]]'],
  ['NOT NOT A1 X', '[NOT [NOT A1 X]]'],
  ['A1 X OR B1 Y OR C1 Z', '[A1 X | B1 Y | C1 Z]'],
  ['A1 X, Y AND B1 Z', '[A1 X, Y & B1 Z]'],
  ['A1 X and B1 Y', 'A1 X and B1 Y'],
  ['  A1 X   AND   B1 Y  ', '[A1 X & B1 Y]'],
];
suite('profiles that are read', () => {
  for (const [text, tree] of profiles)
    test(text, () => assert.equal(shown(readMolecularProfile(text)), tree));
});

suite('profiles that are refused rather than widened', () => {
  for (const text of [
    '',
    'AND',
    'NOT',
    'A1 X AND',
    'OR B1 Y',
    'A1 X AND OR B1 Y',
    '(A1 X',
    'A1 X AND (B1 Y',
    'A1 X) AND B1 Y',
    '()',
    'A1 X NOT B1 Y',
    'A1 X AND AND B1 Y',
    'NOT AND A1 X',
    'A1 X AND ()',
    ')A1 X(',
    `${'NOT '.repeat(30)}A1 X`,
    `${'('.repeat(30)}A1 X${')'.repeat(30)}`,
  ])
    test(JSON.stringify(text).slice(0, 40), () => assert.equal(readMolecularProfile(text), undefined));
});

test('any text is a tree or refused, and never hangs', () => {
  const words = fc.constantFrom('AND', 'OR', 'NOT', '(', ')', 'BRAF V600E', 'KIT', ' ', 'A(', ')B');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const tree = readMolecularProfile(parts.join(' '));
      return tree === undefined || shown(tree) !== '';
    }),
  );
});

test('a megabyte is read or refused in time', () => {
  for (const piece of ['(', ')', 'NOT ', 'A1 X AND ', 'A1 (X ', 'A1 X) ', ' ', 'AND(']) {
    const text = piece.repeat(1_000_000 / piece.length);
    const start = performance.now();
    readMolecularProfile(text);
    readMolecularProfile(`${text}A1 X`);
    assert.ok(performance.now() - start < 5_000, piece);
  }
});
