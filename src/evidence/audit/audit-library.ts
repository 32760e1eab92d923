/** The audit of studies and papers: every check on every printed value, in the order of the library. */
import type { Paper } from '../paper.ts';
import type { Study } from '../study.ts';
import { type AuditedStudy, auditedStudy } from './audited-study.ts';
import { comparisonCheck } from './comparison-check.ts';
import { designCheck } from './design-check.ts';
import { documentCheck } from './document-check.ts';
import { factCheck } from './fact-check.ts';
import { type AuditAnswer, joinAnswers, nothingFound } from './finding.ts';
import { intervalAsRangeCheck } from './interval-as-range-check.ts';
import { intervalMethodCheck } from './interval-method-check.ts';
import { pValueCheck } from './p-value-check.ts';
import { percentageCheck } from './percentage-check.ts';
import { repeatedValueCheck } from './repeated-value-check.ts';
import { riskReductionCheck } from './risk-reduction-check.ts';
import { rowsCheck } from './rows-check.ts';
import { sumCheck } from './sum-check.ts';
import { thresholdCheck } from './threshold-check.ts';
import { timeCheck } from './time-check.ts';

const checks: readonly ((of: AuditedStudy) => AuditAnswer)[] = [
  percentageCheck,
  sumCheck,
  pValueCheck,
  repeatedValueCheck,
  intervalMethodCheck,
  intervalAsRangeCheck,
  timeCheck,
  thresholdCheck,
  rowsCheck,
  riskReductionCheck,
  factCheck,
  comparisonCheck,
  designCheck,
];

/** The audit of one study; nothing where it holds no printed values. */
export function auditStudy(study: Study): AuditAnswer {
  const audited = auditedStudy(study);
  return audited === undefined ? nothingFound : joinAnswers(checks.map((check) => check(audited)));
}

/** The audit of a library. */
export function auditLibrary(studies: readonly Study[], papers: readonly Paper[]): AuditAnswer {
  return joinAnswers([...studies.map(auditStudy), ...papers.map(documentCheck)]);
}
