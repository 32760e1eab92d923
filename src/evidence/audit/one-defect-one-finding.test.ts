/** What is one defect and what is none: cut-off values beside an impossible one, sizes of another source, doubles, mixed cells, p values of few splits. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrintedValue } from '../printed/index.ts';
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

const part = (term: string, value: string): PrintedValue => ({
  group: 'all',
  what: 'part',
  scheme: 'priorTherapy',
  term,
  partition: false,
  value,
  as: 'percent',
  place,
});

const laboratory = (value: string, lines: string): PrintedValue => ({
  group: 'all',
  what: 'laboratory',
  term: 'Ki-67',
  value,
  as: 'percent',
  place: { ...place, lines },
});

const cells: PrintedValue = {
  group: 'all',
  what: 'measurement',
  term: 'cells counted for Ki-67',
  value: '500',
  as: 'count',
  place,
};

const source = { document: 'A 2010, abstract', section: 'Abstract' } as const;

const all = groupsOf('all');
const two = groupsOf('all', 'a<all', 'b<all');

const rules: readonly (readonly [
  string,
  ReturnType<typeof groupsOf>,
  readonly PrintedValue[],
  RegExp,
  readonly string[],
])[] = [
  [
    'a value cut off beside one that no count gives',
    all,
    [
      patients('all', 18),
      part('any', '45'),
      part('surgery', '22'),
      part('embolization', '5'),
      part('ablation', '11'),
    ],
    /percentage/,
    ['percentage impossible', 'percentage truncated'],
  ],
  [
    'rounded values beside one that no count gives',
    all,
    [
      patients('all', 18),
      part('any', '45'),
      part('surgery', '22'),
      part('embolization', '6'),
      part('ablation', '11'),
    ],
    /percentage/,
    ['percentage impossible'],
  ],
  [
    'a size of another source',
    all,
    [{ ...patients('all', 7), place: source }, ...responses('all', { RR: '75' })],
    /denominator|percentage/,
    ['denominator undescribed'],
  ],
  [
    'a size of the same paper',
    all,
    [patients('all', 7), ...responses('all', { RR: '75' })],
    /denominator|percentage/,
    ['denominator impossible'],
  ],
  [
    'a value printed in two ways, one of which no count gives',
    all,
    [laboratory('1.2', '1'), laboratory('1.3', '2'), cells],
    /repeatedValue|countedShare/,
    ['countedShare impossible'],
  ],
  [
    'a value printed in two ways that counts give',
    all,
    [laboratory('1.2', '1'), laboratory('1.4', '2'), cells],
    /repeatedValue|countedShare/,
    ['repeatedValue conflicting'],
  ],
  [
    'a range and an interval in one cell',
    two,
    [
      patients('a', 11),
      patients('b', 41),
      median('a', 'overallSurvival', '17.6', '8.6–72+'),
      median('b', 'overallSurvival', '15', '11.7–25'),
    ],
    /columnUnit/,
    ['columnUnit conflicting'],
  ],
  [
    'two ranges in one cell',
    two,
    [
      patients('a', 11),
      patients('b', 41),
      median('a', 'overallSurvival', '17.6', '8.6–72+'),
      median('b', 'overallSurvival', '15', '0.5–80'),
    ],
    /columnUnit/,
    [],
  ],
  [
    'a p value that few splits give to the digit says nothing',
    groupsOf('all', 'a<all', 'b<all', 'c<all'),
    [
      patients('all', 206),
      ...responses('a', { RR: '39' }),
      ...responses('b', { RR: '12' }),
      responsePValue('0.034', '='),
    ],
    /pValue/,
    [],
  ],
];

for (const [words, groups, values, checks, expected] of rules)
  test(words, () => {
    const { findings, explained } = auditStudy(studyOf({ groups, values: [...values] }));
    assert.deepEqual(
      findings
        .filter(({ check }) => checks.test(check))
        .map(({ check, outcome }) => `${check} ${outcome}`)
        .toSorted(),
      expected,
      findings.map(({ id, recomputed }) => `${id}: ${recomputed}`).join('\n'),
    );
    assert.deepEqual(
      explained.filter(({ check }) => check === 'pValue').map(({ because }) => because),
      [],
    );
  });
