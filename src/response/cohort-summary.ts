/** Who the patients of a group are: counts by sex, and the median age as bounds where ages are printed as ranges. */
import type { Patient } from '../case/index.ts';

/** Sexes counted, and the median age in years; null where no age is recorded or a bound is open. */
export interface CohortSummary {
  readonly patients: number;
  readonly sexes: Readonly<Record<Patient['sex'], number>>;
  readonly agesRecorded: number;
  readonly medianAge: { readonly least: number; readonly most: number } | null;
}

/** The middle value, or the mean of the two in the middle (type 2 of Hyndman and Fan, Am Stat 1996;50:361). */
function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** The summary of a group. The median of the lower ends and that of the upper ends enclose the median. */
export function cohortSummary(patients: readonly Pick<Patient, 'sex' | 'age'>[]): CohortSummary {
  const ages = patients.flatMap(({ age }) => (age === undefined ? [] : [age.years]));
  const lows = ages.flatMap(({ low }) => (low === null ? [] : [low]));
  const highs = ages.flatMap(({ high }) => (high === null ? [] : [high]));
  const isBounded = lows.length === ages.length && highs.length === ages.length;
  const least = median(lows);
  const most = median(highs);
  const count = (sex: Patient['sex']): number => patients.filter((each) => each.sex === sex).length;
  return {
    patients: patients.length,
    sexes: {
      female: count('female'),
      male: count('male'),
      other: count('other'),
      notStated: count('notStated'),
    },
    agesRecorded: ages.length,
    medianAge: isBounded && least !== undefined && most !== undefined ? { least, most } : null,
  };
}
