import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countOfWord, wordOfCount } from './count-words.ts';

test('counts as words', () => {
  for (const [word, count] of [
    ['one', 1],
    ['Seven', 7],
    ['No', 0],
    ['none', 0],
    ['twenty', 20],
    ['7', undefined],
    ['many', undefined],
  ] as const)
    assert.equal(countOfWord(word), count, word);
});

test('the word that stands for a count in a text', () => {
  assert.equal(wordOfCount('7', 'partial responses in seven patients'), 'seven');
  assert.equal(wordOfCount('0', 'No responses were observed'), 'No');
  assert.equal(wordOfCount('3', 'seven patients'), undefined);
});
