/**
 * A smooth density known at the Gauss-Legendre nodes of adjoining panels. Inside a panel it is the polynomial through its nodes,
 * so that a distribution function and quantiles come out with the accuracy of the quadrature itself.
 */
import { monotoneRoot } from '../monotone-root.ts';
import { gaussLegendre } from './gauss-legendre.ts';

/** Nodes in a panel. */
export const panelNodes = 8;
const rule = gaussLegendre(panelNodes);
const places = rule.map(({ x }) => x);
/** Barycentric weights of interpolation through the nodes. */
const barycentric = places.map((own, at) =>
  places.reduce((product, other, index) => (index === at ? product : product / (own - other)), 1),
);

/** Nodes of adjoining panels with their weights of quadrature. */
export interface PanelMesh {
  /** Where the panels meet, ascending: one more than there are panels. */
  readonly edges: readonly number[];
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** The nodes of the panels between these edges. */
export function panelMesh(edges: readonly number[]): PanelMesh {
  const panels = edges.length - 1;
  const nodes = new Float64Array(panels * panelNodes);
  const weights = new Float64Array(panels * panelNodes);
  for (let panel = 0; panel < panels; panel += 1) {
    const [from = 0, to = 0] = [edges[panel], edges[panel + 1]];
    for (const [at, { x, weight }] of rule.entries()) {
      nodes[panel * panelNodes + at] = (from + to) / 2 + (x * (to - from)) / 2;
      weights[panel * panelNodes + at] = (weight * (to - from)) / 2;
    }
  }
  return { edges, nodes, weights };
}

function interpolated(values: Float64Array, place: number): number {
  let [above, below] = [0, 0];
  for (let at = 0; at < panelNodes; at += 1) {
    const distance = place - (places[at] ?? 0);
    const value = values[at] ?? 0;
    if (distance === 0) return value;
    const share = (barycentric[at] ?? 0) / distance;
    above += share * value;
    below += share;
  }
  return above / below;
}

/** A normalised density with its distribution function. */
export class PanelDensity {
  readonly #mesh: PanelMesh;
  readonly #values: Float64Array;
  readonly #below: readonly number[];
  /** The integral of the density as it was given. */
  readonly total: number;

  /** @param values the density at the nodes of the mesh, up to a factor. */
  constructor(mesh: PanelMesh, values: Float64Array) {
    const masses = Array.from({ length: mesh.edges.length - 1 }, (_, panel) => {
      let mass = 0;
      for (let at = panel * panelNodes; at < (panel + 1) * panelNodes; at += 1)
        mass += (values[at] ?? 0) * (mesh.weights[at] ?? 0);
      return mass;
    });
    this.total = masses.reduce((sum, mass) => sum + mass, 0);
    this.#mesh = mesh;
    this.#values = values.map((value) => value / this.total);
    let below = 0;
    this.#below = [0, ...masses.map((mass) => (below += mass / this.total))];
  }

  /** The mean of a function under the density. */
  mean(of: (x: number) => number): number {
    const { nodes, weights } = this.#mesh;
    return nodes.reduce((sum, x, at) => {
      const mass = (this.#values[at] ?? 0) * (weights[at] ?? 0);
      return mass === 0 ? sum : sum + mass * of(x);
    }, 0);
  }

  /** Nodes with the probability that each stands for. */
  masses(): readonly { readonly x: number; readonly mass: number }[] {
    const { nodes, weights } = this.#mesh;
    return Array.from(nodes, (x, at) => ({ x, mass: (this.#values[at] ?? 0) * (weights[at] ?? 0) }));
  }

  #partial(panel: number, x: number): number {
    const { edges } = this.#mesh;
    const [from = 0, to = 0] = [edges[panel], edges[panel + 1]];
    const values = this.#values.subarray(panel * panelNodes, (panel + 1) * panelNodes);
    const end = (2 * (x - from)) / (to - from) - 1;
    const half = (end + 1) / 2;
    const sum = rule.reduce(
      (part, { x: place, weight }) => part + weight * interpolated(values, -1 + half * (place + 1)),
      0,
    );
    return (sum * half * (to - from)) / 2;
  }

  /** P(X <= x). */
  below(x: number): number {
    const { edges } = this.#mesh;
    const last = edges.length - 1;
    if (x <= (edges[0] ?? 0)) return 0;
    if (x >= (edges[last] ?? 0)) return 1;
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((edges[middle] ?? 0) <= x) low = middle;
      else high = middle;
    }
    return (this.#below[low] ?? 0) + this.#partial(low, x);
  }

  /** The x with P(X <= x) = probability. */
  quantile(probability: number): number {
    const { edges } = this.#mesh;
    let [low, high] = [0, edges.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#below[middle] ?? 0) <= probability) low = middle;
      else high = middle;
    }
    const start = this.#below[low] ?? 0;
    return monotoneRoot(
      (x) => start + this.#partial(low, x) - probability,
      edges[low] ?? 0,
      edges[high] ?? 0,
    );
  }
}
