/** Items of a timeline: marks around a line, with the room that they need, put into lanes. */
import { lanesOf } from '../layout/index.ts';
import type { Mark } from '../scene/index.ts';

/** The left and right end of the room for a track, or of an item. */
export interface Edges {
  readonly left: number;
  readonly right: number;
}

/** An item as marks below a y, with the room it needs. */
export interface Item extends Edges {
  readonly height: number;
  readonly marksAt: (y: number) => readonly Mark[];
}

/** Height of a line of labels. */
export const lineHeight = 12;

/** Items in lanes from `top` on, and the height of all lanes. */
export function stacked(
  items: readonly Item[],
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const lanes = lanesOf(items);
  const heights: number[] = [];
  items.forEach(({ height }, at) => {
    const lane = lanes[at] ?? 0;
    heights[lane] = Math.max(heights[lane] ?? 0, height);
  });
  const tops = heights.map((_, lane) => top + heights.slice(0, lane).reduce((sum, each) => sum + each, 0));
  return {
    marks: items.flatMap((item, at) => item.marksAt(tops[lanes[at] ?? 0] ?? top)),
    height: heights.reduce((sum, each) => sum + each, 0),
  };
}
