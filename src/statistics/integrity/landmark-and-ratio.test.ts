/** Shares at a landmark against medians of the same curve, and ratios against their interval and p value. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalUpper } from '../normal.ts';
import {
  landmarkAgainstMedian,
  pAgainstRatioInterval,
  ratioAgainstInterval,
  type TimeUnit,
} from './index.ts';

type Time = readonly [string, TimeUnit];

test('a share at a landmark against the median', () => {
  const rules: readonly (readonly [string, Time, Time, string])[] = [
    // Half have died by 14.2 months, so more than half live at one year.
    ['35', ['1', 'years'], ['14.2', 'months'], 'impossible'],
    ['49', ['12', 'months'], ['12.1', 'months'], 'impossible'],
    ['65', ['12', 'months'], ['14.2', 'months'], 'consistent'],
    ['35', ['12', 'months'], ['8', 'months'], 'consistent'],
    // Half have died by 8 months, so no more than half live at one year.
    ['65', ['12', 'months'], ['8', 'months'], 'impossible'],
    ['51', ['1', 'years'], ['11.9', 'months'], 'impossible'],
    // At the median the curve is at or below one half; which side a rounded median lies on is open.
    ['38', ['12', 'months'], ['12', 'months'], 'consistent'],
    ['62', ['12', 'months'], ['12', 'months'], 'consistent'],
    ['62', ['12', 'months'], ['11.6', 'months'], 'impossible'],
    ['62', ['12', 'months'], ['11', 'months'], 'impossible'],
    ['62', ['11.6', 'months'], ['11', 'months'], 'truncated'],
    // A curve that stays at one half has its median on either side.
    ['50', ['12', 'months'], ['20', 'months'], 'consistent'],
    ['50.0', ['12', 'months'], ['3', 'months'], 'consistent'],
    ['50.4', ['12', 'months'], ['3', 'months'], 'impossible'],
    // 49.96 printed as 50.0 and 49.5 as 50: both are about one half.
    ['49.9', ['12', 'months'], ['20', 'months'], 'impossible'],
    // A median that was not reached lies beyond any landmark.
    ['35', ['24', 'months'], ['NR', 'months'], 'impossible'],
    ['65', ['24', 'months'], ['NR', 'months'], 'consistent'],
    ['35', ['24', 'months'], ['36+', 'months'], 'impossible'],
    ['35', ['48', 'months'], ['36+', 'months'], 'consistent'],
    ['65', ['48', 'months'], ['36+', 'months'], 'consistent'],
    // Months of 28 to 31 days: 52 weeks are 11.7 to 13 months.
    ['35', ['52', 'weeks'], ['12.8', 'months'], 'consistent'],
    ['35', ['52', 'weeks'], ['14', 'months'], 'impossible'],
    ['65', ['52', 'weeks'], ['12', 'months'], 'consistent'],
    ['65', ['52', 'weeks'], ['9', 'months'], 'impossible'],
    ['35', ['180', 'days'], ['30', 'weeks'], 'impossible'],
    ['35', ['210', 'days'], ['30', 'weeks'], 'consistent'],
  ];
  for (const [percentage, [landmark, unit], [median, of], outcome] of rules)
    assert.equal(
      landmarkAgainstMedian({
        percentage,
        landmark: { time: landmark, unit },
        median: { time: median, unit: of },
      }).outcome,
      outcome,
      `${percentage}% at ${landmark} ${unit}, median ${median} ${of}`,
    );
});

test('what is no share or no time is not tested', () => {
  const months = (time: string) => ({ time, unit: 'months' }) as const;
  for (const [percentage, landmark, median, reason] of [
    ['<5', '12', '8', 'bound'],
    ['135', '12', '8', 'outOfDomain'],
    ['35', 'one year', '8', 'notADecimal'],
    ['35', '12', '<8', 'bound'],
  ] as const) {
    const read = landmarkAgainstMedian({ percentage, landmark: months(landmark), median: months(median) });
    assert.equal(read.outcome === 'untestable' ? read.reason : read.outcome, reason);
  }
});

test('no share of a real curve is impossible beside its own median, whatever is printed of a step at one half', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 600 }),
      fc.integer({ min: 0, max: 2 }),
      fc.boolean(),
      (tenths, at, decimals, isMiddle) => {
        const times = tenths.toSorted((a, b) => a - b);
        const alive = times.filter((time) => time > at).length;
        const place = Math.ceil(times.length / 2) - 1;
        const first = times[place] ?? 0;
        const isStep = times.length % 2 === 0;
        const median = isStep && isMiddle ? (first + (times[place + 1] ?? 0)) / 2 : first;
        const read = landmarkAgainstMedian({
          percentage: ((100 * alive) / times.length).toFixed(decimals),
          landmark: { time: (at / 10).toFixed(1), unit: 'months' },
          median: { time: (median / 10).toFixed(2), unit: 'months' },
        });
        assert.equal(read.outcome, 'consistent');
      },
    ),
  );
});

test('a ratio against its interval', () => {
  for (const [estimate, lower, upper, order, one] of [
    ['0.71', '0.40', '0.65', 'impossible', 'excluded'],
    ['0.51', '0.40', '0.65', 'consistent', 'excluded'],
    ['0.5', '0.46', '0.49', 'consistent', 'excluded'],
    ['0.70', '0.50', '0.98', 'consistent', 'excluded'],
    ['0.70', '0.50', '1.00', 'consistent', 'open'],
    ['0.70', '0.50', '1.01', 'consistent', 'included'],
    ['1.4', '1.1', '1.8', 'consistent', 'excluded'],
    ['1.4', '1.0', '1.9', 'consistent', 'open'],
  ] as const) {
    const read = ratioAgainstInterval({ estimate, lower, upper });
    assert.ok(!('outcome' in read));
    assert.deepEqual([read.order, read.one], [order, one], `${estimate} (${lower}-${upper})`);
  }
  const ofOne = ratioAgainstInterval({ estimate: '-0.7', lower: '-0.9', upper: '0.2' });
  assert.equal('outcome' in ofOne && ofOne.reason, 'outOfDomain');
});

test('the balance of an interval on the logarithm', () => {
  const balance = (estimate: string, lower: string, upper: string) => {
    const read = ratioAgainstInterval({ estimate, lower, upper });
    assert.ok(!('outcome' in read) && read.balance !== null);
    return read.balance;
  };
  // NETTER-1 as published: 0.21 (0.13-0.33).
  const [least, most] = balance('0.21', '0.13', '0.33');
  assert.ok(least < 1 && 1 < most, `${least} ${most}`);
  const [twice] = balance('0.70', '0.20', '0.98');
  assert.ok(twice > 3, String(twice));
});

test('a p value against the interval of its ratio', () => {
  for (const [p, estimate, lower, upper, agreement, decisionError] of [
    // Altman and Bland, BMJ 2011;343:d2304: 0.81 (0.70-0.94) has p = 0.005.
    ['0.005', '0.81', '0.70', '0.94', 'consistent', false],
    ['<.001', '0.21', '0.13', '0.33', 'consistent', false],
    // log-rank beside a Wald interval: 1.89 against 1.99 errors, on either side of 5%.
    ['0.059', '0.700', '0.493', '0.995', 'near', true],
    ['0.20', '0.70', '0.50', '0.98', 'discrepant', true],
    ['0.002', '0.70', '0.50', '0.98', 'discrepant', false],
    ['0.8', '0.50', '0.35', '0.71', 'irreconcilable', true],
    ['0.01', '0.80', '0.58', '1.10', 'discrepant', true],
    ['<0.05', '0.80', '0.58', '1.10', 'discrepant', true],
    ['0.17', '0.80', '0.58', '1.10', 'consistent', false],
    ['>0.05', '0.60', '0.42', '0.86', 'discrepant', true],
    ['<0.0001', '0.98', '0.80', '1.20', 'irreconcilable', true],
  ] as const) {
    const read = pAgainstRatioInterval(p, { estimate, lower, upper });
    assert.ok(!('outcome' in read), p);
    assert.deepEqual(
      [read.agreement, read.decisionError],
      [agreement, decisionError],
      `${p}: ${estimate} (${lower}-${upper}), z ${read.zOfInterval.join(' to ')} and ${read.zOfP.join(' to ')}`,
    );
  }
});

test('a p value below 0 is none', () => {
  for (const p of ['<0', '<0.00', '1.4', 'NS']) {
    const read = pAgainstRatioInterval(p, { estimate: '0.70', lower: '0.50', upper: '0.98' });
    assert.ok('outcome' in read, p);
  }
});

test('a 90% interval has its own error', () => {
  const at = (level: number) =>
    pAgainstRatioInterval('0.10', { estimate: '0.800', lower: '0.640', upper: '1.000' }, level);
  const [ninety, ninetyFive] = [at(90), at(95)];
  assert.ok(!('outcome' in ninety) && !('outcome' in ninetyFive));
  assert.deepEqual([ninety.agreement, ninetyFive.agreement], ['consistent', 'near']);
});

test('a ratio, its Wald interval and its p as printed always agree', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1.5, max: 1.5, noNaN: true }),
      fc.double({ min: 0.08, max: 0.6, noNaN: true }),
      fc.constantFrom(2, 3),
      (log, error, decimals) => {
        const print = (value: number) => Math.exp(value).toFixed(decimals);
        const p = 2 * normalUpper(Math.abs(log / error));
        const read = pAgainstRatioInterval(p < 0.001 ? '<0.001' : p.toFixed(3), {
          estimate: print(log),
          lower: print(log - 1.959_964 * error),
          upper: print(log + 1.959_964 * error),
        });
        assert.ok(!('outcome' in read));
        assert.equal(read.agreement, 'consistent');
        assert.equal(read.decisionError, false);
      },
    ),
  );
});
