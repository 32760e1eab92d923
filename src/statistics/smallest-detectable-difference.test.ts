import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallestDetectableDifference } from './smallest-detectable-difference.ts';

test('differences around one half that 80% power sees', () => {
  // (1.959964 + 0.841621) * sqrt(2 / (4 * 100)) = 0.198101
  assert.ok(Math.abs(smallestDetectableDifference(100, 100) - 0.198_102) < 1e-6);
  assert.equal(smallestDetectableDifference(16, 2), 1);
  assert.ok(smallestDetectableDifference(8, 12) > 0.6);
});
