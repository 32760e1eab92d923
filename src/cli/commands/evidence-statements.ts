/** `cajal evidence statements`, `conflicts` and `overdue`: statements weighed against each other. */
import {
  type Conflict,
  type ConflictingStatement,
  conflictRegister,
  cutEvidence,
  type EvidenceBase,
  type KnowledgeClock,
  overdueStatements,
  type Statement,
  type StatementStrength,
  type Study,
  sourcePlaceText,
  strengthContext,
  strengthText,
  supersededIn,
  weighStatement,
} from '../../evidence/index.ts';
import { nearestWord } from '../../reading/index.ts';
import { entity } from '../../tumour/index.ts';
import { type PatientDate, parsePatientDate } from '../../units/index.ts';
import { reportIssues } from '../outcome.ts';
import type {
  EvidenceConflictsOptions,
  EvidenceOverdueOptions,
  EvidenceStatementsOptions,
} from '../statement-options.ts';
import { type WholeLibrary, wholeLibrary } from './evidence-library.ts';
import { print } from './stats.ts';

/** A date of the calendar, or undefined with the issue written. */
function calendarDate(text: string): PatientDate | undefined {
  const parsed = parsePatientDate(text);
  if (parsed.ok && parsed.value.axis === 'calendar' && parsed.value.latest !== null) return parsed.value;
  const message = `"${text}" is not a calendar date; write it as 2019, 2019-12 or 2019-12-31`;
  reportIssues([{ code: 'unparsable-date', severity: 'error', message }]);
  return undefined;
}

/** The library as it was known by a date; undefined, with the issue written, where it is none. */
function knownBy({ studies, statements }: WholeLibrary, asOf: string | undefined): EvidenceBase | undefined {
  const date = asOf === undefined ? undefined : calendarDate(asOf);
  if (asOf !== undefined && date === undefined) return undefined;
  const clock: KnowledgeClock = date === undefined ? { kind: 'latest' } : { kind: 'asOf', date };
  return cutEvidence({ studies, statements, approvals: [] }, { clock, without: [], own: [] });
}

const subjectText = ({ subject }: Statement): string =>
  [
    subject.regimen,
    subject.drugs.length === 0 ? undefined : subject.drugs.join(' + '),
    subject.drugClasses.length === 0 ? undefined : subject.drugClasses.join(' + '),
    subject.option === undefined ? undefined : `option ${subject.option}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');

const tierText = ({ tiers }: Statement): string =>
  tiers.length === 0
    ? 'not assigned'
    : tiers.map(({ scheme, tier, curator }) => `${scheme} ${tier} (${curator})`).join('; ');

function linkLines(statement: Statement, base: EvidenceBase): readonly string[] {
  const known = new Set(base.statements.map(({ id }) => id));
  const ids = (says: string, list: readonly string[]) => {
    const here = list.filter((id) => known.has(id));
    return here.length === 0 ? [] : [`  ${says}: ${here.join(', ')}`];
  };
  return [
    ...ids('supersedes', statement.supersedes),
    ...ids('limits', statement.limits),
    ...ids('contradicts', statement.contradicts),
  ];
}

function statementLines(statement: Statement, weighed: StatementStrength, base: EvidenceBase): string {
  const { id, direction, kind, claim, place, known, verification, review } = statement;
  const where = place === undefined ? '' : `; ${sourcePlaceText(place)}`;
  return [
    `${id}: ${direction} of ${subjectText(statement)}; ${entity(statement.entity).name}`,
    `  ${claim}`,
    `  ${kind}, known from ${known}, ${verification}: ${statement.studies.join(', ')}${where}`,
    `  strength: ${strengthText(weighed.strength)}; tier: ${tierText(statement)}`,
    ...weighed.reasons.map(({ aspect, effect, text }) => `    ${effect} (${aspect}): ${text}`),
    ...linkLines(statement, base),
    `  review: ${review.owner}, due ${review.due}`,
  ].join('\n');
}

/** A study that the library does not have, with the nearest name. */
function reportUnknownStudy(id: string, studies: readonly Study[]): void {
  const near = nearestWord(
    id,
    studies.map((each) => each.id),
  );
  const hint = near === undefined ? '`cajal evidence list` names them' : `did you mean "${near}"?`;
  const message = `the library has no study "${id}"; ${hint}`;
  reportIssues([{ code: 'unknown-reference', severity: 'error', message }]);
}

/** Lists statements with their strength. */
export function evidenceStatementsCommand({ asOf, study, json }: EvidenceStatementsOptions): void {
  const library = wholeLibrary();
  if (study !== undefined && !library.studies.some(({ id }) => id === study)) {
    reportUnknownStudy(study, library.studies);
    return;
  }
  const base = knownBy(library, asOf);
  if (base === undefined) return;
  const context = strengthContext(
    base.studies.map(({ study }) => study),
    base.statements,
  );
  const wanted = base.statements
    .filter((each) => study === undefined || each.studies.includes(study))
    .map((statement) => ({ statement, weighed: weighStatement(statement, context) }));
  if (json) {
    const rows = wanted.map(({ statement, weighed }) => ({
      ...statement,
      supersededBy: supersededIn(statement, base) === undefined ? undefined : statement.supersededBy,
      limitedBy: statement.limitedBy.filter((each) => context.statementOf(each.statement) !== undefined),
      weighed,
    }));
    print(JSON.stringify(rows, null, 2));
    return;
  }
  for (const { statement, weighed } of wanted) print(`${statementLines(statement, weighed, base)}\n`);
  const superseded = wanted.filter(({ statement }) => supersededIn(statement, base) !== undefined).length;
  const limited = wanted.filter(({ statement }) =>
    statement.limitedBy.some((each) => context.statementOf(each.statement) !== undefined),
  ).length;
  print(`${wanted.length} statements, ${superseded} superseded, ${limited} limited by later evidence`);
}

function sideLines({ statement, supersededBy, limitedBy }: ConflictingStatement): readonly string[] {
  return [
    `    ${statement.id} (${statement.direction}, ${statement.kind}, known from ${statement.known}): ${statement.claim}`,
    ...(supersededBy === undefined
      ? []
      : [`      superseded by ${supersededBy}: ${statement.supersededBy?.reason ?? ''}`]),
    ...statement.limitedBy
      .filter((each) => limitedBy.includes(each.statement))
      .map((each) => `      limited by ${each.statement}: ${each.reason}`),
  ];
}

const conflictLines = ({ standing, sides }: Conflict, index: number): string =>
  [
    `conflict ${index + 1}: ${standing}`,
    ...sides.flatMap(({ statements, studies }, at) => [
      `  side ${at + 1}, resting on ${studies.join(', ')}`,
      ...statements.flatMap(sideLines),
    ]),
  ].join('\n');

/** Lists what pulls apart. */
export function evidenceConflictsCommand({ asOf, json }: EvidenceConflictsOptions): void {
  const base = knownBy(wholeLibrary(), asOf);
  if (base === undefined) return;
  const register = conflictRegister(base.statements);
  if (json) {
    print(JSON.stringify(register, null, 2));
    return;
  }
  for (const [index, conflict] of register.conflicts.entries()) print(`${conflictLines(conflict, index)}\n`);
  if (register.differentQuestions.length > 0) print('different questions, no conflict');
  for (const { statements, reason } of register.differentQuestions) {
    for (const each of statements) print(`  ${each.id}: ${each.claim} (${each.studies.join(', ')})`);
    print(`    ${reason}\n`);
  }
  const count = (standing: Conflict['standing']) =>
    register.conflicts.filter((each) => each.standing === standing).length;
  print(
    `${register.conflicts.length} conflicts: ${count('open')} open, ${count('limited')} limited by later evidence, ${count('superseded')} superseded; ${register.differentQuestions.length} pairs of different questions`,
  );
}

/** Lists statements that were to be read again. */
export function evidenceOverdueCommand({ on, json }: EvidenceOverdueOptions): void {
  const date = calendarDate(on ?? new Date().toISOString().slice(0, 10));
  if (date === undefined) return;
  const { statements } = wholeLibrary();
  const overdue = overdueStatements(statements, date);
  if (json) {
    const rows = overdue.map(({ statement, owner, due, days }) => ({ id: statement.id, owner, due, days }));
    print(JSON.stringify(rows, null, 2));
    return;
  }
  for (const { statement, owner, due, days } of overdue)
    print(`${statement.id}: due ${due}, ${days ?? '?'} days ago, ${owner}`);
  print(`${overdue.length} of ${statements.length} statements overdue on ${date.printed}`);
}
