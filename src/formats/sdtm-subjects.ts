/** Subjects of an SDTM DM table: arm, reference start date, date of death. */
import type { Reading } from '../reading/index.ts';
import { type PatientDate, parsePatientDate } from '../units/index.ts';
import { IssueLog } from './issue-log.ts';
import { type SdtmRow, sdtmRows } from './sdtm-table.ts';

/** CDISC's terms for subjects without an arm. */
const notAssigned: ReadonlySet<string> = new Set(['SCRNFAIL', 'SCREEN FAILURE', 'NOTASSGN', 'NOT ASSIGNED']);

/** One subject; dates that are empty are absent. */
export interface SdtmSubject {
  readonly patient: string;
  readonly arm: string;
  /** False for screen failures and subjects that were not assigned (ARMCD SCRNFAIL, NOTASSGN, or these words in ARM). */
  readonly isAssigned: boolean;
  readonly start?: PatientDate;
  readonly death?: PatientDate;
}

/** A date of SDTM (ISO 8601; the time of day is left out); undefined where it is empty or cannot be read. */
export function sdtmDate(row: SdtmRow, variable: string, log: IssueLog): PatientDate | undefined {
  const text = row.text(variable);
  if (text === '') return undefined;
  const parsed = parsePatientDate(text.replace(/T.*$/, ''));
  if (parsed.ok) return parsed.value;
  log.add({
    code: parsed.code,
    severity: 'error',
    message: `${variable}: ${parsed.message}`,
    line: row.line,
  });
  return undefined;
}

/** Reads a DM table. */
export function readSdtmSubjects(content: string): Reading<readonly SdtmSubject[]> {
  const log = new IssueLog();
  const rows = sdtmRows(content, ['USUBJID', 'ARM', 'RFSTDTC'], log) ?? [];
  const subjects = rows.map((row): SdtmSubject => {
    const start = sdtmDate(row, 'RFSTDTC', log);
    const death = sdtmDate(row, 'DTHDTC', log);
    return {
      patient: row.text('USUBJID'),
      arm: row.text('ARM'),
      isAssigned: ![row.text('ARMCD'), row.text('ARM')].some((text) => notAssigned.has(text.toUpperCase())),
      ...(start === undefined ? {} : { start }),
      ...(death === undefined ? {} : { death }),
    };
  });
  return { value: log.errors > 0 ? undefined : subjects, issues: log.issues };
}
