/**
 * Studies as baskets that borrow from each other: unborrowed first, then exchangeability models, the hierarchical model and EXNEX,
 * with the priors named. Refused where borrowing would make one disease of two: NET and NEC, mixed populations, populations
 * that were defined by different alterations. How often a rule would be wrong is enumerated where that can be done.
 */
import { type Criterion, canonicalText } from '../../criteria/index.ts';
import {
  type BayesRefusal,
  type Borrowing,
  type BorrowingMethod,
  type OperatingReading,
  operatingCharacteristics,
  unborrowedFirst,
} from '../../statistics/index.ts';
import { entity } from '../../tumour/index.ts';
import { type EntityReading, entityOf } from './population-truth.ts';
import type { SelectedRate } from './selected-rate.ts';

/** What is asked of the baskets. */
export interface BorrowQuestion {
  readonly reading: EntityReading;
  /** The share that a basket has to exceed, such as the null rate of a trial. */
  readonly threshold: number;
  /** A basket is called active when P(share > threshold) is above this. */
  readonly cutoff: number;
}

export type BorrowRefusal =
  | 'tooFewStudies'
  | 'acrossDifferentiation'
  | 'mixedPopulation'
  | 'acrossAlterations';

const refusalTexts: Readonly<Record<BorrowRefusal, string>> = {
  tooFewStudies: 'borrowing needs two studies or more',
  acrossDifferentiation: 'NET and NEC never borrow from each other',
  mixedPopulation: 'a population of several classes (NET and NEC) cannot lend what belongs to neither',
  acrossAlterations:
    'the populations were defined by different alterations: sensitive and resistant variants never borrow from each other',
};

/** A refusal for a reader. */
export const borrowRefusalText = (reason: BorrowRefusal): string => refusalTexts[reason];

/** How often a rule calls a basket active when none is: with one method, all rates at the threshold. */
export interface FalsePositives {
  readonly method: string;
  readonly reading: OperatingReading;
}

export interface BorrowedRates {
  readonly rates: readonly SelectedRate[];
  readonly borrowing: Borrowing;
  readonly falsePositives: readonly FalsePositives[];
}

export type BorrowedRatesReading =
  | { readonly ok: true; readonly borrowed: BorrowedRates }
  | { readonly ok: false; readonly reason: BorrowRefusal; readonly between: readonly string[] }
  | { readonly ok: false; readonly reason: 'model'; readonly refusal: BayesRefusal };

/** The alterations that a population is defined by, as one text. */
function alterationsOf(criterion: Criterion | undefined): string {
  const found: string[] = [];
  const visit = (each: Criterion): void => {
    if ('all' in each) each.all.forEach(visit);
    else if ('any' in each) each.any.forEach(visit);
    else if ('not' in each) visit(each.not);
    else if ('atLeast' in each) each.atLeast.of.forEach(visit);
    else if ('alteration' in each) found.push(canonicalText(each));
  };
  if (criterion !== undefined) visit(criterion);
  return [...new Set(found)].sort().join('; ');
}

function reasonAgainst(rates: readonly SelectedRate[], reading: EntityReading): BorrowRefusal | undefined {
  if (rates.length < 2) return 'tooFewStudies';
  const classes = rates.map(({ population }) => entity(entityOf(population, reading)).classes ?? []);
  if (classes.some((each) => each.length > 1)) return 'mixedPopulation';
  if (new Set(classes.map((each) => each.join())).size > 1) return 'acrossDifferentiation';
  const alterations = new Set(rates.map(({ population }) => alterationsOf(population.criterion)));
  return alterations.size > 1 ? 'acrossAlterations' : undefined;
}

const methods: readonly (readonly [name: string, method: BorrowingMethod])[] = [
  ['without borrowing', { kind: 'unborrowed' }],
  ['exchangeability models', { kind: 'exchangeability' }],
  ['hierarchical model', { kind: 'hierarchical' }],
];

/** The rates with what they borrow. */
export function borrowRates(
  rates: readonly SelectedRate[],
  { reading, threshold, cutoff }: BorrowQuestion,
): BorrowedRatesReading {
  const reason = reasonAgainst(rates, reading);
  if (reason !== undefined) return { ok: false, reason, between: rates.map(({ words }) => words) };
  const baskets = rates.map(({ count, of }) => ({ responses: count, patients: of }));
  const read = unborrowedFirst(baskets, { threshold });
  if (!read.ok) return { ok: false, reason: 'model', refusal: read };
  const patients = baskets.map((basket) => basket.patients);
  const scenarios = [patients.map(() => threshold)];
  return {
    ok: true,
    borrowed: {
      rates,
      borrowing: read.borrowing,
      falsePositives: methods.map(([method, how]) => ({
        method,
        reading: operatingCharacteristics({ patients, scenarios, threshold, cutoff, method: how }),
      })),
    },
  };
}
