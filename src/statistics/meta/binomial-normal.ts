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

/** A pooled log odds. */
export interface BinomialNormalFit {
  readonly studies: number;
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly tau2: number;
  readonly logLikelihood: number;
}

/** A fit, or why there is none. */
export type BinomialNormalReading =
  | { readonly ok: true; readonly fit: BinomialNormalFit }
  | {
      readonly ok: false;
      readonly reason: 'noStudies' | 'notACount' | 'noEvents' | 'onlyEvents' | 'notConverged';
    };

const nodes = gaussHermite(31);
const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
const expit = (value: number): number => 1 / (1 + Math.exp(-value));
const softplus = (value: number): number =>
  value > 0 ? value + Math.log1p(Math.exp(-value)) : Math.log1p(Math.exp(value));

/** Log likelihood with its first derivatives by the mean and by tau. */
interface Point {
  readonly value: number;
  readonly byMean: number;
  readonly byTau: number;
}

/** One study: the integral over its random effect z, by quadrature around the mode of the integrand. */
function studyLikelihood({ count, of }: StudyProportion, mean: number, tau: number): Point {
  let mode = 0;
  for (let round = 0; round < 100; round += 1) {
    const p = expit(mean + tau * mode);
    const step = (tau * (count - of * p) - mode) / (tau * tau * of * p * (1 - p) + 1);
    mode += step;
    if (Math.abs(step) < 1e-13) break;
  }
  const p = expit(mean + tau * mode);
  const spread = Math.SQRT2 / Math.sqrt(tau * tau * of * p * (1 - p) + 1);
  const logs = nodes.map(({ x, weight }) => {
    const z = mode + spread * x;
    const odds = mean + tau * z;
    return { z, odds, log: Math.log(weight) + x * x + count * odds - of * softplus(odds) - (z * z) / 2 };
  });
  const top = Math.max(...logs.map(({ log }) => log));
  let [total, byMean, byTau] = [0, 0, 0];
  for (const { z, odds, log } of logs) {
    const mass = Math.exp(log - top);
    const score = count - of * expit(odds);
    total += mass;
    byMean += mass * score;
    byTau += mass * score * z;
  }
  return {
    value: top + Math.log(total) + Math.log(spread) - 0.5 * Math.log(2 * Math.PI) + lnChoose(of, count),
    byMean: byMean / total,
    byTau: byTau / total,
  };
}

function likelihood(studies: readonly StudyProportion[], mean: number, tau: number): Point {
  let [value, byMean, byTau] = [0, 0, 0];
  for (const study of studies) {
    const point = studyLikelihood(study, mean, tau);
    value += point.value;
    byMean += point.byMean;
    byTau += point.byTau;
  }
  return { value, byMean, byTau };
}

/** Second derivatives, by central differences of the first. */
function curvature(studies: readonly StudyProportion[], mean: number, tau: number) {
  const h = 1e-5;
  const [up, down] = [likelihood(studies, mean + h, tau), likelihood(studies, mean - h, tau)];
  const [wide, narrow] = [likelihood(studies, mean, tau + h), likelihood(studies, mean, tau - h)];
  return {
    mean: (up.byMean - down.byMean) / (2 * h),
    cross: (up.byTau - down.byTau + wide.byMean - narrow.byMean) / (4 * h),
    tau: (wide.byTau - narrow.byTau) / (2 * h),
  };
}

/** Newton steps, halved until the likelihood rises. */
function maximised(studies: readonly StudyProportion[], start: { mean: number; tau: number }) {
  let { mean, tau } = start;
  let here = likelihood(studies, mean, tau);
  for (let round = 0; round < 200; round += 1) {
    const c = curvature(studies, mean, tau);
    const determinant = c.mean * c.tau - c.cross * c.cross;
    const isConcave = c.mean < 0 && determinant > 0;
    const stepMean = isConcave
      ? -(c.tau * here.byMean - c.cross * here.byTau) / determinant
      : here.byMean / Math.abs(c.mean);
    const stepTau = isConcave
      ? -(c.mean * here.byTau - c.cross * here.byMean) / determinant
      : here.byTau / Math.max(1e-6, Math.abs(c.tau));
    let share = 1;
    let next = likelihood(studies, mean + stepMean, Math.abs(tau + stepTau));
    while (next.value < here.value - 1e-12 && share > 1e-8) {
      share /= 2;
      next = likelihood(studies, mean + share * stepMean, Math.abs(tau + share * stepTau));
    }
    mean += share * stepMean;
    tau = Math.abs(tau + share * stepTau);
    here = next;
    if (Math.abs(stepMean) < 1e-9 && Math.abs(stepTau) < 1e-9) return { mean, tau, value: here.value };
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
  if (studies.length === 0) return { ok: false, reason: 'noStudies' };
  const isCount = ({ count, of }: StudyProportion): boolean =>
    Number.isSafeInteger(count) && Number.isSafeInteger(of) && count >= 0 && of >= 1 && count <= of;
  if (!studies.every(isCount)) return { ok: false, reason: 'notACount' };
  const events = studies.reduce((sum, { count }) => sum + count, 0);
  const subjects = studies.reduce((sum, { of }) => sum + of, 0);
  if (events === 0) return { ok: false, reason: 'noEvents' };
  if (events === subjects) return { ok: false, reason: 'onlyEvents' };
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
      tau2,
      logLikelihood,
    },
  });
  if (excess <= 0) return answer(common, 1 / Math.sqrt(information), 0, likelihood(studies, common, 0).value);
  const found = maximised(studies, { mean: common, tau: 0.5 });
  if (found === undefined) return { ok: false, reason: 'notConverged' };
  const c = curvature(studies, found.mean, found.tau);
  const variance = -c.tau / (c.mean * c.tau - c.cross * c.cross);
  return answer(found.mean, Math.sqrt(variance), found.tau ** 2, found.value);
}
