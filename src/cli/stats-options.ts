/** The options of the statistics commands. */
export interface SurvivalOptions {
  readonly time: string;
  readonly event: string;
  readonly eventIs?: string;
  readonly entry?: string;
  readonly group?: string;
  readonly json: boolean;
}

export interface KaplanMeierCommandOptions extends SurvivalOptions {
  readonly confidence: number;
  readonly interval: string;
  readonly at: readonly number[];
}

export interface LogRankCommandOptions extends SurvivalOptions {
  readonly strata?: string;
  readonly weight: string;
}

export interface ProportionCommandOptions {
  readonly confidence: number;
  readonly json: boolean;
}

/** Names of the weights of the log-rank test at the command line. */
export const weightNames = ['log-rank', 'gehan', 'tarone-ware', 'peto-peto', 'fleming-harrington'] as const;
/** Names of the intervals of a curve. */
export const intervalNames = ['plain', 'log', 'log-log', 'logit', 'arcsin'] as const;
