/** A synthesis of rates at the terminal. */
import {
  type ComparedFieldName,
  cutIntervalText,
  describedTimes,
  fewestForPrediction,
  hasCutInterval,
  type IntervalOfShare,
  libraryWords,
  type ModelledShare,
  type PooledShareReading,
  type RateInfluenceReading,
  type RateSynthesis,
  rateInfluenceRefusalText,
  rateLeftOutText,
  type SelectedRate,
  type SubgroupShare,
  shareModelText,
  shareRefusalText,
  sourcePlaceText,
  type WithoutStudy,
} from '../../evidence/index.ts';
import { print, shown, shownP, table } from './stats.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** An interval; one that was cut at a bound of what a share can be has a mark. */
const bounds = ({ lower, upper, isCut }: IntervalOfShare): string =>
  `${percent(lower)}–${percent(upper)}${isCut === true ? '*' : ''}`;

function pooledCells({ reading }: ModelledShare): readonly string[] {
  if (!reading.ok) return [];
  const { share, interval, prediction, method, studies } = reading.pooled;
  const none = studies < fewestForPrediction ? `none from ${studies} studies` : 'none';
  const next = prediction === undefined ? none : `${bounds(prediction)} (${prediction.rule})`;
  return [method, percent(share), bounds(interval), next];
}

/** A pooled share with its interval, or why there is none. */
export const poolReadingText = (reading: PooledShareReading): string => {
  if (reading.ok) {
    const { share, interval } = reading.pooled;
    return `${percent(share)} (${bounds(interval)})`;
  }
  const { summed, reason } = reading;
  return summed === undefined
    ? shareRefusalText(reason)
    : `${shareRefusalText(reason)}; exact ${summed.count}/${summed.of}: ${percent(summed.lower)}–${percent(summed.upper)}`;
};

function printHeterogeneity(pooled: readonly ModelledShare[]): void {
  const reading = pooled.find(({ model, reading: { ok } }) => ok && model === 'logit')?.reading;
  if (reading?.ok !== true || reading.pooled.heterogeneity === undefined) return;
  const { q, qP, i2Percent, tau2, verdict } = reading.pooled.heterogeneity;
  if (q === undefined || qP === undefined || i2Percent === undefined) return;
  print(
    verdict
      ? `scatter (log odds): Q ${shown(q)}, p ${shownP(qP)}; I2 ${i2Percent.toFixed(0)}%; tau2 ${shown(tau2)}`
      : `scatter (log odds): Q ${shown(q)}, p ${shownP(qP)}; ${reading.pooled.studies} studies are too few to say how much they differ`,
  );
}

/** What was asked for beyond the pooled share. */
export interface PoolAsked {
  readonly subgroups?: { readonly field: ComparedFieldName; readonly shares: readonly SubgroupShare[] };
  readonly cumulative?: readonly WithoutStudy[];
  readonly influence?: RateInfluenceReading;
}

/** A synthesis as JSON, with what was asked for beyond it. */
export function poolJson(synthesis: RateSynthesis, { influence, ...asked }: PoolAsked): string {
  const measures =
    influence?.ok === true
      ? {
          ok: true,
          rates: influence.rates.map(({ rate, influence: own }) => ({ study: rate.words, ...own })),
        }
      : influence;
  return JSON.stringify(
    { ...synthesis, ...asked, ...(measures === undefined ? {} : { influence: measures }) },
    null,
    2,
  );
}

const signed = (value: number | null): string => (value === null ? 'none' : value.toFixed(2));

function printInfluence(reading: RateInfluenceReading): void {
  if (!reading.ok) {
    print(`\nno influence of single studies: ${rateInfluenceRefusalText(reading.reason)}`);
    return;
  }
  print('\nwhat each study does to the pooled log odds:');
  print(
    table([
      ['study', 'weight', 'rstudent', 'DFFITS', "Cook's D", 'tau2 without', ''],
      ...reading.rates.map(({ rate, influence }) => [
        rate.words,
        `${influence.weightPercent.toFixed(1)}%`,
        signed(influence.rstudent),
        signed(influence.dffits),
        signed(influence.cooksDistance),
        shown(influence.tau2Without),
        influence.isInfluential ? 'influential' : '',
      ]),
    ]),
  );
}

/** The pooled shares that were asked for beyond the usual. */
const furtherOf = ({
  subgroups,
  cumulative,
}: PoolAsked): readonly { readonly reading: PooledShareReading }[] => [
  ...(subgroups?.shares ?? []),
  ...(cumulative ?? []),
];

function printAsked({ subgroups, cumulative, influence }: PoolAsked): void {
  if (subgroups !== undefined) {
    print(`\nby ${subgroups.field}, each by itself (studies beside each other, not randomised groups):`);
    for (const { value, studies, reading } of subgroups.shares)
      print(`  ${value}: ${studies === 1 ? '1 study' : `${studies} studies`}, ${poolReadingText(reading)}`);
  }
  if (cumulative !== undefined) {
    print('\nafter each report:');
    for (const { study, reading } of cumulative) print(`  + ${study}: ${poolReadingText(reading)}`);
  }
  if (influence !== undefined) printInfluence(influence);
}

/** What a count rests on: the words in print, or the rows of its study, which are named below the table. */
const printedCell = ({ result, rows }: SelectedRate): string =>
  rows === undefined
    ? `"${result.printed}"${result.inferred === undefined ? '' : ' (inferred denominator)'}`
    : `${rows.length} of its patients, by row`;

/** Which rows were counted, and whose patients are called what the paper calls them. */
function printBases(rates: readonly SelectedRate[]): void {
  for (const { words, rows, result } of rates)
    if (rows !== undefined) print(`by row, ${words}: ${result.printed}`);
  for (const { words, namedAsPrinted } of rates)
    if (namedAsPrinted !== undefined) {
      const { printed, curated, reason } = namedAsPrinted;
      print(`${words}: ${printed} in print, by the curator ${curated}. ${reason}`);
    }
}

/** Prints a synthesis: the studies, the models, what changes it, in what the studies differ, and what else was asked for. */
export function printSynthesis(
  synthesis: RateSynthesis,
  asked: PoolAsked,
  words: string,
  confidence: number,
): void {
  const { rates, leftOut, uncounted, panel, pooled, withoutEach, sensitivity, question } = synthesis;
  const level = `${100 * confidence}%`;
  print(`${libraryWords(question.outcome)} in ${words}`);
  print('');
  if (rates.length === 0) print('no study answers the question');
  else
    print(
      table([
        ['study', 'count', 'share', `exact ${level}`, 'printed', 'place'],
        ...rates.map(({ rate, share, lower, upper }) => [
          rate.words,
          `${rate.count}/${rate.of}`,
          percent(share),
          `${percent(lower)}–${percent(upper)}`,
          printedCell(rate),
          sourcePlaceText(rate.result.place),
        ]),
      ]),
    );
  printBases(rates.map(({ rate }) => rate));
  const together = pooled.map(pooledCells).filter((cells) => cells.length > 0);
  if (together.length > 0) {
    print('');
    print(table([['together', 'share', `${level} interval`, 'another study (prediction)'], ...together]));
  }
  const refused = Map.groupBy(
    pooled.filter(({ reading }) => !reading.ok),
    ({ reading }) => poolReadingText(reading),
  );
  for (const [text, same] of refused)
    print(
      `${same.length === pooled.length ? 'not pooled' : same.map(({ model }) => shareModelText(model)).join(', ')}: ${text}`,
    );
  printHeterogeneity(pooled);
  if (withoutEach.length > 0) {
    const shares = withoutEach.flatMap(({ study, reading }) =>
      reading.ok ? [{ study, share: reading.pooled.share }] : [],
    );
    const [least, ...more] = shares.toSorted((a, b) => a.share - b.share);
    const most = more.at(-1) ?? least;
    if (least !== undefined && most !== undefined)
      print(
        `leaving out one study: ${percent(least.share)} (without ${least.study}) to ${percent(most.share)} (without ${most.study})`,
      );
  }
  for (const { words: choice, studies, reading } of sensitivity)
    print(
      `sensitivity, ${choice}: ${studies === 1 ? '1 study' : `${studies} studies`}, ${poolReadingText(reading)}`,
    );
  const differing = panel.filter(({ differs, unsaid }) => differs || unsaid);
  if (rates.length > 1) {
    print(`\nthese studies differ, or do not say, in ${differing.length} of ${panel.length} fields:`);
    for (const { field, values } of differing)
      print(`  ${field}: ${values.map(({ value, rates: who }) => `${value} (${who.length})`).join('; ')}`);
  }
  const times = describedTimes(
    rates.map(({ rate }) => rate),
    question.reading,
  );
  if (times.length > 0) {
    print('\nmedians as printed, not pooled:');
    for (const { result, words: who } of times)
      print(
        `  ${who}: ${libraryWords(result.outcome)} ${result.printed}${result.intervalPrinted === undefined ? '' : ` (${result.intervalPrinted})`}; ${sourcePlaceText(result.place)}`,
      );
  }
  const near = leftOut.filter(({ reason }) => reason !== 'otherPopulation' && reason !== 'otherTreatment');
  if (near.length > 0) {
    print('\nnot in:');
    for (const { words: who, result, reason } of near)
      print(`  ${who}, ${result.count}/${result.of}: ${rateLeftOutText(reason)}`);
  }
  if (uncounted.length > 0) {
    print('\nprinted without a count that could be used:');
    for (const { words: who, printed, place } of uncounted)
      print(`  ${who}: ${printed} (${sourcePlaceText(place)})`);
  }
  if (
    [...pooled, ...withoutEach, ...sensitivity, ...furtherOf(asked)].some((each) =>
      hasCutInterval(each.reading),
    )
  )
    print(`\n* ${cutIntervalText}`);
  print('\nWhether these studies may be pooled at all, no model tells. Research use, for professionals.');
  printAsked(asked);
}
