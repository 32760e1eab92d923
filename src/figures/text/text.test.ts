/** Text widths and line breaking. Widths are those of Arial, in thousandths of the em, from the font's own table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textWidth, wrapText } from './index.ts';

test('the width of a text is the sum of its advance widths', () => {
  // H 722, e 556, l 222, l 222, o 556 in Arial.
  assert.equal(textWidth('Hello', 10), 22.78);
  assert.equal(textWidth('Hello', 20), 45.56);
  // Bold: H 722, e 556, l 278, l 278, o 611.
  assert.equal(textWidth('Hello', 10, 'bold'), 24.45);
  assert.equal(textWidth('', 10), 0);
});

test('a character that the font does not have counts as one em, never as nothing', () => {
  assert.equal(textWidth('\u795e', 10), 10);
  assert.equal(textWidth('\ud83e\uddec', 10), 10);
});

test('lines hold every word in order and are not wider than asked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[A-Za-z0-9(),.-]{1,30}$/), { maxLength: 30 }),
      fc.integer({ min: 20, max: 400 }),
      (words, width) => {
        const lines = wrapText(words.join(' '), width, 10);
        assert.equal(lines.join('').replaceAll(' ', ''), words.join(''));
        for (const line of lines)
          assert.ok(Array.from(line).length === 1 || textWidth(line, 10) <= width + 1e-9);
      },
    ),
  );
});

test('a word that is too wide is broken, and nothing is lost', () => {
  const lines = wrapText('Gastroenteropancreatic', 40, 10);
  assert.ok(lines.length > 2);
  assert.equal(lines.join(''), 'Gastroenteropancreatic');
});
