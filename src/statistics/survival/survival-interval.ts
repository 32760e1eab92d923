/**
 * Pointwise confidence intervals of a survival probability from its Greenwood error (Kalbfleisch and Prentice 2002, section
 * 1.4; the arcsine form of Nair 1984). R takes `log` when nothing is said, SAS and most others `log-log`: the type belongs
 * to every result.
 */
import { normalUpperQuantile } from '../normal.ts';

/** The scale on which the interval is symmetric. */
export const survivalIntervalTypes = ['plain', 'log', 'log-log', 'logit', 'arcsin'] as const;
export type SurvivalIntervalType = (typeof survivalIntervalTypes)[number];

/** Bounds; null at a survival of 0, where no scale has any; 1 and 1 at a survival of 1, where nothing has varied yet. */
export interface SurvivalBounds {
  readonly lower: number | null;
  readonly upper: number | null;
}

const none: SurvivalBounds = { lower: null, upper: null };

/** The normal quantile of a two-sided confidence level. */
export const criticalValue = (confidence: number): number => normalUpperQuantile((1 - confidence) / 2);

/**
 * The bounds of one survival probability.
 *
 * @param survival the estimate, in [0, 1].
 * @param relativeError the standard error of its logarithm: the root of Greenwood's sum.
 * @param z the critical value.
 */
export function survivalBounds(
  survival: number,
  relativeError: number,
  z: number,
  type: SurvivalIntervalType,
): SurvivalBounds {
  if (survival === 0) return none;
  switch (type) {
    case 'plain': {
      const half = z * relativeError * survival;
      return { lower: Math.max(0, survival - half), upper: Math.min(1, survival + half) };
    }
    case 'log':
      return {
        lower: survival * Math.exp(-z * relativeError),
        upper: Math.min(1, survival * Math.exp(z * relativeError)),
      };
    case 'log-log': {
      if (survival === 1) return { lower: 1, upper: 1 };
      const logarithm = Math.log(survival);
      const half = (z * relativeError) / Math.abs(logarithm);
      return { lower: Math.exp(logarithm * Math.exp(half)), upper: Math.exp(logarithm * Math.exp(-half)) };
    }
    case 'logit': {
      if (survival === 1) return { lower: 1, upper: 1 };
      const odds = Math.log(survival / (1 - survival));
      const half = (z * relativeError) / (1 - survival);
      return { lower: 1 / (1 + Math.exp(half - odds)), upper: 1 / (1 + Math.exp(-half - odds)) };
    }
    case 'arcsin': {
      if (survival === 1) return { lower: 1, upper: 1 };
      const angle = Math.asin(Math.sqrt(survival));
      const half = 0.5 * z * relativeError * Math.sqrt(survival / (1 - survival));
      return {
        lower: Math.sin(Math.max(0, angle - half)) ** 2,
        upper: Math.sin(Math.min(Math.PI / 2, angle + half)) ** 2,
      };
    }
  }
}
