/** Medians of times of the pooled studies, described side by side. They are never pooled: a median has no weight, and no mean of medians is one. */
import type { MeasuredResult, Study } from '../study.ts';
import type { SelectedRate } from './selected-rate.ts';

export interface DescribedTime {
  readonly study: Study;
  readonly result: MeasuredResult;
}

const times: readonly MeasuredResult['outcome'][] = [
  'overallSurvival',
  'progressionFreeSurvival',
  'timeToProgression',
];

/** The printed medians of the counted patients of each study. */
export function describedTimes(rates: readonly SelectedRate[]): readonly DescribedTime[] {
  return rates.flatMap(({ study, result: counted, population }) =>
    study.measures
      .filter(({ outcome }) => times.includes(outcome))
      .filter(({ arm }) => arm === undefined || counted.arm === undefined || arm === counted.arm)
      .filter((result) => (result.population ?? study.population).words === population.words)
      .map((result) => ({ study, result })),
  );
}
