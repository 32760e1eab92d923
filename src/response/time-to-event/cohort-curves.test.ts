/** Curves of a cohort: one with exact dates, two with partial ones, and the reverse curve of follow-up. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { medianSurvival } from '../../statistics/index.ts';
import { censoringRules } from './censoring-rules.ts';
import { cohortCurves, reversed } from './cohort-curves.ts';
import { elapsed, type Facts, patient } from './followed-patient.fixture.ts';
import { type TimeToEvent, timeToEvent } from './time-to-event.ts';

suite('curves of a cohort', () => {
  const timesOf = (...all: readonly Facts[]): readonly TimeToEvent[] =>
    all.map((facts, at) => timeToEvent(patient(facts, `p${at}`), 'PFS', censoringRules.ema2012, elapsed));
  test('with exact days there is one curve', () => {
    const curves = cohortCurves(
      timesOf({ seen: [[10, 'PD']] }, { seen: [[20, 'PD']] }, { seen: [[30, 'SD']] }),
    );
    assert.ok(curves.ok && curves.isExact);
    assert.deepEqual([...curves.shortest.times], [10, 20, 30]);
    assert.deepEqual([...curves.shortest.survival], [...curves.longest.survival]);
  });
  test('with partial dates the median is an interval', () => {
    const curves = cohortCurves(
      timesOf(
        { seen: [['day 10..14', 'PD']] },
        { seen: [['day 20..24', 'PD']] },
        { seen: [['day 30..34', 'PD']] },
      ),
    );
    assert.ok(curves.ok && !curves.isExact);
    const mixed = cohortCurves(timesOf({ seen: [[10, 'PD']] }, { seen: [['day 20..24', 'PD']] }));
    assert.ok(mixed.ok && !mixed.isExact);
    assert.deepEqual([medianSurvival(curves.shortest).time, medianSurvival(curves.longest).time], [20, 24]);
  });
  test('who has no time is named', () => {
    const curves = cohortCurves([
      ...timesOf({ seen: [[10, 'PD']] }),
      timeToEvent({ id: 'x', baseline: 'done', assessments: [] }, 'PFS', censoringRules.ema2012),
    ]);
    assert.ok(curves.ok);
    assert.deepEqual(
      curves.leftOut.map((left) => left.patient),
      ['x'],
    );
    assert.deepEqual(cohortCurves([]), { ok: false, reason: 'noPatients', leftOut: [] });
  });
  test('a time without bound ends the high curve as censored', () => {
    const curves = cohortCurves(timesOf({ start: '..day 0', seen: [[10, 'PD']] }, { seen: [[40, 'PD']] }));
    assert.ok(curves.ok);
    assert.deepEqual(
      [curves.unbounded, curves.longest.eventCount, curves.shortest.eventCount],
      [['p0'], 1, 2],
    );
  });
  test('the reverse curve turns events and censoring around', () => {
    const columns = { time: Float64Array.of(1, 2, 3), event: Uint8Array.of(1, 0, 1) };
    assert.deepEqual([...reversed(columns).event], [0, 1, 0]);
    assert.deepEqual([...reversed(reversed(columns)).event], [...columns.event]);
  });
});
