/** The cells of a table that becomes a figure: what each kind of cell may hold, and how it is read. */
import { type SwimmerEvents, swimmerEventsOf } from './swimmer-events.ts';

/** What a column holds. */
export type CellKind = 'text' | 'number' | 'limit' | 'boolean' | 'event' | 'times' | 'events';
/** A value of which an assay gives the limit alone: "<5". */
interface Limit {
  readonly value: number;
  readonly bound: 'below' | 'above';
}

interface Times {
  readonly times: readonly number[];
}

/** What a cell holds. */
export type CellValue = string | number | boolean | Limit | Times | SwimmerEvents;

/** True for a cell that holds nothing. */
export const isEmpty = (cell: string): boolean => /^(?:|na|nan|null|\.|not known)$/i.test(cell);
const numberOf = (cell: string): number | undefined =>
  /^[+\u2212-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?$/i.test(cell)
    ? Number(cell.replace('\u2212', '-').replace('%', ''))
    : undefined;

/** A number, or the limit in "<5", ">1000", "\u22645". */
function limitOf(cell: string): number | Limit | undefined {
  const sign = /^[<\u2264>\u2265]=?/.exec(cell)?.[0];
  if (sign === undefined) return numberOf(cell);
  const value = numberOf(cell.slice(sign.length).trim());
  if (value === undefined) return undefined;
  return { value, bound: /[<\u2264]/.test(sign) ? 'below' : 'above' };
}

/** The value of a cell; undefined where the cell is none of its kind. */
export function cellValue(cell: string, kind: CellKind): CellValue | undefined {
  switch (kind) {
    case 'text':
      // The apostrophe that the CSV of a figure sets before what a spreadsheet would run as a formula.
      return cell.replace(/^'(?=[=+@]|-(?![\d.]))/, '');
    case 'number':
      return numberOf(cell);
    case 'limit':
      return limitOf(cell);
    case 'events':
      return swimmerEventsOf(cell);
    case 'boolean':
      if (/^(?:yes|true|y|1)$/i.test(cell)) return true;
      return /^(?:no|false|n|0)$/i.test(cell) ? false : undefined;
    case 'event':
      if (/^(?:yes|true|y|1|event)$/i.test(cell)) return true;
      return /^(?:no|false|n|0|censored)$/i.test(cell) ? false : undefined;
    case 'times': {
      const parts = cell.split(/[;|]/);
      const times = parts.map((part) => numberOf(part.trim())).filter((time) => time !== undefined);
      return times.length === parts.length ? { times } : undefined;
    }
  }
}

/** The kinds in the words of a refusal. */
export const kindWords: Readonly<Record<CellKind, string>> = {
  text: 'a text',
  number: 'a number',
  limit: 'a number, or a limit such as <5',
  boolean: 'yes or no',
  event: 'yes or no (or event, censored; 1, 0)',
  times: 'a time, or several with ; between',
  events: 'a list such as "3: PR; 8: progression"',
};
