/** Names are read exactly or not at all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drugs } from './drugs.ts';
import { nearestNames, suggestions } from './nearest-name.ts';
import { nameKey } from './printed-name.ts';
import { readDrug } from './read-drug.ts';

const unread = [
  ['imatinb', /imatinib/],
  ['imatinibb', /imatinib/],
  ['cisplatn', /cisplatin/],
  ['carboplatine', /carboplatin/],
  ['entrectinb', /entrectinib/],
  ['temozolomid', /temozolomide/],
  ['sunitinib?', /sunitinib/],
  ['no imatinib', /./],
  ['imatinib 400', /./],
  ['trastuzumab', /./],
  ['stz', /./],
  ['Ssa', /./],
  ['IMATINIBÉ', /./],
  ['', /No drug is named/],
  ['-', /No drug is named/],
  ['constructor', /./],
  ['x'.repeat(5000), /./],
] as const;

for (const [text, help] of unread) {
  test(`"${text.slice(0, 20)}" is not read`, () => {
    const { value, issues } = readDrug(text);
    assert.equal(value, undefined);
    assert.deepEqual(
      issues.map((issue) => [issue.code, issue.severity]),
      [['drug-unknown', 'error']],
    );
    assert.match(issues[0]?.message ?? '', help);
    assert.ok((issues[0]?.message.length ?? 0) < 250);
  });
}

const spellings = [
  ['IMATINIB', 'imatinib', undefined],
  [' imatinib ', 'imatinib', undefined],
  ['Gleevec®', 'imatinib', undefined],
  ['Gleevec\u2122', 'imatinib', undefined],
  ['ima\u00adtinib', 'imatinib', undefined],
  ['[177Lu]Lu-DOTA-TATE', 'lutetium-177-dotatate', undefined],
  ['¹⁷⁷Lu-DOTATATE', 'lutetium-177-dotatate', undefined],
  ['interferon-α', 'interferon-alfa', undefined],
  ['T‑DXd', 'trastuzumab-deruxtecan', undefined],
  ['temozolamide', 'temozolomide', 'info'],
  ['177Lu', 'lutetium-177-dotatate', 'warning'],
] as const;

for (const [text, drug, severity] of spellings) {
  test(`"${text}" is ${drug}`, () => {
    const { value, issues } = readDrug(text);
    assert.equal(value?.kind === 'drug' ? value.drug : undefined, drug);
    assert.equal(issues[0]?.severity, severity);
  });
}

test('the form that a name implies is kept', () => {
  assert.deepEqual(readDrug('octreotide LAR').value, {
    kind: 'drug',
    drug: 'octreotide',
    form: 'long-acting',
  });
  assert.deepEqual(readDrug('octreotide').value, { kind: 'drug', drug: 'octreotide' });
});

test('the plural of a class is the class, the plural of a drug is nothing', () => {
  assert.deepEqual(readDrug('BRAF inhibitors').value, { kind: 'class', drugClass: 'braf-inhibitor' });
  assert.equal(readDrug('imatinibs').value, undefined);
});

test('a name with one letter changed is never read as a drug', () => {
  const keys = new Set(
    drugs.flatMap((each) => [each.id, ...each.names.map((name) => name.text)]).map(nameKey),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...drugs.map((each) => each.name)),
      fc.nat(40),
      fc.constantFrom('a', 'e', 'i', 'l', 'm', 'n', 'o', 'r', 's', 't', 'x', 'z'),
      (name, at, letter) => {
        const i = at % name.length;
        const changed = name.slice(0, i) + letter + name.slice(i + 1);
        fc.pre(!keys.has(nameKey(changed)));
        assert.equal(readDrug(changed).value, undefined);
      },
    ),
  );
});

test('no text makes the reader throw, and a value comes without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { value, issues } = readDrug(text);
      assert.equal(
        value === undefined,
        issues.some((issue) => issue.severity === 'error'),
      );
    }),
  );
});

test('suggestions are near and at most three', () => {
  const names = suggestions(drugs.flatMap((each) => each.names));
  assert.deepEqual(nearestNames('larotrectinb', names)[0], 'larotrectinib');
  assert.deepEqual(nearestNames('zzzzzz', names), []);
  assert.ok(nearestNames('atinib', names).length <= 3);
});
