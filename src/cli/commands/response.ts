/** `cajal response FILE`: response over time of a case, of a table of lesions, or of SDTM tables. */
import { clockAt, cutCase } from '../../case/index.ts';
import { readLesionTable, readSdtmLesions, readSdtmSubjects, type SdtmSubject } from '../../formats/index.ts';
import type { Issue, Reading } from '../../reading/index.ts';
import { caseResponses, type LesionRecord } from '../../response/index.ts';
import { type PatientDate, parsePatientDate } from '../../units/index.ts';
import { reportIssues } from '../outcome.ts';
import type { ResponseCommandOptions } from '../response-options.ts';
import { readCaseFile } from './board.ts';
import { caseJson, caseLines } from './response-case.ts';
import { bestCounts, lesionAnswer, lesionJson, lesionLines } from './response-lesions.ts';
import { print, useStatement } from './response-output.ts';
import { printedLines, readPrinted, startsOf } from './response-printed.ts';
import { readWholeText } from './whole-file.ts';

const printJson = (value: object): void => print(JSON.stringify({ ...value, use: useStatement }, null, 2));

function caseResponse(path: string, options: ResponseCommandOptions): void {
  const file = readCaseFile(path, options.at);
  if (file === undefined) return;
  const clock = clockAt(file.reading.record, options.at);
  if (clock.value === undefined) {
    reportIssues(clock.issues.map((issue) => ({ ...issue, source: path })));
    return;
  }
  const { record } = cutCase(file.reading.record, clock.value);
  const rules = { stableFromDay: options.stableFrom, confirmAfterDays: options.confirmAfter };
  const answer = { record, courses: caseResponses(record, rules) };
  const rule = `SD counts from day ${options.stableFrom}; CR and PR are confirmed after ${options.confirmAfter} days.`;
  if (options.json) printJson({ rules: rule, ...caseJson(answer) });
  else for (const line of [...caseLines(answer), '', rule, useStatement]) print(line);
}

function startOf(text: string | undefined): PatientDate | undefined | Issue {
  if (text === undefined) return undefined;
  const parsed = parsePatientDate(text);
  if (parsed.ok) return parsed.value;
  return { code: parsed.code, severity: 'error', message: parsed.message, source: '--start' };
}

/** The subjects of a table DM; none without one, undefined where it cannot be read. */
function subjectsOf(path: string | undefined): readonly SdtmSubject[] | undefined {
  if (path === undefined) return [];
  const text = readWholeText(path);
  if (text === undefined) return undefined;
  const { value, issues } = readSdtmSubjects(text);
  reportIssues(issues.map((issue) => ({ ...issue, source: path })));
  return value;
}

interface LesionInput {
  readonly records: readonly LesionRecord[];
  readonly countedFromBaseline: readonly string[];
}

function lesionsOf(path: string, text: string, options: ResponseCommandOptions): LesionInput | undefined {
  const start = startOf(options.start);
  if (start !== undefined && 'code' in start) {
    reportIssues([start]);
    return undefined;
  }
  const report = <T>({ value, issues }: Reading<T>): T | undefined => {
    reportIssues(issues.map((issue) => ({ ...issue, source: path })));
    return value;
  };
  if (!/\bTRTESTCD\b/.test(text.slice(0, 2000)))
    return report(readLesionTable(text, start === undefined ? {} : { start }));
  if (options.tu === undefined) {
    const message = 'a table TR needs the table TU of its lesions: --tu FILE';
    reportIssues([{ code: 'column-missing', severity: 'error', message, source: path }]);
    return undefined;
  }
  const tu = readWholeText(options.tu);
  if (tu === undefined) return undefined;
  const subjects = subjectsOf(options.dm);
  if (subjects === undefined) return undefined;
  const starts = startsOf(subjects);
  const { evaluator } = options;
  return report(readSdtmLesions(tu, text, { starts, ...(evaluator === undefined ? {} : { evaluator }) }));
}

function unknownPatients(asked: readonly string[], known: readonly string[], path: string): boolean {
  const missing = asked.filter((patient) => !known.includes(patient));
  return reportIssues(
    missing.map((patient) => ({
      code: 'sample-unknown',
      severity: 'error',
      message: `no patient "${patient}"; there are ${known.slice(0, 8).join(', ')}${known.length > 8 ? ' and others' : ''}`,
      source: path,
    })),
  );
}

function lesionResponse(path: string, text: string, options: ResponseCommandOptions): void {
  const input = lesionsOf(path, text, options);
  if (input === undefined) return;
  if (
    unknownPatients(
      options.patient,
      input.records.map(({ patient }) => patient),
      path,
    )
  )
    return;
  const records = input.records.filter(
    ({ patient }) => options.patient.length === 0 || options.patient.includes(patient),
  );
  const answers = records.map((record) => lesionAnswer(record, options));
  const from =
    input.countedFromBaseline.length === 0
      ? ''
      : ` Days are counted from the baseline scan of ${input.countedFromBaseline.length === input.records.length ? 'every patient' : input.countedFromBaseline.join(', ')}, as no start of treatment is given.`;
  const rule = `RECIST 1.1 (Eisenhauer 2009)${options.immunotherapy ? ', iRECIST (Seymour 2017)' : ''}. SD counts from day ${options.stableFrom}; CR and PR are confirmed after ${options.confirmAfter} days.${from}`;
  if (options.json) printJson({ rules: rule, patients: answers.map(lesionJson) });
  else
    for (const line of [
      ...answers.flatMap((answer) => [...lesionLines(answer), '']),
      ...bestCounts(answers),
      rule,
      useStatement,
    ])
      print(line);
}

function printedResponse(path: string, text: string, options: ResponseCommandOptions): void {
  const subjects = subjectsOf(options.dm);
  if (subjects === undefined) return;
  const { value, issues } = readPrinted(text, options, subjects);
  if (reportIssues(issues.map((issue) => ({ ...issue, source: path }))) || value === undefined) return;
  if (options.json) printJson({ answers: value });
  else
    for (const line of [...value.flatMap((answer) => [...printedLines(answer), '']), useStatement])
      print(line);
}

/** Answers on a file: a case where its name ends as YAML or JSON, else a table. */
export function responseCommand(path: string, options: ResponseCommandOptions): void {
  if (/\.(?:ya?ml|json)$/i.test(path)) {
    caseResponse(path, options);
    return;
  }
  const text = readWholeText(path);
  if (text === undefined) return;
  if (/\bRSTESTCD\b/.test(text.slice(0, 2000))) printedResponse(path, text, options);
  else lesionResponse(path, text, options);
}
