import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type NumericRange, parseNumericRange } from './numeric-range.ts';
import { convertUnit, unitOf } from './unit.ts';
import { unitRegister } from './unit-register.ts';

const spellings: readonly [text: string, unit: string | undefined][] = [
  ['ng/mL', 'ng/mL'],
  ['ng/ml', 'ng/mL'],
  ['NG/ML', 'ng/mL'],
  ['ng per mL', 'ng/mL'],
  ['µg/L', 'ug/L'],
  ['μg / l', 'ug/L'],
  ['mcg/L', 'ug/L'],
  ['U/L', 'U/L'],
  ['U/l', 'U/L'],
  ['IU/L', 'U/L'],
  ['µkat/l', 'ukat/L'],
  ['mg/d', 'mg/d'],
  ['mg/day', 'mg/d'],
  ['mg/24h', 'mg/d'],
  ['mg / 24 hours', 'mg/d'],
  ['mg per day', 'mg/d'],
  ['mg/m²/day', 'mg/m2/d'],
  ['mg/m^2', 'mg/m2'],
  ['x 10^9/L', '10^9/L'],
  ['× 10⁹/l', '10^9/L'],
  ['10*9/L', '10^9/L'],
  ['10E9/L', '10^9/L'],
  ['× 109/L', '10^9/L'],
  ['G/L', '10^9/L'],
  ['g/L', 'g/L'],
  ['g/l', 'g/L'],
  ['K/µL', '10^3/uL'],
  ['cells/mm3', '/uL'],
  ['/mm³', '/uL'],
  ['per mm3', '/uL'],
  ['mL/min/1.73 m²', 'mL/min/1.73m2'],
  ['ml/min', 'mL/min'],
  ['%', '%'],
  ['percent', '%'],
  ['Upper Limit of Normal', 'ULN'],
  ['uln', 'ULN'],
  ['/10 HPF', '/10HPF'],
  ['mitoses per 10 HPF', '/10HPF'],
  ['mitoses/10 high-power fields', '/10HPF'],
  ['/2 mm2', '/2mm2'],
  ['per 2 mm²', '/2mm2'],
  ['months', 'mo'],
  ['cGy', 'cGy'],
  ['gbq', 'GBq'],
  ['MM', 'mm'],
  ['pounds', 'lb'],
  ['mut/Mb', 'mut/Mb'],
  // Never guessed: case that changes the meaning, unknown units, lost superscripts without a multiplication sign.
  ['Mg/dL', undefined],
  ['mBq', undefined],
  ['109/L', undefined],
  ['ng/nL', undefined],
  ['parsecs', undefined],
  ['', undefined],
  ['__proto__', undefined],
  ['constructor', undefined],
];
for (const [text, unit] of spellings)
  test(`'${text}' is ${unit ?? 'no unit'}`, () => assert.equal(unitOf(text), unit));

test('no spelling belongs to two units, and every unit is read by its own spellings', () => {
  for (const entry of unitRegister)
    for (const spelling of [entry.unit, ...entry.spellings])
      assert.equal(unitOf(spelling), entry.unit, spelling);
});

function range(text: string): NumericRange {
  const read = parseNumericRange(text);
  assert.ok(read.ok, text);
  return read.value;
}

// Each row is exact by definition (SI brochure; NIST SP 811).
const conversions: readonly [value: string, from: string, to: string, result: string][] = [
  ['4.6', 'cm', 'mm', '46'],
  ['3,000', 'cGy', 'Gy', '30'],
  ['44', 'ng/mL', 'ug/L', '44'],
  ['44', 'ng/mL', 'mg/L', '0.044'],
  ['9', 'g/dL', 'g/L', '90'],
  ['100', '10^9/L', '/uL', '100000'],
  ['1,500', '/mm3', '10^9/L', '1.5'],
  ['200', 'mCi', 'GBq', '7.4'],
  ['20', 'pounds', 'kg', '9.0718474'],
  ['4-8', 'weeks', 'days', '28-56'],
  ['<2', '/2 mm2', '/mm2', '<1'],
  ['1', 'y', 'mo', '12'],
];
for (const [value, from, to, result] of conversions)
  test(`${value} ${from} is ${result} ${to}`, () => {
    const converted = convertUnit(range(value), from, to);
    assert.equal(converted.ok && converted.value.printed, result);
  });

test('the same unit leaves the printed text', () => {
  const converted = convertUnit(range('1,200'), 'ng/ml', 'ng/mL');
  assert.equal(converted.ok && converted.value.printed, '1,200');
});

const refusals: readonly [from: string, to: string, code: string][] = [
  ['mg/dL', 'umol/L', 'unit-mismatch'],
  ['U/L', 'ng/mL', 'unit-mismatch'],
  ['/10 HPF', '/2 mm2', 'unit-mismatch'],
  ['mL/min', 'mL/min/1.73 m2', 'unit-mismatch'],
  ['mg/d', 'mg/L', 'unit-mismatch'],
  ['%', 'ULN', 'unit-mismatch'],
  ['ng/nL', 'ng/mL', 'unit-unknown'],
  ['ng/mL', 'foo', 'unit-unknown'],
];
for (const [from, to, code] of refusals)
  test(`${from} to ${to} is refused with ${code}`, () => {
    const converted = convertUnit(range('1'), from, to);
    assert.equal(converted.ok ? 'converted' : converted.code, code);
  });

test('an unknown unit brings the nearest one', () => {
  const converted = convertUnit(range('1'), 'ng/mk', 'ng/mL');
  assert.match(converted.ok ? '' : converted.message, /did you mean 'ng\/mL'/);
});
