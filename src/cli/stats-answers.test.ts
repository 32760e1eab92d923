/** What the survival commands print: counts as they are, refusals in words, lists without gaps, long answers whole. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonRefusalText, shown } from './commands/stats.ts';
import { plainForTerminal } from './outcome.ts';

test('four digits, and a count of more than four is not rounded to them', () => {
  assert.deepEqual(
    [299_729, 12_345.6, 1234.56, 0.0123456, -54_321, 0, null, 1e20].map((value) => shown(value)),
    ['299729', '12346', '1235', '0.01235', '-54321', '0', 'not reached', '100000000000000000000'],
  );
});

test('a comparison is refused in words', () => {
  for (const reason of ['fewerThanTwoGroups', 'noEvents', 'noVariation', 'beyondFollowUp'])
    assert.match(comparisonRefusalText(reason), / .* /);
});

test('what could drive the terminal is made visible, in a text of any length', () => {
  assert.equal(
    plainForTerminal('a\u001b[2Jb\u0000\u009b\u202e\u061c\t\n\u{1f600}'),
    'a\\x1b[2Jb\\x00\\x9b\\x202e\\x61c\t\n\u{1f600}',
  );
  const long = 'x'.repeat(2 ** 27 + 1);
  assert.equal(plainForTerminal(long).length, long.length);
});
