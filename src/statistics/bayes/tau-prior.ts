/**
 * Priors of tau, the standard deviation of the log odds between baskets. Half-normal and half-Cauchy as in Gelman, Bayesian Anal
 * 2006;1:515; what is learnt from few baskets depends on this choice, so results name it and can be given for several.
 */
import { type BayesRefusal, refusal } from './refusal.ts';

/** A prior of tau. */
export type TauPrior =
  | { readonly kind: 'half-normal'; readonly scale: number }
  | { readonly kind: 'half-cauchy'; readonly scale: number }
  | { readonly kind: 'uniform'; readonly upTo: number }
  /** Tau is taken as known. */
  | { readonly kind: 'fixed'; readonly tau: number };

/**
 * A prior of tau in words.
 *
 * @example tauPriorName({ kind: 'half-normal', scale: 1 }) // 'tau half-normal(1)'
 */
export function tauPriorName(prior: TauPrior): string {
  switch (prior.kind) {
    case 'half-normal':
    case 'half-cauchy':
      return `tau ${prior.kind}(${prior.scale})`;
    case 'uniform':
      return `tau uniform(0, ${prior.upTo})`;
    case 'fixed':
      return `tau ${prior.tau}`;
  }
}

const [smallest, largest] = [1e-3, 1e3];

/** Why a prior of tau cannot be used. */
export function tauPriorFault(prior: TauPrior): BayesRefusal | undefined {
  const size = prior.kind === 'fixed' ? prior.tau : prior.kind === 'uniform' ? prior.upTo : prior.scale;
  return size >= smallest && size <= largest
    ? undefined
    : refusal('notAPrior', `${tauPriorName(prior)} is no prior: give a number from 0.001 to 1000 (log odds)`);
}

/** The density of tau up to the factor that does not depend on tau. */
export function tauDensity(prior: TauPrior, tau: number): number {
  switch (prior.kind) {
    case 'half-normal':
      return Math.sqrt(2 / Math.PI) * (Math.exp(-0.5 * (tau / prior.scale) ** 2) / prior.scale);
    case 'half-cauchy':
      return 2 / (Math.PI * prior.scale * (1 + (tau / prior.scale) ** 2));
    case 'uniform':
      return tau <= prior.upTo ? 1 / prior.upTo : 0;
    case 'fixed':
      return 1;
  }
}

/** Half-normal tails end at so many scales: below 1e-17 beyond. */
const normalReach = 8.6;
/** Half-Cauchy tails end here: 6e-9 beyond. */
const cauchyReach = 1e8;

/**
 * Where the panels of quadrature over tau meet, from the first edge up: twice as wide each, so that they resolve what happens at
 * the scale `fine`. The first panel reaches from minus the first edge: all of it is even in tau, and the nodes keep off 0.
 */
export function tauEdges(prior: TauPrior, fine: number): readonly number[] {
  switch (prior.kind) {
    case 'half-normal':
      return doubling(Math.min(fine, prior.scale), normalReach * prior.scale, 1.5 * prior.scale);
    case 'half-cauchy':
      return doubling(Math.min(fine, prior.scale), cauchyReach * prior.scale, Number.POSITIVE_INFINITY);
    case 'uniform':
      return doubling(Math.min(fine, prior.upTo), prior.upTo, Number.POSITIVE_INFINITY);
    case 'fixed':
      return [];
  }
}

function doubling(first: number, last: number, widest: number): readonly number[] {
  const edges = [first];
  for (let edge = first; edge < last; ) {
    edge = Math.min(last, edge + Math.min(edge, widest));
    edges.push(edge);
  }
  return edges;
}
