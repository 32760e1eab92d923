/** Options of `cajal evidence`, as the command line gives them. */

/** `--document`, `--design`: which studies. */
export interface EvidenceListOptions {
  readonly document?: string;
  readonly asOf?: string;
  readonly json: boolean;
}

export interface EvidenceTableOptions {
  readonly csv: boolean;
  readonly long: boolean;
}

export interface EvidenceCompareOptions {
  readonly groups?: string;
  readonly csv: boolean;
}

export const auditForms = ['text', 'markdown', 'json', 'csv'] as const;
export type AuditForm = (typeof auditForms)[number];

export interface EvidenceAuditOptions {
  readonly document?: string;
  readonly study: readonly string[];
  readonly asOf?: string;
  readonly as: AuditForm;
  readonly explained: boolean;
  readonly output?: string;
}

export const poolModelNames = [
  'glmm',
  'beta-binomial',
  'logit',
  'arcsine',
  'raw',
  'log',
  'freeman-tukey',
] as const;
export type PoolModelName = (typeof poolModelNames)[number];

export const tauEstimatorNames = ['REML', 'ML', 'DL', 'PM', 'HE', 'SJ', 'EB', 'EE'] as const;
export const pooledTestNames = ['hartung-knapp', 'hartung-knapp-unbounded', 'wald'] as const;
export const predictionRuleNames = ['normal', 'k-1', 'k-2'] as const;

export interface EvidencePoolOptions {
  readonly outcome: string;
  readonly where: string;
  readonly regimen?: string;
  readonly drug: readonly string[];
  readonly denominator: 'enrolled' | 'evaluable' | 'analysed';
  readonly document?: string;
  readonly asPrinted: boolean;
  readonly withInferred: boolean;
  readonly model?: PoolModelName;
  /** These three only where they were given: the models of counts have their own. */
  readonly tau?: (typeof tauEstimatorNames)[number];
  readonly test?: (typeof pooledTestNames)[number];
  readonly prediction?: (typeof predictionRuleNames)[number];
  readonly asOf?: string;
  readonly confidence: number;
  readonly csv: boolean;
  readonly json: boolean;
  readonly figure?: string;
  readonly mixed: boolean;
  readonly by?: string;
  readonly cumulative: boolean;
  readonly influence: boolean;
}

export interface EvidenceBorrowOptions {
  readonly outcome: string;
  readonly where: string;
  readonly regimen?: string;
  readonly denominator: EvidencePoolOptions['denominator'];
  readonly document?: string;
  readonly asPrinted: boolean;
  readonly withInferred: boolean;
  readonly threshold: number;
  readonly cutoff: number;
  readonly asOf?: string;
  /** Studies of different treatments borrow too. */
  readonly acrossTreatments: boolean;
  readonly csv: boolean;
  readonly json: boolean;
}

export const ratioEndpointNames = [
  'progressionFreeSurvival',
  'overallSurvival',
  'timeToProgression',
  'durationOfResponse',
] as const;

export interface EvidenceRatiosOptions {
  readonly of?: (typeof ratioEndpointNames)[number];
  readonly where?: string;
  readonly asOf?: string;
  readonly json: boolean;
}
