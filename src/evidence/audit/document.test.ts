/** Checks on a paper as a document: what it refers to, and its abbreviations. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Paper } from '../paper.ts';
import type { PrintedValue } from '../printed/index.ts';
import { auditLibrary } from './audit-library.ts';
import { groupsOf, median, patients, place, responses, studyOf } from './printed-study.fixture.ts';

const exhibit = (id: string): Paper['tables'][number] => ({ id, words: id, columns: [], lines: '1', place });

const short = (text: string, means: string, section = 'Table 1'): Paper['abbreviations'][number] => ({
  short: text,
  means,
  place: { ...place, section },
});

const paperOf = (more: Partial<Paper>): Paper => ({
  cajal: 'paper/1',
  id: '004',
  title: 'A paper',
  kind: 'review',
  tables: [exhibit('Table 1'), exhibit('Table 2'), exhibit('Table 3')],
  figures: [exhibit('Figure 1')],
  mentions: [],
  abbreviations: [],
  ...more,
});

const mention = (of: string): Paper['mentions'][number] => ({ of, for: 'a value', place });

const found = (more: Partial<Paper>, ...values: PrintedValue[]): readonly string[] =>
  auditLibrary([studyOf({ groups: groupsOf('all'), values })], [paperOf(more)])
    .findings.filter(({ study }) => study === 'paper-004')
    .map(({ check, certainty, about }) => `${check} ${certainty} ${about}`);

/** The findings on a paper that cites these studies, each with a drug. */
const ofStudies = (
  more: Partial<Paper>,
  ...ofEach: readonly (readonly PrintedValue[])[]
): readonly string[] =>
  auditLibrary(
    ofEach.map((values, index) =>
      studyOf(
        { groups: groupsOf('all'), values: [...values] },
        { id: `study-${index}`, arms: [{ id: 'x', label: 'x', drugs: ['temozolomide', 'streptozocin'] }] },
      ),
    ),
    [paperOf(more)],
  )
    .findings.filter(({ study }) => study === 'paper-004')
    .map(({ check, certainty, about }) => `${check} ${certainty} ${about}`);

const rated = () => ({ group: 'all', what: 'objectiveResponse', value: '40', as: 'percent', place }) as const;

const inText = { ...place, section: 'Text' };

const withSites: Paper['tables'][number] = {
  ...exhibit('Table 1'),
  columns: [{ header: 'Primary site (n)' }],
};

const site: PrintedValue = {
  group: 'all',
  what: 'part',
  scheme: 'site',
  term: 'pancreas',
  partition: false,
  value: '10',
  as: 'count',
  place,
};

const rules: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'a table that is not there',
    found({ mentions: [mention('Table 7'), mention('Table 1')] }),
    ['crossReference certain Table 7'],
  ],
  [
    'parts of a figure that is not there are one finding, and no certain one',
    found({ mentions: [mention('Figure 3a'), mention('Figure 3b'), mention('Figure 1A')] }),
    ['crossReference possible Figure 3'],
  ],
  [
    'one abbreviation, two meanings',
    found({ abbreviations: [short('NA', 'not available'), short('NA', 'not applicable', 'Table 2')] }),
    ['abbreviation certain NA'],
  ],
  [
    'one meaning in another order, or with a drug left out',
    found({
      abbreviations: [
        short('XELOX', 'capecitabine and oxaliplatin'),
        short('XELOX', 'oxaliplatin and capecitabine', 'Table 2'),
        short('FOLFOX', '5-FU, leucovorin, and oxaliplatin'),
        short('FOLFOX', 'oxaliplatin and 5-FU', 'Table 2'),
      ],
    }),
    [],
  ],
  [
    'one meaning, two abbreviations',
    found({
      abbreviations: [
        short('CAPTEM', 'capecitabine and temozolomide'),
        short('CATEM', 'capecitabine and temozolomide'),
      ],
    }),
    ['abbreviation likely CAPTEM and CATEM'],
  ],
  [
    'a limit that was not estimable is not "not evaluated"',
    found(
      { abbreviations: [short('NE', 'not evaluated')] },
      median('all', 'overallSurvival', '11.4', '8.9 months–NE', '95% CI'),
    ),
    ['abbreviation likely use of NE for a limit that could not be estimated or was not reached'],
  ],
  [
    'a limit that was not estimable',
    found(
      { abbreviations: [short('NE', 'not estimable')] },
      median('all', 'overallSurvival', '11.4', '8.9 months–NE', '95% CI'),
    ),
    [],
  ],
  [
    'patients who were not assessed are not "not available"',
    found(
      { abbreviations: [short('NA', 'not available')] },
      ...responses('all', { NE: '16.7' }, { ...place, text: '50 (PR, 50; NA, 16.7)' }),
    ),
    ['abbreviation likely use of NA for patients who were not evaluable'],
  ],
  [
    'a table whose legend lacks what other tables define',
    found(
      {
        abbreviations: [
          short('NEC', 'carcinoma'),
          short('OS', 'overall survival'),
          short('PD', 'progression'),
          short('PDNEC', 'poorly differentiated carcinoma', 'Table 2'),
          short('PDNEC', 'poorly differentiated carcinoma', 'Table 3'),
        ],
      },
      { ...patients('all', 20), place: { ...place, text: '20 with PDNECs' } },
    ),
    ['abbreviation certain abbreviations that a legend lacks'],
  ],
  [
    'two abbreviations of nearly one meaning',
    found({
      abbreviations: [short('UP', 'unknown primary'), short('UPS', 'unknown primary site', 'Table 2')],
    }),
    ['abbreviation likely UP and UPS'],
  ],
  [
    'a name of a tumour that is built on a defined one, and a gene that is not',
    found(
      { abbreviations: [short('NET', 'neuroendocrine tumor'), short('TRK', 'tropomyosin receptor kinase')] },
      { ...patients('all', 20), place: { ...place, text: '20 with HGNETs and NTRK fusions' } },
    ),
    ['abbreviation certain abbreviations that are expanded nowhere'],
  ],
  [
    'a name of a tumour that is expanded in the text',
    found(
      {
        abbreviations: [
          short('NET', 'neuroendocrine tumor'),
          short('HGNET', 'high-grade neuroendocrine tumor', 'Text'),
        ],
      },
      { ...patients('all', 20), place: { ...place, text: '20 with HGNETs' } },
    ),
    [],
  ],
  [
    'rates of several studies without criteria',
    ofStudies({}, [rated()], [rated()]),
    ['designBasis certain criteria of the rates in the tables'],
  ],
  [
    'rates of several studies with the criteria of one',
    ofStudies({}, [rated()], [{ ...rated(), criteria: 'RECIST 1.1' }]),
    [],
  ],
  [
    'a row without a site in a table that has a column of sites',
    ofStudies(
      { tables: [withSites] },
      [{ ...rated(), criteria: 'RECIST 1.1' }],
      [{ ...rated(), criteria: 'RECIST 1.1' }, site],
    ),
    ['columnUnit certain Table 1: rows whose column prints no primary site'],
  ],
  [
    'rows with sites',
    ofStudies(
      { tables: [withSites] },
      [{ ...rated(), criteria: 'RECIST 1.1' }, site],
      [{ ...rated(), criteria: 'RECIST 1.1' }, site],
    ),
    [],
  ],
  [
    'a drug study of the text that is in no table',
    ofStudies({}, [{ ...rated(), criteria: 'RECIST 1.1' }], [{ ...patients('all', 11), place: inText }]),
    ['crossReference certain studies that are in no table'],
  ],
  [
    'a drug with one letter wrong',
    ofStudies({}, [{ ...patients('all', 20), place: { ...place, text: '20 on temozolamide' } }]),
    ['abbreviation certain spelling of temozolomide'],
  ],
  [
    'a drug as it is spelled, and another name of a drug',
    ofStudies({}, [
      { ...patients('all', 20), place: { ...place, text: '20 on temozolomide or streptozotocin' } },
    ]),
    [],
  ],
  [
    'an abbreviation with a number, beside the same letters for something else',
    found(
      { abbreviations: [short('PD', 'progression of disease')] },
      { ...patients('all', 20), place: { ...place, text: '20 on a PD-1 inhibitor' } },
    ),
    ['abbreviation likely PD-1 beside PD'],
  ],
  [
    'an abbreviation with a number that is expanded',
    found(
      { abbreviations: [short('PD', 'progression of disease'), short('PD-1', 'programmed death 1', 'Text')] },
      { ...patients('all', 20), place: { ...place, text: '20 on a PD-1 inhibitor' } },
    ),
    [],
  ],
];

for (const [words, actual, expected] of rules)
  test(words, () => {
    assert.deepEqual(actual, expected);
  });
