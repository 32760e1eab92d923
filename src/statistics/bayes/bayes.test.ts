/** Bayesian response rates: what must hold for any baskets, and the edges that have no answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gaussLegendre } from './gauss-legendre.ts';
import {
  type BasketCounts,
  betaBinomialPosterior,
  betaBinomialPredictive,
  effectiveSampleSize,
  hierarchicalModel,
  metaAnalyticPredictive,
  mixturePosterior,
  multisourceExchangeability,
  operatingCharacteristics,
  predictiveProbability,
  robustMixture,
  tauSensitivity,
  unborrowedFirst,
} from './index.ts';

const basket = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([patients, share]): BasketCounts => ({ patients, responses: Math.round(patients * share) }));
const few = { numRuns: 8 } as const;
const close = (one: number, other: number, tolerance: number, what: string): void => {
  assert.ok(Math.abs(one - other) <= tolerance, `${what}: ${one}, not ${other}`);
};

/** Posterior means of a hierarchical model. */
function means(baskets: readonly BasketCounts[], options: Parameters<typeof hierarchicalModel>[1] = {}) {
  const read = hierarchicalModel(baskets, options);
  assert.ok(read.ok);
  return read.model.baskets.map(({ summary }) => summary.mean);
}

test('quadrature is exact for polynomials', () => {
  for (const n of [8, 16])
    for (const power of [0, 1, 2, 7, 14, 15]) {
      const found = gaussLegendre(n).reduce((sum, { x, weight }) => sum + weight * x ** power, 0);
      close(found, power % 2 === 0 ? 2 / (power + 1) : 0, 1e-14, `${n} nodes, power ${power}`);
    }
});

test('a beta posterior lies between prior and data, and its interval holds what it says', () => {
  const shape = fc.double({ min: 0.1, max: 30, noNaN: true });
  fc.assert(
    fc.property(basket, shape, shape, (counts, a, b) => {
      const read = betaBinomialPosterior(counts, { a, b }, { confidence: 0.9 });
      assert.ok(read.ok);
      const { mean, equalTailed, shortest, median, effectivePatients } = read.posterior.summary;
      const ends = [a / (a + b), counts.responses / counts.patients];
      assert.ok(mean >= Math.min(...ends) - 1e-12 && mean <= Math.max(...ends) + 1e-12);
      assert.ok(equalTailed.lower <= median && median <= equalTailed.upper);
      const width = (limits: typeof shortest) => limits.upper - limits.lower;
      assert.ok(width(shortest) <= width(equalTailed) + 1e-9);
      close(effectivePatients, a + b + counts.patients, 1e-6, 'effective patients');
    }),
  );
});

test('predicted counts sum to one and keep the posterior mean', () => {
  fc.assert(
    fc.property(basket, fc.integer({ min: 1, max: 30 }), (counts, further) => {
      const predicted = betaBinomialPredictive(counts, further);
      const read = betaBinomialPosterior(counts);
      assert.ok(predicted.ok && read.ok);
      const { masses } = predicted;
      close(
        masses.reduce((sum, mass) => sum + mass, 0),
        1,
        1e-11,
        'sum',
      );
      const mean = masses.reduce((sum, mass, count) => sum + mass * count, 0) / further;
      close(mean, read.posterior.summary.mean, 1e-11, 'mean');
    }),
  );
});

test('a trial that is over succeeds or not; one that cannot succeed says so', () => {
  const rule = { patients: 17, threshold: 0.2, cutoff: 0.9 };
  const over = predictiveProbability({ responses: 9, patients: 17 }, rule);
  assert.ok(over.ok && over.probability === 1);
  const failed = predictiveProbability({ responses: 1, patients: 17 }, rule);
  assert.ok(failed.ok && failed.probability === 0);
  const never = predictiveProbability(
    { responses: 0, patients: 0 },
    { patients: 1, threshold: 0.9, cutoff: 0.999 },
  );
  assert.ok(never.ok && never.fewestResponses === null && never.probability === 0);
});

test('mixture weights sum to one; data in conflict shift them to the vague component', () => {
  fc.assert(
    fc.property(basket, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (counts, weight) => {
      const robust = robustMixture([{ weight: 1, a: 18, b: 3 }], weight);
      assert.ok(robust.ok);
      const read = mixturePosterior(robust.mixture, counts, { threshold: 0.3 });
      assert.ok(read.ok);
      const total = read.posterior.mixture.reduce((sum, each) => sum + each.weight, 0);
      close(total, 1, 1e-12, 'weights');
      const { summary } = read.posterior;
      assert.ok(summary.equalTailed.lower < summary.median && summary.median < summary.equalTailed.upper);
    }),
  );
  const robust = robustMixture([{ weight: 1, a: 18, b: 3 }], 0.1);
  assert.ok(robust.ok);
  const read = mixturePosterior(robust.mixture, { responses: 0, patients: 20 });
  assert.ok(read.ok && (read.posterior.mixture[1]?.weight ?? 0) > 0.99);
});

test('the order of baskets does not matter', () => {
  fc.assert(
    fc.property(fc.array(basket, { minLength: 2, maxLength: 4 }), (baskets) => {
      const turned = baskets.toReversed();
      const [one, other] = [baskets, turned].map((each) => multisourceExchangeability(each));
      assert.ok(one?.ok === true && other?.ok === true);
      one.model.exchangeability.forEach((row, at) => {
        row.forEach((value, to) => {
          const size = baskets.length - 1;
          close(
            value ?? 0,
            other.model.exchangeability[size - at]?.[size - to] ?? 0,
            1e-12,
            'exchangeability',
          );
        });
      });
      const nonExchangeable = { exchangeable: 0.5, apart: { mean: -1, sd: 2 } };
      const forth = means(baskets, { nonExchangeable });
      const back = means(turned, { nonExchangeable }).toReversed();
      forth.forEach((mean, at) => {
        close(mean, back[at] ?? 0, 1e-10, 'mean');
      });
    }),
    few,
  );
});

test('every probability lies in its range and exchangeability is symmetric', () => {
  fc.assert(
    fc.property(fc.array(basket, { minLength: 2, maxLength: 5 }), (baskets) => {
      const read = multisourceExchangeability(baskets, { threshold: 0.2 });
      assert.ok(read.ok);
      const { exchangeability, baskets: found } = read.model;
      exchangeability.forEach((row, at) => {
        close(row[at] ?? 0, 1, 1e-12, 'with itself');
        row.forEach((value, to) => {
          close(value ?? -1, exchangeability[to]?.[at] ?? 1, 1e-12, 'symmetric');
        });
      });
      for (const each of found) {
        assert.ok(each.kind === 'posterior');
        close(
          each.mixture.reduce((sum, { weight }) => sum + weight, 0),
          1,
          1e-12,
          'weights',
        );
        const above = each.summary.aboveThreshold ?? -1;
        assert.ok(above >= 0 && above <= 1 + 1e-12);
      }
    }),
    few,
  );
});

test('baskets with prior exchangeability near 0 stand alone, near 1 are pooled', () => {
  const baskets = [
    { responses: 3, patients: 14 },
    { responses: 6, patients: 20 },
    { responses: 2, patients: 9 },
  ];
  const meansAt = (exchangeable: number) => {
    const read = multisourceExchangeability(baskets, { exchangeable });
    assert.ok(read.ok);
    return read.model.baskets.map((each) => (each.kind === 'posterior' ? each.summary.mean : Number.NaN));
  };
  meansAt(1e-12).forEach((mean, at) => {
    const { responses = 0, patients = 0 } = baskets[at] ?? {};
    close(mean, (responses + 0.5) / (patients + 1), 1e-9, 'alone');
  });
  for (const mean of meansAt(1 - 1e-12)) close(mean, 11.5 / 44, 1e-9, 'pooled');
});

test('tau near 0 pools the baskets; a large tau leaves each to itself', () => {
  fc.assert(
    fc.property(fc.array(basket, { minLength: 2, maxLength: 3 }), (baskets) => {
      const pooled = {
        responses: baskets.reduce((sum, { responses }) => sum + responses, 0),
        patients: baskets.reduce((sum, { patients }) => sum + patients, 0),
      };
      const tau = { kind: 'fixed', tau: 0.001 } as const;
      const [together = 0] = means([pooled], { tau });
      for (const mean of means(baskets, { tau })) close(mean, together, 2e-5, 'pooled');
      const wide = { kind: 'fixed', tau: 100 } as const;
      const apart = means(baskets, { tau: wide, mu: { mean: 0, sd: 0.01 } });
      baskets.forEach((counts, at) => {
        const [alone = 0] = means([counts], { tau: wide, mu: { mean: 0, sd: 0.01 } });
        close(apart[at] ?? 0, alone, 2e-6, 'alone');
      });
    }),
    { numRuns: 4 },
  );
});

test('borrowing draws a basket towards the others', () => {
  const [alone = 0] = means([{ responses: 8, patients: 20 }]);
  const [drawn = 0] = means([
    { responses: 8, patients: 20 },
    { responses: 1, patients: 40 },
    { responses: 2, patients: 40 },
  ]);
  assert.ok(drawn < alone);
});

test('EXNEX with weight 1 is the hierarchical model, with weight 0 each basket by itself', () => {
  const baskets = [
    { responses: 8, patients: 19 },
    { responses: 0, patients: 10 },
    { responses: 1, patients: 26 },
  ];
  const apart = { mean: -1, sd: 2 };
  const together = means(baskets);
  means(baskets, { nonExchangeable: { exchangeable: 1, apart } }).forEach((mean, at) => {
    close(mean, together[at] ?? 0, 1e-10, 'together');
  });
  means(baskets, { nonExchangeable: { exchangeable: 0, apart } }).forEach((mean, at) => {
    const counts = baskets[at];
    assert.ok(counts !== undefined);
    const [alone = 0] = means([counts], { nonExchangeable: { exchangeable: 0, apart } });
    close(mean, alone, 1e-9, 'alone');
  });
});

test('a basket of a model with one basket keeps the likelihood and the prior', () => {
  // With one basket and tau known, the log odds are N(mean, sd of mu and tau together).
  const options = { threshold: 0.25, mu: { mean: -1, sd: 1.5 } };
  const one = hierarchicalModel([{ responses: 3, patients: 9 }], {
    ...options,
    tau: { kind: 'fixed', tau: 2 },
  });
  const other = hierarchicalModel([{ responses: 3, patients: 9 }], {
    threshold: 0.25,
    mu: { mean: -1, sd: 2 },
    tau: { kind: 'fixed', tau: 1.5 },
  });
  assert.ok(one.ok && other.ok);
  const [first, second] = [one, other].map((read) => read.model.baskets[0]?.summary);
  assert.ok(first !== undefined && second !== undefined);
  close(one.model.lnMarginal, other.model.lnMarginal, 1e-9, 'marginal');
  close(first.mean, second.mean, 1e-9, 'mean');
  close(first.aboveThreshold ?? 0, second.aboveThreshold ?? 1, 1e-9, 'above');
  close(first.median, second.median, 1e-9, 'median');
});

test('one patient against a symmetric prior says nothing of tau: its prior stays as it is', () => {
  const baskets = [{ responses: 1, patients: 1 }];
  for (const [tau, median, mean] of [
    [{ kind: 'half-normal', scale: 1.5 }, 1.5 * 0.6744897501960817, 1.5 * Math.sqrt(2 / Math.PI)],
    [{ kind: 'half-cauchy', scale: 2 }, 2, null],
    [{ kind: 'uniform', upTo: 3 }, 1.5, 1.5],
    [{ kind: 'fixed', tau: 0.7 }, 0.7, 0.7],
  ] as const) {
    const read = hierarchicalModel(baskets, { tau });
    assert.ok(read.ok);
    const { tau: found, lnMarginal, mu } = read.model;
    close(found.median, median, 1e-7, `${tau.kind} median`);
    if (mean === null) assert.equal(found.mean, null);
    else close(found.mean ?? 0, mean, 1e-9, `${tau.kind} mean`);
    close(lnMarginal, Math.log(0.5), 1e-8, `${tau.kind} marginal`);
    assert.ok(mu.mean > 0);
  }
});

test('an empty basket gets a prediction and changes nothing else', () => {
  const seen = [
    { responses: 8, patients: 19 },
    { responses: 1, patients: 10 },
  ];
  const empty = { responses: 0, patients: 0 };
  const [without, withEmpty] = [seen, [...seen, empty]].map((baskets) => hierarchicalModel(baskets));
  assert.ok(without?.ok === true && withEmpty?.ok === true);
  assert.deepEqual(withEmpty.model.baskets.slice(0, 2), without.model.baskets);
  const last = withEmpty.model.baskets[2];
  assert.equal(last?.kind, 'prediction');
  assert.deepEqual(last?.summary, withEmpty.model.next);
  const both = unborrowedFirst([...seen, empty], { taus: [{ kind: 'half-normal', scale: 1 }] });
  assert.ok(both.ok);
  const found = both.borrowing.baskets[2];
  assert.ok(found?.unborrowed === null && found.hierarchical === null && found.exchangeability === null);
  assert.ok(found.exnex === null && found.prediction !== null);
});

test('a wider prior of tau borrows less', () => {
  const baskets = [
    { responses: 9, patients: 18 },
    { responses: 2, patients: 20 },
    { responses: 3, patients: 25 },
  ];
  const taus = [0.2, 0.5, 1, 2].map((scale) => ({ kind: 'half-normal', scale }) as const);
  const found = tauSensitivity(baskets, taus).map(({ reading }) =>
    reading.ok ? (reading.model.baskets[0]?.summary.mean ?? 0) : 0,
  );
  assert.deepEqual(
    found,
    found.toSorted((one, other) => one - other),
  );
});

test('the prior from earlier data becomes a mixture close to it', () => {
  const historical = [
    { responses: 12, patients: 18 },
    { responses: 17, patients: 41 },
    { responses: 5, patients: 8 },
  ];
  const gaps = [1, 2, 3].map((components) => {
    const read = metaAnalyticPredictive(historical, { components, tau: { kind: 'half-normal', scale: 0.5 } });
    assert.ok(read.ok);
    const { fit, robust, robustSize, size, predictive } = read.prior;
    const total = robust.reduce((sum, { weight }) => sum + weight, 0);
    close(total, 1, 1e-12, 'weights');
    assert.ok(robustSize.moment < size.moment);
    const mean = fit.mixture.reduce((sum, { weight, a, b }) => sum + (weight * a) / (a + b), 0);
    close(mean, predictive.mean, 5e-3, 'mean');
    return fit.largestGap;
  });
  assert.ok((gaps[2] ?? 1) < 0.01 && (gaps[2] ?? 1) <= (gaps[0] ?? 0), gaps.join());
});

test('the prior from earlier data, updated, is the model of all data together', () => {
  const historical = [
    { responses: 12, patients: 18 },
    { responses: 17, patients: 41 },
    { responses: 5, patients: 8 },
  ];
  const counts = { responses: 2, patients: 11 };
  const read = metaAnalyticPredictive(historical, { components: 3 });
  const together = hierarchicalModel([...historical, counts]);
  assert.ok(read.ok && together.ok);
  const updated = mixturePosterior(read.prior.fit.mixture, counts);
  assert.ok(updated.ok);
  const wanted = together.model.baskets[3]?.summary;
  assert.ok(wanted !== undefined);
  close(updated.posterior.summary.mean, wanted.mean, 1e-3, 'mean');
  close(updated.posterior.summary.sd, wanted.sd, 1e-3, 'sd');
});

test('a beta prior is worth a + b patients by each definition', () => {
  const shape = fc.double({ min: 1.05, max: 400, noNaN: true });
  fc.assert(
    fc.property(shape, shape, (a, b) => {
      const read = effectiveSampleSize([{ weight: 1, a, b }]);
      assert.ok(read.ok);
      for (const value of [read.size.moment, read.size.morita, read.size.elir])
        close(value ?? 0, a + b, 1e-7 * (a + b), `Beta(${a}, ${b})`);
    }),
  );
  const without = effectiveSampleSize([{ weight: 1, a: 0.5, b: 0.5 }]);
  assert.ok(without.ok && without.size.elir === null);
});

test('what cannot be answered is refused with a reason', () => {
  const one = { responses: 1, patients: 4 };
  const reasons: readonly (readonly [string, { readonly ok: boolean }])[] = [
    ['notACount', betaBinomialPosterior({ responses: 5, patients: 4 })],
    ['notACount', betaBinomialPosterior({ responses: 0.5, patients: 4 })],
    ['notAPrior', betaBinomialPosterior(one, { a: 0, b: 1 })],
    ['notAPrior', betaBinomialPosterior(one, { a: Number.NaN, b: 1 })],
    ['notAShare', betaBinomialPosterior(one, { a: 1, b: 1 }, { threshold: 20 })],
    ['notAConfidence', betaBinomialPosterior(one, { a: 1, b: 1 }, { confidence: 95 })],
    [
      'notACount',
      predictiveProbability({ responses: 3, patients: 9 }, { patients: 8, threshold: 0.1, cutoff: 0.9 }),
    ],
    ['notAPrior', mixturePosterior([{ weight: 0.4, a: 1, b: 1 }], one)],
    ['notAPrior', mixturePosterior([], one)],
    ['notAWeight', robustMixture([{ weight: 1, a: 1, b: 1 }], 2)],
    ['noBaskets', hierarchicalModel([])],
    ['noPatients', hierarchicalModel([{ responses: 0, patients: 0 }])],
    ['notAPrior', hierarchicalModel([one], { tau: { kind: 'half-normal', scale: 0 } })],
    ['notAPrior', hierarchicalModel([one], { mu: { mean: 0, sd: Number.NaN } })],
    [
      'notAWeight',
      hierarchicalModel([one], { nonExchangeable: { exchangeable: 3, apart: { mean: 0, sd: 1 } } }),
    ],
    ['tooManyBaskets', multisourceExchangeability(Array.from({ length: 8 }, () => one))],
    ['notAWeight', multisourceExchangeability([one, one], { exchangeable: 1 })],
    ['notDefined', metaAnalyticPredictive([one], { components: 9 })],
    [
      'tooManyOutcomes',
      operatingCharacteristics({
        patients: [200, 200, 200],
        scenarios: [[0.1, 0.1, 0.1]],
        threshold: 0.1,
        cutoff: 0.9,
        method: { kind: 'hierarchical' },
      }),
    ],
    [
      'notAShare',
      operatingCharacteristics({
        patients: [5, 5],
        scenarios: [[0.1]],
        threshold: 0.1,
        cutoff: 0.9,
        method: { kind: 'unborrowed' },
      }),
    ],
  ];
  for (const [reason, read] of reasons) {
    assert.equal(read.ok, false, reason);
    assert.ok('reason' in read && 'message' in read);
    assert.equal(read.reason, reason);
    assert.ok(String(read.message).length > 20);
  }
});

test('hostile sizes are answered or refused, never thrown, and never NaN', () => {
  const count = fc.oneof(fc.integer({ min: -2, max: 400 }), fc.constantFrom(Number.NaN, 0.5, 1e7, 1e6));
  fc.assert(
    fc.property(fc.array(fc.record({ responses: count, patients: count }), { maxLength: 3 }), (baskets) => {
      const read = hierarchicalModel(baskets, { threshold: 0.2 });
      if (!read.ok) return;
      for (const { summary } of read.model.baskets)
        for (const value of [summary.mean, summary.sd, summary.median, summary.aboveThreshold])
          assert.ok(Number.isFinite(value), JSON.stringify(baskets));
    }),
    few,
  );
});
