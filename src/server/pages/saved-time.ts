/**
 * Dates and times as a page shows them: `09-Sep-2026`, so that no reader mistakes month for day (NHS Common User
 * Interface, date display).
 */
import { type Markup, markup } from './markup.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Every ISO date within a text in words: `2012-07..2012-08-03` to `Jul-2012..03-Aug-2012`. */
export function dateText(printed: string): string {
  return printed.replace(
    /\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/g,
    (whole, year: string, month: string, day?: string) => {
      const name = months[Number(month) - 1];
      return name === undefined ? whole : [day, name, year].filter((part) => part !== undefined).join('-');
    },
  );
}

/** The words for an ISO 8601 time in UTC, with the time of day; the text itself where it is none. */
export function savedTimeText(iso: string): string {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z$/.exec(iso) ?? [];
  return date === undefined || time === undefined ? iso : `${dateText(date)} ${time} UTC`;
}

/** The same as an element that programs can read. */
export function savedTime(iso: string): Markup {
  return markup`<time datetime="${iso}">${savedTimeText(iso)}</time>`;
}
