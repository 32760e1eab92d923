/**
 * Studies pooled within groups, and how much the groups differ: the scatter of the pooled effects of the groups around their
 * common mean (Borenstein et al., Introduction to Meta-Analysis, 2009, chapter 19). Each group has a variance between its
 * studies of its own, or all share one, as in a regression on the group. Groups of studies are no randomised arms.
 */
import { chiSquareUpper } from '../chi-square.ts';
import type { EffectSize } from './effect-size.ts';
import { metaRegression } from './meta-regression.ts';
import { predictedEffect } from './predicted-effect.ts';
import { type PooledEffect, type PoolingOptions, randomEffects } from './random-effects.ts';
import { weightedFit } from './weighted-sums.ts';

/** How groups are pooled. */
export interface SubgroupOptions extends PoolingOptions {
  /** A variance between studies for each group, or one for all. `own` when absent. */
  readonly tau2?: 'own' | 'common';
}

/** One group. */
export interface Subgroup {
  readonly group: string;
  /**
   * With a common tau2 the estimate, its error and limits, tau2, p and the prediction are those of the common model; Q, I2 and
   * H2 remain those of the group.
   */
  readonly pooled: PooledEffect;
}

/** Groups in the order in which they first occur. */
export interface SubgroupAnalysis {
  readonly groups: readonly Subgroup[];
  readonly tau2: 'own' | 'common';
  /** Chi-square of the difference between groups, or F with a common tau2 and another test than z. */
  readonly between: {
    readonly statistic: number;
    readonly degrees: readonly [number] | readonly [number, number];
    readonly p: number;
  } | null;
}

/** Groups, or why there are none. */
export type SubgroupReading =
  | { readonly ok: true; readonly analysis: SubgroupAnalysis }
  | {
      readonly ok: false;
      readonly reason: 'noStudies' | 'varianceNotPositive' | 'lengthDiffers' | 'oneGroup' | 'tooFewStudies';
    };

function pooledGroups(
  effects: readonly EffectSize[],
  groups: readonly string[],
  options: PoolingOptions,
): readonly Subgroup[] {
  return [...new Set(groups)].flatMap((group) => {
    const members = effects.filter((_, at) => groups[at] === group);
    const read = randomEffects(members, options);
    return read.ok ? [{ group, pooled: read.pooled }] : [];
  });
}

/** The difference of groups that were pooled each by itself. */
function separate(groups: readonly Subgroup[]): SubgroupAnalysis['between'] {
  if (groups.some(({ pooled }) => !(pooled.standardError > 0))) return null;
  const means = groups.map(({ pooled }) => ({
    effect: pooled.estimate,
    variance: pooled.standardError ** 2,
  }));
  const { squares } = weightedFit(
    means,
    means.map(({ variance }) => 1 / variance),
  );
  return {
    statistic: squares,
    degrees: [means.length - 1],
    p: chiSquareUpper(squares, means.length - 1),
  };
}

/** Groups with one variance between studies: the regression on the group, with each group as the reference in turn. */
function commonVariance(
  effects: readonly EffectSize[],
  groups: readonly string[],
  own: readonly Subgroup[],
  options: SubgroupOptions,
): SubgroupReading {
  let between: SubgroupAnalysis['between'] = null;
  const common: Subgroup[] = [];
  for (const { group, pooled } of own) {
    const read = metaRegression(
      effects,
      [{ kind: 'factor', name: 'group', values: groups, reference: group }],
      options,
    );
    const mean = read.ok ? read.regression.coefficients[0] : undefined;
    const predicted = read.ok ? predictedEffect(read.regression, { group }) : undefined;
    if (!read.ok || mean === undefined || predicted?.ok !== true)
      return { ok: false, reason: 'tooFewStudies' };
    between = read.regression.moderators;
    const { estimate, standardError, lower, upper, statistic, p } = mean;
    const { tau2, tau2Error } = read.regression;
    common.push({
      group,
      pooled: {
        ...pooled,
        test: read.regression.test,
        estimate,
        standardError,
        lower,
        upper,
        statistic,
        p,
        tau2,
        tau2Error,
        prediction:
          predicted.predicted.prediction === null
            ? null
            : { ...predicted.predicted.prediction, rule: 'sameAsTest' },
      },
    });
  }
  return { ok: true, analysis: { groups: common, tau2: 'common', between } };
}

/**
 * Pools studies by group.
 *
 * @param groups the group of each study.
 * @throws DomainError for a confidence outside (0, 1).
 */
export function subgroupAnalysis(
  effects: readonly EffectSize[],
  groups: readonly string[],
  options: SubgroupOptions = {},
): SubgroupReading {
  if (effects.length === 0) return { ok: false, reason: 'noStudies' };
  if (groups.length !== effects.length) return { ok: false, reason: 'lengthDiffers' };
  if (effects.some(({ variance }) => !(variance > 0))) return { ok: false, reason: 'varianceNotPositive' };
  if (new Set(groups).size < 2) return { ok: false, reason: 'oneGroup' };
  const own = pooledGroups(effects, groups, options);
  if (options.tau2 !== 'common')
    return {
      ok: true,
      analysis: {
        groups: own,
        tau2: 'own',
        between: separate(own),
      },
    };
  return commonVariance(effects, groups, own, options);
}
