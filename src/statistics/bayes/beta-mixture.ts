/** Mixtures of beta distributions: a beta prior or posterior is one with a single component. */
import { betaLnCdf, betaLnDensity, betaLnUpper, betaQuantile } from '../beta.ts';
import { newtonRoot } from '../newton-root.ts';
import { type BayesRefusal, refusal } from './refusal.ts';
import type { ShareDistribution } from './share-summary.ts';

/** One component; the weights of a mixture sum to 1. */
export interface BetaComponent {
  readonly weight: number;
  readonly a: number;
  readonly b: number;
}

/** Components with their weights. */
export type BetaMixture = readonly BetaComponent[];

const [smallest, largest] = [1e-6, 1e9];
const isShape = (shape: number): boolean => shape >= smallest && shape <= largest;

/** Why a mixture is none. */
export function mixtureFault(mixture: BetaMixture): BayesRefusal | undefined {
  if (mixture.length === 0) return refusal('notAPrior', 'the mixture has no component: give at least one');
  const off = mixture.find(({ a, b }) => !isShape(a) || !isShape(b));
  if (off !== undefined)
    return refusal(
      'notAPrior',
      `Beta(${off.a}, ${off.b}) is no prior: give both shapes between 1e-6 and 1e9`,
    );
  const total = mixture.reduce((sum, { weight }) => sum + weight, 0);
  return mixture.every(({ weight }) => weight >= 0) && Math.abs(total - 1) < 1e-9
    ? undefined
    : refusal('notAPrior', `the weights sum to ${total}: give weights from 0 that sum to 1`);
}

const sumOver = (mixture: BetaMixture, part: (component: BetaComponent) => number): number =>
  mixture.reduce(
    (sum, component) => (component.weight > 0 ? sum + component.weight * part(component) : sum),
    0,
  );

/** The density at a share inside (0, 1). */
export const mixtureDensity = (mixture: BetaMixture, share: number): number =>
  sumOver(mixture, ({ a, b }) => Math.exp(betaLnDensity(share, a, b)));

/** P(share <= value). */
export const mixtureBelow = (mixture: BetaMixture, share: number): number =>
  sumOver(mixture, ({ a, b }) => Math.exp(betaLnCdf(share, a, b)));

/** P(share > value). */
export const mixtureAbove = (mixture: BetaMixture, share: number): number =>
  sumOver(mixture, ({ a, b }) => Math.exp(betaLnUpper(share, a, b)));

/** The share below which lies this probability; solved in the nearer tail. */
export function mixtureQuantile(mixture: BetaMixture, probability: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  const alone = mixture.find(({ weight }) => weight === 1);
  if (alone !== undefined) return betaQuantile(probability, alone.a, alone.b);
  const present = mixture.filter(({ weight }) => weight > 0);
  const { mean, variance } = mixtureMoments(present);
  const size = Math.max(1e-3, (mean * (1 - mean)) / variance - 1);
  const start = betaQuantile(probability, mean * size, (1 - mean) * size);
  const isLower = probability <= 0.5;
  return newtonRoot(
    (share) => {
      const slope = mixtureDensity(present, share);
      return isLower
        ? { value: mixtureBelow(present, share) - probability, slope }
        : { value: 1 - probability - mixtureAbove(present, share), slope };
    },
    Math.min(1 - 1e-12, Math.max(1e-12, start)),
    1e-16,
    0,
    1,
  );
}

/** Mean and variance of a mixture. */
export function mixtureMoments(mixture: BetaMixture): { readonly mean: number; readonly variance: number } {
  const mean = sumOver(mixture, ({ a, b }) => a / (a + b));
  const variance = sumOver(mixture, ({ a, b }) => {
    const own = a / (a + b);
    return (own * (b / (a + b))) / (a + b + 1) + (own - mean) ** 2;
  });
  return { mean, variance };
}

/** A mixture as a distribution of a share. */
export const mixtureDistribution = (mixture: BetaMixture): ShareDistribution => ({
  ...mixtureMoments(mixture),
  above: (share) => mixtureAbove(mixture, share),
  quantile: (probability) => mixtureQuantile(mixture, probability),
});
