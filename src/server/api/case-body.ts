/** The body of a request that must be a case: its size, its media type, its bytes. */
import type { Context } from 'hono';
import { maximumCaseBytes, readLimitedBody } from '../limited-body.ts';
import { type Problem, plainProblem } from '../problem.ts';

/** The media types in which a case is taken. */
export const caseMediaTypes = ['application/yaml', 'application/json'] as const;

const alsoTaken: ReadonlySet<string> = new Set([
  ...caseMediaTypes,
  'application/x-yaml',
  'text/yaml',
  'text/x-yaml',
  'text/plain',
]);

/** The words for a body that is too large. */
export function tooLargeText(maximumBytes: number): string {
  return `The file has more than ${maximumBytes / 1_000_000} MB, which is the most that is taken; split it.`;
}

/** The bytes of a case, or why they are not taken. */
export async function caseBody(
  context: Context,
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: Problem }> {
  const encoding = context.req.header('content-encoding');
  if (encoding !== undefined && encoding !== 'identity')
    return {
      problem: plainProblem(415, `The body is compressed (${encoding.slice(0, 20)}); send it as it is.`),
    };
  const mediaType =
    context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? 'application/yaml';
  if (!alsoTaken.has(mediaType))
    return { problem: plainProblem(415, `Send a case as ${caseMediaTypes.join(' or ')}.`) };
  const bytes = await readLimitedBody(context.req.raw, maximumCaseBytes);
  return bytes === undefined ? { problem: plainProblem(413, tooLargeText(maximumCaseBytes)) } : { bytes };
}
