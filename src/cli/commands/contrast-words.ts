/** Words of `cajal stats contrast` for measures and for what stands against a study. */
import { type ContrastFault, type ContrastMeasure, isRatioMeasure } from '../../statistics/index.ts';

/** A measure for a reader. */
export const measureNames: Readonly<Record<ContrastMeasure, string>> = {
  OR: 'odds ratio',
  RR: 'risk ratio',
  RD: 'risk difference',
  AS: 'difference of arcsines',
  HR: 'hazard ratio',
};

const faults: Readonly<Record<ContrastFault, string>> = {
  noEvents: 'no event in either arm, which says nothing of a ratio',
  onlyEvents: 'every patient of both arms has the event, which says nothing of a ratio',
  noEffect: 'the measure does not exist for these counts',
  noError: 'neither interval nor p, so no error',
  notPositive: 'a ratio and its bounds are above 0',
  boundsReversed: 'the lower bound is not below the upper one',
  outsideInterval: 'the ratio lies outside its interval',
  notAProbability: 'p is above 0 and at most 1',
  errorUnknown: 'at a ratio or a p of 1 the error cannot be told from p',
};

/** Why a study has no effect, for a reader. */
export const contrastFaultText = (reason: ContrastFault): string => faults[reason];

/** Above this share of half its width, a hazard ratio off the middle of its interval is more than rounding. */
const muchOffCentre = 0.1;

/** What a reader has to know of a study that has an effect. */
export function contrastRemark({
  halfAdded,
  offCentre,
}: {
  readonly halfAdded: boolean;
  readonly offCentre: number | null;
}): string {
  if (halfAdded) return 'a half added to each cell';
  return offCentre !== null && offCentre > muchOffCentre
    ? `${Math.round(100 * offCentre)}% off the middle of its interval`
    : '';
}

/** A ratio, a difference in percent, or a difference of arcsines, for a reader. */
export function contrastText(value: number, measure: ContrastMeasure): string {
  if (measure === 'RD') return `${(100 * value).toFixed(1)}%`;
  if (isRatioMeasure(measure) && (value >= 1e4 || value < 1e-3)) return value.toExponential(1);
  return String(Number(value.toPrecision(3)));
}
