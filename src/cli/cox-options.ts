/** The options of the command for proportional hazards models. */
export interface CoxCommandOptions {
  readonly time: string;
  readonly event: string;
  readonly eventIs?: string;
  readonly entry?: string;
  readonly covariates: readonly string[];
  readonly factors: readonly string[];
  /** Levels to compare with, by factor. */
  readonly reference: Readonly<Record<string, string>>;
  readonly strata?: string;
  readonly cluster?: string;
  readonly weights?: string;
  readonly ties: string;
  readonly confidence: number;
  readonly phTest: string | boolean;
  readonly firth: boolean;
  readonly dropAliased: boolean;
  readonly json: boolean;
}

/** How tied events are treated. */
export const tiesNames = ['efron', 'breslow', 'exact'] as const;
/** Functions of time in the test of proportional hazards. */
export const transformNames = ['km', 'rank', 'identity', 'log'] as const;
