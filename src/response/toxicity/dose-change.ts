/** What was done to the dose, and why: from the courses of treatment and from the adverse events that name a consequence. */
import type { CaseRecord, Place, TherapyCourse } from '../../case/index.ts';
import type { PatientDate } from '../../units/index.ts';
import type { AdverseEvent } from './worst-grade.ts';

/** A change of the dose. `stop`: the treatment ended for toxicity. */
export type DoseChangeKind = 'reduction' | 'delay' | 'interruption' | 'increase' | 'stop';

/** A change of the dose as one entry of the record states it. */
export interface DoseChange {
  readonly kind: DoseChangeKind;
  /** The id of the course, or null where the adverse event names none. */
  readonly course: string | null;
  /** The reason in words; null where none is recorded. */
  readonly because: string | null;
  readonly date: PatientDate | null;
  readonly place: Place | null;
  /** One change can stand in a course and in an adverse event: entries of the two are not added up. */
  readonly statedIn: 'course' | 'adverseEvent';
}

function ofCourse(course: TherapyCourse): readonly DoseChange[] {
  const events = course.doseEvents.map(
    ({ event, reason, date, place }): DoseChange => ({
      kind: event,
      course: course.id,
      because: reason ?? null,
      date: date ?? null,
      place: place ?? null,
      statedIn: 'course',
    }),
  );
  if (course.stopReason !== 'toxicity') return events;
  return [
    ...events,
    {
      kind: 'stop',
      course: course.id,
      because: 'toxicity',
      date: course.end ?? null,
      place: course.place ?? null,
      statedIn: 'course',
    },
  ];
}

function kindOf(consequence: AdverseEvent['consequence']): DoseChangeKind | undefined {
  switch (consequence) {
    case 'doseReduced':
      return 'reduction';
    case 'interrupted':
      return 'interruption';
    case 'stopped':
      return 'stop';
    case 'none':
    case 'unstated':
      return undefined;
  }
}

/** The dose changes of a record. */
export function doseChanges({
  therapies,
  adverseEvents,
}: Pick<CaseRecord, 'therapies' | 'adverseEvents'>): readonly DoseChange[] {
  return [
    ...therapies.flatMap(ofCourse),
    ...adverseEvents.flatMap((event): readonly DoseChange[] => {
      const kind = kindOf(event.consequence);
      if (kind === undefined) return [];
      return [
        {
          kind,
          course: event.therapy ?? null,
          because: event.term,
          date: event.date ?? null,
          place: event.place ?? null,
          statedIn: 'adverseEvent',
        },
      ];
    }),
  ];
}
