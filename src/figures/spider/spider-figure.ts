/** The spider: each patient's change from baseline over time, with the limits of RECIST 1.1 and the new lesions. */
import {
  assembleFigure,
  figureMargin,
  legend,
  linearScale,
  plainNumber,
  spreadLabels,
  xAxis,
  xAxisHeight,
  yAxis,
  yAxisTitle,
  yAxisWidth,
} from '../layout/index.ts';
import {
  type Dash,
  type Figure,
  type FigureLayout,
  type FigureResponse,
  figureResponses,
  fullWidth,
  lineMark,
  type Mark,
  responseLooks,
  typeSize,
} from '../scene/index.ts';
import { textWidth } from '../text/index.ts';
import type { SpiderData } from './spider-data.ts';

const lineOf: Readonly<Record<FigureResponse, Dash>> = {
  CR: 'solid',
  PR: 'solid',
  SD: 'long',
  'non-CR/non-PD': 'long',
  PD: 'short',
  NE: 'dotted',
  notStated: 'dash-dot',
};
/** More lines than this are not named at their ends. */
const mostNamed = 20;

/** The spider of a group of patients. */
export function spiderFigure(data: SpiderData, { width = fullWidth }: FigureLayout = {}): Figure {
  const points = data.patients.flatMap((patient) => patient.points);
  const used = figureResponses.filter((each) =>
    data.patients.some(({ bestResponse }) => bestResponse === each),
  );
  const top = Math.max(40, ...points.map(({ changePercent }) => changePercent));
  const bottom = Math.min(-40, ...points.map(({ changePercent }) => changePercent));
  const left = figureMargin + yAxisWidth(linearScale([bottom, top], [0, 1]));
  const isNamed = data.patients.length <= mostNamed;
  const names = isNamed ? Math.max(...data.patients.map(({ id }) => textWidth(id, typeSize.small))) + 12 : 0;
  const right = width - figureMargin - Math.min(names, width * 0.3);
  const key = legend(
    [
      ...used.map((each) => ({
        label: responseLooks[each].label,
        sample: { kind: 'line', stroke: responseLooks[each].paint, dash: lineOf[each] } as const,
      })),
      ...(points.some(({ hasNewLesion }) => hasNewLesion === true)
        ? [{ label: 'new lesion', sample: { kind: 'glyph', shape: 'plus', fill: 'ink' } } as const]
        : []),
    ],
    figureMargin,
    width - figureMargin,
    0,
  );
  const title = yAxisTitle(data.measure, figureMargin, width - figureMargin, key.height + 6);
  const plotTop = key.height + 6 + title.height + 4;
  const plot = { left, right, top: plotTop, bottom: plotTop + Math.min(320, width * 0.55) };
  const y = linearScale([bottom, top], [plot.bottom, plot.top]);
  const x = linearScale([0, Math.max(...points.map(({ time }) => time))], [left, right]);
  const axis = { title: data.timeAxis ?? `Time from baseline (${data.timeUnit})` };
  const marks: Mark[] = [...key.marks, ...title.marks, ...yAxis(y, plot), ...xAxis(x, plot, axis)];
  for (const limit of [20, -30])
    marks.push(lineMark(left, y(limit), right, y(limit), { stroke: 'ink', dash: 'short' }));
  marks.push(lineMark(left, y(0), right, y(0), { stroke: 'ink' }));
  const ends: { readonly text: string; readonly y: number; readonly x: number }[] = [];
  for (const { id, bestResponse, points: own } of data.patients) {
    const { paint, shape } = responseLooks[bestResponse];
    const ordered = own.toSorted((one, other) => one.time - other.time);
    const begin = ordered[0]?.time === 0 ? [] : [{ time: 0, changePercent: 0 }];
    const path = [...begin, ...ordered];
    marks.push({
      kind: 'path',
      points: path.map(({ time, changePercent }) => ({ x: x(time), y: y(changePercent) })),
      stroke: paint,
      width: 1.75,
      dash: lineOf[bestResponse],
      hint: `${id}: ${responseLooks[bestResponse].label.toLowerCase()}`,
    });
    for (const { time, changePercent, hasNewLesion } of ordered)
      marks.push({
        kind: 'glyph',
        x: x(time),
        y: y(changePercent),
        ...(hasNewLesion === true
          ? { shape: 'plus', size: 11, fill: 'ink', stroke: 'ground' }
          : { shape, size: 7, fill: paint }),
        hint: `${id}, ${plainNumber(time)} ${data.timeUnit}: ${plainNumber(changePercent)}%${hasNewLesion === true ? ', new lesion' : ''}`,
      });
    const last = ordered.at(-1);
    if (last !== undefined) ends.push({ text: id, x: x(last.time), y: y(last.changePercent) });
  }
  if (isNamed) marks.push(...spreadLabels(ends, right + 10, width - 4, plot.top, plot.bottom));
  const later = points.filter(({ time }) => time > 0).length;
  const statements = [
    `${data.patients.length === 1 ? '1 patient' : `${data.patients.length} patients`}, ${later === 1 ? '1 measurement' : `${later} measurements`} after baseline`,
    'Dashed lines: +20% and \u221230% from baseline; progression by RECIST 1.1 is counted from the nadir and by new lesions too',
  ];
  return assembleFigure(data, {
    kind: 'spider',
    width,
    height: plot.bottom + xAxisHeight(axis),
    marks,
    description: `${statements.join('. ')}.`,
    statements,
    table: {
      columns: ['patient', 'best response', `time (${data.timeUnit})`, 'change (%)', 'new lesion'],
      rows: data.patients.flatMap(({ id, bestResponse, points: own }) =>
        own.map(({ time, changePercent, hasNewLesion }) => [
          id,
          bestResponse,
          time,
          changePercent,
          hasNewLesion === undefined ? null : hasNewLesion ? 'yes' : 'no',
        ]),
      ),
    },
  });
}
