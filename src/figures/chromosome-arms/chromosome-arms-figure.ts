/**
 * Chromosome arms: over ten samples or more the share with a gain upwards and with a loss downwards, each of the samples in
 * which the arm was assessed; fewer samples are shown one by one. Gain fills the upper part of a field, loss the lower part
 * and is hatched, not assessed is crossed out.
 */
import {
  assembleFigure,
  type DrawnEntry,
  drawnLegend,
  figureMargin,
  linearScale,
  yAxis,
  yAxisWidth,
} from '../layout/index.ts';
import {
  type Figure,
  type FigureLayout,
  type FigureTable,
  fullWidth,
  lineMark,
  type Mark,
  typeSize,
} from '../scene/index.ts';
import { fitText, textWidth } from '../text/index.ts';
import { armAxis, armNames, chromosomeBands } from './arm-axis.ts';
import { type ArmCall, type ArmCounts, armCalls, armCounts, callLabels } from './arm-calls.ts';
import { type ChromosomeArmsData, chromosomeArms } from './chromosome-arms-data.ts';

/** Fewer samples than this are shown one by one. */
export const fewestForShares = 10;

const rowHeight = 18;
const rowStep = 22;
const title = 11;

/** A field of one arm in one sample. */
function callMarks(call: ArmCall, x: number, y: number, width: number, height: number): readonly Mark[] {
  const ground: Mark = { kind: 'rectangle', x, y, width, height, fill: 'rule' };
  const gain: Mark = { kind: 'rectangle', x, y, width, height: height * 0.5, fill: 'gain' };
  const loss: Mark = {
    kind: 'rectangle',
    x,
    y: y + height * 0.5,
    width,
    height: height * 0.5,
    fill: 'loss',
    texture: 'diagonal',
  };
  switch (call) {
    case 'gain':
      return [ground, gain];
    case 'loss':
      return [ground, loss];
    case 'both':
      return [gain, loss];
    case 'none':
      return [ground];
    case 'notAssessed':
      return [
        {
          kind: 'glyph',
          shape: 'cross',
          x: x + width / 2,
          y: y + height / 2,
          size: Math.max(2, Math.min(6, width - 1.5)),
          stroke: 'edge',
          strokeWidth: 1.25,
        },
      ];
  }
}

const withHint = ([first, ...others]: readonly Mark[], hint: string): readonly Mark[] =>
  first === undefined ? [] : [{ ...first, hint }, ...others.map((mark) => ({ ...mark, hint }))];

const percent = (count: number, of: number): number => (of === 0 ? 0 : (100 * count) / of);

const countWords = ({ arm, assessed, gains, losses }: ArmCounts): string =>
  assessed === 0
    ? `${arm.name}: not assessed`
    : `${arm.name}: gain ${gains}/${assessed} (${percent(gains, assessed).toFixed(0)}%), loss ${losses}/${assessed} (${percent(losses, assessed).toFixed(0)}%)`;

interface Body {
  readonly marks: readonly Mark[];
  readonly height: number;
}

/** The shares over all samples. */
function shareBody(counts: readonly ArmCounts[], width: number): Body {
  const right = width - figureMargin;
  const hasGaps = counts.some(({ assessed }) => assessed === 0);
  const entries: DrawnEntry[] = [
    { label: 'gain', draw: (x, y, w, h) => [{ kind: 'rectangle', x, y, width: w, height: h, fill: 'gain' }] },
    {
      label: 'loss',
      draw: (x, y, w, h) => [
        { kind: 'rectangle', x, y, width: w, height: h, fill: 'loss', texture: 'diagonal' },
      ],
    },
    ...(hasGaps
      ? [
          {
            label: callLabels.notAssessed,
            draw: (x: number, y: number) => callMarks('notAssessed', x, y, 12, 9),
          },
        ]
      : []),
  ];
  const key = drawnLegend(entries, figureMargin, right, 0);
  const most = Math.max(
    10,
    ...counts.flatMap(({ gains, losses, assessed }) => [percent(gains, assessed), percent(losses, assessed)]),
  );
  const limit = Math.min(100, linearScale([0, most], [0, 1], { isNice: true }).domain()[1] ?? 100);
  const style = { hasGrid: true, format: (value: number) => String(Math.abs(value)) };
  const probe = linearScale([-limit, limit], [0, 1]);
  const left = figureMargin + yAxisWidth(probe, style);
  const top = key.height + 22;
  const bottom = top + Math.min(260, Math.max(160, width * 0.36));
  const y = linearScale([-limit, limit], [bottom, top]);
  const axis = armAxis(left, right);
  const marks: Mark[] = [
    ...key.marks,
    {
      kind: 'text',
      x: figureMargin,
      y: key.height + title,
      text: 'Samples (%): gain up, loss down',
      size: typeSize.small,
      paint: 'quiet',
    },
    ...chromosomeBands(axis, top, bottom),
    ...yAxis(y, { left, right, top, bottom }, style),
  ];
  for (const each of counts) {
    const { x, width: wide } = axis.placeOf(each.arm);
    const hint = countWords(each);
    const inset = Math.min(0.5, wide * 0.08);
    const bar = (from: number, to: number) => ({
      x: x + inset,
      y: from,
      width: wide - 2 * inset,
      height: Math.max(0, to - from),
    });
    if (each.assessed === 0) marks.push(...withHint(callMarks('notAssessed', x, y(0) - 6, wide, 12), hint));
    if (each.gains > 0)
      marks.push({
        kind: 'rectangle',
        ...bar(y(percent(each.gains, each.assessed)), y(0)),
        fill: 'gain',
        hint,
      });
    if (each.losses > 0)
      marks.push({
        kind: 'rectangle',
        ...bar(y(0), y(-percent(each.losses, each.assessed))),
        fill: 'loss',
        texture: 'diagonal',
        hint,
      });
  }
  marks.push(lineMark(left, y(0), right, y(0), { stroke: 'ink' }));
  const names = armNames(axis, bottom);
  return { marks: [...marks, ...names.marks], height: bottom + names.height };
}

/** The samples one by one. */
function sampleBody({ samples }: ChromosomeArmsData, width: number): Body {
  const right = width - figureMargin;
  const all = samples.map((sample) => ({ sample, calls: armCalls(sample) }));
  const used = new Set(all.flatMap(({ calls }) => [...calls.values()]));
  const key = drawnLegend(
    (['gain', 'loss', 'both', 'none', 'notAssessed'] as const)
      .filter((call) => used.has(call))
      .map(
        (call): DrawnEntry => ({
          label: callLabels[call],
          draw: (x, y, w, h) => callMarks(call, x + 1, y - 2, w - 2, h + 3),
        }),
      ),
    figureMargin,
    right,
    0,
  );
  const nameOf = ({ id, group }: ChromosomeArmsData['samples'][number]): string =>
    group === undefined ? id : `${id}, ${group}`;
  const labelRoom = Math.min(
    width * 0.24,
    Math.max(...samples.map((each) => textWidth(nameOf(each), typeSize.small))),
  );
  const left = figureMargin + labelRoom + 6;
  const axis = armAxis(left, right);
  const top = key.height + 10;
  const bottom = top + samples.length * rowStep;
  const marks: Mark[] = [...key.marks];
  all.forEach(({ sample, calls }, at) => {
    const y = top + at * rowStep;
    const name = nameOf(sample);
    marks.push({
      kind: 'text',
      x: left - 6,
      y: y + rowHeight / 2 + 3.5,
      text: fitText(name, labelRoom, typeSize.small),
      size: typeSize.small,
      anchor: 'end',
      hint: name,
    });
    for (const arm of chromosomeArms) {
      const call = calls.get(arm.name) ?? 'notAssessed';
      const { x, width: wide } = axis.placeOf(arm);
      marks.push(
        ...withHint(
          callMarks(call, x + 0.25, y, wide - 0.5, rowHeight),
          `${name}, ${arm.name}: ${callLabels[call]}`,
        ),
      );
    }
  });
  const names = armNames(axis, bottom);
  return { marks: [...marks, ...names.marks], height: bottom + names.height };
}

function tableOf(
  { samples }: ChromosomeArmsData,
  counts: readonly ArmCounts[],
  isShares: boolean,
): FigureTable {
  if (isShares)
    return {
      columns: ['arm', 'samples assessed', 'gain (n)', 'gain (%)', 'loss (n)', 'loss (%)'],
      rows: counts.map(({ arm, assessed, gains, losses }) => [
        arm.name,
        assessed,
        gains,
        assessed === 0 ? null : Math.round(percent(gains, assessed) * 10) / 10,
        losses,
        assessed === 0 ? null : Math.round(percent(losses, assessed) * 10) / 10,
      ]),
    };
  return {
    columns: ['sample', 'group', ...chromosomeArms.map(({ name }) => name)],
    rows: samples.map((sample) => {
      const calls = armCalls(sample);
      return [
        sample.id,
        sample.group ?? null,
        ...chromosomeArms.map(({ name }) => callLabels[calls.get(name) ?? 'notAssessed']),
      ];
    }),
  };
}

function statementsOf(
  { method, samples }: ChromosomeArmsData,
  counts: readonly ArmCounts[],
  isShares: boolean,
): readonly string[] {
  const assessed = counts.map((each) => each.assessed);
  const [fewest, most] = [Math.min(...assessed), Math.max(...assessed)];
  const range = fewest === most ? `${most}` : `${fewest} to ${most}`;
  return [
    `${samples.length} ${samples.length === 1 ? 'sample' : 'samples'}${isShares ? `; each arm assessed in ${range}, shares are of those` : ', shown one by one'}`,
    method === undefined ? 'How gains and losses were called is not stated' : `Calls: ${method}`,
    'The short arms of 13, 14, 15, 21 and 22 are left out',
  ];
}

/** The figure of chromosome arms. */
export function chromosomeArmsFigure(
  data: ChromosomeArmsData,
  { width = fullWidth }: FigureLayout = {},
): Figure {
  const isShares = data.samples.length >= fewestForShares;
  const counts = armCounts(data.samples);
  const body = isShares ? shareBody(counts, width) : sampleBody(data, width);
  const statements = statementsOf(data, counts, isShares);
  const changed = counts.filter(({ gains, losses }) => gains + losses > 0);
  return assembleFigure(data, {
    kind: 'chromosome-arms',
    width,
    height: body.height,
    marks: body.marks,
    description: `Gains and losses of chromosome arms in ${data.samples.length} samples. ${changed.length === 0 ? 'No arm is gained or lost' : changed.map(countWords).join('; ')}. ${statements.join('. ')}.`,
    statements,
    table: tableOf(data, counts, isShares),
  });
}
