/**
 * Multisource exchangeability models: every pair of baskets is exchangeable or not, all symmetric matrices of pairs are
 * enumerated, and a basket's posterior is a mixture over the sets of baskets it may be joined with (Kaizer, Koopmeiners and Hobbs,
 * Biostatistics 2018;19:169; Hobbs and Landin, Stat Med 2018;37:3557). A matrix is weighed as in the R package basket: by the
 * product over its rows of the marginal likelihood of that row's set. Exchangeability need not be transitive.
 *
 * Empty baskets are left out: joined with others they would count the others' patients twice.
 */
import { lnBeta } from '../ln-gamma.ts';
import { type BetaPrior, betaPriorName, jeffreysPrior } from './beta-binomial.ts';
import { type BetaMixture, mixtureDistribution, mixtureFault } from './beta-mixture.ts';
import { type BasketCounts, type BayesRefusal, basketsFault, refusal } from './refusal.ts';
import { type ShareSummary, type SummaryOptions, summaryFault, summaryOf } from './share-summary.ts';

/** What is asked of the models. */
export interface ExchangeabilityOptions extends SummaryOptions {
  /** Prior of every rate; Jeffreys unless given. */
  readonly prior?: BetaPrior;
  /** Prior probability that two baskets are exchangeable; 0.5 unless given. */
  readonly exchangeable?: number;
}

/** One basket under the models. */
export type ExchangeabilityBasket =
  | {
      readonly kind: 'posterior';
      readonly counts: BasketCounts;
      readonly summary: ShareSummary;
      /** The posterior, one component for each set of baskets joined with this one. */
      readonly mixture: BetaMixture;
      /** Posterior mean of a + b: patients of the basket and of those joined with it, the prior included. */
      readonly expectedPatients: number;
    }
  /** No patients: it takes no part. */
  | { readonly kind: 'empty'; readonly counts: BasketCounts };

/** Baskets under all exchangeability models. */
export interface ExchangeabilityModel {
  readonly prior: string;
  readonly models: number;
  readonly baskets: readonly ExchangeabilityBasket[];
  /** Posterior probability that two baskets are exchangeable; null with an empty basket. */
  readonly exchangeability: readonly (readonly (number | null)[])[];
  /** The matrix with the largest posterior probability; null with an empty basket. */
  readonly likeliest: readonly (readonly (0 | 1 | null)[])[];
  readonly likeliestProbability: number;
}

/** All models, or why they are not enumerated. */
export type ExchangeabilityReading =
  | { readonly ok: true; readonly model: ExchangeabilityModel }
  | BayesRefusal;

/** Seven baskets have 2^21 matrices; eight have 2^28. */
export const mostExchangeabilityBaskets = 7;

/** What the enumeration says of baskets that have patients, by bit masks of their sets. */
export interface MaskPosterior {
  /** Of each basket, the posterior probability of every set that contains it. */
  readonly sets: readonly Float64Array[];
  /** The sets of the likeliest matrix. */
  readonly likeliest: readonly number[];
  readonly likeliestProbability: number;
}

/** ln of the marginal likelihood of every row of a matrix: its set together, the others each alone; binomial factors left out. */
function lnRows(rows: readonly BasketCounts[], { a, b }: BetaPrior): Float64Array {
  const start = lnBeta(a, b);
  const ln = (responses: number, patients: number): number =>
    lnBeta(a + responses, b + patients - responses) - start;
  const alone = rows.map(({ responses, patients }) => ln(responses, patients));
  return Float64Array.from({ length: 2 ** rows.length }, (_, mask) => {
    let [responses, patients, apart] = [0, 0, 0];
    for (const [at, row] of rows.entries())
      if ((mask >> at) & 1) {
        responses += row.responses;
        patients += row.patients;
      } else apart += alone[at] ?? 0;
    return ln(responses, patients) + apart;
  });
}

/** Enumerates all symmetric matrices, row by row; the subtree below each choice of a row is summed once. */
export function enumeratedExchangeability(
  rows: readonly BasketCounts[],
  prior: BetaPrior,
  exchangeable: number,
): MaskPosterior {
  const count = rows.length;
  const ln = lnRows(rows, prior);
  const pairs = Array.from({ length: count }, (_, joined) =>
    Array.from({ length: count }, (_none, apart) => exchangeable ** joined * (1 - exchangeable) ** apart),
  );
  // The best that each row can reach keeps sums within range.
  const best = Array.from({ length: count }, (_, at) =>
    ln.reduce(
      (top, value, mask) => ((mask >> at) & 1 ? Math.max(top, value) : top),
      Number.NEGATIVE_INFINITY,
    ),
  );
  const factor = best.map((top) => ln.map((value) => Math.exp(value - top)));
  const sets = rows.map(() => new Float64Array(2 ** count));
  const masks = new Uint32Array(count).map((_, at) => 1 << at);
  const found = { weight: -1, masks: [...masks] };
  const below = (row: number, before: number): number => {
    if (row === count) {
      if (before > found.weight) {
        found.weight = before;
        found.masks = [...masks];
      }
      return 1;
    }
    const later = count - row - 1;
    let sum = 0;
    for (let choice = 0; choice < 2 ** later; choice += 1) {
      const mask = (masks[row] ?? 0) | (choice << (row + 1));
      const joined = bitsOf(choice);
      const own = (pairs[joined]?.[later - joined] ?? 0) * (factor[row]?.[mask] ?? 0);
      if (own === 0) continue;
      for (let at = row + 1; at < count; at += 1)
        if ((mask >> at) & 1) masks[at] = (masks[at] ?? 0) | (1 << row);
      const kept = masks[row] ?? 0;
      masks[row] = mask;
      const part = own * below(row + 1, before * own);
      masks[row] = kept;
      for (let at = row + 1; at < count; at += 1)
        if ((mask >> at) & 1) masks[at] = (masks[at] ?? 0) & ~(1 << row);
      sum += part;
      const list = sets[row];
      if (list !== undefined) list[mask] = (list[mask] ?? 0) + before * part;
    }
    return sum;
  };
  const total = below(0, 1);
  return {
    sets: sets.map((list) => list.map((weight) => weight / total)),
    likeliest: found.masks,
    likeliestProbability: found.weight / total,
  };
}

function bitsOf(mask: number): number {
  let [rest, bits] = [mask, 0];
  for (; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}

/** Sets with a smaller share of the posterior change no digit. */
const negligible = 1e-18;

/** The posterior of one basket as a mixture: sets with the same sums are one component. */
export function setsMixture(
  sets: Float64Array,
  rows: readonly BasketCounts[],
  prior: BetaPrior,
): BetaMixture {
  const components = new Map<string, { weight: number; a: number; b: number }>();
  for (const [mask, weight] of sets.entries()) {
    if (weight < negligible) continue;
    const joined = rows.filter((_, at) => (mask >> at) & 1);
    const responses = joined.reduce((sum, row) => sum + row.responses, 0);
    const patients = joined.reduce((sum, row) => sum + row.patients, 0);
    const key = `${responses}/${patients}`;
    const a = prior.a + responses;
    const b = prior.b + patients - responses;
    components.set(key, { a, b, weight: weight + (components.get(key)?.weight ?? 0) });
  }
  return [...components.values()];
}

/** Why the enumeration cannot be made. */
export function exchangeabilityFault(
  baskets: readonly BasketCounts[],
  { prior = jeffreysPrior, exchangeable = 0.5 }: ExchangeabilityOptions,
): BayesRefusal | undefined {
  const fault = basketsFault(baskets) ?? mixtureFault([{ weight: 1, ...prior }]);
  if (fault !== undefined) return fault;
  if (!(exchangeable > 0 && exchangeable < 1))
    return refusal(
      'notAWeight',
      `the prior probability of exchangeability is ${exchangeable}: give one above 0 and below 1`,
    );
  const seen = baskets.filter(({ patients }) => patients > 0).length;
  return seen <= mostExchangeabilityBaskets
    ? undefined
    : refusal(
        'tooManyBaskets',
        `${seen} baskets have 2^${(seen * (seen - 1)) / 2} models; up to ${mostExchangeabilityBaskets} baskets are enumerated: take fewer, or the hierarchical model`,
      );
}

/**
 * Baskets under all exchangeability models, by exact enumeration.
 *
 * @example multisourceExchangeability([{ responses: 4, patients: 10 }, { responses: 3, patients: 3 }], { threshold: 0.25 })
 * // exchangeability 0.0825...
 */
export function multisourceExchangeability(
  baskets: readonly BasketCounts[],
  options: ExchangeabilityOptions = {},
): ExchangeabilityReading {
  const fault = exchangeabilityFault(baskets, options) ?? summaryFault(options);
  if (fault !== undefined) return fault;
  const { prior = jeffreysPrior, exchangeable = 0.5 } = options;
  const rows = baskets.filter(({ patients }) => patients > 0);
  const { sets, likeliest, likeliestProbability } = enumeratedExchangeability(rows, prior, exchangeable);
  let next = 0;
  const rowOf = baskets.map(({ patients }) => (patients > 0 ? next++ : null));
  const pair = <Value>(of: (one: number, other: number) => Value): (Value | null)[][] =>
    rowOf.map((one) => rowOf.map((other) => (one === null || other === null ? null : of(one, other))));
  return {
    ok: true,
    model: {
      prior: `${betaPriorName(prior)}; two baskets exchangeable with probability ${exchangeable}`,
      models: 2 ** ((rows.length * (rows.length - 1)) / 2),
      baskets: baskets.map((counts, at): ExchangeabilityBasket => {
        const row = rowOf[at] ?? null;
        if (row === null) return { kind: 'empty', counts };
        const mixture = setsMixture(sets[row] ?? new Float64Array(0), rows, prior);
        return {
          kind: 'posterior',
          counts,
          summary: summaryOf(mixtureDistribution(mixture), options),
          mixture,
          expectedPatients: mixture.reduce((sum, { weight, a, b }) => sum + weight * (a + b), 0),
        };
      }),
      exchangeability: pair((one, other) =>
        (sets[one] ?? new Float64Array(0)).reduce(
          (sum, weight, mask) => ((mask >> other) & 1 ? sum + weight : sum),
          0,
        ),
      ),
      likeliest: pair((one, other): 0 | 1 => (((likeliest[one] ?? 0) >> other) & 1 ? 1 : 0)),
      likeliestProbability,
    },
  };
}
