/** Every reason of an unknown has words of its own, without a code word. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markerStatuses, markerTruthTable, type UnknownReason, unknownReasonText } from './index.ts';

test('reasons read as words', () => {
  assert.equal(unknownReasonText('rangeSpansLimit'), 'value spans the limit');
  assert.equal(unknownReasonText('notRecorded'), 'nothing recorded');
});

test('silence, no test, and a test that can miss it are told apart', () => {
  const reasons = new Set<UnknownReason>(['notRecorded']);
  for (const status of markerStatuses) {
    for (const truth of Object.values(markerTruthTable[status]))
      if (truth.truth === 'unknown') reasons.add(truth.reason);
  }
  const words = [...reasons].map(unknownReasonText);
  assert.equal(new Set(words).size, words.length);
  for (const each of words) assert.doesNotMatch(each, /[a-z][A-Z]/);
});
