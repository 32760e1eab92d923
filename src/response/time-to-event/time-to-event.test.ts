/** Times to events: the censoring rules row by row, and every endpoint. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { ruleDeviations } from './censoring-rule.ts';
import { censoringRules } from './censoring-rules.ts';
import type { TimeEndpoint } from './endpoint.ts';
import { elapsed, type Facts, patient, pfs, words } from './followed-patient.fixture.ts';
import { assessedResponses } from './followed-patient.ts';
import { timeToEvent } from './time-to-event.ts';

suite('progression-free survival: FDA-style, EMA-style, and as paper 002 prints it', () => {
  const rows: readonly (readonly [string, Facts, fda: string, ema: string, paper002: string])[] = [
    [
      'progression',
      {
        seen: [
          [56, 'SD'],
          [112, 'PD'],
        ],
        every: 56,
      },
      'event progression 112',
      'event progression 112',
      'event progression 112',
    ],
    [
      'the first of two',
      {
        seen: [
          [56, 'PD'],
          [112, 'PD'],
        ],
      },
      'event progression 56',
      'event progression 56',
      'event progression 56',
    ],
    [
      'death without progression',
      { seen: [[56, 'SD']], death: 80, every: 56 },
      'event death 80',
      'event death 80',
      'event death 80',
    ],
    [
      'death before any assessment',
      { death: 30, every: 56 },
      'event death 30',
      'event death 30',
      'event death 30',
    ],
    [
      'no progression',
      {
        seen: [
          [56, 'SD'],
          [112, 'PR'],
        ],
        lastContact: 300,
      },
      'censored noProgression 112',
      'censored noProgression 112',
      'censored noProgression 112',
    ],
    [
      'what is not evaluable shows nothing',
      {
        seen: [
          [56, 'SD'],
          [112, 'NE'],
        ],
      },
      'censored noProgression 56',
      'censored noProgression 56',
      'censored noProgression 56',
    ],
    [
      'no assessment',
      { lastContact: 300 },
      'censored noAssessment 0',
      'censored noAssessment 0',
      'censored noAssessment 0',
    ],
    [
      'no baseline, then progression',
      { baseline: 'missing', seen: [[56, 'PD']] },
      'censored noBaseline 0',
      'event progression 56',
      'event progression 56',
    ],
    [
      'a new therapy before progression',
      {
        seen: [
          [56, 'SD'],
          [112, 'PD'],
        ],
        newTherapy: 70,
      },
      'censored newTherapy 56',
      'event progression 112',
      'event progression 112',
    ],
    [
      'a new therapy on the day of progression',
      {
        seen: [
          [56, 'SD'],
          [112, 'PD'],
        ],
        newTherapy: 112,
      },
      'event progression 112',
      'event progression 112',
      'event progression 112',
    ],
    [
      'an assessment on the day of the new therapy',
      {
        seen: [
          [56, 'SD'],
          [70, 'SD'],
        ],
        newTherapy: 70,
      },
      'censored newTherapy 70',
      'censored noProgression 70',
      'censored noProgression 70',
    ],
    [
      'a new therapy, no progression',
      {
        seen: [
          [56, 'SD'],
          [112, 'SD'],
        ],
        newTherapy: 70,
      },
      'censored newTherapy 56',
      'censored noProgression 112',
      'censored noProgression 112',
    ],
    [
      'one assessment missed',
      {
        seen: [
          [56, 'SD'],
          [168, 'PD'],
        ],
        every: 56,
      },
      'event progression 168',
      'event progression 168',
      'event progression 168',
    ],
    [
      'two assessments missed',
      {
        seen: [
          [56, 'SD'],
          [169, 'PD'],
        ],
        every: 56,
      },
      'censored missedAssessments 56',
      'event progression 169',
      'event progression 169',
    ],
    [
      'two missed before death',
      { seen: [[56, 'SD']], death: 400, every: 56 },
      'censored missedAssessments 56',
      'event death 400',
      'event death 400',
    ],
    [
      'two missed from the start on',
      { death: 400, every: 56 },
      'censored missedAssessments 0',
      'event death 400',
      'event death 400',
    ],
    [
      'withdrawn',
      { seen: [[56, 'SD']], withdrawal: 70 },
      'censored withdrawal 56',
      'censored noProgression 56',
      'event withdrawalCounted 70',
    ],
    [
      'withdrawn, death known later',
      { seen: [[56, 'SD']], withdrawal: 70, death: 90 },
      'censored withdrawal 56',
      'event death 90',
      'event withdrawalCounted 70',
    ],
    [
      'clinical progression alone',
      { seen: [[56, 'SD']], clinicalProgression: 70 },
      'censored noProgression 56',
      'censored noProgression 56',
      'censored noProgression 56',
    ],
  ];
  for (const [what, facts, fda, ema, paper002] of rows)
    test(what, () => {
      assert.equal(pfs(facts, 'fda2018'), fda);
      assert.equal(pfs(facts, 'ema2012'), ema);
      assert.equal(pfs(facts, 'paper002'), paper002);
    });

  test('paper 002 counts a request as an event, and that is shown against both rules', () => {
    for (const reference of [censoringRules.fda2018, censoringRules.ema2012]) {
      const deviation = ruleDeviations(censoringRules.paper002, reference).find(({ point }) =>
        point.includes('request'),
      );
      assert.equal(deviation?.here, 'an event');
    }
    assert.equal(ruleDeviations(censoringRules.fda2018, censoringRules.fda2018).length, 0);
  });
  test('without the plan of assessments nobody claims that none were missed', () => {
    const time = timeToEvent(
      patient({
        seen: [
          [56, 'SD'],
          [500, 'PD'],
        ],
      }),
      'PFS',
      censoringRules.fda2018,
    );
    assert.ok(time.ok && time.unchecked.some((part) => part.includes('missed')));
  });
  test('the reason is a sentence with the date it rests on', () => {
    const time = timeToEvent(
      patient({
        seen: [
          [56, 'SD'],
          [112, 'PD'],
        ],
      }),
      'PFS',
      censoringRules.ema2012,
    );
    assert.ok(time.ok);
    assert.equal(time.outcomes[0]?.because, 'progression at the assessment of day 112');
    assert.equal(time.outcomes[0]?.days.least, 113, 'both days count unless asked otherwise');
  });
});

test('the FDA-style time is never longer than the EMA-style one, and an FDA-style event is the same event', () => {
  const day = fc.integer({ min: 1, max: 400 });
  const maybe = fc.option(day, { nil: undefined });
  const seen = fc.array(fc.tuple(day, fc.constantFrom(...assessedResponses)), { maxLength: 6 });
  const facts = fc.record({
    seen,
    death: fc.option(fc.integer({ min: 400, max: 800 }), { nil: undefined }),
    newTherapy: maybe,
    withdrawal: maybe,
    baseline: fc.constantFrom('done', 'missing'),
  });
  fc.assert(
    fc.property(facts, fc.constantFrom('PFS', 'TTP'), (given, endpoint) => {
      const [fda, ema] = [censoringRules.fda2018, censoringRules.ema2012].map((rule) =>
        timeToEvent(patient({ ...given, every: 56 }), endpoint, rule),
      );
      assert.ok(fda?.ok === true && ema?.ok === true);
      const [one, other] = [fda.outcomes[0], ema.outcomes[0]];
      assert.ok(one && other && one.days.least <= other.days.least);
      if (one.status === 'event') assert.deepEqual(one, other);
    }),
    { numRuns: 1000 },
  );
});

suite('the other endpoints', () => {
  const responder: Facts = {
    seen: [
      [56, 'SD'],
      [112, 'PR'],
      [168, 'PR'],
      [224, 'PD'],
    ],
    death: 400,
  };
  const rows: readonly (readonly [TimeEndpoint, string, Facts, string])[] = [
    ['TTP', 'progression', responder, 'event progression 224'],
    ['TTP', 'death is censored', { seen: [[56, 'SD']], death: 80 }, 'censored deathWithoutProgression 80'],
    ['OS', 'death', responder, 'event death 400'],
    [
      'OS',
      'alive at the last fact',
      { seen: [[56, 'SD']], newTherapy: 70, lastContact: 60 },
      'censored alive 70',
    ],
    ['DOR', 'from response to progression', responder, 'event progression 112'],
    [
      'DOR',
      'still responding',
      {
        seen: [
          [56, 'PR'],
          [112, 'PR'],
        ],
      },
      'censored noProgression 56',
    ],
    ['DOR', 'never responded', { seen: [[56, 'SD']] }, 'noResponse'],
    [
      'DOR',
      'a response behind progression is none',
      {
        seen: [
          [56, 'PD'],
          [112, 'PR'],
        ],
      },
      'noResponse',
    ],
    ['TTR', 'first response', responder, 'event response 112'],
    ['TTR', 'never responded', { seen: [[56, 'SD']] }, 'noResponse'],
    ['treatmentDuration', 'ended', { treatmentEnd: 90 }, 'event treatmentStopped 90'],
    ['treatmentDuration', 'goes on', { treatmentOngoing: 90 }, 'censored treatmentOngoing 90'],
    ['treatmentDuration', 'unknown', { seen: [[56, 'SD']] }, 'treatmentEndUnknown'],
    ['followUp', 'alive', { lastContact: 90 }, 'event lastContact 90'],
    ['followUp', 'died', { death: 90 }, 'censored died 90'],
    ['followUp', 'nothing after the start', {}, 'notFollowed'],
  ];
  for (const [endpoint, what, facts, expected] of rows)
    test(`${endpoint}: ${what}`, () =>
      assert.equal(words(timeToEvent(patient(facts), endpoint, censoringRules.fda2018, elapsed)), expected));
});
