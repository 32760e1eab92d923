/** Small studies weighed against each other: which counts may stand together, in what they differ, the pooled share. */
export {
  type BorrowBasket,
  type BorrowedRates,
  type BorrowedRatesReading,
  type BorrowQuestion,
  type BorrowRefusal,
  borrowRates,
  borrowRefusalText,
  type FalsePositives,
} from './borrowing.ts';
export {
  type ComparedField,
  type ComparedFieldName,
  type ComparedValue,
  comparabilityPanel,
  comparedFieldNames,
} from './comparability-panel.ts';
export { type DescribedTime, describedTimes } from './described-times.ts';
export {
  cutIntervalText,
  fewestForPrediction,
  hasCutInterval,
  type IntervalOfShare,
  type PooledShare,
  type PooledShareReading,
  pooledShare,
  type ShareModel,
  type SharePooling,
  type ShareRefusal,
  shareModels,
  shareModelText,
  shareRefusalText,
  usualPooling,
} from './pooled-share.ts';
export { type EntityReading, entityOf, populationTruth } from './population-truth.ts';
export {
  type RateInfluence,
  type RateInfluenceReading,
  rateInfluence,
  rateInfluenceRefusalText,
} from './rate-influence.ts';
export {
  cumulativeShares,
  type ExactRate,
  type ModelledShare,
  type RateSynthesis,
  type SensitivityAnalysis,
  type SubgroupShare,
  subgroupShares,
  synthesiseRates,
  type WithoutStudy,
} from './rate-synthesis.ts';
export type { PrintedName } from './rate-words.ts';
export type {
  PrintedHazardRatio,
  RatioFault,
  RatioQuestion,
  RatioUnlistedReason,
  UnlistedRatio,
} from './ratio-listing.ts';
export {
  type ListedRatio,
  type PooledRatios,
  type RatioNotPooled,
  type RatioSynthesis,
  ratioNotPooledText,
  ratioUnlistedText,
  synthesiseRatios,
} from './ratio-synthesis.ts';
export {
  type DenominatorRule,
  denominatorRules,
  entitiesOf,
  pooledOutcomes,
  type RateLeftOut,
  type RateLeftOutReason,
  type RateQuestion,
  rateLeftOutText,
  type SelectedRate,
  type SelectedRates,
  selectRates,
  type UncountedRate,
} from './selected-rate.ts';
