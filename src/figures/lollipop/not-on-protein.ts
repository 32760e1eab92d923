/** Findings without a position on the protein: one block a name, with a sign and a count a category. */
import { figureMargin, type LegendEntry, legend } from '../layout/index.ts';
import { type Mark, typeSize } from '../scene/index.ts';
import { wrapText } from '../text/index.ts';
import { headCategory, headFill } from './head-look.ts';
import type { LollipopData } from './lollipop-data.ts';
import { plural } from './plural.ts';

/** The blocks, the first under `top`, and the height they take. */
export function elsewhereMarks(
  data: LollipopData,
  right: number,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  if (data.notOnProtein.length === 0) return { marks: [], height: 0 };
  const marks: Mark[] = [];
  let y = top;
  const write = (text: string, weight: 'regular' | 'bold'): void => {
    for (const line of wrapText(text, right - figureMargin, typeSize.label, weight)) {
      y += 14;
      marks.push({ kind: 'text', x: figureMargin, y, text: line, size: typeSize.label, weight });
    }
  };
  write('Without a position on the protein', 'bold');
  const placed = new Set(data.mutations.flatMap(({ patient }) => patient ?? []));
  for (const [label, own] of Map.groupBy(data.notOnProtein, (each) => each.label)) {
    const count = own.reduce((sum, { patients }) => sum + patients, 0);
    const both = own.filter(({ patient }) => patient !== undefined && placed.has(patient)).length;
    y += 4;
    write(
      `${label}: ${plural(count, 'patient')}${both === 0 ? '' : `, ${both} of them with a variant above`}`,
      'regular',
    );
    const categories = Map.groupBy(own, (each) => {
      const { rank, isVus } = headCategory(each, data.colourBy);
      return rank * 2 + (isVus ? 1 : 0);
    });
    const entries = [...categories]
      .toSorted(([one], [other]) => one - other)
      .flatMap(([, members]): readonly LegendEntry[] => {
        const [first] = members;
        if (first === undefined) return [];
        const category = headCategory(first, data.colourBy);
        const { fill, stroke, strokeWidth } = headFill(category);
        return [
          {
            label: `${members.reduce((sum, { patients }) => sum + patients, 0)} ${category.label.toLowerCase()}${category.isVus ? ' (unknown significance)' : ''}`,
            sample: {
              kind: 'glyph',
              shape: category.shape,
              ...(fill === undefined ? {} : { fill }),
              ...(category.isVus && stroke !== undefined ? { stroke } : {}),
              ...(category.isVus && strokeWidth !== undefined ? { strokeWidth } : {}),
            },
          },
        ];
      });
    if (data.colourBy === 'bestResponse' || entries.length > 1) {
      const list = legend(entries, figureMargin + 8, right, y + 3);
      marks.push(...list.marks);
      y += list.height + 3;
    }
  }
  return { marks, height: y - top + 4 };
}
