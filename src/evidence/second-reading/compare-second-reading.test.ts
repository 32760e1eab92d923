import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PrintedResults, printedResults } from '../printed/index.ts';
import { basketStudy } from '../study.fixture.ts';
import { compareSecondReading } from './compare-second-reading.ts';
import { readSecondReading, secondReadingColumns } from './second-reading-row.ts';

const place = (lines: string, text: string) => ({ document: '002', lines, text });
const printed: PrintedResults = printedResults.parse({
  groups: [
    { id: 'all', words: 'all patients' },
    { id: 'melanoma', words: 'melanoma', partOf: 'all' },
  ],
  values: [
    {
      group: 'all',
      what: 'objectiveResponse',
      as: 'percent',
      value: '41.2',
      interval: '17.80–64.60',
      intervalLabel: '95% CI',
      place: place('160', 'ORR of 41.2%'),
    },
    { group: 'melanoma', what: 'patients', as: 'count', value: '15', place: place('143', 'n = 15') },
    {
      group: 'all',
      what: 'fact',
      name: 'lines before',
      as: 'words',
      value: 'failed to four lines',
      means: '4',
      place: place('169', 'failed to four lines of treatment'),
    },
  ],
});
const studies = [{ ...basketStudy, printed }];
const groups = new Map([['002|own|all', ['basket:all']]]);

const compare = (...rows: readonly string[]) => {
  const text = [secondReadingColumns.join('\t'), ...rows].join('\n');
  const { value, issues } = readSecondReading(text, '002');
  assert.deepEqual(issues, []);
  return compareSecondReading('002', value ?? [], studies, groups);
};

test('the same print of the same patients and quantity agrees', () => {
  const { rows } = compare(
    'own\t160\tall\tobjectiveResponse\tORR\tpercent\t41.2\t%\t95% CI 17.80–64.60\t95% CI',
  );
  assert.deepEqual(rows[0]?.differs, []);
  assert.equal(rows[0]?.held?.value, '41.2');
});

test('another number, or the number at another line, is not in the library', () => {
  const { rows, onlyInLibrary } = compare(
    'own\t160\tall\tobjectiveResponse\tORR\tpercent\t41.3\t%\t\t',
    'own\t161\tall\tobjectiveResponse\tORR\tpercent\t41.2\t%\t\t',
  );
  assert.deepEqual(
    rows.map(({ held }) => held),
    [undefined, undefined],
  );
  assert.deepEqual(
    onlyInLibrary.map(({ value }) => value),
    ['41.2', '15'],
  );
});

test('what the print means is compared: patients, quantity, interval', () => {
  for (const [row, differs] of [
    ['own\t143\tall\tpatients\tmelanoma\tcount\t15\t\t\t', ['group']],
    ['own\t160\tall\tstableDisease\tSD\tpercent\t41.2\t%\t\t', ['quantity']],
    ['own\t160\tall\tobjectiveResponse\tORR\tpercent\t41.2\t%\t17.80–64.61\t', ['interval']],
  ] as const)
    assert.deepEqual(compare(row).rows[0]?.differs, differs);
});

test('a number in words is found in a fact', () => {
  assert.equal(compare('own\t169\tall\tpart\tlines\tcount\tfour\t\t\t').rows[0]?.held?.what, 'fact');
});

test('a value of the library answers one row', () => {
  const row = 'own\t143\tall\tpatients\tmelanoma\tcount\t15\t\t\t';
  const { rows } = compare(row, row);
  assert.equal(rows.filter(({ held }) => held !== undefined).length, 1);
});

test('a table that is not one is answered with its line', () => {
  assert.equal(readSecondReading('study\tlines\n', '002').value, undefined);
  const text = `${secondReadingColumns.join('\t')}\nown\t160\tall\tluck\t\t\t1\t\t\t\n`;
  assert.deepEqual(
    readSecondReading(text, '002').issues.map(({ line }) => line),
    [2],
  );
});
