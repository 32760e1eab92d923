/** A legend whose samples are small drawings, where an area, a line or a sign alone would not show what is meant. */
import type { Mark } from '../scene/index.ts';
import { legend } from './legend.ts';

/** An entry: its name, and its sample drawn into a box of 12 by 9 pixels. */
export interface DrawnEntry {
  readonly label: string;
  readonly draw: (x: number, y: number, width: number, height: number) => readonly Mark[];
}

/** The marks of the legend and the height it takes (0 without entries). */
export function drawnLegend(
  entries: readonly DrawnEntry[],
  left: number,
  right: number,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const placed = legend(
    entries.map(({ label }) => ({ label, sample: { kind: 'area', fill: 'ground' } })),
    left,
    right,
    top,
  );
  const drawings = entries.values();
  return {
    height: placed.height,
    marks: placed.marks.flatMap((mark): readonly Mark[] =>
      mark.kind === 'rectangle'
        ? (drawings.next().value?.draw(mark.x, mark.y, mark.width, mark.height) ?? [])
        : [mark],
    ),
  };
}
