/**
 * Adverse events by grade, and landmarks against medians and intervals: for each rule a study that breaks it, and studies that come
 * near and are right.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrintedValue } from '../printed/index.ts';
import { auditStudy } from './audit-library.ts';
import { groupsOf, median, patients, place, studyOf } from './printed-study.fixture.ts';
import { isGradesWithin, readGrades } from './toxicity-grades.ts';

const text = { ...place, section: 'Text' } as const;

const event = (
  grades: string | undefined,
  value: string,
  as: 'percent' | 'count' = 'percent',
  at: PrintedValue['place'] = place,
  term = 'neutropenia',
): PrintedValue => ({
  group: 'all',
  what: 'toxicity',
  term,
  value,
  as,
  place: at,
  ...(grades === undefined ? {} : { grades }),
});

const rate = (
  value: string,
  at: string,
  what: 'overallSurvival' | 'progressionFreeSurvival' = 'overallSurvival',
  interval?: string,
): PrintedValue => ({
  group: 'all',
  what,
  value,
  as: 'curvePercent',
  unit: 'months',
  at,
  place,
  ...(interval === undefined ? {} : { interval, intervalLabel: '95% CI' }),
});

/** What is printed, and the findings of the checks of grades and landmarks as `check outcome certainty`. */
const rules: readonly (readonly [string, readonly PrintedValue[], readonly string[]])[] = [
  [
    'grade 3–4 above all grades',
    [event('3–4', '40'), event('any', '30')],
    ['toxicityGrades conflicting certain'],
  ],
  ['grade 3–4 as often as all grades', [event('3–4', '30'), event('any', '30')], []],
  ['grade 3–4 below all grades', [event('3–4', '20'), event('any', '30')], []],
  [
    'grade 3–5 above all grades',
    [event('3-5', '31'), event('all grades', '30')],
    ['toxicityGrades conflicting certain'],
  ],
  [
    'grade 4 above grade 3 or more',
    [event('4', '12'), event('≥3', '10')],
    ['toxicityGrades conflicting certain'],
  ],
  ['grade 3–4 above grade 1–2: other patients', [event('3–4', '64'), event('1–2', '53')], []],
  ['grade 4 above grade 3: other patients', [event('4', '11'), event('3', '5')], []],
  ['grade 2–3 above grade 3–4: neither holds the other', [event('2–3', '40'), event('3–4', '30')], []],
  ['rounded to other decimals', [event('3–4', '33.3'), event('any', '33')], []],
  ['33.4 is no 33 rounded, and is below', [event('3–4', '33.4'), event('any', '33')], []],
  ['33.6 is 33 cut off', [event('3–4', '33.6'), event('any', '33')], ['toxicityGrades truncated likely']],
  [
    '34.0 may be 33.96, and 33 the same cut off',
    [event('3–4', '34.0'), event('any', '33')],
    ['toxicityGrades truncated likely'],
  ],
  ['34.1 is above 33', [event('3–4', '34.1'), event('any', '33')], ['toxicityGrades conflicting certain']],
  [
    'no grade printed beside a lower one',
    [event('3–4', '40'), event(undefined, '30')],
    ['toxicityGrades conflicting likely'],
  ],
  [
    'no grade printed in another part of the paper',
    [event('3–4', '40'), event(undefined, '30', 'percent', text)],
    [],
  ],
  ['another event', [event('3–4', '40'), event('any', '30', 'percent', place, 'anemia')], []],
  ['counts', [event('≥3', '5', 'count'), event('any', '4', 'count')], ['toxicityGrades conflicting certain']],
  [
    'a count above a percentage',
    [patients('all', 20), event('≥3', '5', 'count'), event('any', '20')],
    ['toxicityGrades conflicting certain'],
  ],
  ['a count equal to a percentage', [patients('all', 20), event('≥3', '5', 'count'), event('any', '25')], []],
  [
    'percentages of two numbers of patients in two parts of the paper',
    [
      patients('all', 20),
      { group: 'all', what: 'evaluable', value: '18', as: 'count', place },
      event('3–4', '89', 'percent', text),
      event('any', '85'),
    ],
    [],
  ],
  [
    'a note says that a reading is open',
    [{ ...event('3–4', '40'), note: 'The grade stands before anemia' }, event('any', '30')],
    [],
  ],

  ['no grade printed beside a mild one', [event('1–2', '40'), event(undefined, '30')], []],
  [
    'any event without a grade',
    [event('3–4', '40'), event(undefined, '30', 'percent', place, 'any toxicity')],
    [],
  ],
  [
    'one kind of event above any event',
    [event('3–4', '30', 'percent', place, 'anemia'), event('3–4', '23', 'percent', place, 'any toxicity')],
    ['toxicityGrades conflicting certain'],
  ],
  [
    'one kind of event below any event',
    [event('3–4', '20', 'percent', place, 'anemia'), event('3–4', '23', 'percent', place, 'any toxicity')],
    [],
  ],
  [
    'any event of other grades',
    [event('2', '63', 'percent', place, 'anemia'), event('3', '25', 'percent', place, 'any adverse event')],
    [],
  ],
  [
    'patients without any event, and how treatment ended',
    [
      event('3–4', '60', 'percent', place, 'no severe side effects'),
      event('3–4', '60', 'percent', place, 'discontinuation'),
      event('3–4', '23', 'percent', place, 'any toxicity'),
    ],
    [],
  ],
  [
    'a share of a curve outside its interval',
    [rate('45', '12 months', 'overallSurvival', '47–63')],
    ['medianAndRange impossible certain'],
  ],
  ['a share of a curve in its interval', [rate('55', '12 months', 'overallSurvival', '47–63')], []],

  [
    'half alive at 14 months, a third at a year',
    [median('all', 'overallSurvival', '14.2'), rate('35', '1 year')],
    ['landmark conflicting certain'],
  ],
  [
    'half alive at 8 months, most at a year',
    [median('all', 'overallSurvival', '8.0'), rate('65', '12 months')],
    ['landmark conflicting certain'],
  ],
  ['a median beyond the landmark', [median('all', 'overallSurvival', '14.2'), rate('58', '1 year')], []],
  [
    'a median at the landmark',
    [median('all', 'overallSurvival', '12'), rate('48', '1 year'), rate('30', '18 months')],
    [],
  ],
  ['a step at one half', [median('all', 'overallSurvival', '14.2'), rate('50', '1 year')], []],
  [
    'another quantity',
    [median('all', 'overallSurvival', '14.2'), rate('35', '1 year', 'progressionFreeSurvival')],
    [],
  ],
  [
    'a median not reached',
    [median('all', 'overallSurvival', 'NR'), rate('41', '2 years')],
    ['landmark conflicting certain'],
  ],
  [
    'a median not reached, and most alive',
    [median('all', 'overallSurvival', 'NR'), rate('61', '2 years')],
    [],
  ],
  ['weeks against months', [median('all', 'overallSurvival', '12.5'), rate('47', '52 weeks')], []],
  [
    'weeks against months, far apart',
    [median('all', 'overallSurvival', '16.5'), rate('47', '52 weeks')],
    ['landmark conflicting likely'],
  ],
];

const checks = ['toxicityGrades', 'landmark', 'medianAndRange'];

for (const [words, values, expected] of rules)
  test(words, () => {
    const { findings } = auditStudy(studyOf({ groups: groupsOf('all'), values: [...values] }));
    const found = findings.filter(({ check }) => checks.includes(check));
    assert.deepEqual(
      found.map(({ check, outcome, certainty }) => `${check} ${outcome} ${certainty}`).toSorted(),
      [...expected].toSorted(),
      found.map(({ id, recomputed }) => `${id}: ${recomputed}`).join('\n'),
    );
  });

/** Medians in months with shares at a landmark of published trials, as printed there. */
const published: readonly (readonly [string, string, string, string])[] = [
  ['NETTER-1, PFS, lutetium (N Engl J Med 2017;376:125)', 'NR', '65.2', '20 months'],
  ['NETTER-1, PFS, octreotide (N Engl J Med 2017;376:125)', '8.4', '10.8', '20 months'],
  ['RADIANT-3, PFS, everolimus (N Engl J Med 2011;364:514)', '11.0', '34', '18 months'],
  ['RADIANT-3, PFS, placebo (N Engl J Med 2011;364:514)', '4.6', '9', '18 months'],
  ['IMpower133, OS, atezolizumab (N Engl J Med 2018;379:2220)', '12.3', '51.7', '1 year'],
  ['IMpower133, OS, placebo (N Engl J Med 2018;379:2220)', '10.3', '38.2', '1 year'],
  ['CLARINET, PFS, lanreotide (N Engl J Med 2014;371:224)', 'NR', '65.1', '24 months'],
  ['CLARINET, PFS, placebo (N Engl J Med 2014;371:224)', '18.0', '33.0', '24 months'],
];

for (const [words, time, share, at] of published)
  test(`nothing is found in ${words}`, () => {
    const { findings } = auditStudy(
      studyOf({ groups: groupsOf('all'), values: [median('all', 'overallSurvival', time), rate(share, at)] }),
    );
    assert.deepEqual(
      findings
        .filter(({ check }) => checks.includes(check))
        .map(({ id, recomputed }) => `${id}: ${recomputed}`),
      [],
    );
  });

test('grades as papers print them', () => {
  for (const [printed, grades] of [
    ['3–4', [3, 4]],
    ['3-5', [3, 4, 5]],
    ['grade 3/4', [3, 4]],
    ['3 or 4', [3, 4]],
    ['3, 4 and 5', [3, 4, 5]],
    ['III-IV', [3, 4]],
    ['3 to 4', [3, 4]],
    ['≥3', [3, 4, 5]],
    ['>= 3', [3, 4, 5]],
    ['3 or more', [3, 4, 5]],
    ['2 or higher', [2, 3, 4, 5]],
    ['3+', [3, 4, 5]],
    ['>2', [3, 4, 5]],
    ['≤2', [1, 2]],
    ['<3', [1, 2]],
    ['any grade', [1, 2, 3, 4, 5]],
    ['All', [1, 2, 3, 4, 5]],
    ['1', [1]],
    ['6', undefined],
    ['4-3', undefined],
    ['severe', undefined],
    ['', undefined],
  ] as const) {
    const read = readGrades(printed);
    assert.deepEqual(read === undefined ? undefined : [...read].toSorted((a, b) => a - b), grades, printed);
  }
  const set = (words: string) => readGrades(words) ?? new Set<number>();
  assert.equal(isGradesWithin(set('3–4'), set('≥3')), true);
  assert.equal(isGradesWithin(set('≥3'), set('1–4')), false);
  assert.equal(isGradesWithin(set('3'), set('3')), false);
});
