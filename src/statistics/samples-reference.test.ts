/** Tests of samples, ranks and larger tables, and quantiles, against the reference values. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import {
  fisherExactTable,
  kendall,
  meanAndVariance,
  sampleQuantile,
  spearman,
  tTest,
  wilcoxonRankSum,
} from './index.ts';
import { absent, assertNear, type Reference, referencesOf } from './reference-values.fixture.ts';

const list = (of: Reference, name: string): readonly number[] => z.array(z.number()).parse(of.input?.[name]);

const checks: Readonly<Record<string, (reference: Reference) => void>> = {
  two_sample: (each) => {
    const [a, b] = [list(each, 'a'), list(each, 'b')];
    const [corrected, plain, welch] = [
      wilcoxonRankSum(a, b),
      wilcoxonRankSum(a, b, { continuityCorrection: false }),
      tTest(a, b),
    ];
    assert.ok(corrected.ok && plain.ok && welch.ok);
    const { t, degreesOfFreedom, p, lower, upper } = welch.test;
    assertNear(corrected.test.statistic, each.expected['W'], 'W');
    assertNear(corrected.test.p, each.expected['p_cc'], 'corrected');
    assertNear(plain.test.p, each.expected['p'], 'plain');
    assertNear(
      [t, degreesOfFreedom, p],
      ['t', 'df', 't_p'].map((name) => each.expected[name]),
      'Welch',
    );
    assertNear([lower, upper], each.expected['t_ci'], 'interval');
  },
  fisher_rxc: (each) => {
    const read = fisherExactTable(z.array(z.array(z.number())).parse(each.input?.['matrix']));
    assert.ok(read.ok);
    assertNear(read.p, each.expected['p'], 'p');
  },
  corr: (each) => {
    const [a, b] = [list(each, 'a'), list(each, 'b')];
    const [rho, tau] = [spearman(a, b, { exact: false }), kendall(a, b, { exact: false })];
    assert.ok(rho.ok && tau.ok);
    assertNear(
      [rho.correlation.estimate, rho.correlation.p],
      [each.expected['rho'], each.expected['rho_p']],
      'rho',
    );
    assertNear(
      [tau.correlation.estimate, tau.correlation.p],
      [each.expected['tau'], each.expected['tau_p']],
      'tau',
    );
  },
  quantile_type2: (each) => {
    const ages = z.array(z.number()).parse(each.input?.['x']);
    const { mean, variance } = meanAndVariance(ages);
    assertNear(
      [0, 0.25, 0.5, 0.75, 1].map((p) => sampleQuantile(ages, p, 2)),
      each.expected['q'],
      'quantiles',
    );
    assertNear([mean, Math.sqrt(variance ?? -1)], [each.expected['mean'], each.expected['sd']], 'mean, sd');
  },
};

test('samples, ranks, tables, quantiles', { skip: absent }, () => {
  const found = ['tests', 'descriptive'].flatMap(referencesOf);
  for (const [id, check] of Object.entries(checks)) {
    const own = found.find((each) => each.id === id);
    assert.ok(own, id);
    check(own);
  }
});
