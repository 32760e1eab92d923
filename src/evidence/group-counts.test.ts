/** Counts that print gives of a counted group, by rule: what is counted, what is not, and why. Oracle: whole numbers by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { auditStudy } from './audit/index.ts';
import { uncountedResponses, withGroupCounts } from './group-counts.ts';
import { type CountedResult, type Study, study } from './study.ts';

const place = { document: 'invented for this test', section: 'Table 1', lines: '1-2' };
const outcomes = {
  CR: 'completeResponse',
  PR: 'partialResponse',
  RR: 'objectiveResponse',
  SD: 'stableDisease',
  DCR: 'diseaseControl',
  PD: 'progressiveDisease',
} as const;
type Short = keyof typeof outcomes;
const shorts: readonly Short[] = ['CR', 'PR', 'RR', 'SD', 'DCR', 'PD'];

interface Made {
  /** `30%` or `3`. */
  readonly printed: readonly (readonly [Short, string])[];
  readonly counted?: readonly (readonly [Short, number, number])[];
  readonly more?: Partial<CountedResult>;
  readonly size?: number;
  readonly verdicts?: readonly object[];
}

function made({ printed, counted = [['RR', 4, 20]], more = {}, size = 20, verdicts = [] }: Made): Study {
  return study.parse({
    cajal: 'study/1',
    id: 'made',
    title: 'made',
    citation: { year: 2010 },
    published: '2010',
    verification: 'read',
    readIn: place,
    design: { type: 'retrospectiveSeries' },
    selection: 'unstated',
    population: { words: 'patients', entity: 'nec' },
    counts: counted.map(([short, count, of]) => ({
      outcome: outcomes[short],
      group: 'all',
      count,
      of,
      denominator: 'enrolled',
      printed: 'as made',
      place,
      ...more,
    })),
    printed: {
      groups: [{ id: 'all', words: 'all' }],
      values: [
        { group: 'all', what: 'patients', as: 'count', value: String(size), place },
        ...printed.map(([short, text], at) => ({
          group: 'all',
          what: outcomes[short],
          as: text.endsWith('%') ? 'percent' : 'count',
          value: text.replace('%', ''),
          // Each in a part of its own, so that no row is made of values that are not meant as one.
          place: { ...place, section: `Table ${at + 1}` },
        })),
      ],
      verdicts,
    },
  });
}

const added = (from: Study): readonly string[] => {
  const counts = withGroupCounts(from, auditStudy(from).findings).counts.slice(from.counts.length);
  return counts.map(
    ({ outcome, count, of, derived }) =>
      `${shorts.find((short) => outcomes[short] === outcome)} ${count}/${of}${derived ? ' derived' : ''}`,
  );
};
const reasons = (from: Study): readonly string[] =>
  uncountedResponses(from, auditStudy(from).findings).map(({ reason }) => reason);

const decided = (verdict: string) => [
  {
    check: 'denominator',
    group: 'all',
    about: 'best response',
    verdict,
    reason: 'decided for this test',
    curator: 'a curator',
    date: '2026-11-21',
  },
];

const table: readonly (readonly [
  name: string,
  study: Study,
  counts: readonly string[],
  reasons: readonly string[],
])[] = [
  ['nobody is a count', made({ printed: [['CR', '0%']] }), ['CR 0/20 derived'], []],
  ['a printed count is not worked out', made({ printed: [['SD', '6']] }), ['SD 6/20'], []],
  ['a count as a word', made({ printed: [['SD', 'six']] }), ['SD 6/20'], []],
  ['a percentage of one whole number', made({ printed: [['SD', '30%']] }), ['SD 6/20 derived'], []],
  [
    'cut off, where no rounded number fits: 7 of 16 is 43.75',
    made({ counted: [['RR', 8, 16]], size: 16, printed: [['PR', '43.7%']] }),
    ['PR 7/16 derived'],
    [],
  ],
  ['what is counted already is not counted twice', made({ printed: [['RR', '20%']] }), [], []],
  [
    'two whole numbers print the same percentage',
    made({ counted: [['RR', 60, 300]], size: 300, printed: [['SD', '30%']] }),
    [],
    ['severalWholeNumbers'],
  ],
  ['not available', made({ printed: [['SD', 'NA%']] }), [], ['notANumber']],
  ['more than there are, which the audit finds', made({ printed: [['SD', '21']] }), [], ['undecided']],
  [
    'a group of which nothing is counted',
    made({ counted: [], printed: [['CR', '0%']] }),
    [],
    ['groupNotCounted'],
  ],
  [
    'counts over different numbers',
    made({
      counted: [
        ['RR', 4, 20],
        ['DCR', 9, 18],
      ],
      printed: [['SD', '30%']],
    }),
    [],
    ['severalDenominators'],
  ],
  [
    'the audit finds it impossible and nobody has decided',
    made({ printed: [['SD', '33%']] }),
    [],
    ['undecided'],
  ],
  [
    'a curator says not to use it',
    made({ printed: [['SD', '33%']], verdicts: decided('doNotUse') }),
    [],
    ['notUsed'],
  ],
  [
    'a curator has not resolved it',
    made({ printed: [['SD', '33%']], verdicts: decided('unresolved') }),
    [],
    ['notUsed'],
  ],
  [
    'a curator lets print stand, and it is still of no whole number',
    made({ printed: [['SD', '33%']], verdicts: decided('printedStands') }),
    [],
    ['noWholeNumber'],
  ],
  [
    'counts that do not add up: 2 complete and 1 partial are not 4',
    made({
      printed: [
        ['CR', '2'],
        ['PR', '1'],
      ],
    }),
    [],
    ['sumsFail', 'sumsFail'],
  ],
  [
    'nobody responded wholly or in part where nobody responded',
    made({ counted: [['RR', 0, 20]], printed: [] }),
    ['CR 0/20 derived', 'PR 0/20 derived'],
    [],
  ],
];

for (const [name, from, counts, why] of table) {
  test(name, () => {
    assert.deepEqual(added(from), counts);
    assert.deepEqual(reasons(from), why);
  });
}

test('a count over an inferred denominator says so in the counts beside it, with its arm, its patients and its kind', () => {
  const population = { words: 'a part', entity: 'nec', criterion: { ki67Percent: { above: 55 } } } as const;
  const of = made({
    printed: [['SD', '30%']],
    more: { arm: 'one', population, inferred: 'from the row', denominator: 'unstated', patients: ['a'] },
  });
  const [, stable] = withGroupCounts(of, []).counts;
  assert.deepEqual(stable, {
    outcome: 'stableDisease',
    arm: 'one',
    population,
    group: 'all',
    count: 6,
    of: 20,
    denominator: 'unstated',
    printed: '30%',
    inferred: 'from the row',
    derived: true,
    patients: [],
    place: { ...place, section: 'Table 1' },
  });
});

test('what is added once is not added again', () => {
  const once = withGroupCounts(
    made({
      printed: [
        ['CR', '0%'],
        ['SD', '30%'],
      ],
    }),
    [],
  );
  assert.equal(withGroupCounts(once, []), once);
});

test('the counts of any table of whole patients are found again from its percentages', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 }),
      fc.constantFrom(0, 1),
      ([complete = 0, partial = 0, stable = 0, progressive = 0], decimals) => {
        const size = complete + partial + stable + progressive;
        fc.pre(size > 0 && complete + partial > 0);
        const percent = (count: number) => `${((100 * count) / size).toFixed(decimals)}%`;
        const from = made({
          size,
          counted: [['RR', complete + partial, size]],
          printed: [
            ['CR', percent(complete)],
            ['PR', percent(partial)],
            ['SD', percent(stable)],
            ['PD', percent(progressive)],
          ],
        });
        const { counts } = withGroupCounts(from, []);
        assert.deepEqual(
          counts.map(({ outcome, count, of }) => [outcome, count, of]),
          [
            ['objectiveResponse', complete + partial, size],
            ['completeResponse', complete, size],
            ['partialResponse', partial, size],
            ['stableDisease', stable, size],
            ['progressiveDisease', progressive, size],
          ],
        );
      },
    ),
  );
});
