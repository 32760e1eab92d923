/**
 * The library as it was known by a date: studies, statements and papers that had been published, links to statements that had
 * been written, and how much was left out. A statement stands with what later evidence had done to it by then, not with what
 * it did since.
 */
import type { AuditAnswer } from './audit/index.ts';
import { cutEvidence } from './evidence-base.ts';
import { isKnownBy, type KnowledgeClock } from './knowledge-clock.ts';
import type { Paper } from './paper.ts';
import type { Statement } from './statement.ts';
import type { Study } from './study.ts';

/** What a library holds for readers. */
export interface ReadLibrary {
  readonly studies: readonly Study[];
  readonly statements: readonly Statement[];
  readonly papers: readonly Paper[];
}

/** The part of it that was known, and how many of each were not. */
export interface KnownLibrary extends ReadLibrary {
  readonly notYetKnown: { readonly studies: number; readonly statements: number; readonly papers: number };
}

/** A statement with links to known statements only. */
function withKnownLinks({ supersededBy, ...statement }: Statement, known: ReadonlySet<string>): Statement {
  const ids = (list: readonly string[]): string[] => list.filter((id) => known.has(id));
  const linked = <T extends { readonly statement: string }>(list: readonly T[]): T[] =>
    list.filter((each) => known.has(each.statement));
  return {
    ...statement,
    ...(supersededBy === undefined || !known.has(supersededBy.statement) ? {} : { supersededBy }),
    supersedes: ids(statement.supersedes),
    limitedBy: linked(statement.limitedBy),
    limits: ids(statement.limits),
    contradicts: ids(statement.contradicts),
    differentQuestion: linked(statement.differentQuestion),
  };
}

/**
 * The library as known by then. A paper counts from the end of the year in which it appeared; one without a year is not
 * certainly known by any date.
 */
export function knownLibrary(library: ReadLibrary, clock: KnowledgeClock): KnownLibrary {
  const { studies: all, statements: said, papers: read } = library;
  const base = cutEvidence(
    { studies: all, statements: said, approvals: [] },
    { clock, without: [], own: [] },
  );
  const studies = base.studies.map(({ study }) => study);
  const known = new Set(base.statements.map(({ id }) => id));
  const statements = base.statements.map((each) => withKnownLinks(each, known));
  const papers =
    clock.kind === 'latest'
      ? read
      : read.filter(({ year }) => year !== undefined && isKnownBy(String(year), clock));
  return {
    studies,
    statements,
    papers,
    notYetKnown: {
      studies: all.length - studies.length,
      statements: said.length - statements.length,
      papers: read.length - papers.length,
    },
  };
}

/**
 * The part of an audit that is about known studies and papers. The audit is of the whole library: a check that asks where a
 * study was read would call it read elsewhere if its paper were taken away.
 */
export function auditOfKnown(
  { findings, explained }: AuditAnswer,
  { studies, papers }: Pick<KnownLibrary, 'studies' | 'papers'>,
): AuditAnswer {
  const known = new Set([...studies.map(({ id }) => id), ...papers.map(({ id }) => `paper-${id}`)]);
  const isKnown = ({ study }: { readonly study: string }): boolean => known.has(study);
  return { findings: findings.filter(isKnown), explained: explained.filter(isKnown) };
}

/** How many statements later evidence took the place of, and how many it narrowed. */
export const laterEvidenceCounts = (
  statements: readonly Statement[],
): { readonly superseded: number; readonly limited: number } => ({
  superseded: statements.filter(({ supersededBy }) => supersededBy !== undefined).length,
  limited: statements.filter(({ limitedBy }) => limitedBy.length > 0).length,
});
