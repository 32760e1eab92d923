/** Codons without their change, and ranges with a class or with their residues. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codonWordsAt, readCodonToken, readSpelledRange } from './read-codon-place.ts';

const tokens: readonly (readonly [token: string, read: object | undefined])[] = [
  ['V600', { codons: { start: 600, end: 600, residue: 'V' } }],
  ['p.V600', { codons: { start: 600, end: 600, residue: 'V' } }],
  ['Val600', { codons: { start: 600, end: 600, residue: 'V' } }],
  ['V600X', { codons: { start: 600, end: 600, residue: 'V' } }],
  ['550_592del', { codons: { start: 550, end: 592 }, mutationClass: 'inFrameDeletion' }],
  ['2375_2555trunc', { codons: { start: 2375, end: 2555 }, mutationClass: 'truncating' }],
  ['449_514mut', { codons: { start: 449, end: 514 } }],
  ['449_514mis', { codons: { start: 449, end: 514 }, mutationClass: 'missense' }],
  ['729_761ins', { codons: { start: 729, end: 761 }, mutationClass: 'inFrameInsertion' }],
  ['592_550del', undefined],
  ['550_592', undefined],
  ['B600', undefined],
  ['V0', undefined],
  ['Xyz600', undefined],
  ['600', undefined],
];

for (const [token, read] of tokens)
  test(`${token} is ${JSON.stringify(read)}`, () => {
    assert.deepEqual(readCodonToken(token), read);
  });

test('residues behind a range are its ends, and must be as many', () => {
  const duplication = {
    kind: 'duplication',
    start: { residue: 'S', position: 193 },
    end: { residue: 'C', position: 196 },
  };
  assert.deepEqual(readSpelledRange('p.193_196dupSTSC')?.change, duplication);
  assert.deepEqual(readSpelledRange('193_196dupSTSC')?.change, duplication);
  assert.equal(readSpelledRange('p.193_196dupSTS'), undefined);
  assert.equal(readSpelledRange('193_196dupACGT'), undefined, 'these letters could be bases');
});

const words: readonly (readonly [text: string, start: number, end: number])[] = [
  ['codon 12', 12, 12],
  ['Codon 12', 12, 12],
  ['codons 550-592', 550, 592],
  ['codons 550 to 592', 550, 592],
  ['residue 600', 600, 600],
  ['amino acids 12-13', 12, 13],
];

for (const [text, start, end] of words)
  test(`${text} is codons ${start} to ${end}`, () => {
    assert.deepEqual(codonWordsAt(text, 0), { length: text.length, codons: { start, end } });
  });

for (const text of ['codon', 'codon 0', 'codon 12a', 'codons 592-550', 'codon twelve'])
  test(`${text} names no codon`, () => {
    assert.equal(codonWordsAt(text, 0), undefined);
  });
