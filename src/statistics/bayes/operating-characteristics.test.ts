/** How often baskets are declared active, against the binomial distribution and against the models themselves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hierarchicalModel, multisourceExchangeability, operatingCharacteristics } from './index.ts';

const close = (one: number, other: number, tolerance: number, what: string): void => {
  assert.ok(Math.abs(one - other) <= tolerance, `${what}: ${one}, not ${other}`);
};

test('declared baskets: without borrowing each has its binomial tail', () => {
  const read = operatingCharacteristics({
    patients: [10, 12],
    scenarios: [
      [0.1, 0.1],
      [0.3, 0.1],
    ],
    threshold: 0.1,
    cutoff: 0.9,
    method: { kind: 'unborrowed' },
  });
  assert.ok(read.ok);
  assert.equal(read.outcomes, 11 * 13);
  const [nulls, mixed] = read.scenarios;
  // Three or more of ten are needed: 1 - pbinom(2, 10, 0.1).
  close(nulls?.baskets[0]?.declared ?? 0, 0.0701908264, 1e-10, 'false positives');
  close(mixed?.baskets[0]?.declared ?? 0, 0.6172172136, 1e-10, 'power');
  const [one = 0, other = 0] = nulls?.baskets.map(({ declared }) => declared) ?? [];
  close(nulls?.anyFalsePositive ?? 0, 1 - (1 - one) * (1 - other), 1e-12, 'any');
});

test('declared baskets: each outcome has the probability of the model itself', () => {
  // One patient a basket and a cutoff between the two answers: declared is the probability of a response.
  for (const method of [
    { kind: 'exchangeability' },
    { kind: 'hierarchical' },
    { kind: 'hierarchical', nonExchangeable: { exchangeable: 0.5, apart: { mean: 0, sd: 2 } } },
  ] as const) {
    const sizes = [3, 2];
    const outcomes = [0, 1, 2, 3].flatMap((one) => [0, 1, 2].map((other) => [one, other] as const));
    for (const [one, other] of outcomes) {
      const baskets = [
        { responses: one, patients: 3 },
        { responses: other, patients: 2 },
      ];
      const read =
        method.kind === 'exchangeability'
          ? multisourceExchangeability(baskets, { threshold: 0.3 })
          : hierarchicalModel(baskets, { ...method, threshold: 0.3 });
      assert.ok(read.ok);
      const [first] = read.model.baskets;
      assert.ok(first?.kind === 'posterior');
      const wanted = first.summary.aboveThreshold ?? 0;
      // Under certain rates only this outcome happens when it is all or nothing in each basket.
      if (one % 3 !== 0 || other % 2 !== 0) continue;
      for (const [cutoff, declared] of [
        [wanted - 1e-7, 1],
        [wanted + 1e-7, 0],
      ] as const) {
        const found = operatingCharacteristics({
          patients: sizes,
          scenarios: [[one / 3, other / 2]],
          threshold: 0.3,
          cutoff,
          method,
        });
        assert.ok(found.ok);
        assert.equal(found.scenarios[0]?.baskets[0]?.declared, declared, `${method.kind} ${one} ${other}`);
      }
    }
  }
});
