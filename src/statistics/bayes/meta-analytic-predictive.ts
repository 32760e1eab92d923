/**
 * The meta-analytic-predictive prior: what earlier baskets or trials say of the rate in a new one, by the hierarchical model
 * (Neuenschwander et al., Clin Trials 2010;7:5; Schmidli et al., Biometrics 2014;70:1023). It comes as a distribution from the
 * quadrature and as a mixture of beta distributions that can be updated in closed form, made robust by a vague component.
 */
import { type BetaPrior, uniformPrior } from './beta-binomial.ts';
import type { BetaMixture } from './beta-mixture.ts';
import { type BetaMixtureFit, fittedBetaMixture } from './beta-mixture-fit.ts';
import { type EffectiveSampleSize, effectiveSampleSize } from './effective-sample-size.ts';
import {
  fullModel,
  type HierarchicalOptions,
  hierarchicalDensities,
  modelFault,
  modelName,
  shareOfLogOdds,
} from './hierarchical-model.ts';
import { robustMixture } from './mixture-posterior.ts';
import { type BasketCounts, type BayesRefusal, basketsFault, refusal } from './refusal.ts';
import { type ShareSummary, summaryFault, summaryOf } from './share-summary.ts';
import type { TauDistribution } from './tau-distribution.ts';

/** How the prior is made. */
export interface PredictiveOptions extends HierarchicalOptions {
  /** Components of the beta mixture, 1 to 4; 2 unless given. */
  readonly components?: number;
  /** Weight of the vague component; 0.2 unless given. */
  readonly robustWeight?: number;
  /** The vague component; uniform unless given. */
  readonly vague?: BetaPrior;
}

/** A prior made of earlier data. */
export interface PredictivePrior {
  /** Every prior that went into it, in words. */
  readonly prior: string;
  /** The distribution from the quadrature. */
  readonly predictive: ShareSummary;
  readonly tau: TauDistribution;
  /** The mixture that stands for it, and how far it lies from it. */
  readonly fit: BetaMixtureFit;
  readonly size: EffectiveSampleSize;
  /** The mixture with its vague component last. */
  readonly robust: BetaMixture;
  readonly robustSize: EffectiveSampleSize;
}

/** A prior, or why there is none. */
export type PredictivePriorReading = { readonly ok: true; readonly prior: PredictivePrior } | BayesRefusal;

/**
 * The prior that historical baskets give for a new one.
 *
 * @example metaAnalyticPredictive([{ responses: 12, patients: 18 }, { responses: 17, patients: 41 }])
 */
export function metaAnalyticPredictive(
  historical: readonly BasketCounts[],
  options: PredictiveOptions = {},
): PredictivePriorReading {
  const model = fullModel(options);
  const { components = 2, robustWeight = 0.2, vague = uniformPrior } = options;
  const fault = basketsFault(historical) ?? summaryFault(options) ?? modelFault(model);
  if (fault !== undefined) return fault;
  if (!Number.isInteger(components) || components < 1 || components > 4)
    return refusal('notDefined', `${components} components: give 1 to 4`);
  const seen = historical.filter(({ patients }) => patients > 0);
  const { next, tau } = hierarchicalDensities(seen, model, options.threshold ?? null);
  const fit = fittedBetaMixture(next, components);
  const size = effectiveSampleSize(fit.mixture);
  if (!size.ok) return size;
  const robust = robustMixture(fit.mixture, robustWeight, vague);
  if (!robust.ok) return robust;
  const robustSize = effectiveSampleSize(robust.mixture);
  if (!robustSize.ok) return robustSize;
  return {
    ok: true,
    prior: {
      prior: modelName(model),
      predictive: summaryOf(shareOfLogOdds(next), options),
      tau,
      fit,
      size: size.size,
      robust: robust.mixture,
      robustSize: robustSize.size,
    },
  };
}
