/** No code word of the case format reaches a reader; words that only look like one stay. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainSection, plainWords } from './code-words.ts';
import { printed, text } from './span.ts';

test('code words become words, and names stay names', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['coreBiopsy of liver, adequate', 'core biopsy of liver, adequate'],
    ['(coreBiopsy or fineNeedleAspirate)', '(core biopsy or fine needle aspirate)'],
    [
      'earlier treatment of class trk-inhibitor with progression',
      'earlier treatment of class TRK inhibitor with progression',
    ],
    ['earlier treatment of class platinum', 'earlier treatment of class platinum'],
    ['locallyAdvanced disease', 'locally advanced disease'],
    ['tested for smallVariant of KIT', 'tested for small variant of KIT'],
    ['the list of coMedication is complete', 'the list of co-medication is complete'],
    ['dMMR, mTOR, pNET, iRECIST and ileocoecalValve', 'dMMR, mTOR, pNET, iRECIST and ileocoecalValve'],
    ['a first-class trk-inhibitor', 'a first-class TRK inhibitor'],
    ['class one-of-a-kind', 'class one-of-a-kind'],
  ];
  for (const [code, words] of rows) assert.equal(plainWords(code), words);
});

test('what a source printed stays as printed', () => {
  const section = plainSection({
    id: 'x',
    part: 'front',
    title: 'X',
    blocks: [{ kind: 'paragraph', spans: [text('a coreBiopsy, '), printed('coreBiopsy')] }],
  });
  assert.deepEqual(section.blocks, [
    { kind: 'paragraph', spans: [text('a core biopsy, '), printed('coreBiopsy')] },
  ]);
});
