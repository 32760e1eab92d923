/**
 * The funnel: each study by its effect and its precision, the pooled effect, and where studies would lie by chance. The most
 * precise stand on top. A lean can come from unpublished studies, from patients who differ with the size of a study, or from
 * chance; the figure does not tell which.
 */
import { scaleLog } from 'd3-scale';
import {
  assembleFigure,
  figureMargin,
  linearScale,
  logTicks,
  type NumberScale,
  plainNumber,
  xAxis,
  yAxis,
  yAxisTitle,
  yAxisWidth,
} from '../layout/index.ts';
import { type Figure, type FigureLayout, fullWidth, lineMark, type Mark, typeSize } from '../scene/index.ts';
import { textWidth, wrapText } from '../text/index.ts';
import { caveatsOf, type FunnelData, type FunnelStudy } from './funnel-data.ts';
import { funnelLimits } from './funnel-guides.ts';

const verticalTitles = { standardError: 'Standard error', studySize: 'Patients in the study' } as const;
const caveatTexts = {
  fewerThanTenStudies: 'Fewer than ten studies: a lean cannot be told from chance',
  errorMadeFromEffect:
    'The errors are made from the effects themselves: this funnel leans by arithmetic alone',
} as const;

const shown = (value: number): string => plainNumber(Number(value.toPrecision(3)));

function effectScale(
  { effect }: FunnelData,
  values: readonly number[],
  range: readonly [number, number],
): { readonly scale: NumberScale; readonly ticks?: readonly number[] } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (effect === 'ratio') {
    const [low, high] = [Math.min(least, most / 1.5) / 1.1, most * 1.1];
    return { scale: scaleLog([low, high], [...range]), ticks: logTicks(low, high, range[1] - range[0]) };
  }
  if (effect === 'sharePercent') return { scale: linearScale([0, 100], range) };
  const pad = most === least ? 1 : (most - least) * 0.04;
  return { scale: linearScale([least - pad, most + pad], range) };
}

function statementsOf(data: FunnelData, hasLimits: boolean): readonly string[] {
  const { studies, measure, method, pooled, vertical } = data;
  return [
    `${studies.length} studies: ${measure}`,
    `Method: ${method}`,
    ...(pooled === undefined ? [] : [`Line: the pooled effect, ${shown(pooled)}`]),
    ...(hasLimits
      ? [
          vertical === 'standardError'
            ? 'Dashed: 1.96 standard errors around it'
            : 'Dashed: 1.96 binomial errors around it; wider scatter is more than chance',
        ]
      : []),
    ...caveatsOf(data).map((caveat) => caveatTexts[caveat]),
    'A lean may come from unpublished studies, from other patients in small studies, or from chance',
  ];
}

/** The funnel of some studies. */
export function funnelFigure(data: FunnelData, { width = fullWidth }: FigureLayout = {}): Figure {
  const { studies, vertical, pooled, measure } = data;
  const heightOf = ({ standardError = 0, patients = 0 }: FunnelStudy): number =>
    vertical === 'standardError' ? standardError : patients;
  const limits = funnelLimits(data);
  const right = width - figureMargin - 4;
  const title = yAxisTitle(verticalTitles[vertical], figureMargin, right, 0);
  const most = Math.max(...studies.map(heightOf)) * 1.05;
  const domain: readonly [number, number] = vertical === 'standardError' ? [most, 0] : [0, most];
  const left = figureMargin + yAxisWidth(linearScale(domain, [0, 1]));
  const plot = { left, right, top: title.height + 8, bottom: title.height + 8 + Math.min(340, width * 0.6) };
  const y = linearScale(domain, [plot.bottom, plot.top]);
  const values = [
    ...studies.map(({ effect }) => effect),
    ...(pooled === undefined ? [] : [pooled]),
    ...limits.flatMap(({ lower, upper }) => [lower, upper]),
  ];
  const widest = Math.max(...values.map((value) => textWidth(shown(value), typeSize.small)));
  const { scale: x, ticks } = effectScale(data, values, [left + 8, right - Math.max(8, widest / 2)]);
  const marks: Mark[] = [
    ...title.marks,
    ...yAxis(y, plot),
    ...xAxis(x, plot, { hasGrid: true, ...(ticks === undefined ? {} : { ticks }) }),
  ];
  if (pooled !== undefined)
    marks.push(
      lineMark(x(pooled), plot.top, x(pooled), plot.bottom, {
        stroke: 'ink',
        hint: `pooled: ${shown(pooled)}`,
      }),
    );
  for (const side of ['lower', 'upper'] as const)
    if (limits.length > 0)
      marks.push({
        kind: 'path',
        points: limits.map((limit) => ({ x: x(limit[side]), y: y(limit.vertical) })),
        stroke: 'edge',
        width: 1.25,
        dash: 'short',
      });
  for (const study of studies)
    marks.push({
      kind: 'glyph',
      shape: 'circle',
      x: x(study.effect),
      y: y(heightOf(study)),
      size: 8,
      fill: 'group-1',
      stroke: 'ground',
      hint: `${study.label}: ${shown(study.effect)}, ${verticalTitles[vertical].toLowerCase()} ${shown(heightOf(study))}`,
    });
  let below = plot.bottom + 19;
  for (const text of wrapText(measure, right - left, typeSize.label)) {
    below += 13;
    marks.push({
      kind: 'text',
      x: (left + right) / 2,
      y: below,
      text,
      size: typeSize.label,
      anchor: 'middle',
    });
  }
  const statements = statementsOf(data, limits.length > 0);
  return assembleFigure(data, {
    kind: 'funnel',
    width,
    height: below + 6,
    marks,
    description: `Funnel of ${measure}. ${studies.map((study) => `${study.label}: ${shown(study.effect)} (${shown(heightOf(study))})`).join('; ')}.`,
    statements,
    table: {
      columns: ['study', 'effect', 'standard error', 'patients', 'remark'],
      rows: studies.map(({ label, effect, standardError, patients, remark }) => [
        label,
        effect,
        standardError ?? null,
        patients ?? null,
        remark ?? null,
      ]),
    },
  });
}
