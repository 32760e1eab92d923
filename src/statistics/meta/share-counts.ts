/**
 * Counts of several studies before a model of them: when it has no maximum, the exact interval of the summed counts that then
 * stands as a bound, and the scatter of the counts around one share.
 */
import { chiSquareUpper } from '../chi-square.ts';
import { clopperPearson } from '../clopper-pearson.ts';
import type { ProportionInterval } from '../proportion.ts';
import type { StudyProportion } from './effect-size.ts';

/**
 * Why counts have no model with a variance between studies: none, no counts, no event anywhere, events only, one study, or each
 * study with no event or with events only, where the likelihood rises for ever.
 */
export type ShareCountsFault =
  | 'noStudies'
  | 'notACount'
  | 'noEvents'
  | 'onlyEvents'
  | 'singleStudy'
  | 'allOrNothing';

/** All studies taken for one: exact if there is no difference between them, too narrow if there is. */
export interface SummedShare extends ProportionInterval {
  readonly count: number;
  readonly of: number;
}

const isShare = ({ count, of }: StudyProportion): boolean =>
  Number.isSafeInteger(count) && Number.isSafeInteger(of) && count >= 0 && of >= 1 && count <= of;

/** The sums of counts. */
export function summedCounts(studies: readonly StudyProportion[]): StudyProportion {
  return {
    count: studies.reduce((sum, { count }) => sum + count, 0),
    of: studies.reduce((sum, { of }) => sum + of, 0),
  };
}

/**
 * Clopper and Pearson's interval of the summed counts; null without studies and for what is no count.
 *
 * @throws DomainError for a confidence outside (0, 1).
 * @example summedShare([{ count: 0, of: 10 }, { count: 0, of: 12 }])?.upper // 0.154...
 */
export function summedShare(studies: readonly StudyProportion[], confidence = 0.95): SummedShare | null {
  if (studies.length === 0 || !studies.every(isShare)) return null;
  const { count, of } = summedCounts(studies);
  return { ...clopperPearson(count, of, confidence), count, of };
}

/** What keeps counts from a model with a variance between studies, or undefined. */
export function shareCountsFault(studies: readonly StudyProportion[]): ShareCountsFault | undefined {
  if (studies.length === 0) return 'noStudies';
  if (!studies.every(isShare)) return 'notACount';
  if (studies.every(({ count }) => count === 0)) return 'noEvents';
  if (studies.every(({ count, of }) => count === of)) return 'onlyEvents';
  if (studies.length === 1) return 'singleStudy';
  return studies.every(({ count, of }) => count === 0 || count === of) ? 'allOrNothing' : undefined;
}

/** How much counts scatter around one share, on one degree of freedom less than studies. */
export interface ShareScatter {
  /** Against a share for each study, by the ratio of likelihoods. */
  readonly likelihoodRatio: number;
  readonly likelihoodRatioP: number;
  /** By the log odds of the studies that have some and no events; the others have no error that Wald's test could use. */
  readonly wald: number;
  readonly waldP: number;
  readonly degrees: number;
}

const term = (count: number, expected: number): number =>
  count === 0 ? 0 : count * Math.log(count / expected);

/** The scatter of counts; null where they have no common share strictly between 0 and 1. */
export function shareScatter(studies: readonly StudyProportion[]): ShareScatter | null {
  const fault = shareCountsFault(studies);
  if (fault !== undefined && fault !== 'allOrNothing') return null;
  const { count: events, of: subjects } = summedCounts(studies);
  const share = events / subjects;
  const likelihoodRatio =
    2 *
    studies.reduce(
      (sum, { count, of }) => sum + term(count, of * share) + term(of - count, of * (1 - share)),
      0,
    );
  let [weight, mean, wald] = [0, 0, 0];
  for (const { count, of } of studies) {
    if (count === 0 || count === of) continue;
    const own = (count * (of - count)) / of;
    const off = Math.log(count / (of - count)) - mean;
    weight += own;
    mean += (own / weight) * off;
    wald += own * (1 - own / weight) * off * off;
  }
  const degrees = studies.length - 1;
  return {
    likelihoodRatio,
    likelihoodRatioP: chiSquareUpper(Math.max(0, likelihoodRatio), degrees),
    wald,
    waldP: chiSquareUpper(wald, degrees),
    degrees,
  };
}
