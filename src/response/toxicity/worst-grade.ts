/** The worst grade of each patient and term, as bounds where a grade is not recorded. */
import type { CaseRecord } from '../../case/index.ts';
import { readCtcaeVersion } from './ctcae.ts';

/** An adverse event of a record. */
export type AdverseEvent = CaseRecord['adverseEvents'][number];

/** An adverse event with the patient who had it. */
export interface PatientAdverseEvent extends AdverseEvent {
  readonly patient: string;
}

/**
 * Related: possible, probable or definite. Unrelated: unlikely or unrelated. These are the five words of the NCI; where to
 * divide them is a convention of trials, and a study that divides otherwise gives other tables.
 */
export type Relatedness = 'related' | 'unrelated' | 'notStated';

/** The group of an attribution. */
export function relatednessOf(attribution: AdverseEvent['attribution']): Relatedness {
  switch (attribution) {
    case 'possible':
    case 'probable':
    case 'definite':
      return 'related';
    case 'unlikely':
    case 'unrelated':
      return 'unrelated';
    case 'unstated':
      return 'notStated';
  }
}

/** A grade that lies between two: an event of unknown grade is 1 to 5. */
export interface GradeBounds {
  readonly least: number;
  readonly most: number;
}

/** The worst grade of a patient for a term. */
export interface WorstGrade {
  readonly patient: string;
  /** As first printed. */
  readonly term: string;
  /** As printed; null where no version is stated. */
  readonly ctcae: string | null;
  readonly grade: GradeBounds;
  /** Related where any of the events was. */
  readonly relatedness: Relatedness;
  readonly events: number;
}

/** The grades that an event can have had; undefined for one that was looked for and not there. */
export function gradeBounds({ status, grade }: AdverseEvent): GradeBounds | undefined {
  if (status === 'absent') return undefined;
  if (grade === undefined) return { least: 1, most: 5 };
  const least = grade.low === null ? 1 : grade.lowOpen ? Math.floor(grade.low) + 1 : Math.ceil(grade.low);
  const most = grade.high === null ? 5 : grade.highOpen ? Math.ceil(grade.high) - 1 : Math.floor(grade.high);
  return most < 1 || most < least ? undefined : { least: Math.max(1, least), most: Math.min(5, most) };
}

const rank: Readonly<Record<Relatedness, number>> = { related: 2, notStated: 1, unrelated: 0 };
const more = (a: Relatedness, b: Relatedness): Relatedness => (rank[a] >= rank[b] ? a : b);

/** One version has several spellings; what is none of the known ones stays as printed. */
const versionKey = (ctcae: string | undefined): string =>
  ctcae === undefined ? '' : (readCtcaeVersion(ctcae).version ?? ctcae);

/** The worst grade for each patient, term and version; terms differing only in case are one. */
export function worstGrades(events: readonly PatientAdverseEvent[]): readonly WorstGrade[] {
  const worst = new Map<string, WorstGrade>();
  for (const event of events) {
    const grade = gradeBounds(event);
    if (grade === undefined) continue;
    const key = JSON.stringify([event.patient, event.term.trim().toLowerCase(), versionKey(event.ctcae)]);
    const known = worst.get(key);
    const relatedness = relatednessOf(event.attribution);
    worst.set(key, {
      patient: event.patient,
      term: known?.term ?? event.term.trim(),
      ctcae: known?.ctcae ?? event.ctcae ?? null,
      grade: {
        least: Math.max(grade.least, known?.grade.least ?? 0),
        most: Math.max(grade.most, known?.grade.most ?? 0),
      },
      relatedness: known === undefined ? relatedness : more(relatedness, known.relatedness),
      events: (known?.events ?? 0) + 1,
    });
  }
  return [...worst.values()];
}
