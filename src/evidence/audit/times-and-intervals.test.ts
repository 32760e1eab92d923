/** Checks on times, their ranges and intervals, and on p values. */
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

type Groups = PrintedResults['groups'];
const all = groupsOf('all');
const arms = groupsOf('all', 'a<all', 'b<all');

const share = (value: string, interval: string): PrintedValue => ({
  group: 'all',
  what: 'objectiveResponse',
  value,
  as: 'percent',
  interval,
  intervalLabel: '95% CI',
  place,
});

const risk = (what: 'hazardRatio' | 'riskReduction', value: string): PrintedValue => ({
  group: 'all',
  what,
  of: 'progression',
  between: [],
  value,
  as: what === 'hazardRatio' ? 'ratio' : 'percent',
  place,
});

const rules: readonly (readonly [string, Groups, readonly PrintedValue[], readonly string[]])[] = [
  [
    'shortest PFS above shortest OS',
    all,
    [
      median('all', 'overallSurvival', '11.7', '0.6–34.5'),
      median('all', 'progressionFreeSurvival', '3.7', '1.2–12.0'),
    ],
    ['timeOrder conflicting'],
  ],
  [
    'ranges in order',
    all,
    [
      median('all', 'overallSurvival', '11.7', '1.2–34.5'),
      median('all', 'progressionFreeSurvival', '3.7', '0.6–12.0'),
    ],
    [],
  ],
  [
    'a median beyond its range',
    all,
    [median('all', 'overallSurvival', '40', '3–30')],
    ['medianAndRange impossible'],
  ],
  [
    'a median at the longest time',
    all,
    [median('all', 'overallSurvival', '40', '3–40+')],
    ['medianAndRange conflicting'],
  ],
  ['a median far below the longest time', all, [median('all', 'overallSurvival', '5', '1–44+')], []],
  [
    'a whole whose median is above both parts',
    arms,
    [
      patients('all', 20),
      ...(['a', 'b'] as const).map(
        (term): PrintedValue => ({
          group: 'all',
          what: 'part',
          scheme: 'entity',
          term,
          partition: true,
          value: '10',
          as: 'count',
          place,
        }),
      ),
      median('all', 'overallSurvival', '20', '1–40'),
      median('a', 'overallSurvival', '10', '1–40'),
      median('b', 'overallSurvival', '15', '1–40'),
    ],
    ['subgroupAgainstTotal conflicting'],
  ],
  [
    'a part that reaches beyond the whole',
    arms,
    [median('all', 'overallSurvival', '20', '2–40'), median('a', 'overallSurvival', '10', '1–30')],
    ['subgroupAgainstTotal impossible'],
  ],
  [
    'a part within the whole, still running',
    arms,
    [median('all', 'overallSurvival', '32', '1–44+'), median('a', 'overallSurvival', '5', '1–44+')],
    [],
  ],
  [
    'a confidence interval in a column for ranges',
    all,
    [patients('all', 78), median('all', 'overallSurvival', '14.5', '9.5–18.5')],
    ['intervalAsRange conflicting'],
  ],
  [
    'a limit that could not be estimated in a column for ranges',
    all,
    [patients('all', 18), median('all', 'overallSurvival', '11.4', '8.9 months–NE')],
    ['intervalAsRange conflicting'],
  ],
  [
    'a range of 78 patients',
    all,
    [patients('all', 78), median('all', 'overallSurvival', '14.5', '0.5–60')],
    [],
  ],
  [
    'the textbook interval of 7 of 17',
    all,
    [patients('all', 17), share('41.2', '17.80–64.60')],
    ['intervalMethod unsupported'],
  ],
  ['the exact interval of 7 of 17', all, [patients('all', 17), share('41.2', '18.4–67.1')], []],
  [
    'medians whose intervals are all symmetric',
    all,
    [
      median('all', 'progressionFreeSurvival', '2.2', '1.29–3.20', '95% CI'),
      median('all', 'overallSurvival', '9.1', '2.10–16.11', '95% CI'),
    ],
    ['intervalMethod undescribed', 'intervalMethod undescribed'],
  ],
  [
    'an interval of a median as curves give it',
    all,
    [median('all', 'progressionFreeSurvival', '2.2', '1.9–6.3', '95% CI')],
    [],
  ],
  [
    'a table without intervals',
    all,
    [median('all', 'overallSurvival', '9.9'), median('all', 'progressionFreeSurvival', '4.5', 'NA')],
    ['missingInterval undescribed'],
  ],
  [
    'a p value that Fisher gives',
    arms,
    [
      patients('a', 20),
      patients('b', 20),
      ...responses('a', { RR: '50' }),
      ...responses('b', { RR: '10' }),
      responsePValue('.014'),
    ],
    [],
  ],
  [
    'a p value that no test gives',
    arms,
    [
      patients('a', 20),
      patients('b', 20),
      ...responses('a', { RR: '50' }),
      ...responses('b', { RR: '10' }),
      responsePValue('.3'),
    ],
    ['pValue conflicting'],
  ],
  ['a value in the dress of a bound', arms, [responsePValue('.0148', '<')], ['pValue conflicting']],
  ['a bound', arms, [responsePValue('.001', '<')], []],
  [
    '79% less risk is a hazard ratio of 0.21',
    all,
    [risk('hazardRatio', '0.21'), risk('riskReduction', '79')],
    [],
  ],
  [
    '79% less risk is no hazard ratio of 0.31',
    all,
    [risk('hazardRatio', '0.31'), risk('riskReduction', '79')],
    ['riskReduction conflicting'],
  ],
];

for (const [words, groups, values, expected] of rules)
  test(words, () => {
    const { findings } = auditStudy(studyOf({ groups, values: [...values] }));
    assert.deepEqual(
      findings.map(({ check, outcome }) => `${check} ${outcome}`).toSorted(),
      [...expected].toSorted(),
      findings.map(({ id, recomputed }) => `${id}: ${recomputed}`).join('\n'),
    );
  });
