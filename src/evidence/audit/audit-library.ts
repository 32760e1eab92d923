/** The audit of studies and papers: every check on every printed value, in the order of the library. */
import type { Paper } from '../paper.ts';
import type { Study } from '../study.ts';
import { abbreviationUseCheck } from './abbreviation-use-check.ts';
import { type AuditedStudy, auditedStudy } from './audited-study.ts';
import { beyondWholeCheck } from './beyond-whole-check.ts';
import { comparisonCheck } from './comparison-check.ts';
import { conclusionCheck } from './conclusion-check.ts';
import { countAndPercentCheck } from './count-and-percent-check.ts';
import { countedShareCheck } from './counted-share-check.ts';
import { definitionCheck } from './definition-check.ts';
import { designCheck } from './design-check.ts';
import { documentCheck } from './document-check.ts';
import { factCheck } from './fact-check.ts';
import { type AuditAnswer, distinctFindings, joinAnswers, nothingFound } from './finding.ts';
import { intervalAsRangeCheck } from './interval-as-range-check.ts';
import { intervalMethodCheck } from './interval-method-check.ts';
import { intervalOrderCheck } from './interval-order-check.ts';
import { landmarkCheck } from './landmark-check.ts';
import { notationCheck } from './notation-check.ts';
import { pValueCheck } from './p-value-check.ts';
import { percentageCheck } from './percentage-check.ts';
import { rangeOfWholeCheck } from './range-of-whole-check.ts';
import { repeatedValueCheck } from './repeated-value-check.ts';
import { riskReductionCheck } from './risk-reduction-check.ts';
import { rowsCheck } from './rows-check.ts';
import { subgroupCheck } from './subgroup-check.ts';
import { sumCheck } from './sum-check.ts';
import { thresholdCheck } from './threshold-check.ts';
import { timeCheck } from './time-check.ts';

const checks: readonly ((of: AuditedStudy) => AuditAnswer)[] = [
  percentageCheck,
  sumCheck,
  countAndPercentCheck,
  subgroupCheck,
  beyondWholeCheck,
  countedShareCheck,
  pValueCheck,
  repeatedValueCheck,
  intervalMethodCheck,
  intervalAsRangeCheck,
  timeCheck,
  landmarkCheck,
  intervalOrderCheck,
  rangeOfWholeCheck,
  thresholdCheck,
  definitionCheck,
  rowsCheck,
  riskReductionCheck,
  factCheck,
  comparisonCheck,
  conclusionCheck,
  notationCheck,
  designCheck,
];

/** The audit of one study; nothing where it holds no printed values. */
export function auditStudy(study: Study): AuditAnswer {
  const audited = auditedStudy(study);
  return audited === undefined
    ? nothingFound
    : distinctFindings(joinAnswers(checks.map((check) => check(audited))));
}

/** The audit of a library. */
export function auditLibrary(studies: readonly Study[], papers: readonly Paper[]): AuditAnswer {
  return distinctFindings(
    joinAnswers([
      ...studies.map(auditStudy),
      ...papers.map(documentCheck),
      ...papers.map((paper) => abbreviationUseCheck(paper, studies)),
    ]),
  );
}
