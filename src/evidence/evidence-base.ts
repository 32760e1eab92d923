/**
 * The library as one board may use it: cut at the knowledge clock, without the sources that were left out, and
 * without the patient's own record. A patient is never evidence for itself: a report of this patient alone is taken
 * out whole, a row of this patient is taken out of its study, and a total that cannot be taken apart is marked.
 */

import type { Approval } from './approval.ts';
import type { IntegrityFlag } from './audit/index.ts';
import { isInForce, isKnownBy, type KnowledgeClock } from './knowledge-clock.ts';
import type { Statement } from './statement.ts';
import type { Study } from './study.ts';

/** The curated library. */
export interface EvidenceLibrary {
  readonly studies: readonly Study[];
  readonly statements: readonly Statement[];
  readonly approvals: readonly Approval[];
  /** What the audit found in a study, by its id. */
  readonly integrity?: Readonly<Record<string, readonly IntegrityFlag[]>>;
}

/** A study in which the patient of the board is counted. */
export interface OwnEvidence {
  readonly study: string;
  readonly patient?: string | undefined;
  readonly note?: string | undefined;
}

/** What to leave out. */
export interface EvidenceCut {
  readonly clock: KnowledgeClock;
  /** Study ids, or documents ("002"), that are left out whole. */
  readonly without: readonly string[];
  readonly own: readonly OwnEvidence[];
}

/** Why something of the library is not used. */
export interface LeftOut {
  readonly id: string;
  readonly reason: 'notYetKnown' | 'ownPatient' | 'leftOutOnRequest' | 'superseded';
}

/** A study as usable: its rows without the patient, and whether its totals still count the patient. */
export interface UsableStudy {
  readonly study: Study;
  readonly integrity?: readonly IntegrityFlag[];
  readonly totalsIncludeOwnPatient: boolean;
}

/** The library cut for one board. */
export interface EvidenceBase {
  readonly studies: readonly UsableStudy[];
  readonly statements: readonly Statement[];
  readonly approvals: readonly Approval[];
  readonly leftOut: readonly LeftOut[];
}

const isOfOnePatient = (study: Study): boolean =>
  study.selection === 'singleCase' || study.population.enrolled === 1;

/** The part of the library that one board may use. */
export function cutEvidence(library: EvidenceLibrary, { clock, without, own }: EvidenceCut): EvidenceBase {
  const leftOut: LeftOut[] = [];
  const studies = library.studies.flatMap((study): UsableStudy[] => {
    const drop = (reason: LeftOut['reason']) => {
      leftOut.push({ id: study.id, reason });
      return [];
    };
    if (without.includes(study.id) || without.includes(study.readIn.document))
      return drop('leftOutOnRequest');
    if (!isKnownBy(study.published, clock)) return drop('notYetKnown');
    const mine = own.filter((each) => each.study === study.id);
    const flags = library.integrity?.[study.id];
    const integrity = flags === undefined ? {} : { integrity: flags };
    if (mine.length === 0) return [{ study, totalsIncludeOwnPatient: false, ...integrity }];
    if (isOfOnePatient(study)) return drop('ownPatient');
    const rows = study.patients.filter((row) => !mine.some((each) => each.patient === row.id));
    return [{ study: { ...study, patients: rows }, totalsIncludeOwnPatient: true, ...integrity }];
  });
  const usable = new Set(studies.map(({ study }) => study.id));
  const statements = library.statements.filter((statement) => {
    const drop = (reason: LeftOut['reason']) => {
      leftOut.push({ id: statement.id, reason });
      return false;
    };
    if (statement.place !== undefined && without.includes(statement.place.document))
      return drop('leftOutOnRequest');
    if (!isKnownBy(statement.known, clock)) return drop('notYetKnown');
    const mine = own.filter((each) => statement.studies.includes(each.study)).map((each) => each.patient);
    if (statement.patients.length > 0 && statement.patients.every((row) => mine.includes(row)))
      return drop('ownPatient');
    if (statement.studies.some((id) => usable.has(id))) return true;
    const reasons = leftOut.filter((each) => statement.studies.includes(each.id)).map((each) => each.reason);
    return drop(reasons[0] ?? 'notYetKnown');
  });
  const approvals = library.approvals.filter((each) => isKnownBy(each.date, clock));
  return { studies, statements, approvals, leftOut };
}

/** Whether a statement has been superseded by one that was known by then. */
export function supersededIn(statement: Statement, base: EvidenceBase): Statement | undefined {
  const by = statement.supersededBy?.statement;
  return by === undefined ? undefined : base.statements.find((each) => each.id === by);
}

/** Later statements, known by then, that narrow a statement and leave it standing. */
export function limitedIn(statement: Statement, base: EvidenceBase): readonly Statement[] {
  return statement.limitedBy.flatMap(
    (link) => base.statements.find((each) => each.id === link.statement) ?? [],
  );
}

/** Whether a statement counts the patient of the board among others. */
export function countsOwnPatient(
  statement: Statement,
  base: EvidenceBase,
  own: readonly OwnEvidence[],
): boolean {
  const counted = base.studies.filter(
    ({ study, totalsIncludeOwnPatient }) => totalsIncludeOwnPatient && statement.studies.includes(study.id),
  );
  if (counted.length === 0) return false;
  return (
    statement.patients.length === 0 ||
    statement.patients.some((row) => own.some((each) => each.patient === row))
  );
}

/** Rules with a period of validity: in force at the clock. */
export function isRuleInForce(
  rule: { readonly known: string; readonly until?: string | undefined },
  clock: KnowledgeClock,
): boolean {
  return isKnownBy(rule.known, clock) && isInForce(rule.until, clock);
}
