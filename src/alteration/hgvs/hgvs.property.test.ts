/** Laws of reading and printing, for every description that the types can hold and every text near to one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyVariant } from './hgvs-arbitrary.fixture.ts';
import { HgvsCursor } from './hgvs-cursor.ts';
import { issueOfFault, type PrintOptions, parseHgvs, printHgvs, validateHgvs } from './index.ts';
import { readVariant } from './parse-hgvs.ts';

const inFull: PrintOptions = { removed: 'keep' };

test('what is printed is read as it was', () => {
  fc.assert(
    fc.property(anyVariant, (variant) => {
      const text = printHgvs(variant, inFull);
      const { value, fault } = parseHgvs(text);
      assert.equal(fault && `${text}: ${issueOfFault(fault).message}`, undefined);
      assert.deepEqual(value, structuredClone(variant), text);
    }),
    { numRuns: 3000 },
  );
});

test('one-letter codes, upper-case RNA and asterisks say the same', () => {
  const styles: readonly PrintOptions[] = [
    { ...inFull, letters: 'one' },
    { ...inFull, stop: '*' },
    { ...inFull, rna: 'upper', openFrameshift: 'fsTer' },
  ];
  fc.assert(
    fc.property(anyVariant, fc.constantFrom(...styles), (variant, style) => {
      const text = printHgvs(variant, style);
      const { value } = parseHgvs(text);
      assert.ok(value !== undefined, text);
      assert.equal(printHgvs(value, inFull), printHgvs(variant, inFull), text);
    }),
    { numRuns: 2000 },
  );
});

test('the preferred form is read, and is its own preferred form', () => {
  fc.assert(
    fc.property(anyVariant, (variant) => {
      const text = printHgvs(variant);
      const { value } = parseHgvs(text);
      assert.ok(value !== undefined, text);
      assert.equal(printHgvs(value), text);
      validateHgvs(value);
    }),
    { numRuns: 2000 },
  );
});

const letters = fc.constantFrom(...'ACGTUacgtN0123456789_-+*?()[];:.,>=|delinsupvconfxtyRrTerX/^ '.split(''));

test('a text one character away is read and printed, or has a fault inside it', () => {
  fc.assert(
    fc.property(
      anyVariant,
      fc.nat(),
      letters,
      fc.constantFrom(0, 1),
      fc.boolean(),
      (variant, at, letter, cut, puts) => {
        const text = printHgvs(variant, inFull);
        const place = at % (text.length + 1);
        const mutated = text.slice(0, place) + (puts ? letter : '') + text.slice(place + cut);
        const { value, fault } = parseHgvs(mutated);
        if (value === undefined) {
          assert.ok(fault.offset >= 0 && fault.offset <= mutated.length, mutated);
          assert.ok(fault.expected !== '', mutated);
          assert.equal(mutated.slice(fault.offset, fault.offset + fault.found.length), fault.found);
          return;
        }
        const printed = printHgvs(value, inFull);
        const again = parseHgvs(printed).value;
        assert.ok(again !== undefined, `${mutated} printed ${printed}`);
        assert.equal(printHgvs(again, inFull), printed);
        validateHgvs(value);
      },
    ),
    { numRuns: 4000 },
  );
});

test('any text at all is read or has a fault', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: letters, maxLength: 40 }),
      fc.constantFrom('', 'c.', 'p.', 'r.(', 'g.['),
      (rest, start) => {
        const { value, fault } = parseHgvs(start + rest);
        assert.equal(value === undefined, fault !== undefined);
      },
    ),
    { numRuns: 4000 },
  );
});

/** Texts that ask for going back, or that are long, each with what comes before. */
const heavy: readonly (readonly [start: string, repeated: string])[] = [
  ['', '('],
  ['', '9'],
  ['', 'A'],
  ['', 'A_'],
  ['c.', '('],
  ['c.', '9'],
  ['c.', '['],
  ['c.(', '1_'],
  ['r.', '('],
  ['r.((', '1_2)'],
  ['r.(1_2', 'a>c(;)1_2'],
  ['c.1del', 'A'],
  ['c.1_2ins', 'A'],
  ['c.1_2ins', 'NC'],
  ['c.1_2ins[', 'A;'],
  ['c.1_2ins[', 'AC9_9:g.1_2;'],
  ['c.1', 'CAG[1]'],
  ['c.1', 'CAG['],
  ['c.[', '1A>C;'],
  ['c.[', '1A>C];['],
  ['p.[(', 'Ala1Val;'],
  ['p.[', '(Ala1Val;'],
  ['p.Ala1_Ala2ins', 'Ala'],
  ['p.A1_A2ins', 'A'],
  ['p.', '('],
  ['p.(A1', 'ext'],
  ['p.A1fs*', '9'],
  ['p.A1', 'G^'],
];

function stepsFor(start: string, repeated: string, length: number): number {
  const cursor = new HgvsCursor(start + repeated.repeat(Math.ceil(length / repeated.length)));
  readVariant(cursor);
  return cursor.steps;
}

test('the work grows with the length of the text and no faster', () => {
  for (const [start, repeated] of heavy) {
    for (const length of [1_000, 1_000_000]) {
      const steps = stepsFor(start, repeated, length);
      assert.ok(steps <= 25 * (length + 20), `${start}${repeated} x ${length}: ${steps} steps`);
    }
  }
});
