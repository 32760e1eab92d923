/**
 * Shares of several studies pooled without an approximation of each: counts are binomial, their log odds are normal around a
 * common mean (Stijnen, Stat Med 2010;29:3046; metafor's `rma.glmm`). By maximum likelihood: the mean that is best
 * at each tau of a scale that doubles until the likelihood falls, then Newton's method from its peaks. Where all studies have no event, or none without, there is no maximum; where
 * they scatter no more than chance does, the variance between them is 0.
 */
import { requireOpenProbability } from '../domain-error.ts';
import { normalUpperQuantile } from '../normal.ts';
import {
  type AlikeStudies,
  alikeStudies,
  type BinomialNormalPoint,
  binomialNormalPoint,
} from './binomial-normal-likelihood.ts';
import type { StudyProportion } from './effect-size.ts';
import {
  type ShareCountsFault,
  type SummedShare,
  shareCountsFault,
  summedCounts,
  summedShare,
} from './share-counts.ts';

/** A pooled log odds. */
export interface BinomialNormalFit {
  readonly studies: number;
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Where the log odds of another study lies, by the normal distribution. */
  readonly prediction: { readonly lower: number; readonly upper: number };
  readonly tau2: number;
  /** The studies scatter no more than chance does: tau2 is 0, and the error that of one large study. */
  readonly atBoundary: boolean;
  readonly logLikelihood: number;
}

/** A fit, or why there is none; `bound` is the exact interval of the summed counts, where there are counts. */
export type BinomialNormalReading =
  | { readonly ok: true; readonly fit: BinomialNormalFit }
  | {
      readonly ok: false;
      readonly reason: ShareCountsFault | 'notConverged';
      readonly bound: SummedShare | null;
    };

/** What a likelihood of this size may change by rounding of its sum. */
const rounding = ({ value }: BinomialNormalPoint): number => 1e-12 * (1 + Math.abs(value));

/** A mean and a tau with their likelihood. */
interface Place {
  readonly mean: number;
  readonly tau: number;
  readonly point: BinomialNormalPoint;
}

/** The best mean at a tau, roughly: given tau the logarithm of the likelihood is concave in the mean. */
function bestMean(groups: readonly AlikeStudies[], start: number, tau: number): Place {
  let here: Place = { mean: start, tau, point: binomialNormalPoint(groups, start, tau) };
  for (let round = 0; round < 50; round += 1) {
    const { byMean, meanMean } = here.point;
    const full = byMean / Math.max(1e-6, -meanMean);
    let step = Math.sign(full) * Math.min(Math.abs(full), 1 + tau);
    if (Math.abs(step) < 1e-3) break;
    let point = binomialNormalPoint(groups, here.mean + step, tau);
    while (!(point.value >= here.point.value - rounding(here.point)) && Math.abs(step) > 1e-6) {
      step /= 2;
      point = binomialNormalPoint(groups, here.mean + step, tau);
    }
    here = { mean: here.mean + step, tau, point };
  }
  return here;
}

/** Log odds that scatter more widely than this are all or nothing. */
const largestTau = 500;

/** The peaks of the likelihood on a scale of tau that doubles, until it has fallen three times in a row. */
function peaks(groups: readonly AlikeStudies[], common: number): readonly Place[] {
  const scale: Place[] = [];
  let falls = 0;
  for (let tau = 1 / 8; tau < largestTau && falls < 3; tau *= 2) {
    const before = scale.at(-1);
    const place = bestMean(groups, before?.mean ?? common, tau);
    falls = before !== undefined && place.point.value < before.point.value ? falls + 1 : 0;
    scale.push(place);
  }
  const valueAt = (at: number): number => scale[at]?.point.value ?? Number.NEGATIVE_INFINITY;
  return scale.filter(({ point }, at) => point.value >= valueAt(at - 1) && point.value >= valueAt(at + 1));
}

/** The step of Newton's method, or along the slope where the likelihood is not concave; at most a doubling of the scale. */
function stepFrom({ tau, point }: Place) {
  const { meanMean, meanTau, tauTau, byMean, byTau } = point;
  const determinant = meanMean * tauTau - meanTau * meanTau;
  const isConcave = meanMean < 0 && determinant > 0;
  const mean = isConcave
    ? -(tauTau * byMean - meanTau * byTau) / determinant
    : byMean / Math.max(1e-6, Math.abs(meanMean));
  const byScale = isConcave
    ? -(meanMean * byTau - meanTau * byMean) / determinant
    : byTau / Math.max(1e-6, Math.abs(tauTau));
  const share = Math.min(1, (1 + tau) / Math.max(Math.abs(mean), Math.abs(byScale)));
  return { mean: share * mean, tau: share * byScale, isConcave, gain: mean * byMean + byScale * byTau };
}

/** Newton steps, halved until the likelihood rises; once no rise can be told from rounding, the slopes alone lead. */
function maximised(groups: readonly AlikeStudies[], start: Place): Place | undefined {
  let here = start;
  let settled = 0;
  for (let round = 0; round < 200; round += 1) {
    const step = stepFrom(here);
    const moved = (share: number): Place => {
      const [mean, tau] = [here.mean + share * step.mean, Math.abs(here.tau + share * step.tau)];
      return { mean, tau, point: binomialNormalPoint(groups, mean, tau) };
    };
    const isSettled = step.isConcave && step.gain <= rounding(here.point);
    let share = 1;
    let next = moved(share);
    while (!isSettled && !(next.point.value >= here.point.value - rounding(here.point)) && share > 1e-8) {
      share /= 2;
      next = moved(share);
    }
    here = next;
    if (here.tau > largestTau) return undefined;
    settled = isSettled ? settled + 1 : 0;
    const isStill = Math.abs(step.mean) < 1e-9 && Math.abs(step.tau) < 1e-9;
    if (isSettled && (isStill || settled > 3)) return here;
  }
  return undefined;
}

/**
 * The pooled log odds of shares.
 *
 * @throws DomainError for a confidence outside (0, 1).
 * @example binomialNormal([{ count: 12, of: 18 }, { count: 17, of: 41 }])
 */
export function binomialNormal(
  studies: readonly StudyProportion[],
  confidence = 0.95,
): BinomialNormalReading {
  requireOpenProbability('confidence', confidence);
  const fault = shareCountsFault(studies);
  if (fault !== undefined) return { ok: false, reason: fault, bound: summedShare(studies, confidence) };
  const { count: events, of: subjects } = summedCounts(studies);
  const common = Math.log(events / (subjects - events));
  const share = events / subjects;
  const information = subjects * share * (1 - share);
  // At tau = 0 the likelihood rises with the variance only where the counts scatter more than chance does.
  const excess = studies.reduce(
    (sum, { count, of }) => sum + (count - of * share) ** 2 - of * share * (1 - share),
    0,
  );
  const reach = normalUpperQuantile((1 - confidence) / 2);
  const answer = (estimate: number, standardError: number, tau2: number, logLikelihood: number) => ({
    ok: true as const,
    fit: {
      studies: studies.length,
      estimate,
      standardError,
      lower: estimate - reach * standardError,
      upper: estimate + reach * standardError,
      prediction: {
        lower: estimate - reach * Math.sqrt(standardError ** 2 + tau2),
        upper: estimate + reach * Math.sqrt(standardError ** 2 + tau2),
      },
      tau2,
      atBoundary: tau2 === 0,
      logLikelihood,
    },
  });
  const groups = alikeStudies(studies);
  const without = binomialNormalPoint(groups, common, 0);
  let found: Place | undefined;
  for (const peak of peaks(groups, common)) {
    const place = maximised(groups, peak);
    if (place !== undefined && !(found !== undefined && place.point.value <= found.point.value))
      found = place;
  }
  // Where the likelihood falls from tau = 0, another peak must be higher than that to be the maximum.
  const isAtZero =
    excess <= 0 && !(found !== undefined && found.point.value > without.value + rounding(without));
  if (isAtZero) return answer(common, 1 / Math.sqrt(information), 0, without.value);
  const bound = summedShare(studies, confidence);
  if (found === undefined) return { ok: false, reason: 'notConverged', bound };
  const { meanMean, meanTau, tauTau, value } = found.point;
  const variance = -tauTau / (meanMean * tauTau - meanTau * meanTau);
  if (!(variance > 0)) return { ok: false, reason: 'notConverged', bound };
  return answer(found.mean, Math.sqrt(variance), found.tau ** 2, value);
}
