/**
 * One question answered from the library: the counts that may stand together, each with its exact interval; the pooled share
 * under several models side by side, because they need not agree; what leaving out each study does; and the same under other
 * choices (inferred denominators, patients called as the paper calls them), which is a sensitivity analysis and is named so.
 */
import { clopperPearson } from '../../statistics/index.ts';
import type { Study } from '../study.ts';
import {
  type ComparedField,
  type ComparedFieldName,
  comparabilityPanel,
  fieldValue,
} from './comparability-panel.ts';
import { type PooledShareReading, pooledShare, type ShareModel, type SharePooling } from './pooled-share.ts';
import {
  isMixed,
  type RateLeftOut,
  type RateQuestion,
  type SelectedRate,
  selectRates,
  type UncountedRate,
  uncountedRates,
} from './selected-rate.ts';

/** A count with its exact interval. */
export interface ExactRate {
  readonly rate: SelectedRate;
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

/** A pooled share under one model. */
export interface ModelledShare {
  readonly model: ShareModel;
  readonly reading: PooledShareReading;
}

/** The pooled share when one study is left out, or when one more is in. */
export interface WithoutStudy {
  readonly study: string;
  /** Its place among the counts of the synthesis, from 0. */
  readonly at: number;
  readonly reading: PooledShareReading;
}

/** The same question under another choice. */
export interface SensitivityAnalysis {
  readonly words: string;
  readonly studies: number;
  readonly reading: PooledShareReading;
}

export interface RateSynthesis {
  readonly question: RateQuestion;
  readonly rates: readonly ExactRate[];
  readonly leftOut: readonly RateLeftOut[];
  /** Shares that are printed without a count that could be used. */
  readonly uncounted: readonly UncountedRate[];
  readonly panel: readonly ComparedField[];
  readonly pooled: readonly ModelledShare[];
  readonly withoutEach: readonly WithoutStudy[];
  readonly sensitivity: readonly SensitivityAnalysis[];
}

/** Leaving out one of two leaves one, and of very many changes nothing that could be seen. */
const fewestToLeaveOut = 3;
const mostToLeaveOut = 200;

const exact =
  (confidence: number) =>
  (rate: SelectedRate): ExactRate => {
    const { estimate, lower, upper } = clopperPearson(rate.count, rate.of, confidence);
    return { rate, share: estimate, lower, upper };
  };

/** Whether two counts are one: counted by rows, the same rows over the same denominator. */
const isSameCount = (one: SelectedRate, other: SelectedRate | undefined): boolean =>
  one.result === other?.result ||
  (one.rows !== undefined &&
    one.study === other?.study &&
    one.result.arm === other.result.arm &&
    one.result.printed === other.result.printed &&
    one.of === other.of);

/** Other choices that the question could have made. */
function otherChoices(question: RateQuestion): readonly (readonly [words: string, question: RateQuestion])[] {
  const choices: (readonly [string, RateQuestion])[] = [];
  const everyKind = { ...question, denominator: 'analysed' } as const;
  const withInferred = { ...everyKind, withInferred: true };
  if (question.denominator !== 'analysed')
    choices.push(['the patients that each study counted, enrolled and evaluable together', everyKind]);
  else
    choices.push(
      ['only over enrolled patients', { ...question, denominator: 'enrolled' }],
      ['only over evaluable patients', { ...question, denominator: 'evaluable' }],
    );
  if (!question.withInferred) choices.push(['also counts over inferred denominators', withInferred]);
  if (question.reading === 'curated') {
    choices.push(['patients called what the paper calls them', { ...question, reading: 'asPrinted' }]);
    if (!question.withInferred)
      choices.push([
        'inferred denominators, and patients called what the paper calls them',
        { ...withInferred, reading: 'asPrinted' },
      ]);
  }
  return choices;
}

/** A pooled share; counts of NET and NEC together only where the question asks for the mixture. */
function pooledUnlessMixed(
  rates: readonly SelectedRate[],
  { mixed, reading }: RateQuestion,
  how: SharePooling,
): PooledShareReading {
  return mixed !== true && isMixed(rates, reading)
    ? { ok: false, reason: 'mixedClasses', summed: undefined }
    : pooledShare(rates, how);
}

/**
 * The synthesis of one outcome.
 *
 * @param studies the library, cut at the knowledge clock
 * @param models the first is the one that sensitivity analyses use
 */
export function synthesiseRates(
  studies: readonly Study[],
  question: RateQuestion,
  models: readonly [ShareModel, ...ShareModel[]],
  how: SharePooling,
): RateSynthesis {
  const { selected, leftOut } = selectRates(studies, question);
  const [main] = models;
  const pool = (rates: readonly SelectedRate[], model: ShareModel, asked = question) =>
    pooledUnlessMixed(rates, asked, { ...how, model });
  const poolMain = (rates: readonly SelectedRate[], asked = question) => pool(rates, main, asked);
  return {
    question,
    rates: selected.map(exact(how.confidence)),
    leftOut,
    uncounted: uncountedRates(studies, question),
    panel: comparabilityPanel(selected, question.reading),
    pooled: models.map((model) => ({ model, reading: pool(selected, model) })),
    withoutEach:
      selected.length < fewestToLeaveOut || selected.length > mostToLeaveOut
        ? []
        : selected.map((left, at) => ({
            study: left.words,
            at,
            reading: poolMain(selected.filter((rate) => rate !== left)),
          })),
    sensitivity: otherChoices(question).flatMap(([words, other]) => {
      const { selected: rates } = selectRates(studies, other);
      const same =
        rates.length === selected.length && rates.every((rate, at) => isSameCount(rate, selected[at]));
      return same ? [] : [{ words, studies: rates.length, reading: poolMain(rates, other) }];
    }),
  };
}

/** The studies of one value of a field, pooled by themselves. */
export interface SubgroupShare {
  readonly value: string;
  readonly studies: number;
  readonly reading: PooledShareReading;
}

/**
 * Subgroups by a field of the panel, each pooled by itself. They are studies beside each other, not randomised groups: a
 * difference between them is one of studies.
 */
export function subgroupShares(
  { rates, question }: RateSynthesis,
  field: ComparedFieldName,
  how: SharePooling,
): readonly SubgroupShare[] {
  const selected = rates.map(({ rate }) => rate);
  const groups = Map.groupBy(selected, (rate) => fieldValue(field, rate, question.reading));
  return [...groups].map(([value, own]) => ({
    value,
    studies: own.length,
    reading: pooledUnlessMixed(own, question, how),
  }));
}

/** The pooled share after each report, in the order of years. */
export function cumulativeShares(
  { rates, question }: RateSynthesis,
  how: SharePooling,
): readonly WithoutStudy[] {
  const inOrder = rates
    .map(({ rate }, at) => ({ rate, at }))
    .toSorted((a, b) => a.rate.study.citation.year - b.rate.study.citation.year);
  const inYears = inOrder.map(({ rate }) => rate);
  return inOrder.map(({ rate, at }, last) => ({
    study: rate.words,
    at,
    reading: pooledUnlessMixed(inYears.slice(0, last + 1), question, how),
  }));
}
