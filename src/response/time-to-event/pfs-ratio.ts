/**
 * The PFS ratio (growth modulation index): the progression-free time on a treatment over that on the one before it, each
 * patient being the own control (Von Hoff, Clin Cancer Res 1998;4:1079). A count of ratios above 1.3 breaks when the second
 * time is censored: a patient censored below has not failed yet. So there is no bare share here. The count is given with
 * undetermined patients as failures and as successes; beside it the Kaplan-Meier estimate over the ratios and the midrank
 * estimate, which Texier et al. (Comput Math Methods Med 2018, article 1672176) found the more robust to censoring.
 */
import {
  clopperPearson,
  kaplanMeier,
  type ProportionInterval,
  type SurvivalAtReading,
  type SurvivalIntervalType,
  survivalAt,
  wald,
} from '../../statistics/index.ts';
import { midranks } from './midrank.ts';

/** A progression-free time: at least `least`; `most` is null where it is censored or nothing bounds it. */
export interface PfsBounds {
  readonly least: number;
  readonly most: number | null;
}

/** The two times of a patient, in one unit. */
export interface PfsPair {
  readonly id: string;
  /** On the treatment before. */
  readonly first: PfsBounds;
  /** On the treatment asked about. */
  readonly second: PfsBounds;
}

/** The ratio of one patient. `most` is null without bound. */
export interface PfsRatio {
  readonly id: string;
  readonly least: number;
  readonly most: number | null;
  readonly call: 'above' | 'notAbove' | 'undetermined';
}

/** Patients above a threshold, by bounds and by two estimates of the probability to be above it. */
export interface PfsRatioResult {
  readonly threshold: number;
  readonly patients: number;
  readonly ratios: readonly PfsRatio[];
  readonly above: number;
  readonly notAbove: number;
  readonly undetermined: number;
  /** Undetermined patients counted as not above. */
  readonly low: ProportionInterval;
  /** Undetermined patients counted as above. */
  readonly high: ProportionInterval;
  readonly kaplanMeier: SurvivalAtReading | { readonly ok: false; readonly reason: 'firstTimeNotExact' };
  readonly midrank:
    | { readonly ok: true; readonly interval: ProportionInterval }
    | { readonly ok: false; readonly reason: 'firstTimeNotExact' };
  /** What limits the estimates. */
  readonly cautions: readonly string[];
}

/** The result, or which pair cannot be one. */
export type PfsRatioReading =
  | { readonly ok: true; readonly value: PfsRatioResult }
  | { readonly ok: false; readonly reason: 'noPatients' | 'timeNotPositive'; readonly id?: string };

function ratioOf({ id, first, second }: PfsPair, threshold: number): PfsRatio {
  const least = first.most === null ? 0 : second.least / first.most;
  const most = second.most === null || first.least === 0 ? null : second.most / first.least;
  const call = least > threshold ? 'above' : most !== null && most <= threshold ? 'notAbove' : 'undetermined';
  return { id, least, most, call };
}

const isExact = ({ least, most }: PfsBounds): boolean => least === most;
/** The estimates know exact and censored second times; one between two dates is neither. */
const isExactOrCensored = (bounds: PfsBounds): boolean => isExact(bounds) || bounds.most === null;

/** How to estimate. */
export interface PfsRatioOptions {
  /** 1.3 when absent. */
  readonly threshold?: number;
  readonly confidence?: number;
  readonly interval?: SurvivalIntervalType;
}

/**
 * The PFS ratios of patients against a threshold.
 *
 * @throws DomainError for a confidence outside (0, 1).
 * @example pfsRatio([{ id: '1', first: { least: 4, most: 4 }, second: { least: 6, most: null } }]) // 1 above
 */
export function pfsRatio(pairs: readonly PfsPair[], options: PfsRatioOptions = {}): PfsRatioReading {
  const { threshold = 1.3, confidence = 0.95, interval = 'log-log' } = options;
  if (pairs.length === 0) return { ok: false, reason: 'noPatients' };
  const wrong = pairs.find(
    ({ first, second }) =>
      !(first.least >= 0 && second.least >= 0) ||
      first.most === 0 ||
      [first, second].some(({ least, most }) => most !== null && most < least),
  );
  if (wrong !== undefined) return { ok: false, reason: 'timeNotPositive', id: wrong.id };
  const ratios = pairs.map((pair) => ratioOf(pair, threshold));
  const count = (call: PfsRatio['call']): number => ratios.filter((ratio) => ratio.call === call).length;
  const above = count('above');
  const undetermined = count('undetermined');
  const fits = pairs.every(({ first, second }) => isExact(first) && isExactOrCensored(second));
  return {
    ok: true,
    value: {
      threshold,
      patients: pairs.length,
      ratios,
      above,
      notAbove: count('notAbove'),
      undetermined,
      low: clopperPearson(above, pairs.length, confidence),
      high: clopperPearson(above + undetermined, pairs.length, confidence),
      kaplanMeier: fits
        ? kaplanMeierOf(pairs, threshold, { confidence, interval })
        : { ok: false, reason: 'firstTimeNotExact' },
      midrank: fits
        ? { ok: true, interval: midrankOf(pairs, threshold, confidence) }
        : { ok: false, reason: 'firstTimeNotExact' },
      cautions: [
        'Ratios censored at a small value are not censored at random when the two times are correlated: the Kaplan-Meier estimate can be biased.',
        ...(pairs.some(({ first }) => first.most === null)
          ? ['A first time is censored: only bounds can be given.']
          : []),
      ],
    },
  };
}

function kaplanMeierOf(
  pairs: readonly PfsPair[],
  threshold: number,
  options: { readonly confidence: number; readonly interval: SurvivalIntervalType },
): PfsRatioResult['kaplanMeier'] {
  const read = kaplanMeier(
    {
      time: Float64Array.from(pairs, ({ first, second }) => second.least / first.least),
      event: Uint8Array.from(pairs, ({ second }) => (second.most === null ? 0 : 1)),
    },
    options,
  );
  return read.ok ? survivalAt(read.curve, threshold) : { ok: false, reason: 'firstTimeNotExact' };
}

/** The share of patients whose second time ranks above the first one times the threshold, with the interval of a share. */
function midrankOf(pairs: readonly PfsPair[], threshold: number, confidence: number): ProportionInterval {
  const ranks = midranks([
    ...pairs.map(({ first }) => ({ low: first.least * threshold, high: first.least * threshold })),
    ...pairs.map(({ second: { least, most } }) => ({
      low: least,
      high: most === null ? Number.POSITIVE_INFINITY : least,
    })),
  ]);
  const above = pairs.filter((_, at) => (ranks[pairs.length + at] ?? 0) > (ranks[at] ?? 0)).length;
  return wald(above, pairs.length, confidence);
}
