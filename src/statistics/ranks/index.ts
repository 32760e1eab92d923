/** Tests by ranks: two samples, and the correlation of pairs. Imported by the door of the room. */
export { kendall } from './kendall.ts';
export type {
  RankCorrelation,
  RankCorrelationFault,
  RankCorrelationOptions,
  RankCorrelationReading,
} from './rank-correlation.ts';
export { spearman } from './spearman.ts';
export {
  type RankSumOptions,
  type RankSumReading,
  type RankSumTest,
  wilcoxonRankSum,
} from './wilcoxon-rank-sum.ts';
export { type SignedRankReading, type SignedRankTest, wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';
