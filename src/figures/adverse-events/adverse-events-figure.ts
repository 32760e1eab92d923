/**
 * Adverse events as bars: the outline is any grade, the filled part grade 3 or more, with counts and percentages beside
 * them. Two arms stand back to back where the page is wide enough, else the arms stand under each other in every term.
 */
import {
  assembleFigure,
  figureMargin,
  type LegendEntry,
  legend,
  linearScale,
  xAxis,
  xAxisHeight,
} from '../layout/index.ts';
import {
  type Figure,
  type FigureLayout,
  fullWidth,
  groupPaints,
  lineMark,
  type Mark,
  type Paint,
  type Texture,
  typeSize,
} from '../scene/index.ts';
import { textWidth, wrapText } from '../text/index.ts';
import type { AdverseEventResult, AdverseEventsData } from './adverse-events-data.ts';
import { deviationStatements, notReported, numberText, orderedTerms, sharePercent } from './event-numbers.ts';

const barHeight = 10;
const barStep = 14;
const termGap = 8;
const butterflyFrom = 560;
const fewestLabel = 40;
const fewestBar = 56;
const severeHead = 'Grade \u22653';
const armTextures: readonly Texture[] = ['plain', 'diagonal', 'dots', 'cross'];

const looks = (at: number): { readonly paint: Paint; readonly texture: Texture } => ({
  paint: groupPaints[at] ?? 'group-6',
  texture: armTextures[at] ?? 'plain',
});

const armName = (data: AdverseEventsData, at: number): string => {
  const arm = data.arms[at];
  const patients = arm?.patients ?? null;
  const size = patients === null ? 'number of patients not stated' : `n = ${patients}`;
  return arm?.name === undefined ? size : `${arm.name} (${size})`;
};

function legendOf(data: AdverseEventsData): readonly LegendEntry[] {
  const first = looks(0);
  const one = data.arms.length === 1;
  return [
    ...(one
      ? []
      : data.arms.map(
          (_, at): LegendEntry => ({
            label: armName(data, at),
            sample: { kind: 'area', fill: looks(at).paint, texture: looks(at).texture },
          }),
        )),
    {
      label: one ? `any grade, ${armName(data, 0)}` : 'outline: any grade',
      sample: { kind: 'area', fill: 'raised', stroke: one ? first.paint : 'ink' },
    },
    {
      label: one ? 'grade \u22653' : 'filled: grade \u22653',
      sample: { kind: 'area', fill: one ? first.paint : 'ink' },
    },
  ];
}

/** The bars of one arm in one term. */
function barMarks(
  result: AdverseEventResult,
  arm: number,
  {
    toX,
    amountOf,
    y,
    hint,
  }: {
    readonly toX: (value: number) => number;
    readonly amountOf: (count: number) => number;
    readonly y: number;
    readonly hint: string;
  },
): readonly Mark[] {
  const { paint, texture } = looks(arm);
  const bar = (count: number): { x: number; y: number; width: number; height: number } => {
    const [from = 0, to = 0] = [toX(0), toX(amountOf(count))].toSorted((one, other) => one - other);
    return { x: from, y: y - barHeight / 2, width: Math.max(1, to - from), height: barHeight };
  };
  const marks: Mark[] = [];
  if (result.any !== null && result.any > 0)
    marks.push({ kind: 'rectangle', ...bar(result.any), fill: 'raised', stroke: paint, hint });
  if (result.severe !== null && result.severe > 0)
    marks.push({ kind: 'rectangle', ...bar(result.severe), fill: paint, texture, stroke: paint, hint });
  return marks;
}

interface Columns {
  readonly any: number;
  readonly severe: number;
}

const noColumns: Columns = { any: 0, severe: 0 };

/** Widths of the two columns of numbers over the arms given. */
function columnsOf(data: AdverseEventsData, arms: readonly number[]): Columns {
  const widest = (texts: readonly string[]): number =>
    Math.max(...texts.map((text) => textWidth(text, typeSize.small)));
  const texts = (key: 'any' | 'severe') =>
    data.terms.flatMap(({ results }) => arms.map((at) => numbersOf(data, results[at], at)[key]));
  return {
    any: widest(['Any grade', ...texts('any')]) + 8,
    severe: widest([severeHead, ...texts('severe')]) + 8,
  };
}

function numbersOf(
  { arms }: AdverseEventsData,
  result: AdverseEventResult | undefined,
  at: number,
): { readonly any: string; readonly severe: string } {
  const patients = arms[at]?.patients ?? null;
  return {
    any: numberText(result?.any ?? null, result?.printedAnyPercent, patients),
    severe: numberText(result?.severe ?? null, result?.printedSeverePercent, patients),
  };
}

const hintOf = (data: AdverseEventsData, term: string, result: AdverseEventResult, at: number): string => {
  const { any, severe } = numbersOf(data, result, at);
  return `${term}, ${armName(data, at)}: any grade ${any === notReported ? 'not reported' : any}, grade 3 or more ${severe === notReported ? 'not reported' : severe}`;
};

const small = (
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  isHead = false,
): Mark => ({
  kind: 'text',
  x,
  y,
  text,
  size: typeSize.small,
  anchor,
  ...(isHead ? { paint: 'quiet' } : {}),
});

function statementsOf(data: AdverseEventsData): readonly string[] {
  const { arms, attribution, grading, terms } = data;
  const unknown = arms.some(({ patients }) => patients === null);
  const hasGaps = terms.some(({ results }) =>
    results.some(({ any, severe }) => any === null || severe === null),
  );
  return [
    arms.map((_, at) => armName(data, at)).join(', '),
    `Adverse events ${attribution ?? '(attribution not stated)'}, ${grading ?? 'grading not stated'}: patients with the event, each once a term`,
    ...(unknown
      ? ['Bars are counts and no shares: a denominator is not stated']
      : ['Shares are of the patients of the arm']),
    ...(hasGaps ? [`${notReported}: not reported, which is not none`] : []),
    ...deviationStatements(data),
  ];
}

/** The figure of adverse events. */
export function adverseEventsFigure(
  data: AdverseEventsData,
  { width = fullWidth }: FigureLayout = {},
): Figure {
  const terms = orderedTerms(data);
  const hasShares = data.arms.every(({ patients }) => patients !== null);
  const valueIn = (at: number) => (count: number) =>
    hasShares ? (sharePercent(count, data.arms[at]?.patients ?? null) ?? 0) : count;
  const most = Math.max(
    1,
    ...terms.flatMap(({ results }) =>
      results.map(({ any, severe }, at) => valueIn(at)(Math.max(any ?? 0, severe ?? 0))),
    ),
  );
  const axis = { title: hasShares ? 'Patients (%)' : 'Patients', hasGrid: true };
  const key = legend(legendOf(data), figureMargin, width - figureMargin, 0);
  const isButterfly = data.arms.length === 2 && width >= butterflyFrom;
  const right = width - figureMargin;
  const arms = data.arms.map((_, at) => at);
  const columns = isButterfly ? arms.map((at) => columnsOf(data, [at])) : [columnsOf(data, arms)];
  const numberRoom = columns.reduce((sum, { any, severe }) => sum + any + severe, 0);
  const labelRoom = Math.min(
    Math.max(...terms.map(({ term }) => textWidth(term, typeSize.label))),
    width * (isButterfly ? 0.24 : 0.34),
    Math.max(fewestLabel, right - figureMargin - numberRoom - (isButterfly ? 2 : 1) * fewestBar),
  );
  const head = key.height + 18;
  const marks: Mark[] = [...key.marks];
  const bars: Mark[] = [];
  let y = head + 8;
  if (isButterfly) {
    const [one = noColumns, other = noColumns] = columns;
    const from = figureMargin + one.any + one.severe;
    const to = right - other.any - other.severe;
    const half = (to - from - labelRoom - 20) / 2;
    const middle = from + half + 10 + labelRoom / 2;
    const scales = [
      linearScale([0, most], [from + half, from + 6]),
      linearScale([0, most], [to - half, to - 6]),
    ];
    const places = [
      { severe: figureMargin + one.severe - 8, any: from - 8 },
      { any: to + other.any, severe: right },
    ];
    places.forEach(({ any, severe }) => {
      marks.push(small('Any grade', any, head, 'end', true), small(severeHead, severe, head, 'end', true));
    });
    for (const { term, results } of terms) {
      const lines = wrapText(term, labelRoom, typeSize.label);
      const height = Math.max(barStep, lines.length * 13) + termGap;
      const center = y + height / 2;
      lines.forEach((text, at) => {
        const baseline = center + 4 + (at - (lines.length - 1) / 2) * 13;
        bars.push({ kind: 'text', x: middle, y: baseline, text, size: typeSize.label, anchor: 'middle' });
      });
      results.forEach((result, at) => {
        const scale = scales[at];
        const place = places[at];
        if (scale === undefined || place === undefined) return;
        const hint = hintOf(data, term, result, at);
        const { any, severe } = numbersOf(data, result, at);
        bars.push(
          ...barMarks(result, at, { toX: (value) => scale(value), amountOf: valueIn(at), y: center, hint }),
          small(any, place.any, center + 3.5, 'end'),
          small(severe, place.severe, center + 3.5, 'end'),
        );
      });
      y += height;
    }
    for (const scale of scales) {
      const [start = 0, end = 0] = scale.range().toSorted((left, next) => left - next);
      marks.push(...xAxis(scale, { left: start, right: end, top: head + 8, bottom: y + 2 }, axis));
      marks.push(lineMark(scale(0), head + 8, scale(0), y + 2));
    }
  } else {
    const [{ any: anyRoom, severe: severeRoom } = noColumns] = columns;
    const left = figureMargin + labelRoom + 8;
    const to = right - anyRoom - severeRoom;
    const scale = linearScale([0, most], [left, Math.max(left + 20, to - 4)]);
    const place = { any: to + anyRoom, severe: right };
    marks.push(
      small('Any grade', place.any, head, 'end', true),
      small(severeHead, place.severe, head, 'end', true),
    );
    for (const { term, results } of terms) {
      const lines = wrapText(term, labelRoom, typeSize.label);
      const height = Math.max(barStep * results.length, lines.length * 13) + termGap;
      const center = y + height / 2;
      lines.forEach((text, at) => {
        const baseline = center + 4 + (at - (lines.length - 1) / 2) * 13;
        bars.push({ kind: 'text', x: left - 8, y: baseline, text, size: typeSize.label, anchor: 'end' });
      });
      results.forEach((result, at) => {
        const line = center + (at - (results.length - 1) / 2) * barStep;
        const { any, severe } = numbersOf(data, result, at);
        bars.push(
          ...barMarks(result, at, {
            toX: (value) => scale(value),
            amountOf: valueIn(at),
            y: line,
            hint: hintOf(data, term, result, at),
          }),
          small(any, place.any, line + 3.5, 'end'),
          small(severe, place.severe, line + 3.5, 'end'),
        );
      });
      y += height;
    }
    const plot = { left, right: scale.range()[1] ?? right, top: head + 8, bottom: y + 2 };
    marks.push(...xAxis(scale, plot, axis), lineMark(left, plot.top, left, plot.bottom));
  }
  const statements = statementsOf(data);
  return assembleFigure(data, {
    kind: 'adverse-events',
    width,
    height: y + 2 + xAxisHeight(axis),
    marks: [...marks, ...bars],
    description: `Adverse events, ${terms.length} terms. ${terms
      .slice(0, 20)
      .map(({ term, results }) => results.map((result, at) => hintOf(data, term, result, at)).join('; '))
      .join('; ')}${terms.length > 20 ? '; further terms in the table' : ''}. ${statements.join('. ')}.`,
    statements,
    table: {
      columns: [
        'term',
        'arm',
        'patients',
        'any grade (n)',
        'any grade (%)',
        'any grade as printed (%)',
        'grade 3 or more (n)',
        'grade 3 or more (%)',
        'grade 3 or more as printed (%)',
      ],
      rows: terms.flatMap(({ term, results }) =>
        results.map((result, at) => {
          const patients = data.arms[at]?.patients ?? null;
          const rounded = (share: number | null): number | null =>
            share === null ? null : Math.round(share * 10) / 10;
          return [
            term,
            data.arms[at]?.name ?? null,
            patients,
            result.any,
            rounded(sharePercent(result.any, patients)),
            result.printedAnyPercent ?? null,
            result.severe,
            rounded(sharePercent(result.severe, patients)),
            result.printedSeverePercent ?? null,
          ];
        }),
      ),
    },
  });
}
