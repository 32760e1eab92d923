/**
 * The probability of counts whose log odds are normal: integrals of binomial likelihoods over a normal density, in all and above
 * a given point, for many counts at once.
 */
import { gaussLegendre } from './gauss-legendre.ts';
import { softplus } from './log-odds-mesh.ts';
import { type PanelMesh, panelNodes } from './panel-density.ts';
import type { BasketCounts } from './refusal.ts';

/** Beyond so many standard deviations a normal density is nothing. */
export const normalReach = 8.6;

const root2Pi = Math.sqrt(2 * Math.PI);
/** The density of a normal distribution. */
export const normalDensityAt = (x: number, mean: number, sd: number): number =>
  Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * root2Pi);

/** The likelihood of counts at log odds, divided by its largest value. */
export class RowLikelihood {
  /** ln of the largest value, without the binomial coefficient. */
  readonly lnScale: number;
  readonly #responses: number;
  readonly #patients: number;

  constructor({ responses, patients }: BasketCounts) {
    this.#responses = responses;
    this.#patients = patients;
    const part = (count: number): number => (count === 0 ? 0 : count * Math.log(count / patients));
    this.lnScale = part(responses) + part(patients - responses);
  }

  /** The largest value between two log odds. */
  largest(from: number, to: number): number {
    const best = Math.log(this.#responses) - Math.log(this.#patients - this.#responses);
    const place = this.#patients === 0 ? from : Math.min(to, Math.max(from, best));
    return this.at(place, softplus(place));
  }

  /** @param soft softplus of the log odds, which many rows share. */
  at(logOdds: number, soft: number): number {
    return Math.exp(this.#responses * logOdds - this.#patients * soft - this.lnScale);
  }
}

/** Fills in integrals of all rows. */
export interface NormalIntegrals {
  /** Each row's likelihood on the mesh. */
  readonly likelihoods: readonly Float64Array[];
  /** Writes the integrals under a normal density to the place `at` of each row's two lists. */
  readonly fill: (
    normal: { readonly mean: number; readonly sd: number },
    whole: readonly Float64Array[],
    upper: readonly Float64Array[],
    at: number,
  ) => void;
}

/** Panels may be as wide as so many standard deviations. */
const widestPanel = 2;
const local = gaussLegendre(panelNodes);
const localPlaces = Float64Array.from(local, ({ x }) => x);
const localShares = Float64Array.from(local, ({ weight }) => weight);

/** The first panel that ends above a point. */
function panelAt(edges: readonly number[], point: number): number {
  let [low, high] = [0, edges.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= point) low = middle;
    else high = middle;
  }
  return low;
}

/** Writes panels between two points, none wider than `widest`, from place `at` on; gives the place after them. */
function localPanels(
  [from, to]: readonly [number, number],
  widest: number,
  { nodes, weights }: { readonly nodes: Float64Array; readonly weights: Float64Array },
  start: number,
): number {
  const panels = Math.ceil((to - from) / widest);
  const half = (to - from) / panels / 2;
  let at = start;
  for (let panel = 0; panel < panels; panel += 1)
    for (let place = 0; place < panelNodes; place += 1) {
      nodes[at] = from + half * (2 * panel + 1 + (localPlaces[place] ?? 0));
      weights[at] = (localShares[place] ?? 0) * half;
      at += 1;
    }
  return at;
}

/** Integrals for rows on a mesh, one of whose edges is `breakAt`. */
export function normalIntegrals(
  mesh: PanelMesh,
  rows: readonly RowLikelihood[],
  breakAt: number,
): NormalIntegrals {
  const { edges, nodes, weights } = mesh;
  const softs = nodes.map(softplus);
  const likelihoods = rows.map((row) => nodes.map((logOdds, at) => row.at(logOdds, softs[at] ?? 0)));
  const tables = likelihoods.map((row) => row.map((value, at) => value * (weights[at] ?? 0)));
  const breakNode = edges.indexOf(breakAt) * panelNodes;
  const densities = new Float64Array(nodes.length);
  const room = (Math.ceil(normalReach) + 3) * panelNodes;
  const around = {
    nodes: new Float64Array(room),
    weights: new Float64Array(room),
    softs: new Float64Array(room),
  };
  const onMesh = (mean: number, sd: number, first: number, last: number): void => {
    const scale = 1 / (sd * root2Pi);
    for (let at = first; at < last; at += 1) {
      const z = ((nodes[at] ?? 0) - mean) / sd;
      densities[at] = scale * Math.exp(-0.5 * z * z);
    }
  };
  const summed = (table: Float64Array, from: number, to: number): number => {
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += (table[at] ?? 0) * (densities[at] ?? 0);
    return sum;
  };
  const fill: NormalIntegrals['fill'] = ({ mean, sd }, whole, upper, place) => {
    const [low, high] = [mean - normalReach * sd, mean + normalReach * sd];
    const [firstPanel, lastPanel] = [panelAt(edges, low), panelAt(edges, high)];
    let widest = 0;
    for (let panel = firstPanel; panel <= lastPanel; panel += 1)
      widest = Math.max(widest, (edges[panel + 1] ?? 0) - (edges[panel] ?? 0));
    if (widest <= widestPanel * sd) {
      const [first, last] = [firstPanel * panelNodes, (lastPanel + 1) * panelNodes];
      onMesh(mean, sd, first, last);
      const cut = Math.min(last, Math.max(first, breakNode));
      for (let row = 0; row < tables.length; row += 1) {
        const table = tables[row];
        const [own, part] = [whole[row], upper[row]];
        if (table === undefined || own === undefined || part === undefined) continue;
        part[place] = summed(table, cut, last);
        own[place] = summed(table, first, cut) + (part[place] ?? 0);
      }
      return;
    }
    const cut = Math.min(high, Math.max(low, breakAt));
    const count = localPanels([low, cut], widestPanel * sd, around, 0);
    const all = localPanels([cut, high], widestPanel * sd, around, count);
    for (let at = 0; at < all; at += 1) {
      const logOdds = around.nodes[at] ?? 0;
      around.softs[at] = softplus(logOdds);
      around.weights[at] = (around.weights[at] ?? 0) * normalDensityAt(logOdds, mean, sd);
    }
    for (let row = 0; row < rows.length; row += 1) {
      const likelihood = rows[row];
      const [own, part] = [whole[row], upper[row]];
      if (likelihood === undefined || own === undefined || part === undefined) continue;
      let [below, above] = [0, 0];
      for (let at = 0; at < all; at += 1) {
        const value = (around.weights[at] ?? 0) * likelihood.at(around.nodes[at] ?? 0, around.softs[at] ?? 0);
        if (at < count) below += value;
        else above += value;
      }
      own[place] = below + above;
      part[place] = above;
    }
  };
  return { likelihoods, fill };
}
