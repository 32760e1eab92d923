/**
 * Baskets that are alike but not the same: the log odds of each basket's rate are normal around a common mean mu with standard
 * deviation tau (Berry et al., Clin Trials 2013;10:720), or, with a probability, apart from the others (EXNEX; Neuenschwander et
 * al., Pharm Stat 2016;15:123). By two-dimensional quadrature over mu and tau: no chains, no seed, the same digits each time.
 *
 * An empty basket gets a prediction and nothing else: it has no posterior of its own.
 */
import { lnGamma } from '../ln-gamma.ts';
import { type HierarchicalGrid, hierarchicalGrid, type NormalPrior } from './hierarchical-grid.ts';
import { expit, logit } from './log-odds-mesh.ts';
import { normalDensityAt, normalReach } from './normal-integrals.ts';
import { PanelDensity } from './panel-density.ts';
import { type BasketCounts, type BayesRefusal, basketsFault, refusal, weightFault } from './refusal.ts';
import {
  type ShareDistribution,
  type ShareSummary,
  type SummaryOptions,
  summaryFault,
  summaryOf,
} from './share-summary.ts';
import { type TauDistribution, tauDistribution } from './tau-distribution.ts';
import { type TauPrior, tauPriorFault, tauPriorName } from './tau-prior.ts';

/** How baskets may stand apart from the others (EXNEX). */
export interface NonExchangeable {
  /** Prior probability that a basket belongs with the others. */
  readonly exchangeable: number;
  /** The log odds of a basket that does not. */
  readonly apart: NormalPrior;
}

/** The model and what is asked of it. */
export interface HierarchicalOptions extends SummaryOptions {
  /** The mean log odds; N(0, 2) unless given. */
  readonly mu?: NormalPrior;
  /** Half-normal(1) unless given. */
  readonly tau?: TauPrior;
  /** Null, unless given: all baskets belong together. */
  readonly nonExchangeable?: NonExchangeable | null;
}

/** One basket under the model. */
export type HierarchicalBasket =
  | {
      readonly kind: 'posterior';
      readonly counts: BasketCounts;
      readonly summary: ShareSummary;
      /** Probability that the basket belongs with the others; 1 in a model in which all do. */
      readonly exchangeable: number;
    }
  /** An empty basket: what the others say of the next one. */
  | { readonly kind: 'prediction'; readonly counts: BasketCounts; readonly summary: ShareSummary };

/** Baskets under a hierarchical model. */
export interface HierarchicalModel {
  /** Every prior in words. */
  readonly prior: string;
  readonly baskets: readonly HierarchicalBasket[];
  /** The rate of a basket not seen yet. */
  readonly next: ShareSummary;
  readonly mu: { readonly mean: number; readonly sd: number };
  readonly tau: TauDistribution;
  /** ln of the probability of all counts before they were seen. */
  readonly lnMarginal: number;
  /** Nodes of the quadrature. */
  readonly nodes: number;
}

/** A model, or why there is none. */
export type HierarchicalReading = { readonly ok: true; readonly model: HierarchicalModel } | BayesRefusal;

const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
const mostBaskets = 60;
/** Nodes with a smaller share of the posterior are left out. */
const negligible = 1e-15;

/** The model with its defaults. */
export interface FullModel {
  readonly mu: NormalPrior;
  readonly tau: TauPrior;
  readonly nonExchangeable: NonExchangeable | null;
}

/** The model with its defaults. */
export const fullModel = ({
  mu = { mean: 0, sd: 2 },
  tau = { kind: 'half-normal', scale: 1 },
  nonExchangeable = null,
}: HierarchicalOptions): FullModel => ({ mu, tau, nonExchangeable });

const normalFault = (name: string, { mean, sd }: NormalPrior): BayesRefusal | undefined =>
  Math.abs(mean) <= 20 && sd >= 0.01 && sd <= 100
    ? undefined
    : refusal(
        'notAPrior',
        `${name} N(${mean}, ${sd}) is no prior of log odds: give a mean from -20 to 20 and an sd from 0.01 to 100`,
      );

/** Why a model cannot be used. */
export const modelFault = ({ mu, tau, nonExchangeable }: FullModel): BayesRefusal | undefined =>
  normalFault('mu', mu) ??
  tauPriorFault(tau) ??
  (nonExchangeable === null
    ? undefined
    : (weightFault('the probability of exchangeability', nonExchangeable.exchangeable) ??
      normalFault('apart', nonExchangeable.apart)));

const normalName = ({ mean, sd }: NormalPrior): string => `N(${Number(mean.toPrecision(4))}, ${sd})`;

/** The priors of a model in words. */
export function modelName({ mu, tau, nonExchangeable }: FullModel): string {
  const name = `mu ${normalName(mu)}, ${tauPriorName(tau)}`;
  return nonExchangeable === null
    ? name
    : `${name}; exchangeable with probability ${nonExchangeable.exchangeable}, else ${normalName(nonExchangeable.apart)}`;
}

/** A density of log odds as a distribution of the share. */
export function shareOfLogOdds(density: PanelDensity): ShareDistribution {
  const mean = density.mean(expit);
  return {
    mean,
    variance: density.mean((logOdds) => (expit(logOdds) - mean) ** 2),
    above: (share) => 1 - density.below(logit(share)),
    quantile: (probability) =>
      probability <= 0 ? 0 : probability >= 1 ? 1 : expit(density.quantile(probability)),
  };
}

/** ln of every node's share of the posterior, up to a constant, and each basket's own factor at each node. */
function nodeWeights(grid: HierarchicalGrid, exchangeable: number) {
  const factors = grid.whole.map((own, row) =>
    own.map((value) => exchangeable * value + (1 - exchangeable) * (grid.separateWhole[row] ?? 0)),
  );
  const logs = grid.weights.map((weight, node) => {
    let log = Math.log(weight);
    for (const factor of factors) log += Math.log(factor[node] ?? 0);
    return log;
  });
  let top = Number.NEGATIVE_INFINITY;
  for (const log of logs) if (log > top) top = log;
  return { factors, masses: logs.map((log) => Math.exp(log - top)), top };
}

/** Normal densities of the grid's nodes, mixed with each of these lists of weights, on the mesh. */
function mixedNormals(grid: HierarchicalGrid, shares: readonly Float64Array[]): readonly Float64Array[] {
  const { nodes } = grid.mesh;
  const mixed = shares.map(() => new Float64Array(nodes.length));
  const densities = new Float64Array(nodes.length);
  for (let node = 0; node < grid.mus.length; node += 1) {
    if (shares.every((own) => own[node] === 0)) continue;
    const mean = grid.mus[node] ?? 0;
    const sd = grid.taus[grid.tauIndex[node] ?? 0] ?? 1;
    const first = firstAbove(nodes, mean - normalReach * sd);
    const last = firstAbove(nodes, mean + normalReach * sd);
    for (let at = first; at < last; at += 1) densities[at] = normalDensityAt(nodes[at] ?? 0, mean, sd);
    for (let list = 0; list < shares.length; list += 1) {
      const share = shares[list]?.[node] ?? 0;
      const own = mixed[list];
      if (own !== undefined)
        for (let at = first; at < last; at += 1) own[at] = (own[at] ?? 0) + share * (densities[at] ?? 0);
    }
  }
  return mixed;
}

function firstAbove(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The posterior densities of log odds, and what else the nodes say. */
export interface HierarchicalDensities {
  /** Of each row of the grid, in order. */
  readonly baskets: readonly { readonly density: PanelDensity; readonly exchangeable: number }[];
  readonly next: PanelDensity;
  readonly mu: { readonly mean: number; readonly sd: number };
  readonly tau: TauDistribution;
  readonly lnMarginal: number;
  readonly nodes: number;
}

/** The posterior densities of baskets that have patients. */
export function hierarchicalDensities(
  rows: readonly BasketCounts[],
  model: FullModel,
  threshold: number | null,
): HierarchicalDensities {
  const { mu, tau, nonExchangeable } = model;
  const breakAt = threshold === null ? mu.mean : logit(threshold);
  const separate = nonExchangeable?.apart ?? null;
  const together = nonExchangeable?.exchangeable ?? 1;
  const sizes = rows.map(({ patients }) => patients);
  const grid = hierarchicalGrid({ sizes, rows, mu, tau, separate, breakAt, together });
  const { factors, masses, top } = nodeWeights(grid, together);
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const kept = masses.map((mass) => (mass < negligible * total ? 0 : mass / total));
  const apart = grid.mesh.nodes.map((logOdds) =>
    separate === null ? 0 : normalDensityAt(logOdds, separate.mean, separate.sd),
  );
  const blended = (own: Float64Array, ownShare: number, apartShare: number): Float64Array =>
    own.map((value, at) => ownShare * value + apartShare * (apart[at] ?? 0));
  const othersOf = factors.map((factor) =>
    kept.map((mass, node) => (mass === 0 ? 0 : mass / (factor[node] ?? 1))),
  );
  const mixed = mixedNormals(grid, [...othersOf, kept]);
  const none = new Float64Array(0);
  const baskets = othersOf.map((others, row) => {
    const alone = others.reduce((sum, share) => sum + share, 0);
    const likelihood = grid.likelihoods[row] ?? none;
    const prior = blended(mixed[row] ?? none, together, (1 - together) * alone);
    const exchangeable = others.reduce(
      (sum, share, node) => sum + share * together * (grid.whole[row]?.[node] ?? 0),
      0,
    );
    return {
      density: new PanelDensity(
        grid.mesh,
        prior.map((value, at) => value * (likelihood[at] ?? 0)),
      ),
      exchangeable,
    };
  });
  const mean = kept.reduce((sum, mass, node) => sum + mass * (grid.mus[node] ?? 0), 0);
  const variance = kept.reduce((sum, mass, node) => sum + mass * ((grid.mus[node] ?? 0) - mean) ** 2, 0);
  const constant = rows.reduce(
    (sum, { responses, patients }, row) => sum + lnChoose(patients, responses) + (grid.lnScale[row] ?? 0),
    top,
  );
  return {
    baskets,
    next: new PanelDensity(grid.mesh, blended(mixed.at(-1) ?? none, together, 1 - together)),
    mu: { mean, sd: Math.sqrt(variance) },
    tau: tauDistribution(grid, kept, tau, rows, together < 1),
    lnMarginal: constant + Math.log(total),
    nodes: grid.mus.length,
  };
}

/**
 * Baskets under the hierarchical model, or under EXNEX where `nonExchangeable` is given.
 *
 * @example hierarchicalModel([{ responses: 8, patients: 19 }, { responses: 0, patients: 10 }], { threshold: 0.15 })
 */
export function hierarchicalModel(
  baskets: readonly BasketCounts[],
  options: HierarchicalOptions = {},
): HierarchicalReading {
  const model = fullModel(options);
  const fault = basketsFault(baskets) ?? summaryFault(options) ?? modelFault(model);
  if (fault !== undefined) return fault;
  if (baskets.length > mostBaskets)
    return refusal(
      'tooManyBaskets',
      `${baskets.length} baskets are more than ${mostBaskets}: pool some first`,
    );
  const seen = baskets.filter(({ patients }) => patients > 0);
  const found = hierarchicalDensities(seen, model, options.threshold ?? null);
  const next = summaryOf(shareOfLogOdds(found.next), options);
  const posteriors = new Map(seen.map((counts, at) => [counts, found.baskets[at]] as const));
  return {
    ok: true,
    model: {
      prior: modelName(model),
      baskets: baskets.map((counts): HierarchicalBasket => {
        const own = posteriors.get(counts);
        return own === undefined
          ? { kind: 'prediction', counts, summary: next }
          : {
              kind: 'posterior',
              counts,
              summary: summaryOf(shareOfLogOdds(own.density), options),
              exchangeable: own.exchangeable,
            };
      }),
      next,
      mu: found.mu,
      tau: found.tau,
      lnMarginal: found.lnMarginal,
      nodes: found.nodes,
    },
  };
}

/** The same baskets under several priors of tau, in the order given. */
export const tauSensitivity = (
  baskets: readonly BasketCounts[],
  taus: readonly TauPrior[],
  options: HierarchicalOptions = {},
): readonly { readonly prior: string; readonly reading: HierarchicalReading }[] =>
  taus.map((tau) => ({
    prior: tauPriorName(tau),
    reading: hierarchicalModel(baskets, { ...options, tau }),
  }));
