/** Objective response rates by arm, over all subjects that were assigned to one. */
import type { SdtmSubject } from '../../formats/index.ts';
import { proportionInterval } from '../../statistics/index.ts';

/** Objective responses of one arm. */
export interface ArmRate {
  readonly arm: string;
  readonly subjects: number;
  readonly unconfirmed: number;
  readonly confirmed: number;
}

/**
 * Objective responses by arm; who has no assessment is in the denominator. Undefined without subjects, and where a patient
 * has more than one series, because then it is open whose reading counts.
 *
 * @param patients the patient of each series
 * @param best the best response of each series in words
 */
export function ratesOf(
  patients: readonly string[],
  best: { readonly unconfirmed: readonly string[]; readonly confirmed: readonly string[] },
  subjects: readonly SdtmSubject[],
): readonly ArmRate[] | undefined {
  const assigned = subjects.filter(({ isAssigned }) => isAssigned);
  if (assigned.length === 0 || new Set(patients).size < patients.length) return undefined;
  const responders = (names: readonly string[]): ReadonlySet<string> =>
    new Set(patients.filter((_, at) => names[at] === 'CR' || names[at] === 'PR'));
  const sets = { unconfirmed: responders(best.unconfirmed), confirmed: responders(best.confirmed) };
  const rate = (arm: string, own: readonly SdtmSubject[]): ArmRate => ({
    arm,
    subjects: own.length,
    unconfirmed: own.filter(({ patient }) => sets.unconfirmed.has(patient)).length,
    confirmed: own.filter(({ patient }) => sets.confirmed.has(patient)).length,
  });
  const arms = [...Map.groupBy(assigned, ({ arm }) => arm)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [rate('all arms', assigned), ...arms.map(([arm, own]) => rate(arm, own))];
}

function shareText(count: number, of: number): string {
  const read = proportionInterval(count, of, 'clopper-pearson', 0.95);
  const percent = (value: number): string => (100 * value).toFixed(1);
  const interval = read.ok ? `, exact ${percent(read.interval.lower)}-${percent(read.interval.upper)}` : '';
  return `${count} of ${of} (${percent(count / of)}%${interval})`;
}

/** One arm in words, with exact intervals. */
export function rateText({ arm, subjects, unconfirmed, confirmed }: ArmRate): string {
  return `objective response, ${arm}: ${shareText(unconfirmed, subjects)} without confirmation, ${shareText(confirmed, subjects)} with`;
}
