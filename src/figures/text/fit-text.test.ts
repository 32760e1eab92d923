/** Texts that are cut say so, and fit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitLines, fitText, textWidth } from './index.ts';

test('a text that fits is left as it is, another ends in an ellipsis', () => {
  assert.equal(fitText('KIT', 100, 10), 'KIT');
  assert.equal(fitText('a  b\nc', 100, 10), 'a b c');
  assert.match(fitText('neuroendocrine carcinoma', 60, 10), /^neuroen.*\u2026$/);
  assert.equal(fitText('KIT', 0, 10), '\u2026');
  assert.deepEqual(fitLines('one two three', 20, 10, 2), ['one', 'tw\u2026']);
});

test('no line is wider than its room', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.integer({ min: 12, max: 200 }),
      (text, room) => {
        for (const line of [fitText(text, room, 10), ...fitLines(text, room, 10, 2)])
          assert.ok(textWidth(line, 10) <= room + 1e-9, line);
      },
    ),
  );
});
