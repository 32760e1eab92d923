/** Kinds of treatment. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOfDrug, therapyKindOf, therapyKinds } from './course.ts';

test('the kind of a drug', () => {
  assert.equal(kindOfDrug('lutetium-177-dotatate'), 'prrt');
  assert.equal(kindOfDrug('octreotide'), 'systemic');
  assert.equal(kindOfDrug('leucovorin'), 'supportive');
});

for (const [text, kind] of [
  ['Palliative radiotherapy', 'radiotherapy'],
  ['surgical debulking', 'surgery'],
  ['TAE', 'liverDirected'],
  ['hepatic artery chemoembolization', 'liverDirected'],
  ['PRRT', 'prrt'],
  ['watchful waiting', 'observation'],
  ['radionuclide therapy', undefined],
  ['cytoreduction', undefined],
  ['imatinib', undefined],
] as const) {
  test(`"${text}" is ${kind ?? 'no kind by itself'}`, () => {
    assert.equal(therapyKindOf(text), kind);
  });
}

test('every kind is read by its own name', () => {
  for (const kind of therapyKinds) assert.equal(therapyKindOf(kind), kind);
});
