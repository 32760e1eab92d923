/**
 * The waterfall: one bar a patient, from the largest growth to the deepest response, with the limits of RECIST 1.1 at -30%
 * and +20%. A bar is no response: new lesions and non-target lesions are not in it, so the category stands on each bar.
 * Patients without a second measurement are shown beside the bars and counted.
 */
import { descending } from 'd3-array';
import {
  assembleFigure,
  figureMargin,
  type LegendEntry,
  legend,
  linearScale,
  plainNumber,
  yAxis,
  yAxisTitle,
  yAxisWidth,
} from '../layout/index.ts';
import {
  categoryEntries,
  categoryLooks,
  type Figure,
  type FigureLayout,
  figureResponses,
  fullWidth,
  lineMark,
  type Mark,
  responseLooks,
  typeSize,
} from '../scene/index.ts';
import { fitText, textWidth } from '../text/index.ts';
import type { WaterfallData, WaterfallPatient } from './waterfall-data.ts';

/** Bars above this are cut; the caption has their values. */
const tallestPercent = 100;
const progressionPercent = 20;
/** The share of the width that the names of annotation rows may take; longer ones are shortened. */
const mostForRowNames = 0.3;
const responsePercent = -30;

const inOrder = (patients: readonly WaterfallPatient[]): readonly WaterfallPatient[] =>
  patients
    .filter(({ bestChangePercent }) => bestChangePercent !== null)
    .toSorted((one, other) => descending(one.bestChangePercent ?? 0, other.bestChangePercent ?? 0));

const confirmedWord = ({ bestResponse, isConfirmed }: WaterfallPatient): string =>
  bestResponse !== 'CR' && bestResponse !== 'PR'
    ? ''
    : isConfirmed === undefined
      ? 'confirmation not reported'
      : isConfirmed
        ? 'confirmed'
        : 'unconfirmed';

function statementsOf(data: WaterfallData, measured: number): readonly string[] {
  const all = data.patients.length;
  const unmeasured = all - measured;
  const missing = unmeasured === 0 ? '' : `; ${unmeasured} without a second measurement`;
  const responses = (count: number): string => (count === 1 ? '1 response' : `${count} responses`);
  const cut = inOrder(data.patients).filter(
    ({ bestChangePercent }) => (bestChangePercent ?? 0) > tallestPercent,
  );
  const unconfirmed = data.patients.filter((patient) => confirmedWord(patient) === 'unconfirmed').length;
  const notReported = data.patients.filter(
    (patient) => confirmedWord(patient) === 'confirmation not reported',
  ).length;
  return [
    `${measured} of ${all} patients with a measured change${missing}`,
    'Dashed lines: +20% and \u221230% (RECIST 1.1); a bar alone is not the response, which counts new and non-target lesions too',
    ...(cut.length > 0
      ? [
          `Cut at +${tallestPercent}%: ${cut.map(({ id, bestChangePercent }) => `${id} (+${plainNumber(bestChangePercent ?? 0)}%)`).join(', ')}`,
        ]
      : []),
    ...(unconfirmed > 0 ? [`${responses(unconfirmed)} ${unconfirmed === 1 ? 'is' : 'are'} unconfirmed`] : []),
    ...(notReported > 0 ? [`Confirmation is not reported for ${responses(notReported)}`] : []),
  ];
}

function annotationMarks(
  data: WaterfallData,
  bars: readonly WaterfallPatient[],
  xOf: (at: number) => number,
  barWidth: number,
  left: number,
  top: number,
): { readonly marks: readonly Mark[]; readonly entries: readonly LegendEntry[]; readonly height: number } {
  const marks: Mark[] = [];
  const entries: LegendEntry[] = [];
  let y = top;
  for (const row of data.annotationRows) {
    const values = bars.map(({ annotations }) => annotations[row]);
    const looks = categoryLooks(values.filter((value) => value !== undefined));
    entries.push(...categoryEntries(row, looks));
    marks.push({
      kind: 'text',
      x: left - 6,
      y: y + 10,
      text: fitText(row, left - 6 - figureMargin, typeSize.small),
      size: typeSize.small,
      anchor: 'end',
      hint: row,
    });
    values.forEach((value, at) => {
      const look = value === undefined ? undefined : looks.get(value);
      marks.push({
        kind: 'rectangle',
        x: xOf(at),
        y,
        width: barWidth,
        height: 12,
        ...(look === undefined ? { stroke: 'edge' as const } : look),
        hint: `${bars[at]?.id}: ${row} ${value ?? 'not known'}`,
      });
    });
    y += 16;
  }
  return { marks, entries, height: y - top };
}

/** The waterfall of a group of patients. */
export function waterfallFigure(data: WaterfallData, { width = fullWidth }: FigureLayout = {}): Figure {
  const bars = inOrder(data.patients);
  const unmeasured = data.patients.filter(({ bestChangePercent }) => bestChangePercent === null);
  const changes = bars.map(({ bestChangePercent }) => bestChangePercent ?? 0);
  const top = Math.min(tallestPercent, Math.max(40, ...changes));
  const bottom = Math.max(-100, Math.min(-40, ...changes));
  const probe = linearScale([bottom, top], [0, 1]);
  const rowNames = Math.max(0, ...data.annotationRows.map((row) => textWidth(row, typeSize.small) + 10));
  const left = figureMargin + Math.max(yAxisWidth(probe), Math.min(rowNames, width * mostForRowNames));
  const right = width - figureMargin;
  const shown = [...bars, ...unmeasured];
  const step = (right - left) / Math.max(1, shown.length);
  const barWidth = Math.min(28, step * 0.8);
  const xOf = (at: number): number => left + step * at + (step - barWidth) / 2;
  const used = figureResponses.filter((each) => shown.some(({ bestResponse }) => bestResponse === each));
  const annotations = annotationMarks(data, shown, xOf, barWidth, left, 0);
  const key = legend(
    [
      ...used.map(
        (response): LegendEntry => ({
          label: responseLooks[response].label,
          sample: {
            kind: 'area',
            fill: responseLooks[response].paint,
            texture: responseLooks[response].texture,
          },
        }),
      ),
      ...(shown.some(({ hasNewLesion }) => hasNewLesion === true)
        ? [{ label: 'new lesion', sample: { kind: 'glyph', shape: 'plus', fill: 'ink' } } as const]
        : []),
      ...(shown.some((patient) => confirmedWord(patient) === 'unconfirmed')
        ? [{ label: 'unconfirmed', sample: { kind: 'glyph', shape: 'circle', stroke: 'ink' } } as const]
        : []),
      ...(unmeasured.length > 0
        ? [
            {
              label: 'not measured again',
              sample: { kind: 'glyph', shape: 'cross', stroke: 'edge' },
            } as const,
          ]
        : []),
      ...annotations.entries,
    ],
    figureMargin,
    right,
    0,
  );
  const title = yAxisTitle(data.measure, figureMargin, right, key.height + 6);
  const plotTop = key.height + 6 + title.height + 10;
  const plot = { left, right, top: plotTop, bottom: plotTop + Math.min(320, width * 0.5) };
  const y = linearScale([bottom, top], [plot.bottom, plot.top]);
  const marks: Mark[] = [...key.marks, ...title.marks, ...yAxis(y, plot)];
  for (const limit of [progressionPercent, responsePercent])
    marks.push(lineMark(left, y(limit), right, y(limit), { stroke: 'ink', width: 1, dash: 'short' }));
  marks.push(lineMark(left, y(0), right, y(0), { stroke: 'ink' }));
  shown.forEach((patient, at) => {
    const { id, bestChangePercent, bestResponse, hasNewLesion } = patient;
    const look = responseLooks[bestResponse];
    const middle = xOf(at) + barWidth / 2;
    const words = [look.label, confirmedWord(patient), hasNewLesion === true ? 'new lesion' : '']
      .filter((each) => each !== '')
      .join(', ');
    if (bestChangePercent === null) {
      marks.push({
        kind: 'glyph',
        shape: 'cross',
        x: middle,
        y: y(0),
        size: 8,
        stroke: 'edge',
        strokeWidth: 1.5,
        hint: `${id}: not measured again; ${words}`,
      });
    } else {
      const end = y(Math.min(top, bestChangePercent));
      marks.push({
        kind: 'rectangle',
        x: xOf(at),
        y: Math.min(end, y(0)),
        width: barWidth,
        height: Math.max(1, Math.abs(end - y(0))),
        fill: look.paint,
        texture: look.texture,
        hint: `${id}: ${plainNumber(bestChangePercent)}%; ${words}`,
      });
      if (bestChangePercent > top && barWidth >= 8)
        marks.push({ kind: 'glyph', shape: 'triangle', x: middle, y: plot.top - 4, size: 7, fill: 'ink' });
    }
    const outer = y(Math.max(0, Math.min(top, bestChangePercent ?? 0)));
    if (hasNewLesion === true)
      marks.push({ kind: 'glyph', shape: 'plus', x: middle, y: outer - 8, size: 8, fill: 'ink' });
    if (confirmedWord(patient) === 'unconfirmed')
      marks.push({
        kind: 'glyph',
        shape: 'circle',
        x: middle,
        y: y(bestChangePercent ?? 0) - 7,
        size: 6,
        stroke: 'ink',
      });
  });
  let height = plot.bottom + 8;
  const longest = Math.max(...shown.map(({ id }) => textWidth(id, typeSize.small)));
  if (step >= longest + 4) {
    shown.forEach(({ id }, at) => {
      const x = xOf(at) + barWidth / 2;
      marks.push({ kind: 'text', x, y: height + 10, text: id, size: typeSize.small, anchor: 'middle' });
    });
    height += 16;
  } else if (step >= typeSize.small + 1) {
    shown.forEach(({ id }, at) => {
      const x = xOf(at) + barWidth / 2 + 3.5;
      marks.push({
        kind: 'text',
        x,
        y: height + 4,
        text: id,
        size: typeSize.small,
        anchor: 'end',
        turnDegrees: -90,
      });
    });
    height += longest + 10;
  }
  if (data.annotationRows.length > 0) {
    const rows = annotationMarks(data, shown, xOf, barWidth, left, height);
    marks.push(...rows.marks);
    height += rows.height;
  }
  const statements = statementsOf(data, bars.length);
  return assembleFigure(data, {
    kind: 'waterfall',
    width,
    height,
    marks,
    description: `Waterfall of ${data.patients.length} patients, from ${plainNumber(changes[0] ?? 0)}% to ${plainNumber(changes.at(-1) ?? 0)}%. ${statements.join('. ')}.`,
    statements,
    table: {
      columns: [
        'patient',
        'best change (%)',
        'best response',
        'confirmation',
        'new lesion',
        ...data.annotationRows,
      ],
      rows: shown.map((patient) => [
        patient.id,
        patient.bestChangePercent,
        patient.bestResponse,
        confirmedWord(patient) === '' ? null : confirmedWord(patient),
        patient.hasNewLesion === undefined ? null : patient.hasNewLesion ? 'yes' : 'no',
        ...data.annotationRows.map((row) => patient.annotations[row] ?? null),
      ]),
    },
  });
}
