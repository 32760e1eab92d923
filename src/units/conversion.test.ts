import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AnalyteId, analytes } from './analyte.ts';
import { conversionFactor, convert, convertQuantity, gramsPerMole } from './conversion.ts';
import { molarMassOf } from './molar-mass.ts';
import { type NumericRange, parseNumericRange } from './numeric-range.ts';
import { parseQuantity } from './quantity.ts';

function range(text: string): NumericRange {
  const read = parseNumericRange(text);
  assert.ok(read.ok, text);
  return read.value;
}

// Conversion factors as published, in the digits printed there: tables of conventional and SI units at
// ecoursesonline.iasri.res.in/mod/page/view.php?id=53457 and w3.csmu.edu.tw/~chr/Int_unit_conversion.htm;
// magnesium from elephantcare.org/convers.htm; haemoglobin from PMC3934467, table 1 (0.62063).
const published: readonly [AnalyteId, from: string, to: string, factor: number][] = [
  ['bilirubin-total', 'mg/dL', 'umol/L', 17.1],
  ['creatinine', 'mg/dL', 'umol/L', 88.4],
  ['glucose', 'mg/dL', 'mmol/L', 0.05551],
  ['cortisol', 'ug/dL', 'nmol/L', 27.59],
  ['uric-acid', 'mg/dL', 'umol/L', 59.48],
  ['cholesterol', 'mg/dL', 'mmol/L', 0.02586],
  ['triglycerides', 'mg/dL', 'mmol/L', 0.01129],
  ['calcium', 'mg/dL', 'mmol/L', 0.2495],
  ['magnesium', 'mg/dL', 'mmol/L', 0.4114],
  ['phosphate', 'mg/dL', 'mmol/L', 0.3229],
  ['urea', 'mg/dL', 'mmol/L', 0.1665],
  ['urea-nitrogen', 'mg/dL', 'mmol/L', 0.357],
  ['acth', 'pg/mL', 'pmol/L', 0.22],
  ['creatinine-clearance', 'mL/min', 'mL/s', 0.01667],
  ['albumin', 'g/dL', 'g/L', 10],
  ['haemoglobin', 'g/dL', 'mmol/L', 0.6206],
  ['alkaline-phosphatase', 'U/L', 'nkat/L', 16.67],
  ['potassium', 'mEq/L', 'mmol/L', 1],
  // By definition of the units.
  ['haemoglobin', 'g/dL', 'g/L', 10],
  ['ldh', 'ukat/L', 'U/L', 60],
  ['neutrophils', '/mm3', '10^9/L', 0.001],
  ['platelets', '10^3/uL', '10^9/L', 1],
];
for (const [analyte, from, to, factor] of published)
  test(`${analyte}: ${from} to ${to} is x ${factor}`, () => {
    const found = conversionFactor(analyte, from, to);
    assert.ok(found.ok);
    // Within one unit of the last printed digit.
    const decimals = (String(factor).split('.')[1] ?? '').length;
    assert.ok(Math.abs(found.value - factor) <= 1.000001 * 10 ** -decimals, `${found.value}`);
  });

// Molar masses (g/mol) as PubChem prints them, glucagon as the USP does; a rounding apart.
const masses: readonly [formula: string, grams: number][] = [
  ['C33H36N4O6', 584.7],
  ['C4H7N3O', 113.12],
  ['C10H9NO3', 191.18],
  ['C10H12N2O', 176.21],
  ['C6H12O6', 180.16],
  ['C21H30O5', 362.5],
  ['C5H4N4O3', 168.11],
  ['C27H46O', 386.7],
  ['C153H225N43O49S', 3482.8],
];
for (const [formula, grams] of masses)
  test(`a mole of ${formula} is ${grams} g`, () => assert.ok(Math.abs(molarMassOf(formula) - grams) < 0.06));

test('what is not a formula of listed elements is a fault', () => {
  for (const formula of ['', 'c6', 'C6-H12', 'Xx2', 'C6H12 '])
    assert.throws(() => molarMassOf(formula), RangeError, formula);
});

test('5-HIAA and serotonin convert by the molar masses that PubChem prints', () => {
  const hiaa = conversionFactor('5-hiaa-urine', 'mg/d', 'umol/d');
  const serotonin = conversionFactor('serotonin', 'ng/mL', 'nmol/L');
  assert.ok(hiaa.ok && serotonin.ok);
  assert.ok(Math.abs(hiaa.value * 191.18 - 1000) < 0.1);
  assert.ok(Math.abs(serotonin.value * 176.21 - 1000) < 0.1);
});

test('every molar mass of the register can be computed', () => {
  for (const { id, mole } of analytes) assert.equal(gramsPerMole(id) !== undefined, mole !== undefined, id);
});

const refusals: readonly [AnalyteId, from: string, to: string, code: string][] = [
  ['chromogranin-a', 'ng/mL', 'kU/L', 'unit-mismatch'],
  ['chromogranin-a', 'ng/mL', 'nmol/L', 'unit-mismatch'],
  ['gastrin', 'pg/mL', 'pmol/L', 'unit-mismatch'],
  ['insulin', 'uU/mL', 'pmol/L', 'unit-mismatch'],
  ['creatinine-clearance', 'mL/min', 'mL/min/1.73m2', 'unit-mismatch'],
  ['bilirubin-total', 'ULN', 'mg/dL', 'unit-mismatch'],
  ['5-hiaa-urine', 'ng/mL', 'mg/d', 'unit-unknown'],
  ['haemoglobin', 'ng/mL', 'g/L', 'unit-unknown'],
  ['platelets', 'g/L', '10^9/L', 'unit-unknown'],
  ['ldh', 'foo', 'U/L', 'unit-unknown'],
  ['ldh', 'U/L', '', 'unit-unknown'],
];
for (const [analyte, from, to, code] of refusals)
  test(`${analyte} from '${from}' to '${to}' is refused with ${code}`, () => {
    const converted = convert(range('1'), from, to, analyte);
    assert.equal(converted.ok ? 'converted' : converted.code, code);
  });

test('the same unit converts even where nothing else does, and keeps its text', () => {
  const same = convert(range('1,200'), 'kU/l', 'kU/L', 'chromogranin-a');
  assert.equal(same.ok && same.value.printed, '1,200');
  const mass = convert(range('44'), 'ng/mL', 'ug/L', 'chromogranin-a');
  assert.equal(mass.ok && mass.value.low, 44);
});

test('there and back is where it began, for every pair of units of every analyte', () => {
  const value = fc.double({ min: 1e-3, max: 1e5, noNaN: true });
  for (const { id, units } of analytes)
    for (const from of units)
      for (const to of units) {
        if (!conversionFactor(id, from, to).ok) continue;
        fc.assert(
          fc.property(value, value, (a, b) => {
            const start: NumericRange = { ...range('<1 '), low: Math.min(a, b), high: Math.max(a, b) };
            const there = convert(start, from, to, id);
            assert.ok(there.ok);
            const back = convert(there.value, to, from, id);
            assert.ok(back.ok);
            for (const end of ['low', 'high'] as const) {
              const [was, is] = [start[end], back.value[end]];
              assert.ok(was !== null && is !== null && Math.abs(is / was - 1) < 1e-11, `${id} ${from} ${to}`);
            }
            assert.equal(back.value.highOpen, true);
          }),
          { numRuns: 5 },
        );
      }
});

test('a conversion that is refused one way is refused the other way', () => {
  for (const { id, units } of analytes)
    for (const from of units)
      for (const to of units)
        assert.equal(
          conversionFactor(id, from, to).ok,
          conversionFactor(id, to, from).ok,
          `${id} ${from} ${to}`,
        );
});

const quantities: readonly [text: string, to: string, AnalyteId, result: string][] = [
  ['1.2', 'ratio', 'inr', '1.2'],
  ['<9 g/dL', 'g/L', 'haemoglobin', '<90'],
  ['rare', 'g/L', 'haemoglobin', 'unparsable-quantity'],
  ['9', 'g/L', 'haemoglobin', 'unit-unknown'],
];
for (const [text, to, analyte, result] of quantities)
  test(`${analyte} '${text}' in ${to}: ${result}`, () => {
    const read = parseQuantity(text);
    assert.ok(read.ok);
    const converted = convertQuantity(read.value, to, analyte);
    assert.equal(converted.ok ? converted.value.printed : converted.code, result);
  });
