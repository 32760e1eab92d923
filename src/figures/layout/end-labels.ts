/** Names at the ends of lines, moved apart so that none covers another, each led to its line. */
import { lineMark, type Mark, typeSize } from '../scene/index.ts';
import { fitText } from '../text/index.ts';
import { spreadPlaces } from './spread-places.ts';

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
  const last = Math.max(bottom, top + gap * (ordered.length - 1));
  const places = spreadPlaces(
    ordered.map(({ y }) => ({ at: y, width: gap })),
    top - gap / 2,
    last + gap / 2,
  );
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
