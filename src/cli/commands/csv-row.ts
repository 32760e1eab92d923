/** One row of a CSV file (RFC 4180): cells with a comma, a quotation mark or a line break are quoted. */
export function csvRow(cells: readonly string[]): string {
  return cells.map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',');
}
