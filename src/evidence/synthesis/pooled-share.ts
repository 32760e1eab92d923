/**
 * Counts of several studies as one share, by a named model. The default leaves counts as they are (binomial-normal); the others
 * transform each share first. A single study, shares that are all zero or all one, and studies too few for a verdict are
 * answered with what can be said and the reason for what cannot.
 */
import {
  betaBinomial,
  binomialNormal,
  clopperPearson,
  type EffectSize,
  harmonicMean,
  type PooledTest,
  type PredictionRule,
  type ProportionMeasure,
  proportionEffect,
  randomEffects,
  type StudyProportion,
  shareOf,
  type TauEstimator,
} from '../../statistics/index.ts';

/** How shares are modelled: counts as they are, or one transformation of each share. */
export const shareModels = [
  'glmm',
  'betaBinomial',
  'logit',
  'arcsine',
  'raw',
  'log',
  'freemanTukey',
] as const;
export type ShareModel = (typeof shareModels)[number];

const modelTexts: Readonly<Record<ShareModel, string>> = {
  glmm: 'binomial-normal (GLMM)',
  betaBinomial: 'beta-binomial',
  logit: 'logit',
  arcsine: 'arcsine',
  raw: 'raw share',
  log: 'log share',
  freemanTukey: 'Freeman-Tukey, to reproduce papers',
};

/** A model in words. */
export const shareModelText = (model: ShareModel): string => modelTexts[model];

export interface SharePooling {
  readonly model: ShareModel;
  /** Of the variance between studies; the binomial-normal model has its own, by maximum likelihood. */
  readonly estimator: TauEstimator;
  /** `adhoc`: Hartung and Knapp's error, never below the unadjusted one. */
  readonly test: PooledTest;
  readonly prediction: PredictionRule;
  readonly confidence: number;
}

/** What is pooled when nothing else is asked. */
export const usualPooling: SharePooling = {
  model: 'glmm',
  estimator: 'REML',
  test: 'adhoc',
  prediction: 'k-2',
  confidence: 0.95,
};

/** A share with an interval. */
export interface IntervalOfShare {
  readonly lower: number;
  readonly upper: number;
  /** The scale of the model reached below 0 or above 1; it was cut there. */
  readonly isCut?: true;
}

export interface PooledShare {
  readonly model: ShareModel;
  readonly studies: number;
  readonly patients: number;
  readonly share: number;
  readonly interval: IntervalOfShare;
  /** Where the share of another study lies; its rule is named (`beta`: the fitted distribution of true shares). None from two studies. */
  readonly prediction: (IntervalOfShare & { readonly rule: PredictionRule | 'beta' }) | undefined;
  /** Scatter between the studies; `verdict` is false under five studies, where I2 says nothing. */
  readonly heterogeneity:
    | {
        readonly tau2: number;
        readonly q: number | undefined;
        readonly qP: number | undefined;
        readonly i2Percent: number | undefined;
        readonly verdict: boolean;
      }
    | undefined;
  /** The weight of each study in the pooled share, in order; the models of counts have none. */
  readonly weightsPercent: readonly number[] | undefined;
  /** In words: model, estimator, error. */
  readonly method: string;
}

/** Why there is no pooled share; the exact share of the one study, or of the sum, stands instead where it exists. */
export type ShareRefusal =
  | 'noStudies'
  | 'singleStudy'
  | 'allZero'
  | 'allOne'
  | 'allOrNothing'
  | 'mixedClasses'
  | 'notConverged'
  | 'effectUndefined';

export type PooledShareReading =
  | { readonly ok: true; readonly pooled: PooledShare }
  | {
      readonly ok: false;
      readonly reason: ShareRefusal;
      /** Exact interval of the summed counts: a bound, since it takes the studies for one. */
      readonly summed: (IntervalOfShare & { readonly count: number; readonly of: number }) | undefined;
    };

const refusalTexts: Readonly<Record<ShareRefusal, string>> = {
  noStudies: 'no study answers the question',
  singleStudy: 'one study: its own exact interval stands, nothing is pooled',
  allZero: 'no study has an event: the likelihood has no maximum; the summed counts give an upper bound',
  allOne: 'every patient has the event: the likelihood has no maximum; the summed counts give a lower bound',
  allOrNothing: 'every study has all or nothing: the likelihood has no maximum',
  mixedClasses:
    'NET and NEC, or populations of both, stand in these counts: ask for one class, or ask for the mixture by name',
  notConverged: 'the likelihood has no maximum that was found',
  effectUndefined: 'a study with no event, or with nothing else, has no effect on this scale',
};

/** A refusal for a reader. */
export const shareRefusalText = (reason: ShareRefusal): string => refusalTexts[reason];

const measures: Readonly<Record<Exclude<ShareModel, 'glmm' | 'betaBinomial'>, ProportionMeasure>> = {
  logit: 'PLO',
  arcsine: 'PAS',
  raw: 'PR',
  log: 'PLN',
  freemanTukey: 'PFT',
};

const errorWords: Readonly<Record<PooledTest, string>> = {
  z: 'Wald error',
  knha: "Hartung and Knapp's error",
  adhoc: "Hartung and Knapp's error, never below Wald's",
};

/** Scales on which no events, and nothing else, have a value of their own. */
const answersExtremes: readonly ShareModel[] = ['raw', 'arcsine', 'freemanTukey'];

/**
 * Studies below this number predict no other: two say nothing of the variance between studies (its t quantile has no degree of
 * freedom), and a normal or beta quantile in its place would only hide that.
 */
export const fewestForPrediction = 3;

/** Where an interval reaches beyond what a share can be, it ends there and says so. */
function withinBounds({ lower, upper }: IntervalOfShare): IntervalOfShare {
  const [low, high] = [Math.max(0, lower), Math.min(1, upper)];
  return low === lower && high === upper ? { lower, upper } : { lower: low, upper: high, isCut: true };
}

/** Whether the interval of a pooled share, or its prediction, was cut. */
export const hasCutInterval = (reading: PooledShareReading): boolean =>
  reading.ok && [reading.pooled.interval, reading.pooled.prediction].some((each) => each?.isCut === true);

/** What is said of an interval that was cut. */
export const cutIntervalText =
  'cut at 0 or 100%: the scale of this model knows no such bound; take logit or the binomial-normal model';

/** Studies below this number say nothing of how much they differ. */
const fewestForHeterogeneity = 5;

function summedShare(rates: readonly StudyProportion[], confidence: number) {
  const count = rates.reduce((sum, rate) => sum + rate.count, 0);
  const of = rates.reduce((sum, rate) => sum + rate.of, 0);
  if (of === 0) return undefined;
  const { lower, upper } = clopperPearson(count, of, confidence);
  return { count, of, lower, upper };
}

/** What the two models of counts share: their estimate lies on log odds. */
function ofCounts(
  rates: readonly StudyProportion[],
  patients: number,
  model: 'glmm' | 'betaBinomial',
  fit: { readonly estimate: number; readonly lower: number; readonly upper: number },
  rest: Pick<PooledShare, 'prediction' | 'method'> & { readonly tau2: number | undefined },
): PooledShareReading {
  const share = (value: number) => shareOf(value, 'PLO', 1);
  return {
    ok: true,
    pooled: {
      model,
      studies: rates.length,
      patients,
      share: share(fit.estimate),
      interval: { lower: share(fit.lower), upper: share(fit.upper) },
      prediction: rates.length < fewestForPrediction ? undefined : rest.prediction,
      heterogeneity:
        rest.tau2 === undefined
          ? undefined
          : {
              tau2: rest.tau2,
              q: undefined,
              qP: undefined,
              i2Percent: undefined,
              verdict: rates.length >= fewestForHeterogeneity,
            },
      weightsPercent: undefined,
      method: rest.method,
    },
  };
}

function byModel(
  rates: readonly StudyProportion[],
  model: 'glmm' | 'betaBinomial',
  how: SharePooling,
  patients: number,
): PooledShareReading {
  const summed = summedShare(rates, how.confidence);
  if (model === 'betaBinomial') {
    const read = betaBinomial(rates, how.confidence);
    if (!read.ok) return { ok: false, reason: 'notConverged', summed };
    const { fit } = read;
    return ofCounts(
      rates,
      patients,
      model,
      { ...fit, ...fit.profile },
      {
        prediction: fit.spread === null ? undefined : { ...fit.spread, rule: 'beta' },
        tau2: undefined,
        method: `beta-binomial model of the mean share, profile limits${fit.atBoundary ? ', no scatter beyond chance' : ''}`,
      },
    );
  }
  const read = binomialNormal(rates, how.confidence);
  if (!read.ok) return { ok: false, reason: 'notConverged', summed };
  const { fit } = read;
  return ofCounts(rates, patients, model, fit, {
    prediction: {
      lower: shareOf(fit.prediction.lower, 'PLO', 1),
      upper: shareOf(fit.prediction.upper, 'PLO', 1),
      rule: 'normal',
    },
    tau2: fit.tau2,
    method: `binomial-normal model (GLMM), maximum likelihood${fit.atBoundary ? ', no scatter beyond chance' : ''}`,
  });
}

function byTransformation(
  rates: readonly StudyProportion[],
  model: Exclude<ShareModel, 'glmm' | 'betaBinomial'>,
  how: SharePooling,
  patients: number,
): PooledShareReading {
  const measure = measures[model];
  const summed = summedShare(rates, how.confidence);
  const effects = rates.map((rate) => proportionEffect(rate, measure));
  const defined = effects.filter((effect): effect is EffectSize => effect !== null);
  if (defined.length < effects.length) return { ok: false, reason: 'effectUndefined', summed };
  const read = randomEffects(defined, how);
  if (!read.ok) return { ok: false, reason: 'effectUndefined', summed };
  const { pooled } = read;
  const size = harmonicMean(rates.map(({ of }) => of));
  const share = (value: number) => shareOf(value, measure, size);
  const { prediction } = pooled;
  const weights = defined.map(({ variance }) => 1 / (variance + pooled.tau2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    ok: true,
    pooled: {
      model,
      studies: rates.length,
      patients,
      share: Math.min(1, Math.max(0, share(pooled.estimate))),
      interval: withinBounds({ lower: share(pooled.lower), upper: share(pooled.upper) }),
      prediction:
        prediction === null || rates.length < fewestForPrediction
          ? undefined
          : {
              ...withinBounds({ lower: share(prediction.lower), upper: share(prediction.upper) }),
              rule: prediction.rule,
            },
      heterogeneity: {
        tau2: pooled.tau2,
        q: pooled.q,
        qP: pooled.qP,
        i2Percent: pooled.i2Percent,
        verdict: rates.length >= fewestForHeterogeneity,
      },
      weightsPercent: weights.map((weight) => (100 * weight) / total),
      method: `${model === 'freemanTukey' ? 'double arcsine (Freeman-Tukey)' : model} scale, ${how.estimator}, ${errorWords[how.test]}`,
    },
  };
}

/** The pooled share of some counts. */
export function pooledShare(
  rates: readonly StudyProportion[],
  how: SharePooling = usualPooling,
): PooledShareReading {
  const summed = summedShare(rates, how.confidence);
  if (rates.length === 0) return { ok: false, reason: 'noStudies', summed: undefined };
  if (rates.length === 1) return { ok: false, reason: 'singleStudy', summed };
  const patients = rates.reduce((sum, { of }) => sum + of, 0);
  if (!answersExtremes.includes(how.model)) {
    if (rates.every(({ count }) => count === 0)) return { ok: false, reason: 'allZero', summed };
    if (rates.every(({ count, of }) => count === of)) return { ok: false, reason: 'allOne', summed };
    if (rates.every(({ count, of }) => count === 0 || count === of))
      return { ok: false, reason: 'allOrNothing', summed };
  }
  const { model } = how;
  return model === 'glmm' || model === 'betaBinomial'
    ? byModel(rates, model, how, patients)
    : byTransformation(rates, model, how, patients);
}
