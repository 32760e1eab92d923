/** The words of the audit: checks, outcomes and certainties as a reader sees them. */
import type { AuditCertainty, AuditCheck, AuditOutcome } from './finding.ts';

const checkWords: Readonly<Record<AuditCheck, string>> = {
  percentage: 'Percentages against the printed number of patients',
  denominator: 'Rows of percentages that are of another number of patients',
  sum: 'Parts that do not add up',
  partition: 'Parts against their whole',
  countAndPercent: 'A count and its percentage',
  repeatedValue: 'One quantity printed differently in two places',
  responseRate: 'Response rate against complete and partial responses',
  subgroupAgainstTotal: 'Subgroups against their total',
  pValue: 'P values',
  intervalMethod: 'How an interval was made',
  intervalAsRange: 'A confidence interval printed as a range',
  timeOrder: 'Order of progression-free and overall survival',
  medianAndRange: 'Estimates against their range or interval',
  missingInterval: 'A median without interval or range',
  fact: 'Facts that contradict each other, or another source',
  threshold: 'Thresholds and units against their definition',
  analysisSet: 'Fewer patients analysed than enrolled',
  endpoint: 'Outcomes that were no stated endpoint',
  designBasis: 'Design of a trial that is not described',
  comparison: 'Comparisons that the design cannot carry',
  rowsAgainstTotal: 'Totals against the patients printed one by one',
  riskReduction: 'Reduction of risk against hazard ratio',
  notation: 'Molecular notation against the reference',
  crossReference: 'References to tables and figures that are not there',
  abbreviation: 'Abbreviations with two meanings',
  columnUnit: 'Columns that do not hold what their heading says',
  countedShare: 'Percentages of a printed number of counted things',
  unaccounted: 'Patients in no printed category',
  conclusion: 'Conclusions that the patients cannot carry',
  followUp: 'Medians of times without a follow-up',
  toxicityGrades: 'Adverse events of some grades against those of more grades',
  landmark: 'Survival at a landmark against the median',
  ratio: 'Ratios against their interval and their p value',
  wholeNumbers: 'Averages of things that are counted in whole numbers',
  citationYear: 'Years of citations',
};

const outcomeWords: Readonly<Record<AuditOutcome, string>> = {
  impossible: 'impossible',
  truncated: 'cut off instead of rounded',
  conflicting: 'in conflict',
  unsupported: 'not supported by the design',
  undescribed: 'not described',
};

const certaintyWords: Readonly<Record<AuditCertainty, string>> = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible',
};

/** The heading of a check. */
export const auditCheckText = (check: AuditCheck): string => checkWords[check];
/** An outcome in words. */
export const auditOutcomeText = (outcome: AuditOutcome): string => outcomeWords[outcome];
/** A certainty in words. */
export const auditCertaintyText = (certainty: AuditCertainty): string => certaintyWords[certainty];
