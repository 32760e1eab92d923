import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayWidth, visibleText } from './visible-text.ts';

test('what a terminal or an eye would obey is shown as a picture', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['\u001b[31mred', '␛[31mred'],
    ['\u001b]0;title\u0007', '␛]0;title␇'],
    ['a\nb\tc\rd', 'a b c d'],
    ['\u0000', '␀'],
    ['\u007f', '␡'],
    ['\u009b31m', '\ufffd31m'],
    ['user\u202enimda', 'user\ufffdnimda'],
    ['\u2066hidden\u2069', '\ufffdhidden\ufffd'],
    ['\ud800', '\ufffd'],
    ['p.V560del, “≥ 3”, 日本', 'p.V560del, “≥ 3”, 日本'],
  ];
  for (const [given, shown] of cases) assert.equal(visibleText(given), shown);
});

test('widths count columns, not characters', () => {
  assert.equal(displayWidth('G2'), 2);
  assert.equal(displayWidth('日本'), 4);
  assert.equal(displayWidth('e\u0301'), 1);
});
