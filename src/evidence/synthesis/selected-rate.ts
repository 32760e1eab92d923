/**
 * Which counts of the library may stand together in one pooled share, and why each other one may not. A count enters when its
 * study was not chosen by outcome, its population answers the criterion, its arm had the treatment, its denominator is of
 * the kind that is asked, and no other count of the same patients is in. Denominators that were inferred, populations of
 * which the criterion is unknown, and patients called by another name than the curator gives them are not mixed in; they are
 * shown, and may be added as a sensitivity analysis. A study that prints its patients one by one is counted by its rows where
 * it prints no count of the population that is asked.
 */
import type { Criterion } from '../../criteria/index.ts';
import type { Truth } from '../../truth/index.ts';
import { entity } from '../../tumour/index.ts';
import type { DrugsAsked } from '../printed-counts.ts';
import { isRateStudy } from '../printed-counts.ts';
import type { SourcePlace } from '../source-place.ts';
import {
  type CountedResult,
  countedOutcomes,
  type Population,
  type Study,
  type StudyPatient,
} from '../study.ts';
import { treatmentFit } from './arm-treatment.ts';
import { type EntityReading, entityOf, populationTruth } from './population-truth.ts';
import { type PrintedName, printedNameOf, resultWords } from './rate-words.ts';
import { type RowCount, rowCounts } from './row-counts.ts';

/** Which denominators stand together. `analysed`: the patients that the study itself counted, named as such. */
export const denominatorRules = ['enrolled', 'evaluable', 'analysed'] as const;
export type DenominatorRule = (typeof denominatorRules)[number];

/** Outcomes of which one share has one meaning: a count of markers does not say here of which. */
export const pooledOutcomes: readonly CountedResult['outcome'][] = countedOutcomes.filter(
  (outcome) => outcome !== 'markerPresent' && outcome !== 'markerDetected',
);

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
  /** Where the patients are called what the paper calls them, against the curator. */
  readonly namedAsPrinted?: PrintedName;
  /** Where it was counted by the rows of the study: those of the population, in print order. */
  readonly rows?: readonly StudyPatient[];
}

export type RateLeftOutReason =
  | 'chosenByOutcome'
  | 'selectionUnknown'
  | 'otherPopulation'
  | 'populationUnknown'
  | 'otherTreatment'
  | 'mixedTreatment'
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
  mixedTreatment: 'one treatment or another, not separated: not wholly the one that is asked',
  otherTreatment: 'another treatment',
  otherDenominator: 'another kind of denominator',
  denominatorInferred: 'denominator inferred, not printed: sensitivity analysis only',
  otherDocument: 'another document',
  sharesPatients: 'shares patients with a study that is in',
  partOfAnother: 'part of a count that is in, or the whole of one',
};

/** A reason for a reader. */
export const rateLeftOutText = (reason: RateLeftOutReason): string => reasonTexts[reason];

function wantsDenominator(rule: DenominatorRule, kind: CountedResult['denominator']): boolean {
  return rule === 'analysed' || kind === rule;
}

/** The arms of which a result is: one, or all of its study. */
const armsOf = (study: Study, arm: string | undefined): Study['arms'] =>
  study.arms.filter(({ id }) => arm === undefined || id === arm);

function reasonAgainst(
  study: Study,
  result: CountedResult,
  truth: Truth,
  asked: RateQuestion,
): RateLeftOutReason | undefined {
  if (!isRateStudy(study)) return 'chosenByOutcome';
  if (truth === 'unmet') return 'otherPopulation';
  if (study.design.type === 'caseSeries' && study.selection === 'unstated') return 'selectionUnknown';
  if (asked.document !== undefined && result.place.document !== asked.document) return 'otherDocument';
  const fit = treatmentFit(armsOf(study, result.arm), asked);
  if (fit === 'none') return 'otherTreatment';
  if (truth === 'unknown') return 'populationUnknown';
  if (fit === 'mixed') return 'mixedTreatment';
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

interface StudyRates {
  readonly candidates: readonly SelectedRate[];
  readonly leftOut: readonly RateLeftOut[];
}

function candidate(
  study: Study,
  result: CountedResult,
  population: Population,
  { reading }: RateQuestion,
  rows?: readonly StudyPatient[],
): SelectedRate {
  const namedAsPrinted = printedNameOf(population, reading);
  return {
    study,
    result,
    population,
    words: resultWords(study, result.arm, population, reading),
    count: result.count,
    of: result.of,
    ...(namedAsPrinted === undefined ? {} : { namedAsPrinted }),
    ...(rows === undefined ? {} : { rows }),
  };
}

/** The counts that a study prints of an outcome. */
function printedRates(study: Study, asked: RateQuestion): StudyRates {
  const candidates: SelectedRate[] = [];
  const leftOut: RateLeftOut[] = [];
  for (const result of study.counts) {
    if (result.outcome !== asked.outcome) continue;
    const rate = candidate(study, result, result.population ?? study.population, asked);
    const truth = populationTruth(asked.where, rate.population, asked.reading);
    const reason = reasonAgainst(study, result, truth, asked);
    if (reason === undefined) candidates.push(rate);
    else leftOut.push({ study, result, words: rate.words, reason });
  }
  return { candidates, leftOut };
}

/** What a count that was not known to be of the population is, once the rows have told. */
function toldByRows(left: RateLeftOut, rows: readonly RowCount[]): RateLeftOut {
  const { patients } = left.result;
  const members = rows.flatMap((each) => each.rows);
  const isPart = members.some(({ id }) => patients.length === 0 || patients.includes(id));
  return left.reason === 'populationUnknown'
    ? { ...left, reason: isPart ? 'partOfAnother' : 'otherPopulation' }
    : left;
}

/** Counts of a study by its rows, where none of those it prints is of the population and may be used. */
function ratesOf(study: Study, asked: RateQuestion): StudyRates {
  const printed = printedRates(study, asked);
  const rows =
    printed.candidates.length > 0 || study.patients.length === 0 ? undefined : rowCounts(study, asked);
  if (rows === undefined) return printed;
  const candidates: SelectedRate[] = [];
  const leftOut: RateLeftOut[] = [];
  for (const { result, population, rows: own, undecided } of rows) {
    if (result === undefined) continue;
    const rate = candidate(study, result, population, asked, own);
    const reason = reasonAgainst(study, result, undecided.length > 0 ? 'unknown' : 'met', asked);
    const words =
      undecided.length === 0
        ? rate.words
        : `${rate.words}, by rows, without those that do not tell (${undecided.map(({ id }) => id).join(', ')})`;
    if (reason === undefined) candidates.push(rate);
    else if (undecided.length > 0 || !printed.leftOut.some((left) => left.reason === reason))
      leftOut.push({ study, result, words, reason });
  }
  const open = rows.flatMap(({ undecided }) => undecided.map(({ id }) => id));
  const members = rows.flatMap((each) => each.rows);
  const before = printed.leftOut.map((left) => {
    if (open.length === 0) return toldByRows(left, rows);
    return members.length > 0 || left.reason !== 'populationUnknown'
      ? left
      : { ...left, words: `${left.words} (by row, none is and ${open.join(', ')} may be)` };
  });
  return { candidates, leftOut: [...before, ...leftOut] };
}

/** The counts of the library that answer a question, and the others that count the same outcome, each with its reason. */
export function selectRates(studies: readonly Study[], asked: RateQuestion): SelectedRates {
  const leftOut: RateLeftOut[] = [];
  const candidates: SelectedRate[] = [];
  for (const study of studies) {
    const rates = ratesOf(study, asked);
    candidates.push(...rates.candidates);
    leftOut.push(...rates.leftOut);
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

type Group = NonNullable<Study['printed']>['groups'][number];

/** The arm of a printed group, or of the group that it is a part of. */
function armOfGroup(groups: readonly Group[], group: Group | undefined): string | undefined {
  const seen = new Set<string>();
  let at = group;
  while (at !== undefined && at.arm === undefined && !seen.has(at.id)) {
    seen.add(at.id);
    const { partOf } = at;
    at = groups.find(({ id }) => id === partOf);
  }
  return at?.arm;
}

/** Shares of the outcome that studies of the population and treatment print, and of which no count could be made. */
export function uncountedRates(studies: readonly Study[], asked: RateQuestion): readonly UncountedRate[] {
  return studies.flatMap((study) => {
    const { printed } = study;
    if (printed === undefined || study.counts.some(({ outcome }) => outcome === asked.outcome)) return [];
    const shares = printed.values.filter(
      (value) =>
        value.what === asked.outcome &&
        value.as === 'percent' &&
        /\d/.test(value.value) &&
        (asked.document === undefined || value.place.document === asked.document),
    );
    const seen = new Set<string>();
    return shares.flatMap((value) => {
      const group = printed.groups.find(({ id }) => id === value.group);
      const population = { ...study.population, entity: group?.entity ?? study.population.entity };
      const key = `${value.group} ${value.value}`;
      const isAsked =
        treatmentFit(armsOf(study, armOfGroup(printed.groups, group)), asked) !== 'none' &&
        populationTruth(asked.where, population, asked.reading) !== 'unmet';
      if (seen.has(key) || !isAsked) return [];
      seen.add(key);
      const words = `${study.citation.authors ?? study.title} ${study.citation.year}, ${group?.words ?? value.group}`;
      return [{ study, words, printed: `${value.value}%`, place: value.place }];
    });
  });
}
