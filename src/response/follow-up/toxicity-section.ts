/** The adverse events of a record at their worst grade, and what was done to the dose. */
import type { CaseRecord } from '../../case/index.ts';
import {
  doseChanges,
  gradeBounds,
  type Relatedness,
  readCtcaeVersion,
  termStatus,
  type WorstGrade,
  worstGrades,
} from '../toxicity/index.ts';
import { basisOf, basisOfAll, countText, dateText, type FollowUpSection, notKnown } from './section.ts';

const relatednessWords: Readonly<Record<Relatedness, string>> = {
  related: 'related',
  unrelated: 'unrelated',
  notStated: 'not stated',
};

function termWords({ term, ctcae }: WorstGrade): string {
  switch (termStatus(term, ctcae === null ? null : readCtcaeVersion(ctcae).version)) {
    case 'inList':
      return 'in the list';
    case 'notInList':
      return 'not in the list';
    case 'unverified':
      return 'unverified';
  }
}

function completeness(record: CaseRecord): string {
  const isComplete = record.complete.some(({ list }) => list === 'adverseEvents');
  const present = record.adverseEvents.filter(({ status }) => status === 'present').length;
  if (isComplete)
    return present === 0
      ? 'The list of adverse events is declared complete, and it is empty.'
      : 'The list of adverse events is declared complete.';
  return present === 0
    ? 'No adverse events are recorded; that there were none is not known.'
    : 'The list of adverse events is not declared complete: others are possible.';
}

/** The section of adverse events. */
export function toxicitySection(record: CaseRecord): FollowUpSection {
  const events = record.adverseEvents.map((event) => ({ ...event, patient: record.id }));
  const absent = record.adverseEvents.filter(({ status }) => status === 'absent');
  const withoutGrade = record.adverseEvents.filter(
    (event) => event.status === 'present' && gradeBounds(event) === undefined,
  );
  const worst = worstGrades(events);
  return {
    id: 'toxicity',
    title: 'Adverse events, worst grade',
    columns: ['event', 'grade', 'attribution', 'CTCAE', 'term'],
    rows: worst.map((grade) => ({
      cells: [
        grade.term,
        countText(grade.grade.least, grade.grade.most),
        relatednessWords[grade.relatedness],
        grade.ctcae ?? 'not stated',
        termWords(grade),
      ],
      basis: basisOfAll(
        record.adverseEvents
          .filter(({ term }) => term.trim().toLowerCase() === grade.term.toLowerCase())
          .map(({ place }) => place),
      ),
    })),
    notes: [
      completeness(record),
      ...(worst.length > 0 ? ['No list of CTCAE terms is part of this software: terms are unverified.'] : []),
      ...withoutGrade.map(({ term }) => `${term}: recorded with grade 0, which is no event.`),
      ...absent.map(({ term, date }) => `Looked for and absent: ${term} (${dateText(date)}).`),
    ],
  };
}

/** The section of dose changes. */
export function doseSection(record: CaseRecord): FollowUpSection {
  const changes = doseChanges(record);
  return {
    id: 'doseChanges',
    title: 'Dose reductions, interruptions and stops',
    columns: ['change', 'course', 'because', 'date', 'stated in'],
    rows: changes.map(({ kind, course, because, date, place, statedIn }) => ({
      cells: [
        kind === 'stop' ? 'stop for toxicity' : kind,
        course ?? notKnown,
        because ?? 'not stated',
        dateText(date),
        statedIn === 'course' ? 'course of treatment' : 'adverse event',
      ],
      basis: basisOf(place),
    })),
    notes: [
      changes.length === 0
        ? 'No change of dose is recorded; that there was none is not known.'
        : 'One change can stand in a course and in an adverse event: rows of the two are not added up.',
    ],
  };
}
