/** `cajal evidence statements`, `conflicts` and `overdue`: statements weighed against each other. */
import {
  auditLibrary,
  type Conflict,
  type ConflictingStatement,
  conflictRegister,
  type KnownLibrary,
  knownLibrary,
  laterEvidenceCounts,
  libraryWords,
  overdueStatements,
  type ReadLibrary,
  type Statement,
  type StatementStrength,
  type Study,
  sourcePlaceText,
  statementDirectionText,
  statementHeadText,
  strengthContext,
  strengthText,
  weighStatement,
} from '../../evidence/index.ts';
import { nearestWord } from '../../reading/index.ts';
import { entity } from '../../tumour/index.ts';
import { reportIssues } from '../outcome.ts';
import type {
  EvidenceConflictsOptions,
  EvidenceOverdueOptions,
  EvidenceStatementsOptions,
} from '../statement-options.ts';
import { calendarDate, clockOf, wholeLibrary } from './evidence-library.ts';
import { print } from './stats.ts';

/** The library as it was known by a date; undefined, with the issue written, where it is none. */
function knownBy(library: ReadLibrary, asOf: string | undefined): KnownLibrary | undefined {
  const clock = clockOf(asOf);
  return clock === undefined ? undefined : knownLibrary(library, clock);
}

const tierText = ({ tiers }: Statement): string =>
  tiers.length === 0
    ? 'not assigned'
    : tiers.map(({ scheme, tier, curator }) => `${scheme} ${tier} (${curator})`).join('; ');

function linkLines({ supersedes, limits, contradicts }: Statement): readonly string[] {
  const ids = (says: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`  ${says}: ${list.join(', ')}`];
  return [...ids('supersedes', supersedes), ...ids('limits', limits), ...ids('contradicts', contradicts)];
}

function statementLines(statement: Statement, weighed: StatementStrength): string {
  const { id, kind, claim, place, known, verification, review } = statement;
  const where = place === undefined ? '' : `; ${sourcePlaceText(place)}`;
  return [
    `${id}: ${statementHeadText(statement)}; ${entity(statement.entity).name}`,
    `  ${claim}`,
    `  ${libraryWords(kind)}, known from ${known}, ${verification}: ${statement.studies.join(', ')}${where}`,
    `  strength: ${strengthText(weighed.strength)}; tier: ${tierText(statement)}`,
    ...weighed.reasons.map(({ aspect, effect, text }) => `    ${effect} (${libraryWords(aspect)}): ${text}`),
    ...linkLines(statement),
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
  const known = knownBy(library, asOf);
  if (known === undefined) return;
  const { findings } = auditLibrary(library.studies, library.papers);
  const context = strengthContext(known.studies, known.statements, findings);
  const wanted = known.statements
    .filter((each) => study === undefined || each.studies.includes(study))
    .map((statement) => ({ statement, weighed: weighStatement(statement, context) }));
  if (json) {
    print(
      JSON.stringify(
        wanted.map(({ statement, weighed }) => ({ ...statement, weighed })),
        null,
        2,
      ),
    );
    return;
  }
  for (const { statement, weighed } of wanted) print(`${statementLines(statement, weighed)}\n`);
  const { superseded, limited } = laterEvidenceCounts(wanted.map(({ statement }) => statement));
  print(`${wanted.length} statements, ${superseded} superseded, ${limited} limited by later evidence`);
}

function sideLines({ statement, supersededBy, limitedBy }: ConflictingStatement): readonly string[] {
  return [
    `    ${statement.id} (${statementDirectionText(statement)}, ${libraryWords(statement.kind)}, known from ${statement.known}): ${statement.claim}`,
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
  const known = knownBy(wholeLibrary(), asOf);
  if (known === undefined) return;
  const register = conflictRegister(known.statements);
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
