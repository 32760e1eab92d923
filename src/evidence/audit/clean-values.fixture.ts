/**
 * Values without any defect for the study of a seed: adverse events by grade, shares alive at landmarks of the same uncensored times
 * as the medians, ages with their range, means and medians of whole cycles, a hazard ratio with its interval and p value.
 */
import { normalUpper, normalUpperQuantile } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import { place } from './printed-study.fixture.ts';

/** Prints a share of patients as a percentage. */
export type PrintShare = (count: number, of: number) => string;

/** A whole number of patients with an event of any grade, of whom some had it at a high grade. */
export function gradedEvents(
  group: string,
  term: string,
  { any, high, of }: { readonly any: number; readonly high: number; readonly of: number },
  print: PrintShare,
): PrintedValue[] {
  const event = (grades: string, count: number): PrintedValue[] => [
    { group, what: 'toxicity', term, grades, value: print(count, of), as: 'percent', place },
    { group, what: 'toxicity', term, grades, value: String(count), as: 'count', place },
  ];
  return [...event('any', any), ...event('≥3', high)];
}

/** Shares alive (or without progression) at 6 and at 12 months. */
export function landmarks(
  group: string,
  what: 'overallSurvival' | 'progressionFreeSurvival',
  times: readonly number[],
  print: PrintShare,
): PrintedValue[] {
  const share = (months: number, at: string): PrintedValue => ({
    group,
    what,
    value: print(times.filter((time) => time > months).length, times.length),
    as: 'curvePercent',
    unit: 'months',
    at,
    place,
  });
  return [share(6, '6 months'), share(12, '1 year')];
}

/** Units of the last decimal as printed: 345 with 2 decimals is "3.45". */
export function decimalText(units: number, decimals: number): string {
  const whole = 10 ** decimals;
  return decimals === 0
    ? String(units)
    : `${Math.floor(units / whole)}.${String(units % whole).padStart(decimals, '0')}`;
}

/** A whole number of units for a quotient of whole numbers, ties up. */
export const roundedUnits = (sum: number, of: number, decimals: number): number =>
  Math.floor((2 * sum * 10 ** decimals + of) / (2 * of));

/** The middle of sorted whole numbers, with its half where it has one. */
function middle(sorted: readonly number[]): string {
  const twice =
    (sorted[Math.floor(sorted.length / 2)] ?? 0) + (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0);
  return twice % 2 === 0 ? String(twice / 2) : `${(twice - 1) / 2}.5`;
}

const average = (
  group: string,
  term: string,
  as: 'median' | 'mean',
  value: string,
  unit: string,
  sorted: readonly number[],
): PrintedValue => ({
  group,
  what: 'baseline',
  term,
  as,
  value,
  unit,
  interval: `${sorted[0] ?? 0}–${sorted.at(-1) ?? 0}`,
  intervalLabel: 'range',
  place,
});

/** Medians and means of whole numbers with their range. */
export function averages(group: string, term: string, unit: string, all: readonly number[]): PrintedValue[] {
  const sorted = all.toSorted((a, b) => a - b);
  const sum = all.reduce((total, each) => total + each, 0);
  return [
    average(group, term, 'median', middle(sorted), unit, sorted),
    average(group, term, 'mean', decimalText(roundedUnits(sum, all.length, 2), 2), unit, sorted),
  ];
}

/** A hazard ratio as a model prints it: estimate, Wald interval and Wald p. */
export function hazardRatio(
  log: number,
  error: number,
  decimals: number,
  levelPercent: 90 | 95,
): PrintedValue[] {
  const z = normalUpperQuantile((1 - levelPercent / 100) / 2);
  const print = (value: number): string => Math.exp(value).toFixed(decimals);
  const p = 2 * normalUpper(Math.abs(log / error));
  const shared = { group: 'all', of: 'overallSurvival', between: ['a', 'b'], place };
  return [
    {
      ...shared,
      what: 'hazardRatio',
      value: print(log),
      interval: `${print(log - z * error)}–${print(log + z * error)}`,
      intervalLabel: `${levelPercent}% CI`,
      as: 'ratio',
    },
    {
      ...shared,
      what: 'pValue',
      ...(p < 0.001
        ? ({ relation: '<', value: '0.001' } as const)
        : ({ relation: '=', value: p.toFixed(3) } as const)),
      as: 'p',
    },
  ];
}
