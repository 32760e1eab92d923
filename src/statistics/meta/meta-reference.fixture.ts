/**
 * The studies of the reference values of metafor 3.8-1, and how they are compared: each expected value by name, so that none
 * is left out. Tolerances are those of the head of the reference file.
 */
import assert from 'node:assert/strict';
import { numbersOf, type Reference, tableOf } from '../reference-values.fixture.ts';
import {
  type EffectSize,
  harmonicMean,
  type PooledEffect,
  type PooledTest,
  type ProportionMeasure,
  proportionEffect,
  proportionMeasures,
  type StudyArms,
  type StudyProportion,
  shareOf,
  type TauEstimator,
  type TwoArmMeasure,
  tauEstimators,
  twoArmMeasures,
} from './index.ts';

export const closedForm = 1e-10;
export const iterated = 1e-6;

type Found = number | null | undefined | readonly (number | null | undefined)[];

/** Relative to the wanted value, to the floor below it; a value that is missing in one must be missing in the other. */
function assertClose(
  found: number | null | undefined,
  wanted: number | null,
  { tolerance, floor }: { readonly tolerance: number; readonly floor: number },
  name: string,
): void {
  if (wanted === null) {
    assert.equal(found ?? null, null, name);
    return;
  }
  assert.ok(typeof found === 'number', name);
  const error = Math.abs(found - wanted) / Math.max(floor, Math.abs(wanted));
  assert.ok(error <= tolerance, `${name}: ${found}, not ${wanted}, off by ${error}`);
}

/**
 * Every expected value against the answer of its name.
 *
 * @param own tolerances of single names.
 * @param floor the size below which an error is taken relative to it; a hundred times that for percents.
 */
export function assertAnswers(
  { id, expected }: Reference,
  answers: Readonly<Record<string, Found>>,
  tolerance: number,
  own: Readonly<Record<string, number>> = {},
  floor = 1e-3,
): void {
  for (const [name, wanted] of Object.entries(expected)) {
    assert.ok(name in answers, `${id}: nothing is compared with ${name}`);
    const answer = answers[name];
    const found: readonly (number | null | undefined)[] = Array.isArray(answer)
      ? answer
      : [answer as number | null];
    const all = numbersOf(wanted);
    assert.equal(found.length, all.length, `${id} ${name}`);
    all.forEach((each, at) => {
      const scale = { tolerance: own[name] ?? tolerance, floor: name === 'I2' ? 100 * floor : floor };
      assertClose(found[at], each, scale, `${id} ${name} ${at}`);
    });
  }
}

const files: Readonly<Record<string, string>> = {
  nec: 'nec_response_table_seed004.csv',
  nec_IP: 'nec_response_table_seed004.csv',
  pritz: 'dat_pritz1997.csv',
  debruin: 'dat_debruin2009.csv',
};

/** The data set that an id names. */
export const datasetIn = (id: string): string =>
  Object.keys(files)
    .toSorted((one, two) => two.length - one.length)
    .find((name) => id.includes(`_${name}`)) ?? '';

export const sharesOf = (name: string): readonly StudyProportion[] =>
  tableOf(files[name] ?? '')
    .filter(({ regimen = '' }) => name !== 'nec_IP' || regimen === 'IP')
    .map((row) => ({ count: Number(row['xi']), of: Number(row['ni']) }));

/** The studies that a reference has beside it. */
export function inlineShares({ input }: Reference): readonly StudyProportion[] {
  const sizes = numbersOf(input?.['ni']);
  return numbersOf(input?.['xi']).map((count, at) => ({ count: count ?? 0, of: sizes[at] ?? 0 }));
}

export const armsOf = (name: 'bcg' | 'nielweise'): readonly StudyArms[] =>
  name === 'bcg'
    ? tableOf('dat_bcg.csv').map((row) => ({
        treated: { count: Number(row['tpos']), of: Number(row['tpos']) + Number(row['tneg']) },
        control: { count: Number(row['cpos']), of: Number(row['cpos']) + Number(row['cneg']) },
      }))
    : tableOf('dat_nielweise2007.csv').map((row) => ({
        treated: { count: Number(row['ai']), of: Number(row['n1i']) },
        control: { count: Number(row['ci']), of: Number(row['n2i']) },
      }));

export const measureIn = (text: string): ProportionMeasure | undefined =>
  proportionMeasures.find((each) => text.split('_').includes(each));
export const armMeasureIn = (text: string): TwoArmMeasure | undefined =>
  twoArmMeasures.find((each) => text.split('_').includes(each));
export const defined = (effects: readonly (EffectSize | null)[]): readonly EffectSize[] =>
  effects.filter((effect) => effect !== null);
export const effectsOf = (
  shares: readonly StudyProportion[],
  measure: ProportionMeasure,
  rule?: 'only0',
): readonly EffectSize[] => defined(shares.map((each) => proportionEffect(each, measure, rule)));

/** `rma_nec_PLO_REML_knha`: the estimator and the test behind the measure. */
export function howOf(id: string): { readonly estimator: TauEstimator; readonly test: PooledTest } {
  const parts = id.split('_');
  const estimator = tauEstimators.find((each) => parts.includes(each));
  assert.ok(estimator !== undefined, id);
  return { estimator, test: parts.includes('knha') ? 'knha' : 'z' };
}

/** A pooled effect under the names of the reference file. */
export function answersOf(pooled: PooledEffect): Readonly<Record<string, Found>> {
  return {
    k: pooled.studies,
    est: pooled.estimate,
    se: pooled.standardError,
    ci: [pooled.lower, pooled.upper],
    z: pooled.statistic,
    p: pooled.p,
    tau2: pooled.tau2,
    se_tau2: pooled.tau2Error,
    I2: pooled.i2Percent,
    H2: pooled.h2,
    Q: pooled.q,
    Qp: pooled.qP,
    pi: [pooled.prediction?.lower, pooled.prediction?.upper],
  };
}

/** The estimate and its intervals on another scale. */
export function backTransformed(
  { estimate, lower, upper, prediction }: PooledEffect,
  back: (effect: number) => number,
): Readonly<Record<string, Found>> {
  return {
    est_bt: back(estimate),
    ci_bt: [back(lower), back(upper)],
    pi_bt: prediction === null ? [] : [back(prediction.lower), back(prediction.upper)],
  };
}

/** As shares; Freeman and Tukey's at the harmonic mean. */
export function sharesAnswers(
  pooled: PooledEffect,
  measure: ProportionMeasure,
  shares: readonly StudyProportion[],
): Readonly<Record<string, Found>> {
  const size = harmonicMean(shares.map(({ of }) => of));
  return backTransformed(pooled, (effect) => shareOf(effect, measure, size));
}
