/**
 * A mixture of beta distributions close to a given distribution of a share: expectation-maximisation on the masses of a fixed
 * grid, from components that share the masses out in order, so that the same distribution has the same mixture each time.
 * It maximises the expected log density, hence minimises the Kullback-Leibler divergence.
 */
import { lnBeta } from '../ln-gamma.ts';
import { type BetaMixture, mixtureBelow } from './beta-mixture.ts';
import { digamma, trigamma } from './digamma.ts';
import { expit, softplus } from './log-odds-mesh.ts';
import type { PanelDensity } from './panel-density.ts';

/** A mixture with how far it lies from what it stands for. */
export interface BetaMixtureFit {
  readonly mixture: BetaMixture;
  /** Largest difference of the two distribution functions. */
  readonly largestGap: number;
  readonly steps: number;
}

/** Log odds beyond these (shares of one in a million) count as these: beta shapes cannot follow further. */
const farthest = Math.log(1e6);
const mostSteps = 2000;
const settled = 1e-11;
/** Masses smaller than this are left out of the fit. */
const negligible = 1e-12;

interface Point {
  readonly lnP: number;
  readonly lnQ: number;
  readonly share: number;
  readonly mass: number;
}

/** The beta shapes with these means of ln p and ln(1 - p), by Newton's method on the logarithms of the shapes. */
function shapesOf(lnP: number, lnQ: number, from: { readonly a: number; readonly b: number }) {
  let { a, b } = from;
  for (let round = 0; round < 60; round += 1) {
    const both = digamma(a + b);
    const [offA, offB] = [digamma(a) - both - lnP, digamma(b) - both - lnQ];
    const shared = trigamma(a + b);
    const [byA, byB] = [trigamma(a) - shared, trigamma(b) - shared];
    const determinant = byA * byB - shared * shared;
    const stepA = (byB * offA + shared * offB) / determinant / a;
    const stepB = (byA * offB + shared * offA) / determinant / b;
    a *= Math.exp(-Math.max(-1, Math.min(1, stepA)));
    b *= Math.exp(-Math.max(-1, Math.min(1, stepB)));
    if (Math.abs(stepA) + Math.abs(stepB) < 1e-12) break;
  }
  return { a, b };
}

/** The component with the mean and variance of some points. */
function matched(points: readonly Point[], weight: number) {
  const total = points.reduce((sum, { mass }) => sum + mass, 0);
  const mean = points.reduce((sum, { mass, share }) => sum + mass * share, 0) / total;
  const variance = points.reduce((sum, { mass, share }) => sum + mass * (share - mean) ** 2, 0) / total;
  const size = Math.max(0.5, (mean * (1 - mean)) / Math.max(variance, 1e-9) - 1);
  return { weight, a: Math.max(0.05, mean * size), b: Math.max(0.05, (1 - mean) * size) };
}

/** Shares each point out among the components by their densities there. */
function shared(points: readonly Point[], mixture: BetaMixture) {
  const count = mixture.length;
  const starts = mixture.map(({ weight, a, b }) => Math.log(weight) - lnBeta(a, b));
  const sums = mixture.map(() => ({ mass: 0, lnP: 0, lnQ: 0 }));
  const parts = new Float64Array(count);
  let likelihood = 0;
  for (const { lnP, lnQ, mass } of points) {
    let total = 0;
    for (let at = 0; at < count; at += 1) {
      const { a, b } = mixture[at] ?? { a: 1, b: 1 };
      const part = Math.exp((starts[at] ?? 0) + a * lnP + b * lnQ);
      parts[at] = part;
      total += part;
    }
    likelihood += mass * Math.log(total);
    for (let at = 0; at < count; at += 1) {
      const own = sums[at];
      if (own === undefined) continue;
      const share = (mass * (parts[at] ?? 0)) / total;
      own.mass += share;
      own.lnP += share * lnP;
      own.lnQ += share * lnQ;
    }
  }
  return { sums, likelihood };
}

/** A mixture with so many components for a density of log odds. */
export function fittedBetaMixture(density: PanelDensity, components: number): BetaMixtureFit {
  const points: readonly Point[] = density
    .masses()
    .filter(({ mass }) => mass > negligible)
    .map(({ x, mass }) => {
      const logOdds = Math.max(-farthest, Math.min(farthest, x));
      return { lnP: -softplus(-logOdds), lnQ: -softplus(logOdds), share: expit(logOdds), mass };
    });
  let below = 0;
  const parts = points.map((point) => {
    below += point.mass;
    return Math.min(components - 1, Math.floor((below - point.mass / 2) * components));
  });
  let mixture = Array.from({ length: components }, (_, part) =>
    matched(
      points.filter((_point, at) => parts[at] === part),
      1 / components,
    ),
  );
  let [before, steps] = [Number.NEGATIVE_INFINITY, 0];
  for (; steps < mostSteps; steps += 1) {
    const { sums, likelihood } = shared(points, mixture);
    if (likelihood - before < settled) break;
    before = likelihood;
    const total = sums.reduce((sum, { mass }) => sum + mass, 0);
    mixture = sums.map(({ mass, lnP, lnQ }, at) => ({
      weight: mass / total,
      ...shapesOf(lnP / mass, lnQ / mass, mixture[at] ?? { a: 1, b: 1 }),
    }));
  }
  const gaps = points.map(({ share }) =>
    Math.abs(mixtureBelow(mixture, share) - density.below(Math.log(share) - Math.log1p(-share))),
  );
  return { mixture, largestGap: Math.max(...gaps), steps };
}
