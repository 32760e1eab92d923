/** Limits on a number, as leaves ask for them: `{ atLeast: 3, atMost: 20 }`. */
import * as z from 'zod';
import { all, type Truth } from '../truth/index.ts';
import { compareRange, type NumericRange } from '../units/index.ts';

export const boundFields = {
  below: z.number().exactOptional(),
  atMost: z.number().exactOptional(),
  above: z.number().exactOptional(),
  atLeast: z.number().exactOptional(),
};
const boundsSchema = z.strictObject(boundFields);
export type Bounds = z.infer<typeof boundsSchema>;

/** Whether a value, exact or known by a range, lies within the limits; a range across a limit is unknown. */
export function withinBounds(range: NumericRange, bounds: Bounds): Truth {
  const asked: readonly (readonly ['<' | '<=' | '>' | '>=', number | undefined])[] = [
    ['<', bounds.below],
    ['<=', bounds.atMost],
    ['>', bounds.above],
    ['>=', bounds.atLeast],
  ];
  return all(
    asked.flatMap(([operator, limit]) => (limit === undefined ? [] : [compareRange(range, operator, limit)])),
  );
}

/** `at least 3 and at most 20`. */
export function boundsText(bounds: Bounds, unit = ''): string {
  const word = (name: string, limit: number | undefined) =>
    limit === undefined ? [] : [`${name} ${limit}${unit}`];
  return [
    ...word('at least', bounds.atLeast),
    ...word('above', bounds.above),
    ...word('at most', bounds.atMost),
    ...word('below', bounds.below),
  ].join(' and ');
}
