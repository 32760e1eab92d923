/**
 * P(rate > threshold | responses) of every basket for every outcome that a set of baskets can have, without borrowing or with it.
 * Integrals that depend on one basket's count only are computed once and shared by all outcomes.
 */
import { betaUpper } from '../beta.ts';
import { type BetaPrior, jeffreysPrior } from './beta-binomial.ts';
import { mixtureFault } from './beta-mixture.ts';
import {
  type ExchangeabilityOptions,
  enumeratedExchangeability,
  exchangeabilityFault,
  setsMixture,
} from './exchangeability.ts';
import { hierarchicalGrid, plannedNodes } from './hierarchical-grid.ts';
import { fullModel, type HierarchicalOptions, modelFault } from './hierarchical-model.ts';
import { logit } from './log-odds-mesh.ts';
import type { BasketCounts, BayesRefusal } from './refusal.ts';

/** How a basket's posterior is computed; the options are those of each method, without its threshold. */
export type BorrowingMethod =
  | { readonly kind: 'unborrowed'; readonly prior?: BetaPrior }
  | ({ readonly kind: 'exchangeability' } & Pick<ExchangeabilityOptions, 'prior' | 'exchangeable'>)
  | ({ readonly kind: 'hierarchical' } & Pick<HierarchicalOptions, 'mu' | 'tau' | 'nonExchangeable'>);

/** Why a method cannot be used for these baskets. */
export function methodFault(sizes: readonly number[], method: BorrowingMethod): BayesRefusal | undefined {
  switch (method.kind) {
    case 'unborrowed':
      return mixtureFault([{ weight: 1, ...(method.prior ?? jeffreysPrior) }]);
    case 'exchangeability':
      return exchangeabilityFault(
        sizes.map((patients) => ({ responses: 0, patients })),
        method,
      );
    case 'hierarchical':
      return modelFault(fullModel(method));
  }
}

/** Multiplications for each outcome, and before the first. */
export interface OutcomeWork {
  readonly each: number;
  readonly before: number;
}

/** The mesh of a usual question has about so many nodes within reach. */
const usualMesh = 100;

/** What a method costs, by what was measured: one unit is about a multiplication. */
export function outcomeWork(sizes: readonly number[], method: BorrowingMethod): OutcomeWork {
  const count = sizes.length;
  switch (method.kind) {
    case 'unborrowed':
      return { each: count, before: 0 };
    case 'exchangeability':
      return { each: 32 * 2 ** ((count * (count - 1)) / 2) + 320 * count * 2 ** count, before: 0 };
    case 'hierarchical': {
      const nodes = plannedNodes({ sizes, ...fullModel(method) });
      const rows = [...new Set(sizes)].reduce((sum, size) => sum + size + 1, 0);
      return { each: 2 * nodes * count, before: usualMesh * nodes * rows };
    }
  }
}

/** P(rate > threshold) of every basket after these responses. */
export type OutcomeProbabilities = (responses: readonly number[]) => readonly number[];

/** The probabilities for a method that has been checked. */
export function outcomeProbabilities(
  sizes: readonly number[],
  threshold: number,
  method: BorrowingMethod,
): OutcomeProbabilities {
  switch (method.kind) {
    case 'unborrowed': {
      const above = rememberedAbove(threshold, method.prior ?? jeffreysPrior);
      return (responses) => responses.map((count, at) => above(count, sizes[at] ?? 0));
    }
    case 'exchangeability': {
      const { prior = jeffreysPrior, exchangeable = 0.5 } = method;
      const above = rememberedAbove(threshold, prior);
      return (responses) => {
        const rows = responses.map((count, at) => ({ responses: count, patients: sizes[at] ?? 0 }));
        const { sets } = enumeratedExchangeability(rows, prior, exchangeable);
        return sets.map((own) =>
          setsMixture(own, rows, prior).reduce(
            (sum, { weight, a, b }) => sum + weight * above(a - prior.a, a + b - prior.a - prior.b),
            0,
          ),
        );
      };
    }
    case 'hierarchical':
      return hierarchicalProbabilities(sizes, threshold, method);
  }
}

/** P(rate > threshold) of a beta posterior, each once. */
function rememberedAbove(threshold: number, { a, b }: BetaPrior) {
  const known = new Map<string, number>();
  return (responses: number, patients: number): number => {
    const key = `${Math.round(responses)}/${Math.round(patients)}`;
    const found = known.get(key) ?? betaUpper(threshold, a + responses, b + patients - responses);
    known.set(key, found);
    return found;
  };
}

function hierarchicalProbabilities(
  sizes: readonly number[],
  threshold: number,
  method: HierarchicalOptions,
): OutcomeProbabilities {
  const { mu, tau, nonExchangeable } = fullModel(method);
  const together = nonExchangeable?.exchangeable ?? 1;
  const distinct = [...new Set(sizes)];
  const rows: readonly BasketCounts[] = distinct.flatMap((patients) =>
    Array.from({ length: patients + 1 }, (_, responses) => ({ responses, patients })),
  );
  const grid = hierarchicalGrid({
    sizes,
    rows,
    mu,
    tau,
    separate: nonExchangeable?.apart ?? null,
    breakAt: logit(threshold),
    together: null,
  });
  const blended = (list: Float64Array, apart: number): Float64Array =>
    list.map((value) => together * value + (1 - together) * apart);
  const factors = grid.whole.map((list, row) => blended(list, grid.separateWhole[row] ?? 0));
  const shares = grid.upper.map((list, row) => {
    const factor = factors[row] ?? new Float64Array(0);
    return blended(list, grid.separateUpper[row] ?? 0).map((value, node) =>
      value === 0 ? 0 : value / (factor[node] ?? 1),
    );
  });
  const starts = new Map<number, number>();
  let start = 0;
  for (const patients of distinct) {
    starts.set(patients, start);
    start += patients + 1;
  }
  const nodes = grid.weights.length;
  const masses = new Float64Array(nodes);
  return (responses) => {
    const places = responses.map((count, at) => (starts.get(sizes[at] ?? 0) ?? 0) + count);
    masses.set(grid.weights);
    for (const place of places) {
      const factor = factors[place] ?? masses;
      for (let node = 0; node < nodes; node += 1) masses[node] = (masses[node] ?? 0) * (factor[node] ?? 0);
    }
    let total = 0;
    for (let node = 0; node < nodes; node += 1) total += masses[node] ?? 0;
    return places.map((place) => {
      const share = shares[place] ?? masses;
      let above = 0;
      for (let node = 0; node < nodes; node += 1) above += (masses[node] ?? 0) * (share[node] ?? 0);
      return above / total;
    });
  };
}
