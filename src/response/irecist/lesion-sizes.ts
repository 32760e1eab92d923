/**
 * Sizes of single lesions at a time point and what they grew since another one. A lesion that was not measured then is left
 * out of the growth, and one that is not measured now counts as 0: growth is never taken from a measurement that lacks.
 */
import { type LesionRecord, sizeOf } from '../recist/index.ts';

/** Millimetres by lesion, of the lesions with a size. */
export type LesionSizes = ReadonlyMap<string, number>;

function sizesAt(
  { lesions }: LesionRecord,
  at: number,
  isTaken: (lesion: LesionRecord['lesions'][number]) => boolean,
): LesionSizes {
  const sizes = new Map<string, number>();
  for (const lesion of lesions) {
    const state = lesion.states[at];
    const size = state === undefined ? undefined : sizeOf(state);
    if (isTaken(lesion) && size !== undefined) sizes.set(lesion.id, size);
  }
  return sizes;
}

/** Sizes of the target lesions that were measured at baseline. */
export const targetSizesAt = (record: LesionRecord, at: number): LesionSizes =>
  sizesAt(
    record,
    at,
    ({ kind, states: [baseline] }) =>
      kind === 'target' && baseline !== undefined && sizeOf(baseline) !== undefined,
  );

/** Sizes of the new lesions named. */
export const newSizesAt = (record: LesionRecord, at: number, ids: ReadonlySet<string>): LesionSizes =>
  sizesAt(record, at, ({ id, kind }) => kind === 'new' && ids.has(id));

/** The sum of sizes, added from small to large. */
export const sumOf = (sizes: LesionSizes): number =>
  [...sizes.values()].toSorted((a, b) => a - b).reduce((total, size) => total + size, 0);

/** How much larger the lesions of `before` are in sum. */
export const growthSince = (before: LesionSizes, now: LesionSizes): number =>
  sumOf(new Map([...before.keys()].map((id) => [id, now.get(id) ?? 0]))) - sumOf(before);
