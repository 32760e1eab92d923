/** Oracle: metafor 3.8-1 on the responses that paper 004 tables of NEC (its numbers are in the statistics' own tests). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pooledShare, shareModels, usualPooling } from './pooled-share.ts';

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
