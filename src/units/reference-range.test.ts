import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AnalyteId } from './analyte.ts';
import { convertQuantity } from './conversion.ts';
import { formatNumericRange } from './numeric-range.ts';
import { parseQuantity, type Quantity } from './quantity.ts';
import {
  multipleOfLowerLimit,
  multipleOfUpperLimit,
  parseReferenceRange,
  positionInReferenceRange,
} from './reference-range.ts';

function quantity(text: string): Quantity {
  const read = parseQuantity(text);
  assert.ok(read.ok, text);
  return read.value;
}
function reference(text: string): Quantity {
  const read = parseReferenceRange(text);
  assert.ok(read.ok, text);
  return read.value;
}

const ranges: readonly [text: string, low: number | null, high: number | null, unit: string | null][] = [
  ['1.9–15.0', 1.9, 15, null],
  ['(1.9-15.0 ng/mL)', 1.9, 15, 'ng/mL'],
  ['<95 ng/mL', null, 95, 'ng/mL'],
  ['0-15 mg/d', 0, 15, 'mg/d'],
  ['38–126 U/L', 38, 126, 'U/L'],
  ['50–200 ng/mL', 50, 200, 'ng/mL'],
  ['≥60 mL/min', 60, null, 'mL/min'],
];
for (const [text, low, high, unit] of ranges)
  test(`reference range '${text}' is read`, () => {
    const read = reference(text);
    assert.deepEqual([read.range?.low, read.range?.high, read.unit, read.printed], [low, high, unit, text]);
  });

for (const text of ['95', '95 ng/mL', 'normal', '< 3 x ULN', '', '15.0–1.9', '((1-2))'])
  test(`'${text}' is no reference range`, () => {
    const read = parseReferenceRange(text);
    assert.equal(read.ok ? 'read' : read.code, 'unparsable-quantity');
  });

const multiples: readonly [value: string, range: string, multiple: number | string, AnalyteId?][] = [
  ['44 ng/mL', '1.9-15.0', 2.933],
  ['40.0 ng/mL', '1.9–15.0 ng/mL', 2.667],
  ['44 ng/mL', '1.9-15.0 ug/L', 2.933],
  ['44', '1.9-15.0 ng/mL', 2.933],
  ['29 ng/mL', '<95 ng/mL', 0.3053],
  ['406 U/L', '38–126 U/L', 3.222],
  ['2.1 mg/dL', '0.2-1.4 mg/dL', 1.5],
  ['1.5 x ULN', '0.2-1.4 mg/dL', 1.5],
  ['20.5 umol/L', '0.2-1.2 mg/dL', 0.9988, 'bilirubin-total'],
  ['20 umol/L', '0.2-1.2 mg/dL', 'unit-mismatch'],
  ['10 kU/L', '<95 ng/mL', 'unit-mismatch', 'chromogranin-a'],
  ['10 kU/L', '<95 ng/mL', 'unit-mismatch'],
  ['80 mL/min', '>60 mL/min', 'reference-range-unusable'],
  ['elevated', '<95 ng/mL', 'unparsable-quantity'],
];
for (const [value, range, expected, analyte] of multiples)
  test(`${value} with ${range} is ${expected} x ULN`, () => {
    const multiple = multipleOfUpperLimit(quantity(value), reference(range), analyte);
    const low = multiple.ok ? Number(multiple.value.low?.toPrecision(4)) : multiple.code;
    assert.equal(low, expected);
  });

test('a censored or ranged value has a censored or ranged multiple', () => {
  const printed = (value: string): string => {
    const multiple = multipleOfUpperLimit(quantity(value), reference('0-10 U/L'));
    assert.ok(multiple.ok);
    return formatNumericRange(multiple.value);
  };
  assert.equal(printed('<95 U/L'), '<9.5');
  assert.equal(printed('>25 U/L'), '>2.5');
  assert.equal(printed('15-30 U/L'), '1.5-3');
});

test('a word is no reference range either', () => {
  const multiple = multipleOfUpperLimit(quantity('3 U/L'), quantity('normal'));
  assert.equal(multiple.ok ? 'read' : multiple.code, 'reference-range-unusable');
});

test('the lower limit works alike', () => {
  const multiple = multipleOfLowerLimit(quantity('30 g/L'), reference('3.5-5 g/dL'), 'albumin');
  assert.equal(multiple.ok && multiple.value.low, 0.857_142_857_143);
  const without = multipleOfLowerLimit(quantity('30 ng/mL'), reference('<95 ng/mL'));
  assert.equal(without.ok ? 'read' : without.code, 'reference-range-unusable');
});

const positions: readonly [
  value: string,
  range: string,
  ReturnType<typeof positionInReferenceRange>,
  AnalyteId?,
][] = [
  ['40.0 ng/mL', '1.9–15.0 ng/mL', 'above'],
  ['4 ng/mL', '1.9–15.0 ng/mL', 'within'],
  ['1.9 ng/mL', '1.9–15.0 ng/mL', 'within'],
  ['1.8 ng/mL', '1.9–15.0 ng/mL', 'below'],
  ['29 ng/mL', '<95 ng/mL', 'within'],
  ['95 ng/mL', '<95 ng/mL', 'above'],
  ['<5 ng/mL', '1.9–15.0 ng/mL', 'unknown'],
  ['<5 ng/mL', '<95 ng/mL', 'within'],
  ['60 mL/min', '>60 mL/min', 'below'],
  ['45 mL/min', '≥60 mL/min', 'below'],
  ['10-20 ng/mL', '1.9–15.0', 'unknown'],
  ['25 umol/L', '0.2-1.2 mg/dL', 'above', 'bilirubin-total'],
  ['25 umol/L', '0.2-1.2 mg/dL', 'unknown'],
  ['elevated', '<95 ng/mL', 'unknown'],
];
for (const [value, range, position, analyte] of positions)
  test(`${value} in ${range}: ${position}`, () =>
    assert.equal(positionInReferenceRange(quantity(value), reference(range), analyte), position));

test('the multiple of the upper limit does not depend on the unit of the value', () => {
  const units: readonly [AnalyteId, readonly string[]][] = [
    ['bilirubin-total', ['mg/dL', 'umol/L', 'mg/L']],
    ['creatinine', ['mg/dL', 'umol/L', 'mmol/L']],
    ['ldh', ['U/L', 'ukat/L', 'nkat/L']],
    ['haemoglobin', ['g/L', 'g/dL', 'mmol/L']],
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...units),
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.nat(2),
      fc.nat(2),
      ([analyte, its], hundredths, upper, first, second) => {
        const [a = '', b = ''] = [its[first], its[second]];
        const value = quantity(`${hundredths / 100} ${a}`);
        const normal = reference(`0-${upper / 100} ${a}`);
        const converted = convertQuantity(value, b, analyte);
        assert.ok(converted.ok);
        const here = multipleOfUpperLimit(value, normal, analyte);
        const there = multipleOfUpperLimit({ ...value, range: converted.value, unit: b }, normal, analyte);
        assert.ok(here.ok && there.ok);
        assert.ok(Math.abs((there.value.low ?? 0) / (here.value.low ?? 0) - 1) < 1e-10);
      },
    ),
  );
});
