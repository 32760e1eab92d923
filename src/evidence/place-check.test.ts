import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPlaces, checkValues } from './place-check.ts';
import { type Study, study } from './study.ts';

const madeStudy = (value: string, text: string): Study =>
  study.parse({
    cajal: 'study/1',
    id: 'study-a',
    title: 'invented for this test',
    citation: { year: 2010 },
    published: '2010',
    verification: 'unverified',
    readIn: { document: '900' },
    design: { type: 'retrospectiveSeries' },
    selection: 'consecutive',
    population: { words: 'NEC', entity: 'nec' },
    printed: {
      groups: [{ id: 'all', words: 'all' }],
      values: [
        {
          group: 'all',
          what: 'objectiveResponse',
          as: 'percent',
          value,
          place: { document: '900', lines: '2', text },
        },
      ],
    },
  });

test('a printed value stands in the words that are cited for it, as digits or as a word', () => {
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['75', 'Overall RR, 75', true],
    ['57', 'Overall RR, 75', false],
    ['7', 'seven patients', true],
    ['81', 'Eighty-one percent of patients', true],
    ['9.1', 'only 9.1% achieved', true],
    ['9', 'only 9.1% achieved', false],
    ['NA', 'SD, NA;', true],
    ['seventyfive', 'Overall RR, 75', false],
  ];
  for (const [value, text, stands] of rows)
    assert.equal(checkValues(madeStudy(value, text)).length === 0, stands, `${value} in ${text}`);
});

test('words are looked up in the cited lines of the papers at hand', () => {
  const papers = new Map([['900', ['one', 'two  words', 'three']]]);
  const place = { document: '900', lines: '2-3' };
  assert.deepEqual(checkPlaces([{ ...place, text: 'two words three' }], papers), []);
  assert.equal(checkPlaces([{ ...place, text: 'four' }], papers).length, 1);
  assert.equal(checkPlaces([{ document: '900', lines: '9' }, { document: '900' }], papers).length, 2);
  assert.deepEqual(checkPlaces([{ document: '901', lines: '9' }], papers), []);
});

test('a date of publication is one of the calendar', () => {
  for (const published of ['2011-13', '2011-02-30', '11'])
    assert.equal(study.safeParse({ ...madeStudy('7', '7'), published }).success, false, published);
  assert.equal(study.safeParse({ ...madeStudy('7', '7'), published: '2012-02-29' }).success, true);
});
