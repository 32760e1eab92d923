/**
 * From what a user writes after `--at` to a clock: a decision point of the record, or a date. The clock stands at
 * the end of the interval: a board "in July 2012" has seen the whole of July.
 */
import type { Issue } from '../reading/index.ts';
import { type PatientDate, parsePatientDate } from '../units/index.ts';
import type { CaseRecord } from './case-record.ts';
import type { Clock } from './cut.ts';
import { recordDates } from './record-dates.ts';

/** The clock of a decision point or date; without text, the whole record is seen. */
export function clockAt(
  record: CaseRecord,
  text: string | undefined,
): { readonly value: Clock | undefined; readonly issues: readonly Issue[] } {
  if (text === undefined) return { value: { kind: 'now' }, issues: [] };
  const point = record.decisionPoints.find((each) => each.id === text);
  if (point !== undefined) return { value: { kind: 'at', date: point.date, label: point.label }, issues: [] };
  const parsed = parsePatientDate(text);
  if (parsed.ok && parsed.value.latest !== null) {
    return isComparable(record, parsed.value)
      ? { value: { kind: 'at', date: parsed.value, label: text }, issues: [] }
      : unknownPoint(
          `"${text}" cannot be compared with the dates of ${record.id}, ${axisWords(record)}.`,
          record,
        );
  }
  if (!parsed.ok && /^(\d|day\b)/u.test(text.trim())) {
    return { value: undefined, issues: [{ code: parsed.code, severity: 'error', message: parsed.message }] };
  }
  return unknownPoint(`"${text}" is neither a date nor a decision point of ${record.id}.`, record);
}

/** Whether the record has a date on the axis of the clock; a record without dates fits any clock. */
function isComparable(record: CaseRecord, at: PatientDate): boolean {
  if (record.anchor?.calendar !== undefined) return true;
  const dates = recordDates(record);
  return dates.length === 0 || dates.some(({ date }) => date.axis === at.axis);
}

function axisWords(record: CaseRecord): string {
  return record.anchor === undefined
    ? 'which stand on the calendar: write one as "2012-07"'
    : `which count days from the ${record.anchor.event}: write one as "day 28"`;
}

function unknownPoint(what: string, record: CaseRecord) {
  const known = record.decisionPoints.map((each) => each.id);
  const message =
    known.length === 0
      ? `${what} The record has no decision points: give a date.`
      : `${what} Its decision points: ${known.join(', ')}.`;
  const issue: Issue = { code: 'decision-point-unknown', severity: 'error', message };
  return { value: undefined, issues: [issue] };
}
