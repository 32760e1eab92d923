/**
 * A route of the interface as data: what it takes, what it answers, and what it does. The server is wired from these
 * and the OpenAPI document is written from these, so that neither can know a route that the other does not.
 */
import type { Context } from 'hono';
import type * as z from 'zod';
import type { CaseShelf } from '../case-shelf.ts';
import type { ProblemStatus } from '../problem.ts';
import type { ServerParts } from '../server-parts.ts';

/** A value that a request brings beside its body. */
export interface ApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  /** May stand several times. */
  readonly repeatable?: boolean;
  readonly description: string;
  /** Reads the text of one value. */
  readonly schema: z.ZodType<unknown, string>;
}

/** A success. */
export interface ApiAnswer {
  readonly description: string;
  /** A schema of the catalogue, by name; absent where there is no body. */
  readonly schema?: string;
  /** `application/json` when absent. */
  readonly mediaType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a handler works with. */
export interface ApiParts extends ServerParts {
  readonly shelf: CaseShelf;
}

export type ApiMethod = 'get' | 'put' | 'post' | 'delete';

/** One operation. */
export interface ApiRoute {
  readonly method: ApiMethod;
  /** With braces, as OpenAPI writes it: `/api/v1/cases/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly ApiParameter[];
  /** The body is a case, in YAML or JSON. */
  readonly takesCase?: boolean;
  readonly answers: Readonly<Record<number, ApiAnswer>>;
  readonly problems: readonly ProblemStatus[];
  readonly handle: (context: Context, parts: ApiParts) => Response | Promise<Response>;
}

/** An answer in JSON. */
export function jsonAnswer(
  value: unknown,
  status: number = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(`${JSON.stringify(value)}\n`, {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}
