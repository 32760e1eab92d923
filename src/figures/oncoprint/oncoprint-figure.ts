/**
 * The oncoprint: genes by patients, the columns in memo sort, clinical rows above. Colour, hatching, height and sign of a
 * cell say the same; a cell is never blank, and a share is given only over those tested, with their number.
 */
import { assembleFigure, type DrawnEntry, drawnLegend, figureMargin } from '../layout/index.ts';
import {
  type Figure,
  type FigureLayout,
  fullWidth,
  type Mark,
  mutationClasses,
  mutationLooks,
  structuralKinds,
  structuralLabels,
  typeSize,
} from '../scene/index.ts';
import { fitText, textWidth } from '../text/index.ts';
import {
  alteredMarks,
  type CellBox,
  emptyMarks,
  mutationMark,
  narrowCell,
  structuralMark,
} from './cell-marks.ts';
import {
  type CellState,
  type OncoprintCell,
  type OncoprintGrid,
  type OncoprintRow,
  oncoprintGrid,
} from './cells.ts';
import { clinicalLegend, clinicalMarks, clinicalRow } from './clinical-rows.ts';
import type { OncoprintAlteration, OncoprintData } from './oncoprint-data.ts';

const widestCell = 26;
const manyGenes = 30;
const idSize = 9;

const stateLabels: Readonly<Record<Exclude<CellState, 'altered'>, string>> = {
  noneFound: 'tested, none found',
  notTested: 'not tested',
  notKnown: 'coverage not known',
};
const emptyStates = ['noneFound', 'notTested', 'notKnown'] as const;

/** "3/10 (30%)"; found where the test is not stated is added and not counted in. */
function countText({ altered, tested, alteredOfTested }: OncoprintRow): string {
  const further = altered - alteredOfTested;
  if (tested === 0) return altered === 0 ? 'none tested' : `${altered} found`;
  const share = `${alteredOfTested}/${tested} (${Math.round((100 * alteredOfTested) / tested)}%)`;
  return further === 0 ? share : `${share} +${further}`;
}

const alterationWords = ({ kind, class: ofMutation, label, isVus }: OncoprintAlteration): string =>
  [
    kind === 'mutation'
      ? mutationLooks[ofMutation ?? 'notStated'].label.toLowerCase()
      : structuralLabels[kind].toLowerCase(),
    ...(label === undefined ? [] : [label]),
    ...(isVus ? ['unknown significance'] : []),
  ].join(' ');

const cellWords = ({ state, alterations }: OncoprintCell): string =>
  state === 'altered' ? alterations.map(alterationWords).join('; ') : stateLabels[state];

function legendEntries(cells: readonly OncoprintCell[], isNarrow: boolean): readonly DrawnEntry[] {
  const sampleWidth = isNarrow ? narrowCell - 1 : 12;
  const drawn =
    (draw: (box: CellBox) => readonly Mark[]): DrawnEntry['draw'] =>
    (x, y, width, height) =>
      draw({ x: x + (width - sampleWidth) / 2, y: y - 2, width: sampleWidth, height: height + 3 });
  const ground = (box: CellBox): Mark => ({ kind: 'rectangle', ...box, fill: 'rule' });
  return [
    ...structuralKinds
      .filter((kind) => cells.some(({ structural }) => structural.includes(kind)))
      .map(
        (kind): DrawnEntry => ({
          label: structuralLabels[kind],
          draw: drawn((box) => [ground(box), structuralMark(kind, box)]),
        }),
      ),
    ...mutationClasses
      .filter((each) => cells.some(({ mutation }) => mutation?.class === each))
      .map(
        (each): DrawnEntry => ({
          label: mutationLooks[each].label,
          draw: drawn((box) => [ground(box), mutationMark({ class: each, isVus: false }, box)]),
        }),
      ),
    ...(cells.some(({ mutation }) => mutation?.isVus === true)
      ? [
          {
            label: isNarrow ? 'thin: unknown significance' : 'hollow: unknown significance',
            draw: drawn((box) => [ground(box), mutationMark({ class: 'missense', isVus: true }, box)]),
          },
        ]
      : []),
    ...emptyStates
      .filter((state) => cells.some((cell) => cell.state === state))
      .map(
        (state): DrawnEntry => ({
          label: stateLabels[state],
          draw: drawn((box) => emptyMarks(state, box, isNarrow)),
        }),
      ),
  ];
}

/** The cells of a row; in narrow columns neighbours of one empty state are drawn as one. */
function rowMarks(
  { gene, cells }: OncoprintRow,
  ids: readonly string[],
  boxOf: (at: number, count: number) => CellBox,
  isNarrow: boolean,
): readonly Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  while (at < cells.length) {
    const cell = cells[at];
    if (cell === undefined) break;
    let count = 1;
    const { state } = cell;
    if (state === 'altered')
      marks.push(...alteredMarks(cell, boxOf(at, 1), `${ids[at]}, ${gene}: ${cellWords(cell)}`));
    else {
      while (isNarrow && cells[at + count]?.state === state) count += 1;
      const who = count === 1 ? `${ids[at]}` : `${ids[at]} to ${ids[at + count - 1]}`;
      const [first, ...others] = emptyMarks(state, boxOf(at, count), isNarrow);
      if (first !== undefined)
        marks.push({ ...first, hint: `${who}, ${gene}: ${stateLabels[state]}` }, ...others);
    }
    at += count;
  }
  return marks;
}

function statementsOf(data: OncoprintData, { rows, patients }: OncoprintGrid): readonly string[] {
  const cells = rows.flatMap((row) => row.cells);
  const altered = patients.filter((_, at) => rows.some((row) => row.cells[at]?.state === 'altered')).length;
  const hasFurther = rows.some((row) => row.altered > row.alteredOfTested);
  return [
    `${patients.length} ${patients.length === 1 ? 'patient' : 'patients'}, ${altered} of them with an alteration in ${rows.length === 1 ? 'the gene' : `one or more of the ${rows.length} genes`}`,
    'Altered/tested: shares only over patients whose test of the gene is stated',
    ...(hasFurther
      ? ['"+" and "found": in patients whose coverage of the gene is not known, in no share']
      : []),
    ...(data.patientOrder === 'memo'
      ? [
          'Columns in memo sort: by the first gene, ties by the next; fusions before copy number before mutations',
        ]
      : []),
    ...(cells.some(({ mutationCount }) => mutationCount > 1)
      ? ['Of several mutations in one gene the first in the order of the legend is drawn; the table has all']
      : []),
  ];
}

/** The oncoprint of a group of patients. */
export function oncoprintFigure(data: OncoprintData, { width = fullWidth }: FigureLayout = {}): Figure {
  const grid = oncoprintGrid(data);
  const { rows, patients } = grid;
  const ids = patients.map(({ id }) => id);
  const right = width - figureMargin;
  const names = [...rows.map(({ gene }) => gene), ...data.clinicalRows];
  const labelRoom = Math.min(width * 0.24, Math.max(...names.map((name) => textWidth(name, typeSize.small))));
  const counts = rows.map(countText);
  const heading = 'altered/tested';
  const countRoom = Math.max(...[...counts, heading].map((text) => textWidth(text, typeSize.small)));
  const left = figureMargin + labelRoom + 6;
  const step = Math.min(widestCell, (right - countRoom - 8 - left) / patients.length);
  const isNarrow = step < narrowCell + 1.5;
  const cellWidth = step - (step >= 4 ? 1.5 : 0);
  const isDense = rows.length > manyGenes;
  const rowHeight = isDense ? 13 : 18;
  const rowStep = rowHeight + (isDense ? 2 : 3);
  const key = drawnLegend(
    legendEntries(
      rows.flatMap(({ cells }) => cells),
      isNarrow,
    ),
    figureMargin,
    right,
    0,
  );
  const clinical = data.clinicalRows.map((name) => clinicalRow(name, patients));
  const marks: Mark[] = [...key.marks];
  let y = key.height + 10;
  const above = clinicalMarks(clinical, ids, { left, step, width: cellWidth, labelRoom }, y);
  marks.push(...above.marks);
  y += Math.max(above.height, typeSize.small + 6);
  const behind = left + step * patients.length + 8;
  marks.push({ kind: 'text', x: behind, y: y - 5, text: heading, size: typeSize.small, paint: 'quiet' });
  rows.forEach((row, at) => {
    const top = y + at * rowStep;
    const baseline = top + rowHeight / 2 + 3.5;
    marks.push(
      {
        kind: 'text',
        x: left - 6,
        y: baseline,
        text: fitText(row.gene, labelRoom, typeSize.small),
        size: typeSize.small,
        anchor: 'end',
        hint: row.gene,
      },
      ...rowMarks(
        row,
        ids,
        (from, count) => ({
          x: left + from * step,
          y: top,
          width: (count - 1) * step + cellWidth,
          height: rowHeight,
        }),
        isNarrow,
      ),
      { kind: 'text', x: behind, y: baseline, text: counts[at] ?? '', size: typeSize.small },
    );
  });
  y += rows.length * rowStep + 4;
  if (step >= idSize + 0.5) {
    const shown = ids.map((id) => fitText(id, 90, idSize));
    shown.forEach((text, at) => {
      marks.push({
        kind: 'text',
        x: left + at * step + cellWidth / 2 + 3,
        y,
        text,
        size: idSize,
        anchor: 'end',
        turnDegrees: -90,
        hint: ids[at] ?? text,
      });
    });
    y += Math.max(...shown.map((text) => textWidth(text, idSize))) + 8;
  }
  const below = clinicalLegend(clinical, figureMargin, right, y + 4);
  marks.push(...below.marks);
  y += 4 + below.height;
  const statements = statementsOf(data, grid);
  return assembleFigure(data, {
    kind: 'oncoprint',
    width,
    height: y,
    marks,
    description: `Oncoprint of ${rows.length} genes in ${patients.length} patients. ${rows
      .slice(0, 30)
      .map(({ gene }, at) => `${gene}: ${counts[at]}`)
      .join('; ')}${rows.length > 30 ? '; further genes in the table' : ''}. ${statements.join('. ')}.`,
    statements,
    table: {
      columns: ['patient', ...data.clinicalRows, ...rows.map(({ gene }) => gene)],
      rows: patients.map(({ id, clinical: values }, at) => [
        id,
        ...data.clinicalRows.map((name) => values[name] ?? null),
        ...rows.map(({ cells }) => {
          const cell = cells[at];
          return cell === undefined ? null : cellWords(cell);
        }),
      ]),
    },
  });
}
