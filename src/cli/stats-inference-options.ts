/** The options of the statistics commands beyond curves, log-rank and proportions. */
export interface FisherCommandOptions {
  readonly confidence: number;
  readonly json: boolean;
}

export interface SimonCommandOptions {
  readonly alpha: number;
  readonly beta: number;
  readonly largest?: number;
  readonly json: boolean;
}

export interface TwoStageCommandOptions {
  readonly firstStage: number;
  readonly firstLimit: number;
  readonly total: number;
  readonly responses: number;
  readonly nullRate: number;
  readonly confidence: number;
  readonly json: boolean;
}

export interface IncidenceCommandOptions {
  readonly time: string;
  readonly cause: string;
  readonly censored?: string;
  readonly entry?: string;
  readonly group?: string;
  readonly at: readonly number[];
  readonly interval: string;
  readonly confidence: number;
  readonly json: boolean;
}

export interface IntervalsCommandOptions {
  readonly lower: string;
  readonly upper: string;
  readonly group?: string;
  readonly at: readonly number[];
  readonly distribution: string;
  readonly confidence: number;
  readonly json: boolean;
}

export interface ParametricCommandOptions {
  readonly time: string;
  readonly event: string;
  readonly eventIs?: string;
  readonly entry?: string;
  readonly group?: string;
  readonly distribution: string;
  readonly confidence: number;
  readonly json: boolean;
}

export interface TwoSamplesCommandOptions {
  readonly value: string;
  readonly group: string;
  readonly confidence: number;
  readonly json: boolean;
}

export interface GroupTestOptions {
  readonly time: string;
  readonly event: string;
  readonly eventIs?: string;
  readonly entry?: string;
  readonly group: string;
  readonly strata?: string;
  readonly json: boolean;
}

export interface TrendCommandOptions extends GroupTestOptions {
  readonly scores?: readonly number[];
}

export interface PermutationCommandOptions extends GroupTestOptions {
  readonly seed: number;
  readonly samples: number;
}

export interface LandmarkCommandOptions extends GroupTestOptions {
  readonly at: number;
  readonly scale: string;
  readonly confidence: number;
}

/** Names of the distributions of a parametric model. */
export const distributionNames = ['weibull', 'exponential', 'lognormal', 'loglogistic'] as const;
