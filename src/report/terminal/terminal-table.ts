/** A table in a terminal: in columns where there is room, otherwise every row as a head with named lines under it. */
import type { Line, TableBlock } from '../document.ts';
import { emphasis } from '../span.ts';
import {
  indented,
  narrower,
  naturalWidth,
  type Page,
  type Row,
  wrapLine,
  wrapWords,
} from './styled-words.ts';

const gap = 2;
const leastColumn = 12;
/** Below this mean width columns are too narrow to read. */
const readableColumn = 24;

/** Widths of the columns: each its natural width, and where that is too much, a share by need. */
function columnWidths(block: TableBlock, page: Page): readonly number[] {
  const room = page.width - gap * (block.columns.length - 1);
  const natural = block.columns.map(({ label }, index) =>
    block.rows.reduce(
      (most, { cells }) =>
        (cells[index] ?? []).reduce((wide, each) => Math.max(wide, naturalWidth(each, page)), most),
      label.length,
    ),
  );
  const least = natural.map((width) => Math.min(width, leastColumn));
  const wanted = natural.map((width, index) => Math.min(width, 72) - (least[index] ?? 0));
  const free = room - least.reduce((sum, width) => sum + width, 0);
  const asked = wanted.reduce((sum, width) => sum + width, 0);
  if (asked <= free) return natural.map((width) => Math.min(width, 72));
  return least.map((width, index) => width + Math.floor((free * (wanted[index] ?? 0)) / asked));
}

const cellRows = (cell: readonly Line[], page: Page): Row[] => cell.flatMap((each) => wrapLine(each, page));

function sideBySide(cells: readonly (readonly Row[])[], widths: readonly number[]): Row[] {
  const height = Math.max(...cells.map((rows) => rows.length));
  return Array.from({ length: height }, (_, at): Row => {
    let text = '';
    let used = 0;
    let start = 0;
    cells.forEach((rows, index) => {
      const row = rows[at];
      if (row !== undefined) {
        text += ' '.repeat(start - used) + row.text;
        used = start + row.width;
      }
      start += (widths[index] ?? 0) + gap;
    });
    return { text, width: used };
  });
}

function inColumns(block: TableBlock, page: Page): Row[] {
  const widths = columnWidths(block, page);
  const pages = widths.map((width) => ({ ...page, width }));
  const pageOf = (index: number): Page => pages[index] ?? page;
  const head = block.columns.map(({ label }, index) => wrapWords(label, 'strong', pageOf(index)));
  const rule = (page.unicode ? '─' : '-').repeat(page.width);
  return [
    ...sideBySide(head, widths),
    { text: rule, width: page.width },
    ...block.rows.flatMap(({ cells }) =>
      sideBySide(
        cells.map((cell, index) => cellRows(cell, pageOf(index))),
        widths,
      ),
    ),
  ];
}

/** The first column heads the row; the others follow, each behind its name. */
function stacked(block: TableBlock, page: Page): Row[] {
  const mark = page.unicode ? '• ' : '* ';
  return block.rows.flatMap(({ cells: [head = [], ...others] }) => [
    ...indented(cellRows(head, narrower(page, 2)), mark),
    ...others.flatMap((cell, index) => {
      const [first, ...rest] = cell;
      if (first === undefined) return [];
      const label = `${block.columns[index + 1]?.label ?? ''}: `;
      const named = { ...first, spans: [emphasis(label), ...first.spans] };
      return [
        ...hanging(wrapLine(named, narrower(page, 6))),
        ...indented(cellRows(rest, narrower(page, 6)), '      '),
      ];
    }),
  ]);
}

/** Wrapped rows, those after the first further in. */
const hanging = (rows: readonly Row[]): Row[] => [
  ...indented(rows.slice(0, 1), '    '),
  ...indented(rows.slice(1), '      '),
];

/** The table with its caption. */
export function tableRows(block: TableBlock, page: Page): Row[] {
  const caption = wrapWords(block.caption, 'quiet', page);
  const fits = page.width / block.columns.length >= readableColumn;
  return [...caption, ...(fits ? inColumns(block, page) : stacked(block, page))];
}
