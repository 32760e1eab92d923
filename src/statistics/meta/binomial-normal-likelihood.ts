/**
 * Likelihood of counts whose log odds are normal around a common mean, with its derivatives. The integral over each study is
 * the trapezoidal rule around the mode of the integrand, whose error falls exponentially with the step (Trefethen and Weideman,
 * SIAM Rev 2014;56:385): the step follows the width of the mode, and the poles of the logistic curve at odds of plus and minus
 * i pi. Quadrature of a fixed number of nodes loses digits where the studies differ widely.
 */
import { lnGamma } from '../ln-gamma.ts';
import type { StudyProportion } from './effect-size.ts';

const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
const expit = (value: number): number => 1 / (1 + Math.exp(-value));

/** Log likelihood with its derivatives by the mean and by tau. */
export interface BinomialNormalPoint {
  readonly value: number;
  readonly byMean: number;
  readonly byTau: number;
  readonly meanMean: number;
  readonly meanTau: number;
  readonly tauTau: number;
}

/** Studies with the same counts, which have the same likelihood. */
export interface AlikeStudies extends StudyProportion {
  readonly studies: number;
  /** The logarithm of the ways to choose the events. */
  readonly lnWays: number;
}

/** The studies, those with the same counts taken together. */
export function alikeStudies(studies: readonly StudyProportion[]): readonly AlikeStudies[] {
  const groups = new Map<string, AlikeStudies>();
  for (const { count, of } of studies) {
    const key = `${count}/${of}`;
    const known = groups.get(key);
    const lnWays = known?.lnWays ?? lnChoose(of, count);
    groups.set(key, { count, of, lnWays, studies: (known?.studies ?? 0) + 1 });
  }
  return [...groups.values()];
}

/** Where the random effect z of a study is most likely: Newton steps, halving a bracket where they leave it. */
function modeOf({ count, of }: StudyProportion, mean: number, tau: number): number {
  let [low, high] = [tau * (count - of), tau * count];
  let mode = 0;
  for (let round = 0; round < 200; round += 1) {
    const p = expit(mean + tau * mode);
    const slope = tau * (count - of * p) - mode;
    if (slope > 0) low = mode;
    else high = mode;
    const newton = mode + slope / (tau * tau * of * p * (1 - p) + 1);
    if (Math.abs(newton - mode) <= 1e-9 * (1 + Math.abs(mode))) break;
    mode = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return mode;
}

/** Of the width of the mode, and of the log odds: both leave an error near the rounding of doubles. */
const stepOfWidth = 0.55;
const stepOfOdds = 0.25;
/** exp(-38) is below the rounding of a double. */
const negligible = -38;

/** One study: the integral over its random effect. */
function studyLikelihood(study: AlikeStudies, mean: number, tau: number): BinomialNormalPoint {
  const { count, of, lnWays } = study;
  const mode = modeOf(study, mean, tau);
  const atMode = expit(mean + tau * mode);
  const width = 1 / Math.sqrt(tau * tau * of * atMode * (1 - atMode) + 1);
  const step = Math.min(stepOfWidth * width, stepOfOdds / tau);
  let [top, total, score, scoreZ, square, squareZ, squareZZ] = [0, 0, 0, 0, 0, 0, 0];
  /** Adds the integrand at a node; false where it no longer counts. */
  const add = (z: number, isFirst: boolean): boolean => {
    const odds = mean + tau * z;
    const small = Math.exp(-Math.abs(odds));
    const softplus = Math.max(0, odds) + Math.log1p(small);
    const p = odds >= 0 ? 1 / (1 + small) : small / (1 + small);
    const log = count * odds - of * softplus - (z * z) / 2;
    if (isFirst) top = log;
    if (!(log - top >= negligible)) return false;
    const mass = Math.exp(log - top);
    const own = count - of * p;
    // Of a mixture, the second derivative of the logarithm is the mean of those of its parts with the variance of their slopes.
    const bend = mass * (own * own - (of * small) / ((1 + small) * (1 + small)));
    total += mass;
    score += mass * own;
    scoreZ += mass * own * z;
    square += bend;
    squareZ += bend * z;
    squareZZ += bend * z * z;
    return true;
  };
  add(mode, true);
  // The integrand has one mode, so that it only falls to either side.
  for (let at = 1; add(mode + at * step, false); ) at += 1;
  for (let at = 1; add(mode - at * step, false); ) at += 1;
  const [byMean, byTau] = [score / total, scoreZ / total];
  return {
    value: top + Math.log(total * step) - 0.5 * Math.log(2 * Math.PI) + lnWays,
    byMean,
    byTau,
    meanMean: square / total - byMean * byMean,
    meanTau: squareZ / total - byMean * byTau,
    tauTau: squareZZ / total - byTau * byTau,
  };
}

/** The likelihood of all studies at a mean of the log odds and a standard deviation tau, at least 0, between them. */
export function binomialNormalPoint(
  groups: readonly AlikeStudies[],
  mean: number,
  tau: number,
): BinomialNormalPoint {
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
