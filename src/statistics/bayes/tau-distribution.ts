/** The posterior of tau, from the nodes of the quadrature: its density is even, so it stands on panels on both sides of 0. */

import { monotoneRoot } from '../monotone-root.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import type { HierarchicalGrid } from './hierarchical-grid.ts';
import type { BasketCounts } from './refusal.ts';
import type { TauPrior } from './tau-prior.ts';

/** What is known of tau, the standard deviation of log odds between baskets. */
export interface TauDistribution {
  /** Null where a half-Cauchy prior leaves it without a mean. */
  readonly mean: number | null;
  readonly median: number;
  /** Equal tails, 2.5% on each side. */
  readonly lower: number;
  readonly upper: number;
}

/** A panel of tau with the posterior density at its nodes. */
interface TauPanel {
  readonly from: number;
  readonly to: number;
  /** The density is a polynomial in this of tau: its square next to 0, where it is even. */
  readonly variable: (tau: number) => number;
  readonly nodes: readonly number[];
  readonly values: readonly number[];
  readonly mass: number;
}

const partialRule = gaussLegendre(16);

/** Lagrange's polynomial through the nodes. */
function interpolated({ nodes, values, variable }: TauPanel, tau: number): number {
  const place = variable(tau);
  const places = nodes.map(variable);
  return places.reduce((sum, own, at) => {
    const share = places.reduce(
      (product, other, index) => (index === at ? product : (product * (place - other)) / (own - other)),
      1,
    );
    return sum + share * (values[at] ?? 0);
  }, 0);
}

/** The integral from the start of a panel up to tau of the density times a function. */
function below(panel: TauPanel, tau: number, of: (tau: number) => number = () => 1): number {
  const half = (tau - panel.from) / 2;
  return (
    half *
    partialRule.reduce((sum, { x, weight }) => {
      const place = panel.from + half * (x + 1);
      return sum + weight * interpolated(panel, place) * of(place);
    }, 0)
  );
}

function quantile(panels: readonly TauPanel[], probability: number): number {
  let before = 0;
  for (const panel of panels) {
    if (before + panel.mass >= probability) {
      const start = before;
      return monotoneRoot((tau) => start + below(panel, tau) - probability, panel.from, panel.to);
    }
    before += panel.mass;
  }
  return panels.at(-1)?.to ?? 0;
}

/** Half-Cauchy tails leave tau without a mean unless some basket speaks against any size of it. */
const hasMean = (prior: TauPrior, rows: readonly BasketCounts[], mayStandApart: boolean): boolean =>
  prior.kind !== 'half-cauchy' ||
  (!mayStandApart && rows.some(({ responses, patients }) => responses > 0 && responses < patients));

/** The posterior of tau, from the share of the posterior that each node of the grid has. */
export function tauDistribution(
  { taus, tauIndex, tauWeights, tauEdges }: HierarchicalGrid,
  shares: Float64Array,
  prior: TauPrior,
  rows: readonly BasketCounts[],
  mayStandApart: boolean,
): TauDistribution {
  if (prior.kind === 'fixed')
    return { mean: prior.tau, median: prior.tau, lower: prior.tau, upper: prior.tau };
  const masses = new Float64Array(taus.length);
  for (const [node, share] of shares.entries()) {
    const at = tauIndex[node] ?? 0;
    masses[at] = (masses[at] ?? 0) + share;
  }
  const perPanel = taus.length / tauEdges.length;
  const panels = tauEdges.map((to, panel): TauPanel => {
    const own = Array.from({ length: perPanel }, (_, at) => panel * perPanel + at);
    return {
      from: panel === 0 ? 0 : (tauEdges[panel - 1] ?? 0),
      to,
      variable: panel === 0 ? (tau) => tau * tau : (tau) => tau,
      nodes: own.map((at) => taus[at] ?? 0),
      values: own.map((at) => (masses[at] ?? 0) / (tauWeights[at] ?? 1)),
      mass: own.reduce((sum, at) => sum + (masses[at] ?? 0), 0),
    };
  });
  return {
    mean: hasMean(prior, rows, mayStandApart)
      ? panels.reduce((sum, panel) => sum + below(panel, panel.to, (tau) => tau), 0)
      : null,
    median: quantile(panels, 0.5),
    lower: quantile(panels, 0.025),
    upper: quantile(panels, 0.975),
  };
}
