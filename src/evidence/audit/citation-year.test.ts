/** Years of citations against the citing paper and against the study itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Paper } from '../paper.ts';
import type { PrintedValue } from '../printed/index.ts';
import type { Study } from '../study.ts';
import { citationYearCheck } from './citation-year-check.ts';
import { fact, groupsOf, place, studyOf } from './printed-study.fixture.ts';

const paper: Paper = {
  cajal: 'paper/1',
  id: '004',
  title: 'A paper',
  kind: 'review',
  year: 2019,
  tables: [],
  figures: [],
  mentions: [],
  abbreviations: [],
};

/** A study of 2012 that was read, or one that is known from paper 004 alone. */
const read: Partial<Study> = {
  citation: { year: 2012, trial: [] },
  published: '2011-11',
  verification: 'read',
  readIn: { document: 'A study 2012, abstract' },
};
const cited: Partial<Study> = { ...read, verification: 'secondary', readIn: place };

const year = (means: string, document = '004'): PrintedValue => fact('year', means, means, document);

const rules: readonly (readonly [
  string,
  Partial<Study>,
  PrintedValue,
  readonly Paper[],
  readonly string[],
])[] = [
  ['the year of the study', read, year('2012'), [paper], []],
  ['the year in which it appeared ahead of print', read, year('2011'), [paper], []],
  ['a year beside it', read, year('2013'), [paper], ['conflicting likely']],
  ['another year', read, year('2002'), [paper], ['conflicting certain']],
  ['another year of a study known from the paper alone', cited, year('2002'), [paper], []],
  ['later than the paper that cites it', cited, year('2021'), [paper], ['conflicting certain']],
  ['in press', cited, year('2020'), [paper], ['conflicting possible']],
  ['the year of the paper', cited, year('2019'), [paper], []],
  ['a paper whose year is not known', cited, year('2021'), [{ ...paper, id: '002' }], []],
  ['a fact that is no year of a citation', read, fact('year of diagnosis', '1988', '1988'), [paper], []],
  ['a year that is no number', read, fact('year', '2010s', '2010s'), [paper], []],
];

for (const [words, study, value, papers, expected] of rules)
  test(words, () => {
    const { findings } = citationYearCheck(
      studyOf({ groups: groupsOf('all'), values: [value] }, study),
      papers,
    );
    assert.deepEqual(
      findings.map(({ outcome, certainty }) => `${outcome} ${certainty}`),
      expected,
    );
  });
