/** The lines of treatment of a record, with the rule and the numbers that the record states. */
import type { CaseRecord, TherapyCourse } from '../../case/index.ts';
import { className, drugOf, isDrugClassId, regimenOf } from '../../therapy/index.ts';
import { type TreatmentLine, type TreatmentLines, treatmentLines } from '../lines/index.ts';
import { basisOfAll, countText, dateText, type FollowUpRow, type FollowUpSection } from './section.ts';

/** Classes that stand for drugs that are not named. */
const classNames = (courses: readonly TherapyCourse[]): readonly string[] =>
  [...new Set(courses.flatMap(({ drugClasses }) => drugClasses))].filter(isDrugClassId).map(className);

function rowOf(line: TreatmentLine, record: CaseRecord): FollowUpRow {
  const courses = record.therapies.filter(({ id }) => line.courses.includes(id));
  const names =
    line.regimen === null
      ? [...line.drugs.map((drug) => drugOf(drug).name), ...classNames(courses)].join(' + ')
      : regimenOf(line.regimen).name;
  return {
    cells: [
      countText(line.least, line.most),
      line.printed,
      names === '' ? 'not named' : names,
      courses.map(({ start }) => dateText(start)).join('; '),
      courses
        .map(({ end, ongoing }) =>
          end === undefined && ongoing !== undefined ? `goes on, ${dateText(ongoing)}` : dateText(end),
        )
        .join('; '),
      line.stated === null ? '' : `${line.stated}`,
    ],
    basis: basisOfAll(courses.map(({ place }) => place)),
  };
}

function notesOf(lines: TreatmentLines, record: CaseRecord): readonly string[] {
  const isComplete = record.complete.some(({ list }) => list === 'therapies');
  const number =
    lines.atLeast === lines.atMost
      ? `${lines.atLeast} lines`
      : `at least ${lines.atLeast}, at most ${lines.atMost} lines`;
  return [
    record.therapies.length === 0
      ? 'No treatment is recorded; that there was none is not known.'
      : `${number} by rule ${lines.rule.id} ${lines.rule.version}, of the courses recorded.`,
    ...(isComplete || record.therapies.length === 0
      ? []
      : ['The list of treatments is not declared complete: further lines are possible.']),
    ...lines.open.map(({ because, courses }) => `Open: ${because} (${courses.join(', ')}).`),
    ...lines.conflicts.map((conflict) => `Conflict: ${conflict}.`),
  ];
}

/** The section of lines. */
export function lineSection(record: CaseRecord): FollowUpSection {
  const lines = treatmentLines(record.therapies, record.anchor?.calendar);
  return {
    id: 'lines',
    title: 'Lines of treatment',
    columns: ['line', 'treatment', 'drugs', 'start', 'end', 'line as stated'],
    rows: [
      ...lines.lines.map((line) => rowOf(line, record)),
      ...lines.otherCourses.map(({ course, printed, because }): FollowUpRow => {
        const found = record.therapies.find(({ id }) => id === course);
        return {
          cells: [
            'none',
            printed,
            because,
            dateText(found?.start),
            dateText(found?.end),
            `${found?.line ?? ''}`,
          ],
          basis: basisOfAll([found?.place]),
        };
      }),
    ],
    notes: notesOf(lines, record),
  };
}
