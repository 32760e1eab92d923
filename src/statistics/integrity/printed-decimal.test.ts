/** Printed numbers: what is read, what is refused, and that reading keeps every digit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { printUnits, readPrintedDecimal, readPrintedTime } from './index.ts';

test('plain decimals are read with their decimals', () => {
  for (const [text, units, decimals, bound, percent] of [
    ['41.5', 415, 1, 'exact', false],
    ['66', 66, 0, 'exact', false],
    ['0.034', 34, 3, 'exact', false],
    ['.034', 34, 3, 'exact', false],
    ['5.0', 50, 1, 'exact', false],
    ['12.5%', 125, 1, 'exact', true],
    ['41·5 %', 415, 1, 'exact', true],
    ['<.001', 1, 3, 'below', false],
    ['≤ 0.05', 5, 2, 'atMost', false],
    ['>= 20', 20, 0, 'atLeast', false],
    ['−3.2', -32, 1, 'exact', false],
    ['-0.0', 0, 1, 'exact', false],
  ] as const)
    assert.deepEqual(
      readPrintedDecimal(text),
      { ok: true, decimal: { text, bound, units, decimals, percent } },
      text,
    );
});

test('what is no plain decimal is refused', () => {
  for (const text of ['', '36.4+', '1,234', '41,5', '3-5', '5.', 'NR', '+3', '1e5', '%', '<', '4 months'])
    assert.deepEqual(readPrintedDecimal(text), { ok: false, reason: 'notADecimal', text }, text);
  const text = '1234567890.1234567';
  assert.deepEqual(readPrintedDecimal(text), { ok: false, reason: 'tooManyDigits', text });
});

test('units print as they were read, and nothing throws', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999, max: 999_999 }), fc.nat(6), (units, decimals) => {
      const read = readPrintedDecimal(printUnits(units, decimals));
      assert.ok(read.ok);
      assert.equal(read.decimal.units, units);
      assert.equal(read.decimal.decimals, decimals);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      readPrintedDecimal(text);
      readPrintedTime(text);
    }),
  );
});

test('times: censored ends are bounds', () => {
  const kindOf = (text: string): string => {
    const read = readPrintedTime(text);
    return read.ok ? read.time.kind : read.reason;
  };
  for (const [text, kind] of [
    ['36.4', 'exact'],
    ['36.4+', 'atLeast'],
    ['>36.4', 'atLeast'],
    ['NR', 'notReached'],
    ['not reached', 'notReached'],
    ['NE', 'notReached'],
    ['<3', 'bound'],
    ['3 to 5', 'notADecimal'],
  ] as const)
    assert.equal(kindOf(text), kind, text);
});
