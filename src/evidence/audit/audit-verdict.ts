/** What a curator says of a finding: whether print stands, what is used instead, and why. */
import type * as z from 'zod';
import type { auditVerdict } from '../printed/index.ts';
import type { Study } from '../study.ts';
import type { AuditFinding } from './finding.ts';

export type AuditVerdict = z.infer<typeof auditVerdict>;

/** The verdict on a finding; undefined where no curator wrote one, or the study comes without what was printed of it. */
export function auditVerdictOn(
  { check, group, about }: AuditFinding,
  study: Study | undefined,
): AuditVerdict | undefined {
  return study?.printed?.verdicts.find(
    (verdict) => verdict.check === check && verdict.group === group && about.includes(verdict.about),
  );
}

const verdictWords: Readonly<Record<AuditVerdict['verdict'], string>> = {
  printedStands: 'the printed value stands',
  useRecomputed: 'the recomputed value is used',
  doNotUse: 'not used',
  unresolved: 'not resolved',
};

/** A verdict with its reason: "not used: 40 and 45 cannot both be." */
export const auditVerdictText = ({ verdict, reason }: Pick<AuditVerdict, 'verdict' | 'reason'>): string =>
  `${verdictWords[verdict]}: ${reason}`;
