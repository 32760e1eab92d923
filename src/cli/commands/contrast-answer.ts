/** What `cajal stats contrast` answers: each study and the pooled effect on the scale that is read, with what stands against either. */
import {
  type ContrastFault,
  type ContrastMeasure,
  contrastOf,
  type Heterogeneity,
  mantelHaenszel,
  normalUpperQuantile,
  type PooledEffect,
  type PooledOddsRatio,
  type PooledTest,
  petoOddsRatio,
  poolContrasts,
} from '../../statistics/index.ts';
import type { ContrastCommandOptions } from '../contrast-command.ts';
import type { ContrastStudies } from './contrast-input.ts';

/** An estimate with its interval, as ratio or difference. */
export interface Scaled {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** One study. */
export type AnsweredStudy = { readonly study: string; readonly given: string } & (
  | ({
      readonly ok: true;
      readonly weightPercent: number | null;
      readonly halfAdded: boolean;
      readonly offCentre: number | null;
    } & Scaled)
  | { readonly ok: false; readonly reason: ContrastFault }
);

/** A pooled effect by a named method. */
export interface PooledBy extends Scaled {
  readonly method: string;
}

/** The studies together. */
export type TogetherReading =
  | ({
      readonly ok: true;
      readonly studies: number;
      readonly p: number | null;
      readonly prediction: { readonly lower: number; readonly upper: number; readonly rule: string } | null;
      readonly tau2: number;
      readonly q: number;
      readonly qP: number;
      /** Null with EE. */
      readonly heterogeneity: Heterogeneity | null;
      readonly withoutEach: readonly (Scaled & { readonly study: string })[];
    } & PooledBy)
  | { readonly ok: false; readonly reason: 'noStudies' | 'singleStudy' | 'varianceNotPositive' };

/** The whole answer. */
export interface ContrastAnswer {
  readonly measure: ContrastMeasure;
  readonly confidence: number;
  readonly studies: readonly AnsweredStudy[];
  /** Rows of the table that could not be read. */
  readonly leftOut: number;
  readonly together: TogetherReading;
  /** Odds ratios over the counts as they are; null where one does not exist. Absent with other measures. */
  readonly beside?: { readonly mantelHaenszel: PooledBy | null; readonly peto: PooledBy | null };
}

const tests: Readonly<Record<ContrastCommandOptions['test'], readonly [PooledTest, string]>> = {
  'hartung-knapp': ['adhoc', 'Hartung-Knapp (at least Wald)'],
  'hartung-knapp-unbounded': ['knha', 'Hartung-Knapp'],
  wald: ['z', 'Wald'],
};

const rules: Readonly<Record<ContrastCommandOptions['prediction'], string>> = {
  normal: 'normal',
  'k-1': 't on k - 1',
  'k-2': 't on k - 2',
};

const scaled = ({ estimate, lower, upper }: Scaled, measure: ContrastMeasure): Scaled => ({
  estimate: contrastOf(estimate, measure),
  lower: contrastOf(lower, measure),
  upper: contrastOf(upper, measure),
});

function besideOf(pooled: PooledOddsRatio | null, method: string): PooledBy | null {
  return pooled === null ? null : { method, ...scaled(pooled, 'OR') };
}

/** The answer for the studies of a table. */
export function contrastAnswer(
  { measure, arms, given, contrasts, leftOut }: ContrastStudies,
  options: ContrastCommandOptions,
): ContrastAnswer {
  const { confidence, prediction: rule } = options;
  const [test, testName] = tests[options.test];
  const read = poolContrasts(contrasts, { estimator: options.tau, test, confidence, prediction: rule });
  const reach = normalUpperQuantile((1 - confidence) / 2);
  let known = -1;
  const studies = contrasts.map((reading, at): AnsweredStudy => {
    const { study } = reading;
    const words = { study, given: given[at] ?? '' };
    if (!reading.ok) return { ...words, ok: false, reason: reading.reason };
    known += 1;
    const {
      effect: { effect, variance },
      halfAdded,
      offCentre,
    } = reading;
    const half = reach * Math.sqrt(variance);
    return {
      ...words,
      ok: true,
      ...scaled({ estimate: effect, lower: effect - half, upper: effect + half }, measure),
      weightPercent: read.ok ? (read.weightsPercent[known] ?? null) : null,
      halfAdded,
      offCentre,
    };
  });
  const together = (pooled: PooledEffect): Extract<TogetherReading, { ok: true }> => ({
    ok: true,
    method:
      options.tau === 'EE'
        ? `one effect for all, ${testName}`
        : `random effects, ${options.tau}, ${testName}`,
    ...scaled(pooled, measure),
    studies: pooled.studies,
    p: pooled.p,
    prediction:
      pooled.prediction === null
        ? null
        : {
            lower: contrastOf(pooled.prediction.lower, measure),
            upper: contrastOf(pooled.prediction.upper, measure),
            rule: rules[rule],
          },
    tau2: pooled.tau2,
    q: pooled.q,
    qP: pooled.qP,
    heterogeneity: read.ok ? read.heterogeneity : null,
    withoutEach: read.ok
      ? read.withoutEach.map((each) => ({ study: each.study, ...scaled(each.pooled, measure) }))
      : [],
  });
  return {
    measure,
    confidence,
    studies,
    leftOut,
    together: read.ok ? together(read.pooled) : read,
    ...(measure === 'OR'
      ? {
          beside: {
            mantelHaenszel: besideOf(mantelHaenszel(arms, confidence), 'Mantel-Haenszel'),
            peto: besideOf(petoOddsRatio(arms, confidence), 'Peto'),
          },
        }
      : {}),
  };
}
