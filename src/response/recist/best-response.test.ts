/** Best overall response where confirmation is not reported or days are intervals, and responses from percentages. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bestOverallResponses } from './best-overall-response.ts';
import { bestResponseOfSpans, type ResponseInSpan } from './best-response-of-spans.ts';
import type { OverallResponse } from './overall-response.ts';
import { percentResponses } from './percent-response.ts';
import { sequenceQueries } from './response-sequence.ts';

suite('table 3: confirmed best response of two successive time points', () => {
  // `early`: what it is where the first time point lies before the day from which SD counts.
  const rows: readonly (readonly [OverallResponse, OverallResponse, late: string, early: string])[] = [
    ['CR', 'CR', 'CR', 'CR'],
    ['CR', 'SD', 'SD', 'SD'],
    ['CR', 'PD', 'SD', 'PD'],
    ['CR', 'NE', 'SD', 'NE'],
    ['PR', 'CR', 'PR', 'PR'],
    ['PR', 'PR', 'PR', 'PR'],
    ['PR', 'SD', 'SD', 'SD'],
    ['PR', 'PD', 'SD', 'PD'],
    ['PR', 'NE', 'SD', 'NE'],
    ['NE', 'NE', 'NE', 'NE'],
  ];
  for (const [first, second, late, early] of rows)
    test(`${first}, then ${second}`, () => {
      const best = (day: number): string =>
        bestOverallResponses([
          { day, response: first },
          { day: day + 28, response: second },
        ]).confirmed.response;
      assert.deepEqual([best(56), best(28)], [late, early]);
    });
});

suite('confirmation that is not reported is a state of its own', () => {
  test('a printed PR of which nothing is said', () => {
    const { unconfirmed, confirmed } = bestOverallResponses([
      { day: 90, response: 'PR', confirmed: 'notReported' },
    ]);
    assert.equal(unconfirmed.response, 'PR');
    assert.equal(confirmed.response, 'confirmationNotReported');
    assert.match(confirmed.because, /without it counts as SD/);
  });
  test('a printed confirmation counts, and so does a later assessment', () => {
    for (const given of [
      [{ day: 90, response: 'PR', confirmed: 'yes' }],
      [
        { day: 90, response: 'PR', confirmed: 'notReported' },
        { day: 150, response: 'PR', confirmed: 'notReported' },
      ],
    ] as const)
      assert.equal(bestOverallResponses(given).confirmed.response, 'PR');
  });
  test('what is printed as not confirmed is SD', () =>
    assert.equal(
      bestOverallResponses([{ day: 90, response: 'PR', confirmed: 'no' }]).confirmed.response,
      'SD',
    ));
});

suite('days that are intervals', () => {
  const rows: readonly (readonly [
    string,
    readonly (readonly [least: number | null, most: number | null, ResponseInSpan['response']])[],
    isConfirmed: boolean,
    readonly string[],
  ])[] = [
    ['SD somewhere around six weeks', [[30, 60, 'SD']], false, ['NE', 'SD']],
    ['SD certainly after six weeks', [[42, 60, 'SD']], false, ['SD']],
    ['SD at an open end', [[50, null, 'SD']], false, ['SD']],
    [
      'PR whose confirmation may lie too near',
      [
        [50, 60, 'PR'],
        [80, 90, 'PR'],
      ],
      true,
      ['PR', 'SD'],
    ],
    [
      'PR whose confirmation is far enough',
      [
        [50, 60, 'PR'],
        [88, 99, 'PR'],
      ],
      true,
      ['PR'],
    ],
    [
      'both limits at once: early, or not confirmed, or neither',
      [
        [30, 60, 'PR'],
        [70, 70, 'PR'],
      ],
      true,
      ['PR', 'SD'],
    ],
  ];
  for (const [what, given, isConfirmed, expected] of rows)
    test(what, () => {
      const spans = given.map(([least, most, response]) => ({ day: { least, most }, response }));
      const { possible, isEndsOnly } = bestResponseOfSpans(spans, { isConfirmed });
      assert.deepEqual(possible.map(({ response }) => response).toSorted(), expected);
      assert.equal(isEndsOnly, false);
    });
  test('too many open days are said to be tried at their ends only', () => {
    const spans = Array.from({ length: 12 }, () => ({
      day: { least: 0, most: 400 },
      response: 'SD' as const,
    }));
    assert.equal(bestResponseOfSpans(spans, { isConfirmed: false }).isEndsOnly, true);
  });
});

suite('percentages without sizes', () => {
  const change = (low: number | null, high: number | null = low) => ({ low, high });
  test('paper 001, lines 192-200: +14.1% is SD, +22.8% is PD', () => {
    const [first, second] = percentResponses([change(14.1), change(22.8)]);
    assert.deepEqual([first?.possible, second?.possible], [['SD'], ['PD']]);
    assert.match(second?.because ?? '', /the 5 mm cannot be checked/);
  });
  test('from the nadir, not from baseline', () => {
    const [first, second] = percentResponses([change(-50), change(-39)]);
    assert.deepEqual(first?.possible, ['PR']);
    assert.deepEqual(second?.possible, ['PD']);
    assert.equal(second?.percentFromNadir?.toFixed(1), '22.0');
  });
  test('exactly -30% and -100%', () => {
    assert.deepEqual(percentResponses([change(-30)])[0]?.possible, ['PR']);
    assert.deepEqual(percentResponses([change(-29.9)])[0]?.possible, ['SD']);
    assert.deepEqual(percentResponses([change(-100)])[0]?.possible, ['CR']);
  });
  test('a range leaves what it leaves', () => {
    assert.deepEqual(percentResponses([change(25, null)])[0]?.possible, ['PD']);
    assert.deepEqual(percentResponses([change(-40, 30)])[0]?.possible.toSorted(), ['PD', 'PR', 'SD']);
  });
  test('an assessment without a percentage may have been the nadir', () =>
    assert.match(percentResponses([undefined, change(10)])[1]?.because ?? '', /nadir may be lower/));
});

test('behind CR nothing but CR, NE and progression; what follows progression is not asked about', () => {
  const queries = sequenceQueries(
    (['CR', 'NE', 'PR', 'SD', 'PD', 'PR'] as const).map((response, at) => ({
      response,
      label: `visit ${at}`,
    })),
  );
  assert.deepEqual(
    queries.map(({ timePoint }) => timePoint),
    ['visit 2', 'visit 3'],
  );
});
