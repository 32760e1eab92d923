/**
 * Prevalence: shares with exact intervals (Clopper and Pearson 1934), counts beside them. A row in which nobody was tested
 * says so and has no point: no share is not a share of none.
 */
import { clopperPearson } from '../../statistics/index.ts';
import {
  assembleFigure,
  figureMargin,
  linearScale,
  type NumberScale,
  xAxis,
  xAxisHeight,
} from '../layout/index.ts';
import { type Figure, type FigureLayout, fullWidth, lineMark, type Mark, typeSize } from '../scene/index.ts';
import { fitText, textWidth, wrapText } from '../text/index.ts';
import type { MutationPrevalenceData, PrevalencePanel } from './mutation-prevalence-data.ts';

const fewestPlot = 100;
const noneTested = 'none tested';

interface Share {
  readonly percent: number;
  readonly lower: number;
  readonly upper: number;
}

interface PrevalenceRow {
  readonly label: string;
  readonly count: number;
  readonly tested: number;
  readonly printed: string | undefined;
  readonly source: string | undefined;
  readonly share: Share | null;
}

interface Panel {
  readonly title: string;
  readonly of: string;
  readonly rows: readonly PrevalenceRow[];
}

function panelOf({ title, of, order, rows }: PrevalencePanel, confidence: number): Panel {
  const shown = rows.map(({ label, count, tested, printed, source }): PrevalenceRow => {
    if (tested === 0) return { label, count, tested, printed, source, share: null };
    const { estimate, lower, upper } = clopperPearson(count, tested, confidence);
    const share = { percent: 100 * estimate, lower: 100 * lower, upper: 100 * upper };
    return { label, count, tested, printed, source, share };
  });
  return {
    title,
    of,
    rows:
      order === 'given'
        ? shown
        : shown.toSorted((one, other) => (other.share?.percent ?? -1) - (one.share?.percent ?? -1)),
  };
}

const countText = ({ count, tested }: PrevalenceRow): string => `${count}/${tested}`;

const shareText = ({ share }: PrevalenceRow): string =>
  share === null
    ? noneTested
    : `${share.percent.toFixed(1)} (${share.lower.toFixed(1)}\u2013${share.upper.toFixed(1)})`;

const rowWords = (row: PrevalenceRow): string =>
  row.share === null ? `${row.label}: none tested` : `${row.label}: ${countText(row)}, ${shareText(row)}%`;

/** Point and interval of a row. */
function shareMarks(row: PrevalenceRow, x: NumberScale, y: number): readonly Mark[] {
  const { share } = row;
  if (share === null) return [];
  const hint = [rowWords(row), ...(row.printed === undefined ? [] : [`printed: ${row.printed}`])].join('; ');
  return [
    lineMark(x(share.lower), y, x(share.upper), y, { stroke: 'group-1', width: 1.5, hint }),
    lineMark(x(share.lower), y - 3.5, x(share.lower), y + 3.5, { stroke: 'group-1', width: 1.5 }),
    lineMark(x(share.upper), y - 3.5, x(share.upper), y + 3.5, { stroke: 'group-1', width: 1.5 }),
    { kind: 'glyph', shape: 'square', x: x(share.percent), y, size: 6.5, fill: 'group-1', hint },
  ];
}

function statementsOf(
  { mutation, confidence }: MutationPrevalenceData,
  panels: readonly Panel[],
): readonly string[] {
  const rows = panels.flatMap((panel) => panel.rows);
  const untested = rows.filter(({ tested }) => tested === 0).length;
  const printed = rows.filter((row) => row.printed !== undefined);
  return [
    `${mutation}: shares with exact ${plainPercent(confidence)}% intervals (Clopper-Pearson)`,
    ...panels.map(({ title, of }) => `${title}: n are ${of}`),
    ...(untested > 0
      ? [
          `${untested} ${untested === 1 ? 'row' : 'rows'} with nobody tested: no share, which is not a share of none`,
        ]
      : []),
    ...(printed.length > 0
      ? [`As printed: ${printed.map((row) => `${row.label} ${row.printed}`).join('; ')}`]
      : []),
  ];
}

const plainPercent = (confidence: number): number => Math.round(confidence * 1e6) / 1e4;

/** The figure of prevalence. */
export function mutationPrevalenceFigure(
  data: MutationPrevalenceData,
  { width = fullWidth }: FigureLayout = {},
): Figure {
  const panels = data.panels.map((panel) => panelOf(panel, data.confidence));
  const rows = panels.flatMap((panel) => panel.rows);
  const right = width - figureMargin;
  const shareHead = `% (${plainPercent(data.confidence)}% CI)`;
  const widest = (texts: readonly string[]): number =>
    Math.max(...texts.map((text) => textWidth(text, typeSize.small)));
  const shareRoom = widest([shareHead, ...rows.map(shareText)]) + 10;
  const countRoom = widest(['k/n', ...rows.map(countText)]) + 10;
  const labelRoom = Math.min(
    Math.max(...rows.map(({ label }) => textWidth(label, typeSize.label))),
    Math.max(50, Math.min(width * 0.34, right - figureMargin - 8 - shareRoom - countRoom - fewestPlot)),
  );
  const left = figureMargin + labelRoom + 8;
  const end = right - shareRoom - countRoom;
  const most = Math.max(1, ...rows.flatMap(({ share }) => share?.upper ?? []));
  const nice = linearScale([0, most], [left, end - 6], { isNice: true });
  const x = linearScale([0, Math.min(100, nice.domain()[1] ?? 100)], [left, end - 6]);
  const marks: Mark[] = [];
  const head = 11;
  const small = (text: string, at: number, y: number, isHead = false): Mark => ({
    kind: 'text',
    x: at,
    y,
    text,
    size: typeSize.small,
    anchor: 'end',
    ...(isHead ? { paint: 'quiet' } : {}),
  });
  marks.push(small('k/n', end + countRoom - 2, head, true), small(shareHead, right, head, true));
  let y = head + 6;
  const top = y;
  for (const { title, of, rows: own } of panels) {
    for (const text of wrapText(title, right - figureMargin, typeSize.label, 'bold')) {
      y += 15;
      marks.push({ kind: 'text', x: figureMargin, y, text, size: typeSize.label, weight: 'bold' });
    }
    for (const text of wrapText(`n: ${of}`, right - figureMargin, typeSize.small)) {
      y += 13;
      marks.push({ kind: 'text', x: figureMargin, y, text, size: typeSize.small, paint: 'quiet' });
    }
    y += 5;
    for (const row of own) {
      const lines = wrapText(row.label, labelRoom, typeSize.label);
      const height = Math.max(20, lines.length * 13 + 7);
      const middle = y + height / 2;
      lines.forEach((text, at) => {
        marks.push({
          kind: 'text',
          x: left - 8,
          y: middle + 4 + (at - (lines.length - 1) / 2) * 13,
          text,
          size: typeSize.label,
          anchor: 'end',
        });
      });
      marks.push(
        ...shareMarks(row, x, middle),
        small(countText(row), end + countRoom - 2, middle + 3.5),
        small(fitText(shareText(row), shareRoom, typeSize.small), right, middle + 3.5),
      );
      y += height;
    }
    y += 4;
  }
  const axis = { title: 'Share (%)', hasGrid: true };
  const grid = xAxis(x, { left, right: end - 6, top, bottom: y + 2 }, axis);
  const statements = statementsOf(data, panels);
  return assembleFigure(data, {
    kind: 'mutation-prevalence',
    width,
    height: y + 2 + xAxisHeight(axis),
    marks: [...grid, ...marks],
    description: `Prevalence of ${data.mutation}. ${panels
      .map(
        ({ title, rows: own }) =>
          `${title}: ${own.slice(0, 20).map(rowWords).join('; ')}${own.length > 20 ? '; further rows in the table' : ''}`,
      )
      .join('. ')}. ${statements.join('. ')}.`,
    statements,
    table: {
      columns: [
        'panel',
        'n are',
        'row',
        'with the mutation',
        'tested',
        'share (%)',
        'lower (%)',
        'upper (%)',
        'as printed',
        'source',
      ],
      rows: panels.flatMap(({ title, of, rows: own }) =>
        own.map(({ label, count, tested, share, printed, source }) => [
          title,
          of,
          label,
          count,
          tested,
          rounded(share?.percent),
          rounded(share?.lower),
          rounded(share?.upper),
          printed ?? null,
          source ?? null,
        ]),
      ),
    },
  });
}

const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value * 1e4) / 1e4;
