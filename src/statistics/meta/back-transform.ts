/**
 * From the scale on which shares were pooled back to shares. The double arcsine is inverted by Miller (Am Stat 1978;32:138)
 * at the harmonic mean of the numbers of patients; with numbers that differ much this can give a share that no study has
 * (Schwarzer, Res Synth Methods 2019;10:476), so it serves to reproduce papers.
 */
import type { ProportionMeasure } from './effect-size.ts';

const bounded = (share: number): number => Math.min(1, Math.max(0, share));
const freemanTukey = (count: number, of: number): number =>
  0.5 * (Math.asin(Math.sqrt(count / (of + 1))) + Math.asin(Math.sqrt((count + 1) / (of + 1))));

/** The harmonic mean of numbers of patients. */
export const harmonicMean = (sizes: readonly number[]): number =>
  sizes.length / sizes.reduce((sum, size) => sum + 1 / size, 0);

/** A pooled effect as a share. `size`: the harmonic mean of the numbers of patients, which only `PFT` needs. */
export function shareOf(effect: number, measure: ProportionMeasure, size: number): number {
  switch (measure) {
    case 'PR':
      return effect;
    case 'PLN':
      return Math.exp(effect);
    case 'PLO':
      return 1 / (1 + Math.exp(-effect));
    case 'PAS':
      if (effect <= 0) return 0;
      return effect >= Math.PI / 2 ? 1 : Math.sin(effect) ** 2;
    case 'PFT': {
      if (effect <= freemanTukey(0, size)) return 0;
      if (effect >= freemanTukey(size, size)) return 1;
      const sine = Math.sin(2 * effect);
      const inner = sine + (sine - 1 / sine) / size;
      return bounded(0.5 * (1 - Math.sign(Math.cos(2 * effect)) * Math.sqrt(Math.max(0, 1 - inner * inner))));
    }
  }
}
