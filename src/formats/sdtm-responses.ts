/**
 * Printed responses from an SDTM RS table: overall, target, non-target and new-lesion responses of each visit, by RECIST 1.1
 * or iRECIST. Terms are read as the criteria know them; one that stands in the wrong place is kept as printed and asked about.
 */
import type { Reading } from '../reading/index.ts';
import {
  type DataQuery,
  type ImmuneNonTargetResponse,
  type ImmuneOverallResponse,
  type ImmuneTargetResponse,
  immuneNonTargetResponses,
  immuneOverallResponses,
  immuneTargetResponses,
  type NonTargetResponse,
  nonTargetResponses,
  type OverallResponse,
  overallResponses,
  type TargetResponse,
  targetResponseNames,
} from '../response/index.ts';
import { compareDates, type PatientDate } from '../units/index.ts';
import { IssueLog } from './issue-log.ts';
import { sdtmDate } from './sdtm-subjects.ts';
import { type SdtmRow, sdtmRows } from './sdtm-table.ts';

/** Which new lesions a visit reports; `unknown` where it says nothing. */
export type PrintedNewLesions = 'yes' | 'no' | 'equivocal' | 'unknown';

/** The printed responses of one visit, in the words `O`, `T` and `N` of one set of criteria. */
export interface SdtmVisit<O, T, N> {
  readonly patient: string;
  readonly evaluator: string;
  readonly isAccepted: boolean;
  readonly label: string;
  readonly visit: number;
  readonly date?: PatientDate;
  readonly overall?: O;
  readonly target?: T;
  readonly nonTarget?: N;
  readonly newLesions: PrintedNewLesions;
  /** Terms that were not read, and standard terms that are not the original ones. */
  readonly queries: readonly DataQuery[];
}

/** Visits by patient and evaluator, each list in the order of time. */
export type SdtmRecistVisit = SdtmVisit<OverallResponse, TargetResponse, NonTargetResponse>;
export type SdtmImmuneVisit = SdtmVisit<ImmuneOverallResponse, ImmuneTargetResponse, ImmuneNonTargetResponse>;

interface Terms<O, T, N> {
  readonly overall: readonly O[];
  readonly target: readonly T[];
  readonly nonTarget: readonly N[];
}

function termOf<T extends string>(terms: readonly T[], text: string): T | undefined {
  return terms.find((term) => term.toLowerCase() === text.toLowerCase());
}

/** Where a table has no indicator, it reports new lesions only where there are any. */
function newLesionsOf(indicator: string, certainty: string, isIndicated: boolean): PrintedNewLesions {
  if (/^EQUIVOCAL$/i.test(certainty)) return 'equivocal';
  if (certainty !== '' || indicator === 'Y') return 'yes';
  return indicator === 'N' || !isIndicated ? 'no' : 'unknown';
}

function visitOf<O extends string, T extends string, N extends string>(
  rows: readonly SdtmRow[],
  first: SdtmRow,
  { isIndicated, ...terms }: Terms<O, T, N> & { readonly isIndicated: boolean },
): SdtmVisit<O, T, N> {
  const patient = first.text('USUBJID');
  const label = first.text('VISIT') || `visit ${first.text('VISITNUM')}`;
  const queries: DataQuery[] = [];
  const of = (test: string): string =>
    rows.find((row) => row.text('RSTESTCD') === test)?.text('RSSTRESC') ?? '';
  const read = <K extends string>(test: string, known: readonly K[]): K | undefined => {
    const text = of(test);
    const term = termOf(known, text);
    if (text !== '' && term === undefined)
      queries.push({
        code: 'termOutOfPlace',
        sentence: `${test} is ${text} at ${label}; it is one of ${known.join(', ')}`,
        timePoint: label,
      });
    return term;
  };
  for (const row of rows) {
    const original = row.text('RSORRES');
    const standard = row.text('RSSTRESC');
    if (!row.has('RSORRES') || original.toUpperCase() === standard.toUpperCase()) continue;
    const sentence = `${row.text('RSTESTCD')} at ${label} is ${original} in the original and ${standard} in standard terms`;
    queries.push({ code: 'originalDiffers', sentence, timePoint: label });
  }
  const overall = read('OVRLRESP', terms.overall);
  const target = read('TRGRESP', terms.target);
  const nonTarget = read('NTRGRESP', terms.nonTarget);
  const dated = rows.find((row) => row.text('RSTESTCD') === 'OVRLRESP') ?? first;
  // The dates of all rows were read, and complained of, when the rows were put together.
  const date = sdtmDate(dated, 'RSDTC', new IssueLog());
  return {
    patient,
    evaluator: first.text('RSEVALID') || first.text('RSEVAL'),
    isAccepted: rows.some((row) => row.text('RSACPTFL') === 'Y'),
    label,
    visit: Number(first.text('VISITNUM')),
    ...(date === undefined ? {} : { date }),
    ...(overall === undefined ? {} : { overall }),
    ...(target === undefined ? {} : { target }),
    ...(nonTarget === undefined ? {} : { nonTarget }),
    newLesions: newLesionsOf(of('NEWLIND'), of('NEWLPROG'), isIndicated),
    queries,
  };
}

/** The rows of one visit number by date: whole dates that differ are two time points, a month holds the day within it. */
function byDate(rows: readonly SdtmRow[], log: IssueLog): readonly (readonly SdtmRow[])[] {
  const points: { readonly date: PatientDate | undefined; readonly rows: SdtmRow[] }[] = [];
  for (const row of rows) {
    const date = sdtmDate(row, 'RSDTC', log);
    const point = points.find((each) => {
      if (date === undefined || each.date === undefined) return true;
      const order = compareDates(date, each.date);
      return order === 'same' || order === 'overlapping';
    });
    if (point === undefined) points.push({ date, rows: [row] });
    else point.rows.push(row);
  }
  return points.map((point) => point.rows);
}

function readVisits<O extends string, T extends string, N extends string>(
  content: string,
  category: string,
  terms: Terms<O, T, N>,
): Reading<readonly (readonly SdtmVisit<O, T, N>[])[]> {
  const log = new IssueLog();
  const needed = ['USUBJID', 'RSTESTCD', 'RSSTRESC', 'VISITNUM', 'RSDTC'];
  const all = sdtmRows(content, needed, log) ?? [];
  const rows = all.filter((row) => !row.has('RSCAT') || row.text('RSCAT') === category);
  const groups = Map.groupBy(rows, (row) =>
    ['USUBJID', 'RSEVAL', 'RSEVALID', 'VISITNUM'].map((name) => row.text(name)).join('|'),
  );
  const isIndicated = rows.some((row) => row.text('RSTESTCD') === 'NEWLIND');
  const visits = [...groups.values()]
    .flatMap((own) => byDate(own, log))
    .flatMap((own) => (own[0] === undefined ? [] : [visitOf(own, own[0], { ...terms, isIndicated })]));
  if (log.errors > 0) return { value: undefined, issues: log.issues };
  const patients = Map.groupBy(visits, ({ patient, evaluator }) => `${patient}|${evaluator}`);
  const value = [...patients.values()].map((own) =>
    own.toSorted((a, b) => (a.date?.earliest ?? 0) - (b.date?.earliest ?? 0) || a.visit - b.visit),
  );
  return { value, issues: log.issues };
}

/** Reads the RECIST 1.1 visits of an RS table, by patient and evaluator. */
export function readSdtmResponses(content: string): Reading<readonly (readonly SdtmRecistVisit[])[]> {
  return readVisits(content, 'RECIST 1.1', {
    overall: overallResponses,
    target: targetResponseNames,
    nonTarget: nonTargetResponses,
  });
}

/** Reads the iRECIST visits of an RS table, by patient and evaluator. */
export function readSdtmImmuneResponses(content: string): Reading<readonly (readonly SdtmImmuneVisit[])[]> {
  return readVisits(content, 'iRECIST', {
    overall: immuneOverallResponses,
    target: immuneTargetResponses,
    nonTarget: immuneNonTargetResponses,
  });
}
