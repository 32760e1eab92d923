/**
 * Times to events of each course with drugs against the tumour, under both reference rules, and survival from the diagnosis.
 * A new anticancer therapy is a course that can start a line; a somatostatin analogue added is none.
 */
import type { CaseRecord, TherapyCourse } from '../../case/index.ts';
import {
  type CensoringRule,
  censoringRules,
  type FollowedPatient,
  referenceRules,
  ruleDeviations,
  type TimeEndpoint,
  type TimeToEvent,
  timeToEvent,
} from '../time-to-event/index.ts';
import { followedCourse, followedFromDiagnosis, isProgressionUndocumented } from './followed-course.ts';
import { drugCourses, lineCourses, nextTreatment } from './next-treatment.ts';
import { basisOfAll, daysText, type FollowUpRow, type FollowUpSection, notKnown } from './section.ts';

/** Endpoints that depend on the censoring rule. */
const ruled: readonly TimeEndpoint[] = ['PFS', 'DOR', 'TTR'];

/** The time of a patient of a record, in elapsed days. */
export function timeOf(
  record: CaseRecord,
  patient: FollowedPatient,
  endpoint: TimeEndpoint,
  rule: CensoringRule,
): TimeToEvent {
  const anchor = record.anchor?.calendar;
  return timeToEvent(patient, endpoint, rule, {
    dayCount: 'elapsed',
    ...(anchor === undefined ? {} : { anchor }),
  });
}

type Cells = readonly string[];

/** Status, time and reason of each possible outcome. */
function answers(time: TimeToEvent): readonly Cells[] {
  if (!time.ok) return [[notKnown, '', time.message]];
  const isOpen = time.outcomes.length > 1;
  return time.outcomes.map(({ status, because, days }) => [
    isOpen ? `possibly ${status}` : status,
    daysText(days),
    because,
  ]);
}

/** The answers of several rules, those that say the same in one. */
function answersByRule(
  times: readonly { readonly rule: CensoringRule; readonly time: TimeToEvent }[],
): readonly { readonly rules: string; readonly cells: readonly Cells[] }[] {
  const groups = Map.groupBy(times, ({ time }) => JSON.stringify(answers(time)));
  return [...groups.values()].map((group) => ({
    rules: group.map(({ rule }) => rule.name).join(' and '),
    cells: group.slice(0, 1).flatMap(({ time }) => answers(time)),
  }));
}

interface CourseRows {
  readonly rows: readonly FollowUpRow[];
  readonly unchecked: readonly string[];
}

function rowsOf(
  record: CaseRecord,
  course: TherapyCourse,
  lines: readonly TherapyCourse[],
  rules: readonly CensoringRule[],
): CourseRows {
  const patient = followedCourse(record, course, lines);
  const basis = basisOfAll([course.place, ...course.outcomes.map(({ place }) => place)]);
  const unchecked: string[] = [];
  const row = (endpoint: string, rule: string, cells: Cells): FollowUpRow => ({
    cells: [course.printed, endpoint, rule, ...cells],
    basis,
  });
  const isUnseen =
    patient.death === undefined &&
    patient.withdrawal === undefined &&
    patient.assessments.every(({ response }) => response === 'NE' || response === 'notStated');
  const byRule = isUnseen
    ? [row('PFS', 'any rule', [notKnown, '', 'no assessment that shows response or progression is recorded'])]
    : ruled.flatMap((endpoint) => {
        const times = rules.map((rule) => ({ rule, time: timeOf(record, patient, endpoint, rule) }));
        for (const { rule, time } of times)
          if (time.ok) unchecked.push(...time.unchecked.map((part) => `${rule.name}: ${part}`));
        const applying = times.filter(({ time }) => time.ok || time.reason !== 'noResponse');
        return answersByRule(applying).flatMap((each) =>
          each.cells.map((cells) => row(endpoint, each.rules, cells)),
        );
      });
  const duration = answers(timeOf(record, patient, 'treatmentDuration', censoringRules.ema2012));
  const { durationMonths } = course;
  return {
    rows: [
      ...byRule,
      ...duration.map((cells) => row('treatment duration', '', cells)),
      ...(durationMonths === undefined
        ? []
        : [
            row('treatment duration', 'as stated', [
              '',
              `${durationMonths.printed} months`,
              'stated in the record',
            ]),
          ]),
    ],
    unchecked,
  };
}

function survivalRows(record: CaseRecord): readonly FollowUpRow[] {
  if (record.diagnoses.length === 0) return [];
  const patient = followedFromDiagnosis(record);
  return answers(timeOf(record, patient, 'OS', censoringRules.ema2012)).map((cells) => ({
    cells: ['from the first diagnosis', 'OS', '', ...cells],
    basis: basisOfAll(record.diagnoses.map(({ place }) => place)),
  }));
}

/** Where a rule differs from the reference rules, in words; nothing for these themselves. */
function deviationNotes(rule: CensoringRule): readonly string[] {
  if (referenceRules.some(({ id }) => id === rule.id)) return [];
  return referenceRules.flatMap((reference) =>
    ruleDeviations(rule, reference).map(
      ({ point, here, there }) =>
        `Deviation of the rule ${rule.name} from ${reference.name}: ${point}: ${here}, there ${there}.`,
    ),
  );
}

/** The section of times. Duration of and time to response stand only where there was a response. */
export function timeSection(
  record: CaseRecord,
  rules: readonly CensoringRule[] = referenceRules,
): FollowUpSection {
  const courses = drugCourses(record);
  const lines = lineCourses(record);
  const read = courses.map((course) => rowsOf(record, course, lines, rules));
  const open = courses.filter((course) => nextTreatment(course, lines, record.anchor?.calendar).isOpen);
  const undocumented = courses.filter((course) => isProgressionUndocumented(record, course));
  const unchecked = new Set(read.flatMap((each) => each.unchecked));
  return {
    id: 'timeToEvent',
    title: 'Times to events',
    columns: ['from the start of', 'endpoint', 'rule', 'status', 'time', 'because'],
    rows: [...read.flatMap(({ rows }) => rows), ...survivalRows(record)],
    notes: [
      courses.length === 0
        ? 'No drug against the tumour is recorded: there is no time to progression.'
        : 'Days are elapsed days; partial dates give the shortest and the longest time, and every outcome that they leave possible.',
      ...rules.map(({ id, version, name }) => `${name}: rule ${id} ${version}.`),
      ...rules.flatMap(deviationNotes),
      ...undocumented.map(
        ({ printed }) =>
          `${printed}: stopped for progression, without an assessment that shows it; neither rule counts that as an event.`,
      ),
      ...open.map(
        ({ printed }) =>
          `${printed}: whether another treatment came next is open; none is taken to have come.`,
      ),
      ...[...unchecked].map((part) => `Not checked, ${part}.`),
    ],
  };
}
