/**
 * Performance status as ECOG. A Karnofsky value stands for an interval of ECOG values: the two scales do not map
 * one to one (100-90 is 0-1, 80-70 is 1, 60-50 is 2, 40-30 is 3, 20-10 is 4; 90 and 70 are placed either way by
 * published tables, so both neighbours stay possible: Oken 1982, Buccheri 1996).
 */
import type { NumericRange } from '../../units/index.ts';
import { answer, isUnknown } from '../answer.ts';
import { boundsSchema, boundsText, withinBounds } from '../bounds.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

/** Lowest and highest ECOG value that a Karnofsky value may stand for. */
function ecogOfKarnofsky(karnofsky: number): readonly [number, number] {
  if (karnofsky >= 100) return [0, 0];
  if (karnofsky >= 90) return [0, 1];
  if (karnofsky >= 80) return [1, 1];
  if (karnofsky >= 70) return [1, 2];
  if (karnofsky >= 50) return [2, 2];
  if (karnofsky >= 30) return [3, 3];
  return karnofsky >= 10 ? [4, 4] : [5, 5];
}

/** The interval of ECOG values of a Karnofsky range; an open end reaches to 0 or 100. */
export function ecogRange(karnofsky: NumericRange): NumericRange {
  const [best] = ecogOfKarnofsky(karnofsky.high ?? 100);
  const [, worst] = ecogOfKarnofsky(karnofsky.low ?? 0);
  return { ...karnofsky, low: best, high: worst, lowOpen: false, highOpen: false };
}

export const ecogLeaf = defineLeaf({
  name: 'ecog',
  schema: boundsSchema,
  evaluate(bounds, { record }) {
    const stated = mostRecent(record.performance);
    if (stated === undefined) return isUnknown('notRecorded', 'record the performance status');
    const range = stated.scale === 'ECOG' ? stated.value : ecogRange(stated.value);
    const datum = datumOf(stated, `${stated.scale} ${stated.value.printed}`);
    return answer(withinBounds(range, bounds), [datum], {
      reason: 'rangeSpansLimit',
      settledBy: 'record the performance status as ECOG',
    });
  },
  print: (bounds) => `ECOG ${boundsText(bounds)}`,
});

/** Lowest and highest Karnofsky value, in steps of ten, that an ECOG value may stand for. */
function karnofskyOfEcog(ecog: number): readonly [number, number] {
  const values = Array.from({ length: 11 }, (_, step) => step * 10).filter((karnofsky) => {
    const [best, worst] = ecogOfKarnofsky(karnofsky);
    return best <= ecog && ecog <= worst;
  });
  return [values[0] ?? 0, values.at(-1) ?? 100];
}

/** The interval of Karnofsky values of an ECOG range; an open end reaches to 0 or 5. */
export function karnofskyRange(ecog: NumericRange): NumericRange {
  const [worst] = karnofskyOfEcog(ecog.high ?? 5);
  const [, best] = karnofskyOfEcog(ecog.low ?? 0);
  return { ...ecog, low: worst, high: best, lowOpen: false, highOpen: false };
}

export const karnofskyLeaf = defineLeaf({
  name: 'karnofskyPercent',
  schema: boundsSchema,
  evaluate(bounds, { record }) {
    const stated = mostRecent(record.performance);
    if (stated === undefined) return isUnknown('notRecorded', 'record the performance status');
    const range = stated.scale === 'KPS' ? stated.value : karnofskyRange(stated.value);
    const datum = datumOf(stated, `${stated.scale} ${stated.value.printed}`);
    const settledBy = 'record the performance status as a Karnofsky value';
    return answer(withinBounds(range, bounds), [datum], { reason: 'rangeSpansLimit', settledBy });
  },
  print: (bounds) => `Karnofsky ${boundsText(bounds, '%')}`,
});
