/** The page that reads the text of a report. The text is answered and forgotten: it reaches no store, no file and no log. */
import type { Context, Hono } from 'hono';
import { readReportText } from '../alteration/index.ts';
import type { ApiParts } from './api/index.ts';
import { readLimitedBody } from './limited-body.ts';
import { pageResponse, problemPageResponse } from './page-response.ts';
import { readPage } from './pages/index.ts';
import { type Problem, plainProblem } from './problem.ts';

/** A form may be larger than its text: every unit can be written in nine bytes. */
const mostFormBytes = 9_100_000;

async function sentText(
  context: Context,
): Promise<{ readonly text: string } | { readonly problem: Problem }> {
  const contentType = context.req.header('content-type') ?? '';
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(contentType))
    return { problem: plainProblem(415, 'This address takes the form of its page.') };
  const bytes = await readLimitedBody(context.req.raw, mostFormBytes);
  if (bytes === undefined)
    return { problem: plainProblem(413, 'The text is too long; paste the part that holds the results.') };
  try {
    const form = await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
    const text = form.get('text');
    return { text: typeof text === 'string' ? text.replaceAll('\r\n', '\n') : '' };
  } catch {
    return { problem: plainProblem(400, 'The form cannot be read; send it again from the page.') };
  }
}

/** Mounts it. */
export function mountReadPages(app: Hono, { softwareVersion }: ApiParts): void {
  app.get('/read', () => pageResponse(readPage({ text: '' }), softwareVersion));
  app.post('/read', async (context) => {
    const sent = await sentText(context);
    if ('problem' in sent) return problemPageResponse(sent.problem, softwareVersion);
    const { text } = sent;
    if (text.trim() === '') return pageResponse(readPage({ text: '' }), softwareVersion);
    return pageResponse(readPage({ text, reading: readReportText(text) }), softwareVersion);
  });
}
