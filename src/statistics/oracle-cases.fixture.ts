/**
 * Cases of the committed oracles that scripts/oracle/*.R print: the R function, what it was given, what it answered, and how
 * far the computation here lies from it. Used by tests and by the script that writes the table of docs/statistics.md.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod';

const entry = z.union([
  z.number(),
  z.null(),
  z.string(),
  z.array(z.union([z.number(), z.null(), z.string()])),
]);
const value = z.union([entry, z.array(z.array(z.number()))]);
const oracle = z.strictObject({
  source: z.string(),
  script: z.string(),
  cases: z.array(
    z.strictObject({
      function: z.string(),
      input: z.record(z.string(), value),
      expected: z.record(z.string(), entry),
    }),
  ),
});

/** What an R function was given, read by name. */
export class Given {
  readonly #input: Readonly<Record<string, unknown>>;

  constructor(input: Readonly<Record<string, unknown>>) {
    this.#input = input;
  }

  has(name: string): boolean {
    return this.#input[name] !== undefined;
  }

  text(name: string): string {
    return z.string().parse(this.#input[name]);
  }

  texts(name: string): readonly string[] {
    return z.array(z.string()).parse(this.#input[name]);
  }

  number(name: string): number {
    return z.number().parse(this.#input[name]);
  }

  list(name: string): readonly number[] {
    return z.array(z.number()).parse(this.#input[name]);
  }

  /** A list with its missing numbers as they are. */
  openList(name: string): readonly (number | null)[] {
    return z.array(z.number().nullable()).parse(this.#input[name]);
  }

  table(name: string): readonly (readonly number[])[] {
    return z.array(z.array(z.number())).parse(this.#input[name]);
  }
}

/** Answers by name: a number, null for missing or not reached, or a list of them. */
export type Answers = Readonly<Record<string, number | null | ArrayLike<number | null>>>;

/** How an R function is computed here. */
export interface Computation {
  /** Largest error allowed, relative to the value where that is above `floor`. */
  readonly tolerance: number;
  /** The size below which an error is taken relative to it instead of the value. */
  readonly floor: number;
  readonly compute: (given: Given, wanted: Answers) => Answers;
}

/**
 * A case with its largest error here.
 *
 * @public
 */
export interface ComparedCase {
  readonly function: string;
  readonly error: number;
  /** Numbers compared. */
  readonly values: number;
  /** The place of the largest error, in words. */
  readonly where: string;
  readonly tolerance: number;
}

/** Expected values as answers: texts are none. */
function answersOf(expected: Readonly<Record<string, unknown>>): Answers {
  const answer = z.union([z.number(), z.null(), z.array(z.number().nullable())]);
  return Object.fromEntries(
    Object.entries(expected).map(([name, given]) => [name, answer.parse(given)] as const),
  );
}

const listOf = (given: unknown): readonly unknown[] =>
  typeof given === 'object' && given !== null ? Array.from(given as ArrayLike<unknown>) : [given];

function errorOf(actual: unknown, wanted: unknown, floor: number): number {
  if (wanted === null || actual === null || actual === undefined)
    return wanted === (actual ?? null) ? 0 : Number.POSITIVE_INFINITY;
  const [own, other] = [Number(actual), Number(wanted)];
  const error = Math.abs(own - other) / Math.max(floor, Math.abs(other));
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
}

/** The largest error of answers against the expected ones, its place, and how many numbers there are. */
export function comparedAnswers(
  answers: Answers,
  expected: Answers,
  floor: number,
  name: string,
): Pick<ComparedCase, 'error' | 'where' | 'values'> {
  let worst = { error: 0, where: '' };
  let values = 0;
  for (const [key, wanted] of Object.entries(expected)) {
    const [own, others] = [listOf(answers[key]), listOf(wanted)];
    values += others.length;
    if (own.length !== others.length)
      worst = {
        error: Number.POSITIVE_INFINITY,
        where: `${name}, ${key} has ${own.length}, not ${others.length}`,
      };
    for (const [at, other] of others.entries()) {
      const error = errorOf(own[at], other, floor);
      if (error > worst.error)
        worst = { error, where: `${name}, ${key} ${at}: ${String(own[at])}, not ${String(other)}` };
    }
  }
  return { ...worst, values };
}

/**
 * An oracle of the folder with its cases, computed here.
 *
 * @public
 */
export function comparedOracle(
  name: string,
  computations: Readonly<Record<string, Computation>>,
): { readonly source: string; readonly script: string; readonly cases: readonly ComparedCase[] } {
  const file = new URL(`./oracle/${name}.json`, import.meta.url);
  const { source, script, cases } = oracle.parse(JSON.parse(readFileSync(file, 'utf8')));
  const compared = cases.map((each, index) => {
    const computation = computations[each.function];
    if (computation === undefined) throw new Error(`${name}: nothing is compared with ${each.function}`);
    const expected = answersOf(each.expected);
    const answers = computation.compute(new Given(each.input), expected);
    const { tolerance, floor } = computation;
    return {
      function: each.function,
      tolerance,
      ...comparedAnswers(answers, expected, floor, `case ${index}`),
    };
  });
  return { source, script, cases: compared };
}
