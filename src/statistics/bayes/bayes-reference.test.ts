/**
 * Bayesian response rates against the reference values (NumPy and SciPy), where the data folder is present: closed forms to
 * 1e-10, hierarchical models to 2e-5.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import { assertNear, type Reference, referencesOf, absent as skip } from '../reference-values.fixture.ts';
import { hierarchicalDensities } from './hierarchical-model.ts';
import {
  betaBinomialPosterior,
  type HierarchicalOptions,
  hierarchicalModel,
  mixturePosterior,
  multisourceExchangeability,
  predictiveProbability,
} from './index.ts';
import { logit } from './log-odds-mesh.ts';

const counts = z.object({ x: z.array(z.number()), n: z.array(z.number()), p0: z.number() });
const basketsOf = ({ x, n }: z.infer<typeof counts>) =>
  x.map((responses, at) => ({ responses, patients: n[at] ?? 0 }));

test('beta-binomial posteriors', { skip }, () => {
  for (const { id, input, expected } of referencesOf('bayes-beta-binomial')) {
    const { x, n, a, b } = z
      .object({ x: z.number(), n: z.number(), a: z.number(), b: z.number() })
      .parse(input);
    const read = betaBinomialPosterior({ responses: x, patients: n }, { a, b });
    assert.ok(read.ok, id);
    const { summary, lnMarginal } = read.posterior;
    const above = [0.1, 0.2, 0.3].map((threshold) => {
      const other = betaBinomialPosterior({ responses: x, patients: n }, { a, b }, { threshold });
      return other.ok ? other.posterior.summary.aboveThreshold : null;
    });
    assertNear(
      [
        summary.mean,
        summary.sd,
        summary.equalTailed.lower,
        summary.median,
        summary.equalTailed.upper,
        ...above,
        lnMarginal,
      ],
      ['mean', 'sd', 'q025', 'median', 'q975', 'pr_gt_10', 'pr_gt_20', 'pr_gt_30', 'log_marginal'].map(
        (name) => expected[name],
      ),
      id,
    );
    // Their note: the region of highest density to 1e-6.
    assertNear([summary.shortest.lower, summary.shortest.upper], expected['hpd95'], `${id} hpd`, 1e-6);
  }
});

test('predictive probabilities of success', { skip }, () => {
  for (const { id, input, expected } of referencesOf('bayes-predictive-probability')) {
    const shape = z.record(z.string(), z.number());
    const { x = 0, n = 0, N = 0, p0 = 0, theta = 0, a = 0, b = 0 } = shape.parse(input);
    const read = predictiveProbability(
      { responses: x, patients: n },
      { patients: N, threshold: p0, cutoff: theta },
      { a, b },
    );
    assert.ok(read.ok, id);
    assertNear(read.probability, expected['pp'], id);
  }
});

test('beta mixtures', { skip }, () => {
  for (const { id, input, expected } of referencesOf('bayes-mixture-prior')) {
    const { weights, components, x, n } = z
      .object({
        weights: z.array(z.number()),
        components: z.array(z.tuple([z.number(), z.number()])),
        x: z.number(),
        n: z.number(),
      })
      .parse(input);
    const prior = components.map(([a, b], at) => ({ weight: weights[at] ?? 0, a, b }));
    const read = mixturePosterior(prior, { responses: x, patients: n }, { threshold: 0.2 });
    assert.ok(read.ok, id);
    const { mixture, summary } = read.posterior;
    assertNear(
      mixture.map(({ weight }) => weight),
      expected['post_weights'],
      id,
    );
    assertNear(
      [
        summary.mean,
        summary.equalTailed.lower,
        summary.median,
        summary.equalTailed.upper,
        summary.aboveThreshold,
      ],
      ['mean', 'q025', 'median', 'q975', 'pr_gt_20'].map((name) => expected[name]),
      id,
    );
  }
});

test('exchangeability models', { skip }, () => {
  for (const { id, input, expected } of referencesOf('bayes-mem')) {
    const given = counts.parse(input);
    const read = multisourceExchangeability(basketsOf(given), { threshold: given.p0 });
    assert.ok(read.ok, id);
    const { model } = read;
    assert.equal(model.models, expected['n_models'], id);
    assert.deepEqual(model.likeliest, expected['map_matrix'], id);
    assertNear(model.likeliestProbability, expected['map_prob'], id);
    const rows = z.array(z.array(z.number()));
    assertNear(model.exchangeability.flat(), rows.parse(expected['pep']).flat(), `${id} pep`);
    const summaries = model.baskets.flatMap((each) => (each.kind === 'posterior' ? [each.summary] : []));
    assertNear(
      summaries.map(({ mean }) => mean),
      expected['post_mean'],
      `${id} mean`,
    );
    assertNear(
      summaries.map(({ median }) => median),
      expected['post_median'],
      `${id} median`,
    );
    assertNear(
      summaries.flatMap(({ equalTailed }) => [equalTailed.lower, equalTailed.upper]),
      rows.parse(expected['eq_tail95']).flat(),
      `${id} interval`,
    );
    assertNear(
      summaries.map(({ aboveThreshold }) => aboveThreshold),
      expected['post_prob_gt_p0'],
      `${id} P`,
    );
  }
});

const hierarchy = counts.extend({
  m0: z.number(),
  s0: z.number(),
  st: z.number(),
  wex: z.number().optional(),
  nex: z.tuple([z.number(), z.number()]).optional(),
});

function modelOf({ input }: Reference) {
  const given = hierarchy.parse(input);
  const [mean = 0, sd = 1] = given.nex ?? [];
  const options = {
    threshold: given.p0,
    mu: { mean: given.m0, sd: given.s0 },
    tau: { kind: 'half-normal', scale: given.st },
    nonExchangeable: given.wex === undefined ? null : { exchangeable: given.wex, apart: { mean, sd } },
  } as const satisfies HierarchicalOptions;
  return { given, options };
}

test('hierarchical models and EXNEX', { skip }, () => {
  for (const reference of referencesOf('bayes-hierarchical')) {
    const { id, expected } = reference;
    const { given, options } = modelOf(reference);
    const read = hierarchicalModel(basketsOf(given), options);
    assert.ok(read.ok, id);
    const { model } = read;
    const summaries = model.baskets.map(({ summary }) => summary);
    assertNear(
      [model.lnMarginal, model.mu.mean, model.tau.mean],
      ['log_marginal', 'mu_mean', 'tau_mean'].map((name) => expected[name]),
      id,
      2e-6,
    );
    assertNear(
      summaries.map(({ mean }) => mean),
      expected['post_mean'],
      `${id} mean`,
      2e-6,
    );
    assertNear(
      summaries.map(({ sd }) => sd),
      expected['post_sd'],
      `${id} sd`,
      2e-6,
    );
  }
});

/**
 * Their probabilities above the threshold are sums over a grid of log odds without a node at the threshold: the same probability
 * is reached here at a threshold moved by a part of their step, the same for all baskets of EXNEX. Nested quadrature in R
 * (the oracle beside) has the probabilities themselves.
 */
test('probabilities above a threshold, but for the grid of the reference', { skip }, () => {
  for (const reference of referencesOf('bayes-hierarchical')) {
    const { id, expected } = reference;
    const { given, options } = modelOf(reference);
    const wanted = z.array(z.number()).parse(expected['pr_gt_p0']);
    const { baskets } = hierarchicalDensities(basketsOf(given), options, given.p0);
    const moved = baskets.map(({ density }, at) => density.quantile(1 - (wanted[at] ?? 0)) - logit(given.p0));
    if (options.nonExchangeable === null)
      for (const shift of moved) assert.ok(Math.abs(shift) < 2e-4, `${id}: ${shift}`);
    else {
      for (const shift of moved) assert.ok(shift > 0 && shift < 2e-3, `${id}: ${shift}`);
      assert.ok(Math.max(...moved) - Math.min(...moved) < 2e-4, `${id}: ${moved.join()}`);
    }
  }
});
