/**
 * The swimmer of several records by one treatment: how long each patient was on it, as printed where the source prints a
 * duration, else within the bounds of its dates; best response and progression as the record states them.
 */
import type { CaseRecord, TherapyCourse } from '../case/index.ts';
import type { SwimmerData } from '../figures/index.ts';
import { monthsFromDays } from '../units/index.ts';
import { caseClock } from './case-clock.ts';
import { courseOfTreatment } from './course-of-treatment.ts';
import { bestOf, figureResponse } from './figure-response.ts';
import { listedNote } from './listed-note.ts';
import { severalCourses } from './several-courses.ts';
import { sourceOfCases } from './source-of-case.ts';

type Patient = SwimmerData['patients'][number];

/** A record that is not in the figure, and why. */
export interface LeftOut {
  readonly id: string;
  readonly because: string;
}

/** What a record calls its patient, else the record's id. */
const nameOf = ({ patient, id }: CaseRecord): string => patient.label ?? id;

const round = (months: number): number => Math.round(months * 100) / 100;

/** Months on treatment: printed, else by the dates. */
function monthsOn(record: CaseRecord, course: TherapyCourse): Pick<Patient, 'end' | 'endAtMost'> | undefined {
  const printed = course.durationMonths;
  if (printed !== undefined && printed.low !== null)
    return {
      end: printed.low,
      ...(printed.high !== null && printed.high > printed.low ? { endAtMost: printed.high } : {}),
    };
  const clock = caseClock(record, course.id);
  const start = clock?.place(course.start);
  const end = clock?.place(course.end ?? course.ongoing);
  if (
    start === undefined ||
    end === undefined ||
    start.low === null ||
    start.high === null ||
    end.low === null
  )
    return undefined;
  const least = Math.max(0, end.low - start.high);
  const most = end.high === null ? undefined : end.high - start.low;
  return {
    end: round(monthsFromDays(least)),
    ...(most === undefined || most <= least ? {} : { endAtMost: round(monthsFromDays(most)) }),
  };
}

/** The figure, and the records that it leaves out; no figure where none is left. */
export function swimmerOfCases(
  records: readonly CaseRecord[],
  treatment: string,
): { readonly data: SwimmerData | undefined; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const patients: Patient[] = [];
  for (const record of records) {
    const course = courseOfTreatment(record, treatment);
    if (course === undefined) {
      leftOut.push({ id: record.id, because: `no course of '${treatment}' in the record` });
      continue;
    }
    const months = monthsOn(record, course);
    if (months === undefined) {
      leftOut.push({ id: record.id, because: 'neither a duration nor dates of the course' });
      continue;
    }
    const outcomes = course.outcomes.map(({ response }) => figureResponse(response));
    const isEnded = course.end !== undefined || course.stopReason !== 'unstated';
    const isOngoing = isEnded ? false : course.ongoing === undefined ? undefined : true;
    const isProgression = course.stopReason === 'progression';
    const diagnosis = record.diagnoses.at(-1)?.printed;
    patients.push({
      id: nameOf(record),
      start: 0,
      ...months,
      ...(isOngoing === undefined ? {} : { isOngoing }),
      bestResponse: bestOf(outcomes),
      segments: [],
      events:
        isProgression && months.endAtMost === undefined ? [{ at: months.end, kind: 'progression' }] : [],
      ...(diagnosis === undefined ? {} : { annotation: diagnosis.slice(0, 120) }),
    });
  }
  if (patients.length === 0) return { data: undefined, leftOut };
  return {
    leftOut,
    data: {
      title: `Time on ${treatment}`,
      timeUnit: 'months',
      timeAxis: `Months on ${treatment}`,
      source: sourceOfCases(records),
      notes: [
        'Durations as printed where the source prints one, else from the dates of the course (months of 30.4375 days)',
        ...severalCourses(records, treatment),
        ...listedNote(
          'Not drawn',
          leftOut.map(({ id, because }) => `${id} (${because})`),
        ),
      ],
      patients: distinct(patients),
    },
  };
}

/** Patients whose labels are alike get a number. */
function distinct(patients: readonly Patient[]): Patient[] {
  const seen = new Map<string, number>();
  return patients.map((patient) => {
    const count = (seen.get(patient.id) ?? 0) + 1;
    seen.set(patient.id, count);
    return count === 1 ? patient : { ...patient, id: `${patient.id} (${count})` };
  });
}
