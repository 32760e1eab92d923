/** Every value that papers 000 to 004 print about a patient can be read, and the text read stands in the paper. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseQuantity } from './quantity.ts';
import { multipleOfUpperLimit, parseReferenceRange, positionInReferenceRange } from './reference-range.ts';

const folder =
  process.env['CAJAL_SEEDS'] ??
  join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared', 'seeds');
const skip = existsSync(folder) ? false : `the papers are not at ${folder}`;
/** Lines joined, so that a value printed over two lines is found. */
const paperText = (paper: string): string =>
  readdirSync(folder)
    .filter((name) => name.startsWith(`${paper}_`))
    .map((name) =>
      readFileSync(join(folder, name), 'utf8')
        .replace(/\/\s*\n/g, '/')
        .replace(/\s+/g, ' '),
    )
    .join('');

const values: readonly [
  paper: string,
  printed: string,
  low: number | null,
  high: number | null,
  unit: string | null,
][] = [
  ['000', '40.0 ng/mL', 40, 40, 'ng/mL'],
  ['000', '1.9–15.0 ng/mL', 1.9, 15, 'ng/mL'],
  ['000', '4 ng/mL', 4, 4, 'ng/mL'],
  ['000', '20%', 20, 20, '%'],
  ['000', '400 mg/d', 400, 400, 'mg/d'],
  ['000', '20 months', 20, 20, 'mo'],
  ['000', '20 pounds', 20, 20, 'lb'],
  ['001', '406 U/L', 406, 406, 'U/L'],
  ['001', '38–126 U/L', 38, 126, 'U/L'],
  ['001', '1.2%', 1.2, 1.2, '%'],
  ['001', '29 ng/mL', 29, 29, 'ng/mL'],
  ['001', '<95 ng/mL', null, 95, 'ng/mL'],
  ['001', '7 mg/d', 7, 7, 'mg/d'],
  ['001', '0–15 mg/d', 0, 15, 'mg/d'],
  ['001', '117 ng/mL', 117, 117, 'ng/mL'],
  ['001', '50–200 ng/mL', 50, 200, 'ng/mL'],
  ['001', '3,000 cGy', 3000, 3000, 'cGy'],
  ['001', '10 fractions', 10, 10, 'fractions'],
  ['001', '6.4 cm', 6.4, 6.4, 'cm'],
  ['001', '22.8%', 22.8, 22.8, '%'],
  ['002', '≥1.5 × 109/L', 1.5, null, '10^9/L'],
  ['002', '≥ 9 g/dL', 9, null, 'g/dL'],
  ['002', '≥100 × 109/L', 100, null, '10^9/L'],
  ['002', '≤1.5 × upper limit of normal', null, 1.5, 'ULN'],
  ['002', '≤2.5 × upper limit of normal', null, 2.5, 'ULN'],
  ['002', '5.0 × upper limit of normal', 5, 5, 'ULN'],
  ['002', '>30 weeks', 30, null, 'wk'],
  ['002', '>1 year', 1, null, 'y'],
  ['003', '70% to 90%', 70, 90, '%'],
  ['003', '14 months', 14, 14, 'mo'],
  ['003', '8 mo', 8, 8, 'mo'],
  ['003', '43 y/o', 43, 43, 'y'],
  ['004', '10% to 50%', 10, 50, '%'],
  ['004', '45%–70%', 45, 70, '%'],
  ['004', '<2', null, 2, null],
  ['004', '3%–20%', 3, 20, '%'],
  ['004', '130 mg/m2/day', 130, 130, 'mg/m2/d'],
  ['004', '100 mg/m2', 100, 100, 'mg/m2'],
  ['004', 'more than 3 years', 3, null, 'y'],
];
for (const [paper, printed, low, high, unit] of values) {
  test(`paper ${paper} prints '${printed}'`, { skip }, () => {
    assert.ok(paperText(paper).includes(printed), 'not in the paper');
    const read = parseQuantity(printed);
    assert.ok(read.ok, read.ok ? '' : read.message);
    assert.deepEqual([read.value.range?.low, read.value.range?.high, read.value.unit], [low, high, unit]);
  });
}

test("paper 000 prints 'rare' mitoses, which stay a word", { skip }, () => {
  assert.ok(paperText('000').includes('rare mitoses'));
  assert.deepEqual(parseQuantity('rare'), {
    ok: true,
    value: { range: null, word: 'rare', unit: null, printed: 'rare' },
  });
});

// What the papers say of a value agrees with its position in the printed reference range.
const judged: readonly [value: string, range: string, 'above' | 'within', timesUpperLimit: number][] = [
  ['40.0 ng/mL', '1.9–15.0 ng/mL', 'above', 2.667],
  ['44 ng/mL', '1.9–15.0 ng/mL', 'above', 2.933],
  ['4 ng/mL', '1.9–15.0 ng/mL', 'within', 0.267],
  ['406 U/L', '38–126 U/L', 'above', 3.222],
  ['29 ng/mL', '<95 ng/mL', 'within', 0.305],
  ['7 mg/d', '0–15 mg/d', 'within', 0.467],
  ['117 ng/mL', '50–200 ng/mL', 'within', 0.585],
];
for (const [value, range, position, times] of judged)
  test(`${value} (${range}) is ${position} and ${times} x ULN`, () => {
    const read = parseQuantity(value);
    const normal = parseReferenceRange(range);
    assert.ok(read.ok && normal.ok);
    assert.equal(positionInReferenceRange(read.value, normal.value), position);
    const multiple = multipleOfUpperLimit(read.value, normal.value);
    assert.ok(multiple.ok && multiple.value.low !== null);
    assert.equal(Number(multiple.value.low.toFixed(3)), times);
  });
