/** Medians of times of the pooled studies, described side by side. They are never pooled: a median has no weight, and no mean of medians is one. */
import type { MeasuredResult, Study } from '../study.ts';
import type { EntityReading } from './population-truth.ts';
import { resultWords } from './rate-words.ts';
import type { SelectedRate } from './selected-rate.ts';

export interface DescribedTime {
  readonly study: Study;
  readonly result: MeasuredResult;
  /** The study, which part of it, and which arm where it has several. */
  readonly words: string;
}

const times: readonly MeasuredResult['outcome'][] = [
  'overallSurvival',
  'progressionFreeSurvival',
  'timeToProgression',
];

/** The printed medians of the counted patients of each study, each once. */
export function describedTimes(
  rates: readonly SelectedRate[],
  reading: EntityReading,
): readonly DescribedTime[] {
  const seen = new Set<MeasuredResult>();
  return rates.flatMap(({ study, result: counted, population }) =>
    study.measures
      .filter(({ outcome }) => times.includes(outcome))
      .filter(({ arm }) => arm === undefined || counted.arm === undefined || arm === counted.arm)
      .filter((result) => (result.population ?? study.population).words === population.words)
      .filter((result) => !seen.has(result) && seen.add(result))
      .map((result) => {
        const named = resultWords(study, result.arm, result.population ?? study.population, reading);
        const isOfAll = study.arms.length > 1 && result.arm === undefined;
        return { study, result, words: isOfAll ? `${named}, all arms together` : named };
      }),
  );
}
