/** Synthetic tables: random counts, printed under a rule by an own computation, so that nothing under test makes them. */
import fc from 'fast-check';

/** How the synthetic paper prints. */
export type Printing = 'halfUp' | 'halfEven' | 'cutOff';

/** `count` of `of` in percent with `decimals`, by whole numbers. */
export function printPercentage(count: number, of: number, decimals: number, printing: Printing): string {
  const scaled = 100n * BigInt(count) * 10n ** BigInt(decimals);
  const size = BigInt(of);
  const [down, twice] = [scaled / size, 2n * (scaled % size)];
  const isTie = twice === size;
  const isUp =
    printing !== 'cutOff' && (twice > size || (isTie && (printing === 'halfUp' || down % 2n === 1n)));
  const digits = String(isUp ? down + 1n : down).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Categories of the patients of one study. */
export interface SyntheticTable {
  readonly counts: readonly number[];
  readonly of: number;
  readonly decimals: number;
  readonly printing: Printing;
}

/** Tables of two to six categories with up to `largest` patients. */
export function tablesUpTo(
  largest: number,
  printings: readonly Printing[] = ['halfUp', 'halfEven'],
): fc.Arbitrary<SyntheticTable> {
  return fc
    .tuple(
      fc.integer({ min: 1, max: largest }),
      fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 5 }),
      fc.nat(2),
      fc.constantFrom(...printings),
    )
    .map(([of, cuts, decimals, printing]) => {
      const places = [
        0,
        ...cuts.map((cut) => Math.round((cut / 100_000) * of)).toSorted((a, b) => a - b),
        of,
      ];
      const counts = places.slice(1).map((place, at) => place - (places[at] ?? 0));
      return { counts, of, decimals, printing };
    });
}

/** The percentages of a table. */
export function percentagesOf({ counts, of, decimals, printing }: SyntheticTable): readonly string[] {
  return counts.map((count) => printPercentage(count, of, decimals, printing));
}

/** Deterministic numbers from 0 up to 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
