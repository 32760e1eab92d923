/** Bayesian response rates: one basket by itself, and what baskets may borrow from each other, without simulation. */
export {
  type BetaBinomialPosterior,
  type BetaBinomialReading,
  type BetaPrior,
  betaBinomialPosterior,
  betaBinomialPredictive,
  betaPriorName,
  jeffreysPrior,
  type PredictiveReading,
  predictiveProbability,
  type SuccessReading,
  type SuccessRule,
  uniformPrior,
} from './beta-binomial.ts';
export type { BetaComponent, BetaMixture } from './beta-mixture.ts';
export type { BetaMixtureFit } from './beta-mixture-fit.ts';
export type { BorrowingMethod } from './declared-outcomes.ts';
export {
  type EffectiveSampleSize,
  type EffectiveSampleSizeReading,
  effectiveSampleSize,
} from './effective-sample-size.ts';
export {
  type ExchangeabilityBasket,
  type ExchangeabilityModel,
  type ExchangeabilityOptions,
  type ExchangeabilityReading,
  mostExchangeabilityBaskets,
  multisourceExchangeability,
} from './exchangeability.ts';
export type { NormalPrior } from './hierarchical-grid.ts';
export {
  type HierarchicalBasket,
  type HierarchicalModel,
  type HierarchicalOptions,
  type HierarchicalReading,
  hierarchicalModel,
  type NonExchangeable,
  tauSensitivity,
} from './hierarchical-model.ts';
export {
  metaAnalyticPredictive,
  type PredictiveOptions,
  type PredictivePrior,
  type PredictivePriorReading,
} from './meta-analytic-predictive.ts';
export {
  type MixturePosterior,
  type MixtureReading,
  mixturePosterior,
  type RobustReading,
  robustMixture,
} from './mixture-posterior.ts';
export {
  type DeclaredBasket,
  type OperatingQuestion,
  type OperatingReading,
  type OperatingScenario,
  operatingCharacteristics,
} from './operating-characteristics.ts';
export type { BasketCounts, BayesFault, BayesRefusal } from './refusal.ts';
export type { ShareLimits, ShareSummary, SummaryOptions } from './share-summary.ts';
export type { TauDistribution } from './tau-distribution.ts';
export { type TauPrior, tauPriorName } from './tau-prior.ts';
export {
  type BasketBorrowing,
  type BorrowedShare,
  type Borrowing,
  type BorrowingOptions,
  type BorrowingReading,
  unborrowedFirst,
} from './unborrowed-first.ts';
