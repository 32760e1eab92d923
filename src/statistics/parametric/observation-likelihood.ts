/** The log-likelihood of one observation of an accelerated failure time model, with its first two derivatives. */
import type { ErrorDistribution } from './error-distribution.ts';

/** An observation on the logarithm of time. */
export interface Observation {
  /** Last time without the event; minus infinity where none is known. */
  readonly from: number;
  /** First time past it; infinity where it was not seen. Equal to `from`: the time is exact. */
  readonly to: number;
  /** Time at which observation began; minus infinity from the origin on. */
  readonly entry: number;
}

/** The value and its derivatives by the linear predictor (`eta`) and by the logarithm of the scale. */
export interface Contribution {
  readonly value: number;
  readonly eta: number;
  readonly scale: number;
  readonly etaEta: number;
  readonly etaScale: number;
  readonly scaleScale: number;
}

/** ln P(from < W <= to) by the derivatives of both ends; an infinite end adds nothing. */
function ofInterval(from: number, to: number, sigma: number, w: ErrorDistribution): Contribution {
  const value = w.lnBetween(from, to);
  const end = (z: number, sign: 1 | -1) => {
    if (!Number.isFinite(z)) return { z: 0, first: 0, second: 0 };
    const first = sign * Math.exp(w.lnDensity(z) - value);
    return { z, first, second: first * w.slope(z) };
  };
  const [a, b] = [end(from, -1), end(to, 1)];
  const aa = a.second - a.first ** 2;
  const bb = b.second - b.first ** 2;
  const ab = -a.first * b.first;
  const sum = a.first + b.first;
  const along = a.z * a.first + b.z * b.first;
  return {
    value,
    eta: -sum / sigma,
    scale: -along,
    etaEta: (aa + 2 * ab + bb) / sigma ** 2,
    etaScale: (sum + a.z * aa + (a.z + b.z) * ab + b.z * bb) / sigma,
    scaleScale: along + a.z ** 2 * aa + 2 * a.z * b.z * ab + b.z ** 2 * bb,
  };
}

/** The density of an exact time, on the scale of time. */
function ofExact(lnTime: number, z: number, sigma: number, w: ErrorDistribution): Contribution {
  const slope = w.slope(z);
  const bend = w.bend(z);
  return {
    value: w.lnDensity(z) - Math.log(sigma) - lnTime,
    eta: -slope / sigma,
    scale: -z * slope - 1,
    etaEta: bend / sigma ** 2,
    etaScale: (slope + z * bend) / sigma,
    scaleScale: z * slope + z * z * bend,
  };
}

/** What an observation adds at a linear predictor and a scale. */
export function contributionOf(
  { from, to, entry }: Observation,
  eta: number,
  sigma: number,
  w: ErrorDistribution,
): Contribution {
  const at = (lnTime: number): number => (lnTime - eta) / sigma;
  const own = from === to ? ofExact(from, at(from), sigma, w) : ofInterval(at(from), at(to), sigma, w);
  if (entry === Number.NEGATIVE_INFINITY) return own;
  const late = ofInterval(at(entry), Number.POSITIVE_INFINITY, sigma, w);
  return {
    value: own.value - late.value,
    eta: own.eta - late.eta,
    scale: own.scale - late.scale,
    etaEta: own.etaEta - late.etaEta,
    etaScale: own.etaScale - late.etaScale,
    scaleScale: own.scaleScale - late.scaleScale,
  };
}
