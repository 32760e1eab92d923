/** Printing and reading again is identity; every mangled text gives a finding that prints, or an error. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { aminoAcids } from '../genes/index.ts';
import { hasErrors } from '../reading/index.ts';
import { copyNumberTexts } from './describe-alteration.ts';
import {
  type Alteration,
  type CodingChange,
  codingChangeText,
  copyNumberChanges,
  describeAlteration,
  type ProteinChange,
  proteinChangeText,
  readAlteration,
} from './index.ts';
import { proteinChangeKey } from './protein-difference.ts';
import { readCodingChange } from './read-coding-change.ts';
import { readProteinChange } from './read-protein-change.ts';

const residue = fc.constantFrom(...aminoAcids.split(''));
const base = fc.constantFrom('A', 'C', 'G', 'T');
const at = fc
  .tuple(residue, fc.integer({ min: 1, max: 2000 }))
  .map(([one, position]) => ({ residue: one, position }));
const span = fc
  .tuple(at, residue, fc.integer({ min: 0, max: 30 }))
  .map(([start, other, more]) =>
    more === 0 ? { start, end: start } : { start, end: { residue: other, position: start.position + more } },
  );
const sequence = fc.string({ unit: residue, minLength: 1, maxLength: 8 });

const proteinChange: fc.Arbitrary<ProteinChange> = fc.oneof(
  fc
    .record({ kind: fc.constant('substitution' as const), at, to: residue })
    .filter((change) => change.to !== change.at.residue),
  fc.record({ kind: fc.constantFrom('stop' as const, 'silent' as const), at }),
  span.chain((ends) =>
    fc.record({
      kind: fc.constantFrom('deletion' as const, 'duplication' as const),
      start: fc.constant(ends.start),
      end: fc.constant(ends.end),
    }),
  ),
  fc.tuple(at, residue, sequence).map(
    ([start, other, inserted]): ProteinChange => ({
      kind: 'insertion',
      start,
      end: { residue: other, position: start.position + 1 },
      inserted,
    }),
  ),
  fc.tuple(span, sequence).map(([ends, inserted]): ProteinChange => ({ kind: 'delins', ...ends, inserted })),
  fc.record(
    {
      kind: fc.constant('frameshift' as const),
      at,
      to: residue,
      stopAfter: fc.integer({ min: 1, max: 500 }),
    },
    { requiredKeys: ['kind', 'at'] },
  ),
);

const codingPosition = fc
  .tuple(fc.integer({ min: 1, max: 9000 }), fc.oneof(fc.constant(0), fc.integer({ min: -50, max: 50 })))
  .map(([number, offset]) => ({ region: 'coding', base: number, offset }) as const);
const codingChange: fc.Arbitrary<CodingChange> = fc.oneof(
  fc
    .tuple(codingPosition, base, base)
    .filter(([, removed, inserted]) => removed !== inserted)
    .map(
      ([start, removed, inserted]): CodingChange => ({
        kind: 'substitution',
        start,
        end: start,
        removed,
        inserted,
      }),
    ),
  fc.tuple(fc.constantFrom('deletion' as const, 'duplication' as const), codingPosition, fc.nat(20)).map(
    ([kind, start, more]): CodingChange => ({
      kind,
      start,
      end: more === 0 ? start : { ...start, base: start.base + more },
    }),
  ),
  fc.tuple(codingPosition, fc.nat(20), fc.string({ unit: base, minLength: 1, maxLength: 9 })).map(
    ([start, more, inserted]): CodingChange => ({
      kind: 'delins',
      start,
      end: more === 0 ? start : { ...start, base: start.base + more },
      inserted,
    }),
  ),
);

/** A finding without the words as printed, which differ from the canonical ones. */
function meaningOf(alteration: Alteration): unknown {
  return { ...alteration, printed: '' };
}

function roundTrip(text: string): void {
  const first = readAlteration(text);
  assert.ok(first.value !== undefined, `${text}: ${first.issues[0]?.message}`);
  const again = readAlteration(describeAlteration(first.value));
  assert.ok(again.value !== undefined, describeAlteration(first.value));
  assert.deepEqual(meaningOf(again.value), meaningOf(first.value));
}

test('a protein change is read back from its text', () => {
  fc.assert(
    fc.property(proteinChange, (change) => {
      assert.deepEqual(readProteinChange(proteinChangeText(change))?.change, { ...change });
    }),
  );
});

test('a coding change is read back from its text', () => {
  fc.assert(
    fc.property(codingChange, (change) => {
      assert.deepEqual(readCodingChange(`c.${codingChangeText(change)}`), change);
    }),
  );
});

const genes = fc.constantFrom('KIT', 'BRAF', 'BAP1', 'TP53', 'MEN1');

test('a finding is read back from its canonical text', () => {
  const texts = fc.oneof(
    fc.tuple(genes, proteinChange).map(([gene, change]) => `${gene} p.${proteinChangeText(change)}`),
    fc.tuple(genes, codingChange).map(([gene, change]) => `${gene} c.${codingChangeText(change)}`),
    fc
      .tuple(genes, codingChange, proteinChange)
      .map(([gene, c, p]) => `${gene} c.${codingChangeText(c)} p.(${proteinChangeText(p)})`),
    fc
      .tuple(genes, fc.constantFrom(...copyNumberChanges))
      .map(([gene, change]) => `${gene} ${copyNumberTexts[change]}`),
    fc
      .tuple(
        genes,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('', 'activating ', 'missense ', 'frameshift '),
      )
      .map(([gene, exon, word]) => `${gene} exon ${exon} ${word}mutation`),
    fc
      .tuple(fc.constantFrom('ETV6', 'TPM3'), fc.constantFrom('::', '-'), fc.integer({ min: 1, max: 20 }))
      .map(
        ([five, joint, exon]) =>
          `${five}:e.4${joint}NTRK3:e.${exon} fusion, in frame, kinase domain retained`,
      ),
  );
  fc.assert(fc.property(texts, roundTrip), { numRuns: 500 });
});

test('any text, and any mangled finding, gives a finding that prints or an error', () => {
  const seeds = fc.constantFrom(
    'KIT V560del',
    'KIT exon 11 (V560del, c.1679_1681delTTG)',
    'BAP1 c.2056+1C>T',
    'fusion of exon 4 of ETV6 with exon 14 of NTRK3 (ETV6:NTRK3)',
    'NM_001987.4(ETV6):e.4::ENST00000629765.3(NTRK3):e.14',
    'KIT p.(Leu576Pro)',
  );
  const mangled = fc
    .tuple(seeds, fc.nat(70), fc.nat(3), fc.string({ unit: 'binary', maxLength: 3 }))
    .map(([text, from, drop, put]) => text.slice(0, from) + put + text.slice(from + drop));
  fc.assert(
    fc.property(fc.oneof(mangled, fc.string({ unit: 'binary' }), fc.string()), (text) => {
      const { value, issues } = readAlteration(text);
      assert.equal(value === undefined, hasErrors(issues));
      if (value !== undefined) roundTrip(describeAlteration(value));
    }),
    { numRuns: 1000 },
  );
});

test('equal changes of a protein have one key: a loss inside a repeat is the loss of its last residue', () => {
  const wild = 'MKVVVED';
  const loss = (position: number): ProteinChange => {
    const place = { residue: 'V', position };
    return { kind: 'deletion', start: place, end: place };
  };
  for (const position of [3, 4, 5]) assert.equal(proteinChangeKey(loss(position), wild), 'V5del');
  assert.equal(proteinChangeKey(loss(3), undefined), 'V3del');
});

test('reading takes time linear in the length of the text', () => {
  for (const unit of ['(', 'KIT ', 'p.(', 'A', '1', 'exon ', 'del', 'ETV6-', ' ', 'fusion '])
    for (const text of [unit.repeat(500 / unit.length), unit.repeat(1_000_000)]) {
      const started = performance.now();
      readAlteration(text);
      assert.ok(performance.now() - started < 500, unit);
    }
});
