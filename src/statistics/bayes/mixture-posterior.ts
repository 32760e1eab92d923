/**
 * A mixture of beta priors updated by counts: each component by itself, its weight by how well it foretold them. A robust prior
 * mixes an informative one with a vague one, so that data in conflict with it turn it off (Schmidli et al., Biometrics
 * 2014;70:1023).
 */
import { lnBeta } from '../ln-gamma.ts';
import { type BetaPrior, lnBetaBinomial, uniformPrior } from './beta-binomial.ts';
import { type BetaMixture, mixtureDistribution, mixtureFault } from './beta-mixture.ts';
import { type BasketCounts, type BayesRefusal, countsFault, weightFault } from './refusal.ts';
import { type ShareSummary, type SummaryOptions, summaryFault, summaryOf } from './share-summary.ts';

/** A mixture after counts. */
export interface MixturePosterior {
  /** Components in the order of the prior, with the weights that the counts give them. */
  readonly mixture: BetaMixture;
  readonly summary: ShareSummary;
  /** ln of the probability of these counts before they were seen. */
  readonly lnMarginal: number;
}

/** A posterior, or why there is none. */
export type MixtureReading = { readonly ok: true; readonly posterior: MixturePosterior } | BayesRefusal;

/**
 * A mixture prior updated by counts.
 *
 * @example mixturePosterior([{ weight: 0.9, a: 10, b: 40 }, { weight: 0.1, a: 0.5, b: 0.5 }], { responses: 0, patients: 12 })
 * // weights 0.8357..., 0.1642...
 */
export function mixturePosterior(
  prior: BetaMixture,
  counts: BasketCounts,
  options: SummaryOptions = {},
): MixtureReading {
  const fault = mixtureFault(prior) ?? countsFault(counts) ?? summaryFault(options);
  if (fault !== undefined) return fault;
  const { responses, patients } = counts;
  const logs = prior.map(
    ({ weight, a, b }) => Math.log(weight) + lnBeta(a + responses, b + patients - responses) - lnBeta(a, b),
  );
  const top = Math.max(...logs);
  const total = logs.reduce((sum, log) => sum + Math.exp(log - top), 0);
  const mixture = prior.map(({ a, b }, at) => ({
    weight: Math.exp((logs[at] ?? Number.NEGATIVE_INFINITY) - top) / total,
    a: a + responses,
    b: b + patients - responses,
  }));
  const lnMarginal =
    top +
    Math.log(total) +
    lnBetaBinomial(counts, uniformPrior) -
    lnBeta(responses + 1, patients - responses + 1);
  return {
    ok: true,
    posterior: { mixture, summary: summaryOf(mixtureDistribution(mixture), options), lnMarginal },
  };
}

/** A robust mixture, or why there is none. */
export type RobustReading = { readonly ok: true; readonly mixture: BetaMixture } | BayesRefusal;

/** A prior made robust: `weight` goes to a vague component (uniform unless given), which comes last. */
export function robustMixture(
  informative: BetaMixture,
  weight: number,
  vague: BetaPrior = uniformPrior,
): RobustReading {
  const fault =
    mixtureFault(informative) ??
    weightFault('the weight of the vague component', weight) ??
    mixtureFault([{ weight: 1, ...vague }]);
  if (fault !== undefined) return fault;
  return {
    ok: true,
    mixture: [
      ...informative.map((component) => ({ ...component, weight: component.weight * (1 - weight) })),
      { weight, ...vague },
    ],
  };
}
