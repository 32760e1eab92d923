/** The audit of studies and papers: every check on every printed value, in the order of the library. */
import type { Paper } from '../paper.ts';
import type { Study } from '../study.ts';
import { abbreviationUseCheck } from './abbreviation-use-check.ts';
import { type AuditedStudy, auditedStudy } from './audited-study.ts';
import { beyondWholeCheck } from './beyond-whole-check.ts';
import { citationYearCheck } from './citation-year-check.ts';
import { comparisonCheck } from './comparison-check.ts';
import { conclusionCheck } from './conclusion-check.ts';
import { countAndPercentCheck } from './count-and-percent-check.ts';
import { countedShareCheck } from './counted-share-check.ts';
import { courseOfPatientCheck } from './course-of-patient-check.ts';
import { definitionCheck } from './definition-check.ts';
import { designCheck } from './design-check.ts';
import { documentCheck } from './document-check.ts';
import { factCheck } from './fact-check.ts';
import { type AuditAnswer, distinctFindings, joinAnswers, nothingFound } from './finding.ts';
import { intervalAsRangeCheck } from './interval-as-range-check.ts';
import { intervalMethodCheck } from './interval-method-check.ts';
import { intervalOrderCheck } from './interval-order-check.ts';
import { landmarkCheck } from './landmark-check.ts';
import { landmarkMedianCheck } from './landmark-median-check.ts';
import { measuredRangeCheck } from './measured-range-check.ts';
import { mixedIntervalsCheck } from './mixed-intervals-check.ts';
import { notationCheck } from './notation-check.ts';
import { pValueCheck } from './p-value-check.ts';
import { paperContentCheck } from './paper-content-check.ts';
import { paperWordsCheck } from './paper-words-check.ts';
import { percentageCheck } from './percentage-check.ts';
import { rangeOfWholeCheck } from './range-of-whole-check.ts';
import { ratioCheck } from './ratio-check.ts';
import { repeatedValueCheck } from './repeated-value-check.ts';
import { reportingCheck } from './reporting-check.ts';
import { responsesTogetherCheck } from './responses-together-check.ts';
import { riskReductionCheck } from './risk-reduction-check.ts';
import { rowsCheck } from './rows-check.ts';
import { rowsRangeCheck } from './rows-range-check.ts';
import { rowsResponseCheck } from './rows-response-check.ts';
import { withoutDoubles } from './same-defect.ts';
import { subgroupCheck } from './subgroup-check.ts';
import { sumCheck } from './sum-check.ts';
import { thresholdCheck } from './threshold-check.ts';
import { thresholdGapCheck } from './threshold-gap-check.ts';
import { timeCheck } from './time-check.ts';
import { toxicityGradeCheck } from './toxicity-grade-check.ts';
import { unprintedComparisonCheck } from './unprinted-comparison-check.ts';
import { wholeNumberCheck } from './whole-number-check.ts';

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
  landmarkMedianCheck,
  intervalOrderCheck,
  measuredRangeCheck,
  wholeNumberCheck,
  ratioCheck,
  toxicityGradeCheck,
  rangeOfWholeCheck,
  thresholdCheck,
  definitionCheck,
  rowsCheck,
  rowsRangeCheck,
  riskReductionCheck,
  factCheck,
  comparisonCheck,
  conclusionCheck,
  notationCheck,
  designCheck,
  unprintedComparisonCheck,
  reportingCheck,
  courseOfPatientCheck,
  rowsResponseCheck,
  thresholdGapCheck,
];

/** The audit of one study; nothing where it holds no printed values. */
export function auditStudy(study: Study): AuditAnswer {
  const audited = auditedStudy(study);
  if (audited === undefined) return nothingFound;
  const each = joinAnswers(checks.map((check) => check(audited)));
  return withoutDoubles(
    distinctFindings(
      joinAnswers([
        each,
        responsesTogetherCheck(audited, each.findings),
        mixedIntervalsCheck(audited, each.findings),
      ]),
    ),
  );
}

/** The audit of a library. */
export function auditLibrary(studies: readonly Study[], papers: readonly Paper[]): AuditAnswer {
  return distinctFindings(
    joinAnswers([
      ...studies.map(auditStudy),
      ...studies.map((study) => citationYearCheck(study, papers)),
      ...papers.map(documentCheck),
      ...papers.map((paper) => abbreviationUseCheck(paper, studies)),
      ...papers.map((paper) => paperContentCheck(paper, studies)),
      ...papers.map((paper) => paperWordsCheck(paper, studies)),
    ]),
  );
}
