/** Signs beside the sizes: paper 001 while it happened, what only retrospect can say, and treatment beyond progression. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type PatientDate, parsePatientDate } from '../../units/index.ts';
import { type OverallResponse, recistTimePoints } from '../recist/index.ts';
import { lesion, record } from '../recist/record.fixture.ts';
import { beyondProgression } from './beyond-progression.ts';
import { choiResponse } from './choi.ts';
import { discordance } from './discordance.ts';
import { calledPoints, choiOfRecord, lesionSigns } from './lesion-signs.ts';
import { pseudoprogression } from './pseudoprogression.ts';
import { densitySign, symptomSign, uptakeSign, weightSign } from './sign.ts';

const day = (text: string): PatientDate => {
  const parsed = parsePatientDate(text);
  assert.ok(parsed.ok);
  return parsed.value;
};

test('paper 001, lines 203-205: SUVmax from 9.9 to 6.1 is -38.4%', () => {
  const sign = uptakeSign('left-pelvic-sidewall', 9.9, 6.1);
  assert.equal(sign?.direction, 'better');
  assert.match(sign?.sentence ?? '', /from 9.9 to 6.1, -38.4%/);
});

suite('the direction of a sign', () => {
  const rows = [
    ['SUV 24.9% less', uptakeSign('L', 10, 7.51), 'same'],
    ['SUV 25% less', uptakeSign('L', 10, 7.5), 'better'],
    ['SUV 25% more', uptakeSign('L', 10, 12.5), 'worse'],
    ['density 15% less', densitySign('L', 100, 85), 'better'],
    ['density 15% more', densitySign('L', 100, 115), 'unclear'],
    ['a symptom that is there', symptomSign('pain', 'present'), 'unclear'],
    ['a symptom that is worse', symptomSign('pain', 'worse'), 'worse'],
    ['weight gained after a loss', weightSign('6 kg', true, true), 'better'],
    ['weight gained', weightSign('6 kg', true, false), 'unclear'],
    ['weight lost', weightSign('-6 kg', false, false), 'worse'],
  ] as const;
  for (const [what, sign, expected] of rows) test(what, () => assert.equal(sign?.direction, expected));
  test('nothing can be compared with 0', () => assert.equal(uptakeSign('L', 0, 5), null));
});

suite('discordant while it happens', () => {
  const pain = symptomSign('pain', 'improved');
  const rows = [
    ['paper 001, day 28: +14.1% is SD and pain improves', 'SD', 14.1, [pain], 'discordant'],
    ['paper 001, day 56: PD and uptake falls', 'PD', 22.8, [pain], 'discordant'],
    ['growth below 10% with better symptoms is not', 'SD', 9.9, [pain], 'concordant'],
    ['PR and worse symptoms', 'PR', -40, [symptomSign('pain', 'worse')], 'discordant'],
    ['PR and better symptoms', 'PR', -40, [pain], 'concordant'],
    ['nothing else recorded', 'PD', 30, [symptomSign('pain', 'present')], 'noOtherSign'],
    ['no size', undefined, null, [pain], 'noSize'],
  ] as const;
  for (const [what, response, sumPercent, signs, expected] of rows)
    test(what, () => {
      const found = discordance({ ...(response === undefined ? {} : { response }), sumPercent }, signs);
      assert.equal(found.state, expected);
      if (response !== undefined && expected === 'discordant')
        assert.match(found.sentence, new RegExp(`^discordant response: .*RECIST stays ${response}`));
    });
});

suite('pseudoprogression only in retrospect', () => {
  const points = (...given: readonly (readonly [OverallResponse | undefined, (boolean | 'unknown')?])[]) =>
    given.map(([response, isTreatmentChanged = false], at) => ({
      label: `visit ${at}`,
      response,
      isTreatmentChanged,
    }));
  const rows = [
    ['PD, then PR', points(['PD'], ['PR']), ['pseudoprogression']],
    ['PD, PD, SD, CR', points(['PD'], ['PD'], ['SD'], ['CR']), ['pseudoprogression']],
    ['PD last', points(['SD'], ['PD']), ['nothingLater']],
    ['PD, then SD', points(['PD'], ['SD']), ['notShown']],
    ['PD, other treatment, PR', points(['PD'], ['PR', true]), ['treatmentChanged']],
    ['PD, perhaps other treatment, PR', points(['PD'], ['PR', 'unknown']), ['unknown']],
    ['a reading without a call between', points(['PD'], [undefined], ['PR']), ['pseudoprogression']],
    ['none', points(['SD']), []],
  ] as const;
  for (const [what, given, expected] of rows)
    test(what, () =>
      assert.deepEqual(
        pseudoprogression(given).map(({ state }) => state),
        expected,
      ),
    );
});

suite('size and density', () => {
  const rows = [
    [{ sizePercent: 20, densityPercent: -15 }, 'PR'],
    [{ sizePercent: -10, densityPercent: 0 }, 'PR'],
    [{ sizePercent: 10, densityPercent: -14.9 }, 'PD'],
    [{ sizePercent: 9.9, densityPercent: 0 }, 'SD'],
    [{ sizePercent: 20, densityPercent: null }, 'open'],
    [{ sizePercent: null, densityPercent: 0 }, 'open'],
    [{ sizePercent: -90, densityPercent: -50, hasNewLesion: true }, 'PD'],
    [{ sizePercent: -100, densityPercent: null, isGone: true }, 'CR'],
  ] as const;
  for (const [given, expected] of rows)
    test(JSON.stringify(given), () =>
      assert.equal(choiResponse({ isGone: false, hasNewLesion: false, ...given }).response, expected),
    );
});

suite('density and uptake of a record', () => {
  const two = (first: readonly (number | undefined)[], second: readonly (number | undefined)[]) =>
    record(
      [0, 56],
      [
        { ...lesion('A', [50, 56]), densities: first, uptakes: [9.9, 6.1] },
        { ...lesion('B', [30, 33]), densities: second },
      ],
    );
  const choi = (given: ReturnType<typeof two>): string | undefined => {
    const [call] = recistTimePoints(given).timePoints;
    assert.ok(call);
    return choiOfRecord(given, 1, call)?.response;
  };
  test('mean density of the targets decides with the size', () => {
    assert.equal(choi(two([60, 45], [60, 50])), 'PR');
    assert.equal(choi(two([60, 60], [60, 50])), 'PD');
    assert.equal(choi(two([60, 45], [60, undefined])), 'open');
    assert.equal(choi(two([undefined, 45], [undefined, undefined])), undefined);
  });
  test('each lesion gives its signs', () => {
    assert.deepEqual(
      lesionSigns(two([60, 45], [60, 58]), 1).map(({ kind, direction }) => `${kind} ${direction}`),
      ['density better', 'uptake better', 'density same'],
    );
  });
  test('the treatment of time points', () => {
    const { timePoints } = recistTimePoints(
      record(
        [0, 56, 112, 168],
        [lesion('A', [50, 70, 30, 30])],
        [{}, { treatment: 'a' }, { treatment: 'a' }, { treatment: 'b' }],
      ),
    );
    assert.deepEqual(
      calledPoints(timePoints).map(({ isTreatmentChanged }) => isTreatmentChanged),
      [false, false, true],
    );
    assert.deepEqual(
      pseudoprogression(calledPoints(timePoints)).map(({ state }) => state),
      ['pseudoprogression'],
    );
  });
});

suite('treatment beyond progression', () => {
  const decision = {
    id: 'd',
    words: 'continue',
    by: ['sponsor'],
    reasons: ['necrosis'],
    date: day('day 57..84'),
  };
  test('paper 001: from day 56 for ten months and more', () => {
    const found = beyondProgression({
      progressions: [day('day 365..395'), day('day 56')],
      end: day('day 365..395'),
      decisions: [decision, { ...decision, id: 'earlier', date: day('day -1') }],
    });
    assert.deepEqual(found?.days, { least: 309, most: 339 });
    assert.deepEqual(
      found?.decisions.map(({ id }) => id),
      ['d'],
    );
  });
  test('not where the course ended with it, and not where that is open', () => {
    for (const end of ['day 56', 'day 40..90'])
      assert.equal(
        beyondProgression({ progressions: [day('day 56')], end: day(end), decisions: [] }),
        undefined,
      );
    assert.equal(beyondProgression({ progressions: [day('day 56')], decisions: [] }), undefined);
  });
  test('still going on', () => {
    const found = beyondProgression({
      progressions: [day('day 56')],
      ongoing: day('day 100'),
      decisions: [],
    });
    assert.deepEqual([found?.isOngoing, found?.days.least], [true, 44]);
  });
});
