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
import { type Figure, type FigureLayout, fullWidth, lineMark, type Mark, typeSize } from '../scene/index.ts';
import { textWidth, wrapText } from '../text/index.ts';
import type { AdverseEventsData } from './adverse-events-data.ts';
import {
  armName,
  barMarks,
  columnsOf,
  grade3UpHead,
  hintOf,
  looks,
  noColumns,
  numbersOf,
} from './event-bars.ts';
import { deviationStatements, notReported, orderedTerms, sharePercent } from './event-numbers.ts';

const barStep = 14;
const termGap = 8;
const butterflyFrom = 560;
const fewestLabel = 40;
const fewestBar = 56;
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
    results.some(({ anyGrade, grade3Up }) => anyGrade === null || grade3Up === null),
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
      results.map(({ anyGrade, grade3Up }, at) => valueIn(at)(Math.max(anyGrade ?? 0, grade3Up ?? 0))),
    ),
  );
  const axis = { title: hasShares ? 'Patients (%)' : 'Patients', hasGrid: true };
  const key = legend(legendOf(data), figureMargin, width - figureMargin, 0);
  const isButterfly = data.arms.length === 2 && width >= butterflyFrom;
  const right = width - figureMargin;
  const arms = data.arms.map((_, at) => at);
  const columns = isButterfly ? arms.map((at) => columnsOf(data, [at])) : [columnsOf(data, arms)];
  const numberRoom = columns.reduce((sum, { anyGrade, grade3Up }) => sum + anyGrade + grade3Up, 0);
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
    const from = figureMargin + one.anyGrade + one.grade3Up;
    const to = right - other.anyGrade - other.grade3Up;
    const half = (to - from - labelRoom - 20) / 2;
    const middle = from + half + 10 + labelRoom / 2;
    const scales = [
      linearScale([0, most], [from + half, from + 6]),
      linearScale([0, most], [to - half, to - 6]),
    ];
    const places = [
      { grade3Up: figureMargin + one.grade3Up - 8, anyGrade: from - 8 },
      { anyGrade: to + other.anyGrade, grade3Up: right },
    ];
    places.forEach(({ anyGrade, grade3Up }) => {
      marks.push(
        small('Any grade', anyGrade, head, 'end', true),
        small(grade3UpHead, grade3Up, head, 'end', true),
      );
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
        const { anyGrade, grade3Up } = numbersOf(data, result, at);
        bars.push(
          ...barMarks(result, at, { toX: (value) => scale(value), amountOf: valueIn(at), y: center, hint }),
          small(anyGrade, place.anyGrade, center + 3.5, 'end'),
          small(grade3Up, place.grade3Up, center + 3.5, 'end'),
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
    const [{ anyGrade: anyGradeRoom, grade3Up: grade3UpRoom } = noColumns] = columns;
    const left = figureMargin + labelRoom + 8;
    const to = right - anyGradeRoom - grade3UpRoom;
    const scale = linearScale([0, most], [left, Math.max(left + 20, to - 4)]);
    const place = { anyGrade: to + anyGradeRoom, grade3Up: right };
    marks.push(
      small('Any grade', place.anyGrade, head, 'end', true),
      small(grade3UpHead, place.grade3Up, head, 'end', true),
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
        const { anyGrade, grade3Up } = numbersOf(data, result, at);
        bars.push(
          ...barMarks(result, at, {
            toX: (value) => scale(value),
            amountOf: valueIn(at),
            y: line,
            hint: hintOf(data, term, result, at),
          }),
          small(anyGrade, place.anyGrade, line + 3.5, 'end'),
          small(grade3Up, place.grade3Up, line + 3.5, 'end'),
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
            result.anyGrade,
            rounded(sharePercent(result.anyGrade, patients)),
            result.printedAnyGradePercent ?? null,
            result.grade3Up,
            rounded(sharePercent(result.grade3Up, patients)),
            result.printedGrade3UpPercent ?? null,
          ];
        }),
      ),
    },
  });
}
