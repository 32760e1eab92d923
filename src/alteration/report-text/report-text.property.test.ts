/** What holds for the reader of report text on any string: places are true, nothing throws, the work grows with the length. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readReportText } from './read-report-text.ts';

const words = fc.constantFrom(
  'KIT',
  'V560del',
  'p.V600E',
  'c.1679_1681delTTG',
  'exon 11 mutation',
  'ETV6::NTRK3',
  'fusion',
  'amplification',
  'Ki-67',
  '5-10%',
  'MIB-1 <2%',
  '4 mitoses per 10 HPF',
  'grade 3',
  'synaptophysin',
  'chromogranin A',
  'TTF-1',
  'positive for',
  'negative',
  'no',
  'was not detected',
  'pending',
  'mother',
  'but',
  'MSI-H',
  'TMB 12 mut/Mb',
  'PD-L1 CPS 5',
  'HER2 3+',
  '18q-',
);
const joints = fc.constantFrom(
  ' ',
  '\n',
  '\r\n',
  '\n\n',
  ', ',
  '. ',
  '; ',
  ': ',
  ' | ',
  '\t',
  '-\n',
  '\u00a0',
  '\u00ad',
  '\ufb01',
  '\u2011',
  '(',
  ')',
  '\n- ',
);
const reports = fc
  .array(fc.oneof(words, joints, fc.string({ maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

function assertPlaces(text: string): void {
  const { mentions, uninterpreted } = readReportText(text);
  for (const span of [...mentions, ...uninterpreted]) {
    assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length, JSON.stringify(span));
    assert.equal(span.text, text.slice(span.start, span.end));
  }
  const starts = mentions.map(({ start }) => start);
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
  );
}

test('every span lies in the text and is its words, in reports put together at random', () => {
  fc.assert(fc.property(reports, assertPlaces), { numRuns: 400 });
});

test('no string makes the reader throw, and its spans are true', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), assertPlaces), { numRuns: 400 });
});

test('a sentence reads the same with other sentences around it', () => {
  fc.assert(
    fc.property(fc.constantFrom('The margin is free.', 'Macroscopy: a nodule of 3 cm.'), (other) => {
      const sentence = 'KIT V560del was detected.';
      const own = readReportText(sentence).mentions.map(({ text, polarity, owner }) => [
        text,
        polarity,
        owner,
      ]);
      const among = readReportText(`${other}\n\n${sentence}\n\n${other}`).mentions;
      assert.deepEqual(
        among.map(({ text, polarity, owner }) => [text, polarity, owner]),
        own,
      );
    }),
  );
});
