/** Age in completed years at the clock, from the date of birth or from a printed age moved by the time between. */
import {
  type AgeYears,
  ageAt,
  ageFromPrinted,
  type NumericRange,
  type PatientDate,
  shiftToCalendar,
} from '../units/index.ts';
import type { CaseRecord } from './case-record.ts';
import type { Clock } from './cut.ts';

/** Completed years, exact or as an interval. */
export type AgeAtClock = NumericRange;

/**
 * The age at the clock; the age as printed where no time between is known, and none where the clock lies before the
 * birth.
 */
export function ageAtClock(record: CaseRecord, clock: Clock): AgeAtClock | undefined {
  const { age, birth } = record.patient;
  const anchor = record.anchor?.calendar;
  const placed = (date: PatientDate): PatientDate =>
    anchor === undefined ? date : shiftToCalendar(date, anchor);
  if (clock.kind === 'at' && birth !== undefined) {
    const fromBirth = ageAt(placed(birth), placed(clock.date));
    if (fromBirth !== 'incomparable') return asRange(fromBirth);
  }
  if (age === undefined || clock.kind === 'now' || age.date === undefined) return age?.years;
  const { low, high } = age.years;
  const [printedAt, at] = [placed(age.date), placed(clock.date)];
  const youngest = low === null ? noBound : ageFromPrinted(low, printedAt, at);
  const oldest = high === null ? noBound : ageFromPrinted(high, printedAt, at);
  if (youngest === 'incomparable' || oldest === 'incomparable') return age.years;
  if (youngest === 'before-birth' || oldest === 'before-birth') return undefined;
  return asRange({ least: youngest.least, most: oldest.most });
}

const noBound: AgeYears = { least: null, most: null };

function asRange(age: AgeYears | 'before-birth'): NumericRange | undefined {
  if (age === 'before-birth') return undefined;
  const printed =
    age.most === null
      ? `${age.least ?? 0} or more`
      : age.least === age.most
        ? `${age.least}`
        : `${age.least}-${age.most}`;
  return { low: age.least, high: age.most, lowOpen: false, highOpen: false, printed };
}
