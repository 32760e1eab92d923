/**
 * What a status and an assay together say of a marker, every cell by the clinical rule behind it: a positive result
 * stands whatever the assay may miss; a negative one excludes only what the assay covers and cannot miss; and a result
 * that a further test of the same kind cannot bring is named by what the assay does not cover.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type AssayReach,
  assayReaches,
  combineMarkerTruths,
  type MarkerStatus,
  type MarkerTruth,
  markerStatuses,
  markerTruth,
  markerTruthTable,
} from './index.ts';

/** [status, reach, truth or the reason of the unknown], for all 32 cells. */
const cells: readonly (readonly [MarkerStatus, AssayReach, string])[] = [
  ['positive', 'detects', 'met'],
  ['positive', 'canMiss', 'met'],
  ['positive', 'doesNotCover', 'conflicting'],
  ['positive', 'unstated', 'met'],
  ['negative', 'detects', 'unmet'],
  ['negative', 'canMiss', 'assayCanMiss'],
  ['negative', 'doesNotCover', 'notCovered'],
  ['negative', 'unstated', 'assayUnstated'],
  ['equivocal', 'detects', 'equivocal'],
  ['equivocal', 'canMiss', 'equivocal'],
  ['equivocal', 'doesNotCover', 'notCovered'],
  ['equivocal', 'unstated', 'equivocal'],
  ['notTested', 'detects', 'notTested'],
  ['notTested', 'canMiss', 'notTested'],
  ['notTested', 'doesNotCover', 'notTested'],
  ['notTested', 'unstated', 'notTested'],
  ['pending', 'detects', 'pending'],
  ['pending', 'canMiss', 'pending'],
  ['pending', 'doesNotCover', 'notCovered'],
  ['pending', 'unstated', 'pending'],
  ['failed', 'detects', 'failedOrInsufficient'],
  ['failed', 'canMiss', 'failedOrInsufficient'],
  ['failed', 'doesNotCover', 'notCovered'],
  ['failed', 'unstated', 'failedOrInsufficient'],
  ['notCovered', 'detects', 'notCovered'],
  ['notCovered', 'canMiss', 'notCovered'],
  ['notCovered', 'doesNotCover', 'notCovered'],
  ['notCovered', 'unstated', 'notCovered'],
  ['assayCanMiss', 'detects', 'assayCanMiss'],
  ['assayCanMiss', 'canMiss', 'assayCanMiss'],
  ['assayCanMiss', 'doesNotCover', 'notCovered'],
  ['assayCanMiss', 'unstated', 'assayCanMiss'],
];

const shown = (of: MarkerTruth): string => (of.truth === 'unknown' ? of.reason : of.truth);

for (const [status, reach, expected] of cells) {
  test(`${status}, by an assay that ${reach}: ${expected}`, () => {
    assert.equal(shown(markerTruth(status, reach)), expected);
  });
}

test('every cell of the table is listed above, once', () => {
  const listed = cells.map(([status, reach]) => `${status} ${reach}`);
  const possible = markerStatuses.flatMap((status) => assayReaches.map((reach) => `${status} ${reach}`));
  assert.deepEqual(listed.toSorted(), possible.toSorted());
  const inTable = Object.entries(markerTruthTable).flatMap(([status, row]) =>
    Object.keys(row).map((reach) => `${status} ${reach}`),
  );
  assert.deepEqual(inTable.toSorted(), possible.toSorted());
});

test('only a negative result of an assay that detects the marker excludes it', () => {
  const excluded = cells.filter(([status, reach]) => markerTruth(status, reach).truth === 'unmet');
  assert.deepEqual(excluded, [['negative', 'detects', 'unmet']]);
});

test('only a positive result is met, and never one outside what the assay covers', () => {
  for (const [status, reach] of cells) {
    if (markerTruth(status, reach).truth !== 'met') continue;
    assert.equal(status, 'positive');
    assert.notEqual(reach, 'doesNotCover');
  }
});

const met: MarkerTruth = { truth: 'met' };
const unmet: MarkerTruth = { truth: 'unmet' };
const pending: MarkerTruth = { truth: 'unknown', reason: 'pending' };
const failed: MarkerTruth = { truth: 'unknown', reason: 'failedOrInsufficient' };

const combinations: readonly (readonly [string, readonly MarkerTruth[], string])[] = [
  ['no result', [], 'notRecorded'],
  ['one positive', [met], 'met'],
  ['one negative', [unmet], 'unmet'],
  ['a positive and a decisive negative', [met, unmet], 'conflicting'],
  ['a decisive negative and a positive', [unmet, met], 'conflicting'],
  ['a failed test and a positive', [failed, met], 'met'],
  ['a failed test and a decisive negative', [failed, unmet], 'unmet'],
  ['a pending test beside a failed one: the first reason', [pending, failed], 'pending'],
  ['a failed test beside a pending one: the first reason', [failed, pending], 'failedOrInsufficient'],
  ['a positive, a negative and a pending one', [pending, met, unmet], 'conflicting'],
];
for (const [name, truths, expected] of combinations) {
  test(`several results: ${name}: ${expected}`, () => {
    assert.equal(shown(combineMarkerTruths(truths)), expected);
  });
}

test('the order of the results never changes the truth, and repeating one changes nothing', () => {
  const result = fc.constantFrom(met, unmet, pending, failed);
  fc.assert(
    fc.property(fc.array(result, { minLength: 1, maxLength: 6 }), (results) => {
      const { truth } = combineMarkerTruths(results);
      assert.equal(combineMarkerTruths(results.toReversed()).truth, truth);
      assert.deepEqual(combineMarkerTruths([...results, ...results]), combineMarkerTruths(results));
    }),
  );
});
