/** The trend of proportions over ordered groups, by Cochran (1954) and Armitage (1955), as R's prop.trend.test. */
import { chiSquareUpper } from './chi-square.ts';
import type { ProportionCounts } from './newcombe-difference.ts';
import { proportionFault } from './proportion.ts';

/** The test, or why there is none. */
export type TrendReading =
  | { readonly ok: true; readonly chiSquare: number; readonly p: number }
  | { readonly ok: false; readonly reason: 'fewerThanTwoGroups' | 'notAProportion' | 'noVariation' };

/** The test for a trend; scores are 1, 2, 3 ... unless given. */
export function cochranArmitage(
  groups: readonly ProportionCounts[],
  scores: readonly number[] = groups.map((_, at) => at + 1),
): TrendReading {
  if (groups.length < 2 || scores.length !== groups.length)
    return { ok: false, reason: 'fewerThanTwoGroups' };
  if (groups.some(({ successes, trials }) => proportionFault(successes, trials) !== undefined))
    return { ok: false, reason: 'notAProportion' };
  const sum = (of: (group: ProportionCounts, score: number) => number): number =>
    groups.reduce((total, group, at) => total + of(group, scores[at] ?? 0), 0);
  const trials = sum((group) => group.trials);
  const share = sum((group) => group.successes) / trials;
  const centre = sum((group, score) => group.trials * score) / trials;
  const spread = sum((group, score) => group.trials * (score - centre) ** 2);
  if (share === 0 || share === 1 || spread === 0) return { ok: false, reason: 'noVariation' };
  const slope = sum((group, score) => group.successes * (score - centre));
  const chiSquare = slope ** 2 / (share * (1 - share) * spread);
  return { ok: true, chiSquare, p: chiSquareUpper(chiSquare, 1) };
}
