/**
 * Which counts of the library may stand together in one pooled share, and why each other one may not. A count enters when its
 * study was not chosen by outcome, its population answers the criterion, its arm had the treatment, its denominator is of
 * the kind that is asked, and no other count of the same patients is in. Denominators that were inferred, populations of
 * which the criterion is unknown, and patients called by another name than the curator gives them are not mixed in; they are
 * shown, and may be added as a sensitivity analysis.
 */
import type { Criterion } from '../../criteria/index.ts';
import { entity } from '../../tumour/index.ts';
import type { DrugsAsked } from '../printed-counts.ts';
import { armsWith, isRateStudy } from '../printed-counts.ts';
import type { SourcePlace } from '../source-place.ts';
import type { CountedResult, Population, Study } from '../study.ts';
import { type EntityReading, entityOf, populationTruth } from './population-truth.ts';

/** Which denominators stand together. `analysed`: the patients that the study itself counted, named as such. */
export const denominatorRules = ['enrolled', 'evaluable', 'analysed'] as const;
export type DenominatorRule = (typeof denominatorRules)[number];

/** What is pooled. */
export interface RateQuestion {
  readonly outcome: CountedResult['outcome'];
  readonly where: Criterion;
  /** Arms with these drugs; every arm where undefined. */
  readonly treatment?: DrugsAsked | undefined;
  readonly regimen?: string | undefined;
  readonly denominator: DenominatorRule;
  readonly reading: EntityReading;
  /** Also counts over inferred denominators. */
  readonly withInferred: boolean;
  /** Only values printed in this document. */
  readonly document?: string | undefined;
  /** Pool counts of NET and NEC, or of populations of both, together: never unless it is asked for. */
  readonly mixed?: boolean | undefined;
}

/** A count that enters. */
export interface SelectedRate {
  readonly study: Study;
  readonly result: CountedResult;
  readonly population: Population;
  readonly words: string;
  readonly count: number;
  readonly of: number;
}

export type RateLeftOutReason =
  | 'chosenByOutcome'
  | 'selectionUnknown'
  | 'otherPopulation'
  | 'populationUnknown'
  | 'otherTreatment'
  | 'otherDenominator'
  | 'denominatorInferred'
  | 'otherDocument'
  | 'sharesPatients'
  | 'partOfAnother';

export interface RateLeftOut {
  readonly study: Study;
  readonly result: CountedResult;
  readonly words: string;
  readonly reason: RateLeftOutReason;
}

export interface SelectedRates {
  readonly selected: readonly SelectedRate[];
  readonly leftOut: readonly RateLeftOut[];
}

const reasonTexts: Readonly<Record<RateLeftOutReason, string>> = {
  chosenByOutcome: 'single case, or chosen by outcome: never a rate',
  selectionUnknown: 'a series of cases of which is not said how they were chosen',
  otherPopulation: 'another population',
  populationUnknown: 'not known to be this population: mixed, or not said',
  otherTreatment: 'another treatment',
  otherDenominator: 'another kind of denominator',
  denominatorInferred: 'denominator inferred, not printed: sensitivity analysis only',
  otherDocument: 'another document',
  sharesPatients: 'shares patients with a study that is in',
  partOfAnother: 'part of a count that is in, or the whole of one',
};

/** A reason for a reader. */
export const rateLeftOutText = (reason: RateLeftOutReason): string => reasonTexts[reason];

const labelOf = (study: Study, { arm }: CountedResult, population: Population): string => {
  const label = study.arms.length > 1 ? study.arms.find(({ id }) => id === arm)?.label : undefined;
  const part = population === study.population ? undefined : population.words;
  return [`${study.citation.authors ?? study.title} ${study.citation.year}`, part, label]
    .filter((text) => text !== undefined)
    .join(', ');
};

function wantsDenominator(rule: DenominatorRule, kind: CountedResult['denominator']): boolean {
  return rule === 'analysed' || kind === rule;
}

function fitsTreatment(study: Study, result: CountedResult, asked: RateQuestion): boolean {
  const { treatment, regimen } = asked;
  if (treatment === undefined && regimen === undefined) return true;
  const arms = study.arms.filter((arm) => result.arm === undefined || arm.id === result.arm);
  const byDrugs = treatment === undefined ? undefined : armsWith(study, treatment);
  return (
    arms.length > 0 &&
    arms.every(
      (arm) =>
        (byDrugs === undefined || byDrugs.has(arm.id)) && (regimen === undefined || arm.regimen === regimen),
    )
  );
}

function reasonAgainst(
  study: Study,
  result: CountedResult,
  population: Population,
  asked: RateQuestion,
): RateLeftOutReason | undefined {
  if (!isRateStudy(study)) return 'chosenByOutcome';
  const truth = populationTruth(asked.where, population, asked.reading);
  if (truth === 'unmet') return 'otherPopulation';
  if (study.design.type === 'caseSeries' && study.selection === 'unstated') return 'selectionUnknown';
  if (asked.document !== undefined && result.place.document !== asked.document) return 'otherDocument';
  if (!fitsTreatment(study, result, asked)) return 'otherTreatment';
  if (truth === 'unknown') return 'populationUnknown';
  if (!wantsDenominator(asked.denominator, result.denominator)) return 'otherDenominator';
  if (result.inferred !== undefined && !asked.withInferred) return 'denominatorInferred';
  return undefined;
}

/** Of several counts of one study and arm, those of the whole, unless the whole is not among them. */
function withoutParts(rates: readonly SelectedRate[]): { in: SelectedRate[]; out: SelectedRate[] } {
  const inside: SelectedRate[] = [];
  const out: SelectedRate[] = [];
  for (const same of Map.groupBy(rates, ({ study, result }) => `${study.id} ${result.arm ?? ''}`).values()) {
    const whole = same.some(({ result }) => result.population === undefined);
    const taken = new Set<string>();
    for (const rate of same) {
      const isPart = whole && rate.result.population !== undefined;
      (isPart || taken.has(rate.population.words) ? out : inside).push(rate);
      if (!isPart) taken.add(rate.population.words);
    }
  }
  return { in: inside, out };
}

/** Whether a study shares patients with one that is in, said on either side. */
function sharesPatients(
  study: Study,
  taken: ReadonlyMap<string, Study>,
  named: ReadonlySet<string>,
): boolean {
  if (taken.has(study.id)) return false;
  return named.has(study.id) || study.overlaps.some((each) => taken.has(each.study));
}

/** The counts of the library that answer a question, and the others that count the same outcome, each with its reason. */
export function selectRates(studies: readonly Study[], asked: RateQuestion): SelectedRates {
  const leftOut: RateLeftOut[] = [];
  const candidates: SelectedRate[] = [];
  for (const study of studies) {
    for (const result of study.counts) {
      if (result.outcome !== asked.outcome) continue;
      const population = result.population ?? study.population;
      const words = labelOf(study, result, population);
      const reason = reasonAgainst(study, result, population, asked);
      if (reason === undefined)
        candidates.push({ study, result, population, words, count: result.count, of: result.of });
      else leftOut.push({ study, result, words, reason });
    }
  }
  const { in: whole, out } = withoutParts(candidates);
  const selected: SelectedRate[] = [];
  const taken = new Map<string, Study>();
  const named = new Set<string>();
  for (const { study, result, words } of out) leftOut.push({ study, result, words, reason: 'partOfAnother' });
  for (const rate of whole) {
    const { study, result, words } = rate;
    if (sharesPatients(study, taken, named)) {
      leftOut.push({ study, result, words, reason: 'sharesPatients' });
      continue;
    }
    selected.push(rate);
    taken.set(study.id, study);
    for (const each of study.overlaps) named.add(each.study);
  }
  return { selected, leftOut };
}

/** The entities among selected counts. */
export const entitiesOf = (rates: readonly SelectedRate[], reading: EntityReading): readonly string[] => [
  ...new Set(rates.map(({ population }) => entityOf(population, reading))),
];

/** Whether the counts are of more than one class (NET, NEC), or any of them of a population of several. */
export function isMixed(rates: readonly SelectedRate[], reading: EntityReading): boolean {
  const classes = rates.map(({ population }) => entity(entityOf(population, reading)).classes ?? []);
  return classes.some((each) => each.length > 1) || new Set(classes.map((each) => each.join())).size > 1;
}

/** A share that a study prints without a count that could be used. */
export interface UncountedRate {
  readonly study: Study;
  readonly words: string;
  readonly printed: string;
  readonly place: SourcePlace;
}

/** Shares of the outcome that studies of the population print, and of which no count could be made. */
export function uncountedRates(studies: readonly Study[], asked: RateQuestion): readonly UncountedRate[] {
  return studies.flatMap((study) => {
    if (study.counts.some(({ outcome }) => outcome === asked.outcome)) return [];
    const shares = (study.printed?.values ?? []).filter(
      (value) =>
        value.what === asked.outcome &&
        value.as === 'percent' &&
        (asked.document === undefined || value.place.document === asked.document),
    );
    const seen = new Set<string>();
    return shares.flatMap((value) => {
      const group = study.printed?.groups.find(({ id }) => id === value.group);
      const population = { ...study.population, entity: group?.entity ?? study.population.entity };
      const key = `${value.group} ${value.value}`;
      if (seen.has(key) || populationTruth(asked.where, population, asked.reading) === 'unmet') return [];
      seen.add(key);
      const words = `${study.citation.authors ?? study.title} ${study.citation.year}, ${group?.words ?? value.group}`;
      return [{ study, words, printed: `${value.value}%`, place: value.place }];
    });
  });
}
