/** Every date that a record holds, with its place in the record. */
import type { Path } from '../reading/index.ts';
import type { PatientDate } from '../units/index.ts';

/** A date of a record. */
export interface DateInRecord {
  readonly date: PatientDate;
  readonly path: Path;
}

/** True for what `parsePatientDate` returns. */
export function isPatientDate(value: unknown): value is PatientDate {
  return typeof value === 'object' && value !== null && 'axis' in value && 'earliest' in value;
}

/** The dates of a record or of a part of it, in the order of its fields. */
export function recordDates(value: unknown, path: Path = []): readonly DateInRecord[] {
  if (isPatientDate(value)) return [{ date: value, path }];
  if (Array.isArray(value)) return value.flatMap((each, index) => recordDates(each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => recordDates(member, [...path, key]));
}
