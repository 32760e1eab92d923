/** iRECIST after Seymour et al. 2017: the routes to iCPD, the reset of the bar, best response and date of progression. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { FollowedLesion } from '../recist/index.ts';
import { lesion, record, type ShortState } from '../recist/record.fixture.ts';
import { bestImmuneResponse, immuneProgression } from './irecist-outcome.ts';
import { immuneQueries, type PrintedImmunePoint } from './irecist-queries.ts';
import { type ImmuneOverallResponse, overallFromComponents } from './irecist-response.ts';
import { immuneTimePoints } from './irecist-time-points.ts';

const days = [0, 56, 98, 140, 182];
const callsOf = (...lesions: readonly FollowedLesion[]) => {
  const count = Math.max(...lesions.map(({ states }) => states.length));
  return immuneTimePoints(record(days.slice(0, count), lesions));
};
const responses = (...lesions: readonly FollowedLesion[]): readonly (string | undefined)[] =>
  callsOf(...lesions).timePoints.map(({ response }) => response);
const other = { kind: 'nonTarget' } as const;
const fresh = { kind: 'new' } as const;

suite('confirmation and reset (table 2, figures 1 and 2)', () => {
  const rows: readonly (readonly [string, readonly FollowedLesion[], readonly string[]])[] = [
    ['target sum, 5 mm more', [lesion('T', [50, 60, 65])], ['iUPD', 'iCPD']],
    ['target sum, 4.9 mm more', [lesion('T', [50, 60, 64.9])], ['iUPD', 'iUPD']],
    ['increases add up: 4 mm and then 2 mm more', [lesion('T', [50, 60, 64, 66])], ['iUPD', 'iUPD', 'iCPD']],
    [
      'non-target lesions, any further growth',
      [lesion('T', [50, 50, 50]), lesion('N', ['present', 'progressed', 'increased'], other)],
      ['iUPD', 'iCPD'],
    ],
    [
      'non-target lesions, by the size where it is measured',
      [
        lesion('T', [50, 50, 50]),
        lesion('N', [12, 30, 31], other),
        lesion('M', ['present', 'progressed', 'present'], other),
      ],
      ['iUPD', 'iCPD'],
    ],
    [
      'non-target lesions that progressed and stay so',
      [lesion('T', [50, 50, 50]), lesion('N', ['present', 'progressed', 'present'], other)],
      ['iUPD', 'iSD'],
    ],
    [
      'a target that was not measured at iUPD has not grown when it is',
      [lesion('T', [30, 60, 60, 65]), lesion('U', [20, 'missing', 20, 20])],
      ['iUPD', 'iUPD', 'iCPD'],
    ],
    [
      'a new lesion that was not measured at iUPD has not grown when it is',
      [lesion('T', [50, 50, 50, 50]), lesion('X', [undefined, 'present', 12, 'increased'], fresh)],
      ['iUPD', 'iUPD', 'iCPD'],
    ],
    [
      'a new lesion that was missed once and is as before has not grown',
      [
        lesion('T', [30, 30, 20, 20, 20]),
        lesion('X', [undefined, 10, 10, 10, 10], fresh),
        lesion('Y', [undefined, 20, 20, 'missing', 20], fresh),
      ],
      ['iUPD', 'iPR', 'iPR', 'iPR'],
    ],
    [
      'a new lesion that was gone and is back progresses again',
      [lesion('T', [30, 30, 30, 30]), lesion('X', [undefined, 10, 'absent', 10], fresh)],
      ['iUPD', 'iSD', 'iUPD'],
    ],
    [
      'a normal new node has no part in the growth of the others',
      [
        lesion('T', [50, 50, 50]),
        lesion('X', [undefined, 12, 12], fresh),
        lesion('L', [undefined, 4, 9.5], { kind: 'new', isNode: true }),
      ],
      ['iUPD', 'iUPD'],
    ],
    [
      'new lesions, more in number',
      [
        lesion('T', [50, 50, 50]),
        lesion('X', [undefined, 10, 10], fresh),
        lesion('Y', [undefined, undefined, 10], fresh),
      ],
      ['iUPD', 'iCPD'],
    ],
    [
      'new lesions, 5 mm more in sum',
      [lesion('T', [50, 50, 50]), lesion('X', [undefined, 10, 15], fresh)],
      ['iUPD', 'iCPD'],
    ],
    [
      'new lesions that stay as they are, nothing shrinks',
      [lesion('T', [50, 50, 50]), lesion('X', [undefined, 10, 14], fresh)],
      ['iUPD', 'iUPD'],
    ],
    [
      'a new lesion that is not measured and grows',
      [lesion('T', [50, 50, 50]), lesion('X', [undefined, 'present', 'increased'], fresh)],
      ['iUPD', 'iCPD'],
    ],
    [
      'a new lesion that goes',
      [lesion('T', [50, 50, 50]), lesion('X', [undefined, 10, 'absent'], fresh)],
      ['iUPD', 'iSD'],
    ],
    [
      'a new lesion of which nothing is recorded',
      [lesion('T', [50, 50, 50]), lesion('X', [undefined, 10, undefined], fresh)],
      ['iUPD', 'NE'],
    ],
    [
      'a new lesion that stays while the targets shrink: iPR (scenario B)',
      [lesion('T', [50, 40, 30]), lesion('X', [undefined, 10, 10], fresh)],
      ['iUPD', 'iPR'],
    ],
    [
      'no iCR while a new lesion is there',
      [lesion('T', [50, 40, 'absent']), lesion('X', [undefined, 10, 10], fresh)],
      ['iUPD', 'iPR'],
    ],
    [
      'another category: target first, then a new lesion',
      [lesion('T', [50, 60, 60]), lesion('X', [undefined, undefined, 10], fresh)],
      ['iUPD', 'iCPD'],
    ],
    [
      'another category: new lesion first, then the targets',
      [lesion('T', [50, 50, 62]), lesion('X', [undefined, 10, 10], fresh)],
      ['iUPD', 'iCPD'],
    ],
    [
      'reset: iUPD, iPR, iUPD again from the nadir, then iCPD',
      [lesion('T', [50, 60, 30, 40, 45])],
      ['iUPD', 'iPR', 'iUPD', 'iCPD'],
    ],
    [
      'after a reset a known new lesion has to grow as RECIST asks',
      [lesion('T', [50, 40, 30, 30]), lesion('X', [undefined, 10, 10, 15], fresh)],
      ['iUPD', 'iPR', 'iUPD'],
    ],
    ['not all evaluated: iUPD waits', [lesion('T', [50, 60, 'missing', 66])], ['iUPD', 'NE', 'iCPD']],
    ['confirmed progression is not taken back', [lesion('T', [50, 60, 70, 10])], ['iUPD', 'iCPD', 'iCPD']],
    ['seen again after iCR', [lesion('T', [20, 'absent', 4])], ['iCR', 'iUPD']],
    ['no progression', [lesion('T', [50, 50, 35])], ['iSD', 'iPR']],
    [
      'non-target disease only',
      [lesion('N', ['present', 'present', 'absent'], other)],
      ['non-iCR/non-iUPD', 'iCR'],
    ],
  ];
  for (const [what, lesions, expected] of rows)
    test(what, () => assert.deepEqual(responses(...lesions), expected));
});

test('the next scan is due four to eight weeks after iUPD', () => {
  const at = (day: number): readonly string[] =>
    immuneTimePoints(record([0, 56, 56 + day], [lesion('T', [50, 60, 60])])).queries.map(({ code }) => code);
  assert.deepEqual([27, 28, 56, 57].map(at), [['confirmationWindow'], [], [], ['confirmationWindow']]);
});

test('the order of lesions changes no call', () => {
  const state = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 900 }).map((tenths): ShortState => tenths / 10) },
    fc.constantFrom<ShortState>('absent', 'missing', 'present', 'increased', 'progressed', 'equivocal'),
  );
  const one = fc.record({
    states: fc.array(state, { minLength: 5, maxLength: 5 }),
    kind: fc.constantFrom('target', 'nonTarget', 'new'),
    isNode: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (parts) => {
      const own = parts.map(({ states, ...more }, at) => lesion(`L${at}`, states, more));
      const plain = (lesions: readonly FollowedLesion[]) =>
        immuneTimePoints(record(days, lesions)).timePoints.map(({ response, isReset }) => [
          response,
          isReset,
        ]);
      assert.deepEqual(plain(own), plain(own.toReversed()));
    }),
  );
});

test('iCPD follows only iUPD, and nothing follows iCPD', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(sizes, { minLength: 1, maxLength: 4 }), (all) => {
      const calls = responses(...all.map((states, at) => lesion(`T${at}`, states)));
      const at = calls.indexOf('iCPD');
      if (at === -1) return;
      assert.ok(calls.slice(0, at).includes('iUPD'));
      assert.ok(calls.slice(at).every((call) => call === 'iCPD'));
    }),
  );
});

test('a reset is said, and what is pending', () => {
  const [first, second] = callsOf(lesion('T', [50, 60, 30])).timePoints;
  assert.deepEqual(first?.pending, ['target']);
  assert.deepEqual([second?.isReset, second?.pending], [true, []]);
});

suite('best response (table 3)', () => {
  // The eight examples of the table, one choice where it gives several.
  const rows: readonly (readonly [readonly ImmuneOverallResponse[], ImmuneOverallResponse])[] = [
    [['iCR', 'iPR', 'NE', 'iUPD', 'iCPD'], 'iCR'],
    [['iUPD', 'NE', 'iCR', 'iUPD', 'iCPD'], 'iCR'],
    [['iUPD', 'iPR', 'iUPD', 'NE', 'iCPD'], 'iPR'],
    [['iUPD', 'NE', 'iPR', 'iSD', 'iCPD'], 'iPR'],
    [['iUPD', 'iSD', 'iUPD', 'iCPD', 'NE'], 'iSD'],
    [['iUPD', 'iCPD', 'iPR', 'iCR', 'iSD'], 'iCPD'],
    [['iUPD', 'iUPD', 'iCPD', 'iCR', 'iPR'], 'iCPD'],
    [['iUPD', 'NE', 'NE', 'NE', 'NE'], 'iUPD'],
  ];
  for (const [calls, expected] of rows)
    test(calls.join(' '), () =>
      assert.equal(bestImmuneResponse(calls.map((response) => ({ response, label: '' }))).response, expected),
    );
});

suite('the date of progression', () => {
  const rows: readonly (readonly [readonly ImmuneOverallResponse[], number | null, RegExp])[] = [
    [['iSD', 'iUPD', 'iCPD'], 1, /confirmed/],
    [['iUPD', 'iUPD', 'iCPD'], 0, /confirmed/],
    [['iUPD', 'NE', 'iCPD'], 0, /confirmed/],
    [['iUPD', 'iPR', 'iUPD', 'iCPD'], 2, /confirmed/],
    [['iUPD', 'iPR'], null, /no iUPD that stands/],
    [['iSD', 'iUPD'], 1, /never reassessed/],
    [['iSD', 'iUPD', 'NE'], 1, /never reassessed/],
    [['iUPD', 'iUPD'], 0, /neither confirmed/],
    [['iSD'], null, /no iUPD/],
  ];
  for (const [calls, expected, because] of rows)
    test(calls.join(' '), () => {
      const found = immuneProgression(calls.map((response, at) => ({ response, label: `visit ${at}` })));
      assert.equal(found.at, expected);
      assert.match(found.because, because);
    });
});

suite('printed calls', () => {
  const point = (
    overall: ImmuneOverallResponse,
    components: Partial<PrintedImmunePoint['components']>,
  ): PrintedImmunePoint => ({ label: overall, overall, components: { newLesions: 'no', ...components } });
  const sd = point('iSD', { target: 'iSD', nonTarget: 'non-iCR/non-iUPD' });
  const upd = point('iUPD', { target: 'iUPD' });
  const cpd = point('iCPD', { target: 'iCPD' });
  const rows: readonly (readonly [string, readonly PrintedImmunePoint[], readonly string[]])[] = [
    ['what fits', [sd, upd, upd, cpd], []],
    ['a new lesion with iSD', [point('iSD', { target: 'iSD', newLesions: 'yes' })], ['componentsDisagree']],
    ['a new lesion with NE', [point('NE', { target: 'NE', newLesions: 'yes' })], ['componentsDisagree']],
    [
      'iCR with a non-target that was not evaluated is iPR',
      [point('iPR', { target: 'iCR', nonTarget: 'NE' })],
      [],
    ],
    ['behind iCR', [point('iCR', { target: 'iCR' }), sd], ['responseAfterComplete']],
    ['behind iCR by way of iUPD', [point('iCR', { target: 'iCR' }), upd, sd], []],
    ['behind iCPD', [upd, cpd, sd], ['afterConfirmedProgression']],
    ['iCPD first', [cpd], ['confirmedWithoutUnconfirmed']],
  ];
  for (const [what, points, expected] of rows)
    test(what, () =>
      assert.deepEqual(
        immuneQueries(points).map(({ code }) => code),
        expected,
      ),
    );
  test('iCPD behind a progression by RECIST 1.1', () => assert.deepEqual(immuneQueries([cpd], true), []));
  test('what components allow', () => {
    assert.deepEqual(overallFromComponents({ target: 'iUPD', newLesions: 'no' }, false), ['iUPD']);
    assert.deepEqual(overallFromComponents({ target: 'iUPD', newLesions: 'no' }, true), ['iUPD', 'iCPD']);
    assert.deepEqual(overallFromComponents({ nonTarget: 'iCR', newLesions: 'no' }, false), ['iCR']);
    assert.deepEqual(overallFromComponents({ target: 'iSD', newLesions: 'persisting' }, true), [
      'iUPD',
      'iSD',
    ]);
    assert.deepEqual(overallFromComponents({ newLesions: 'no' }, false), []);
  });
});
