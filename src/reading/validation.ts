/**
 * Checks a document against a zod schema and says every fault with its place, in words that tell what to do.
 */
import type { z } from 'zod';
import { hasErrors, type Issue, type Path, type Reading } from './issue.ts';
import type { PositionedDocument } from './positioned-document.ts';
import { defaultMessage, issuesOfZod } from './zod-issue.ts';

/** More issues than this help nobody; the rest is counted. */
const mostIssues = 200;
/** More issues of zod than this are counted and not put into words. */
const mostTranslated = 1000;

/** How `validate` reports. */
export interface ValidationOptions {
  /** The name of the file or field, for issues; that of the document when absent. */
  readonly source?: string;
}

function comparePlaces(a: Issue, b: Issue): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** The first issues in the order of the text, and how many more there are beside `uncounted` others. */
function bounded(issues: readonly Issue[], uncounted: number): readonly Issue[] {
  const sorted = issues.toSorted(comparePlaces);
  const next = sorted[mostIssues];
  if (next === undefined) return sorted;
  const rest = sorted.length - mostIssues + uncounted;
  const more = `${rest} more issues are not shown; the next one stands here: `;
  const message = rest === 1 ? next.message : more + next.message;
  return [...sorted.slice(0, mostIssues), { ...next, severity: 'error', message }];
}

/**
 * The value that a schema makes of a document, or every fault with path, line and column: unknown keys (with the
 * nearest known key), missing keys, wrong types and wrong values. An issue that a refinement adds keeps its message,
 * and its code when `params.code` is an issue code; it is a `wrong-value` otherwise. A message that the schema gives
 * itself goes before the general one. The schema must not be asynchronous.
 *
 * @example
 * const reading = validate(document, z.strictObject({ ki67Percent: z.number() }));
 * // 3:1 unknown-key: the key "ki67Precent" is not known; did you mean "ki67Percent"?
 */
export function validate<T>(
  document: PositionedDocument,
  schema: z.ZodType<T>,
  options: ValidationOptions = {},
): Reading<T> {
  const result = schema.safeParse(document.value, { error: () => defaultMessage });
  if (result.success) return { value: result.data, issues: [] };
  const source = options.source ?? document.source;
  const positioned: PositionedDocument = source === undefined ? document : { ...document, source };
  const root: Path = [];
  const issues = result.error.issues
    .slice(0, mostTranslated)
    .flatMap((issue) =>
      issuesOfZod(issue, { document: positioned, schema, data: document.value, base: root }),
    );
  if (!hasErrors(issues)) throw new Error('a schema refused a document without an issue');
  return {
    value: undefined,
    issues: bounded(issues, Math.max(0, result.error.issues.length - mostTranslated)),
  };
}
