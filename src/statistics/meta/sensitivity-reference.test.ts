/**
 * Influence, funnels, regression, limits of tau2 and pooled tables against metafor 3.8-1, where the data folder is present:
 * every value of every reference.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chiSquareQuantile, chiSquareUpperQuantile } from '../chi-square.ts';
import { referencesOf, absent as skip, tableOf } from '../reference-values.fixture.ts';
import { usualTolerance, whereUnirootStops } from './brent-root.fixture.ts';
import {
  cumulativeEffects,
  type EffectSize,
  funnelAsymmetry,
  harmonicMean,
  heterogeneity,
  influence,
  leaveOneOut,
  type MetaRegression,
  type Moderator,
  mantelHaenszel,
  metaRegression,
  type PoolingReading,
  petoOddsRatio,
  proportionEffect,
  randomEffects,
  shareOf,
  shrunkenEffects,
  trimAndFill,
  twoArmEffects,
} from './index.ts';
import {
  armMeasureIn,
  armsOf,
  assertAnswers,
  closedForm,
  datasetIn,
  defined,
  effectsOf,
  inlineShares,
  iterated,
  measureIn,
  sharesOf,
} from './meta-reference.fixture.ts';
import { pooledWith } from './random-effects.ts';
import { fisherScoringOfR, squaresAt } from './stopped-as-metafor.fixture.ts';

const logitsOf = (id: string): readonly EffectSize[] => effectsOf(sharesOf(datasetIn(id)), 'PLO');

test('effect sizes', { skip }, () => {
  for (const reference of referencesOf('meta-escalc')) {
    const [measure, armMeasure] = [measureIn(reference.id), armMeasureIn(reference.id)];
    const effects =
      measure !== undefined
        ? sharesOf(datasetIn(reference.id)).map((each) => proportionEffect(each, measure, 'only0'))
        : armMeasure !== undefined
          ? twoArmEffects(armsOf('bcg'), armMeasure)
          : [];
    const answers = { yi: effects.map((each) => each?.effect), vi: effects.map((each) => each?.variance) };
    assertAnswers(reference, answers, closedForm);
  }
});

test('without each study, and one after the other', { skip }, () => {
  const answers = (read: readonly PoolingReading[]) => {
    const pooled = read.flatMap((each) => (each.ok ? [each.pooled] : []));
    return {
      est: pooled.map(({ estimate }) => estimate),
      se: pooled.map(({ standardError }) => standardError),
      ci_lb: pooled.map(({ lower }) => lower),
      ci_ub: pooled.map(({ upper }) => upper),
      Q: pooled.map(({ q }) => q),
      tau2: pooled.map(({ tau2 }) => tau2),
      I2: pooled.map(({ i2Percent }) => i2Percent),
    };
  };
  for (const reference of referencesOf('meta-leave-one-out'))
    assertAnswers(reference, answers(leaveOneOut(logitsOf(reference.id))), iterated);
  for (const reference of referencesOf('meta-cumulative'))
    assertAnswers(reference, answers(cumulativeEffects(logitsOf(reference.id))), iterated);
});

test('drawn together', { skip }, () => {
  for (const reference of referencesOf('meta-blup')) {
    const found = shrunkenEffects(logitsOf(reference.id));
    const answers = {
      pred: found.map(({ estimate }) => estimate),
      se: found.map(({ standardError }) => standardError),
      pi_lb: found.map(({ lower }) => lower),
      pi_ub: found.map(({ upper }) => upper),
    };
    assertAnswers(reference, answers, iterated);
  }
});

test('influence', { skip }, () => {
  for (const reference of referencesOf('meta-influence')) {
    const read = influence(logitsOf(reference.id));
    assert.ok(read.ok);
    const { studies } = read;
    const answers = {
      rstudent: studies.map(({ rstudent }) => rstudent),
      dffits: studies.map(({ dffits }) => dffits),
      cook_d: studies.map(({ cooksDistance }) => cooksDistance),
      cov_r: studies.map(({ covarianceRatio }) => covarianceRatio),
      tau2_del: studies.map(({ tau2Without }) => tau2Without),
      QE_del: studies.map(({ qWithout }) => qWithout),
      hat: studies.map(({ hat }) => hat),
      weight: studies.map(({ weightPercent }) => weightPercent),
    };
    assertAnswers(reference, answers, iterated);
  }
});

test('asymmetry of the funnel', { skip }, () => {
  for (const reference of referencesOf('meta-funnel')) {
    const effects = logitsOf(reference.id);
    const [egger, mixed, begg] = (['egger', 'eggerMixed', 'begg'] as const).map((funnelTest) => {
      const read = funnelAsymmetry(effects, { funnelTest, measure: 'PLO', asReproduction: true });
      assert.ok(read.ok);
      assert.deepEqual(read.asymmetry.caveats, ['errorMadeFromEffect']);
      return read.asymmetry;
    });
    const answers = {
      egger_t: egger?.statistic,
      egger_df: egger?.degrees,
      egger_p: egger?.p,
      rma_z: mixed?.statistic,
      rma_p: mixed?.p,
      begg_tau: begg?.statistic,
      begg_p: begg?.p,
    };
    assertAnswers(reference, answers, closedForm, { rma_z: iterated, rma_p: iterated });
  }
});

/** Refitted by metafor with its usual stop: the number, the side and the mirror images are ours, tau2 is where it stops. */
test('trim and fill', { skip }, () => {
  for (const { side, ...reference } of referencesOf('meta-trimfill').map(({ expected, ...rest }) => {
    const { side: wanted, ...others } = expected;
    return { ...rest, expected: others, side: wanted };
  })) {
    const effects = logitsOf(reference.id);
    const read = trimAndFill(effects, { measure: 'PLO', asReproduction: true });
    assert.ok(read.ok);
    const { trimmed } = read;
    assert.equal(trimmed.side, side);
    const all = [...effects, ...trimmed.filled];
    const stopped = trimmed.missing === 0 ? trimmed.pooled : pooledWith(all, fisherScoringOfR(all), {});
    assert.ok(Math.abs(stopped.tau2 - trimmed.pooled.tau2) < 1e-5);
    const { estimate, standardError, lower, upper, tau2 } = stopped;
    const answers = { k0: trimmed.missing, est: estimate, se: standardError, ci: [lower, upper], tau2 };
    assertAnswers(reference, answers, iterated);
  }
});

test('regression on properties of studies', { skip }, () => {
  const given: Readonly<Record<string, () => readonly [readonly EffectSize[], readonly Moderator[]]>> = {
    metareg_nec_line_knha: () => [
      logitsOf('_nec'),
      [
        {
          kind: 'factor',
          name: 'line',
          values: tableOf('nec_response_table_seed004.csv').map((row) => row['line'] ?? ''),
        },
      ],
    ],
    metareg_bcg: () => [
      defined(twoArmEffects(armsOf('bcg'), 'RR')),
      ['ablat', 'year'].map((name) => ({
        kind: 'number',
        name,
        values: tableOf('dat_bcg.csv').map((row) => Number(row[name])),
      })),
    ],
  };
  const answersOf = ({ coefficients, moderators, residual, tau2, r2Percent }: MetaRegression) => ({
    beta: coefficients.map(({ estimate }) => estimate),
    se: coefficients.map(({ standardError }) => standardError),
    p: coefficients.map(({ p }) => p),
    QM: moderators?.statistic,
    QM_F: moderators?.statistic,
    QMp: moderators?.p,
    QE: residual.q,
    tau2,
    R2: r2Percent,
  });
  for (const { expected, ...reference } of referencesOf('meta-regression')) {
    const [effects, moderators] = given[reference.id]?.() ?? [[], []];
    const read = metaRegression(effects, moderators, { test: reference.id.endsWith('knha') ? 'knha' : 'z' });
    assert.ok(read.ok, reference.id);
    const { terms, ...numbers } = expected;
    const called = read.regression.coefficients.map(({ term }) => term);
    const inR = called.map((term) => term.replace('intercept', 'intrcpt').replace('line: ', 'factor(line)'));
    assert.deepEqual(inR, terms);
    assertAnswers({ ...reference, expected: numbers }, answersOf(read.regression), iterated);
  }
});

/** The limits here are the roots; metafor stops at the tolerance of `uniroot`, where the same steps bring the same numbers. */
test('limits of tau2, tau, I2 and H2', { skip }, () => {
  for (const reference of referencesOf('meta-tau2-ci')) {
    const effects = logitsOf(reference.id);
    const read = heterogeneity(effects);
    assert.ok(read.ok);
    const { tau2, tau, i2Percent, h2 } = read.heterogeneity;
    const degrees = effects.length - 1;
    const [high, low] = [chiSquareUpperQuantile(0.025, degrees), chiSquareQuantile(0.025, degrees)];
    assert.ok(Math.abs(squaresAt(effects, tau2.lower) - high) < closedForm * high);
    assert.ok(Math.abs(squaresAt(effects, tau2.upper) - low) < closedForm * low);
    const stops = [high, low].map((wanted) =>
      whereUnirootStops((at) => squaresAt(effects, at) - wanted, 0, Math.max(100, 10 * tau2.estimate)),
    );
    for (const [at, root] of [tau2.lower, tau2.upper].entries())
      assert.ok(Math.abs((stops[at] ?? Number.NaN) - root) <= usualTolerance);
    const typical = tau2.estimate / (h2.estimate - 1);
    assert.ok(Math.abs(i2Percent.upper - (100 * tau2.upper) / (typical + tau2.upper)) < 1e-9);
    assert.ok(Math.abs(tau.lower ** 2 - tau2.lower) < 1e-12);
    const all = [tau2.estimate, ...stops];
    const answers = {
      tau2: all,
      tau: all.map(Math.sqrt),
      I2: all.map((value) => (100 * value) / (typical + value)),
      H2: all.map((value) => value / typical + 1),
    };
    assertAnswers(reference, answers, iterated);
  }
});

test('Mantel-Haenszel and Peto', { skip }, () => {
  const pooled = { mh_nielweise: mantelHaenszel, peto_nielweise: petoOddsRatio, peto_bcg: petoOddsRatio };
  for (const [id, pool] of Object.entries(pooled)) {
    const reference = referencesOf(id.startsWith('mh') ? 'meta-mantel-haenszel' : 'meta-peto').find(
      (each) => each.id === id,
    );
    const found = pool(armsOf(id.includes('bcg') ? 'bcg' : 'nielweise'));
    assert.ok(reference !== undefined && found !== null);
    const { estimate, standardError, lower, upper, scatter } = found;
    const answers = {
      est: estimate,
      se: standardError,
      ci: [lower, upper],
      QE: scatter.q,
      k_yi: scatter.studies,
    };
    assertAnswers(reference, answers, closedForm);
  }
});

test('the double arcsine comes back as another share with each number of patients', { skip }, () => {
  for (const reference of referencesOf('meta-ft-paradox')) {
    const shares = inlineShares(reference);
    const sizes = shares.map(({ of }) => of);
    const read = randomEffects(effectsOf(shares, 'PFT'), { estimator: 'DL' });
    assert.ok(read.ok);
    const { estimate } = read.pooled;
    const at = (size: number): number => shareOf(estimate, 'PFT', size);
    const answers = {
      est: estimate,
      hm: at(harmonicMean(sizes)),
      arith: at(sizes.reduce((sum, size) => sum + size, 0) / sizes.length),
      at_min: at(Math.min(...sizes)),
      at_max: at(Math.max(...sizes)),
    };
    assertAnswers(reference, answers, closedForm);
  }
});
