/** Doses as papers and records print them, and the dose for a body surface. */
import type { Reading } from '../reading/index.ts';
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
const everyPattern = String.raw`\s*(?:every\s+(?<every>\d{1,2}|other)?\s*(?<period>days?|weeks?)|q\s?(?<q>\d{1,2})\s?(?<qPeriod>[dw]))\b`;

/** A dose within a text: the amount, then perhaps how often. */
export const dosePattern = new RegExp(
  String.raw`(?:\bat\s+|\bof\s+)?(?:${amountPattern})(?:${dailyPattern})?(?:${everyPattern})?`,
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

/**
 * Reads one dose: amount, unit, times a day, interval. Issue: `unparsable-quantity`.
 *
 * @example readDose('400 mg twice daily').value // amount 400, unit mg, timesPerDay 2, dailyTotal 800
 * @example readDose('30 mg every 4 weeks').value // amount 30, unit mg, everyDays 28
 */
export function readDose(text: string): Reading<Dose> {
  const printed = text.trim().replaceAll(/\s+/g, ' ');
  const groups = printed.length > 80 ? undefined : whole.exec(printed.normalize('NFKC'))?.groups;
  const amount = Number((groups?.['amount'] ?? groups?.['auc'] ?? '').replace(',', '') || Number.NaN);
  const unit = groups?.['auc'] === undefined ? units[(groups?.['unit'] ?? '').toLowerCase()] : 'AUC';
  if (groups === undefined || unit === undefined || !(amount > 0)) {
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

const surfaceM2 = { least: 0.1, most: 4 } as const;

/**
 * The dose in mg for a body surface: `mgPerM2 * m2`, not rounded and not capped. Issue: `wrong-value` for a dose or
 * a surface that no patient has.
 *
 * @example doseForSurface(100, 1.8).value // 180
 */
export function doseForSurface(mgPerM2: number, m2: number): Reading<number> {
  if (!(mgPerM2 > 0) || !Number.isFinite(mgPerM2)) {
    return {
      value: undefined,
      issues: [therapyIssue('wrong-value', 'error', 'A dose in mg/m2 is more than 0.')],
    };
  }
  if (!(m2 >= surfaceM2.least && m2 <= surfaceM2.most)) {
    const message = `A body surface lies between ${surfaceM2.least} and ${surfaceM2.most} m2. Check the value and its unit.`;
    return { value: undefined, issues: [therapyIssue('wrong-value', 'error', message)] };
  }
  return { value: mgPerM2 * m2, issues: [] };
}
