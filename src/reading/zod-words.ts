/**
 * Words for what a schema asks and for what was found instead.
 */
import type { z } from 'zod';
import { nearestWord } from './edit-distance.ts';
import { shortened } from './fault.ts';

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  undefined: 'nothing',
  never: 'nothing',
  array: 'a list',
  tuple: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  nonoptional: 'a value',
};

/** A type of zod in plain words. */
export function typeWord(expected: string): string {
  return Object.hasOwn(typeWords, expected) ? (typeWords[expected] ?? expected) : expected;
}

/** `text "abc"`, `the number 5`, `a list`: what was found. */
export function foundWord(value: unknown, printed?: string): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return `the text "${shortened(value, 40)}"`;
    case 'number':
      return `the number ${shortened(printed ?? String(value), 40)}`;
    case 'boolean':
      return String(value);
    default:
      return 'a mapping';
  }
}

const mostNamed = 12;

/** `a, b or c`; a long list is cut, with how many are left. */
export function listed(words: readonly string[], last: 'or' | 'and'): string {
  if (words.length > mostNamed) {
    const rest = words.length - mostNamed;
    return `${words.slice(0, mostNamed).join(', ')} ${last} ${rest} more`;
  }
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** `did you mean "a"?` when one candidate is near, else `allowed are a, b and c`. */
export function suggestion(word: unknown, candidates: readonly unknown[]): string {
  const texts = candidates.map(String);
  const near = typeof word === 'string' ? nearestWord(word, texts) : undefined;
  if (near !== undefined) return `did you mean "${near}"?`;
  return texts.length === 0 ? 'remove it' : `allowed: ${listed(texts, 'and')}`;
}

type Bound = z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall;

/** `at least 0`, `at most 3 items`: a bound in words. */
export function boundWord(issue: Bound): string {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  const unit =
    issue.origin === 'string'
      ? ' characters'
      : issue.origin === 'array' || issue.origin === 'set'
        ? ' items'
        : '';
  if (issue.exact === true) return `exactly ${limit}${unit}`;
  if (issue.code === 'too_small')
    return `${issue.inclusive === false ? 'more than' : 'at least'} ${limit}${unit}`;
  return `${issue.inclusive === false ? 'less than' : 'at most'} ${limit}${unit}`;
}
