/** Counts beyond their whole, values outside their domain, limits and landmarks in the wrong order; one small study a rule. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrintedResults, PrintedValue } from '../printed/index.ts';
import { auditStudy } from './audit-library.ts';
import {
  groupsOf,
  median,
  patients,
  place,
  responsePValue,
  responses,
  studyOf,
} from './printed-study.fixture.ts';

const all = groupsOf('all');
const two = groupsOf('all', 'a<all', 'b<all');

type Counted = 'completeResponse' | 'partialResponse' | 'stableDisease' | 'progressiveDisease';
const count = (
  what: Counted | 'objectiveResponse' | 'diseaseControl',
  value: number,
  group = 'all',
): PrintedValue => ({ group, what, value: String(value), as: 'count', place });
const events = (value: number): PrintedValue => ({
  group: 'all',
  what: 'toxicity',
  term: 'nausea',
  value: String(value),
  as: 'count',
  place,
});
const evaluable = (value: number): PrintedValue => ({
  group: 'all',
  what: 'evaluable',
  value: String(value),
  as: 'count',
  place,
});
const hazard = (value: string, interval: string): PrintedValue => ({
  group: 'all',
  what: 'hazardRatio',
  of: 'overallSurvival',
  between: [],
  value,
  interval,
  intervalLabel: '95% CI',
  as: 'ratio',
  place,
});
const curve = (
  what: 'overallSurvival' | 'progressionFreeSurvival',
  value: string,
  at: string,
): PrintedValue => ({ group: 'all', what, value, as: 'curvePercent', unit: 'months', at, place });
const interval = (value: string, printed: string): PrintedValue => ({
  group: 'all',
  what: 'objectiveResponse',
  value,
  as: 'percent',
  interval: printed,
  intervalLabel: '95% CI',
  place,
});
const survival = (value: string, limits: string, unit: 'weeks' | 'years'): PrintedValue => ({
  group: 'all',
  what: 'overallSurvival',
  value,
  as: 'median',
  unit,
  interval: limits,
  intervalLabel: '95% CI',
  place,
});
const categories = (cr: number, pr: number, sd: number, pd: number): PrintedValue[] => [
  count('completeResponse', cr),
  count('partialResponse', pr),
  count('stableDisease', sd),
  count('progressiveDisease', pd),
];
const arms: readonly PrintedValue[] = [
  patients('all', 78),
  patients('a', 40),
  patients('b', 38),
  count('objectiveResponse', 20, 'a'),
  count('objectiveResponse', 10, 'b'),
];

/** What is printed, and the findings of print that is at fault, as `check outcome`. */
const rules: readonly (readonly [
  string,
  PrintedResults['groups'],
  readonly PrintedValue[],
  readonly string[],
])[] = [
  ['categories of 20', all, [patients('all', 20), ...categories(2, 8, 7, 3)], []],
  ['23 of 20', all, [patients('all', 20), ...categories(2, 8, 7, 6)], ['sum conflicting']],
  [
    'a response of 22 of 20',
    all,
    [patients('all', 20), count('partialResponse', 22)],
    ['partition impossible'],
  ],
  ['toxicity of 22 of 20', all, [patients('all', 20), events(22)], ['partition impossible']],
  ['toxicity of 20 of 20', all, [patients('all', 20), events(20)], []],
  ['23 evaluable of 20', all, [patients('all', 20), evaluable(23)], ['partition impossible']],
  ['a part of 25 in 20', two, [patients('all', 20), patients('a', 25)], ['partition impossible']],
  [
    'parts that make up the whole, with more responders',
    two,
    [
      patients('all', 20),
      patients('a', 10),
      patients('b', 10),
      count('objectiveResponse', 8),
      count('objectiveResponse', 5, 'a'),
      count('objectiveResponse', 5, 'b'),
    ],
    ['subgroupAgainstTotal conflicting'],
  ],
  [
    'responses and stable disease of more patients than there are',
    all,
    [patients('all', 10), count('objectiveResponse', 5), count('stableDisease', 6)],
    ['sum conflicting'],
  ],
  [
    'responses and stable disease of all patients',
    all,
    [patients('all', 11), count('objectiveResponse', 5), count('stableDisease', 6)],
    [],
  ],
  [
    'responses and stable disease of 10 patients, of whom 12 are printed elsewhere',
    all,
    [patients('all', 12), evaluable(10), count('objectiveResponse', 5), count('stableDisease', 6)],
    [],
  ],
  [
    'every category, and one patient in none',
    all,
    [
      patients('all', 20),
      ...categories(2, 8, 5, 3),
      { group: 'all', what: 'notEvaluable', value: '1', as: 'count', place },
    ],
    ['sum conflicting'],
  ],
  [
    'control without short stable disease',
    all,
    [
      patients('all', 20),
      count('objectiveResponse', 5),
      count('diseaseControl', 9),
      count('progressiveDisease', 11),
    ],
    [],
  ],
  [
    'more in control than progression leaves',
    all,
    [patients('all', 20), count('diseaseControl', 9), count('progressiveDisease', 12)],
    ['sum conflicting'],
  ],
  [
    'percentages and counts together',
    all,
    [patients('all', 20), ...responses('all', { PR: '40' }), count('objectiveResponse', 7)],
    ['sum conflicting'],
  ],
  [
    'complete responses are no patients without a category',
    all,
    [patients('all', 10), ...responses('all', { CR: '10', PR: '30', SD: '60' })],
    [],
  ],
  [
    'complete and partial responses and stable disease of more than all',
    all,
    [patients('all', 7), ...responses('all', { CR: '100', PR: '14', SD: '14' })],
    ['sum conflicting'],
  ],
  ['disease control, right', all, responses('all', { RR: '45', SD: '30', DCR: '75' }), []],
  ['disease control, wrong', all, responses('all', { RR: '25', SD: '30', DCR: '65' }), ['sum conflicting']],
  [
    'disease control below response',
    all,
    [count('objectiveResponse', 20), count('diseaseControl', 16)],
    ['sum conflicting'],
  ],
  ['a p above 1', two, [responsePValue('1.4')], ['pValue impossible']],
  ['a p of nothing', two, [responsePValue('0.000')], ['pValue conflicting']],
  ['a p of 1', two, [responsePValue('1.0')], []],
  ['a p of two shares', two, [...arms, responsePValue('0.2')], ['pValue conflicting']],
  [
    'the same of a model',
    two,
    [...arms, responsePValue('0.2', '=', 'multivariable logistic regression')],
    [],
  ],
  ['a ratio outside its interval', all, [hazard('0.71', '0.40–0.65')], ['medianAndRange impossible']],
  ['a ratio in its interval', all, [hazard('0.51', '0.40–0.65')], []],
  ['limits reversed', all, [median('all', 'overallSurvival', '14', '40-2')], ['medianAndRange impossible']],
  [
    'OS of 20 weeks, PFS of 11 months',
    all,
    [survival('20', '10–30', 'weeks'), median('all', 'progressionFreeSurvival', '11', '8–15', '95% CI')],
    ['timeOrder conflicting'],
  ],
  [
    'OS of 2 years, PFS of 24 months',
    all,
    [survival('2', '1–3', 'years'), median('all', 'progressionFreeSurvival', '24', '18–35', '95% CI')],
    [],
  ],
  [
    'a curve that falls',
    all,
    [curve('overallSurvival', '72', '6 months'), curve('overallSurvival', '60', '1 year')],
    [],
  ],
  [
    'a curve that rises',
    all,
    [curve('overallSurvival', '60', '6 months'), curve('overallSurvival', '72', '1 year')],
    ['timeOrder conflicting'],
  ],
  [
    'PFS above OS at 12 months',
    all,
    [curve('overallSurvival', '40', '12 months'), curve('progressionFreeSurvival', '55', '1 year')],
    ['timeOrder conflicting'],
  ],
  ['Agresti and Coull, 9 of 20', all, [patients('all', 20), interval('45', '25.8–65.8')], []],
  ['Jeffreys, 9 of 20', all, [patients('all', 20), interval('45', '25.1–66.2')], []],
];

const faults = ['impossible', 'truncated', 'conflicting'];

for (const [words, groups, values, expected] of rules)
  test(words, () => {
    const { findings } = auditStudy(studyOf({ groups, values: [...values] }));
    const found = findings.filter(
      ({ outcome, check }) => faults.includes(outcome) || check === 'unaccounted',
    );
    assert.deepEqual(
      found.map(({ check, outcome }) => `${check} ${outcome}`).toSorted(),
      [...expected].toSorted(),
      found.map(({ id, recomputed }) => `${id}: ${recomputed}`).join('\n'),
    );
  });
