/** Words of the cells of a row: which column they belong to, and what is printed of words that several values hold. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrintedValue } from '../printed/index.ts';
import { rowWords } from './exhibit-words.ts';

const headers = [
  'First author (year) [ref]',
  'Patients, n',
  'Primary site (n)',
  'RR, %',
  'Line of treatment',
  'Summary',
];

const place = (lines: string, text: string): PrintedValue['place'] => ({
  document: '004',
  section: 'Table 1',
  lines,
  text,
});
const fact = (name: string, lines: string, text: string, value = text): PrintedValue => ({
  group: 'all',
  what: 'fact',
  name,
  value,
  means: 'meaning',
  as: 'words',
  place: place(lines, text),
});
const patients = (value: string, lines: string, text: string): PrintedValue => ({
  group: 'all',
  what: 'patients',
  value,
  as: 'count',
  place: place(lines, text),
});
const site = (term: string, value: string, lines: string, text: string): PrintedValue => ({
  group: 'all',
  what: 'part',
  scheme: 'site',
  partition: true,
  term,
  value,
  as: 'count',
  place: place(lines, text),
});
const response = (value: string, lines: string, text: string): PrintedValue => ({
  group: 'all',
  what: 'objectiveResponse',
  value,
  as: 'percent',
  place: place(lines, text),
});

const sites = 'GEP (12), lung (4)';
const rules: readonly (readonly [string, readonly PrintedValue[], Readonly<Record<string, string>>])[] = [
  [
    'words that several values hold are printed once',
    [site('GEP', '12', '5-6', sites), site('lung', '4', '5-6', sites)],
    { 'Primary site (n)': sites },
  ],
  [
    'a phrase of the summary stays in the summary, even where its name is that of a column',
    [
      fact('population', '21-22', 'has no effect in recurrent NEC'),
      fact('conclusion', '20-22', 'Temozolomide has no effect in recurrent NEC.'),
    ],
    { 'Primary site (n)': '', Summary: 'Temozolomide has no effect in recurrent NEC.' },
  ],
  [
    'a total that stands with the sites is part of their words',
    [
      patients('16', '5', 'GEP (16; pancreas'),
      site('pancreas', '12', '5-6', 'GEP (16; pancreas, 12; lung, 4)'),
    ],
    { 'Patients, n': '', 'Primary site (n)': 'GEP (16; pancreas, 12; lung, 4)' },
  ],
  [
    'a remark that quotes several cells is none of them',
    [patients('16', '4', '16'), site('GEP', '12', '4-6', sites), fact('site scope', '4-6', `16 ${sites}`)],
    { 'Patients, n': '16', 'Primary site (n)': sites, Summary: '' },
  ],
  [
    'a remark whose words the row lacks is not lost',
    [patients('16', '4', '16'), fact('remark', '4-5', '16 of whom 3 withdrew')],
    { 'Patients, n': '16', Summary: '16 of whom 3 withdrew' },
  ],
  [
    'of a fact the words that it quotes, not what stands beside them on the line',
    [fact('line of treatment', '9', 'XELOX First line', 'First line'), response('50', '9-10', '50 (PR, 50)')],
    { 'Line of treatment': 'First line', 'RR, %': '50 (PR, 50)' },
  ],
  [
    'a code stays as printed, and the gap of a line end goes',
    [fact('conclusion', '20-22', 'NA in platinum- based and first- or second-line tx')],
    { Summary: 'NA in platinum-based and first- or second-line tx' },
  ],
  [
    'values that are held apart are joined, in the order of their lines',
    [
      response('9', '12', 'WDNET, 9'),
      response('41', '10-11', 'NEC, 41;'),
      response('7', '14', 'and others, 7'),
    ],
    { 'RR, %': 'NEC, 41; WDNET, 9 and others, 7' },
  ],
  [
    'a number that its words do not name is printed beside them',
    [response('60', '12', 'NEC, 41')],
    { 'RR, %': 'NEC, 41; 60' },
  ],
  [
    'a count in words is named by its number',
    [patients('1', '12', 'one patient')],
    { 'Patients, n': 'one patient' },
  ],
  [
    'the report is named by the words with its year',
    [fact('year', '1-2', 'Welin (2011) [73]', '2011'), fact('reference number', '2', '(2011) [73]', '[73]')],
    { 'First author (year) [ref]': 'Welin (2011) [73]' },
  ],
];

for (const [rule, values, expected] of rules)
  test(rule, () => {
    const cells = rowWords(values, headers);
    for (const [header, words] of Object.entries(expected))
      assert.equal(cells[headers.indexOf(header)]?.words, words, header);
    assert.equal(cells.length, headers.length);
  });
