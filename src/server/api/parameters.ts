/** The parameters that several routes share, and the check that a request brings only those a route knows. */
import type { Context } from 'hono';
import * as z from 'zod';
import type { Issue } from '../../reading/index.ts';
import type { BoardQuestion } from '../../report/index.ts';
import type { ApiParameter } from './api-route.ts';

const words = (longest: number) => z.string().min(1).max(longest);
const counting = (least: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().min(least));

export const idParameter: ApiParameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The id of the case',
  schema: words(200),
};

export const versionParameter: ApiParameter = {
  name: 'version',
  in: 'query',
  required: false,
  description: 'A version of the case; the newest when absent',
  schema: counting(1),
};

export const atParameter: ApiParameter = {
  name: 'at',
  in: 'query',
  required: false,
  description:
    'Where the board sits: a date, or a decision point of the record; the whole record when absent',
  schema: words(200),
};

export const boardParameters: readonly ApiParameter[] = [
  atParameter,
  {
    name: 'knowledgeAsOf',
    in: 'query',
    required: false,
    description: 'Only what was known by this date; by the date of the board when absent',
    schema: words(40),
  },
  {
    name: 'without',
    in: 'query',
    required: false,
    repeatable: true,
    description: 'A study or a paper to leave out; may be repeated, or several with commas',
    schema: words(400),
  },
];

export const authorParameter: ApiParameter = {
  name: 'X-Cajal-Author',
  in: 'header',
  required: true,
  description: 'Who writes: a name or an account, kept with the version and in the audit log',
  schema: words(200),
};

export const reasonParameter: ApiParameter = {
  name: 'X-Cajal-Reason',
  in: 'header',
  required: false,
  description: 'Why',
  schema: z.string().max(10_000),
};

export const ifMatchParameter: ApiParameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag of the version on which the change rests; required unless If-None-Match is given',
  schema: z.string(),
};

export const ifNoneMatchParameter: ApiParameter = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: '`*`: the case must not be there yet',
  schema: z.string(),
};

export const auditParameters: readonly ApiParameter[] = [
  {
    name: 'caseId',
    in: 'query',
    required: false,
    description: 'Only entries of this case',
    schema: words(200),
  },
  {
    name: 'after',
    in: 'query',
    required: false,
    description: 'Only entries after this sequence',
    schema: counting(0),
  },
  {
    name: 'limit',
    in: 'query',
    required: false,
    description: 'At most so many, the oldest first; 1000 when absent',
    schema: counting(1).pipe(z.number().max(10_000)),
  },
];

/** What is wrong with the query of a request: names no one knows, names that stand twice, values out of bounds. */
export function queryIssues(context: Context, parameters: readonly ApiParameter[]): readonly Issue[] {
  const known = parameters.filter((parameter) => parameter.in === 'query');
  return Object.entries(context.req.queries()).flatMap(([name, values]): Issue[] => {
    const parameter = known.find((each) => each.name === name);
    if (parameter === undefined) {
      const names = known.length === 0 ? 'none' : known.map((each) => each.name).join(', ');
      return [
        {
          code: 'unknown-key',
          severity: 'error',
          message: `"${name}" is not a parameter here; known: ${names}`,
          source: 'query',
        },
      ];
    }
    if (values.length > 1 && parameter.repeatable !== true)
      return [
        {
          code: 'duplicate-key',
          severity: 'error',
          message: `"${name}" stands more than once; give it once`,
          source: 'query',
        },
      ];
    return values.flatMap((value): Issue[] => {
      const read = parameter.schema.safeParse(value);
      if (read.success) return [];
      const message = `"${name}" cannot be "${value.slice(0, 60)}": ${read.error.issues[0]?.message ?? 'not a value for it'}`;
      return [{ code: 'wrong-value', severity: 'error', message, source: 'query' }];
    });
  });
}

const given = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
};

/** The board's question in the query of a request; blanks count as absent. */
export function questionOf(context: Context): BoardQuestion {
  return {
    at: given(context.req.query('at')),
    knowledgeAsOf: given(context.req.query('knowledgeAsOf')),
    without: (context.req.queries('without') ?? [])
      .flatMap((each) => each.split(','))
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  };
}

/** A whole number in the query that was checked before; undefined when absent. */
export function numberOf(context: Context, name: string): number | undefined {
  const text = context.req.query(name);
  return text === undefined ? undefined : Number(text);
}
