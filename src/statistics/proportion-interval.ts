/** Confidence intervals for counts that come from data, and so may be no proportion at all. */
import { agrestiCoull } from './agresti-coull.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { jeffreys } from './jeffreys.ts';
import { midP } from './mid-p.ts';
import {
  type ProportionFault,
  type ProportionInterval,
  type ProportionMethod,
  proportionFault,
} from './proportion.ts';
import { wald } from './wald.ts';
import { wilson } from './wilson.ts';

/** An interval, or the reason why there is none. */
export type ProportionReading =
  | { readonly ok: true; readonly interval: ProportionInterval }
  | { readonly ok: false; readonly reason: ProportionFault };

/**
 * The interval of `successes` among `trials`, or why they have none: `noTrials` (0 of 0), `notACount` (negative,
 * fractional, not finite), `successesExceedTrials`.
 *
 * @throws DomainError (a RangeError) for a confidence outside (0, 1), which is the caller's bug.
 * @example proportionInterval(4, 6) // { ok: true, interval: { estimate: 0.666..., lower: 0.2227..., ... } }
 */
export function proportionInterval(
  successes: number,
  trials: number,
  method: ProportionMethod = 'clopper-pearson',
  confidence = 0.95,
): ProportionReading {
  const reason = proportionFault(successes, trials);
  if (reason !== undefined) return { ok: false, reason };
  switch (method) {
    case 'clopper-pearson':
      return { ok: true, interval: clopperPearson(successes, trials, confidence) };
    case 'jeffreys':
      return { ok: true, interval: jeffreys(successes, trials, confidence) };
    case 'mid-p':
      return { ok: true, interval: midP(successes, trials, confidence) };
    case 'agresti-coull':
      return { ok: true, interval: agrestiCoull(successes, trials, confidence) };
    case 'wald':
      return { ok: true, interval: wald(successes, trials, confidence) };
    case 'wilson':
    case 'wilson-corrected': {
      const continuityCorrection = method === 'wilson-corrected';
      return { ok: true, interval: wilson(successes, trials, { confidence, continuityCorrection }) };
    }
  }
}
