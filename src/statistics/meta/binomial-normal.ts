/**
 * Shares of several studies pooled without an approximation of each: counts are binomial, their log odds are normal around a
 * common mean (Stijnen, Stat Med 2010;29:3046; metafor's `rma.glmm`). By maximum likelihood, the integral over each study
 * by Gauss-Hermite quadrature around its mode. Where all studies have no event, or none without, there is no maximum; where
 * they scatter no more than chance does, the variance between them is 0.
 */
import { requireOpenProbability } from '../domain-error.ts';
import { lnGamma } from '../ln-gamma.ts';
import { normalUpperQuantile } from '../normal.ts';
import type { StudyProportion } from './effect-size.ts';
import { gaussHermite } from './gauss-hermite.ts';
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

const nodes = gaussHermite(61);
const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
const expit = (value: number): number => 1 / (1 + Math.exp(-value));
const softplus = (value: number): number =>
  value > 0 ? value + Math.log1p(Math.exp(-value)) : Math.log1p(Math.exp(value));

/** Log likelihood with its derivatives by the mean and by tau. */
interface Point {
  readonly value: number;
  readonly byMean: number;
  readonly byTau: number;
  readonly meanMean: number;
  readonly meanTau: number;
  readonly tauTau: number;
}

/** Studies with the same counts, which have the same likelihood. */
interface AlikeStudies extends StudyProportion {
  readonly studies: number;
}

function alike(studies: readonly StudyProportion[]): readonly AlikeStudies[] {
  const groups = new Map<string, AlikeStudies>();
  for (const { count, of } of studies) {
    const key = `${count}/${of}`;
    groups.set(key, { count, of, studies: (groups.get(key)?.studies ?? 0) + 1 });
  }
  return [...groups.values()];
}

/** Where the random effect z of a study is most likely. */
function modeOf({ count, of }: StudyProportion, mean: number, tau: number): number {
  let mode = 0;
  for (let round = 0; round < 100; round += 1) {
    const p = expit(mean + tau * mode);
    const step = (tau * (count - of * p) - mode) / (tau * tau * of * p * (1 - p) + 1);
    mode += step;
    if (Math.abs(step) < 1e-13) break;
  }
  return mode;
}

/** One study: the integral over its random effect, by quadrature around the mode of the integrand. */
function studyLikelihood(study: StudyProportion, mean: number, tau: number): Point {
  const { count, of } = study;
  const mode = modeOf(study, mean, tau);
  const atMode = expit(mean + tau * mode);
  const spread = Math.SQRT2 / Math.sqrt(tau * tau * of * atMode * (1 - atMode) + 1);
  const logs = nodes.map(({ x, weight }) => {
    const z = mode + spread * x;
    const odds = mean + tau * z;
    return { z, odds, log: Math.log(weight) + x * x + count * odds - of * softplus(odds) - (z * z) / 2 };
  });
  const top = Math.max(...logs.map(({ log }) => log));
  let [total, score, scoreZ, square, squareZ, squareZZ] = [0, 0, 0, 0, 0, 0];
  for (const { z, odds, log } of logs) {
    const mass = Math.exp(log - top);
    const p = expit(odds);
    const own = count - of * p;
    // Of a mixture, the second derivative of the logarithm is the mean of those of its parts with the variance of their slopes.
    const bend = own * own - of * p * (1 - p);
    total += mass;
    score += mass * own;
    scoreZ += mass * own * z;
    square += mass * bend;
    squareZ += mass * bend * z;
    squareZZ += mass * bend * z * z;
  }
  const [byMean, byTau] = [score / total, scoreZ / total];
  return {
    value: top + Math.log(total) + Math.log(spread) - 0.5 * Math.log(2 * Math.PI) + lnChoose(of, count),
    byMean,
    byTau,
    meanMean: square / total - byMean * byMean,
    meanTau: squareZ / total - byMean * byTau,
    tauTau: squareZZ / total - byTau * byTau,
  };
}

function likelihood(groups: readonly AlikeStudies[], mean: number, tau: number): Point {
  let [value, byMean, byTau, meanMean, meanTau, tauTau] = [0, 0, 0, 0, 0, 0];
  for (const group of groups) {
    const point = studyLikelihood(group, mean, tau);
    value += group.studies * point.value;
    byMean += group.studies * point.byMean;
    byTau += group.studies * point.byTau;
    meanMean += group.studies * point.meanMean;
    meanTau += group.studies * point.meanTau;
    tauTau += group.studies * point.tauTau;
  }
  return { value, byMean, byTau, meanMean, meanTau, tauTau };
}

/** What a likelihood of this size may fall by rounding of its sum. */
const rounding = ({ value }: Point): number => 1e-12 * (1 + Math.abs(value));

/** Newton steps, halved until the likelihood rises. */
function maximised(groups: readonly AlikeStudies[], start: { mean: number; tau: number }) {
  let { mean, tau } = start;
  let here = likelihood(groups, mean, tau);
  for (let round = 0; round < 200; round += 1) {
    const { meanMean, meanTau, tauTau, byMean, byTau } = here;
    const determinant = meanMean * tauTau - meanTau * meanTau;
    const isConcave = meanMean < 0 && determinant > 0;
    const stepMean = isConcave
      ? -(tauTau * byMean - meanTau * byTau) / determinant
      : byMean / Math.max(1e-6, Math.abs(meanMean));
    const stepTau = isConcave
      ? -(meanMean * byTau - meanTau * byMean) / determinant
      : byTau / Math.max(1e-6, Math.abs(tauTau));
    let share = 1;
    let next = likelihood(groups, mean + stepMean, Math.abs(tau + stepTau));
    while (next.value < here.value - rounding(here) && share > 1e-8) {
      share /= 2;
      next = likelihood(groups, mean + share * stepMean, Math.abs(tau + share * stepTau));
    }
    mean += share * stepMean;
    tau = Math.abs(tau + share * stepTau);
    here = next;
    if (Math.abs(stepMean) < 1e-9 && Math.abs(stepTau) < 1e-9) return { mean, tau, point: here };
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
  const groups = alike(studies);
  if (excess <= 0) return answer(common, 1 / Math.sqrt(information), 0, likelihood(groups, common, 0).value);
  const found = maximised(groups, { mean: common, tau: 0.5 });
  const bound = summedShare(studies, confidence);
  if (found === undefined) return { ok: false, reason: 'notConverged', bound };
  const { meanMean, meanTau, tauTau, value } = found.point;
  const variance = -tauTau / (meanMean * tauTau - meanTau * meanTau);
  if (!(variance > 0)) return { ok: false, reason: 'notConverged', bound };
  return answer(found.mean, Math.sqrt(variance), found.tau ** 2, value);
}
