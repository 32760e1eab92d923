/** Small patients for the tests of the criterion language. Test-only. */
import { clockAt, cutCase, readCaseDocument } from '../case/index.ts';
import { issueText } from '../reading/index.ts';
import { type PatientDate, parsePatientDate } from '../units/index.ts';
import { type Criterion, type Explanation, evaluate, type Subject, subjectOf } from './index.ts';

/** A patient with these fields in the case file, at a date or decision point; the whole record without one. */
export function subjectWith(fields: Readonly<Record<string, unknown>> = {}, at?: string): Subject {
  const read = readCaseDocument({
    cajal: 'case/1',
    id: 'test',
    title: 'A test case',
    provenance: { kind: 'synthetic', statement: 'made for a test' },
    patient: { sex: 'notStated' },
    ...fields,
  });
  if (read.value === undefined) throw new Error(read.issues.map(issueText).join('\n'));
  const clock = clockAt(read.value.record, at);
  if (clock.value === undefined) throw new Error(clock.issues.map(issueText).join('\n'));
  return subjectOf(cutCase(read.value.record, clock.value));
}

/** `met`, `unmet`, or the reason of the unknown. */
export function verdict({ truth, leaf }: Explanation): string {
  return leaf?.answer.truth === 'unknown' ? leaf.answer.reason : truth;
}

/** What would settle an unknown answer; the empty text when it is decided. */
export function settledBy({ leaf }: Explanation): string {
  return leaf?.answer.truth === 'unknown' ? leaf.answer.settledBy : '';
}

/** A row of a table of answers: what the case holds, the question, and `met`, `unmet` or the reason. */
export type AnswerRow = readonly [
  name: string,
  fields: Readonly<Record<string, unknown>>,
  criterion: Criterion,
  expected: string,
  at?: string,
];

/** Asks every row; `check` gets the verdict, the settling test and the data of each. */
export function askRow([, fields, criterion, , at]: AnswerRow): {
  readonly verdict: string;
  readonly settledBy: string;
  readonly data: readonly string[];
} {
  const explanation = evaluate(criterion, subjectWith(fields, at));
  return {
    verdict: verdict(explanation),
    settledBy: settledBy(explanation),
    data: explanation.leaf?.answer.data.map(({ text }) => text) ?? [],
  };
}

/** Dates as a record holds them. */
export function recordDates(...texts: readonly string[]): readonly PatientDate[] {
  return texts.map((text) => {
    const read = parsePatientDate(text);
    if (!read.ok) throw new Error(read.message);
    return read.value;
  });
}
