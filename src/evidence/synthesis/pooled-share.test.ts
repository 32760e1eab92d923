/** Oracle: metafor 3.8-1 on the responses that paper 004 tables of NEC (its numbers are in the statistics' own tests). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCutInterval, pooledShare, shareModels, usualPooling } from './pooled-share.ts';

const rounded = (share: number): number => Math.round(share * 1000) / 10;

test('single, empty, all-zero and all-one libraries are answered with a reason and an exact bound', () => {
  const none = pooledShare([]);
  assert.deepEqual(none, { ok: false, reason: 'noStudies', summed: undefined });
  const single = pooledShare([{ count: 3, of: 10 }]);
  assert.equal(!single.ok && single.reason, 'singleStudy');
  assert.equal(!single.ok && single.summed !== undefined && rounded(single.summed.upper), 65.2);
  const zero = pooledShare([
    { count: 0, of: 4 },
    { count: 0, of: 16 },
  ]);
  assert.equal(!zero.ok && zero.reason, 'allZero');
  // 1 - 0.025^(1/20)
  assert.equal(!zero.ok && zero.summed !== undefined && rounded(zero.summed.upper), 16.8);
  const one = pooledShare([
    { count: 4, of: 4 },
    { count: 9, of: 9 },
  ]);
  assert.equal(!one.ok && one.reason, 'allOne');
});

test('Hartung and Knapp are never narrower than the unadjusted interval', () => {
  const alike = [
    { count: 5, of: 10 },
    { count: 10, of: 20 },
    { count: 6, of: 12 },
  ];
  const width = (test: 'z' | 'adhoc' | 'knha') => {
    const read = pooledShare(alike, { ...usualPooling, model: 'logit', test });
    assert.ok(read.ok);
    return read.pooled.interval.upper - read.pooled.interval.lower;
  };
  assert.ok(width('knha') < width('z'));
  assert.ok(width('adhoc') >= width('z'));
});

test('every model answers ordinary counts, names itself, and has no verdict on scatter under five studies', () => {
  const rates = [
    { count: 12, of: 18 },
    { count: 17, of: 41 },
    { count: 3, of: 21 },
    { count: 5, of: 8 },
  ];
  for (const model of shareModels) {
    const read = pooledShare(rates, { ...usualPooling, model });
    assert.ok(read.ok, model);
    const { share, interval, heterogeneity, method, patients } = read.pooled;
    assert.ok(interval.lower < share && share < interval.upper, model);
    assert.equal(heterogeneity?.verdict ?? false, false, model);
    assert.equal(heterogeneity === undefined, model === 'betaBinomial');
    assert.equal(patients, 88);
    assert.ok(method.length > 10);
  }
  const five = pooledShare([...rates, { count: 8, of: 16 }], { ...usualPooling, model: 'logit' });
  assert.equal(five.ok && five.pooled.heterogeneity?.verdict, true);
});

test('no share and no interval lies beyond 0 or 1, and what was cut says so', () => {
  const scattered = [
    { count: 0, of: 12 },
    { count: 10, of: 12 },
    { count: 1, of: 30 },
    { count: 9, of: 10 },
  ];
  for (const model of shareModels) {
    const read = pooledShare(scattered, { ...usualPooling, model });
    if (!read.ok) continue;
    const { share, interval, prediction } = read.pooled;
    for (const value of [share, interval.lower, interval.upper, prediction?.lower, prediction?.upper])
      assert.ok(value === undefined || (value >= 0 && value <= 1), `${model}: ${value}`);
    // Only the raw share and its logarithm reach beyond; the others have bounds of their own.
    assert.equal(hasCutInterval(read), model === 'raw' || model === 'log', model);
  }
});

test('two studies predict no third, whatever the rule; three do', () => {
  const two = [
    { count: 1, of: 10 },
    { count: 8, of: 12 },
  ];
  for (const model of shareModels)
    for (const prediction of ['normal', 'k-1', 'k-2'] as const) {
      const read = pooledShare(two, { ...usualPooling, model, prediction });
      assert.ok(read.ok && read.pooled.prediction === undefined, `${model}, ${prediction}`);
    }
  const three = pooledShare([...two, { count: 3, of: 9 }]);
  assert.ok(three.ok && three.pooled.prediction !== undefined);
});

test('weights add up to a hundred, and the models of counts have none', () => {
  const rates = [
    { count: 5, of: 10 },
    { count: 20, of: 80 },
    { count: 6, of: 12 },
  ];
  const weights = (model: 'logit' | 'glmm') => {
    const read = pooledShare(rates, { ...usualPooling, model, estimator: 'EE' });
    return read.ok ? read.pooled.weightsPercent : undefined;
  };
  // Without variance between studies the weight of a log odds is n p (1 - p): 2.5, 15 and 3.
  assert.deepEqual(weights('logit')?.map(Math.round), [12, 73, 15]);
  assert.equal(weights('glmm'), undefined);
});
