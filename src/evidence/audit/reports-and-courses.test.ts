/** Checks on what a report leaves out, on the course it tells, on its rows, and on comparisons without their numbers; each with a near miss. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrintedComparison, PrintedValue } from '../printed/index.ts';
import type { Study } from '../study.ts';
import { auditStudy } from './audit-library.ts';
import { fact, groupsOf, median, patients, place, responses, studyOf } from './printed-study.fixture.ts';

type Made = ReturnType<typeof studyOf>;

const own = { citation: { year: 2010, trial: [], other: 'Paper 004' } } satisfies Partial<Study>;

const report = (values: readonly PrintedValue[], more: Partial<Study> = {}): Made =>
  studyOf({ groups: groupsOf('all'), values: [...values] }, { ...own, ...more });

const at = (value: PrintedValue, text: string, section = 'Table 1'): PrintedValue => ({
  ...value,
  place: { ...place, section, text },
});

const measured = (
  what: 'measurement' | 'other' | 'threshold' | 'incidence',
  term: string,
  value: string,
  more: { readonly unit?: string; readonly note?: string; readonly as?: 'ratio' } = {},
): PrintedValue => ({ group: 'all', what, term, value, as: 'value', place, ...more });

const time = (
  what: 'durationOfResponse' | 'timeToProgression' | 'treatmentDuration' | 'followUp',
  value: string,
  group = 'all',
): PrintedValue => ({ group, what, value, as: 'value', unit: 'months', place });

const compared = (
  of: string,
  between: string[],
  by: PrintedComparison['by'],
  text: string,
  concludes: PrintedComparison['concludes'] = 'difference',
): PrintedComparison => ({ of, between, by, concludes, place: { ...place, text } });

const parts = (values: PrintedValue[], ...comparisons: PrintedComparison[]): Made =>
  studyOf({ groups: groupsOf('all', 'a<all', 'b<all'), values, comparisons });

const row = (id: string, alterations: string[], response: 'PR' | 'SD'): Study['patients'][number] => ({
  id,
  entity: 'melanoma',
  alterations,
  evaluable: true,
  response,
  place,
});

const rows = (
  responsesOfV: readonly ('PR' | 'SD')[],
  others: readonly ('PR' | 'SD')[],
): Study['patients'] => [
  ...responsesOfV.map((response, index) => row(`v${index}`, ['KIT L576P'], response)),
  ...others.map((response, index) => row(`o${index}`, ['KIT K642E'], response)),
];

const ofVariant = (
  patientsOf: Study['patients'],
  values: PrintedValue[],
  ...comparisons: PrintedComparison[]
): Made =>
  studyOf(
    {
      groups: [
        { id: 'all', words: 'all' },
        { id: 'v', words: 'KIT L576P', partOf: 'all' },
      ],
      values,
      comparisons,
    },
    { patients: patientsOf },
  );

const trial: Partial<Study> = {
  design: {
    type: 'singleArmTrial',
    endpoints: [{ outcome: 'objectiveResponse', rank: 'primary', place }],
    sampleSizeBasis: 'Simon, 10% against 30%',
  },
};

const interval: PrintedValue = {
  group: 'all',
  what: 'objectiveResponse',
  value: '40',
  as: 'percent',
  interval: '20–60',
  intervalLabel: '95% CI',
  criteria: 'RECIST 1.1',
  place,
};

const arm = (dosePrinted?: string): Partial<Study> => ({
  arms: [{ id: 'x', label: 'drug x', drugs: ['x'], ...(dosePrinted === undefined ? {} : { dosePrinted }) }],
});

const onArm = (more: Partial<Study>, ...values: PrintedValue[]): Made =>
  studyOf({ groups: [{ id: 'all', words: 'all', arm: 'x' }], values }, { ...own, ...more });

const nausea: PrintedValue = {
  group: 'all',
  what: 'toxicity',
  term: 'nausea',
  value: '17.6',
  as: 'percent',
  place,
};

/** Patients with their time of stable disease and their time on the drug. */
const courses = (stable: readonly string[], treated: readonly string[]): Made =>
  studyOf(
    {
      groups: groupsOf('all', ...stable.map((_, index) => `p${index}<all`)),
      values: stable.flatMap((value, index) => [
        { ...measured('other', 'time of stable disease', value, { unit: 'months' }), group: `p${index}` },
        time('treatmentDuration', treated[index] ?? '', `p${index}`),
      ]),
    },
    own,
  );

/** What the rule says, the study, whether a finding whose subject matches is there. */
const rules: readonly (readonly [string, Made, RegExp, boolean])[] = [
  ['intervals, no method', report([interval], trial), /method of the confidence intervals/, true],
  [
    'intervals with their method',
    report([interval, fact('method of the intervals', 'exact', 'Clopper-Pearson')], trial),
    /method of the confidence intervals/,
    false,
  ],
  ['intervals in a series', report([interval]), /method of the confidence intervals/, false],
  [
    'response as primary endpoint, not confirmed',
    report([interval], trial),
    /confirmation and reading/,
    true,
  ],
  [
    'response as primary endpoint, confirmed',
    report([interval, fact('confirmation of responses', 'after 4 weeks', '4 weeks')], trial),
    /confirmation and reading/,
    false,
  ],
  ['a drug without a dose', onArm(arm(), time('treatmentDuration', '8')), /dose of a drug/, true],
  ['a drug with its dose', onArm(arm('400 mg/d'), time('treatmentDuration', '8')), /dose of a drug/, false],
  ['a drug of which nothing is told', onArm(arm()), /dose of a drug/, false],
  [
    'a cited study is not the report',
    studyOf(
      { groups: [{ id: 'all', words: 'all', arm: 'x' }], values: [time('treatmentDuration', '8')] },
      arm(),
    ),
    /dose of a drug/,
    false,
  ],
  ['best responses without criteria', report(responses('all', { RR: '40' })), /criteria of response/, true],
  [
    'best responses with criteria',
    report([...responses('all', { RR: '40' }), fact('response criteria', 'RECIST', 'RECIST')]),
    /criteria of response/,
    false,
  ],
  [
    'a response of one patient by criteria, without a measurement',
    report(
      [fact('best response', 'partial', 'partialResponse'), fact('response criteria', 'RECIST', 'RECIST')],
      {
        selection: 'singleCase',
      },
    ),
    /measurement behind the response/,
    true,
  ],
  [
    'a response of one patient with its measurement',
    report(
      [
        fact('best response', 'partial', 'partialResponse'),
        fact('response criteria', 'RECIST', 'RECIST'),
        measured('measurement', 'change of the sum of target lesions', '-42'),
      ],
      { selection: 'singleCase' },
    ),
    /measurement behind the response/,
    false,
  ],
  ['well tolerated, no event', report([fact('tolerability', 'well', 'good')]), /adverse events behind/, true],
  [
    'well tolerated, with an event',
    report([
      fact('tolerability', 'well', 'good'),
      { group: 'all', what: 'toxicity', term: 'nausea', value: '2', as: 'count', place },
    ]),
    /adverse events behind/,
    false,
  ],
  [
    'quality of life, no instrument',
    report([fact('quality of life', 'better', 'better')]),
    /instrument of/,
    true,
  ],
  [
    'quality of life by an instrument',
    report([fact('quality of life', 'better', 'better'), fact('instrument', 'EORTC QLQ-C30', 'QLQ-C30')]),
    /instrument of/,
    false,
  ],
  ['a series without period and selection', report([]), /period and selection/, true],
  [
    'a series with its period',
    report([fact('period', '2001 to 2009', '2001-2009')]),
    /period and selection/,
    false,
  ],
  ['a consecutive series', report([], { selection: 'consecutive' }), /period and selection/, false],
  ['a review without a search', report([], { design: { type: 'review' } }), /search and selection/, true],
  [
    'a review with a search',
    report([fact('databases searched', 'PubMed', 'PubMed')], { design: { type: 'review' } }),
    /search and selection/,
    false,
  ],
  [
    'an amplification without a cut-off',
    report([], {
      population: {
        ...report([]).population,
        criterion: { alteration: { gene: 'KIT', amplification: true } },
      },
    }),
    /cut-off of the amplification/,
    true,
  ],
  [
    'an amplification with its cut-off',
    report([measured('threshold', 'copy number of KIT', '6')], {
      population: {
        ...report([]).population,
        criterion: { alteration: { gene: 'KIT', amplification: true } },
      },
    }),
    /cut-off of the amplification/,
    false,
  ],
  [
    'two marks for absence',
    report([fact('NGS result', 'Not found', 'not found'), fact('NGS result', '-', 'none printed (dash)')]),
    /marks for absence/,
    true,
  ],
  [
    'one mark for absence',
    report([fact('NGS result', '-', 'none printed (dash)'), fact('NGS result', 'TP53', 'TP53')]),
    /marks for absence/,
    false,
  ],
  [
    'response and duration beyond progression',
    report([
      measured('other', 'time to confirmed partial response', '3', { unit: 'months' }),
      time('durationOfResponse', '20'),
      time('timeToProgression', '20'),
    ]),
    /time to response, duration/,
    true,
  ],
  [
    'response and duration up to progression',
    report([
      measured('other', 'time to confirmed partial response', '3', { unit: 'months' }),
      time('durationOfResponse', '17'),
      time('timeToProgression', '20'),
    ]),
    /time to response, duration/,
    false,
  ],
  [
    'data read after the time of writing',
    report([
      fact('date of presentation', 'August 2009', '2009-08'),
      time('followUp', '46'),
      fact('date of access to the data', 'May 5, 2014', '2014-05-05'),
    ]),
    /time of writing/,
    true,
  ],
  [
    'data read in the month of writing',
    report([
      fact('date of presentation', 'August 2009', '2009-08'),
      time('followUp', '46'),
      fact('date of access to the data', 'June 5, 2013', '2013-06-05'),
    ]),
    /time of writing/,
    false,
  ],
  [
    'a level after a change, none before',
    report([at(measured('measurement', 'pain', '3'), 'subsided to 3 on a scale of 10')]),
    /pain before the change/,
    true,
  ],
  [
    'a level after a change, and before',
    report([
      measured('measurement', 'pain before treatment', '8'),
      at(measured('measurement', 'pain on treatment', '3'), 'subsided to 3 on a scale of 10'),
    ]),
    /pain before the change/,
    false,
  ],
  [
    'pseudoprogression without a later sum',
    report([
      fact('response pattern', 'initial pseudoprogression', 'pseudoprogression'),
      measured('measurement', 'change of the sum of target lesion diameters after cycle 1', '14'),
      measured('measurement', 'change of the sum of target lesion diameters after cycle 2', '23'),
    ]),
    /pseudoprogression/,
    true,
  ],
  [
    'pseudoprogression with a later sum',
    report([
      fact('response pattern', 'initial pseudoprogression', 'pseudoprogression'),
      measured('measurement', 'change of the sum of target lesion diameters after cycle 2', '23'),
      measured('measurement', 'change of the sum of target lesion diameters after cycle 6', '2'),
    ]),
    /pseudoprogression/,
    false,
  ],
  [
    'an abstract without the progression',
    report([
      at(fact('improvement', 'rapid improvement', 'improved'), 'rapid improvement', 'Abstract'),
      at(fact('reason for stopping', 'progressed', 'progression'), 'progressed', 'Results'),
    ]),
    /abstract leaves out/,
    true,
  ],
  [
    'an abstract with the progression',
    report([
      at(fact('improvement', 'rapid improvement', 'improved'), 'rapid improvement', 'Abstract'),
      at(fact('reason for stopping', 'progressed', 'progression'), 'progressed after a year', 'Abstract'),
    ]),
    /abstract leaves out/,
    false,
  ],
  [
    'events of the grade that stops the drug, nobody stopped',
    report([
      measured('threshold', 'grade of an event that stops the drug', '3'),
      { group: 'all', what: 'toxicity', term: 'rash', grades: '3', value: '1', as: 'count', place },
      fact('discontinuation', 'none', 'none'),
    ]),
    /grade that stops/,
    true,
  ],
  [
    'events below the grade that stops the drug',
    report([
      measured('threshold', 'grade of an event that stops the drug', '3'),
      { group: 'all', what: 'toxicity', term: 'rash', grades: '2', value: '1', as: 'count', place },
      fact('discontinuation', 'none', 'none'),
    ]),
    /grade that stops/,
    false,
  ],
  [
    'a part that responds no better by its rows',
    ofVariant(
      rows(['PR', 'PR', 'SD'], ['PR', 'SD', 'SD']),
      [],
      compared('objectiveResponse', ['v', 'all'], 'biomarker', 'especially with L576P'),
    ),
    /part against the rest/,
    true,
  ],
  [
    'a part that responds better by its rows',
    ofVariant(
      rows(['PR', 'PR', 'PR', 'PR', 'PR', 'PR'], ['SD', 'SD', 'SD', 'SD', 'SD', 'SD']),
      [],
      compared('objectiveResponse', ['v', 'all'], 'biomarker', 'especially with L576P'),
    ),
    /part against the rest/,
    false,
  ],
  [
    'patients with a variant respond, and some do not',
    ofVariant(rows(['PR', 'SD'], ['PR']), [fact('response with KIT L576P', 'respond', 'respond')]),
    /response with KIT L576P/,
    true,
  ],
  [
    'patients with a variant respond, and all do',
    ofVariant(rows(['PR', 'PR'], ['SD']), [fact('response with KIT L576P', 'respond', 'respond')]),
    /response with KIT L576P/,
    false,
  ],
  [
    'a comparison without any number',
    parts(
      [patients('a', 129), patients('b', 167)],
      compared('overallSurvival', ['a', 'b'], 'differentiation', 'comparable survival', 'noDifference'),
    ),
    /printed for no group/,
    true,
  ],
  [
    'a comparison with a hazard ratio in words',
    parts(
      [
        patients('a', 129),
        patients('b', 167),
        {
          group: 'all',
          what: 'riskReduction',
          of: 'risk of death',
          between: ['a', 'b'],
          value: '20',
          as: 'percent',
          place,
        },
      ],
      compared('overallSurvival', ['a', 'b'], 'differentiation', 'longer survival'),
    ),
    /printed for no group/,
    false,
  ],
  [
    'shares of groups without a size',
    parts(
      [...responses('a', { RR: '50' }), ...responses('b', { RR: '28' })],
      compared('objectiveResponse', ['a', 'b'], 'biomarker', 'better response'),
    ),
    /results without the sizes/,
    true,
  ],
  [
    'shares of groups of which one is what the other leaves',
    parts(
      [
        patients('all', 40),
        patients('a', 13),
        ...responses('a', { RR: '23' }),
        ...responses('b', { RR: '30' }),
      ],
      compared('objectiveResponse', ['a', 'b'], 'biomarker', 'better response'),
    ),
    /results without the sizes/,
    false,
  ],
  [
    'significance without a p value',
    parts(
      [
        patients('a', 300),
        patients('b', 300),
        median('a', 'overallSurvival', '9'),
        median('b', 'overallSurvival', '9'),
      ],
      compared(
        'overallSurvival',
        ['a', 'b'],
        'biomarker',
        'There was no significant difference in OS',
        'noDifference',
      ),
    ),
    /significance without a p value/,
    true,
  ],
  [
    'significance with a p value',
    parts(
      [
        patients('a', 300),
        patients('b', 300),
        median('a', 'overallSurvival', '9'),
        median('b', 'overallSurvival', '9'),
        {
          group: 'all',
          what: 'pValue',
          of: 'overallSurvival',
          between: ['a', 'b'],
          relation: '=',
          value: '.8',
          as: 'p',
          place,
        },
      ],
      compared(
        'overallSurvival',
        ['a', 'b'],
        'biomarker',
        'There was no significant difference in OS',
        'noDifference',
      ),
    ),
    /significance without a p value/,
    false,
  ],
  [
    'significant progression is no test',
    parts(
      [
        patients('a', 300),
        patients('b', 300),
        ...responses('a', { PD: '71' }),
        ...responses('b', { PD: '11' }),
      ],
      compared('progressiveDisease', ['a', 'b'], 'biomarker', 'significant progression was demonstrated'),
    ),
    /significance without a p value/,
    false,
  ],
  [
    'treatments that were chosen',
    parts(
      [
        patients('a', 300),
        patients('b', 300),
        ...responses('a', { RR: '50' }),
        ...responses('b', { RR: '28' }),
      ],
      compared('objectiveResponse', ['a', 'b'], 'treatmentChosen', 'better response'),
    ),
    /confounding by indication/,
    true,
  ],
  [
    'treatments that were allotted',
    parts(
      [
        patients('a', 300),
        patients('b', 300),
        ...responses('a', { RR: '50' }),
        ...responses('b', { RR: '28' }),
      ],
      compared('objectiveResponse', ['a', 'b'], 'randomisation', 'better response'),
    ),
    /confounding by indication/,
    false,
  ],
  [
    'a cause read from an association',
    parts([], compared('aggressiveness', ['a', 'b'], 'biomarker', 'may be due to aberrant expression')),
    /cause concluded from an association/,
    true,
  ],
  [
    'an association that is called one',
    parts([], compared('aggressiveness', ['a', 'b'], 'biomarker', 'was associated with expression')),
    /cause concluded from an association/,
    false,
  ],
  [
    'limits that leave their value out',
    report([measured('threshold', 'PD-L1', '>50'), measured('threshold', 'PD-L1', '<50')]),
    /PD-L1 of exactly 50/,
    true,
  ],
  [
    'limits that meet',
    report([measured('threshold', 'PD-L1', '≥50'), measured('threshold', 'PD-L1', '<50')]),
    /PD-L1 of exactly 50/,
    false,
  ],
  [
    'more than 5-fold, and the values give 4.8',
    report([
      measured('incidence', 'increase in incidence', '5', { as: 'ratio', note: 'Printed "more than"' }),
      measured('incidence', 'incidence in 1973', '1.09'),
      measured('incidence', 'incidence in 2004', '5.25'),
    ]),
    /increase in incidence/,
    true,
  ],
  [
    '5-fold, and the values give 4.8',
    report([
      measured('incidence', 'increase in incidence', '5', { as: 'ratio' }),
      measured('incidence', 'incidence in 1973', '1.09'),
      measured('incidence', 'incidence in 2004', '5.25'),
    ]),
    /increase in incidence/,
    false,
  ],
  [
    'an effect after radiotherapy of no date',
    onArm(
      arm('400 mg/d'),
      fact('improvement', 'improvement in pain', 'improved'),
      fact('radiotherapy before', '30 Gy to L1', '30 Gy'),
    ),
    /earlier local treatment/,
    true,
  ],
  [
    'an effect after radiotherapy of a printed date',
    onArm(
      arm('400 mg/d'),
      fact('improvement', 'improvement in pain', 'improved'),
      fact('radiotherapy before', '30 Gy to L1', '30 Gy'),
      fact('date of the radiotherapy', 'in 2001', '2001'),
    ),
    /earlier local treatment/,
    false,
  ],
  [
    'a claim of priority, no search',
    report([fact('claim of priority', 'the first', 'first')]),
    /claim of priority/,
    true,
  ],
  [
    'a claim of priority with its search',
    report([fact('claim of priority', 'the first', 'first'), fact('literature search', 'PubMed', 'PubMed')]),
    /claim of priority/,
    false,
  ],
  ['stable as long as treated, in all', courses(['8', '6', '4'], ['8', '6', '4']), /time on the drug/, true],
  [
    'stable as long as treated, not in all',
    courses(['8', '6', '4'], ['8', '6', '5']),
    /time on the drug/,
    false,
  ],
  [
    'a fusion of one patient without proof',
    report([fact('fusion', 'ETV6:NTRK3', 'ETV6:NTRK3')], { selection: 'singleCase' }),
    /proof of the fusion/,
    true,
  ],
  [
    'a fusion of one patient with a second method',
    report([fact('fusion', 'ETV6:NTRK3', 'ETV6:NTRK3'), fact('confirmation of the fusion', 'FISH', 'FISH')], {
      selection: 'singleCase',
    }),
    /proof of the fusion/,
    false,
  ],
  [
    'adverse events in a table without its number of patients',
    report([nausea, { ...patients('all', 17), place: { ...place, section: 'Abstract' } }]),
    /number of patients of Table 1/,
    true,
  ],
  [
    'adverse events in a table with it',
    report([nausea, patients('all', 17)]),
    /number of patients of/,
    false,
  ],
  [
    'groups said to differ, without sizes and results',
    parts([], compared('expression', ['a', 'b'], 'biomarker', 'highly expressed')),
    /without sizes and results/,
    true,
  ],
  [
    'groups said to differ, with sizes',
    parts(
      [patients('a', 20), patients('b', 20)],
      compared('expression', ['a', 'b'], 'biomarker', 'highly expressed'),
    ),
    /without sizes and results/,
    false,
  ],
];

for (const [words, made, subject, expected] of rules)
  test(words, () => {
    const found = auditStudy(made).findings.map(({ about }) => about);
    assert.equal(
      found.some((about) => subject.test(about)),
      expected,
      found.join('\n'),
    );
  });
