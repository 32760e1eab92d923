/** Names at the ends of lines, moved apart so that none covers another, each led to its line. */
import { lineMark, type Mark, typeSize } from '../scene/index.ts';
import { fitText } from '../text/index.ts';

const gap = 12;

/** Labels in one column from `left` to `right` (longer ones are shortened), between two heights, in the order of their lines' ends. */
export function spreadLabels(
  ends: readonly { readonly text: string; readonly x: number; readonly y: number }[],
  left: number,
  right: number,
  top: number,
  bottom: number,
): readonly Mark[] {
  const ordered = ends.toSorted((one, other) => one.y - other.y);
  const places: number[] = [];
  for (const { y } of ordered) places.push(Math.max(y, (places.at(-1) ?? top - gap) + gap));
  let limit = Math.max(bottom, top + gap * (ordered.length - 1));
  for (let at = places.length - 1; at >= 0; at -= 1) {
    places[at] = Math.min(places[at] ?? limit, limit);
    limit = (places[at] ?? limit) - gap;
  }
  return ordered.flatMap(({ text, x, y }, at): readonly Mark[] => {
    const place = places[at] ?? y;
    return [
      lineMark(x + 4, y, left - 2, place, { stroke: 'rule', width: 0.75 }),
      {
        kind: 'text',
        x: left,
        y: place + 3.5,
        text: fitText(text, right - left, typeSize.small),
        size: typeSize.small,
        hint: text,
      },
    ];
  });
}
