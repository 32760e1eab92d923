/** The library as the evidence commands see it: studies with what papers printed of them, and the papers. */
import {
  isKnownBy,
  type KnowledgeClock,
  type ReadLibrary,
  type Study,
  withPrinted,
} from '../../evidence/index.ts';
import { knowledgePlaces, loadKnowledge, loadPrinted } from '../../knowledge/index.ts';
import { type PatientDate, parsePatientDate } from '../../units/index.ts';
import { homeFolder } from '../home.ts';
import { reportIssues } from '../outcome.ts';

/** The library of this Cajal with everything that papers printed. */
export function wholeLibrary(): ReadLibrary {
  const places = knowledgePlaces(homeFolder);
  const { studies, statements } = loadKnowledge(places).base.evidence;
  const { printed, papers } = loadPrinted(places);
  return {
    studies: withPrinted(studies, printed),
    statements,
    papers,
  };
}

/** A date of the calendar, or undefined with the issue written. */
export function calendarDate(text: string): PatientDate | undefined {
  const parsed = parsePatientDate(text);
  if (parsed.ok && parsed.value.axis === 'calendar' && parsed.value.latest !== null) return parsed.value;
  const message = `"${text}" is not a calendar date; write it as 2019, 2019-12 or 2019-12-31`;
  reportIssues([{ code: 'unparsable-date', severity: 'error', message }]);
  return undefined;
}

/** The clock of `--as-of`; undefined, with the issue written, where it is no date. */
export function clockOf(asOf: string | undefined): KnowledgeClock | undefined {
  if (asOf === undefined) return { kind: 'latest' };
  const date = calendarDate(asOf);
  return date === undefined ? undefined : { kind: 'asOf', date };
}

/** The studies known by a date; undefined, with the issue written, where it is none. */
export function studiesKnownBy(
  studies: readonly Study[],
  asOf: string | undefined,
): readonly Study[] | undefined {
  const clock = clockOf(asOf);
  return clock === undefined ? undefined : studies.filter(({ published }) => isKnownBy(published, clock));
}
