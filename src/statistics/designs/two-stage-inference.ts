/**
 * Inference after a two-stage design: the unbiased estimate of Jung and Kim (Stat Med 2004;23:881), the p value of Koyama and
 * Chen (Stat Med 2008;27:3145), and an interval from the same order of outcomes. The plain share of responders is biased
 * downwards, because a trial goes on only after a good first stage.
 */
import { requireOpenProbability } from '../domain-error.ts';
import { monotoneRoot } from '../monotone-root.ts';
import { atLeastInBoth, binomialTriangle, upperSums } from './two-stage-design.ts';

/** A finished trial: the stages as planned and done, and the responses at its end. */
export interface TwoStageTrial {
  readonly firstStage: number;
  readonly firstLimit: number;
  readonly total: number;
  /** Responses in all; up to `firstLimit` the trial stopped after its first stage. */
  readonly responses: number;
  /** The rate against which p is computed. */
  readonly nullRate: number;
}

/** How the interval is made. */
export interface TwoStageInferenceOptions {
  /** Two-sided confidence; 0.95 when absent. */
  readonly confidence?: number;
  /**
   * `exact` (when absent): both limits leave at most half of the error, as Clopper and Pearson do. `koyama-chen`: the upper
   * limit is the rate at which the p value is 1 minus half of the error, which is shorter and may hold less than it says.
   */
  readonly interval?: 'exact' | 'koyama-chen';
}

/** What the trial says. */
export interface TwoStageInference {
  /** Uniformly minimum variance unbiased estimate of the response rate. */
  readonly estimate: number;
  /** Responses among those treated. */
  readonly naive: number;
  readonly treated: number;
  readonly stoppedEarly: boolean;
  /** One-sided. */
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
  readonly confidence: number;
  readonly interval: 'exact' | 'koyama-chen';
}

/** The inference, or why there is none. */
export type TwoStageInferenceReading =
  | { readonly ok: true; readonly value: TwoStageInference }
  | {
      readonly ok: false;
      readonly reason:
        | 'notACount'
        | 'stagesNotOrdered'
        | 'limitsNotOrdered'
        | 'responsesExceedSubjects'
        | 'rateNotInside';
    };

/** P(an outcome of at least so many responses) at a rate; outcomes of the second stage lie above those of the first. */
function atLeast({ firstStage, firstLimit, total }: TwoStageTrial, responses: number, rate: number): number {
  const triangle = binomialTriangle(Math.max(firstStage, total - firstStage), rate);
  const first = triangle[firstStage] ?? new Float64Array(0);
  if (responses <= firstLimit) return Math.min(1, upperSums(first)[responses] ?? 0);
  return Math.min(
    1,
    atLeastInBoth(first, upperSums(triangle[total - firstStage] ?? first), firstLimit, responses),
  );
}

/** Mean over the first stages that lead to so many responses of the share of one given subject responding. */
function unbiased({ firstStage, firstLimit, total, responses }: TwoStageTrial): number {
  if (responses <= firstLimit) return responses / firstStage;
  const second = total - firstStage;
  const from = Math.max(firstLimit + 1, responses - second);
  const to = Math.min(responses, firstStage);
  const ways: { readonly x: number; readonly ln: number }[] = [];
  let ln = 0;
  for (let x = from; x <= to; x += 1) {
    ways.push({ x, ln });
    // The next product of binomial coefficients, by its ratio to this one.
    const ratio = ((firstStage - x) / (x + 1)) * ((responses - x) / (second - responses + x + 1));
    ln += Math.log(ratio);
  }
  const largest = ways.reduce((most, way) => Math.max(most, way.ln), 0);
  let [sum, weighted] = [0, 0];
  for (const way of ways) {
    const weight = Math.exp(way.ln - largest);
    sum += weight;
    weighted += (weight * way.x) / firstStage;
  }
  return weighted / sum;
}

/**
 * Estimate, p and interval of a finished two-stage trial.
 *
 * @throws DomainError for a confidence outside (0, 1).
 * @example twoStageInference({ firstStage: 10, firstLimit: 1, total: 29, responses: 7, nullRate: 0.1 })
 * // estimate 0.282, p 0.0177
 */
export function twoStageInference(
  trial: TwoStageTrial,
  options: TwoStageInferenceOptions = {},
): TwoStageInferenceReading {
  const { confidence = 0.95, interval = 'exact' } = options;
  requireOpenProbability('confidence', confidence);
  const { firstStage, firstLimit, total, responses, nullRate } = trial;
  if (![firstStage, firstLimit, total, responses].every((count) => Number.isSafeInteger(count) && count >= 0))
    return { ok: false, reason: 'notACount' };
  if (firstStage < 1 || total <= firstStage) return { ok: false, reason: 'stagesNotOrdered' };
  if (firstLimit >= firstStage) return { ok: false, reason: 'limitsNotOrdered' };
  if (responses > total) return { ok: false, reason: 'responsesExceedSubjects' };
  if (!(nullRate > 0 && nullRate < 1)) return { ok: false, reason: 'rateNotInside' };
  const stoppedEarly = responses <= firstLimit;
  const treated = stoppedEarly ? firstStage : total;
  const tail = (1 - confidence) / 2;
  const root = (target: number, count: number): number =>
    monotoneRoot((rate) => atLeast(trial, count, rate) - target, 0, 1);
  const upper =
    interval === 'exact'
      ? responses === total
        ? 1
        : root(1 - tail, responses + 1)
      : responses === 0
        ? 0
        : root(1 - tail, responses);
  return {
    ok: true,
    value: {
      estimate: unbiased(trial),
      naive: responses / treated,
      treated,
      stoppedEarly,
      p: atLeast(trial, responses, nullRate),
      lower: responses === 0 ? 0 : root(tail, responses),
      upper,
      confidence,
      interval,
    },
  };
}
