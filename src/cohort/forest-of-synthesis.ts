/** The forest plot of a synthesis: each study with its exact interval, the pooled share of each model as a summary. */
import type { RateSynthesis } from '../evidence/index.ts';
import type { ForestData } from '../figures/index.ts';

/** One decimal, as percent. */
const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Undefined where no study answers. */
export function forestOfSynthesis(
  { rates, pooled, question }: RateSynthesis,
  populationWords: string,
): ForestData | undefined {
  if (rates.length === 0) return undefined;
  const summaries = pooled.flatMap(({ reading }) => {
    if (!reading.ok) return [];
    const { share, interval, prediction, method, studies, patients } = reading.pooled;
    return [
      {
        label: method,
        group: 'together',
        n: `${studies} studies, ${patients}`,
        estimate: percent(share),
        lower: percent(interval.lower),
        upper: percent(interval.upper),
        isSummary: true,
        ...(prediction === undefined
          ? {}
          : {
              prediction: [percent(prediction.lower), percent(prediction.upper)] satisfies [number, number],
            }),
      },
    ];
  });
  return {
    title: `${question.outcome === 'objectiveResponse' ? 'Objective response' : question.outcome}: ${populationWords}`,
    notes: ['Small studies of different patients; whether they may be pooled, no model tells'],
    measure: 'Patients (%)',
    method: 'exact intervals (Clopper-Pearson) of studies; models as named',
    scale: 'linear',
    rows: [
      ...rates.map(({ rate, share, lower, upper }) => ({
        label: rate.words.slice(0, 120),
        group: 'studies',
        n: `${rate.count}/${rate.of}`,
        estimate: percent(share),
        lower: percent(lower),
        upper: percent(upper),
        isSummary: false,
        printed: rate.result.printed.slice(0, 120),
        ...(rate.result.inferred === undefined ? {} : { remark: 'inferred denominator' }),
      })),
      ...summaries,
    ],
  };
}
