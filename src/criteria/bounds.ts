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

/** Limits on a number. */
export type Bounds = z.infer<z.ZodObject<typeof boundFields, z.core.$strict>>;

/** Whether some limit is given. */
export function hasLimit({ below, atMost, above, atLeast }: Bounds): boolean {
  return [below, atMost, above, atLeast].some((limit) => limit !== undefined);
}

/** Whether a number can lie within the limits. */
export function isPossible({ below, atMost, above, atLeast }: Bounds): boolean {
  const low = Math.max(above ?? Number.NEGATIVE_INFINITY, atLeast ?? Number.NEGATIVE_INFINITY);
  const high = Math.min(below ?? Number.POSITIVE_INFINITY, atMost ?? Number.POSITIVE_INFINITY);
  return low < high || (low === high && above !== low && below !== high);
}

/** Asked only of a question without another fault: a misspelt limit is one fault, not two. */
export const whenFaultless = {
  when: (payload: { readonly issues: readonly unknown[] }): boolean => payload.issues.length === 0,
};

export const noLimit = { ...whenFaultless, error: 'give a limit: below, atMost, above or atLeast' };
export const noNumber = { ...whenFaultless, error: 'no number lies within these limits; correct them' };

/** The question of a leaf that asks for a number within limits. */
export const boundsSchema = z
  .strictObject(boundFields)
  .refine(hasLimit, noLimit)
  .refine(isPossible, noNumber);

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
