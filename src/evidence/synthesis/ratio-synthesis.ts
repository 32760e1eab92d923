/**
 * Hazard ratios of randomised studies together, where two or more compare the same two treatments for the same endpoint in the
 * same class of disease and print an interval; every other one is told why it is not pooled. Arms of different studies are
 * never held against each other, NET never pooled with NEC, and what was not randomised is listed as such.
 */
import { type PooledContrasts, poolContrasts } from '../../statistics/index.ts';
import type { Contrast, Study } from '../study.ts';
import { usualPooling } from './pooled-share.ts';
import {
  comparesPair,
  isRandomisedStudy,
  listRatios,
  type PrintedHazardRatio,
  type RatioFault,
  type RatioQuestion,
  type RatioUnlistedReason,
  type UnlistedRatio,
} from './ratio-listing.ts';

/** Why a ratio is not pooled: what stands against it, or that there is nothing to pool it with. */
export type RatioNotPooled =
  | RatioFault
  | 'otherComparison'
  | 'othersWithoutRatio'
  | 'otherEndpoint'
  | 'otherDisease'
  | 'samePatients'
  | 'othersNotUsable'
  | 'othersNotAsked';

const texts: Readonly<Record<RatioNotPooled, string>> = {
  notRandomised: 'not randomised',
  armsNotNamed: 'which arm stands over which is not printed',
  notOneNumber: 'not printed as one ratio',
  noInterval: 'no interval printed',
  intervalUnread: 'the printed interval does not name its level, or is not two numbers',
  intervalContradicts: 'the printed ratio does not lie within its interval',
  mixedPopulation: 'mixed population: several classes of disease',
  printedTwice: 'another printing of a ratio that is listed',
  partOfAnother: 'a part of the patients of a ratio that is listed',
  otherComparison: 'other comparison: no other randomised study of the library compares these treatments',
  othersWithoutRatio:
    'the other randomised studies with these arms have no hazard ratio in the library that names them',
  otherEndpoint: 'other endpoint: the other studies of these treatments compare another time',
  otherDisease: 'other disease: the other studies of these treatments are in another class of disease',
  samePatients: 'shares patients with the other study of these treatments',
  othersNotAsked: 'the other studies of these treatments are not among those asked for',
  othersNotUsable: 'the other studies of these treatments print no usable interval',
};

/** A reason for a reader. */
export const ratioNotPooledText = (reason: RatioNotPooled): string => texts[reason];

const unlistedTexts: Readonly<Record<RatioUnlistedReason, string>> = {
  otherEndpoint: 'another endpoint',
  endpointUnknown: 'the comparison is not named',
  otherPopulation: 'another population',
  populationUnknown: 'not known to be this population: mixed, or not said',
};

/** Why a ratio is not listed, for a reader. */
export const ratioUnlistedText = (reason: RatioUnlistedReason): string => unlistedTexts[reason];

/** A listed ratio; `reasons` is empty where it is pooled. */
export interface ListedRatio extends PrintedHazardRatio {
  readonly reasons: readonly RatioNotPooled[];
}

/** Ratios that were pooled. */
export interface PooledRatios {
  /** First over second; ratios printed the other way round were turned over. */
  readonly treatment: string;
  readonly control: string;
  readonly of: Contrast['of'];
  readonly diseaseClass: string;
  readonly ratios: readonly { readonly ratio: PrintedHazardRatio; readonly isTurnedOver: boolean }[];
  readonly pooled: PooledContrasts;
}

export interface RatioSynthesis {
  readonly question: RatioQuestion;
  readonly ratios: readonly ListedRatio[];
  readonly unlisted: readonly UnlistedRatio[];
  readonly pooled: readonly PooledRatios[];
}

const pairKey = ({ pair }: PrintedHazardRatio): string | undefined =>
  pair === undefined ? undefined : [pair.treatment, pair.control].toSorted().join(' v ');

const overlap = (one: Study, other: Study): boolean =>
  one.overlaps.some(({ study }) => study === other.id) ||
  other.overlaps.some(({ study }) => study === one.id);

const isUsable = ({ faults, effect }: PrintedHazardRatio): boolean =>
  faults.length === 0 && effect !== undefined;

/** Usable ratios of the same comparison, endpoint and disease, without those that share patients with one before them. */
function independent(ratios: readonly PrintedHazardRatio[]): readonly PrintedHazardRatio[] {
  const taken: PrintedHazardRatio[] = [];
  for (const ratio of ratios)
    if (isUsable(ratio) && !taken.some(({ study }) => overlap(study, ratio.study))) taken.push(ratio);
  return taken;
}

function poolGroup(ratios: readonly PrintedHazardRatio[]): PooledRatios | undefined {
  const taken = independent(ratios);
  const [first] = taken;
  const { pair, diseaseClass } = first ?? {};
  const of = first?.result.contrast?.of;
  if (pair === undefined || diseaseClass === undefined || of === undefined) return undefined;
  if (new Set(taken.map(({ study }) => study.id)).size < 2) return undefined;
  const turned = taken.map((ratio) => ({ ratio, isTurnedOver: ratio.pair?.treatment !== pair.treatment }));
  const readings = turned.flatMap(({ ratio: { study, effect }, isTurnedOver }) =>
    effect === undefined
      ? []
      : [
          {
            study: study.id,
            ok: true as const,
            effect: { effect: isTurnedOver ? -effect.effect : effect.effect, variance: effect.variance },
            halfAdded: false,
            offCentre: null,
          },
        ],
  );
  const { estimator, test, prediction, confidence } = usualPooling;
  const pooled = poolContrasts(readings, { estimator, test, prediction, confidence });
  return pooled.ok ? { ...pair, of, diseaseClass, ratios: turned, pooled } : undefined;
}

/** What there is to pool a ratio with, from near to far. */
function lackOf(
  one: PrintedHazardRatio,
  all: readonly PrintedHazardRatio[],
  studies: readonly Study[],
): RatioNotPooled | undefined {
  const key = pairKey(one);
  if (key === undefined || !one.isRandomised) return undefined;
  const samePair = all.filter(
    (other) => other.isRandomised && other.study.id !== one.study.id && pairKey(other) === key,
  );
  if (samePair.length === 0) {
    const compared = studies.some(
      (study) =>
        study.id !== one.study.id &&
        isRandomisedStudy(study) &&
        !overlap(study, one.study) &&
        comparesPair(study, one.pair),
    );
    return compared ? 'othersWithoutRatio' : 'otherComparison';
  }
  const sameTime = samePair.filter(({ result }) => result.contrast?.of === one.result.contrast?.of);
  if (sameTime.length === 0) return 'otherEndpoint';
  const sameClass = sameTime.filter(
    ({ diseaseClass }) => diseaseClass !== undefined && diseaseClass === one.diseaseClass,
  );
  if (sameClass.length === 0) return one.diseaseClass === undefined ? undefined : 'otherDisease';
  const usable = sameClass.filter(isUsable);
  if (usable.length === 0) return one.faults.length === 0 ? 'othersNotUsable' : undefined;
  return usable.some(({ study }) => overlap(study, one.study)) ? 'samePatients' : undefined;
}

/**
 * The hazard ratios of the library side by side, and together where that is allowed.
 *
 * @param studies the library, cut at the knowledge clock
 */
export function synthesiseRatios(studies: readonly Study[], question: RatioQuestion): RatioSynthesis {
  const { ratios, unlisted } = listRatios(studies, question);
  // What else compares the same treatments is looked for in every endpoint and population.
  const everywhere = listRatios(studies, { reading: question.reading }).ratios;
  const groups = Map.groupBy(
    ratios.filter(isUsable),
    (ratio) => `${pairKey(ratio) ?? ''}; ${ratio.result.contrast?.of ?? ''}; ${ratio.diseaseClass ?? ''}`,
  );
  const pooled = [...groups.values()].map(poolGroup).filter((group) => group !== undefined);
  const isPooled = (one: PrintedHazardRatio): boolean =>
    pooled.some((group) => group.ratios.some(({ ratio }) => ratio === one));
  return {
    question,
    ratios: ratios.map((ratio) => {
      if (isPooled(ratio)) return { ...ratio, reasons: [] };
      const lack = lackOf(ratio, everywhere, studies);
      const reasons = lack === undefined ? ratio.faults : [...ratio.faults, lack];
      return { ...ratio, reasons: reasons.length === 0 ? ['othersNotAsked'] : reasons };
    }),
    unlisted,
    pooled,
  };
}
