/**
 * Averages against their ranges, their whole sums and single patients, ratios against interval and p value: for each rule a study
 * that breaks it, and studies that come near and are right.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrintedResults, PrintedValue } from '../printed/index.ts';
import { auditStudy } from './audit-library.ts';
import { groupsOf, patients, place, studyOf } from './printed-study.fixture.ts';

type Label = 'range' | '95% CI' | 'interquartileRange' | 'standardDeviation';
const average = (
  term: string,
  as: 'median' | 'mean',
  value: string,
  interval?: string,
  intervalLabel?: Label,
  unit?: string,
): PrintedValue => ({
  group: 'all',
  what: 'baseline',
  term,
  as,
  value,
  place,
  ...(unit === undefined ? {} : { unit }),
  ...(interval === undefined ? {} : { interval }),
  ...(intervalLabel === undefined ? {} : { intervalLabel }),
});

const ratio = (
  value: string,
  interval: string,
  what: 'hazardRatio' | 'oddsRatio' | 'riskRatio' = 'hazardRatio',
  intervalLabel?: '95% CI' | '90% CI',
): PrintedValue => ({
  group: 'all',
  what,
  of: 'overall survival',
  between: ['a', 'b'],
  value,
  interval,
  as: 'ratio',
  place,
  ...(intervalLabel === undefined ? {} : { intervalLabel }),
});
const hazard = (value: string, interval: string): PrintedValue =>
  ratio(value, interval, 'hazardRatio', '95% CI');
const p = (
  value: string,
  testName?: string,
  relation: '=' | '<' | '>' = '=',
  of = 'overall survival',
): PrintedValue => ({
  group: 'all',
  what: 'pValue',
  of,
  between: ['b', 'a'],
  relation,
  value,
  as: 'p',
  place,
  ...(testName === undefined ? {} : { test: testName }),
});

const all = groupsOf('all');
const arms = groupsOf('all', 'a<all', 'b<all');

/** What is printed, and the findings of the checks of averages and ratios as `check outcome certainty`. */
const rules: readonly (readonly [string, readonly PrintedValue[], readonly string[]])[] = [
  [
    'an age beyond its range',
    [average('age', 'median', '65', '20–64', 'range', 'years')],
    ['medianAndRange impossible certain'],
  ],
  ['an age in its range', [average('age', 'median', '59', '46–81', 'range', 'years')], []],
  ['an age at the end of its range', [average('age', 'median', '46', '46–81', 'range', 'years')], []],
  [
    'Ki-67 beyond its range',
    [average('Ki-67', 'median', '12', '20%–90%', 'range', '%')],
    ['medianAndRange impossible certain'],
  ],
  ['Ki-67 with another number of decimals', [average('Ki-67', 'median', '20', '20.4–90', 'range', '%')], []],
  [
    'a size with its unit',
    [average('size', 'mean', '5.1', '1.2–4.8 cm', 'range', 'cm')],
    ['medianAndRange impossible certain'],
  ],
  ['a mean with its deviation', [average('age', 'mean', '59', '8–12', 'standardDeviation', 'years')], []],
  [
    'a skewed mean beyond the quartiles',
    [average('chromogranin A', 'mean', '900', '80–600', 'interquartileRange')],
    [],
  ],
  [
    'a median beyond the quartiles',
    [average('chromogranin A', 'median', '900', '80–600', 'interquartileRange')],
    ['medianAndRange impossible certain'],
  ],
  [
    'a mean beyond two numbers of no label',
    [average('size', 'mean', '9', '1–8')],
    ['medianAndRange impossible possible'],
  ],
  ['two patients, ages rounded', [patients('all', 2), average('age', 'median', '60', '50–71', 'range')], []],
  [
    'two patients, in the middle',
    [patients('all', 2), average('age', 'median', '60.5', '50–71', 'range')],
    [],
  ],
  [
    'two patients, not in the middle',
    [patients('all', 2), average('age', 'mean', '63', '50–71', 'range')],
    ['medianAndRange impossible certain'],
  ],
  ['three patients', [patients('all', 3), average('age', 'median', '63', '50–71', 'range')], []],

  [
    'a mean that no sum of 20 gives',
    [patients('all', 20), average('cycles', 'mean', '3.48', undefined, undefined, 'cycles')],
    ['wholeNumbers impossible likely'],
  ],
  [
    'a mean that a sum of 20 gives',
    [patients('all', 20), average('cycles', 'mean', '3.45', undefined, undefined, 'cycles')],
    [],
  ],
  [
    'a mean that a sum of 21 gives cut off',
    [patients('all', 21), average('number of lesions', 'mean', '3.66')],
    ['wholeNumbers truncated likely'],
  ],
  [
    'a mean of ages',
    [patients('all', 20), average('age', 'mean', '61.48', undefined, undefined, 'years')],
    [],
  ],
  ['a mean of too few decimals', [patients('all', 20), average('number of lesions', 'mean', '3.5')], []],
  [
    'a median between whole numbers',
    [patients('all', 20), average('number of cycles', 'median', '4.2')],
    ['wholeNumbers impossible certain'],
  ],
  ['a median at a half', [patients('all', 20), average('number of cycles', 'median', '4.5')], []],
  [
    'a median at a half of an odd number',
    [patients('all', 21), average('number of cycles', 'median', '4.5')],
    ['wholeNumbers impossible likely'],
  ],
  [
    'a median of an age',
    [patients('all', 21), average('age', 'median', '61.2', undefined, undefined, 'years')],
    [],
  ],

  ['a ratio outside its interval', [hazard('0.71', '0.40–0.65')], ['medianAndRange impossible certain']],
  ['a ratio within its interval by rounding', [hazard('0.5', '0.46–0.49')], []],
  ['interval and p agree', [hazard('0.70', '0.50–0.98'), p('0.038')], []],
  [
    'an interval that leaves out 1 beside p = .20',
    [hazard('0.70', '0.50–0.98'), p('0.20')],
    ['ratio conflicting likely'],
  ],
  [
    'an interval that holds 1 beside p < .05',
    [hazard('0.80', '0.58–1.10'), p('0.05', undefined, '<')],
    ['ratio conflicting likely'],
  ],
  [
    'either side of 5%, no test named',
    [hazard('0.700', '0.493–0.995'), p('0.059')],
    ['ratio conflicting possible'],
  ],
  ['either side of 5%, log-rank', [hazard('0.700', '0.493–0.995'), p('0.059', 'log-rank')], []],
  ['a limit of 1.00', [hazard('0.70', '0.49–1.00'), p('0.05')], []],
  ['a p ten times too small', [hazard('0.70', '0.50–0.98'), p('0.003')], ['ratio conflicting possible']],
  ['irreconcilable', [hazard('0.50', '0.35–0.71'), p('0.8')], ['ratio conflicting certain']],
  [
    'of another quantity',
    [hazard('0.50', '0.35–0.71'), p('0.8', undefined, '=', 'progression-free survival')],
    [],
  ],
  ['of an interaction', [hazard('0.50', '0.35–0.71'), p('0.8', 'test of interaction')], []],
  ['two p values, one that fits', [hazard('0.50', '0.35–0.71'), p('0.8'), p('0.001', undefined, '<')], []],
  ['a 90% interval', [ratio('0.800', '0.640–1.000', 'hazardRatio', '90% CI'), p('0.10')], []],
  ['an interval of no level', [ratio('0.50', '0.35–0.71'), p('0.8')], ['ratio conflicting likely']],
  ['a limit with a wrong digit', [hazard('0.70', '0.20–0.98')], ['ratio conflicting possible']],
  ['the same of an exact odds ratio', [ratio('0.70', '0.20–0.98', 'oddsRatio', '95% CI')], []],
  ['NETTER-1', [hazard('0.21', '0.13–0.33'), p('0.001', undefined, '<')], []],
];

const checks = ['medianAndRange', 'wholeNumbers', 'ratio'];

for (const [words, values, expected] of rules)
  test(words, () => {
    const groups: PrintedResults['groups'] = values.some((value) => 'between' in value) ? arms : all;
    const { findings } = auditStudy(studyOf({ groups, values: [...values] }));
    const found = findings.filter(({ check }) => checks.includes(check));
    assert.deepEqual(
      found.map(({ check, outcome, certainty }) => `${check} ${outcome} ${certainty}`).toSorted(),
      [...expected].toSorted(),
      found.map(({ id, recomputed }) => `${id}: ${recomputed}`).join('\n'),
    );
  });

const single = (group: string, value: string): PrintedValue => ({
  group,
  what: 'baseline',
  term: 'age',
  value,
  as: 'value',
  unit: 'years',
  place,
});
const three = groupsOf('all', 'one<all', 'two<all', 'three<all');
const ages = [single('one', '46'), single('two', '59'), single('three', '81')];

for (const [words, values, expected] of [
  [
    'a range that single patients make up',
    [average('age', 'median', '59', '46–81', 'range', 'years'), ...ages],
    [],
  ],
  [
    'a range that leaves one patient out',
    [average('age', 'median', '59', '47–81', 'range', 'years'), ...ages],
    ['range of age'],
  ],
  [
    'a range that none of all patients reaches',
    [patients('all', 3), average('age', 'median', '59', '46–85', 'range', 'years'), ...ages],
    ['range of age'],
  ],
  [
    'a range that a patient who is not printed may reach',
    [patients('all', 4), average('age', 'median', '59', '46–85', 'range', 'years'), ...ages],
    [],
  ],
  ['in another unit', [average('age', 'median', '590', '560–610', 'range', 'months'), ...ages], []],
  [
    'their mean',
    [patients('all', 3), average('age', 'mean', '62.0', '46–81', 'range', 'years'), ...ages],
    [],
  ],
  [
    'not their mean',
    [patients('all', 3), average('age', 'mean', '65.0', '46–81', 'range', 'years'), ...ages],
    ['mean age'],
  ],
] as const)
  test(words, () => {
    const { findings } = auditStudy(studyOf({ groups: three, values: [...values] }));
    const found = findings.filter(
      ({ check, about }) => check === 'rowsAgainstTotal' && about !== 'median age',
    );
    assert.deepEqual(
      found.map(({ about }) => about),
      expected,
    );
  });

test('a gap that tests of the same patients have is explained', () => {
  const { explained } = auditStudy(
    studyOf({ groups: arms, values: [hazard('0.700', '0.493–0.995'), p('0.059', 'log-rank')] }),
  );
  assert.deepEqual(
    explained.map(({ check, about }) => `${check}: ${about}`),
    ['ratio: p of hazard ratio of overall survival (a v b)'],
  );
});

/** Ratios with 95% limits and p values of published trials, as printed there. */
const published: readonly (readonly [string, string, string, string, '=' | '<'])[] = [
  ['NETTER-1, PFS (N Engl J Med 2017;376:125)', '0.21', '0.13–0.33', '0.001', '<'],
  ['CLARINET, PFS (N Engl J Med 2014;371:224)', '0.47', '0.30–0.73', '0.001', '<'],
  ['RADIANT-3, PFS (N Engl J Med 2011;364:514)', '0.35', '0.27–0.45', '0.001', '<'],
  ['sunitinib, PFS (N Engl J Med 2011;364:501)', '0.42', '0.26–0.66', '0.001', '<'],
  ['sunitinib, OS (N Engl J Med 2011;364:501)', '0.41', '0.19–0.89', '0.02', '='],
  ['IMpower133, OS (N Engl J Med 2018;379:2220)', '0.70', '0.54–0.91', '0.007', '='],
  ['IMpower133, PFS (N Engl J Med 2018;379:2220)', '0.77', '0.62–0.96', '0.02', '='],
  ['KEYNOTE-010, OS, 2 mg/kg (Lancet 2016;387:1540)', '0.71', '0.58–0.88', '0.0008', '='],
  ['KEYNOTE-010, OS, 10 mg/kg (Lancet 2016;387:1540)', '0.61', '0.49–0.75', '0.0001', '<'],
  ['NETTER-2, PFS (Lancet 2024;403:2807)', '0.276', '0.182–0.418', '0.0001', '<'],
];

for (const [words, value, limits, chance, relation] of published)
  test(`nothing is found in ${words}`, () => {
    const { findings } = auditStudy(
      studyOf({ groups: arms, values: [hazard(value, limits), p(chance, undefined, relation)] }),
    );
    assert.deepEqual(
      findings.map(({ id, recomputed }) => `${id}: ${recomputed}`),
      [],
    );
  });
