/**
 * Every number in the claim of a statement, and in what an option, a rung or a caution quotes of a study, stands in the studies
 * that are cited: none is known to the sentence alone.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isHeld, knowledge, numbersIn } from './study-numbers.fixture.ts';

const { evidence, options } = knowledge.base;
const { statements } = evidence;

/** The numbers of a text that none of the cited studies has. */
const unknownOf = (text: string, cited: readonly string[]): readonly string[] =>
  numbersIn(text).filter((number) => !isHeld(number, cited));

test('the numbers of claims are those of their studies', () => {
  const unknown = statements.flatMap(({ id, claim, studies: cited }) =>
    unknownOf(claim, cited).map((number) => `${id}: ${number}`),
  );
  assert.deepEqual(unknown, []);
  assert.ok(statements.flatMap(({ claim }) => numbersIn(claim)).length > 300);
});

/** Every mapping with the words of a study, anywhere below a value. */
function quotesIn(value: unknown): readonly { readonly words: string; readonly study: string }[] {
  if (Array.isArray(value)) return value.flatMap(quotesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'words' in value && 'study' in value && typeof value.words === 'string' && typeof value.study === 'string'
      ? [{ words: value.words, study: value.study }]
      : [];
  return [...own, ...Object.values(value).flatMap(quotesIn)];
}

test('the numbers that options quote of a study are those of the study', () => {
  const quotes = quotesIn(options);
  const unknown = quotes.flatMap(({ words, study }) =>
    unknownOf(words, [study]).map((number) => `${study}: ${number} in "${words}"`),
  );
  assert.deepEqual(unknown, []);
  assert.ok(quotes.length > 50, `${quotes.length} quotes`);
});
