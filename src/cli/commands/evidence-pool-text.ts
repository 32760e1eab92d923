/** A synthesis of rates at the terminal. */
import {
  describedTimes,
  type ModelledShare,
  type PooledShareReading,
  type RateSynthesis,
  rateLeftOutText,
  shareModelText,
  shareRefusalText,
  sourcePlaceText,
} from '../../evidence/index.ts';
import { print, shown, shownP, table } from './stats.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

function pooledCells({ reading }: ModelledShare): readonly string[] {
  if (!reading.ok) return [];
  const { share, interval, prediction, method } = reading.pooled;
  const next =
    prediction === undefined
      ? ''
      : `${percent(prediction.lower)}–${percent(prediction.upper)} (${prediction.rule})`;
  return [method, percent(share), `${percent(interval.lower)}–${percent(interval.upper)}`, next];
}

/** A pooled share with its interval, or why there is none. */
export const poolReadingText = (reading: PooledShareReading): string => {
  if (reading.ok) {
    const { share, interval } = reading.pooled;
    return `${percent(share)} (${percent(interval.lower)}–${percent(interval.upper)})`;
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

/** Prints a synthesis: the studies, the models, what changes it, and in what the studies differ. */
export function printSynthesis(synthesis: RateSynthesis, words: string, confidence: number): void {
  const { rates, leftOut, uncounted, panel, pooled, withoutEach, sensitivity, question } = synthesis;
  const level = `${100 * confidence}%`;
  print(`${question.outcome} in ${words}`);
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
          `"${rate.result.printed}"${rate.result.inferred === undefined ? '' : ' (inferred denominator)'}`,
          sourcePlaceText(rate.result.place),
        ]),
      ]),
    );
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
  const times = describedTimes(rates.map(({ rate }) => rate));
  if (times.length > 0) {
    print('\nmedians as printed, not pooled:');
    for (const { study, result } of times)
      print(
        `  ${study.citation.authors ?? study.id} ${study.citation.year}: ${result.outcome} ${result.printed}${result.intervalPrinted === undefined ? '' : ` (${result.intervalPrinted})`}`,
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
  print('\nWhether these studies may be pooled at all, no model tells. Research use, for professionals.');
}
