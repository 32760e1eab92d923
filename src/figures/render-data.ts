/** The data behind a figure: as CSV (RFC 4180), as an HTML table for those who read and do not see, and a page with both. */
import type { Figure, FigureCell, FigureMode, FigureTable } from './scene/index.ts';
import { escapeXml, renderSvg } from './svg/index.ts';

/** A cell that a spreadsheet would run as a formula gets an apostrophe; a number stays one. */
function csvCell(cell: FigureCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+@\t\r]|^-(?![\d.])/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The table as CSV with a head; nothing known is an empty cell. */
export function renderCsv({ columns, rows }: FigureTable): string {
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** The table as HTML; nothing known says so. */
export function renderFigureTable({ columns, rows }: FigureTable, caption: string): string {
  const head = columns.map((column) => `<th scope="col">${escapeXml(column)}</th>`).join('');
  const body = rows
    .map(
      (row) =>
        `<tr>${row.map((cell) => `<td>${cell === null ? 'not stated' : escapeXml(String(cell))}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<table><caption>${escapeXml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>\n`;
}

const pageStyle = `:root{color-scheme:light dark}body{font-family:Arial,'Liberation Sans',Helvetica,sans-serif;margin:1.5rem;max-width:75rem}figure{margin:0}svg{max-width:100%;height:auto}div{overflow-x:auto}table{border-collapse:collapse;margin-top:1rem;font-size:.85rem}caption{text-align:left;padding-bottom:.5rem}th,td{border:1px solid #8a939d;padding:.2rem .5rem;text-align:left;vertical-align:top}`;

/** A page of its own with the figure and the table of its data. */
export function renderFigurePage(figure: Figure, mode: FigureMode): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeXml(figure.title)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escapeXml(figure.title)}</h1>`,
    `<figure>${renderSvg(figure, { mode })}</figure>`,
    `<div role="region" aria-label="Data of the figure" tabindex="0">${renderFigureTable(figure.table, figure.caption)}</div>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
