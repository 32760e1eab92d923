/**
 * The hazard ratios that studies print, side by side: what is compared, in whom, the printed text, the error of the logarithm
 * from the printed interval and from nothing else, and what of the ratio itself stands against pooling it.
 */
import type { Criterion } from '../../criteria/index.ts';
import { type EffectSize, hazardRatioEffect } from '../../statistics/index.ts';
import { entity } from '../../tumour/index.ts';
import type { Contrast, MeasuredResult, Population, Study } from '../study.ts';
import { type EntityReading, entityOf, populationTruth } from './population-truth.ts';
import { isCentred, readPrintedRatio, readPrintedRatioInterval } from './printed-ratio.ts';

/** Which hazard ratios are asked for; all of them where nothing is said. */
export interface RatioQuestion {
  readonly of?: Contrast['of'] | undefined;
  readonly where?: Criterion | undefined;
  readonly reading: EntityReading;
}

/** What of the ratio itself stands against pooling it. */
export const ratioFaults = [
  'notRandomised',
  'armsNotNamed',
  'notOneNumber',
  'noInterval',
  'intervalUnread',
  'intervalContradicts',
  'mixedPopulation',
  'printedTwice',
  'partOfAnother',
] as const;
export type RatioFault = (typeof ratioFaults)[number];

/** One printed hazard ratio. */
export interface PrintedHazardRatio {
  readonly study: Study;
  readonly result: MeasuredResult;
  readonly population: Population;
  readonly isRandomised: boolean;
  /** The arms by their drugs, or by label where an arm has none (placebo). */
  readonly pair: { readonly treatment: string; readonly control: string } | undefined;
  /** Class and subtype of the disease, or the disease where it has no class; undefined where it is of several classes. */
  readonly diseaseClass: string | undefined;
  /** The logarithm with its variance; undefined where no interval tells it. */
  readonly effect: EffectSize | undefined;
  /** Whether rounding explains how far the ratio lies from the middle of its interval. */
  readonly isCentred: boolean | undefined;
  readonly faults: readonly RatioFault[];
}

/** Why a hazard ratio is not even listed. */
export type RatioUnlistedReason =
  | 'otherEndpoint'
  | 'endpointUnknown'
  | 'otherPopulation'
  | 'populationUnknown';
export interface UnlistedRatio {
  readonly study: Study;
  readonly result: MeasuredResult;
  readonly reason: RatioUnlistedReason;
}

function classOf(population: Population, reading: EntityReading): string | undefined {
  const { id, classes, subtypes } = entity(entityOf(population, reading));
  if (classes === undefined) return id;
  return classes.length === 1 ? [...classes, ...(subtypes ?? [])].join(', ') : undefined;
}

/** Whether arms of a study were drawn by lot. */
export const isRandomisedStudy = ({ design }: Study): boolean =>
  design.randomised ?? design.type === 'randomisedTrial';

/** An arm by its drugs, or by its label where it has none. */
const armKey = ({ drugs, label }: Study['arms'][number]): string =>
  drugs.length === 0 ? label.toLowerCase() : drugs.toSorted().join(' + ');

/** Whether a study has both arms of a comparison. */
export function comparesPair({ arms }: Study, pair: PrintedHazardRatio['pair']): boolean {
  const keys = arms.map(armKey);
  return pair !== undefined && keys.includes(pair.treatment) && keys.includes(pair.control);
}

function pairOf({ arms }: Study, contrast: Contrast | undefined): PrintedHazardRatio['pair'] {
  const named = (id: string | undefined): string | undefined => {
    const arm = arms.find((each) => each.id === id);
    return arm === undefined ? undefined : armKey(arm);
  };
  const [treatment, control] = [named(contrast?.treatment), named(contrast?.control)];
  return treatment === undefined || control === undefined ? undefined : { treatment, control };
}

type Read = Pick<PrintedHazardRatio, 'effect' | 'isCentred'> & { readonly faults: readonly RatioFault[] };

/** The numbers of a printed ratio. */
function readNumbers({ printed, intervalPrinted }: MeasuredResult): Read {
  const ratio = readPrintedRatio(printed);
  const interval = intervalPrinted === undefined ? undefined : readPrintedRatioInterval(intervalPrinted);
  const faults: RatioFault[] = [];
  if (ratio === undefined) faults.push('notOneNumber');
  if (intervalPrinted === undefined) faults.push('noInterval');
  else if (interval === undefined) faults.push('intervalUnread');
  if (ratio === undefined || interval === undefined)
    return { effect: undefined, isCentred: undefined, faults };
  const { lower, upper, confidence } = interval;
  const read = hazardRatioEffect({
    hazardRatio: ratio.value,
    lower: lower.value,
    upper: upper.value,
    confidence,
  });
  return read.ok
    ? { effect: read.effect, isCentred: isCentred(ratio, interval), faults }
    : { effect: undefined, isCentred: undefined, faults: ['intervalContradicts'] };
}

function listed(study: Study, result: MeasuredResult, reading: EntityReading): PrintedHazardRatio {
  const population = result.population ?? study.population;
  const isRandomised = isRandomisedStudy(study);
  const pair = pairOf(study, result.contrast);
  const diseaseClass = classOf(population, reading);
  const numbers = readNumbers(result);
  return {
    study,
    result,
    population,
    isRandomised,
    pair,
    diseaseClass,
    effect: numbers.effect,
    isCentred: numbers.isCentred,
    faults: [
      ...(isRandomised ? [] : (['notRandomised'] as const)),
      ...(pair === undefined ? (['armsNotNamed'] as const) : []),
      ...numbers.faults,
      ...(diseaseClass === undefined ? (['mixedPopulation'] as const) : []),
    ],
  };
}

/** Of the ratios of one study, arms and endpoint: those of the whole before those of parts, of each population one. */
function withRepeated(ratios: readonly PrintedHazardRatio[]): readonly PrintedHazardRatio[] {
  const kinOf = (one: PrintedHazardRatio): readonly PrintedHazardRatio[] => {
    const { contrast } = one.result;
    if (contrast === undefined) return [one];
    return ratios.filter(
      ({ study, result: { contrast: other } }) =>
        study.id === one.study.id &&
        other?.treatment === contrast.treatment &&
        other.control === contrast.control &&
        other.of === contrast.of,
    );
  };
  return ratios.map((one) => {
    const kin = kinOf(one);
    const usable = kin.some(({ result, faults }) => result.population === undefined && faults.length === 0);
    if (usable && one.result.population !== undefined)
      return { ...one, faults: [...one.faults, 'partOfAnother' as const] };
    const same = kin.filter(({ population }) => population.words === one.population.words);
    const first = same.find(({ faults }) => faults.length === 0) ?? same[0];
    return first === one ? one : { ...one, faults: [...one.faults, 'printedTwice' as const] };
  });
}

function unlistedFor(
  result: MeasuredResult,
  population: Population,
  asked: RatioQuestion,
): RatioUnlistedReason | undefined {
  if (asked.of !== undefined && result.contrast?.of !== asked.of)
    return result.contrast === undefined ? 'endpointUnknown' : 'otherEndpoint';
  const truth = asked.where === undefined ? 'met' : populationTruth(asked.where, population, asked.reading);
  if (truth === 'met') return undefined;
  return truth === 'unmet' ? 'otherPopulation' : 'populationUnknown';
}

/** The hazard ratios of the library that are asked for, and the others with the reason. */
export function listRatios(
  studies: readonly Study[],
  asked: RatioQuestion,
): { readonly ratios: readonly PrintedHazardRatio[]; readonly unlisted: readonly UnlistedRatio[] } {
  const unlisted: UnlistedRatio[] = [];
  const ratios: PrintedHazardRatio[] = [];
  for (const study of studies)
    for (const result of study.measures) {
      if (result.outcome !== 'hazardRatio') continue;
      const reason = unlistedFor(result, result.population ?? study.population, asked);
      if (reason === undefined) ratios.push(listed(study, result, asked.reading));
      else unlisted.push({ study, result, reason });
    }
  return { ratios: withRepeated(ratios), unlisted };
}
