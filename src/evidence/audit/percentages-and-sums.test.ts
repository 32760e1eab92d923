/** Checks on percentages, counts and sums, one small study a rule; the numbers are those of published tables where named. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrintedResults, PrintedValue } from '../printed/index.ts';
import { auditStudy } from './audit-library.ts';
import { groupsOf, patients, place, responses, studyOf, toxicity } from './printed-study.fixture.ts';

type Groups = PrintedResults['groups'];
const all = groupsOf('all');
const islets = groupsOf('all', 'nec<all', 'net<all', 'carcinoid<net', 'islet<net');

const part = (
  scheme: 'site' | 'priorTherapy',
  term: string,
  value: string,
  as: 'count' | 'percent',
  partition = scheme === 'site',
): PrintedValue => ({ group: 'all', what: 'part', scheme, term, partition, value, as, place });

const counted = (
  term: string,
  value: string,
  as: 'count' | 'percent',
  section = 'Table 1',
): PrintedValue => ({
  group: 'all',
  what: 'toxicity',
  term,
  value,
  as,
  place: { ...place, section },
});

const measured = (term: string, value: string, as: 'count' | 'percent'): PrintedValue => ({
  group: 'all',
  what: 'laboratory',
  term,
  value,
  as,
  place,
});

/** What is printed, and the findings as `check outcome recomputed-part`. */
const rules: readonly (readonly [
  string,
  Groups,
  readonly PrintedValue[],
  readonly (readonly [string, RegExp])[],
])[] = [
  ['5 of 18 is 27.8', all, [patients('all', 18), toxicity('all', 'nausea', '27.8')], []],
  [
    'digits cut off: 30 of 45 is 66.7',
    all,
    [patients('all', 45), toxicity('all', 'nephrotoxicity', '66')],
    [['percentage truncated', /30\/45/]],
  ],
  [
    'no patients out of 8 are 76%',
    all,
    [
      patients('all', 8),
      toxicity('all', 'a', '25'),
      toxicity('all', 'b', '76'),
      toxicity('all', 'c', '37.5'),
    ],
    [['percentage impossible', /76% is of no whole number out of 8/]],
  ],
  [
    'a row of 24 under a printed 25',
    all,
    [patients('all', 25), ...responses('all', { RR: '33', CR: '4', PR: '29', SD: '38', PD: '29' })],
    [['denominator impossible', /n = 24/]],
  ],
  [
    'a row with one misprint keeps its denominator: 9.4 among 9.1, 36.4, 54.5 of 11',
    all,
    [patients('all', 12), ...responses('all', { RR: '9.1', CR: '0', PR: '9.4', SD: '36.4', PD: '54.5' })],
    [
      ['denominator impossible', /without 9.4% the row fits n = 11/],
      ['responseRate conflicting', /0 \+ 9.4 against 9.1/],
    ],
  ],
  [
    'response and adverse events of one group have one denominator, to which its sites add up',
    all,
    [
      patients('all', 50),
      ...responses('all', { PR: '50', SD: '7', PD: '43' }),
      toxicity('all', 'neutropenia', '66'),
      toxicity('all', 'other', '45'),
      part('site', 'neck', '30', 'count'),
      part('site', 'gut', '14', 'count'),
    ],
    [
      ['denominator impossible', /all rows of the group together fit n = 44; its printed sites add up to 44/],
      ['denominator impossible', /all rows of the group together fit n = 44/],
      ['sum conflicting', /30 \+ 14 against 50/],
    ],
  ],
  [
    'two groups whose rows are of 9 and 27, printed as 4 and 32',
    groupsOf('all', 'pdnec<all', 'wdnet<all'),
    [
      patients('all', 36),
      patients('pdnec', 4),
      patients('wdnet', 32),
      ...responses('pdnec', { RR: '40', PR: '45', SD: '33', PD: '11', NE: '11' }),
      ...responses('wdnet', { RR: '33', PR: '52', SD: '29.5', PD: '11.1', NE: '7.4' }),
    ],
    [
      ['denominator impossible', /n = 9 .*9 \+ 27 = 36/],
      ['denominator impossible', /n = 27 .*9 \+ 27 = 36/],
      ['responseRate conflicting', /45 against 40/],
      ['responseRate conflicting', /52 against 33/],
    ],
  ],
  [
    'two groups without sizes that make up 27: 22% fits neither split',
    islets,
    [
      patients('all', 45),
      patients('nec', 18),
      ...responses('carcinoid', { RR: '0', CR: '0', PR: '0', SD: '85', PD: '15' }),
      ...responses('islet', { RR: '14', CR: '0', PR: '14', SD: '64', PD: '22' }),
    ],
    [['percentage impossible', /add up to 27 .*13 and 14 fit all but 22%/]],
  ],
  [
    'the same with 21%',
    islets,
    [
      patients('all', 45),
      patients('nec', 18),
      ...responses('carcinoid', { RR: '0', CR: '0', PR: '0', SD: '85', PD: '15' }),
      ...responses('islet', { RR: '14', CR: '0', PR: '14', SD: '64', PD: '21' }),
    ],
    [],
  ],
  [
    '15 and 37 are 53: 12 and 29 of 78',
    all,
    [patients('all', 78), ...responses('all', { RR: '53', CR: '15', PR: '37' })],
    [],
  ],
  [
    '17, 42 and 42 are 101',
    all,
    [patients('all', 12), ...responses('all', { CR: '0', PR: '17', SD: '42', PD: '42' })],
    [],
  ],
  [
    'response and stable disease that leave patients out',
    all,
    [patients('all', 12), ...responses('all', { RR: '75', SD: '16.7' })],
    [['unaccounted undescribed', /leave 8.3%/]],
  ],
  [
    'no stable disease in a part, and fewer without it in the whole',
    groupsOf('all', 'pdnec<all'),
    [
      patients('all', 24),
      patients('pdnec', 9),
      ...responses('all', { PR: '29', SD: '71', PD: '0' }),
      ...responses('pdnec', { PR: '22.2', SD: '0', PD: '0' }),
    ],
    [
      ['sum conflicting', /22.2/],
      ['subgroupAgainstTotal impossible', /9 of the 9 in the part are without it, 7 of the 24/],
    ],
  ],
  [
    'sites that exceed the patients',
    all,
    [patients('all', 20), part('site', 'a', '12', 'count'), part('site', 'b', '10', 'count')],
    [['sum conflicting', /12 \+ 10 against 20/]],
  ],
  [
    'kinds of earlier treatment that do not make up any',
    all,
    [
      patients('all', 200),
      part('priorTherapy', 'any prior treatment', '45', 'percent'),
      part('priorTherapy', 'chemotherapy', '22', 'percent'),
      part('priorTherapy', 'analog', '11', 'percent'),
    ],
    [['sum conflicting', /22 \+ 11 against 45/]],
  ],
  [
    'kinds of earlier treatment that overlap',
    all,
    [
      patients('all', 200),
      part('priorTherapy', 'any prior treatment', '30', 'percent'),
      part('priorTherapy', 'chemotherapy', '22', 'percent'),
      part('priorTherapy', 'analog', '11', 'percent'),
    ],
    [],
  ],
  [
    'a count whose percentage is cut off',
    all,
    [patients('all', 18), counted('nausea', '12', 'count'), counted('nausea', '66.6', 'percent')],
    [['countAndPercent truncated', /12\/18 = 66.67%/]],
  ],
  [
    'a count in words',
    all,
    [
      patients('all', 4),
      { ...counted('nausea', 'one', 'count'), place: { ...place, text: 'one patient' } },
      counted('nausea', '25', 'percent'),
    ],
    [],
  ],
  [
    'the abstract counts 16 patients, the table 17',
    all,
    [
      patients('all', 17),
      counted('edema', '5', 'count'),
      counted('edema', '29.4', 'percent'),
      counted('edema', '31.3', 'percent', 'Abstract'),
      counted('nausea', '3', 'count'),
      counted('nausea', '17.6', 'percent'),
      counted('nausea', '18.8', 'percent', 'Abstract'),
    ],
    [['denominator impossible', /5\/16, 3\/16/]],
  ],
  [
    '1.3% of 500 cells are 6.5 cells',
    all,
    [measured('Ki-67', '1.3', 'percent'), measured('cells counted for Ki-67', '500', 'count')],
    [['countedShare impossible', /6.5 cells/]],
  ],
  [
    '1.2% of 500 cells are 6 cells',
    all,
    [measured('Ki-67', '1.2', 'percent'), measured('cells counted for Ki-67', '500', 'count')],
    [],
  ],
  [
    'one quantity in two places',
    all,
    [measured('Ki-67', '1.2', 'percent'), measured('Ki-67', '1.3', 'percent')],
    [['repeatedValue conflicting', /1.2% against 1.3%/]],
  ],
  ...(
    [
      [54, ['9', '43', '31', '15'], /53 of 54/],
      [48, ['46', '10', '31', '10'], /47 of 48/],
      [60, ['3', '33', '42', '18'], /58 of 60/],
      [30, ['7', '33', '40', '17'], /29 of 30/],
      [40, ['5', '25', '40', '28'], /39 of 40/],
    ] as const
  ).map(
    ([size, [CR, PR, SD, PD], left]) =>
      [
        `patients in no category out of ${size}: each percentage is right, and one is not called impossible`,
        all,
        [patients('all', size), ...responses('all', { CR, PR, SD, PD })],
        [['unaccounted undescribed', left]],
      ] as const,
  ),
  [
    'categories without a printed number of patients that leave 4%',
    all,
    responses('all', { CR: '3', PR: '33', SD: '42', PD: '18' }),
    [['unaccounted undescribed', /leave 4%/]],
  ],
  [
    'categories that exceed the patients by one, within the slack of rounding',
    all,
    [patients('all', 100), ...responses('all', { CR: '5', PR: '25', SD: '40', PD: '31' })],
    [['sum conflicting', /101 against 100 of 100/]],
  ],
  ...([20, 100, 150, 200] as const).map(
    (size) =>
      [
        `complete and partial responses that are not the response rate, out of ${size}`,
        all,
        [patients('all', size), ...responses('all', { RR: '65', CR: '10', PR: '40' })],
        [['responseRate conflicting', /10 \+ 40 against 65/]],
      ] as const,
  ),
  ['one quantity, rounded', all, [measured('age', '59.5', 'percent'), measured('age', '60', 'percent')], []],
];

for (const [words, groups, values, expected] of rules)
  test(words, () => {
    const { findings } = auditStudy(studyOf({ groups, values: [...values] }));
    assert.deepEqual(
      findings.map(({ check, outcome }) => `${check} ${outcome}`).toSorted(),
      expected.map(([id]) => id).toSorted(),
      findings.map(({ id, recomputed }) => `${id}: ${recomputed}`).join('\n'),
    );
    for (const [id, recomputed] of expected)
      assert.ok(
        findings.some((each) => `${each.check} ${each.outcome}` === id && recomputed.test(each.recomputed)),
        `${id} ${recomputed}: ${findings.map((each) => each.recomputed).join('\n')}`,
      );
    assert.equal(new Set(findings.map(({ id }) => id)).size, findings.length, 'one id each');
  });

const curve = (value: string, at: string): PrintedValue => ({
  group: 'all',
  what: 'overallSurvival',
  value,
  as: 'curvePercent',
  unit: 'months',
  at,
  place,
});
const rate = (value: string, more: { note?: string; criteria?: string } = {}): PrintedValue => ({
  group: 'all',
  what: 'objectiveResponse',
  value,
  as: 'percent',
  place,
  ...more,
});

for (const [words, values, conflict] of [
  ['survival at three landmarks', [curve('72', '6 months'), curve('60', '12 months')], false],
  ['survival at one landmark', [curve('72', '6 months'), curve('60', '6 months')], true],
  [
    'confirmed and unconfirmed responses',
    [rate('33.3', { note: 'confirmed' }), rate('42.9', { note: 'also unconfirmed' })],
    false,
  ],
  ['two criteria', [rate('33.3', { criteria: 'WHO' }), rate('42.9', { criteria: 'RECIST 1.1' })], false],
  ['one criterion, named once', [rate('33.3', { criteria: 'WHO' }), rate('42.9')], true],
] as const)
  test(`one quantity or two: ${words}`, () => {
    const { findings } = auditStudy(studyOf({ groups: all, values: [...values] }));
    assert.equal(
      findings.some(({ check }) => check === 'repeatedValue'),
      conflict,
    );
  });

test('a count printed as a word stays a word in the finding', () => {
  const { findings } = auditStudy(
    studyOf({
      groups: all,
      values: [
        patients('all', 4),
        { ...counted('nausea', '1', 'count'), place: { ...place, text: 'one patient' } },
        counted('nausea', '6.6', 'percent'),
      ],
    }),
  );
  assert.deepEqual(findings[0]?.printed.map(({ printed }) => printed).slice(0, 2), ['one', '6.6%']);
});
