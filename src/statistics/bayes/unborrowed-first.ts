/**
 * Baskets by themselves, and beside that what each borrows from the others: by exchangeability models, by the hierarchical model
 * and by EXNEX, each under every prior of tau asked for. Where methods or priors disagree, the data do not decide.
 */
import { type BetaPrior, betaBinomialPosterior, betaPriorName, jeffreysPrior } from './beta-binomial.ts';
import {
  type ExchangeabilityBasket,
  type ExchangeabilityReading,
  multisourceExchangeability,
} from './exchangeability.ts';
import type { NormalPrior } from './hierarchical-grid.ts';
import {
  type HierarchicalBasket,
  type HierarchicalReading,
  hierarchicalModel,
  type NonExchangeable,
  tauSensitivity,
} from './hierarchical-model.ts';
import { metaAnalyticPredictive, type PredictiveOptions } from './meta-analytic-predictive.ts';
import { mixturePosterior } from './mixture-posterior.ts';
import { type BasketCounts, type BayesRefusal, basketsFault, weightFault } from './refusal.ts';
import { type ShareSummary, type SummaryOptions, summaryFault } from './share-summary.ts';
import type { TauPrior } from './tau-prior.ts';

/** Priors of all methods. */
export interface BorrowingOptions extends SummaryOptions {
  /** Prior of a basket by itself and in the exchangeability models; Jeffreys unless given. */
  readonly prior?: BetaPrior;
  /** Prior probability that two baskets are exchangeable; 0.5 unless given. */
  readonly exchangeable?: number;
  readonly mu?: NormalPrior;
  /** The first is the one taken, the rest show how much depends on it; half-normal 1, 0.5 and 2, half-Cauchy 1 unless given. */
  readonly taus?: readonly TauPrior[];
  /** Exchangeable with probability 0.5, else like mu, unless given. */
  readonly nonExchangeable?: NonExchangeable;
  /**
   * Weight of the vague component where each basket also gets a robust prior from the others; without it, none is made
   * (the fit of a mixture takes longer than all the rest).
   */
  readonly robustWeight?: number;
}

/** What one method says of a basket. */
export interface BorrowedShare {
  readonly summary: ShareSummary;
  /**
   * Patients that the others are worth to this basket: effective patients beyond those without borrowing. Below 0 where the
   * others contradict it.
   */
  readonly borrowedPatients: number;
}

/** One basket: without borrowing first. */
export interface BasketBorrowing {
  readonly counts: BasketCounts;
  /** Null for an empty basket, which has a prediction and nothing else. */
  readonly unborrowed: ShareSummary | null;
  /** Null where the method gives none. */
  readonly exchangeability: BorrowedShare | null;
  readonly hierarchical: BorrowedShare | null;
  readonly exnex: BorrowedShare | null;
  /** With a robust prior from the other baskets, where it was asked for. */
  readonly robust: BorrowedShare | null;
  /** For an empty basket only: what the hierarchical model foretells. */
  readonly prediction: ShareSummary | null;
}

/** Baskets with and without borrowing. */
export interface Borrowing {
  /** The prior without borrowing, in words. */
  readonly prior: string;
  readonly baskets: readonly BasketBorrowing[];
  readonly exchangeability: ExchangeabilityReading;
  readonly hierarchical: HierarchicalReading;
  readonly exnex: HierarchicalReading;
  /** The hierarchical model under each prior of tau, the first included. */
  readonly sensitivity: readonly { readonly prior: string; readonly reading: HierarchicalReading }[];
}

/** All of it, or why there is none. */
export type BorrowingReading = { readonly ok: true; readonly borrowing: Borrowing } | BayesRefusal;

const usualTaus: readonly [TauPrior, ...TauPrior[]] = [
  { kind: 'half-normal', scale: 1 },
  { kind: 'half-normal', scale: 0.5 },
  { kind: 'half-normal', scale: 2 },
  { kind: 'half-cauchy', scale: 1 },
];

/** The posterior of a basket whose prior is what the others foretell, made robust; null where they have no patients. */
function robustPosterior(
  baskets: readonly BasketCounts[],
  at: number,
  options: PredictiveOptions,
): ShareSummary | null {
  const own = baskets[at];
  const others = metaAnalyticPredictive(
    baskets.filter((_, other) => other !== at),
    options,
  );
  if (own === undefined || !others.ok) return null;
  const read = mixturePosterior(others.prior.robust, own, options);
  return read.ok ? read.posterior.summary : null;
}

/** Baskets by themselves first, then with what they borrow. */
export function unborrowedFirst(
  baskets: readonly BasketCounts[],
  options: BorrowingOptions = {},
): BorrowingReading {
  const { robustWeight } = options;
  const fault =
    basketsFault(baskets) ??
    summaryFault(options) ??
    (robustWeight === undefined ? undefined : weightFault('the weight of the vague component', robustWeight));
  if (fault !== undefined) return fault;
  const { prior = jeffreysPrior, mu = { mean: 0, sd: 2 }, taus = usualTaus } = options;
  const { exchangeable = 0.5, nonExchangeable = { exchangeable: 0.5, apart: mu } } = options;
  const asked = { threshold: options.threshold ?? null, confidence: options.confidence ?? 0.95 };
  const tau = taus[0] ?? usualTaus[0];
  const exchangeability = multisourceExchangeability(baskets, { ...asked, prior, exchangeable });
  const sensitivity = tauSensitivity(baskets, [tau, ...taus.slice(1)], { ...asked, mu });
  const hierarchical = sensitivity[0]?.reading ?? hierarchicalModel(baskets, { ...asked, mu, tau });
  const exnex = hierarchicalModel(baskets, { ...asked, mu, tau, nonExchangeable });
  const alone = baskets.map((counts) => betaBinomialPosterior(counts, prior, asked));
  const off = alone.find((read): read is BayesRefusal => !read.ok);
  if (off !== undefined) return off;
  const joined = exchangeability.ok ? exchangeability.model.baskets : [];
  const [bhm, separate] = [hierarchical, exnex].map((read) => (read.ok ? read.model.baskets : []));
  return {
    ok: true,
    borrowing: {
      prior: betaPriorName(prior),
      baskets: baskets.map((counts, at): BasketBorrowing => {
        const read = alone[at];
        const isSeen = counts.patients > 0;
        const unborrowed = isSeen && read?.ok === true ? read.posterior.summary : null;
        const share = (summary: ShareSummary | null): BorrowedShare | null =>
          summary === null || unborrowed === null
            ? null
            : { summary, borrowedPatients: summary.effectivePatients - unborrowed.effectivePatients };
        const posterior = (found: ExchangeabilityBasket | HierarchicalBasket | undefined) =>
          share(found?.kind === 'posterior' ? found.summary : null);
        const robust =
          robustWeight === undefined || !isSeen
            ? null
            : robustPosterior(baskets, at, { ...asked, mu, tau, robustWeight });
        const own = bhm?.[at];
        return {
          counts,
          unborrowed,
          exchangeability: posterior(joined[at]),
          hierarchical: posterior(own),
          exnex: posterior(separate?.[at]),
          robust: share(robust),
          prediction: own?.kind === 'prediction' ? own.summary : null,
        };
      }),
      exchangeability,
      hierarchical,
      exnex,
      sensitivity,
    },
  };
}
