/** The form in which a page sends a case: read whole, within its limit, before anything is believed. */
import type { Context } from 'hono';
import { tooLargeText } from './api/index.ts';
import { maximumCaseBytes, maximumFormBytes, readLimitedBody } from './limited-body.ts';
import { type Problem, plainProblem } from './problem.ts';

/** What the form brought. */
export interface SentForm {
  readonly author: string;
  readonly reason: string;
  /** The case file: its bytes where a file was chosen, else the text. */
  readonly body: Uint8Array | string;
  /** The text to show again; empty for a file that is not text. */
  readonly text: string;
  /** The case that is changed and the version that was seen; absent for a new case. */
  readonly upon: { readonly id: string; readonly version: number } | undefined;
}

function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

/** Reads the form, or says why it is not taken. */
export async function readCaseForm(
  context: Context,
): Promise<{ readonly form: SentForm } | { readonly problem: Problem }> {
  const contentType = context.req.header('content-type') ?? '';
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(contentType))
    return { problem: plainProblem(415, 'This address takes a form; programs send cases to /api/v1/cases.') };
  const bytes = await readLimitedBody(context.req.raw, maximumFormBytes);
  if (bytes === undefined) return { problem: plainProblem(413, tooLargeText(maximumCaseBytes)) };
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
  } catch {
    return { problem: plainProblem(400, 'The form cannot be read; send it again from the page.') };
  }
  const file = form.get('file');
  const isChosen = file !== null && typeof file !== 'string' && (file.size > 0 || file.name !== '');
  const text = field(form, 'text').replace(/\r\n/g, '\n');
  const sent = isChosen ? new Uint8Array(await file.arrayBuffer()) : undefined;
  const version = /^\d{1,15}$/.test(field(form, 'version')) ? Number(field(form, 'version')) : undefined;
  return {
    form: {
      author: field(form, 'author'),
      reason: field(form, 'reason'),
      body: sent ?? text,
      text: sent === undefined ? text : textOf(sent),
      upon: version === undefined ? undefined : { id: field(form, 'id'), version },
    },
  };
}
