/** What single studies do to a pooled effect: without each, one after the other, and what each borrows from the rest. */
import { normalUpperQuantile } from '../normal.ts';
import { studentsTUpperQuantile } from '../students-t.ts';
import type { EffectSize } from './effect-size.ts';
import { type PoolingOptions, type PoolingReading, randomEffects } from './random-effects.ts';

/** The pooled effect without each study in turn. */
export const leaveOneOut = (
  effects: readonly EffectSize[],
  options: PoolingOptions = {},
): readonly PoolingReading[] =>
  effects.map((_, left) =>
    randomEffects(
      effects.filter((_other, at) => at !== left),
      options,
    ),
  );

/** The pooled effect of the first study, the first two, and so on, in the order given. */
export const cumulativeEffects = (
  effects: readonly EffectSize[],
  options: PoolingOptions = {},
): readonly PoolingReading[] => effects.map((_, at) => randomEffects(effects.slice(0, at + 1), options));

/** The effect of a study drawn towards the pooled one (best linear unbiased prediction), with its error. */
export interface ShrunkenEffect {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** The shrunken effect of every study; an empty list where the studies cannot be pooled. */
export function shrunkenEffects(
  effects: readonly EffectSize[],
  options: PoolingOptions = {},
): readonly ShrunkenEffect[] {
  const read = randomEffects(effects, options);
  if (!read.ok) return [];
  const { estimate: pooled, standardError, tau2, test } = read.pooled;
  const tail = (1 - (options.confidence ?? 0.95)) / 2;
  const reach = test === 'z' ? normalUpperQuantile(tail) : studentsTUpperQuantile(tail, effects.length - 1);
  return effects.map(({ effect, variance }) => {
    const kept = tau2 / (tau2 + variance);
    const estimate = kept * effect + (1 - kept) * pooled;
    const error = Math.sqrt(kept * variance + (1 - kept) ** 2 * standardError ** 2);
    return {
      estimate,
      standardError: error,
      lower: estimate - reach * error,
      upper: estimate + reach * error,
    };
  });
}
