/** Places of things on a line: none over another, none outside, none moved without need. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { spreadPlaces } from './index.ts';

test('what has room stays where it belongs; neighbours part evenly; the ends hold', () => {
  const width = 10;
  assert.deepEqual(
    spreadPlaces(
      [
        { at: 20, width },
        { at: 50, width },
      ],
      0,
      100,
    ),
    [20, 50],
  );
  assert.deepEqual(
    spreadPlaces(
      [
        { at: 50, width },
        { at: 52, width },
      ],
      0,
      100,
    ),
    [46, 56],
  );
  assert.deepEqual(
    spreadPlaces(
      [
        { at: 1, width },
        { at: 2, width },
      ],
      0,
      100,
    ),
    [5, 15],
  );
  assert.deepEqual(spreadPlaces([{ at: 99, width }], 0, 100), [95]);
  assert.deepEqual(
    spreadPlaces(
      [
        { at: 5, width: 20 },
        { at: 6, width: 20 },
      ],
      0,
      20,
    ),
    [5, 15],
  );
  assert.deepEqual(spreadPlaces([], 0, 20), []);
});

test('whatever the places, the order is kept and the gaps are those of the widths', () => {
  const item = fc.record({ at: fc.integer({ min: 0, max: 500 }), width: fc.integer({ min: 1, max: 12 }) });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), (unsorted) => {
      const items = unsorted.toSorted((one, other) => one.at - other.at);
      const places = spreadPlaces(items, 0, 500);
      const wanted = items.reduce((sum, { width }) => sum + width, 0);
      const share = Math.min(1, 500 / Math.max(1, wanted));
      places.forEach((place, at) => {
        const half = ((items[at]?.width ?? 0) * share) / 2;
        assert.ok(place - half >= -1e-6 && place + half <= 500 + 1e-6);
        const before = places[at - 1];
        const gap = half + ((items[at - 1]?.width ?? 0) * share) / 2;
        if (before !== undefined) assert.ok(place - before >= gap - 1e-6);
      });
    }),
  );
});
