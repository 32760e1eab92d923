/** Days as the unit that an axis shows: months of 30.4375 days once a record is longer than half a year, else days. */
import { daysPerMonth } from '../units/index.ts';

/** A unit of time with its factor from days. */
export interface FigureTime {
  readonly unit: 'days' | 'months';
  readonly from: (days: number) => number;
}

const longestInDays = 183;

/** The unit that suits a span of days. */
export const figureTime = (spanDays: number): FigureTime =>
  spanDays <= longestInDays
    ? { unit: 'days', from: (days) => days }
    : { unit: 'months', from: (days) => Math.round((days / daysPerMonth) * 100) / 100 };
