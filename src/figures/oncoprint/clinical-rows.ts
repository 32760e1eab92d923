/** Rows of clinical values above the genes, and their legend; a value that is not known is an outlined field. */
import { type DrawnEntry, drawnLegend } from '../layout/index.ts';
import {
  type CategoryLook,
  categoryLooks,
  type FigureResponse,
  figureResponses,
  type Mark,
  responseLooks,
  typeSize,
} from '../scene/index.ts';
import { fitText } from '../text/index.ts';
import type { OncoprintData } from './oncoprint-data.ts';

const rowHeight = 11;
const rowStep = 14;
/** More values than this are told apart no more: the rarest share one look. */
const mostLooks = 12;

/** How the values of a row are drawn. */
export interface ClinicalRow {
  readonly name: string;
  readonly values: readonly (string | undefined)[];
  readonly looks: ReadonlyMap<string, CategoryLook>;
  readonly rest: readonly string[];
}

const isResponse = (value: string): value is FigureResponse => figureResponses.some((each) => each === value);

/** Looks of the row's values: those of the responses where all are responses, else the most frequent first. */
export function clinicalRow(name: string, patients: OncoprintData['patients']): ClinicalRow {
  const values = patients.map(({ clinical }) => clinical[name]);
  const counts = Map.groupBy(
    values.filter((value) => value !== undefined),
    (value) => value,
  );
  const ordered = [...counts]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([value]) => value);
  if (ordered.every(isResponse))
    return {
      name,
      values,
      looks: new Map(
        figureResponses
          .filter((each) => counts.has(each))
          .map((each) => [each, { fill: responseLooks[each].paint, texture: responseLooks[each].texture }]),
      ),
      rest: [],
    };
  const isMany = ordered.length > mostLooks;
  return {
    name,
    values,
    looks: categoryLooks(isMany ? ordered.slice(0, mostLooks - 1) : ordered),
    rest: isMany ? ordered.slice(mostLooks - 1) : [],
  };
}

const restLook: CategoryLook = { fill: 'edge', texture: 'cross' };

/** The rows, the first at `top`, and the height they take. */
export function clinicalMarks(
  rows: readonly ClinicalRow[],
  ids: readonly string[],
  column: {
    readonly left: number;
    readonly step: number;
    readonly width: number;
    readonly labelRoom: number;
  },
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const marks: Mark[] = [];
  rows.forEach(({ name, values, looks }, row) => {
    const y = top + row * rowStep;
    marks.push({
      kind: 'text',
      x: column.left - 6,
      y: y + 9,
      text: fitText(name, column.labelRoom, typeSize.small),
      size: typeSize.small,
      anchor: 'end',
      paint: 'quiet',
      hint: name,
    });
    values.forEach((value, at) => {
      const box = { x: column.left + at * column.step, y, width: column.width, height: rowHeight };
      const look = value === undefined ? undefined : (looks.get(value) ?? restLook);
      marks.push({
        kind: 'rectangle',
        ...box,
        ...(look === undefined ? { stroke: 'edge', strokeWidth: 0.5 } : look),
        hint: `${ids[at]}: ${name} ${value ?? 'not known'}`,
      });
    });
  });
  return { marks, height: rows.length === 0 ? 0 : rows.length * rowStep + 4 };
}

/** The legend of the rows, a line or more for each. */
export function clinicalLegend(
  rows: readonly ClinicalRow[],
  left: number,
  right: number,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const marks: Mark[] = [];
  let y = top;
  for (const { name, values, looks, rest } of rows) {
    const sample =
      (look: CategoryLook): DrawnEntry['draw'] =>
      (x, from, width, height) => [{ kind: 'rectangle', x, y: from, width, height, ...look }];
    const entries: DrawnEntry[] = [...looks].map(([value, look]) => ({ label: value, draw: sample(look) }));
    if (rest.length > 0) entries.push({ label: `${rest.length} further values`, draw: sample(restLook) });
    if (values.includes(undefined))
      entries.push({
        label: 'not known',
        draw: (x, from, width, height) => [
          { kind: 'rectangle', x, y: from, width, height, stroke: 'edge', strokeWidth: 0.5 },
        ],
      });
    marks.push({
      kind: 'text',
      x: left,
      y: y + 11,
      text: fitText(name, right - left, typeSize.small),
      size: typeSize.small,
      paint: 'quiet',
      hint: name,
    });
    const list = drawnLegend(entries, left + 8, right, y + 15);
    marks.push(...list.marks);
    y += 15 + list.height;
  }
  return { marks, height: y - top };
}
