/** Checks on facts in words, definitions, notation, comparisons, conclusions, the design, and patients printed one by one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrintedComparison, PrintedValue } from '../printed/index.ts';
import { auditStudy } from './audit-library.ts';
import { fact, groupsOf, median, patients, place, responses, studyOf } from './printed-study.fixture.ts';

type Made = ReturnType<typeof studyOf>;

const threshold = (value: string, unit?: string): PrintedValue => ({
  group: 'all',
  what: 'threshold',
  term: 'mitotic count',
  value,
  as: 'value',
  place,
  ...(unit === undefined ? {} : { unit }),
});

const compared = (
  of: string,
  between: string[],
  by: PrintedComparison['by'],
  concludes: PrintedComparison['concludes'],
): PrintedComparison => ({ of, between, by, concludes, place });

const values = (...printed: PrintedValue[]): Made => studyOf({ groups: groupsOf('all'), values: printed });

/** Two arms of these sizes with these response rates, and what is concluded. */
const arms = (
  sizes: readonly [number, number],
  rates: readonly [string, string],
  ...comparisons: PrintedComparison[]
): Made =>
  studyOf({
    groups: groupsOf('all', 'a<all', 'b<all'),
    values: [
      patients('a', sizes[0]),
      patients('b', sizes[1]),
      ...responses('a', { RR: rates[0] }),
      ...responses('b', { RR: rates[1] }),
    ],
    comparisons,
  });

const row = (id: string, alteration: string, response: 'CR' | 'PR' | 'SD'): Made['patients'][number] => ({
  id,
  entity: 'melanoma',
  alterations: [alteration],
  evaluable: true,
  response,
  place,
});

const responders = (value: string): PrintedValue => ({
  group: 'all',
  what: 'partialResponse',
  value,
  as: 'count',
  place,
});

const age = (group: string, value: string, as: 'median' | 'value'): PrintedValue => ({
  group,
  what: 'baseline',
  term: 'age',
  value,
  as,
  place,
});

const rules: readonly (readonly [string, Made, readonly string[]])[] = [
  ['one fact, one meaning', values(fact('phase', 'phase II', 'II'), fact('phase', 'P; phase II', 'II')), []],
  [
    'one fact, two meanings',
    values(fact('phase', 'phase II', 'II'), fact('phase', 'phase III', 'III', 'JCOG 9511')),
    ['fact conflicting certain'],
  ],
  [
    'one meaning says more than the other',
    values(fact('line', 'second line', 'second'), fact('line', 'Third or beyond', 'second or later')),
    ['fact conflicting likely'],
  ],
  [
    'one meaning denies the other',
    values(fact('effect', 'significant', 'significant'), fact('effect', 'p = .389', 'not significant')),
    ['fact conflicting certain'],
  ],
  [
    'one meaning is open by its note',
    values(fact('effect', 'sustained', 'sustained'), {
      ...fact('effect', 'remains to be seen', 'not yet known'),
      note: 'open: sustained so far',
    }),
    ['fact conflicting possible'],
  ],
  [
    'one meaning is likely by its note',
    values(fact('effect', 'sustained', 'sustained'), {
      ...fact('effect', 'over', 'over'),
      note: 'likely: the same effect is meant',
    }),
    ['fact conflicting likely'],
  ],
  [
    'a classification that came later',
    values(fact('grade', 'and/or', 'and/or'), fact('grade', 'the higher', 'the higher', 'WHO 2019')),
    ['fact conflicting likely'],
  ],
  [
    'a classification that was there',
    values(fact('grade', 'and/or', 'and/or'), fact('grade', 'the higher', 'the higher', 'WHO 2000')),
    ['fact conflicting certain'],
  ],
  [
    'an exhibit that does not hold what it is named for',
    values(
      fact('exhibit that shows survival', '(Table 5)', 'Table 5'),
      fact('exhibit that shows survival', 'NA', 'none'),
    ),
    ['crossReference conflicting certain'],
  ],
  [
    'a column of counts that holds percentages',
    values(
      fact('column unit of primary site', 'Primary site (n)', 'count'),
      fact('column unit of primary site', 'SI (31)', 'percent'),
    ),
    ['columnUnit conflicting certain'],
  ],
  [
    'mitoses in one field',
    values(threshold('more than two', 'per high-powered field')),
    ['threshold conflicting certain'],
  ],
  ['mitoses per 10 fields', values(threshold('<2', 'per 10 HPF')), []],
  [
    'limits without an area are one defect',
    values(threshold('<2'), threshold('2–20')),
    ['threshold undescribed certain'],
  ],
  [
    'withdrawal as an event',
    values(fact('events of progression-free survival', 'progression, request', 'progression; request')),
    ['threshold conflicting certain'],
  ],
  [
    'progression and death as events',
    values(fact('events of progression-free survival', 'progression or death', 'progression; death')),
    [],
  ],
  [
    'a residue that the reference does not have',
    studyOf({ groups: groupsOf('all') }, { patients: [row('Pt-17', 'KIT N882Y', 'SD')] }),
    ['notation conflicting certain'],
  ],
  [
    'a splice donor that does not begin with G',
    values(fact('BAP1 variant', '2056+1C>T', 'BAP1 2056+1C>T')),
    ['notation conflicting certain'],
  ],
  [
    'a residue of the reference',
    studyOf({ groups: groupsOf('all') }, { patients: [row('Pt-1', 'KIT L576P', 'SD')] }),
    [],
  ],
  [
    'no difference among twenty patients',
    arms([8, 12], ['25', '25'], compared('objectiveResponse', ['a', 'b'], 'randomisation', 'noDifference')),
    ['comparison unsupported certain'],
  ],
  [
    'no difference among a thousand patients',
    arms(
      [500, 500],
      ['25', '25'],
      compared('objectiveResponse', ['a', 'b'], 'randomisation', 'noDifference'),
    ),
    [],
  ],
  [
    'responders against others, with no survival printed',
    arms([50, 50], ['50', '10'], compared('overallSurvival', ['a', 'b'], 'response', 'difference')),
    ['comparison undescribed certain', 'comparison unsupported certain'],
  ],
  [
    'eligible against not eligible',
    arms([50, 50], ['50', '10'], compared('objectiveResponse', ['a', 'b'], 'eligibility', 'difference')),
    ['comparison unsupported certain'],
  ],
  [
    'one report drawn twice against other studies',
    arms(
      [50, 50],
      ['50', '10'],
      compared('overallSurvival', ['a'], 'otherStudies', 'difference'),
      compared('objectiveResponse', ['a'], 'otherStudies', 'noDifference'),
    ),
    ['comparison unsupported certain'],
  ],
  [
    'a subgroup without a test of interaction',
    arms([50, 50], ['50', '10'], compared('objectiveResponse', ['a', 'b'], 'subgroup', 'difference')),
    ['comparison unsupported likely'],
  ],
  [
    'a subgroup with a test of interaction',
    arms([50, 50], ['50', '10'], {
      ...compared('objectiveResponse', ['a', 'b'], 'subgroup', 'difference'),
      interactionTested: true,
    }),
    [],
  ],
  [
    'a difference that Fisher does not see, in a group of four',
    arms([4, 14], ['25', '0'], compared('objectiveResponse', ['a', 'b'], 'differentiation', 'difference')),
    ['conclusion unsupported likely'],
  ],
  [
    'a difference that Fisher sees',
    arms([50, 50], ['50', '10'], compared('objectiveResponse', ['a', 'b'], 'differentiation', 'difference')),
    [],
  ],
  [
    'efficacy from one group',
    arms([50, 50], ['50', '10'], compared('objectiveResponse', ['a'], 'noComparator', 'difference')),
    ['conclusion unsupported likely'],
  ],
  [
    'a duration that is printed nowhere',
    arms([50, 50], ['50', '10'], compared('durationOfResponse', ['a'], 'noComparator', 'difference')),
    ['conclusion undescribed certain'],
  ],
  [
    'a duration that is printed of one patient only',
    studyOf({
      groups: groupsOf('all', 'a<all', 'pt-1<a'),
      values: [{ group: 'pt-1', what: 'durationOfResponse', value: '30', as: 'value', unit: 'weeks', place }],
      comparisons: [compared('durationOfResponse', ['a'], 'noComparator', 'difference')],
    }),
    ['conclusion undescribed certain'],
  ],
  [
    'two events of different names are not set against each other',
    studyOf({
      groups: groupsOf('all', 'a<all', 'b<all'),
      values: [
        patients('a', 8),
        patients('b', 12),
        { group: 'a', what: 'toxicity', term: 'stopped', value: '3', as: 'count', place },
        { group: 'b', what: 'toxicity', term: 'infection', value: '2', as: 'count', place },
      ],
      comparisons: [compared('toxicity', ['a', 'b'], 'randomisation', 'difference')],
    }),
    [],
  ],
  [
    'fewer analysed than enrolled',
    values(patients('all', 18), { group: 'all', what: 'evaluable', value: '17', as: 'count', place }),
    ['analysisSet unsupported certain'],
  ],
  [
    'fewer analysed than enrolled, told in another part of the paper',
    values(patients('all', 18), {
      group: 'all',
      what: 'evaluable',
      value: '17',
      as: 'count',
      place: { ...place, section: 'Table 2' },
    }),
    ['analysisSet undescribed certain'],
  ],
  [
    'a trial without size, follow-up, and with an outcome of its own',
    studyOf(
      { groups: groupsOf('all'), values: [median('all', 'overallSurvival', '9.1', '2–16')] },
      {
        design: {
          type: 'singleArmTrial',
          endpoints: [{ outcome: 'objectiveResponse', rank: 'primary', place }],
          sampleSizeBasis: 'not stated',
        },
      },
    ),
    ['designBasis undescribed certain', 'endpoint undescribed certain', 'followUp undescribed likely'],
  ],
  [
    'responses that the rows do not give',
    studyOf(
      { groups: groupsOf('all'), values: [responders('1')] },
      { patients: [row('1', 'KIT L576P', 'PR'), row('2', 'KIT L576P', 'PR')] },
    ),
    ['rowsAgainstTotal conflicting certain'],
  ],
  [
    'responses that the rows give',
    studyOf(
      { groups: groupsOf('all'), values: [responders('2')] },
      { patients: [row('1', 'KIT L576P', 'PR'), row('2', 'KIT L576P', 'PR')] },
    ),
    [],
  ],
  [
    'a median age that was cut off',
    studyOf({
      groups: groupsOf('all', '1<all', '2<all', '3<all', '4<all'),
      values: [
        age('all', '59', 'median'),
        ...['50', '58', '61', '70'].map((value, at) => age(String(at + 1), value, 'value')),
      ],
    }),
    ['rowsAgainstTotal truncated certain'],
  ],
];

for (const [words, made, expected] of rules)
  test(words, () => {
    const { findings } = auditStudy(made);
    assert.deepEqual(
      findings.map(({ check, outcome, certainty }) => `${check} ${outcome} ${certainty}`).toSorted(),
      [...expected].toSorted(),
      findings.map(({ id, recomputed }) => `${id}: ${recomputed}`).join('\n'),
    );
  });

test('a conclusion from one group shows its exact interval, or its one patient', () => {
  const [five] = auditStudy(
    arms([5, 9], ['20', '0'], compared('objectiveResponse', ['a'], 'noComparator', 'difference')),
  ).findings;
  assert.match(five?.recomputed ?? '', /^1 of 5, exact 95% interval 0\.5–71\.6%/);
  const [single] = auditStudy(
    studyOf(
      {
        groups: groupsOf('all'),
        comparisons: [compared('benefit', ['all'], 'noComparator', 'difference')],
      },
      { selection: 'singleCase' },
    ),
  ).findings;
  assert.equal(single?.recomputed, 'one patient, no comparator');
});
