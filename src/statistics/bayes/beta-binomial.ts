/**
 * One basket by itself: a beta prior, binomial counts, the beta posterior in closed form, the beta-binomial prediction of
 * further patients, and the predictive probability that a trial ends in success (Lee and Liu, Clin Trials 2008;5:93).
 */
import { betaUpper } from '../beta.ts';
import { lnBeta, lnGamma } from '../ln-gamma.ts';
import { mixtureDistribution, mixtureFault } from './beta-mixture.ts';
import {
  type BasketCounts,
  type BayesRefusal,
  confidenceFault,
  countsFault,
  refusal,
  shareFault,
} from './refusal.ts';
import { type ShareSummary, type SummaryOptions, summaryFault, summaryOf } from './share-summary.ts';

/** A beta prior. */
export interface BetaPrior {
  readonly a: number;
  readonly b: number;
}

/** The prior of Jeffreys, Beta(0.5, 0.5): taken where none is named. */
export const jeffreysPrior: BetaPrior = { a: 0.5, b: 0.5 };
/** All rates equally likely, Beta(1, 1). */
export const uniformPrior: BetaPrior = { a: 1, b: 1 };

/**
 * A prior in words.
 *
 * @example betaPriorName({ a: 0.5, b: 0.5 }) // 'Beta(0.5, 0.5), Jeffreys'
 */
export function betaPriorName({ a, b }: BetaPrior): string {
  const name = `Beta(${a}, ${b})`;
  if (a === 0.5 && b === 0.5) return `${name}, Jeffreys`;
  return a === 1 && b === 1 ? `${name}, uniform` : name;
}

/** The posterior of one basket by itself. */
export interface BetaBinomialPosterior {
  /** The prior in words. */
  readonly prior: string;
  /** Shapes of the posterior. */
  readonly a: number;
  readonly b: number;
  readonly summary: ShareSummary;
  /** ln of the probability of these counts before they were seen. */
  readonly lnMarginal: number;
}

/** A posterior, or why there is none. */
export type BetaBinomialReading =
  | { readonly ok: true; readonly posterior: BetaBinomialPosterior }
  | BayesRefusal;

const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

/** ln of the beta-binomial probability of counts. */
export const lnBetaBinomial = ({ responses, patients }: BasketCounts, { a, b }: BetaPrior): number =>
  lnChoose(patients, responses) + lnBeta(a + responses, b + patients - responses) - lnBeta(a, b);

/**
 * The posterior of a response rate from counts alone.
 *
 * @example betaBinomialPosterior({ responses: 7, patients: 17 }) // posterior Beta(7.5, 10.5), mean 0.4166...
 */
export function betaBinomialPosterior(
  counts: BasketCounts,
  prior: BetaPrior = jeffreysPrior,
  options: SummaryOptions = {},
): BetaBinomialReading {
  const fault = countsFault(counts) ?? mixtureFault([{ weight: 1, ...prior }]) ?? summaryFault(options);
  if (fault !== undefined) return fault;
  const a = prior.a + counts.responses;
  const b = prior.b + counts.patients - counts.responses;
  return {
    ok: true,
    posterior: {
      prior: betaPriorName(prior),
      a,
      b,
      summary: summaryOf(mixtureDistribution([{ weight: 1, a, b }]), options),
      lnMarginal: lnBetaBinomial(counts, prior),
    },
  };
}

/** Probabilities of 0, 1, ... responses among further patients, or why there are none. */
export type PredictiveReading = { readonly ok: true; readonly masses: readonly number[] } | BayesRefusal;

/**
 * How many of so many further patients will respond, from a prior and what was seen.
 *
 * @example betaBinomialPredictive({ responses: 1, patients: 4 }, 1, uniformPrior) // masses 2/3, 1/3
 */
export function betaBinomialPredictive(
  counts: BasketCounts,
  further: number,
  prior: BetaPrior = jeffreysPrior,
): PredictiveReading {
  const fault =
    countsFault(counts) ??
    mixtureFault([{ weight: 1, ...prior }]) ??
    countsFault({ responses: 0, patients: further });
  if (fault !== undefined) return fault;
  const now = { a: prior.a + counts.responses, b: prior.b + counts.patients - counts.responses };
  return {
    ok: true,
    masses: Array.from({ length: further + 1 }, (_, responses) =>
      Math.exp(lnBetaBinomial({ responses, patients: further }, now)),
    ),
  };
}

/** When a trial counts as a success: P(rate > threshold) above the cutoff once all patients are in. */
export interface SuccessRule {
  /** Patients in all, those already seen included. */
  readonly patients: number;
  readonly threshold: number;
  readonly cutoff: number;
}

/** Predictive probability of success. */
export type SuccessReading =
  | {
      readonly ok: true;
      readonly probability: number;
      /** Fewest responses in all that are a success, or null where none are enough. */
      readonly fewestResponses: number | null;
    }
  | BayesRefusal;

/** The probability, given what was seen, that a trial ends in success by its rule. */
export function predictiveProbability(
  counts: BasketCounts,
  rule: SuccessRule,
  prior: BetaPrior = jeffreysPrior,
): SuccessReading {
  const fault = shareFault('the threshold', rule.threshold) ?? confidenceFault(rule.cutoff);
  if (fault !== undefined) return fault;
  const predicted = betaBinomialPredictive(counts, rule.patients - counts.patients, prior);
  if (!predicted.ok)
    return counts.patients > rule.patients
      ? refusal(
          'notACount',
          `${counts.patients} patients were seen of ${rule.patients} planned: give the planned total`,
        )
      : predicted;
  const isSuccess = (responses: number): boolean =>
    betaUpper(rule.threshold, prior.a + responses, prior.b + rule.patients - responses) > rule.cutoff;
  let [low, high] = [0, rule.patients + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isSuccess(middle)) high = middle;
    else low = middle + 1;
  }
  const probability = predicted.masses
    .filter((_, further) => counts.responses + further >= low)
    .reduce((sum, mass) => sum + mass, 0);
  return { ok: true, probability, fewestResponses: low > rule.patients ? null : low };
}
