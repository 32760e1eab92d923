/** A table as CSV at the terminal: the project's one form of CSV, with lines as a terminal ends them. */
import { type FigureTable, renderCsv } from '../../figures/index.ts';
import { print } from './stats.ts';

/** CSV with line feeds alone, without the last one. */
export const terminalCsv = (csv: string): string => csv.replaceAll('\r\n', '\n').trimEnd();

/** Prints a table as CSV. */
export function printCsv(table: FigureTable): void {
  print(terminalCsv(renderCsv(table)));
}
