/**
 * Where studies would lie by chance alone: around the pooled effect, 1.96 standard errors to each side, or, for shares against
 * the number of patients, 1.96 binomial errors of the pooled share. A study outside differs by more than chance; what made it so
 * no figure tells.
 */
import type { FunnelData } from './funnel-data.ts';

/** A limit: the effect at a height of the vertical axis. */
export interface FunnelLimit {
  readonly vertical: number;
  readonly lower: number;
  readonly upper: number;
}

const normalQuantile = 1.96;
const steps = 60;

const between = (from: number, to: number): readonly number[] =>
  Array.from({ length: steps + 1 }, (_, step) => from + ((to - from) * step) / steps);

/** The limits from one end of the vertical axis to the other; none where nothing says how wide they are. */
export function funnelLimits({ effect, vertical, pooled, studies }: FunnelData): readonly FunnelLimit[] {
  if (pooled === undefined) return [];
  const within = (value: number): number =>
    effect === 'sharePercent' ? Math.min(100, Math.max(0, value)) : value;
  const around = (at: number, half: number): FunnelLimit =>
    effect === 'ratio'
      ? { vertical: at, lower: pooled * Math.exp(-half), upper: pooled * Math.exp(half) }
      : { vertical: at, lower: within(pooled - half), upper: within(pooled + half) };
  if (vertical === 'standardError') {
    const widest = Math.max(...studies.map(({ standardError = 0 }) => standardError));
    return between(0, widest).map((error) => around(error, normalQuantile * error));
  }
  if (effect !== 'sharePercent') return [];
  const sizes = studies.map(({ patients = 1 }) => patients);
  return between(Math.min(...sizes), Math.max(...sizes)).map((size) =>
    around(size, normalQuantile * Math.sqrt((pooled * (100 - pooled)) / size)),
  );
}
