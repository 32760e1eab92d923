import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareNumber, freeNumbersOf, namesNumber, numbersOf, printedForm, shareLine } from './printed-form.ts';

test('number words, dashes, percent signs and spaces make no difference', () => {
  for (const [a, b] of [
    ['Four', '4'],
    ['17.80–64.60', '17.80-64.60'],
    ['20 %', '20'],
    ['NR', 'nr'],
  ] as const)
    assert.equal(printedForm(a), printedForm(b));
  assert.notEqual(printedForm('6.0'), printedForm('6'), 'decimals are part of the print');
});

test('a number is bare of comparison, magnification, unit and power of ten', () => {
  for (const [text, number] of [
    ['≥1.5 × 109', '1.5'],
    ['x200', '200'],
    ['< .0001', '.0001'],
    ['grade 3 or greater', '3'],
    ['36+', '36+'],
    ['17 to 20 months', '17to20months'],
  ] as const)
    assert.equal(bareNumber(text), number);
});

test('a superscript reference after a full stop is no decimal', () => {
  assert.deepEqual(numbersOf('in GIST.7 and 38%.14,15'), ['7', '38', '14', '15']);
  assert.deepEqual(numbersOf('(p = .002; 0.74)'), ['.002', '0.74']);
});

test('digits of names are no numbers of a table', () => {
  assert.deepEqual(freeNumbersOf('KIF11, PD-1, Ki-67 index >20%, G3, Pt‑13, NCT03190213, 5-FU'), ['20', '5']);
});

test('a text names a number in digits or in words', () => {
  assert.ok(namesNumber('for three additional cycles', '3'));
  assert.ok(namesNumber('10% to 50%', '50'));
  assert.ok(!namesNumber('thirteen', '3'));
});

test('citations share a line', () => {
  assert.ok(shareLine('3-5, 9', '9-10'));
  assert.ok(!shareLine('3-5', '6'));
});
