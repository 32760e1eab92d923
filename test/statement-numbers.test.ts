/**
 * Every number in the claim of a statement, and in what an option, a rung or a caution quotes of a study, stands in the studies
 * that are cited: none is known to the sentence alone.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { knowledgePlaces, loadKnowledge, loadPrinted } from '../src/index.ts';

const places = knowledgePlaces(fileURLToPath(new URL('..', import.meta.url)));
const { evidence, options } = loadKnowledge(places).base;
const { studies, statements } = evidence;
const printed = new Map(loadPrinted(places).printed.map(({ study, results }) => [study, results]));

/** Numbers that name something: an exon, a grade, a reference, a year. */
const names = /\bexons? \d+|\bG\d(?:[-–]\d)?|\breference \d+|\b(?:19|20)\d\d\b/g;
const numbers = (text: string): readonly string[] =>
  text.replaceAll('·', '.').match(/(?<![\w.])\d+(?:\.\d+)?(?![\w])/g) ?? [];

const held = new Map(
  studies.map((study) => [study.id, new Set(numbers(JSON.stringify([study, printed.get(study.id)])))]),
);

/** The numbers of a text that none of the cited studies has. */
const unknownOf = (text: string, cited: readonly string[]): readonly string[] =>
  numbers(text.replaceAll(names, '')).filter(
    (number) => !cited.some((study) => held.get(study)?.has(number) === true),
  );

test('the numbers of claims are those of their studies', () => {
  const unknown = statements.flatMap(({ id, claim, studies: cited }) =>
    unknownOf(claim, cited).map((number) => `${id}: ${number}`),
  );
  assert.deepEqual(unknown, []);
  assert.ok(statements.flatMap(({ claim }) => numbers(claim)).length > 300);
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
