/** Doses as papers and records print them. */
import type { Reading } from '../reading/index.ts';
import type { Route } from './drug.ts';
import { quoted, therapyIssue } from './read-drug.ts';

export type DoseUnit = 'mg' | 'g' | 'mg/m2' | 'mg/kg' | 'GBq' | 'mCi' | 'AUC';

/** One dose. Absent members are not printed, and nothing is assumed for them. */
export interface Dose {
  readonly printed: string;
  readonly amount: number;
  readonly unit: DoseUnit;
  /** The total of a day, in `unit`, where the text says that the dose is a daily one. */
  readonly dailyTotal?: number;
  /** How often a day, where it is said; "400 mg/d" does not say it. */
  readonly timesPerDay?: number;
  readonly everyDays?: number;
  readonly route?: Route;
  /** Days of the cycle, where they are named. */
  readonly days?: readonly number[];
  /** Number of days, where only that is said. */
  readonly dayCount?: number;
  readonly infusion?: 'continuous';
}

const units: Readonly<Record<string, DoseUnit>> = {
  mg: 'mg',
  g: 'g',
  'mg/m2': 'mg/m2',
  'mg/kg': 'mg/kg',
  gbq: 'GBq',
  mci: 'mCi',
};
const amountPattern = String.raw`(?<![\d.,])(?<amount>\d{1,5}(?:\.\d{1,3})?|\d{1,2},\d{3})\s*(?<unit>mg\/m2|mg\/kg|mg|g|GBq|mCi)\b(?!\/(?!\s*d))|\bAUC\s*(?:of\s*)?(?<auc>\d{1,2}(?:\.\d)?)`;
const dailyPattern = String.raw`\s*(?:\/\s*(?:d|day)\b|per day|daily|a day|(?<often>once|twice|three times)\s+(?:daily|a day|per day)|(?<latin>qd|bid|b\.i\.d\.|tid)(?!\w))`;
const everyPattern = String.raw`\s*(?:every\s+(?<every>\d{1,2}(?!\s?\p{Pd})|other)?\s*(?<period>days?|weeks?)|q\s?(?<q>\d{1,2})\s?(?<qPeriod>[dw]))\b`;
const routePattern = String.raw`\s*(?<route>intravenously|intramuscularly|subcutaneously|orally|IV)\b(?:\s*\[IV\])?`;
const daysPattern = String.raw`\s*(?:on\s+)?(?:days?\s+(?<dayList>\d{1,2}(?:\s*(?:,|\band\b|\bto\b|\p{Pd})\s*\d{1,2})*)|(?<firstDay>the\s+first\s+day)|(?:for\s+)?(?<dayCount>\d{1,2})\s+days)\b`;
const infusionPattern = String.raw`\s*by\s+(?<infusion>continuous)\s+infusion\b`;

const beforePattern = String.raw`\bat\s+(?:a\s+(?:standard\s+)?dose\s+of\s+)?|\bof\s+`;

/** The words that lead to a dose and are no part of it. */
export const beforeDose = new RegExp(String.raw`^\s*(?:${beforePattern})`, 'iu');

/** A dose within a text: the amount, then perhaps how often, by which route, on which days. */
export const dosePattern = new RegExp(
  `(?:${beforePattern})?(?:${amountPattern})(?:${dailyPattern})?(?:${routePattern})?(?:${everyPattern}|${daysPattern})?(?:${infusionPattern})?`,
  'iu',
);
const whole = new RegExp(`^${dosePattern.source}$`, 'iu');
const timesOf: Readonly<Record<string, number>> = {
  once: 1,
  qd: 1,
  twice: 2,
  bid: 2,
  'b.i.d.': 2,
  'three times': 3,
  tid: 3,
};
const saysDaily = /\/\s*(?:d|day)\b|per day|daily|a day|\b(?:qd|bid|b\.i\.d\.|tid)/i;

function intervalDays(every: string | undefined, period: string | undefined): number | undefined {
  if (period === undefined) return undefined;
  const periods = every === 'other' ? 2 : Number(every ?? '1');
  return periods * (period.startsWith('w') ? 7 : 1);
}

const routes: Readonly<Record<string, Route>> = {
  intravenously: 'intravenous',
  iv: 'intravenous',
  intramuscularly: 'intramuscular',
  subcutaneously: 'subcutaneous',
  orally: 'oral',
};

/** `1–3`, `2 and 3`, `1, 8`: the days that are named, or undefined where they do not run forward. */
function namedDays(list: string): readonly number[] | undefined {
  const days = list.split(/,|\band\b/iu).flatMap((part) => {
    const [first = 0, last = first] = part.split(/\p{Pd}|\bto\b/iu).map(Number);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  });
  const forward = days.every((day, at) => day > (days[at - 1] ?? 0));
  return days.length > 0 && forward ? days : undefined;
}

/** What the words after an amount say: route, days, infusion; undefined where the days cannot be. */
function scheduleOf(
  groups: Readonly<Record<string, string | undefined>>,
): Pick<Dose, 'route' | 'days' | 'dayCount' | 'infusion'> | undefined {
  const route = routes[(groups['route'] ?? '').toLowerCase()];
  const list = groups['firstDay'] === undefined ? groups['dayList'] : '1';
  const days = list === undefined ? undefined : namedDays(list);
  if (list !== undefined && days === undefined) return undefined;
  const count = Number(groups['dayCount'] ?? Number.NaN);
  return {
    ...(route === undefined ? {} : { route }),
    ...(days === undefined ? {} : { days }),
    ...(count > 0 ? { dayCount: count } : {}),
    ...(groups['infusion'] === undefined ? {} : { infusion: 'continuous' }),
  };
}

/**
 * Reads one dose: amount, unit, times a day, interval, route, days. Issue: `unparsable-quantity`.
 *
 * @example readDose('400 mg twice daily').value // amount 400, unit mg, timesPerDay 2, dailyTotal 800
 * @example readDose('30 mg every 4 weeks').value // amount 30, unit mg, everyDays 28
 * @example readDose('45 mg/m2/day IV on days 2 and 3').value // amount 45, unit mg/m2, days [2, 3], intravenous
 */
export function readDose(text: string): Reading<Dose> {
  const printed = text.trim().replaceAll(/\s+/g, ' ');
  const groups = printed.length > 100 ? undefined : whole.exec(printed.normalize('NFKC'))?.groups;
  const amount = Number((groups?.['amount'] ?? groups?.['auc'] ?? '').replace(',', '') || Number.NaN);
  const unit = groups?.['auc'] === undefined ? units[(groups?.['unit'] ?? '').toLowerCase()] : 'AUC';
  const schedule = scheduleOf(groups ?? {});
  if (groups === undefined || unit === undefined || schedule === undefined || !(amount > 0)) {
    const message = `"${quoted(text)}" is not a dose this reader knows. Write it as "400 mg daily" or "30 mg every 4 weeks".`;
    return { value: undefined, issues: [therapyIssue('unparsable-quantity', 'error', message)] };
  }
  const timesPerDay = timesOf[(groups['often'] ?? groups['latin'] ?? '').toLowerCase()];
  const everyDays = intervalDays(
    (groups['every'] ?? groups['q'])?.toLowerCase(),
    (groups['period'] ?? groups['qPeriod'])?.toLowerCase(),
  );
  const daily = saysDaily.test(printed) ? { dailyTotal: amount * (timesPerDay ?? 1) } : {};
  return {
    value: {
      printed,
      amount,
      unit,
      ...daily,
      ...(timesPerDay === undefined ? {} : { timesPerDay }),
      ...(everyDays === undefined ? {} : { everyDays }),
      ...schedule,
    },
    issues: [],
  };
}

/** True unless the two doses say different things; what one of them leaves out does not tell them apart. */
export function dosesAgree(a: Dose, b: Dose): boolean {
  const tellsApart = (x: number | undefined, y: number | undefined): boolean =>
    x !== undefined && y !== undefined && x !== y;
  if (a.unit !== b.unit || a.amount !== b.amount) return false;
  if (tellsApart(a.dailyTotal, b.dailyTotal) || tellsApart(a.timesPerDay, b.timesPerDay)) return false;
  return !tellsApart(a.everyDays, b.everyDays);
}
