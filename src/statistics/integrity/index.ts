/** Printed numbers against each other: which counts, denominators, methods and splits can have given what a paper prints. */
export { type CountSum, countsMeeting } from './count-sums.ts';
export { type DerivedPercentage, derivedPercentages } from './derived-percentages.ts';
export {
  type DenominatorOptions,
  type FeasibleDenominators,
  feasibleDenominators,
} from './feasible-denominators.ts';
export {
  type FingerprintMatch,
  type FingerprintMethod,
  type IntervalFingerprint,
  intervalFingerprint,
  type PrintedProportionInterval,
} from './interval-fingerprint.ts';
export { type IntervalSymmetry, intervalSymmetry, type PrintedInterval } from './interval-symmetry.ts';
export {
  type LandmarkAndMedian,
  type LandmarkAndMedianTest,
  landmarkAgainstMedian,
  type TimeInUnit,
  type TimeUnit,
} from './landmark-and-median.ts';
export { type MeanTest, meanOfIntegers, type PrintedMean } from './mean-and-deviation.ts';
export {
  inOrder,
  medianInRange,
  medianOfFew,
  medianOfUnion,
  type OrderTest,
  type PrintedRange,
  rangeOfUnion,
  rangesInOrder,
} from './median-and-range.ts';
export type { IntegrityOutcome, Untestable, UntestableReason } from './outcome.ts';
export {
  type PAgainstInterval,
  type PFromInterval,
  type PFromIntervalOptions,
  pAgainstInterval,
  pFromInterval,
} from './p-from-interval.ts';
export {
  type PAgainstStatistic,
  type PFromStatistic,
  type PrintedStatistic,
  pAgainstStatistic,
  pFromStatistic,
} from './p-from-statistic.ts';
export {
  type BothGroups,
  type GroupCount,
  type PrintedGroup,
  type PValueSearch,
  pValueSearch,
  type ReproducedP,
  type TestedSplit,
} from './p-value-search.ts';
export {
  type CountRange,
  countsPrinting,
  type NearestPercentage,
  type PercentageOfCount,
  type PrintingRule,
  percentageOfCount,
  printablePercentages,
  printedPercentage,
} from './percentage-of-count.ts';
export { type PrintedShare, percentagesOfRow, type RowFit, type RowRelations } from './percentages-of-row.ts';
export { type PowerOfPercentages, powerOfPercentages } from './power-of-percentages.ts';
export {
  numberOfDecimal,
  type PrintedBound,
  type PrintedDecimal,
  type PrintedDecimalReading,
  printUnits,
  readPrintedDecimal,
} from './printed-decimal.ts';
export type { PrintedMatch } from './printed-match.ts';
export { type PrintedTime, type PrintedTimeReading, readPrintedTime } from './printed-time.ts';
export {
  type PAgainstRatioInterval,
  pAgainstRatioInterval,
  type RatioAndInterval,
  type RoundedRange,
  ratioAgainstInterval,
} from './ratio-and-interval.ts';
export { sameQuantity } from './same-quantity.ts';
export {
  percentagesAddUp,
  type SumOptions,
  type SumWithRounding,
  sumWithRounding,
} from './sum-with-rounding.ts';
export { type TwoGroupTest, twoGroupPs, twoGroupTests } from './two-group-tests.ts';
export { type UnconditionalTest, unconditionalP, unconditionalTests } from './unconditional-tests.ts';
export {
  type GroupMean,
  type GroupShare,
  meanOfGroups,
  type TotalOfGroups,
  totalOfGroups,
} from './weighted-mean-of-groups.ts';
