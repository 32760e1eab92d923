/** Limits exactly as the editions draw them, grading by bounds, and discordance. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type NumericRange, parseNumericRange } from '../units/index.ts';
import { editionInForce } from './edition-in-force.ts';
import { type Grade, grades, higherGrade } from './grade.ts';
import { gradeOfValue } from './grade-limits.ts';
import { type GradedEdition, gradeTumour, isGradedEdition } from './grading.ts';
import { countedAreaMm2, type MitosesObservation, readMitoses } from './mitoses.ts';
import { whoEditions } from './who-editions.ts';

const range = (text: string): NumericRange => {
  const parsed = parseNumericRange(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
};
const graded = (id: string): GradedEdition => {
  const edition = whoEditions.find((each) => each.id === id);
  if (edition === undefined || !isGradedEdition(edition)) throw new Error(`no graded edition ${id}`);
  return edition;
};
const today = graded('who2022Neuroendocrine');
const y2010 = graded('who2010Digestive');
const ki67 = (percent: string) => ({ status: 'counted', percent: range(percent) }) as const;
const mitoses = (count: string): MitosesObservation => ({
  status: 'counted',
  printed: count,
  count: range(count),
  per: { areaMm2: 2 },
});
const dayOf = (year: number, month = 7): number => Date.UTC(year, month - 1, 1) / 86_400_000;

test('Ki-67 limits', () => {
  const limits: readonly (readonly [number, string, Grade])[] = [
    [0, 'who2019Digestive', 'G1'],
    [2.9, 'who2019Digestive', 'G1'],
    [3, 'who2019Digestive', 'G2'],
    [20, 'who2019Digestive', 'G2'],
    [20.1, 'who2019Digestive', 'G3'],
    [2.9, 'who2017Pancreas', 'G1'],
    [3, 'who2022Neuroendocrine', 'G2'],
    [2, 'who2010Digestive', 'G1'],
    [3, 'who2010Digestive', 'G2'],
    [20, 'who2010Digestive', 'G2'],
    [20.1, 'who2010Digestive', 'G3'],
  ];
  for (const [percent, id, expected] of limits) {
    const bounds = gradeOfValue(graded(id).scheme.ki67Percent, percent);
    assert.deepEqual(bounds, { lowest: expected, highest: expected }, `${percent}% in ${id}`);
  }
});

test('mitotic limits per 2 mm2', () => {
  for (const edition of whoEditions.filter(isGradedEdition)) {
    const at = (count: number) => gradeOfValue(edition.scheme.mitosesPer2mm2, count).lowest;
    assert.deepEqual([at(1), at(2), at(20), at(21)], ['G1', 'G2', 'G2', 'G3'], edition.id);
  }
});

test('the 2010 edition has a gap between 2% and 3%', () => {
  const result = gradeTumour({ ki67: [ki67('2.5%')], mitoses: [mitoses('0')] }, y2010);
  assert.equal(result.grade, null);
  assert.deepEqual([result.lowest, result.highest], ['G1', 'G2']);
  assert.ok(result.statements.some(({ code }) => code === 'ki67InEditionGap'));
  assert.equal(gradeTumour({ ki67: [ki67('2.5%')], mitoses: [mitoses('0')] }, today).grade, 'G1');
});

test('censored values stay on their side of a limit', () => {
  const bounds = (percent: string) => {
    const { lowest, highest } = gradeTumour({ ki67: [ki67(percent)], mitoses: [mitoses('0')] }, today);
    return `${lowest}-${highest}`;
  };
  assert.equal(bounds('<3%'), 'G1-G1');
  assert.equal(bounds('<=3%'), 'G1-G2');
  assert.equal(bounds('>20%'), 'G3-G3');
  assert.equal(bounds('>=20%'), 'G2-G3');
  assert.equal(bounds('45-70%'), 'G3-G3');
  assert.equal(bounds('10-50%'), 'G2-G3');
});

test('grading by bounds', () => {
  const cases = [
    {
      say: '25 mitoses, no Ki-67',
      ki67: [],
      mitoses: [mitoses('25')],
      low: 'G3',
      high: 'G3',
      state: 'exact',
    },
    { say: 'Ki-67 20%, no count', ki67: [ki67('20%')], mitoses: [], low: 'G2', high: 'G3', state: 'bounded' },
    { say: 'Ki-67 1%, no count', ki67: [ki67('1%')], mitoses: [], low: 'G1', high: 'G3', state: 'bounded' },
    { say: 'nothing', ki67: [], mitoses: [], low: 'G1', high: 'G3', state: 'none' },
    { say: 'failed', ki67: [{ status: 'failed' }], mitoses: [], low: 'G1', high: 'G3', state: 'none' },
    {
      say: 'higher decides',
      ki67: [ki67('2%')],
      mitoses: [mitoses('2')],
      low: 'G2',
      high: 'G2',
      state: 'exact',
    },
  ] as const;
  for (const each of cases) {
    const result = gradeTumour(each, today);
    assert.deepEqual(
      [result.lowest, result.highest, result.state],
      [each.low, each.high, each.state],
      each.say,
    );
  }
});

test('discordance keeps both indices and names the proliferative kind', () => {
  const high = gradeTumour({ ki67: [ki67('45-70%')], mitoses: [mitoses('5')] }, today);
  assert.deepEqual([high.grade, high.discordant, high.proliferativeDiscordance], ['G3', 'met', 'met']);
  assert.deepEqual(high.byMitoses, { lowest: 'G2', highest: 'G2' });
  const mitotic = gradeTumour({ ki67: [ki67('10%')], mitoses: [mitoses('25')] }, today);
  assert.deepEqual([mitotic.discordant, mitotic.proliferativeDiscordance], ['met', 'unmet']);
  const agree = gradeTumour({ ki67: [ki67('10%')], mitoses: [mitoses('5')] }, today);
  assert.deepEqual([agree.discordant, agree.proliferativeDiscordance], ['unmet', 'unmet']);
  const half = gradeTumour({ ki67: [ki67('30%')], mitoses: [] }, today);
  assert.deepEqual([half.discordant, half.proliferativeDiscordance], ['unknown', 'unknown']);
});

test('several counts: the highest decides and the difference is said', () => {
  const result = gradeTumour({ ki67: [ki67('4%'), ki67('25%')], mitoses: [mitoses('1')] }, today);
  assert.equal(result.grade, 'G3');
  assert.ok(result.statements.some(({ code }) => code === 'heterogeneous'));
});

test('G3 of 2010 was carcinoma by definition, and that is said', () => {
  const codes = gradeTumour({ ki67: [ki67('30%')], mitoses: [] }, y2010).statements.map(({ code }) => code);
  assert.ok(codes.includes('editionG3WasNec'));
  const now = gradeTumour({ ki67: [ki67('30%')], mitoses: [] }, today).statements.map(({ code }) => code);
  assert.ok(!now.includes('editionG3WasNec'));
});

test('the grade is the higher of the two indices, and more knowledge never widens it', () => {
  const value = fc.double({ min: 0, max: 100, noNaN: true });
  const exact = (n: number): NumericRange => ({
    low: n,
    high: n,
    lowOpen: false,
    highOpen: false,
    printed: `${n}`,
  });
  const alone = (n: number, limits: 'ki67Percent' | 'mitosesPer2mm2'): Grade =>
    gradeOfValue(today.scheme[limits], n).lowest;
  fc.assert(
    fc.property(value, value, (percent, count) => {
      const one = { status: 'counted', percent: exact(percent) } as const;
      const other = { status: 'counted', printed: 'x', count: exact(count), per: { areaMm2: 2 } } as const;
      const both = gradeTumour({ ki67: [one], mitoses: [other] }, today);
      assert.equal(both.grade, higherGrade(alone(percent, 'ki67Percent'), alone(count, 'mitosesPer2mm2')));
      for (const less of [
        { ki67: [one], mitoses: [] },
        { ki67: [], mitoses: [other] },
      ]) {
        const bounds = gradeTumour(less, today);
        assert.ok(grades.indexOf(bounds.lowest) <= grades.indexOf(both.lowest));
        assert.ok(grades.indexOf(bounds.highest) >= grades.indexOf(both.highest));
      }
    }),
  );
});

test('areas from fields and diameter', () => {
  assert.equal(countedAreaMm2({ areaMm2: 10 }), 10);
  assert.equal(countedAreaMm2({ highPowerFields: 10 }), undefined);
  assert.equal(countedAreaMm2({ highPowerFields: 10, fieldAreaMm2: 0.2 }), 2);
  assert.equal(countedAreaMm2({ highPowerFields: 10, fieldDiameterMm: 0.5 }), 2, 'by definition of WHO 2019');
  // pi * 0.275^2 * 10 = 2.3758 mm2
  assert.ok(Math.abs((countedAreaMm2({ highPowerFields: 10, fieldDiameterMm: 0.55 }) ?? 0) - 2.3758) < 1e-4);
});

test('counts are brought to 2 mm2; an unknown area stays unknown unless the convention is invoked', () => {
  const limits = today.scheme.mitosesPer2mm2;
  const per = (area: MitosesObservation['per'], count: string) =>
    ({ status: 'counted', printed: count, count: range(count), per: area }) as MitosesObservation;
  // 30 mitoses over 10 mm2 are 6 per 2 mm2
  assert.equal(readMitoses(per({ areaMm2: 10 }, '30'), limits).per2mm2?.low, 6);
  const unknown = readMitoses(per({ highPowerFields: 10 }, '25'), limits);
  assert.deepEqual([unknown.bounds, unknown.statements[0]?.code], [null, 'mitosesAreaUnknown']);
  const invoked = readMitoses(per({ highPowerFields: 10 }, '25'), limits, 'tenFieldsAre2mm2');
  assert.deepEqual([invoked.bounds?.lowest, invoked.statements[0]?.code], ['G3', 'mitosesAreaAssumed']);
  // more than two mitoses per single field is more than 20 per 2 mm2 under the convention
  const perField = readMitoses(per({ highPowerFields: 1 }, '>2'), limits, 'tenFieldsAre2mm2');
  assert.deepEqual(perField.bounds, { lowest: 'G3', highest: 'G3' });
  assert.ok(
    readMitoses(per({ areaMm2: 1 }, '1'), limits).statements.some(({ code }) => code === 'mitosesAreaSmall'),
  );
});

test('words: none seen is zero, any other word bounds nothing', () => {
  const limits = today.scheme.mitosesPer2mm2;
  const word = (printed: string, gradePrinted?: Grade) =>
    readMitoses(
      { status: 'counted', printed, ...(gradePrinted === undefined ? {} : { gradePrinted }) },
      limits,
    );
  for (const none of [
    'no mitosis identified',
    'None',
    'no mitoses',
    'mitoses: absent',
    'No definite mitosis seen',
  ]) {
    assert.deepEqual(word(none).bounds, { lowest: 'G1', highest: 'G1' }, none);
  }
  for (const vague of ['rare', 'rare mitoses', 'low', 'brisk', 'occasional', 'not counted', 'no data']) {
    assert.deepEqual([word(vague).bounds, word(vague).statements[0]?.code], [null, 'mitosesWord'], vague);
  }
  assert.deepEqual(word('low', 'G2').bounds, { lowest: 'G2', highest: 'G2' });
});

test('the edition in force by site and day', () => {
  const cases: readonly (readonly [
    Parameters<typeof editionInForce>[0],
    number | undefined,
    string | null,
  ])[] = [
    ['pancreas', dayOf(2009), 'who2000Digestive'],
    ['pancreas', dayOf(2012), 'who2010Digestive'],
    ['pancreas', dayOf(2018), 'who2017Pancreas'],
    ['smallIntestine', dayOf(2018), 'who2010Digestive'],
    ['smallIntestine', dayOf(2020), 'who2019Digestive'],
    ['colon', dayOf(2023), 'who2022Neuroendocrine'],
    ['pancreas', undefined, 'who2022Neuroendocrine'],
    ['lung', dayOf(2017), 'who2015Thoracic'],
    ['lung', undefined, 'who2021Thoracic'],
    ['unknown', dayOf(2012), 'who2010Digestive'],
    ['breast', undefined, null],
    ['pancreas', dayOf(1990), null],
  ];
  for (const [site, day, expected] of cases) {
    assert.equal(editionInForce(site, day).edition?.id ?? null, expected, `${site} ${day}`);
  }
  assert.deepEqual(
    editionInForce('stomach', dayOf(2018)).alternatives.map(({ id }) => id),
    ['who2017Pancreas'],
  );
  const first = editionInForce('rectum', dayOf(2019));
  assert.deepEqual([first.edition?.id, first.alternatives[0]?.id], ['who2019Digestive', 'who2010Digestive']);
});
