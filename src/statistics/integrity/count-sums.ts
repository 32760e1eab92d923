/**
 * Whole numbers within ranges that meet sums: the responders of the parts that add up to those of the whole. Ranges are
 * narrowed by every sum until nothing moves, and halved where that decides nothing.
 */
import type { CountRange } from './percentage-of-count.ts';

/** The counts at `parts` add up to the count at `whole`, or to the number of all patients. */
export interface CountSum {
  readonly parts: readonly number[];
  readonly whole: number | 'all';
}

interface Domain {
  from: number;
  to: number;
}

/** Narrows the ranges to what each sum leaves; false where a range becomes empty. */
function narrow(
  domains: readonly Domain[],
  sums: readonly (readonly [readonly Domain[], Domain])[],
): boolean {
  for (let moved = true; moved; ) {
    moved = false;
    for (const [parts, whole] of sums) {
      let [least, most] = [0, 0];
      for (const part of parts) {
        least += part.from;
        most += part.to;
      }
      const spare = whole.to - least;
      const missing = most - whole.from;
      if (spare < 0 || missing < 0) return false;
      if (least > whole.from || most < whole.to) {
        whole.from = Math.max(whole.from, least);
        whole.to = Math.min(whole.to, most);
        moved = true;
      }
      for (const part of parts) {
        const [from, to] = [part.from, part.to];
        part.to = Math.min(to, from + spare);
        part.from = Math.max(from, to - missing);
        if (part.from !== from || part.to !== to) moved = true;
      }
    }
    if (domains.some(({ from, to }) => from > to)) return false;
  }
  return true;
}

/**
 * Counts within `ranges` that meet all `sums`, or null if there are none. Of several the first in order of the ranges is
 * given.
 *
 * @example countsMeeting([{ from: 12, to: 12 }, { from: 29, to: 29 }], [{ parts: [0, 1], whole: 'all' }], 41) // [12, 29]
 */
export function countsMeeting(
  ranges: readonly CountRange[],
  sums: readonly CountSum[],
  of: number,
): readonly number[] | null {
  const domains: Domain[] = ranges.map(({ from, to }) => ({ from, to }));
  const all: Domain = { from: of, to: of };
  const linked = sums.map(({ parts, whole }): readonly [readonly Domain[], Domain] => [
    parts.flatMap((at) => domains[at] ?? []),
    whole === 'all' ? all : (domains[whole] ?? all),
  ]);
  if (!narrow(domains, linked)) return null;
  const open = domains.findIndex(({ from, to }) => from < to);
  const domain = domains[open];
  if (domain === undefined) return domains.map(({ from }) => from);
  if (sums.length === 0) return domains.map(({ from }) => from);
  const middle = Math.floor((domain.from + domain.to) / 2);
  const halfOf = (half: CountRange): readonly number[] | null =>
    countsMeeting(
      domains.map((each, at) => (at === open ? half : each)),
      sums,
      of,
    );
  return halfOf({ from: domain.from, to: middle }) ?? halfOf({ from: middle + 1, to: domain.to });
}
