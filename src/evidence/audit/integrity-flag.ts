/**
 * What of the audit an option shows of a study: its findings, those about its responses beside its counts. The whole audit of
 * a study is one click or one command away.
 */
import * as z from 'zod';
import { entityIds } from '../../tumour/index.ts';
import { auditVerdict } from '../printed/index.ts';
import type { Study } from '../study.ts';
import { auditVerdictOn } from './audit-verdict.ts';
import { type AuditFinding, auditChecks, auditOutcomes } from './finding.ts';

export const integrityFlag = z
  .strictObject({
    /** The id of the finding. */
    finding: z.string().min(1),
    check: z.enum(auditChecks),
    outcome: z.enum(auditOutcomes),
    about: z.string().min(1),
    /** Whether it bears on a count of responders. */
    onResponses: z.boolean(),
    /** The entity of the group it is about. */
    entity: z.enum(entityIds),
    /** The arm of the study, where the group is one. */
    arm: z.string().min(1).exactOptional(),
    recomputed: z.string().min(1),
    /** What a curator says of it, and why. */
    verdict: auditVerdict.pick({ verdict: true, reason: true }).exactOptional(),
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
  const groups = new Map(study.printed?.groups.map((group) => [group.id, group]));
  return findings.map((each) => {
    const { id, check, outcome, about, recomputed, group } = each;
    const said = auditVerdictOn(each, study);
    const { entity = study.population.entity, arm } = groups.get(group) ?? {};
    return {
      finding: id,
      check,
      outcome,
      about,
      onResponses: aboutCounts.includes(check) && aboutResponses.test(about),
      entity,
      ...(arm === undefined ? {} : { arm }),
      recomputed,
      ...(said === undefined ? {} : { verdict: { verdict: said.verdict, reason: said.reason } }),
    };
  });
}
