/**
 * Shares of several studies pooled without an approximation of each, with true shares that scatter by a beta distribution: mean
 * and correlation rho by maximum likelihood (Young-Xu and Chan, Contemp Clin Trials 2008;29:17; Kuss, Stat Med 2015;34:1097).
 * Unlike the binomial-normal model its mean is the mean of the shares, not the share of the middle study. Where the counts
 * scatter no more than chance does rho is 0.
 */
import { betaQuantile, betaUpperQuantile } from '../beta.ts';
import { chiSquareUpper, chiSquareUpperQuantile } from '../chi-square.ts';
import { requireOpenProbability } from '../domain-error.ts';
import { monotoneRoot } from '../monotone-root.ts';
import { normalUpperQuantile } from '../normal.ts';
import {
  type BetaBinomialPoint,
  betaBinomialPoint,
  type FactorCounts,
  factorCounts,
} from './beta-binomial-likelihood.ts';
import type { StudyProportion } from './effect-size.ts';
import {
  type ShareCountsFault,
  type SummedShare,
  shareCountsFault,
  summedCounts,
  summedShare,
} from './share-counts.ts';

/** A pooled mean share, on log odds; `shareOf(..., 'PLO', 1)` turns it back. */
export interface BetaBinomialFit {
  readonly studies: number;
  /** The log odds of the mean share. */
  readonly estimate: number;
  /** From the observed information; at the boundary that of one large study. */
  readonly standardError: number;
  /** Wald's limits. */
  readonly lower: number;
  readonly upper: number;
  /** Limits by the profile of the likelihood, which know no symmetry. */
  readonly profile: { readonly lower: number; readonly upper: number };
  /** Correlation of two subjects of a study: the variance of the true shares over that of a single subject. */
  readonly rho: number;
  /** Null at the boundary, where no normal law holds. */
  readonly rhoError: number | null;
  /** Against rho = 0, where half of the chance lies at 0 (Self and Liang, J Am Stat Assoc 1987;82:605). */
  readonly likelihoodRatio: { readonly statistic: number; readonly p: number };
  readonly atBoundary: boolean;
  readonly logLikelihood: number;
  /** Where so much of the fitted beta distribution of true shares lies, as shares, without the error of the fit; null at the boundary. */
  readonly spread: { readonly lower: number; readonly upper: number } | null;
}

/** A fit, or why there is none; `bound` is the exact interval of the summed counts, where there are counts. */
export type BetaBinomialPoolReading =
  | { readonly ok: true; readonly fit: BetaBinomialFit }
  | { readonly ok: false; readonly reason: ShareCountsFault; readonly bound: SummedShare | null };

const expit = (value: number): number => 1 / (1 + Math.exp(-value));
const logit = (share: number): number => Math.log(share / (1 - share));
const thetaOf = (rho: number): number => rho / (1 - rho);

/** The correlations among which a change of sign of the slope is looked for: dense near 0. */
const grid: readonly number[] = Array.from({ length: 49 }, (_, at) => Math.min((at / 48) ** 2, 1 - 1e-9));

/** The best point for each rho, and the best of all: every peak between neighbours of the grid, and 0. */
function highest(at: (theta: number) => { readonly p: number; readonly point: BetaBinomialPoint }) {
  const found = { rho: 0, ...at(0) };
  let best = found;
  let before = found;
  for (const rho of grid.slice(1)) {
    const here = { rho, ...at(thetaOf(rho)) };
    if (before.point.byTheta > 0 && here.point.byTheta <= 0) {
      const peak = monotoneRoot((value) => -at(thetaOf(value)).point.byTheta, before.rho, rho);
      const top = { rho: peak, ...at(thetaOf(peak)) };
      if (top.point.value > best.point.value) best = top;
    }
    before = here;
  }
  return best;
}

/** The root of an increasing function between two points, by Newton's steps, or halves where they leave the bracket. */
function bracketedRoot(
  of: (x: number) => { readonly value: number; readonly slope: number },
  start: number,
  [from, to]: readonly [number, number],
): number {
  let [low, high, x] = [from, to, start];
  for (let round = 0; round < 200; round += 1) {
    const { value, slope } = of(x);
    if (value < 0) low = x;
    else high = x;
    const wanted = x - value / slope;
    const next = wanted > low && wanted < high ? wanted : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * (1 + Math.abs(x))) return next;
    x = next;
  }
  return x;
}

/** The best mean for one theta: the root of a falling slope, on log odds, whose ends are beyond what counts can reach. */
function bestMean(factors: FactorCounts, theta: number, start: number) {
  const odds = bracketedRoot(
    (at) => {
      const p = expit(at);
      const { byP, byPP } = betaBinomialPoint(factors, p, theta);
      const variance = p * (1 - p);
      return { value: -byP * variance, slope: -byPP * variance ** 2 - byP * variance * (1 - 2 * p) };
    },
    start,
    [-36, 36],
  );
  const p = expit(odds);
  return { p, point: betaBinomialPoint(factors, p, theta) };
}

/** The log odds at which the profile falls below a height, from the estimate in steps of the error. */
function profileLimit(
  factors: FactorCounts,
  { estimate, step, floor }: { readonly estimate: number; readonly step: number; readonly floor: number },
): number {
  // The drop along the step; the best rho moves with it without changing the slope.
  const dropAt = (steps: number) => {
    const p = expit(estimate + steps * step);
    const { point } = highest((theta) => ({ p, point: betaBinomialPoint(factors, p, theta) }));
    return { value: floor - point.value, slope: -point.byP * p * (1 - p) * step };
  };
  let far = 2;
  for (let round = 0; round < 60 && dropAt(far).value < 0; round += 1) far *= 2;
  return estimate + step * bracketedRoot(dropAt, far, [0, far]);
}

/** Errors of the log odds and of rho, from the curvature in both. */
function errorsAt({ byPP, byPTheta, byThetaTheta }: BetaBinomialPoint, p: number, rho: number) {
  const variance = p * (1 - p);
  const determinant = byPP * byThetaTheta - byPTheta * byPTheta;
  return {
    odds: Math.sqrt(-byThetaTheta / determinant) / variance,
    rho: Math.sqrt(-byPP / determinant) * (1 - rho) ** 2,
  };
}

/**
 * The pooled mean of shares.
 *
 * @throws DomainError for a confidence outside (0, 1).
 * @example betaBinomial([{ count: 12, of: 18 }, { count: 17, of: 41 }, { count: 3, of: 21 }])
 */
export function betaBinomial(
  studies: readonly StudyProportion[],
  confidence = 0.95,
): BetaBinomialPoolReading {
  requireOpenProbability('confidence', confidence);
  const fault = shareCountsFault(studies);
  if (fault !== undefined) return { ok: false, reason: fault, bound: summedShare(studies, confidence) };
  const factors = factorCounts(studies);
  const { count, of } = summedCounts(studies);
  const pooled = count / of;
  const { p, rho, point } = highest((theta) => bestMean(factors, theta, logit(pooled)));
  const atBoundary = rho === 0;
  const without = betaBinomialPoint(factors, pooled, 0).value;
  const mean = atBoundary ? pooled : p;
  const estimate = logit(mean);
  const errors = atBoundary ? undefined : errorsAt(point, p, rho);
  const standardError = errors?.odds ?? 1 / Math.sqrt(of * pooled * (1 - pooled));
  const tail = (1 - confidence) / 2;
  const reach = normalUpperQuantile(tail) * standardError;
  const statistic = atBoundary ? 0 : Math.max(0, 2 * (point.value - without));
  const floor = (atBoundary ? without : point.value) - chiSquareUpperQuantile(1 - confidence, 1) / 2;
  const [alpha, beta] = [mean / thetaOf(rho), (1 - mean) / thetaOf(rho)];
  return {
    ok: true,
    fit: {
      studies: studies.length,
      estimate,
      standardError,
      lower: estimate - reach,
      upper: estimate + reach,
      profile: {
        lower: profileLimit(factors, { estimate, step: -standardError, floor }),
        upper: profileLimit(factors, { estimate, step: standardError, floor }),
      },
      rho,
      rhoError: errors?.rho ?? null,
      likelihoodRatio: { statistic, p: statistic > 0 ? chiSquareUpper(statistic, 1) / 2 : 1 },
      atBoundary,
      logLikelihood: atBoundary ? without : point.value,
      spread: atBoundary
        ? null
        : { lower: betaQuantile(tail, alpha, beta), upper: betaUpperQuantile(tail, alpha, beta) },
    },
  };
}
