/** The binomial-normal model where the studies differ widely: against metafor, and that what is found is the maximum. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alikeStudies, binomialNormalPoint } from './binomial-normal-likelihood.ts';
import { binomialNormal, type StudyProportion } from './index.ts';

const of = (counts: readonly (readonly [number, number])[]): readonly StudyProportion[] =>
  counts.map(([count, size]) => ({ count, of: size }));
const share = (odds: number): string => (100 / (1 + Math.exp(-odds))).toFixed(1);

/**
 * metafor 3.8-1 with 41 nodes, `rma.glmm(measure = "PLO", xi, ni, nAGQ = 41)`: b -2.7112725982, se 0.9227175486, tau2
 * 4.4254791 (with 21: -2.7113183785, 0.9227791707, 4.4257519; with 7: -2.7120744844, 0.9220862895, 4.4172162). The sum of
 * 40,001 values of each integrand on (-12, 12), maximised by `optim`: -2.71128102, 0.92272147, 4.42550122, ln L -17.42388751.
 */
test('shares from none to most, tau2 4.4: 6.2% (1.1-28.8)', () => {
  const read = binomialNormal(
    of([
      [8, 27],
      [10, 12],
      [0, 4],
      [0, 14],
      [1, 27],
      [4, 107],
      [0, 14],
      [2, 27],
    ]),
  );
  assert.ok(read.ok);
  const { estimate, standardError, lower, upper, tau2, logLikelihood } = read.fit;
  const near = (value: number, wanted: number, tolerance: number) =>
    assert.ok(Math.abs(value - wanted) < tolerance, `${value} for ${wanted}`);
  near(estimate, -2.7112725982, 2e-5);
  near(standardError, 0.9227175486, 2e-5);
  near(tau2, 4.4254791, 5e-5);
  near(estimate, -2.71128102, 1e-6);
  near(standardError, 0.92272147, 2e-6);
  near(tau2, 4.42550122, 5e-6);
  near(logLikelihood, -17.42388751, 1e-8);
  assert.deepEqual([estimate, lower, upper].map(share), ['6.2', '1.1', '28.8']);
});

/** Quantiles of the normal, drawn by place: any study may lie anywhere in the distribution. */
const study = fc.record({
  size: fc.integer({ min: 1, max: 120 }),
  place: fc.double({ min: -2.5, max: 2.5, noNaN: true }),
  chance: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Counts of studies whose log odds scatter with a tau up to 3, some with an event and some without. */
const tables = fc
  .record({
    mean: fc.double({ min: -4, max: 4, noNaN: true }),
    tau: fc.double({ min: 0, max: 3, noNaN: true }),
    studies: fc.array(study, { minLength: 2, maxLength: 12 }),
  })
  .map(({ mean, tau, studies }) =>
    studies.map(({ size, place, chance }) => {
      const p = 1 / (1 + Math.exp(-(mean + tau * place)));
      // The count is the expected one, rounded up or down by chance.
      return { count: Math.min(size, Math.floor(size * p + chance)), of: size };
    }),
  )
  .filter((studies) => studies.some(({ count, of: size }) => count > 0 && count < size));

test('what is found is the maximum: no slope, and no higher likelihood on a grid around it', () => {
  fc.assert(
    fc.property(tables, (studies) => {
      const read = binomialNormal(studies);
      assert.ok(read.ok, read.ok ? '' : read.reason);
      const { estimate, tau2, logLikelihood } = read.fit;
      const groups = alikeStudies(studies);
      const at = binomialNormalPoint(groups, estimate, Math.sqrt(tau2));
      const patients = studies.reduce((sum, { of: size }) => sum + size, 0);
      assert.ok(Math.abs(at.byMean) < 1e-7 * patients, `by the mean ${at.byMean}`);
      assert.ok(Math.abs(at.byTau) < 1e-7 * patients, `by tau ${at.byTau}`);
      for (const away of [-3, -1, -0.3, -0.03, 0, 0.03, 0.3, 1, 3])
        for (const tau of [0, 0.05, 0.1, 0.2, 0.4, 0.7, 1, 1.5, 2.2, 3, 4, 6, 10, 20]) {
          const { value } = binomialNormalPoint(groups, estimate + away, tau);
          assert.ok(value <= logLikelihood + 1e-9, `${value} above ${logLikelihood} at ${away}, ${tau}`);
        }
    }),
    { numRuns: 150 },
  );
});

test('the integrals are those of a fine sum, and the derivatives their slopes', () => {
  const lnFactorial = (n: number): number => (n <= 1 ? 0 : Math.log(n) + lnFactorial(n - 1));
  const cases = of([
    [0, 4],
    [95, 95],
    [4, 107],
    [10, 12],
    [1, 1],
    [300, 600],
  ]);
  for (const one of cases)
    for (const mean of [-6, -3, 0.4, 5])
      for (const tau of [0.01, 0.7, 3, 9]) {
        const groups = alikeStudies([one]);
        const { count, of: size } = one;
        const logs = Array.from({ length: 40_001 }, (_, at) => {
          const z = -20 + at / 1000;
          const odds = mean + tau * z;
          const softplus = Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds)));
          return count * odds - size * softplus - (z * z) / 2;
        });
        const top = logs.reduce((highest, log) => Math.max(highest, log), Number.NEGATIVE_INFINITY);
        const ways = lnFactorial(size) - lnFactorial(count) - lnFactorial(size - count);
        const sum = logs.reduce((total, log) => total + Math.exp(log - top), 0) / 1000;
        const wanted = top + Math.log(sum) - 0.5 * Math.log(2 * Math.PI) + ways;
        const found = binomialNormalPoint(groups, mean, tau);
        const where = `${count}/${size} at ${mean}, ${tau}`;
        assert.ok(Math.abs(found.value - wanted) < 1e-10 * (1 + Math.abs(wanted)), where);
        const h = 1e-5;
        const [right, left] = [
          binomialNormalPoint(groups, mean + h, tau),
          binomialNormalPoint(groups, mean - h, tau),
        ];
        const [up, down] = [
          binomialNormalPoint(groups, mean, tau + h),
          binomialNormalPoint(groups, mean, tau - h),
        ];
        const near = (slope: number, exact: number) =>
          assert.ok(Math.abs(slope - exact) < 1e-4 * (1 + Math.abs(exact)), `${slope}, ${exact}, ${where}`);
        near((right.value - left.value) / (2 * h), found.byMean);
        near((up.value - down.value) / (2 * h), found.byTau);
        near((right.byMean - left.byMean) / (2 * h), found.meanMean);
        near((right.byTau - left.byTau) / (2 * h), found.meanTau);
        near((up.byTau - down.byTau) / (2 * h), found.tauTau);
      }
});
