/** Designs of Simon's paper, questions without an answer, and rules that hold for every design. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { simonDesigns, twoStageCharacteristics, twoStageInference } from './index.ts';

// Simon 1989, Tables 1 and 2: p0, p1, alpha, beta; r1/n1, r/n of the optimal and of the minimax design.
const printed = [
  [0.05, 0.25, 0.1, 0.1, [0, 9, 2, 24], [0, 13, 2, 20]],
  [0.1, 0.3, 0.05, 0.2, [1, 10, 5, 29], [1, 15, 5, 25]],
  [0.2, 0.4, 0.05, 0.2, [3, 13, 12, 43], [4, 18, 10, 33]],
  [0.3, 0.5, 0.05, 0.1, [8, 24, 24, 63], [7, 24, 21, 53]],
] as const;

test('designs that Simon printed', () => {
  for (const [nullRate, targetRate, alpha, beta, optimal, minimax] of printed) {
    const read = simonDesigns({ nullRate, targetRate, alpha, beta });
    assert.ok(read.ok);
    for (const [design, wanted] of [
      [read.value.optimal, optimal],
      [read.value.minimax, minimax],
    ] as const)
      assert.deepEqual([design.firstLimit, design.firstStage, design.limit, design.total], wanted);
  }
});

suite('no answer has a name', () => {
  const question = { nullRate: 0.1, targetRate: 0.3, alpha: 0.05, beta: 0.2 };
  const rows = [
    [{ ...question, targetRate: 0.1 }, 'ratesNotOrdered'],
    [{ ...question, nullRate: 0 }, 'ratesNotOrdered'],
    [{ ...question, nullRate: Number.NaN }, 'ratesNotOrdered'],
    [{ ...question, alpha: 0 }, 'errorsNotProbabilities'],
    [{ ...question, largest: 10_000 }, 'searchTooLarge'],
    [{ ...question, largest: 12 }, 'noDesign'],
    [{ ...question, largest: 0 }, 'noDesign'],
  ] as const;
  for (const [given, reason] of rows)
    test(reason, () => assert.deepEqual(simonDesigns(given), { ok: false, reason }));
  test('a finished trial', () => {
    const trial = { firstStage: 10, firstLimit: 1, total: 29, responses: 3, nullRate: 0.1 };
    const reasons = [
      { ...trial, responses: 1.5 },
      { ...trial, total: 10 },
      { ...trial, firstLimit: 10 },
      { ...trial, responses: 30 },
      { ...trial, nullRate: 1 },
    ].map((given) => {
      const read = twoStageInference(given);
      return read.ok ? undefined : read.reason;
    });
    assert.deepEqual(reasons, [
      'notACount',
      'stagesNotOrdered',
      'limitsNotOrdered',
      'responsesExceedSubjects',
      'rateNotInside',
    ]);
  });
  test('no design', () => {
    const read = twoStageCharacteristics({ firstStage: 5, firstLimit: 2, total: 9, limit: 1 }, 0.2);
    assert.deepEqual(read, { ok: false, reason: 'limitsNotOrdered' });
  });
});

test('a search that ends close behind the optimal design says so; left alone it goes on', () => {
  const question = { nullRate: 0.3, targetRate: 0.4, alpha: 0.05, beta: 0.1 };
  const near = simonDesigns({ ...question, largest: 200 });
  assert.ok(near.ok && near.value.isNearEnd);
  const whole = simonDesigns(question);
  assert.ok(whole.ok && !whole.value.isNearEnd && whole.value.searchedTo === 500);
});

test('admissible designs lead from minimax to optimal, each best for its weights', () => {
  const read = simonDesigns({ nullRate: 0.05, targetRate: 0.2, alpha: 0.1, beta: 0.1 });
  assert.ok(read.ok);
  const { admissible, minimax, optimal } = read.value;
  assert.equal(admissible[0]?.total, minimax.total);
  assert.equal(admissible.at(-1)?.total, optimal.total);
  for (const { weightFrom, weightTo } of admissible) {
    assert.ok(weightFrom < weightTo);
    const weight = (weightFrom + weightTo) / 2;
    const cost = admissible.map(
      ({ total, expectedSubjects }) => weight * total + (1 - weight) * expectedSubjects,
    );
    assert.equal(
      cost.indexOf(Math.min(...cost)),
      admissible.findIndex((each) => each.weightTo === weightTo),
    );
  }
});

const trials = fc
  .record({
    firstStage: fc.integer({ min: 2, max: 15 }),
    more: fc.integer({ min: 1, max: 20 }),
    limit: fc.nat(14),
    rate: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  })
  .map(({ firstStage, more, limit, rate }) => ({
    firstStage,
    firstLimit: Math.min(limit, firstStage - 1),
    total: firstStage + more,
    rate,
  }));

test('the estimate is unbiased: over all outcomes its mean is the rate', () => {
  fc.assert(
    fc.property(trials, ({ rate, ...design }) => {
      let mean = 0;
      let before = 1;
      let last = Number.NEGATIVE_INFINITY;
      for (let responses = 0; responses <= design.total; responses += 1) {
        const read = twoStageInference({ ...design, responses, nullRate: rate });
        assert.ok(read.ok);
        const next =
          responses === design.total
            ? undefined
            : twoStageInference({ ...design, responses: responses + 1, nullRate: rate });
        const beyond = next?.ok === true ? next.value.p : 0;
        mean += read.value.estimate * (read.value.p - beyond);
        assert.ok(read.value.p <= before + 1e-12);
        before = read.value.p;
        assert.ok(read.value.estimate >= last - 1e-12);
        last = read.value.estimate;
        const { lower, upper } = read.value;
        assert.ok(lower >= 0 && lower < upper && upper <= 1);
      }
      assert.ok(Math.abs(mean - rate) < 1e-9, `${mean}, not ${rate}`);
    }),
    { numRuns: 40 },
  );
});

test('what a design does agrees with what its search said', () => {
  const read = simonDesigns({ nullRate: 0.1, targetRate: 0.3, alpha: 0.05, beta: 0.2 });
  assert.ok(read.ok);
  const { optimal } = read.value;
  const [none, target] = [0.1, 0.3].map((rate) => twoStageCharacteristics(optimal, rate));
  assert.ok(none?.ok && target?.ok);
  assert.ok(Math.abs(none.value.rejection - optimal.alpha) < 1e-12);
  assert.ok(Math.abs(target.value.rejection - optimal.power) < 1e-12);
  assert.ok(Math.abs(none.value.expectedSubjects - optimal.expectedSubjects) < 1e-9);
});
