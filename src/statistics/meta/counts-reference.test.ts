/** The binomial-normal model against metafor 3.8-1 and lme4, where the data folder is present: every value of every reference. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binomialMass } from '../binomial.ts';
import { monotoneRoot } from '../monotone-root.ts';
import { type Reference, referencesOf, absent as skip, topicsWith } from '../reference-values.fixture.ts';
import { binomialNormal, randomEffects, type StudyProportion, shareOf, shareScatter } from './index.ts';
import { assertAnswers, effectsOf, inlineShares, sharesOf } from './meta-reference.fixture.ts';

/** The head of the reference file: 1e-5, here of the values, or of 1 where they are smaller, as lme4 stops that far from the top. */
const modelTolerance = 1e-5;

/**
 * What metafor 3.8-1 calls the likelihood: that of the counts at the most likely random effects (the deviance of lme4 with
 * quadrature is conditional), and not that of the model.
 */
function conditionalLikelihood(shares: readonly StudyProportion[], mean: number, tau: number): number {
  const chance = (odds: number): number => 1 / (1 + Math.exp(-odds));
  return shares.reduce((sum, { count, of }) => {
    const z = monotoneRoot((at) => at - tau * (count - of * chance(mean + tau * at)), -50, 50);
    return sum + Math.log(binomialMass(count, of, chance(mean + tau * z)));
  }, 0);
}

function compare(shares: readonly StudyProportion[], reference: Reference): void {
  const read = binomialNormal(shares);
  const scatter = shareScatter(shares);
  assert.ok(read.ok && scatter !== null, reference.id);
  const { estimate, standardError, lower, upper, prediction, tau2 } = read.fit;
  const share = (odds: number): number => shareOf(odds, 'PLO', 1);
  const answers = {
    est: estimate,
    se: standardError,
    ci: [lower, upper],
    tau2,
    QE_Wld: scatter.wald,
    QE_LRT: scatter.likelihoodRatio,
    loglik: conditionalLikelihood(shares, estimate, Math.sqrt(tau2)),
    est_bt: share(estimate),
    ci_bt: [share(lower), share(upper)],
    pi_bt: [share(prediction.lower), share(prediction.upper)],
  };
  assertAnswers(reference, answers, modelTolerance, {}, 1);
}

test('binomial-normal models', { skip }, () => {
  for (const reference of referencesOf('meta-glmm')) compare(sharesOf('pritz'), reference);
  const edges = referencesOf('meta-edge').filter(({ id }) => id.endsWith('GLMM'));
  assert.equal(edges.length, 2);
  for (const reference of edges) compare(inlineShares(reference), reference);
});

test('the table of paper 004 as repaired: 37.8% (28.6-48.0) by counts, 41.3% (32.1-51.2) by log odds', {
  skip,
}, () => {
  const shares = sharesOf('nec');
  const counts = binomialNormal(shares);
  const logits = randomEffects(effectsOf(shares, 'PLO'), { estimator: 'REML', test: 'adhoc' });
  assert.ok(counts.ok && logits.ok);
  const percents = ({ estimate, lower, upper }: { estimate: number; lower: number; upper: number }) =>
    [estimate, lower, upper].map((odds) => (100 * shareOf(odds, 'PLO', 1)).toFixed(1));
  assert.deepEqual(percents(counts.fit), ['37.8', '28.6', '48.0']);
  assert.deepEqual(percents(logits.pooled), ['41.3', '32.1', '51.2']);
});

test('every topic of the references has a test in this folder', { skip }, () => {
  assert.deepEqual(topicsWith('meta-'), [
    'meta-blup',
    'meta-cumulative',
    'meta-edge',
    'meta-escalc',
    'meta-ft-paradox',
    'meta-funnel',
    'meta-glmm',
    'meta-hr',
    'meta-influence',
    'meta-leave-one-out',
    'meta-mantel-haenszel',
    'meta-peto',
    'meta-prediction-interval',
    'meta-proportions',
    'meta-regression',
    'meta-tau2-ci',
    'meta-trimfill',
    'meta-two-arm',
    'meta-zero-cells',
  ]);
});
