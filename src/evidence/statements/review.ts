/** Reviews of statements: whose they are, by when, and which are overdue at a given day. */
import { type PatientDate, parsePatientDate } from '../../units/index.ts';
import type { Statement } from '../statement.ts';

/** A statement that was to be read again. */
export interface OverdueStatement {
  readonly statement: Statement;
  readonly owner: string;
  readonly due: string;
  /** Whole days from the day it was due to the day asked; undefined where `due` is no day of the calendar. */
  readonly days: number | undefined;
}

/**
 * Statements whose review is overdue, the longest first. A date of the calendar that is no single day ("2027-06") counts
 * from its first day, so that nothing is called overdue that may not be.
 *
 * @param now the day asked, on the calendar; the room reads no clock
 */
export function overdueStatements(
  statements: readonly Statement[],
  now: PatientDate,
): readonly OverdueStatement[] {
  const today = now.axis === 'calendar' ? now.earliest : null;
  return statements
    .flatMap((statement): readonly OverdueStatement[] => {
      const { owner, due } = statement.review;
      const parsed = parsePatientDate(due);
      const last = parsed.ok ? parsed.value.latest : null;
      if (last === null) return [{ statement, owner, due, days: undefined }];
      return today === null || today <= last ? [] : [{ statement, owner, due, days: today - last }];
    })
    .toSorted(
      (a, b) => (b.days ?? Infinity) - (a.days ?? Infinity) || (a.statement.id < b.statement.id ? -1 : 1),
    );
}
