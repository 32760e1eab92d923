/**
 * Whether the asymmetry of a funnel may be looked at: with under ten studies its tests have next to no power, and where the
 * error of an effect is made from the effect itself, as for a share and its log odds, the funnel leans by arithmetic alone
 * (Sterne et al., BMJ 2011;343:d4002; Hunter et al., J Clin Epidemiol 2014;67:897).
 */
import type { ProportionMeasure, TwoArmMeasure } from './effect-size.ts';

/** What the effects are: a measure of shares or arms, a log hazard ratio, or another whose error does not hang on it. */
export type FunnelMeasure = ProportionMeasure | TwoArmMeasure | 'HR' | 'other';

/** Fewer studies than this are too few for a funnel. */
export const fewestForFunnel = 10;

/** What stands against looking at a funnel. */
export type FunnelCaveat = 'fewerThanTenStudies' | 'errorMadeFromEffect';

/** Whose funnel, and why it may be looked at all the same. */
export interface FunnelOptions {
  readonly measure: FunnelMeasure;
  /** To check what a paper printed: computes in spite of what stands against it, which the answer then names. */
  readonly asReproduction?: boolean;
}

const madeFromEffect: readonly FunnelMeasure[] = ['PR', 'PLN', 'PLO'];

/** What stands against a funnel of so many studies. */
export const funnelCaveats = (studies: number, measure: FunnelMeasure): readonly FunnelCaveat[] => [
  ...(madeFromEffect.includes(measure) ? (['errorMadeFromEffect'] as const) : []),
  ...(studies < fewestForFunnel ? (['fewerThanTenStudies'] as const) : []),
];

/** A refusal: what stands against it, first of all. */
export type FunnelRefusal =
  | { readonly ok: false; readonly reason: 'errorMadeFromEffect' }
  | {
      readonly ok: false;
      readonly reason: 'fewerThanTenStudies';
      readonly studies: number;
      readonly needed: number;
    };

/** The refusal, unless the caller reproduces. */
export function funnelRefusal(
  studies: number,
  { measure, asReproduction }: FunnelOptions,
): FunnelRefusal | undefined {
  if (asReproduction === true) return undefined;
  const [reason] = funnelCaveats(studies, measure);
  if (reason === undefined) return undefined;
  return reason === 'errorMadeFromEffect'
    ? { ok: false, reason }
    : { ok: false, reason, studies, needed: fewestForFunnel };
}
