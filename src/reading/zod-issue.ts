/**
 * An issue of zod 4 as issues of Cajal: code, path, place, and what to do.
 */
import type { z } from 'zod';
import { shortened } from './fault.ts';
import type { Issue, Path } from './issue.ts';
import { type IssueCode, issueCodes } from './issue-codes.ts';
import { issueAt, type PositionedDocument } from './positioned-document.ts';
import { allowedValuesAt, discriminatorValuesAt, knownKeysAt, unionsAt, valueAt } from './schema-walk.ts';
import { bestOptions } from './union-branch.ts';
import { boundWord, foundWord, listed, suggestion, typeWord } from './zod-words.ts';

type ZodIssue = z.core.$ZodIssue;

/** The message of an issue for which the schema has no words of its own. */
export const defaultMessage = '\u0000';

/** The part of a document that a schema was applied to. */
export interface AppliedSchema {
  readonly document: PositionedDocument;
  readonly schema: z.core.$ZodType;
  /** The data at `base`. */
  readonly data: unknown;
  /** Where the schema was applied; paths of zod begin here. */
  readonly base: Path;
}

function stepsOf(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

function isIssueCode(code: unknown): code is IssueCode {
  return typeof code === 'string' && Object.hasOwn(issueCodes, code);
}

/** Places one issue of zod. */
class Translation {
  readonly #issue: ZodIssue;
  readonly #applied: AppliedSchema;
  readonly #inner: Path;
  readonly #path: Path;
  readonly #value: unknown;

  constructor(issue: ZodIssue, applied: AppliedSchema) {
    this.#issue = issue;
    this.#applied = applied;
    this.#inner = stepsOf(issue.path);
    this.#path = [...applied.base, ...this.#inner];
    this.#value = valueAt(applied.data, this.#inner);
  }

  issues(): readonly Issue[] {
    const issue = this.#issue;
    const own = issue.message === defaultMessage ? undefined : issue.message;
    if (issue.code === 'custom') return [this.#custom(issue)];
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => this.#unknownKey(key, own));
    if (this.#isMissing()) return [this.#missing(own)];
    if (issue.code === 'invalid_union' && own === undefined) return this.#union(issue);
    return [this.#say(this.#codeOf(), own ?? this.#wordsOf())];
  }

  #say(code: IssueCode, message: string, path = this.#path): Issue {
    return issueAt(this.#applied.document, { code, message, path });
  }

  #found(): string {
    return foundWord(this.#value, this.#applied.document.printedAt(this.#path));
  }

  #custom(issue: z.core.$ZodIssueCustom): Issue {
    const code: unknown = issue.params?.['code'];
    const message = issue.message === defaultMessage ? `${this.#found()} is not allowed here` : issue.message;
    return this.#say(isIssueCode(code) ? code : 'wrong-value', message);
  }

  #unknownKey(key: string, own: string | undefined): Issue {
    const { schema, data, document } = this.#applied;
    const known = knownKeysAt(schema, data, this.#inner);
    const message = own ?? `the key "${shortened(key)}" is not known; ${suggestion(key, known)}`;
    return issueAt(document, { code: 'unknown-key', message, path: [...this.#path, key], at: 'key' });
  }

  #isMissing(): boolean {
    return this.#value === undefined && (this.#inner.length > 0 || this.#applied.data === undefined);
  }

  #missing(own: string | undefined): Issue {
    const { document } = this.#applied;
    const key = this.#path.at(-1);
    const expected = this.#expected();
    const message =
      own ??
      `the key "${key === undefined ? '' : String(key)}" is missing; add it${expected === '' ? '' : ` (${expected})`}`;
    const place = document.keyPlaceOf(this.#path.slice(0, -1)) ?? document.nearestPlaceOf(this.#path);
    return { ...this.#say('missing-key', message), ...place };
  }

  /** What the schema asks, in a few words; empty when it cannot be said. */
  #expected(): string {
    const issue = this.#issue;
    switch (issue.code) {
      case 'invalid_type':
        return typeWord(issue.expected);
      case 'invalid_value':
        return listed(issue.values.map(String), 'or');
      case 'invalid_union':
        return this.#expectedOfUnion(issue);
      default:
        return '';
    }
  }

  #expectedOfUnion(issue: z.core.$ZodIssueInvalidUnion): string {
    const { schema, data } = this.#applied;
    const { discriminator } = issue;
    if (discriminator !== undefined && issue.path.at(-1) === discriminator)
      return listed(this.#discriminatorValues(discriminator).map(String), 'or');
    const values = allowedValuesAt(schema, data, this.#inner).map(String);
    const types = expectedTypes([issue]).map(typeWord);
    return listed([...new Set([...values, ...types])], 'or');
  }

  #discriminatorValues(discriminator: string): readonly unknown[] {
    const { schema, data } = this.#applied;
    return discriminatorValuesAt(schema, data, this.#inner.slice(0, -1), discriminator);
  }

  #union(issue: z.core.$ZodIssueInvalidUnion): readonly Issue[] {
    const { discriminator } = issue;
    if (discriminator !== undefined && issue.errors.length === 0) {
      const values = this.#discriminatorValues(discriminator);
      return [
        this.#say('wrong-value', `${this.#found()} is not allowed; ${suggestion(this.#value, values)}`),
      ];
    }
    const best = bestOptions(issue.errors, this.#value);
    const [only] = best;
    if (best.length === 1 && only !== undefined) return this.#option(issue, only);
    return [this.#alternatives(best.flatMap((index) => issue.errors[index] ?? []))];
  }

  /** The issues of one option of the union. */
  #option(issue: z.core.$ZodIssueInvalidUnion, index: number): readonly Issue[] {
    const { document, schema, data } = this.#applied;
    const unions = unionsAt(schema, data, this.#inner).filter(
      (each) => each._zod.def.options.length === issue.errors.length,
    );
    const option = unions.length === 1 ? unions[0]?._zod.def.options[index] : undefined;
    const nested = issue.errors[index] ?? [];
    if (option === undefined) {
      const outer = nested.map((each): ZodIssue => ({ ...each, path: [...issue.path, ...each.path] }));
      return outer.flatMap((each) => issuesOfZod(each, this.#applied));
    }
    const applied = { document, schema: option, data: this.#value, base: this.#path };
    return nested.flatMap((each) => issuesOfZod(each, applied));
  }

  /** One issue for a value that no option allows. */
  #alternatives(nested: readonly ZodIssue[]): Issue {
    const own = nested.find((each) => each.path.length === 0 && each.message !== defaultMessage);
    if (own !== undefined && own.code !== 'invalid_union') return this.#say('wrong-value', own.message);
    const values = allowedValues(nested);
    const types = [...new Set(expectedTypes(nested).map(typeWord))];
    const sameType = values.some((value) => typeof value === typeof this.#value);
    if (sameType) {
      const also = types.length === 0 ? '' : ` (or ${listed(types, 'or')})`;
      return this.#say(
        'wrong-value',
        `${this.#found()} is not allowed; ${suggestion(this.#value, values)}${also}`,
      );
    }
    const expected = listed([...new Set([...types, ...values.map(String)])], 'or');
    if (expected === '') return this.#say('wrong-value', `${this.#found()} is not allowed here`);
    return this.#say('wrong-type', `${expected} should stand here, not ${this.#found()}`);
  }

  #codeOf(): IssueCode {
    switch (this.#issue.code) {
      case 'invalid_type':
        return this.#issue.expected === 'int' && typeof this.#value === 'number'
          ? 'wrong-value'
          : 'wrong-type';
      case 'invalid_key':
      case 'unrecognized_keys':
        return 'unknown-key';
      case 'invalid_value':
        return this.#issue.values.some((value) => typeof value === typeof this.#value)
          ? 'wrong-value'
          : 'wrong-type';
      case 'too_big':
      case 'too_small':
      case 'invalid_format':
      case 'not_multiple_of':
      case 'invalid_union':
      case 'invalid_element':
      case 'custom':
        return 'wrong-value';
    }
  }

  #wordsOf(): string {
    const issue = this.#issue;
    const found = this.#found();
    switch (issue.code) {
      case 'invalid_type':
        return `${typeWord(issue.expected)} should stand here, not ${found}${this.#quoteAdvice(issue.expected)}`;
      case 'invalid_value':
        return `${found} is not allowed; ${suggestion(this.#value, issue.values)}`;
      case 'too_big':
      case 'too_small': {
        const shown =
          typeof this.#value === 'number' || typeof this.#value === 'string' ? `, not ${found}` : '';
        return `${boundWord(issue)} should stand here${shown}`;
      }
      case 'not_multiple_of':
        return `a multiple of ${issue.divisor} should stand here, not ${found}`;
      case 'invalid_format':
        return `${found} does not have the form ${shortened(issue.pattern ?? issue.format, 80)}`;
      case 'invalid_key': {
        const key = this.#path.at(-1);
        const { schema, data } = this.#applied;
        const known = knownKeysAt(schema, data, this.#inner.slice(0, -1));
        return `the key "${shortened(String(key))}" is not allowed; ${suggestion(key, known)}`;
      }
      default:
        return `${found} is not allowed here`;
    }
  }

  #quoteAdvice(expected: string): string {
    if (this.#value === null) return '; fill it in, or remove the key';
    if (expected !== 'string') return '';
    return typeof this.#value === 'number' || typeof this.#value === 'boolean' ? '; put it in quotes' : '';
  }
}

function expectedTypes(issues: readonly ZodIssue[]): readonly string[] {
  return issues.flatMap((issue) => {
    if (issue.path.length > 0 && issue.code !== 'invalid_union') return [];
    if (issue.code === 'invalid_type') return [issue.expected];
    return issue.code === 'invalid_union' ? issue.errors.flatMap((inner) => expectedTypes(inner)) : [];
  });
}

function allowedValues(issues: readonly ZodIssue[]): readonly unknown[] {
  const values = issues.flatMap((issue): readonly unknown[] => {
    if (issue.code === 'invalid_value' && issue.path.length === 0) return issue.values;
    return issue.code === 'invalid_union' ? issue.errors.flatMap((inner) => allowedValues(inner)) : [];
  });
  return [...new Set(values)];
}

/** The issues of Cajal for one of zod; several for a mapping with several unknown keys. */
export function issuesOfZod(issue: ZodIssue, applied: AppliedSchema): readonly Issue[] {
  return new Translation(issue, applied).issues();
}
