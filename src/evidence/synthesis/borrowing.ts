/**
 * Studies as baskets that borrow from each other: unborrowed first, then exchangeability models, the hierarchical model and EXNEX,
 * with the priors named. Refused where borrowing would make one disease of two: NET and NEC, mixed populations, populations
 * that were not selected by the same alterations; and across treatments, unless that is asked for. In what the studies differ
 * stands beside each answer, given or refused. How often a rule would be wrong is enumerated where that can be done.
 */
import type { Criterion } from '../../criteria/index.ts';
import {
  type BayesRefusal,
  type Borrowing,
  type BorrowingMethod,
  type OperatingReading,
  operatingCharacteristics,
  unborrowedFirst,
} from '../../statistics/index.ts';
import { entity } from '../../tumour/index.ts';
import {
  type AlterationRelation,
  alterationSelectionText,
  relateAlterationSelections,
} from './alteration-selection.ts';
import { type ComparedField, comparabilityPanel } from './comparability-panel.ts';
import { givenTreatment, relateTreatments, type TreatmentRelation } from './given-treatment.ts';
import { type EntityReading, entityOf } from './population-truth.ts';
import type { SelectedRate } from './selected-rate.ts';

/** What is asked of the baskets. */
export interface BorrowQuestion {
  readonly reading: EntityReading;
  /** The share that a basket has to exceed, such as the null rate of a trial. */
  readonly threshold: number;
  /** A basket is called active when P(share > threshold) is above this. */
  readonly cutoff: number;
  /** Let studies of different treatments borrow from each other: never unless it is asked for. */
  readonly acrossTreatments?: boolean | undefined;
}

export type BorrowRefusal =
  | 'tooFewStudies'
  | 'acrossDifferentiation'
  | 'mixedPopulation'
  | 'oppositeAlterations'
  | 'alterationNotAsked'
  | 'acrossAlterations'
  | 'acrossTreatments'
  | 'acrossDrugs';

const refusalTexts: Readonly<Record<BorrowRefusal, string>> = {
  tooFewStudies: 'borrowing needs two studies or more',
  acrossDifferentiation: 'NET and NEC never borrow from each other',
  mixedPopulation: 'a population of several classes (NET and NEC) cannot lend what belongs to neither',
  oppositeAlterations:
    'one population was selected by an alteration that another excludes: they never borrow from each other',
  alterationNotAsked:
    'one population was selected by an alteration and another was not: they never borrow from each other',
  acrossAlterations:
    'the populations were defined by different alterations: sensitive and resistant variants never borrow from each other',
  acrossTreatments:
    'the treatments differ, are not said, or are arms that a study tells apart: what one does says little of another',
  acrossDrugs: 'the drugs differ, though their classes are the same: what one does need not hold for another',
};

/** A refusal for a reader. */
export const borrowRefusalText = (reason: BorrowRefusal): string => refusalTexts[reason];

/** How often a rule calls a basket active when none is: with one method, all rates at the threshold. */
export interface FalsePositives {
  readonly method: string;
  readonly reading: OperatingReading;
}

/** One study as a basket, with what decides whether it may lend. */
export interface BorrowBasket {
  readonly rate: SelectedRate;
  /** The patients that are counted: "enrolled", "evaluable", "not said". */
  readonly denominator: string;
  /** What they were given, in words. */
  readonly treatment: string;
  /** By which alterations they were selected, in words. */
  readonly alterations: string;
}

/** What stands beside each answer. */
interface ComparedBaskets {
  readonly baskets: readonly BorrowBasket[];
  /** In what the studies differ: pool's panel. */
  readonly panel: readonly ComparedField[];
  readonly treatments: TreatmentRelation;
}

export interface BorrowedRates {
  readonly rates: readonly SelectedRate[];
  readonly borrowing: Borrowing;
  readonly falsePositives: readonly FalsePositives[];
}

export type BorrowedRatesReading = ComparedBaskets &
  (
    | { readonly ok: true; readonly borrowed: BorrowedRates }
    | { readonly ok: false; readonly reason: BorrowRefusal }
    | { readonly ok: false; readonly reason: 'model'; readonly refusal: BayesRefusal }
  );

/**
 * What the counted patients were selected by: the criterion of the study and that of the part that is counted, of which the
 * part says it all where it implies the whole.
 */
function criterionOf({ study, population }: SelectedRate): Criterion | undefined {
  const whole = study.population.criterion;
  const part = population.criterion;
  if (whole === undefined || part === undefined || whole === part) return part ?? whole;
  const both: Criterion = { all: [whole, part] };
  return [part, whole].find((each) => relateAlterationSelections(each, both) === 'same') ?? both;
}

const alterationRefusals: Readonly<Record<AlterationRelation, BorrowRefusal | undefined>> = {
  same: undefined,
  notAsked: 'alterationNotAsked',
  opposite: 'oppositeAlterations',
  different: 'acrossAlterations',
};

/** The first reason that speaks against one selection of all; to be selected alike is transitive. */
function reasonOfAlterations([first, ...others]: readonly SelectedRate[]): BorrowRefusal | undefined {
  if (first === undefined) return undefined;
  const reasons = others.flatMap(
    (each) => alterationRefusals[relateAlterationSelections(criterionOf(first), criterionOf(each))] ?? [],
  );
  return reasons[0];
}

function reasonOfTreatments(treatments: TreatmentRelation, isAsked = false): BorrowRefusal | undefined {
  if (treatments === 'same' || isAsked) return undefined;
  return treatments === 'sameClasses' ? 'acrossDrugs' : 'acrossTreatments';
}

function reasonAgainst(
  rates: readonly SelectedRate[],
  treatments: TreatmentRelation,
  { reading, acrossTreatments }: BorrowQuestion,
): BorrowRefusal | undefined {
  if (rates.length < 2) return 'tooFewStudies';
  const classes = rates.map(({ population }) => entity(entityOf(population, reading)).classes ?? []);
  if (classes.some((each) => each.length > 1)) return 'mixedPopulation';
  if (new Set(classes.map((each) => each.join())).size > 1) return 'acrossDifferentiation';
  return reasonOfAlterations(rates) ?? reasonOfTreatments(treatments, acrossTreatments);
}

const methods: readonly (readonly [name: string, method: BorrowingMethod])[] = [
  ['without borrowing', { kind: 'unborrowed' }],
  ['exchangeability models', { kind: 'exchangeability' }],
  ['hierarchical model', { kind: 'hierarchical' }],
];

const basketOf = (rate: SelectedRate): BorrowBasket => ({
  rate,
  denominator: rate.result.denominator === 'unstated' ? 'not said' : rate.result.denominator,
  treatment: givenTreatment(rate).words,
  alterations: alterationSelectionText(criterionOf(rate)),
});

/** The rates with what they borrow. */
export function borrowRates(rates: readonly SelectedRate[], question: BorrowQuestion): BorrowedRatesReading {
  const { reading, threshold, cutoff } = question;
  const treatments = relateTreatments(rates);
  const compared: ComparedBaskets = {
    baskets: rates.map(basketOf),
    panel: comparabilityPanel(rates, reading),
    treatments,
  };
  const reason = reasonAgainst(rates, treatments, question);
  if (reason !== undefined) return { ...compared, ok: false, reason };
  const baskets = rates.map(({ count, of }) => ({ responses: count, patients: of }));
  const read = unborrowedFirst(baskets, { threshold });
  if (!read.ok) return { ...compared, ok: false, reason: 'model', refusal: read };
  const patients = baskets.map((basket) => basket.patients);
  const scenarios = [patients.map(() => threshold)];
  return {
    ...compared,
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
