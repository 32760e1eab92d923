/** The forest plot of a synthesis: each study with its exact interval, the pooled share of each model as a summary. */
import { cutIntervalText, hasCutInterval, libraryWords, type RateSynthesis } from '../evidence/index.ts';
import type { ForestData } from '../figures/index.ts';
import { rateRemark } from './rate-remark.ts';

/** One decimal, as percent. */
const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Undefined where no study answers. */
export function forestOfSynthesis(
  { rates, pooled, question }: RateSynthesis,
  populationWords: string,
): ForestData | undefined {
  if (rates.length === 0) return undefined;
  const outcome = libraryWords(question.outcome);
  const [main] = pooled;
  const weights = main?.reading.ok === true ? main.reading.pooled.weightsPercent : undefined;
  const all = rates.reduce((sum, { rate }) => sum + rate.of, 0);
  const isCut = pooled.some(({ reading }) => hasCutInterval(reading));
  const summaries = pooled.flatMap(({ reading }) => {
    if (!reading.ok) return [];
    const { share, interval, prediction, method, studies, patients } = reading.pooled;
    return [
      {
        label: method,
        group: `together, ${studies} ${studies === 1 ? 'count' : 'counts'}`,
        n: patients,
        estimate: percent(share),
        lower: percent(interval.lower),
        upper: percent(interval.upper),
        isSummary: true,
        ...(interval.isCut === true || prediction?.isCut === true ? { remark: 'cut at 0 or 100' } : {}),
        ...(prediction === undefined
          ? {}
          : {
              prediction: [percent(prediction.lower), percent(prediction.upper)] satisfies [number, number],
            }),
      },
    ];
  });
  return {
    title: `${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}: ${populationWords}`,
    notes: [
      'Small studies of different patients; whether they may be pooled, no model tells',
      ...(isCut ? [`An interval is ${cutIntervalText}`] : []),
    ],
    measure: 'Patients (%)',
    method: 'exact intervals (Clopper-Pearson) of studies; models as named',
    scale: 'linear',
    axis: [0, 100],
    weights:
      weights === undefined ? 'share of the patients; the model has no weights' : 'weight in the summary',
    rows: [
      ...rates.map(({ rate, share, lower, upper }, at) => ({
        label: rate.words.slice(0, 300),
        group: 'studies',
        n: `${rate.count}/${rate.of}`,
        estimate: percent(share),
        lower: percent(lower),
        upper: percent(upper),
        isSummary: false,
        weightPercent: Math.round(10 * (weights?.[at] ?? (100 * rate.of) / all)) / 10,
        ...(rate.rows === undefined ? { printed: rate.result.printed.slice(0, 120) } : {}),
        ...rateRemark(rate),
      })),
      ...summaries,
    ],
  };
}
