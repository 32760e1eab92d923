/** What statements are weighed against: the studies and statements of a library, and what the audit finds in its studies. */
import { type AuditFinding, auditLibrary } from '../audit/index.ts';
import type { Statement } from '../statement.ts';
import type { Study } from '../study.ts';
import type { StrengthContext } from './strength-reason.ts';

/** A finding that leaves no reading of what was printed: certain, and impossible or in conflict. */
export const isBreaking = ({ certainty, outcome }: AuditFinding): boolean =>
  certainty === 'certain' && (outcome === 'impossible' || outcome === 'conflicting');

/**
 * The context of a library.
 *
 * @param findings of these studies; made here where they are not given
 */
export function strengthContext(
  studies: readonly Study[],
  statements: readonly Statement[],
  findings: readonly AuditFinding[] = auditLibrary(studies, []).findings,
): StrengthContext {
  const byId = new Map(studies.map((study) => [study.id, study]));
  const statementById = new Map(statements.map((each) => [each.id, each]));
  const byStudy = Map.groupBy(findings, ({ study }) => study);
  return {
    studyOf: (id) => byId.get(id),
    statementOf: (id) => statementById.get(id),
    findingsOf: (id) => {
      const found = byStudy.get(id) ?? [];
      return { all: found.length, breaking: found.filter(isBreaking).length };
    },
  };
}
