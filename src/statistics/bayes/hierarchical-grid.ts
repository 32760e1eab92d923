/**
 * The two-dimensional quadrature behind hierarchical models: nodes over mu and tau with their prior weights, and at each node the
 * probability of each basket's counts, integrated over its own log odds. Given mu and tau the baskets are independent, so their
 * posteriors are sums over nodes, and nothing is drawn at random.
 *
 * Over tau: Gauss-Legendre panels that double in width. Over mu: the trapezoidal rule, with a step below the width of
 * whatever is integrated. Over log odds: the mesh where tau is wide on it, panels around mu where tau is narrow.
 */
import { gaussLegendre } from './gauss-legendre.ts';
import { logit, logOddsMesh } from './log-odds-mesh.ts';
import { normalDensityAt, normalIntegrals, normalReach, RowLikelihood } from './normal-integrals.ts';
import { type PanelMesh, panelMesh, panelNodes } from './panel-density.ts';
import type { BasketCounts } from './refusal.ts';
import { type TauPrior, tauDensity, tauEdges } from './tau-prior.ts';

/** A normal distribution of log odds. */
export interface NormalPrior {
  readonly mean: number;
  readonly sd: number;
}

/** What the quadrature is over. */
export interface GridQuestion {
  /** Sizes of all baskets that are taken together. */
  readonly sizes: readonly number[];
  /** Counts whose probabilities are wanted: those seen, or all that may be seen. */
  readonly rows: readonly BasketCounts[];
  readonly mu: NormalPrior;
  readonly tau: TauPrior;
  /** Another normal distribution that the mesh has to resolve, or null. */
  readonly separate: NormalPrior | null;
  /** Log odds at which upper parts begin. */
  readonly breakAt: number;
  /**
   * The weight of the common distribution in each basket, where the rows are seen together and nodes that they rule out may
   * stay empty; null where rows are alternatives and every node counts.
   */
  readonly together: number | null;
}

/** Nodes with their weights, and the probability of every row's counts at each. */
export interface HierarchicalGrid {
  readonly mesh: PanelMesh;
  /** Nodes of tau, ascending. */
  readonly taus: readonly number[];
  /** Of each tau its weight of quadrature, without the prior. */
  readonly tauWeights: readonly number[];
  /** Where panels of tau end, ascending; none where tau is taken as known. */
  readonly tauEdges: readonly number[];
  /** Of each node of the grid: its mu, its tau's index, and its prior weight. */
  readonly mus: Float64Array;
  readonly tauIndex: Uint32Array;
  readonly weights: Float64Array;
  /** ln of the factor taken out of a row's likelihood. */
  readonly lnScale: readonly number[];
  /** The likelihood of each row on the mesh. */
  readonly likelihoods: readonly Float64Array[];
  /** Of each row, at each node: the integral over all log odds, and over those above the break. */
  readonly whole: readonly Float64Array[];
  readonly upper: readonly Float64Array[];
  /** The same of each row under the separate distribution; none where there is no such distribution. */
  readonly separateWhole: Float64Array;
  readonly separateUpper: Float64Array;
}

/** The step over mu as a share of the width of what is integrated. */
const stepShare = 0.9;

interface TauNode {
  readonly tau: number;
  readonly weight: number;
}

interface TauRule {
  readonly nodes: readonly TauNode[];
  readonly edges: readonly number[];
}

/** Quadrature over tau: the first panel by the even rule, whose nodes keep off 0. */
function tauRule(prior: TauPrior, fine: number): TauRule {
  if (prior.kind === 'fixed') return { nodes: [{ tau: prior.tau, weight: 1 }], edges: [] };
  const edges = tauEdges(prior, fine);
  const [first = 0] = edges;
  const even = gaussLegendre(2 * panelNodes).slice(panelNodes);
  const near = even.map(({ x, weight }) => ({ tau: first * x, weight: first * weight }));
  const { nodes, weights } = panelMesh(edges);
  const far = Array.from(nodes, (tau, at) => ({ tau, weight: weights[at] ?? 0 }));
  return { nodes: [...near, ...far], edges };
}

/** exp(-46) is 1e-20. */
const lnNothing = -46;

/**
 * Whether the rows together rule out a node: each integral is at most the largest likelihood within reach of mu, and the product
 * of these bounds is compared with the likelihood of all rows at their common rate.
 */
function ruledOut(
  { rows, mu }: GridQuestion,
  likelihoods: readonly RowLikelihood[],
  apart: readonly number[],
  together: number,
): (place: number, tau: number) => boolean {
  const lnBound = (from: number, to: number): number =>
    likelihoods.reduce(
      (sum, likelihood, row) => sum + Math.log(together * likelihood.largest(from, to) + (apart[row] ?? 0)),
      0,
    );
  const [responses, patients] = [
    rows.reduce((sum, row) => sum + row.responses, 0.5),
    rows.reduce((sum, row) => sum + row.patients, 1),
  ];
  const common = logit(responses / patients);
  const prior = (place: number): number => -0.5 * ((place - mu.mean) / mu.sd) ** 2;
  const floor = lnBound(common, common) + prior(common) + lnNothing;
  return (place, tau) => lnBound(place - normalReach * tau, place + normalReach * tau) + prior(place) < floor;
}

/** Steps over mu for one tau. */
interface MuSteps {
  readonly index: number;
  readonly tau: number;
  readonly weight: number;
  readonly step: number;
  /** Steps on each side of the middle. */
  readonly side: number;
}

/** For each tau, steps narrower than what is integrated. */
const muPlan = (
  sizes: readonly number[],
  mu: NormalPrior,
  taus: readonly TauNode[],
  prior: TauPrior,
): readonly MuSteps[] =>
  taus.map(({ tau, weight }, index) => {
    const information = sizes.reduce(
      (sum, size) => (size === 0 ? sum : sum + 1 / (tau * tau + 4 / size)),
      1 / mu.sd ** 2 + 1 / tau ** 2,
    );
    const step = stepShare / Math.sqrt(information);
    const density = tauDensity(prior, tau);
    return {
      index,
      tau,
      weight: weight * density * step,
      step,
      side: Math.ceil((normalReach * mu.sd) / step),
    };
  });

const fineOf = (sizes: readonly number[]): number => 2 / Math.sqrt(Math.max(1, ...sizes));

/** How many nodes the grid will have. */
export const plannedNodes = ({ sizes, mu, tau }: Pick<GridQuestion, 'sizes' | 'mu' | 'tau'>): number =>
  muPlan(sizes, mu, tauRule(tau, fineOf(sizes)).nodes, tau).reduce((sum, { side }) => sum + 2 * side + 1, 0);

/** The grid for a question. */
export function hierarchicalGrid(question: GridQuestion): HierarchicalGrid {
  const { sizes, rows, mu, tau: prior, separate, breakAt, together } = question;
  const { nodes: taus, edges: panels } = tauRule(prior, fineOf(sizes));
  const widest = Math.max(...taus.map(({ tau }) => tau));
  const apart = separate === null ? 0 : Math.abs(separate.mean - mu.mean) + normalReach * separate.sd;
  const mesh = logOddsMesh({
    patients: sizes.reduce((sum, size) => sum + size, 0),
    centre: mu.mean,
    narrowest: Math.min(mu.sd, separate?.sd ?? mu.sd),
    reach: Math.max(normalReach * (mu.sd + widest), apart),
    breakAt,
  });
  const likelihoods = rows.map((row) => new RowLikelihood(row));
  const integrals = normalIntegrals(mesh, likelihoods, breakAt);
  const plan = muPlan(sizes, mu, taus, prior);
  const count = plan.reduce((sum, { side }) => sum + 2 * side + 1, 0);
  const [mus, tauIndex, weights] = [new Float64Array(count), new Uint32Array(count), new Float64Array(count)];
  const whole = rows.map(() => new Float64Array(count));
  const upper = rows.map(() => new Float64Array(count));
  const separateWhole = rows.map(() => new Float64Array(1));
  const separateUpper = rows.map(() => new Float64Array(1));
  if (separate !== null) integrals.fill(separate, separateWhole, separateUpper, 0);
  const isRuledOut =
    together === null
      ? () => false
      : ruledOut(
          question,
          likelihoods,
          separateWhole.map(([value = 0]) => (1 - together) * value),
          together,
        );
  let node = 0;
  for (const { index, tau, weight, step, side } of plan)
    for (let at = -side; at <= side; at += 1) {
      const place = mu.mean + at * step;
      mus[node] = place;
      tauIndex[node] = index;
      weights[node] = weight * normalDensityAt(place, mu.mean, mu.sd);
      if (!isRuledOut(place, tau)) integrals.fill({ mean: place, sd: tau }, whole, upper, node);
      node += 1;
    }
  return {
    mesh,
    taus: taus.map(({ tau }) => tau),
    tauWeights: taus.map(({ weight }) => weight),
    tauEdges: panels,
    mus,
    tauIndex,
    weights,
    lnScale: likelihoods.map(({ lnScale }) => lnScale),
    likelihoods: integrals.likelihoods,
    whole,
    upper,
    separateWhole: Float64Array.from(separateWhole, ([value = 0]) => value),
    separateUpper: Float64Array.from(separateUpper, ([value = 0]) => value),
  };
}
