/** Cells of a table of subjects: numbers, missing values, and what says that an event happened. */

const happened = /^(?:1|true|t|yes|y|event)$/i;
const didNot = /^(?:0|false|f|no|n|censored)$/i;

/** Whether a cell says nothing. */
export const isEmptyCell = (cell: string | undefined): boolean =>
  cell === undefined || /^(?:|NA|NaN|null|\.)$/i.test(cell);

/** The number of a cell; NaN where it is none. */
export const numberOfCell = (cell: string): number =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(cell) ? Number(cell) : Number.NaN;

/**
 * Whether a cell says neither that the event happened nor that it did not. It makes the whole column unreadable: with codes
 * 1 and 2 even the 1 would be read wrongly.
 */
export const isOpenEvent = (cell: string, eventIs: string | undefined): boolean =>
  eventIs === undefined && !isEmptyCell(cell) && !happened.test(cell) && !didNot.test(cell);

/** Whether a cell means the event. */
export const isEventCell = (cell: string, eventIs: string | undefined): boolean =>
  eventIs === undefined ? happened.test(cell) : cell === eventIs;

/** What is said of a column of events that cannot be read. */
export const openEventMessage = (column: string, cell: string): string =>
  `the column "${column}" holds "${cell.slice(0, 40)}", which says neither that the event happened nor that it did not; name the cell that means it (--event-is)`;
