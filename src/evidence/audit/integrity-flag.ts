/**
 * What of the audit an option shows beside a count of a study: the findings about its responses, each in one line. The whole
 * audit of a study is one click or one command away.
 */
import * as z from 'zod';
import { entityIds } from '../../tumour/index.ts';
import type { Study } from '../study.ts';
import { type AuditFinding, auditChecks, auditOutcomes } from './finding.ts';

export const integrityFlag = z
  .strictObject({
    /** The id of the finding. */
    finding: z.string().min(1),
    check: z.enum(auditChecks),
    outcome: z.enum(auditOutcomes),
    about: z.string().min(1),
    /** The entity of the group it is about. */
    entity: z.enum(entityIds),
    recomputed: z.string().min(1),
  })
  .meta({ id: 'integrityFlag' });
export type IntegrityFlag = z.infer<typeof integrityFlag>;

/** Checks that bear on a count of responders. */
const aboutCounts: readonly AuditFinding['check'][] = [
  'percentage',
  'denominator',
  'sum',
  'responseRate',
  'countAndPercent',
  'repeatedValue',
  'subgroupAgainstTotal',
  'rowsAgainstTotal',
  'intervalMethod',
  'pValue',
];

const aboutResponses = /response|disease|categories/i;

/** The flags of a study, from the findings of its audit. */
export function integrityFlags(study: Study, findings: readonly AuditFinding[]): readonly IntegrityFlag[] {
  const entityOf = (group: string) =>
    study.printed?.groups.find(({ id }) => id === group)?.entity ?? study.population.entity;
  return findings
    .filter(({ check, about }) => aboutCounts.includes(check) && aboutResponses.test(about))
    .map(({ id, check, outcome, about, recomputed, group }) => ({
      finding: id,
      check,
      outcome,
      about,
      entity: entityOf(group),
      recomputed,
    }));
}
