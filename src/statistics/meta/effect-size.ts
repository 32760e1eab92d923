/**
 * Effect sizes of single studies with their sampling variances, as metafor's `escalc` gives them. A share is left as it is
 * (PR), or taken as logarithm (PLN), log odds (PLO), arcsine of its root (PAS) or by Freeman and Tukey (PFT, Ann Math Stat
 * 1950;21:607, halved as in metafor). Two arms give the log odds ratio (OR), the log risk ratio (RR), the risk difference
 * (RD), the difference of arcsines (AS) or Peto's log odds ratio (PETO).
 */

/** Measures of one share. */
export const proportionMeasures = ['PR', 'PLN', 'PLO', 'PAS', 'PFT'] as const;
export type ProportionMeasure = (typeof proportionMeasures)[number];

/** Measures of two arms. */
export const twoArmMeasures = ['OR', 'RR', 'RD', 'AS', 'PETO'] as const;
export type TwoArmMeasure = (typeof twoArmMeasures)[number];

/** An effect with its variance; null where the measure does not exist for the study. */
export interface EffectSize {
  readonly effect: number;
  readonly variance: number;
}

/** Which studies get a half added to each cell: those with an empty cell, all where any has one, all, or none. */
export type ZeroCellRule = 'only0' | 'if0all' | 'all' | 'none';

/** `count` of `of`. */
export interface StudyProportion {
  readonly count: number;
  readonly of: number;
}

/** Two arms of a study. */
export interface StudyArms {
  readonly treated: StudyProportion;
  readonly control: StudyProportion;
}

const half = 0.5;

const finite = (effect: number, variance: number): EffectSize | null =>
  Number.isFinite(effect) && Number.isFinite(variance) ? { effect, variance } : null;

/** Measures that exist with empty cells, and are left as they are unless asked otherwise (as in metafor). */
const uncorrected: readonly (ProportionMeasure | TwoArmMeasure)[] = ['PAS', 'PFT', 'AS'];

/** The rule where none is asked for. */
const usualRule = (measure: ProportionMeasure | TwoArmMeasure): 'only0' | 'none' =>
  uncorrected.includes(measure) ? 'none' : 'only0';

/**
 * The effect size of one share. With `only0` a half is added to both cells where one is empty; `none` adds nothing, and a
 * measure that then does not exist is null. Without a rule, `only0` for all but PAS and PFT.
 */
export function proportionEffect(
  { count, of }: StudyProportion,
  measure: ProportionMeasure,
  rule: 'only0' | 'none' = usualRule(measure),
): EffectSize | null {
  const isCorrected = rule === 'only0' && (count === 0 || count === of);
  const events = isCorrected ? count + half : count;
  const total = isCorrected ? of + 2 * half : of;
  const share = events / total;
  switch (measure) {
    case 'PR':
      return finite(share, (share * (1 - share)) / total);
    case 'PLN':
      return finite(Math.log(share), 1 / events - 1 / total);
    case 'PAS':
      return finite(Math.asin(Math.sqrt(share)), 1 / (4 * total));
    case 'PFT':
      return finite(
        half *
          (Math.asin(Math.sqrt(events / (total + 1))) + Math.asin(Math.sqrt((events + 1) / (total + 1)))),
        1 / (4 * total + 2),
      );
    case 'PLO':
      return finite(Math.log(share / (1 - share)), 1 / events + 1 / (total - events));
  }
}

/** Whether a study has an empty cell. */
export const hasEmptyCell = ({ treated, control }: StudyArms): boolean =>
  [treated.count, treated.of - treated.count, control.count, control.of - control.count].includes(0);

function armsEffect(
  { treated, control }: StudyArms,
  measure: TwoArmMeasure,
  added: number,
): EffectSize | null {
  const a = treated.count + added;
  const b = treated.of - treated.count + added;
  const c = control.count + added;
  const d = control.of - control.count + added;
  const [one, two] = [a + b, c + d];
  switch (measure) {
    case 'OR':
      return finite(Math.log((a * d) / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d);
    case 'RR':
      return finite(Math.log(a / one / (c / two)), 1 / a - 1 / one + 1 / c - 1 / two);
    case 'RD':
      return finite(a / one - c / two, ((a / one) * (b / one)) / one + ((c / two) * (d / two)) / two);
    case 'AS':
      return finite(
        Math.asin(Math.sqrt(a / one)) - Math.asin(Math.sqrt(c / two)),
        1 / (4 * one) + 1 / (4 * two),
      );
    case 'PETO': {
      const total = one + two;
      const expected = (one * (a + c)) / total;
      const variance = (one * two * (a + c) * (b + d)) / (total * total * (total - 1));
      return finite((a - expected) / variance, 1 / variance);
    }
  }
}

/** The effect sizes of studies of two arms. */
export function twoArmEffects(
  studies: readonly StudyArms[],
  measure: TwoArmMeasure,
  rule: ZeroCellRule = usualRule(measure),
): readonly (EffectSize | null)[] {
  const hasAny = studies.some(hasEmptyCell);
  return studies.map((study) => {
    const isCorrected =
      rule === 'all' || (rule === 'only0' && hasEmptyCell(study)) || (rule === 'if0all' && hasAny);
    return armsEffect(study, measure, isCorrected ? half : 0);
  });
}
