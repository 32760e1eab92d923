/**
 * How many patients a beta mixture prior is worth. Three definitions, which agree for a single beta distribution (a + b) and not
 * otherwise:
 * - moment: a + b of the beta distribution with the mixture's mean and variance;
 * - Morita, Thall and Müller (Biometrics 2008;64:595): patients whose expected information, added to a prior of vanishing weight
 *   with the same mean, equals the information of the prior, both at the prior mean (RBesT evaluates at the mode instead);
 * - ELIR, the expected local information ratio (Neuenschwander et al., Biometrics 2020;76:578): the information of the prior
 *   relative to that of one patient, averaged over the prior; defined where no shape is below 1.
 */
import { lnBeta } from '../ln-gamma.ts';
import { type BetaMixture, mixtureFault, mixtureMoments } from './beta-mixture.ts';
import { expit, logit, logOddsMesh, softplus } from './log-odds-mesh.ts';
import type { BayesRefusal } from './refusal.ts';

/** Patients that a prior is worth, by each definition. */
export interface EffectiveSampleSize {
  readonly moment: number;
  /** Null where the prior has no positive information at its mean (it lies between two modes). */
  readonly morita: number | null;
  /** Null where a shape is below 1. */
  readonly elir: number | null;
}

/** Sizes, or why there are none. */
export type EffectiveSampleSizeReading =
  | { readonly ok: true; readonly size: EffectiveSampleSize }
  | BayesRefusal;

/** The density of the log odds at a point, and there the information of the prior over that of one patient. */
function localRatio(
  mixture: BetaMixture,
  logOdds: number,
): { readonly density: number; readonly ratio: number } {
  const [p, q] = [expit(logOdds), expit(-logOdds)];
  const [lnP, lnQ] = [-softplus(-logOdds), -softplus(logOdds)];
  let [density, slope, curvature] = [0, 0, 0];
  for (const { weight, a, b } of mixture) {
    const own = weight * Math.exp(a * lnP + b * lnQ - lnBeta(a, b));
    const score = (a - 1) * q - (b - 1) * p;
    density += own;
    slope += own * score;
    curvature += own * ((score * score) / (p * q) - ((a - 1) * q) / p - ((b - 1) * p) / q);
  }
  if (density === 0) return { density, ratio: 0 };
  return { density, ratio: (slope / density) ** 2 / (p * q) - curvature / density };
}

/** Log odds beyond which even a shape close to 1 leaves nothing. */
const reach = 500;

function elir(mixture: BetaMixture, mean: number): number | null {
  const present = mixture.filter(({ weight }) => weight > 0);
  if (present.some(({ a, b }) => a < 1 || b < 1)) return null;
  const { nodes, weights } = logOddsMesh({
    patients: Math.max(4, ...present.map(({ a, b }) => a + b)),
    centre: 0,
    narrowest: 1,
    reach,
    breakAt: logit(mean),
  });
  return nodes.reduce((sum, logOdds, at) => {
    const { density, ratio } = localRatio(present, logOdds);
    return density === 0 ? sum : sum + (weights[at] ?? 0) * density * ratio;
  }, 0);
}

/**
 * The patients that a mixture prior is worth.
 *
 * @example effectiveSampleSize([{ weight: 1, a: 5, b: 15 }]) // size: 20 by each definition
 */
export function effectiveSampleSize(mixture: BetaMixture): EffectiveSampleSizeReading {
  const fault = mixtureFault(mixture);
  if (fault !== undefined) return fault;
  const { mean, variance } = mixtureMoments(mixture);
  const { ratio } = localRatio(mixture, logit(mean));
  const morita = ratio + (1 - mean) / mean + mean / (1 - mean);
  return {
    ok: true,
    size: {
      moment: (mean * (1 - mean)) / variance - 1,
      morita: morita > 0 ? morita : null,
      elir: elir(mixture, mean),
    },
  };
}
