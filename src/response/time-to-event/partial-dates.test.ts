/** Partial dates stay intervals: every outcome that they leave possible, and no date is left out that could matter. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { PatientDate } from '../../units/index.ts';
import { censoringRules } from './censoring-rules.ts';
import { timeEndpoints } from './endpoint.ts';
import { exactOutcome, type PlacedDay } from './exact-days.ts';
import { elapsed, type Facts, on, patient, pfs, words } from './followed-patient.fixture.ts';
import { assessedResponses } from './followed-patient.ts';
import { timeToEvent } from './time-to-event.ts';

suite('partial dates stay intervals', () => {
  const rows: readonly (readonly [string, Facts, fda: string, ema: string])[] = [
    [
      'a month',
      { start: '2012-01', seen: [['2012-03', 'PD']] },
      'event progression 30-90',
      'event progression 30-90',
    ],
    [
      'an open start',
      { start: '..day -1', seen: [[56, 'PD']] },
      'event progression 57-',
      'event progression 57-',
    ],
    [
      'a new therapy in the month of progression',
      {
        start: '2012-01-01',
        seen: [
          ['2012-02-01', 'SD'],
          ['2012-03', 'PD'],
        ],
        newTherapy: '2012-03-10',
      },
      'censored newTherapy 31; event progression 60-69',
      'event progression 60-90',
    ],
    [
      'perhaps two assessments missed',
      {
        seen: [
          [56, 'SD'],
          ['day 160..180', 'PD'],
        ],
        every: 56,
      },
      'censored missedAssessments 56; event progression 160-168',
      'event progression 160-180',
    ],
    [
      'paper 001: progression on day 56, treated to day 365..395',
      {
        seen: [
          [28, 'SD'],
          [56, 'PD'],
          ['day 365..395', 'PD'],
        ],
      },
      'event progression 56',
      'event progression 56',
    ],
    ['a date before the start', { seen: [[-5, 'SD']] }, 'dateBeforeStart', 'dateBeforeStart'],
    ['a date after death', { seen: [[56, 'SD']], death: 50 }, 'dateAfterDeath', 'dateAfterDeath'],
    ['perhaps after death', { seen: [['day 40..60', 'SD']], death: 50 }, 'event death 50', 'event death 50'],
    ['two axes', { start: '2012-01', seen: [[56, 'PD']] }, 'twoAxes', 'twoAxes'],
  ];
  for (const [what, facts, fda, ema] of rows)
    test(what, () => {
      assert.equal(pfs(facts, 'fda2018'), fda);
      assert.equal(pfs(facts, 'ema2012'), ema);
    });
  test('a death of a year lies behind the last day alive', () => {
    const facts: Facts = { start: '2020-01-01', seen: [['2020-02-26', 'NE']], death: '2020' };
    const [pfsTime, dead, later] = [
      timeToEvent(patient(facts), 'PFS', censoringRules.ema2012, elapsed),
      timeToEvent(patient(facts), 'OS', censoringRules.ema2012, elapsed),
      timeToEvent(patient({ ...facts, lastContact: '2020-06-10' }), 'OS', censoringRules.ema2012, elapsed),
    ];
    assert.deepEqual(
      [pfsTime, dead, later].map((time) => time && words(time)),
      ['event death 56-365', 'event death 56-365', 'event death 161-365'],
    );
  });
  test('days of an anchor whose date is known are moved to the calendar', () => {
    const time = timeToEvent(
      patient({ start: '2012-01-01', seen: [[56, 'PD']] }),
      'PFS',
      censoringRules.ema2012,
      {
        anchor: on('2012-01-02'),
        ...elapsed,
      },
    );
    assert.equal(words(time), 'event progression 57');
  });
  test('an anchor without an end joins no axes', () => {
    const time = timeToEvent(
      patient({ start: '2012-01', seen: [[56, 'PD']] }),
      'PFS',
      censoringRules.ema2012,
      {
        anchor: on('2012..'),
      },
    );
    assert.equal(words(time), 'twoAxes');
  });
  test('an anchor known to three months does not blur what counts from it', () => {
    const facts: Facts = {
      seen: [
        [56, 'SD'],
        [112, 'PD'],
      ],
      lastContact: '2017-05',
    };
    const anchored = { anchor: on('2016-02..2016-04'), ...elapsed };
    const [pfsTime, alive] = (['PFS', 'OS'] as const).map((endpoint) =>
      timeToEvent(patient(facts), endpoint, censoringRules.ema2012, anchored),
    );
    assert.ok(pfsTime && alive);
    assert.equal(words(pfsTime), 'event progression 112');
    assert.equal(words(alive), 'censored alive 366-485');
  });
  test('any days within the intervals give one of the answers, within its bounds', () => {
    const interval = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 20 }));
    const text = ([from, width]: readonly [number, number]): string => `day ${from}..${from + width}`;
    const inside = ([from, width]: readonly [number, number], share: number): number =>
      from + Math.round(width * share);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        interval,
        interval,
        interval,
        share,
        share,
        share,
        fc.constantFrom('fda2018', 'ema2012'),
        (a, b, c, x, y, z, name) => {
          const rule = censoringRules[name === 'fda2018' ? 'fda2018' : 'ema2012'];
          const open = timeToEvent(
            patient({
              seen: [
                [text(a), 'SD'],
                [text(b), 'PD'],
              ],
              newTherapy: text(c),
              every: 40,
            }),
            'PFS',
            rule,
          );
          const exact = timeToEvent(
            patient({
              seen: [
                [inside(a, x), 'SD'],
                [inside(b, y), 'PD'],
              ],
              newTherapy: inside(c, z),
              every: 40,
            }),
            'PFS',
            rule,
          );
          assert.ok(open.ok && exact.ok);
          const [one] = exact.outcomes;
          assert.ok(one);
          const fitting = open.outcomes.filter(
            ({ status, code }) => status === one.status && code === one.code,
          );
          assert.ok(
            fitting.some(
              ({ days }) =>
                days.least <= one.days.least && (days.most ?? Number.POSITIVE_INFINITY) >= one.days.least,
            ),
            `${JSON.stringify(one)} not in ${JSON.stringify(open.outcomes)}`,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('leaving out dates that cannot matter changes no answer', () => {
  const day = fc.integer({ min: 1, max: 400 });
  const maybe = fc.option(day, { nil: undefined });
  const seen = fc.array(fc.tuple(day, fc.constantFrom(...assessedResponses)), { maxLength: 8 });
  const named = { censoringRules: Object.values(censoringRules), endpoints: timeEndpoints };
  fc.assert(
    fc.property(
      fc.record({
        seen,
        death: fc.option(fc.integer({ min: 400, max: 800 }), { nil: undefined }),
        newTherapy: maybe,
        withdrawal: maybe,
        clinicalProgression: maybe,
        lastContact: maybe,
      }),
      fc.constantFrom(...named.censoringRules),
      fc.constantFrom(...named.endpoints),
      (facts, rule, endpoint) => {
        const given = patient({ ...facts, every: 60 });
        const at = (date: PatientDate | undefined): PlacedDay | undefined =>
          date === undefined ? undefined : { day: date.earliest ?? 0, place: 0 };
        const whole = exactOutcome(
          {
            start: { day: 0, place: 0 },
            baseline: 'done',
            schedule: given.schedule,
            assessments: given.assessments.map(({ date, response }) => ({
              day: date.earliest ?? 0,
              place: 0,
              response,
            })),
            death: at(given.death),
            newTherapy: at(given.newTherapy),
            withdrawal: at(given.withdrawal),
            clinicalProgression: at(given.clinicalProgression),
            lastContact: at(given.lastContact),
          },
          endpoint,
          rule,
        );
        const expected =
          typeof whole === 'string'
            ? whole
            : `${whole.status} ${whole.code} ${whole.to.day - whole.from.day}`;
        assert.equal(words(timeToEvent(given, endpoint, rule, elapsed)), expected);
      },
    ),
    { numRuns: 2000 },
  );
});

test('sixty assessments of which only the month is known', () => {
  const months = Array.from(
    { length: 60 },
    (_, at) => `${2015 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
  const facts: Facts = {
    start: '2014-12',
    seen: months.map((month, at) => [month, at === 59 ? 'PD' : 'SD']),
  };
  for (const rule of [censoringRules.fda2018, censoringRules.ema2012])
    assert.equal(
      words(timeToEvent(patient({ ...facts, newTherapy: '2020-02' }), 'PFS', rule, elapsed)),
      'event progression 1796-1856',
    );
});
