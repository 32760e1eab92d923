/**
 * Ki-67 in percent and mitoses per 2 mm2 against a limit. The value compared is the printed one; where the exact
 * interval of the cells counted crosses the limit, the classification says so beside it. Over several lesions the
 * whole range has to lie on one side.
 */
import type { Place } from '../../case/index.ts';
import { all, any, type Truth } from '../../truth/index.ts';
import { answer, isUnknown } from '../answer.ts';
import { boundsSchema, boundsText, withinBounds } from '../bounds.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

/** Every count on the same side decides; counts on both sides, or across the limit, leave it open. */
function agreed(truths: readonly Truth[]): Truth {
  const every = all(truths);
  return every === 'unmet' && any(truths) !== 'unmet' ? 'unknown' : every;
}

const placed = (place: Place | undefined) => (place === undefined ? {} : { place });

export const ki67Leaf = defineLeaf({
  name: 'ki67Percent',
  schema: boundsSchema,
  evaluate(bounds, { record }) {
    const counts = record.pathology.flatMap((report) => report.ki67.map((count) => ({ report, count })));
    const settledBy = 'count Ki-67 in at least 500 cells of an adequate specimen';
    const measured = counts.flatMap(({ report, count }) =>
      count.percent === undefined ? [] : [{ report, range: count.percent, place: count.place }],
    );
    if (measured.length === 0) {
      const failed = counts.find(({ count }) => count.status === 'failed' || count.status === 'pending');
      if (failed === undefined) return isUnknown('notRecorded', settledBy);
      const reason = failed.count.status === 'failed' ? 'failedOrInsufficient' : 'pending';
      return isUnknown(
        reason,
        settledBy,
        datumOf({ ...failed.report, ...placed(failed.count.place) }, `Ki-67 ${failed.count.status}`),
      );
    }
    const ranges = measured.map(({ range }) => range);
    const data = measured.map(({ report, range, place }) =>
      datumOf({ ...report, ...placed(place) }, `Ki-67 ${range.printed}`),
    );
    return answer(agreed(ranges.map((range) => withinBounds(range, bounds))), data, {
      reason: 'rangeSpansLimit',
      settledBy,
    });
  },
  print: (bounds) => `Ki-67 ${boundsText(bounds, '%')}`,
});

export const mitosesLeaf = defineLeaf({
  name: 'mitosesPer2mm2',
  schema: boundsSchema,
  evaluate(bounds, { classification }) {
    const readings = classification.readings.mitoses;
    const settledBy = 'count mitoses with the area counted';
    const ranges = readings.flatMap((reading) =>
      reading.per2mm2 === null
        ? []
        : [
            {
              ...reading.per2mm2,
              low: Number.isFinite(reading.per2mm2.low) ? reading.per2mm2.low : null,
              high: Number.isFinite(reading.per2mm2.high) ? reading.per2mm2.high : null,
              printed: reading.observation.printed,
            },
          ],
    );
    if (ranges.length === 0) return isUnknown('notRecorded', settledBy);
    const data = ranges.map((range) => ({ text: `mitoses ${range.printed}` }));
    return answer(agreed(ranges.map((range) => withinBounds(range, bounds))), data, {
      reason: 'rangeSpansLimit',
      settledBy,
    });
  },
  print: (bounds) => `mitoses ${boundsText(bounds)} per 2 mm2`,
});
