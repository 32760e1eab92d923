import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatQuantity, parseQuantity, type Quantity } from './quantity.ts';
import { unitRegister } from './unit-register.ts';

function read(text: string): Quantity {
  const parsed = parseQuantity(text);
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.message);
  return parsed.value;
}

const numbers: readonly [
  text: string,
  low: number | null,
  high: number | null,
  unit: string | null,
  rangePrinted: string,
][] = [
  ['44 ng/mL', 44, 44, 'ng/mL', '44'],
  ['<95 ng/mL', null, 95, 'ng/mL', '<95'],
  ['7 mg/d', 7, 7, 'mg/d', '7'],
  ['406 U/L', 406, 406, 'U/L', '406'],
  ['38–126 U/L', 38, 126, 'U/L', '38–126'],
  ['3 cm', 3, 3, 'cm', '3'],
  ['20%', 20, 20, '%', '20%'],
  ['20 %', 20, 20, '%', '20 %'],
  ['20 percent', 20, 20, '%', '20'],
  ['45%-70%', 45, 70, '%', '45%-70%'],
  ['3,000 cGy', 3000, 3000, 'cGy', '3,000'],
  ['150', 150, 150, null, '150'],
  ['1.5 x ULN', 1.5, 1.5, 'ULN', '1.5'],
  ['≤2.5 × upper limit of normal', null, 2.5, 'ULN', '≤2.5'],
  ['5xULN', 5, 5, 'ULN', '5'],
  ['1.5 times the upper limit of normal', 1.5, 1.5, 'ULN', '1.5'],
  ['2.5 x institutional ULN', 2.5, 2.5, 'ULN', '2.5'],
  ['ULN', 1, 1, 'ULN', 'ULN'],
  ['<= ULN', null, 1, 'ULN', '<= ULN'],
  ['≤ ULN', null, 1, 'ULN', '≤ ULN'],
  ['>= LLN', 1, null, 'LLN', '>= LLN'],
  ['≥1.5 × 109/L', 1.5, null, '10^9/L', '≥1.5'],
  ['1.5 x 10^9/L', 1.5, 1.5, '10^9/L', '1.5'],
  ['150 10*9/L', 150, 150, '10^9/L', '150'],
  ['2/10 HPF', 2, 2, '/10HPF', '2'],
  ['<2 per 2 mm2', null, 2, '/2mm2', '<2'],
  ['3 mitoses/10 HPF', 3, 3, '/10HPF', '3'],
  ['400 mg/day', 400, 400, 'mg/d', '400'],
  ['36.5+ months', 36.5, null, 'mo', '36.5+'],
  ['4–36.5+ months', 4, null, 'mo', '4–36.5+'],
  ['500 cells', 500, 500, 'cells', '500'],
  ['10 fractions', 10, 10, 'fractions', '10'],
  ['-30%', -30, -30, '%', '-30%'],
];
for (const [text, low, high, unit, rangePrinted] of numbers) {
  test(`'${text}' is read`, () => {
    const quantity = read(text);
    assert.deepEqual([quantity.range?.low, quantity.range?.high], [low, high]);
    assert.equal(quantity.unit, unit);
    assert.equal(quantity.word, null);
    assert.equal(quantity.printed, text);
    assert.equal(quantity.range?.printed, rangePrinted);
    assert.equal(quantity.range?.percent, unit === '%' ? true : undefined);
  });
}

for (const word of [
  'rare',
  'normal',
  'elevated',
  'high',
  'markedly elevated',
  'within normal limits',
  'none',
  'seven',
]) {
  test(`'${word}' stays a word`, () => {
    assert.deepEqual(read(word), { range: null, word, unit: null, printed: word });
  });
}

const refusals: readonly [text: string, code: string][] = [
  ['', 'unparsable-quantity'],
  ['   ', 'unparsable-quantity'],
  ['ng/mL', 'unparsable-quantity'],
  ['mg', 'unparsable-quantity'],
  ['%', 'unparsable-quantity'],
  ['NaN', 'unparsable-quantity'],
  ['Infinity', 'unparsable-quantity'],
  ['about 20', 'unparsable-quantity'],
  ['grade 2', 'unparsable-quantity'],
  ['<script>', 'unparsable-quantity'],
  ['44 to 4 ng/mL', 'unparsable-quantity'],
  ['1,5 mg/dL', 'unparsable-quantity'],
  ['3+', 'unparsable-quantity'],
  ['3+ mg', 'unparsable-quantity'],
  ['2-3+', 'unparsable-quantity'],
  ['>3+ months', 'unparsable-quantity'],
  ['44 ng/nL', 'unit-unknown'],
  ['4.6 x 3.2 cm', 'unparsable-quantity'],
  ['4 x 3 x 2 mm', 'unparsable-quantity'],
  ['unknown', 'unparsable-quantity'],
  ['Not done', 'unparsable-quantity'],
  ['44 purple', 'unit-unknown'],
  ['20% ng/mL', 'unit-unknown'],
  ['2/10', 'unit-unknown'],
  ['1.5 109/L', 'unparsable-quantity'],
  ['5-HIAA', 'unit-unknown'],
  ['x'.repeat(1_000_000), 'unparsable-quantity'],
];
for (const [text, code] of refusals) {
  test(`'${text.slice(0, 30)}' is refused with ${code}`, () => {
    const parsed = parseQuantity(text);
    assert.equal(parsed.ok ? 'read' : parsed.code, code);
  });
}

const ends = fc
  .tuple(
    fc.integer({ min: 0, max: 5000 }),
    fc.integer({ min: 0, max: 5000 }),
    fc.constantFrom('', '<', '<=', '>', '>=', '-'),
  )
  .map(([a, b, form]) => (form === '-' ? `${Math.min(a, b)}-${Math.max(a, b)}` : `${form}${a / 8}`));

test('what is formatted is read back as the same quantity, in every unit', () => {
  fc.assert(
    fc.property(ends, fc.constantFrom(null, ...unitRegister.map((each) => each.unit)), (number, unit) => {
      const quantity = read(unit === null ? number : `${number} ${unit}`);
      assert.equal(quantity.unit, unit);
      const again = read(formatQuantity(quantity));
      const bare = ({ range, word, unit: its }: Quantity) => ({ ...range, printed: '', word, unit: its });
      assert.deepEqual(bare(again), bare(quantity));
    }),
    { numRuns: 1000 },
  );
  assert.equal(formatQuantity(read('rare')), 'rare');
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const parsed = parseQuantity(text);
      if (parsed.ok) assert.notEqual(parsed.value.range === null, parsed.value.word === null);
    }),
    { numRuns: 1000 },
  );
});
