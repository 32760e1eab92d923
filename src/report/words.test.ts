import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clopperPearson } from '../statistics/index.ts';
import { parsePatientDate } from '../units/index.ts';
import { dateWords, momentWords, printedDateWords } from './date-words.ts';
import { countWords } from './interval-words.ts';
import { laterSource, sourceWords, speaksOfLater } from './later-words.ts';
import { topicWords } from './topic-words.ts';

const dateOf = (text: string) => {
  const read = parsePatientDate(text);
  assert.ok(read.ok, text);
  return read.value;
};

test('dates are printed so that day and month cannot be confused', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['2008-09-09', '09-Sep-2008'],
    ['2012-06', 'Jun-2012'],
    ['2012', '2012'],
    ['2012-06..2012-08', 'between Jun-2012 and Aug-2012'],
    ['2012-06-03..2012-08', 'between 03-Jun-2012 and Aug-2012'],
    ['..2012-06', 'by Jun-2012'],
    ['2012-06..', 'from Jun-2012'],
    ['day 28', 'day 28'],
    ['..day -30', 'by day -30'],
    ['day 21..28', 'between day 21 and day 28'],
  ];
  for (const [given, words] of cases) assert.equal(dateWords(dateOf(given)), words);
  assert.equal(printedDateWords('in spring'), 'in spring');
  assert.equal(momentWords('2026-11-20T23:52:45Z'), '20-Nov-2026 23:52 UTC');
  assert.equal(momentWords('2026-11-20T23:52:45.123Z'), '20-Nov-2026 23:52 UTC');
  assert.equal(momentWords('2026-11-20'), '20-Nov-2026');
});

test('counts carry their exact interval (Clopper and Pearson)', () => {
  const words = (count: number, of: number) => countWords(count, of, clopperPearson(count, of));
  assert.equal(words(5, 9), '5 of 9 (21-86%)');
  assert.equal(words(0, 2), '0 of 2 (0-84%)');
  assert.equal(words(0, 4), '0 of 4 (0-60%)');
  assert.equal(words(1, 27), '1 of 27 (0.1-19%)');
  assert.equal(words(3, 3), '3 of 3 (29-100%)');
  assert.equal(words(6, 2417), '6 of 2417 (0.1-0.5%)');
});

test('a source from after the knowledge clock is not named', () => {
  const clock = { kind: 'asOf', date: dateOf('2012-07') } as const;
  assert.equal(sourceWords('PMID 11287975, 2001', clock), 'PMID 11287975, 2001');
  assert.equal(sourceWords('CIViC release of 2022-05-30', clock), laterSource);
  assert.equal(speaksOfLater('PMID 20231234', clock), false);
  assert.equal(speaksOfLater('2019', { kind: 'latest' }), false);
});

test('topics of open questions in few words', () => {
  assert.equal(topicWords('fusion:NTRK3', 'an NTRK3 fusion'), 'NTRK3 fusion');
  assert.equal(topicWords('biomarker:PD-L1', 'PD-L1 at least 1'), 'PD-L1');
  assert.equal(topicWords('sstrUptake', 'receptor imaging positive'), 'somatostatin-receptor imaging');
  assert.equal(topicWords('laboratory', 'bilirubin at most 1.5 x ULN'), 'bilirubin at most 1.5 x ULN');
});
