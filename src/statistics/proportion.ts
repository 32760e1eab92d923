/** Counts of successes among trials: the interval type, and the checks that every interval shares. */
import { DomainError, requireCount, requireOpenProbability } from './domain-error.ts';

/** How an interval was computed. */
export type ProportionMethod =
  | 'clopper-pearson'
  | 'wilson'
  | 'wilson-corrected'
  | 'jeffreys'
  | 'mid-p'
  | 'agresti-coull'
  | 'wald';

/** A proportion with its confidence interval; all numbers are fractions between 0 and 1. */
export interface ProportionInterval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** The two-sided confidence level, for example 0.95. */
  readonly confidence: number;
  readonly method: ProportionMethod;
}

/** Why two numbers are no proportion. */
export type ProportionFault = 'noTrials' | 'notACount' | 'successesExceedTrials';

/** What keeps `successes` of `trials` from being a proportion, or undefined. */
export function proportionFault(successes: number, trials: number): ProportionFault | undefined {
  const counts = [successes, trials].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!counts) return 'notACount';
  if (successes > trials) return 'successesExceedTrials';
  return trials === 0 ? 'noTrials' : undefined;
}

/** @throws DomainError unless `successes` of `trials` is a proportion and 0 < confidence < 1. */
export function requireProportion(successes: number, trials: number, confidence: number): void {
  requireCount('successes', successes);
  requireCount('trials', trials);
  if (trials === 0) throw new DomainError('trials', trials, '1 or more');
  if (successes > trials) throw new DomainError('successes', successes, `at most the ${trials} trials`);
  requireOpenProbability('confidence', confidence);
}
