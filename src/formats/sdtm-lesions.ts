/**
 * Lesions from SDTM tables: TU says what and where a lesion is, TR what was measured (LDIAM longest diameter, LPERP
 * perpendicular, TUMSTATE state). A lymph node is one by its location in TU, and its LPERP, the short axis, is taken.
 */
import type { Reading } from '../reading/index.ts';
import type { LesionKind, LesionState } from '../response/index.ts';
import type { PatientDate } from '../units/index.ts';
import { IssueLog } from './issue-log.ts';
import { type LesionRecords, type LesionRow, lesionRecords } from './lesion-rows.ts';
import { readLesionSize } from './lesion-size.ts';
import { sdtmDate } from './sdtm-subjects.ts';
import { type SdtmRow, sdtmRows } from './sdtm-table.ts';

/** Whose readings are taken, and when treatment began. */
export interface SdtmLesionOptions {
  /** Only rows of this evaluator (TREVAL, or TREVALID where one is given); else the accepted ones (TRACPTFL Y), else all. */
  readonly evaluator?: string;
  /** Start of treatment by patient; day 0 is the baseline scan of a patient who is not in it. */
  readonly starts?: ReadonlyMap<string, PatientDate>;
}

const kinds: Readonly<Record<string, LesionKind>> = {
  TARGET: 'target',
  'NON-TARGET': 'nonTarget',
  NEW: 'new',
  'NEW LESION': 'new',
};
const states: Readonly<
  Record<
    string,
    LesionState['kind'] & ('present' | 'absent' | 'increased' | 'progressed' | 'equivocal' | 'missing')
  >
> = {
  PRESENT: 'present',
  ABSENT: 'absent',
  WORSENED: 'increased',
  INCREASED: 'increased',
  'UNEQUIVOCAL PROGRESSION': 'progressed',
  UNEQUIVOCAL: 'present',
  EQUIVOCAL: 'equivocal',
  'NOT ASSESSED': 'missing',
  'NOT EVALUABLE': 'missing',
};

/** The rows of the evaluator asked for, or the accepted ones. */
function taken(rows: readonly SdtmRow[], prefix: string, evaluator: string | undefined): readonly SdtmRow[] {
  if (evaluator !== undefined)
    return rows.filter((row) => [row.text(`${prefix}EVAL`), row.text(`${prefix}EVALID`)].includes(evaluator));
  const accepted = rows.filter((row) => row.text(`${prefix}ACPTFL`) === 'Y');
  return accepted.length > 0 ? accepted : rows;
}

interface Located {
  readonly organ: string;
  readonly isNode: boolean;
}

function locations(rows: readonly SdtmRow[]): ReadonlyMap<string, Located> {
  return new Map(
    rows.map((row) => {
      const organ = row.text('TULOC');
      return [
        `${row.text('USUBJID')}|${row.text('TULNKID')}`,
        { organ: organ.toLowerCase(), isNode: /\bLYMPH NODES?\b/i.test(organ) },
      ];
    }),
  );
}

/** What the rows of one lesion at one visit say; a string is what is wrong. */
function stateOf(rows: readonly SdtmRow[], isNode: boolean): LesionState | string {
  const wanted = isNode ? 'LPERP' : 'LDIAM';
  const size = rows.find((row) => row.text('TRTESTCD') === wanted);
  const state = rows.find((row) => row.text('TRTESTCD') === 'TUMSTATE');
  if (size !== undefined) {
    const value = size.text('TRSTRESC');
    if (value === '') return { kind: 'missing' };
    const unit = size.text('TRSTRESU').toLowerCase();
    const read = readLesionSize(value, unit === 'mm' || unit === 'cm' ? unit : undefined);
    return read.ok ? read.state : read.message;
  }
  if (state !== undefined) {
    const text = state.text('TRSTRESC').toUpperCase();
    const kind = text === '' ? 'missing' : states[text];
    return kind === undefined ? `TUMSTATE "${text.slice(0, 40)}" is not read` : { kind };
  }
  const tests = rows.map((row) => row.text('TRTESTCD')).join(', ');
  return `there is neither ${wanted} nor TUMSTATE, only ${tests}`;
}

/** Reads TU and TR tables into the records of their patients. */
export function readSdtmLesions(
  tumours: string,
  results: string,
  options: SdtmLesionOptions = {},
): Reading<LesionRecords> {
  const log = new IssueLog();
  const tu = sdtmRows(tumours, ['USUBJID', 'TULNKID', 'TULOC'], log);
  const tr = sdtmRows(
    results,
    ['USUBJID', 'TRGRPID', 'TRLNKID', 'TRTESTCD', 'TRSTRESC', 'VISITNUM', 'TRDTC'],
    log,
  );
  if (tu === undefined || tr === undefined) return { value: undefined, issues: log.issues };
  const places = locations(taken(tu, 'TU', options.evaluator));
  const rows: LesionRow[] = [];
  const groups = Map.groupBy(taken(tr, 'TR', options.evaluator), (row) =>
    [row.text('USUBJID'), row.text('TRLNKID'), row.text('VISITNUM')].join('|'),
  );
  for (const own of groups.values()) {
    const row = own[0] === undefined ? undefined : lesionRow(own, own[0], places, options, log);
    if (row !== undefined) rows.push(row);
  }
  if (log.errors > 0) return { value: undefined, issues: log.issues };
  const read = lesionRecords(rows);
  return { value: read.value, issues: [...log.issues, ...read.issues] };
}

function lesionRow(
  rows: readonly SdtmRow[],
  first: SdtmRow,
  places: ReadonlyMap<string, Located>,
  { starts }: SdtmLesionOptions,
  log: IssueLog,
): LesionRow | undefined {
  const patient = first.text('USUBJID');
  const lesion = first.text('TRLNKID');
  const refuse = (message: string): undefined => {
    log.add({ code: 'row-malformed', severity: 'error', message, line: first.line });
    return undefined;
  };
  for (const [test, own] of Map.groupBy(rows, (row) => row.text('TRTESTCD'))) {
    const said = new Set(
      own.map((row) => ['TRSTRESC', 'TRSTRESU', 'TRDTC'].map((name) => row.text(name)).join(' ')),
    );
    if (said.size > 1)
      return refuse(
        `${patient} ${lesion}: ${test} has ${said.size} values at this visit (${[...said].slice(0, 4).join('; ')}); keep one, or name one evaluator`,
      );
    if (own.length > 1)
      log.add({
        code: 'row-malformed',
        severity: 'warning',
        message: `${patient} ${lesion}: ${test} stands ${own.length} times at this visit with one value; it is taken once`,
        line: first.line,
      });
  }
  const kind = kinds[first.text('TRGRPID').toUpperCase()];
  if (kind === undefined)
    return refuse(`TRGRPID "${first.text('TRGRPID').slice(0, 40)}" is no kind of lesion`);
  const place = places.get(`${patient}|${lesion}`);
  if (place === undefined && kind !== 'new')
    return refuse(`${patient} ${lesion} is not in TU, so it is open whether it is a lymph node`);
  const state = stateOf(rows, place?.isNode ?? false);
  if (typeof state === 'string') return refuse(`${patient} ${lesion}: ${state}`);
  const date = sdtmDate(first, 'TRDTC', log);
  const visit = Number(first.text('VISITNUM'));
  if (date === undefined) return refuse(`${patient} ${lesion}: TRDTC is empty; every scan needs its date`);
  if (!Number.isFinite(visit))
    return refuse(`VISITNUM "${first.text('VISITNUM').slice(0, 40)}" is no number`);
  const start = starts?.get(patient);
  const label = first.text('VISIT');
  return {
    patient,
    lesion,
    kind,
    isNode: place?.isNode ?? false,
    ...(place === undefined ? {} : { organ: place.organ }),
    date,
    visit,
    ...(label === '' ? {} : { label }),
    ...(start === undefined ? {} : { start }),
    state,
    line: first.line,
  };
}
