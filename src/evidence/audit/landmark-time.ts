/** The time of a landmark as papers print it: "12 months", "1-year", "24 weeks". */
import type { TimeInUnit, TimeUnit } from '../../statistics/index.ts';

const units: Readonly<Record<string, TimeUnit>> = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  year: 'years',
};

/** Reads a landmark; undefined where the text is no number with a unit of time. */
export function readLandmark(text: string): TimeInUnit | undefined {
  const [, time, unit = ''] = /^(\d+(?:\.\d+)?)[\s-]*(day|week|month|year)s?$/i.exec(text.trim()) ?? [];
  const read = units[unit.toLowerCase()];
  return time === undefined || read === undefined ? undefined : { time, unit: read };
}
