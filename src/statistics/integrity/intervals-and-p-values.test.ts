/** Fingerprints of intervals, and p values against splits, intervals and statistics. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { proportionInterval } from '../proportion-interval.ts';
import {
  intervalFingerprint,
  intervalSymmetry,
  pAgainstInterval,
  pAgainstStatistic,
  pFromInterval,
  pFromStatistic,
  pValueSearch,
  twoGroupPs,
} from './index.ts';

const seventeen = { of: 17, lower: '17.80', upper: '64.60' } as const;

test('the interval of paper 002 is the textbook one of the rounded percentage', () => {
  for (const [percentage, count, lower, upper] of [
    ['41.2', 7, '17.80', '64.60'],
    ['52.9', 9, '29.17', '76.63'],
  ] as const) {
    const found = intervalFingerprint({ of: 17, percentage, lower, upper });
    assert.ok(found.outcome === 'reproduced');
    assert.deepEqual(
      found.matches.map((match) => [match.method, match.levelPercent, match.count, match.roundedPercentage]),
      [['wald-of-rounded', 95, count, percentage]],
    );
    assert.equal(found.exact.length, 1);
    assert.ok(found.containsEstimate);
  }
  const exact = intervalFingerprint({ ...seventeen, count: 7, lower: '17.78', upper: '64.57' });
  assert.ok(exact.outcome === 'reproduced' && exact.matches[0]?.method === 'wald');
  const none = intervalFingerprint({ ...seventeen, count: 7, upper: '70.00' });
  assert.ok(none.outcome === 'notReproduced' && none.nearest !== null);
});

test('every method is recognised in what it prints', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 80 }),
      fc.nat(80),
      fc.constantFrom('clopper-pearson', 'wilson', 'wilson-corrected', 'jeffreys', 'mid-p', 'agresti-coull'),
      fc.constantFrom(90, 95, 99),
      fc.nat(2),
      (of, responders, method, levelPercent, decimals) => {
        const count = responders % (of + 1);
        const read = proportionInterval(count, of, method, levelPercent / 100);
        assert.ok(read.ok);
        const [lower, upper] = [read.interval.lower, read.interval.upper].map((limit) =>
          (100 * limit).toFixed(decimals),
        );
        const found = intervalFingerprint({
          of,
          count,
          lower: lower ?? '',
          upper: upper ?? '',
          levelsPercent: [levelPercent],
        });
        assert.ok(found.outcome === 'reproduced');
        assert.ok(
          found.matches.some((match) => match.method === method && match.levelPercent === levelPercent),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('the usual level is tried first', () => {
  for (const levelPercent of [90, 95, 99]) {
    const read = proportionInterval(7, 17, 'wilson', levelPercent / 100);
    assert.ok(read.ok);
    const [lower = '', upper = ''] = [read.interval.lower, read.interval.upper].map((limit) =>
      (100 * limit).toFixed(2),
    );
    const found = intervalFingerprint({ of: 17, count: 7, lower, upper });
    assert.ok(found.outcome === 'reproduced');
    assert.deepEqual(
      found.matches.map((match) => [match.method, match.levelPercent]),
      [['wilson', levelPercent]],
    );
  }
});

test('what is no interval of a proportion is refused', () => {
  assert.equal(intervalFingerprint({ ...seventeen }).outcome, 'untestable');
  assert.equal(intervalFingerprint({ ...seventeen, count: 18 }).outcome, 'untestable');
  assert.equal(intervalFingerprint({ ...seventeen, count: 7, upper: '164' }).outcome, 'untestable');
  const impossible = intervalFingerprint({ ...seventeen, percentage: '44.0' });
  assert.ok(impossible.outcome === 'notReproduced' && impossible.exact.length === 0);
});

test('symmetry of limits', () => {
  const raw = intervalSymmetry({ estimate: '9.8', lower: '7.4', upper: '12.2' });
  assert.ok('raw' in raw && raw.raw && raw.log === false && raw.chance < 0.2);
  const log = intervalSymmetry({ estimate: '1.11', lower: '0.772', upper: '1.596' });
  assert.ok('raw' in log && !log.raw && log.log === true);
  const range = intervalSymmetry({ estimate: '9.8', lower: '1.4', upper: '12.2' });
  assert.ok('raw' in range && !range.raw && range.log === false);
  const coarse = intervalSymmetry({ estimate: '2', lower: '1', upper: '3' });
  assert.ok('raw' in coarse && coarse.raw && coarse.chance > 0.2);
  const outside = intervalSymmetry({ estimate: '13', lower: '7.4', upper: '12.2' });
  assert.ok('raw' in outside && !outside.containsEstimate);
  const zero = intervalSymmetry({ estimate: '0.1', lower: '-0.4', upper: '0.6' });
  assert.ok('raw' in zero && zero.raw && zero.log === null);
});

/** Thousandths printed with `decimals`, a half away from 0: of whole numbers, since a binary fraction rounds a tie either way. */
function printedThousandths(thousandths: number, decimals: number): string {
  const unit = 10 ** (3 - decimals);
  const units = Math.floor((2 * Math.abs(thousandths) + unit) / (2 * unit));
  return ((Math.sign(thousandths) * units) / 10 ** decimals).toFixed(decimals);
}

test('an interval made from estimate and error is symmetric within rounding', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.nat(2),
      (middle, half, decimals) => {
        const estimate = printedThousandths(middle, decimals);
        const raw = intervalSymmetry({
          estimate,
          lower: printedThousandths(middle - half, decimals),
          upper: printedThousandths(middle + half, decimals),
        });
        assert.ok('raw' in raw && raw.raw);
        const factor = Math.exp(half / 1000);
        const log = intervalSymmetry({
          estimate,
          lower: (middle / 1000 / factor).toFixed(decimals),
          upper: ((middle / 1000) * factor).toFixed(decimals),
        });
        assert.ok('log' in log && log.log !== false);
      },
    ),
    { examples: [[5, 1210, 2]] },
  );
});

test('splits behind printed p values', () => {
  const cut = pValueSearch('.02', { percentage: '75', of: [4] }, { percentage: '11.8', of: [17] });
  assert.ok(cut.outcome === 'truncated');
  assert.deepEqual(cut.reproduced[0]?.groups, [
    { count: 3, of: 4 },
    { count: 2, of: 17 },
  ]);
  assert.equal(cut.reproduced[0].test, 'fisher');
  const yates = pValueSearch('p = 0.09', { percentage: '41.5', of: [41] }, { percentage: '9.1', of: [11] });
  assert.ok(yates.outcome === 'truncated');
  assert.deepEqual(yates.tests, ['chiSquareYates']);
  // With the denominator that is printed there is no such split.
  const printed = pValueSearch('0.09', { percentage: '41.5', of: [41] }, { percentage: '9.1', of: [12] });
  assert.ok(printed.outcome === 'noSplit');
  const wrong = pValueSearch('.40', { percentage: '75', of: [4] }, { percentage: '11.8', of: [17] });
  assert.ok(wrong.outcome === 'notReproduced' && wrong.decisionError && wrong.nearest !== null);
  const bound = pValueSearch('P < .001', { percentage: '67', of: [18] }, { percentage: '7', of: [27] });
  assert.ok(bound.outcome === 'reproduced' && !bound.decisionError);
  const sizes = pValueSearch(
    '.0276',
    { percentage: '75', of: { from: 3, to: 10 } },
    { percentage: '11.8', of: { from: 10, to: 20 } },
  );
  assert.ok(sizes.outcome === 'reproduced' && sizes.splits === 2);
  for (const p of ['NS', '1.2', '5%'])
    assert.equal(pValueSearch(p, { count: 1, of: [4] }, { count: 1, of: [5] }).outcome, 'untestable');
  const total = pValueSearch(
    '.03',
    { percentage: '75', of: { from: 1, to: 20 } },
    { percentage: '11.8', of: { from: 1, to: 20 } },
    { of: 21, count: 5 },
  );
  assert.ok(total.outcome === 'reproduced' && total.splits === 1 && total.chance < 0.1);
  const all = { percentage: '50', of: { from: 1, to: 2000 } };
  assert.equal(pValueSearch('.5', all, all).outcome, 'untestable');
});

test('the p of every test is found again', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 2, max: 60 }),
      fc.nat(60),
      fc.nat(60),
      fc.integer({ min: 2, max: 4 }),
      (of, otherOf, responders, others, decimals) => {
        const one = { count: responders % (of + 1), of };
        const other = { count: others % (otherOf + 1), of: otherOf };
        for (const { test: made, p } of twoGroupPs(one, other)) {
          assert.ok(p >= 0 && p <= 1 + 1e-9);
          const found = pValueSearch(
            Math.min(1, p).toFixed(decimals),
            { count: one.count, of: [of] },
            { count: other.count, of: [otherOf] },
          );
          assert.ok(found.outcome === 'reproduced' && found.tests.includes(made));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('p against an interval', () => {
  const ratio = { estimate: '1.11', lower: '0.772', upper: '1.596' };
  assert.equal(pAgainstInterval('0.57', ratio).outcome, 'consistent');
  assert.equal(pAgainstInterval('0.65', ratio).outcome, 'impossible');
  const wrong = pAgainstInterval('0.01', ratio);
  assert.ok(wrong.outcome === 'impossible' && wrong.decisionError);
  const off = pFromInterval({ ...ratio, estimate: '1.40' });
  assert.ok(off.outcome === 'computed' && !off.isCentred);
  const wide = pFromInterval({ estimate: '1', lower: '1', upper: '2' });
  assert.ok(wide.outcome === 'computed' && wide.pRange[0] <= wide.p && wide.p <= wide.pRange[1]);
  const difference = pFromInterval({ estimate: '0.0', lower: '-1.0', upper: '1.0' }, { scale: 'difference' });
  assert.ok(difference.outcome === 'computed' && difference.p === 1);
  assert.equal(pFromInterval({ estimate: '-1', lower: '-2', upper: '1' }).outcome, 'untestable');
  assert.equal(pFromInterval({ estimate: '1', lower: '2', upper: '1' }).outcome, 'untestable');
});

test('p against a statistic', () => {
  const t = { kind: 't', value: '2.20', df: 28 } as const;
  assert.equal(pAgainstStatistic('.036', t).outcome, 'consistent');
  assert.equal(pAgainstStatistic('.034', t).outcome, 'impossible');
  const half = pAgainstStatistic('.018', t);
  assert.ok(half.outcome === 'consistent' && half.oneSided);
  assert.equal(pAgainstStatistic('.035', t).outcome, 'truncated');
  const wrong = pAgainstStatistic('.06', t);
  assert.ok(wrong.outcome === 'impossible' && wrong.decisionError);
  assert.equal(pAgainstStatistic('<.05', t).outcome, 'consistent');
  assert.equal(pAgainstStatistic('<.001', t).outcome, 'impossible');
  for (const statistic of [
    { kind: 'F', value: '-1', df: [1, 2] },
    { kind: 'r', value: '1.2', df: 5 },
    { kind: 't', value: '2', df: 0 },
    { kind: 'z', value: '2+' },
  ] as const)
    assert.equal(pFromStatistic(statistic).outcome, 'untestable');
});

test('the p of a statistic lies between those of its rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 90 }), (hundredths, df) => {
      const value = (hundredths / 100).toFixed(2);
      for (const statistic of [
        { kind: 'z', value } as const,
        { kind: 't', value, df } as const,
        { kind: 'chiSquare', value, df } as const,
        { kind: 'F', value, df: [2, df] } as const,
      ]) {
        const found = pFromStatistic(statistic);
        assert.ok(found.outcome === 'computed');
        assert.ok(found.pRange[0] <= found.p && found.p <= found.pRange[1]);
        assert.equal(pAgainstStatistic(found.p.toFixed(3), statistic).outcome, 'consistent');
      }
    }),
    { numRuns: 200 },
  );
});
