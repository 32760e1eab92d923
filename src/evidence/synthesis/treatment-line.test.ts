import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Study } from '../study.ts';
import { madeStudy } from './synthesis.fixture.ts';
import { treatmentLine } from './treatment-line.ts';

const place = { document: 'invented for this test' };
const part = (group: string, term: string, value = '3') => ({
  group,
  what: 'part',
  scheme: 'line',
  term,
  partition: true,
  as: 'count',
  value,
  place,
});
const fact = (group: string, means: string) => ({
  group,
  what: 'fact',
  name: 'line of treatment',
  value: means,
  means,
  as: 'words',
  place,
});
const groups = [
  { id: 'all', words: 'all', entity: 'nen' },
  { id: 'nec', words: 'NEC', entity: 'nec', partOf: 'all' },
  { id: 'net', words: 'NET', entity: 'net', partOf: 'all' },
];
const lineOf = (values: readonly object[], counted: object = {}): string | undefined => {
  const made: Study = madeStudy('study-a', 1, 10, { printed: { groups, values } }, counted);
  const [result] = made.counts;
  return result === undefined ? undefined : treatmentLine(made, result);
};

const rows: readonly (readonly [string, readonly object[], object, string | undefined])[] = [
  ['one line', [fact('all', 'first line')], {}, 'first line'],
  ['the same in other words', [fact('all', 'second line, after platinum and etoposide')], {}, 'second line'],
  [
    'first and later',
    [part('all', 'first'), part('all', 'second'), part('all', 'third or beyond')],
    {},
    'mixed lines',
  ],
  ['later alone', [part('all', 'second'), part('all', 'third or beyond')], {}, 'second line or later'],
  ['third alone', [fact('all', 'third line')], {}, 'third line'],
  ['a line of nobody', [part('all', 'first'), part('all', 'second', '0')], {}, 'first line'],
  ['a table before words', [part('all', 'second'), fact('all', 'first line')], {}, 'second line'],
  [
    'earlier treatment permitted, under a heading that says first line',
    [fact('all', 'prior treatment permitted, number not available'), fact('all', 'first line')],
    {},
    'mixed lines',
  ],
  [
    'treated before in part',
    [fact('all', '41.6% treated before'), fact('all', 'first line')],
    {},
    'mixed lines',
  ],
  [
    'the group before the whole',
    [fact('nec', 'first line'), fact('all', 'second line')],
    { group: 'nec' },
    'first line',
  ],
  [
    'not the other group',
    [fact('net', 'second line'), fact('all', 'first line')],
    { group: 'nec' },
    'first line',
  ],
  ['nothing printed', [], {}, undefined],
  ['words that name no line', [fact('all', 'salvage')], {}, undefined],
];
for (const [words, values, counted, expected] of rows)
  test(`line of treatment: ${words}`, () => assert.equal(lineOf(values, counted), expected));
