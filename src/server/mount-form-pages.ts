/** The pages through which a case is added or changed. What is refused leaves the store as it was. */
import type { Hono } from 'hono';
import { writeCase } from '../case/index.ts';
import type { Issue } from '../reading/index.ts';
import type { ApiParts } from './api/index.ts';
import { readCaseForm, type SentForm } from './case-form.ts';
import { readSignature, readSubmission, saveSubmission } from './case-submission.ts';
import { pageResponse, problemPageResponse } from './page-response.ts';
import { type CaseForm, caseFormPage, emptyForm } from './pages/index.ts';
import { issuesProblem, statusOfIssue } from './problem.ts';
import { missingCaseProblem } from './requested-report.ts';

/** The form as it was sent, to be shown again. */
function sentAgain({ shelf }: ApiParts, form: SentForm, issues: readonly Issue[]): CaseForm {
  const { upon, author, reason, text } = form;
  const title = upon === undefined ? undefined : shelf.take(upon.id)?.reading?.record.title;
  return {
    ...(upon === undefined ? {} : { upon: { ...upon, title: title ?? upon.id } }),
    text,
    author,
    reason,
    issues,
  };
}

/** Mounts them. */
export function mountFormPages(app: Hono, parts: ApiParts): void {
  const { store, shelf, softwareVersion } = parts;

  app.get('/cases', (context) => context.redirect('/', 303));
  app.get('/cases/new', () => pageResponse(caseFormPage(emptyForm), softwareVersion));
  app.get('/cases/:id/edit', (context) => {
    const id = context.req.param('id');
    const taken = shelf.take(id);
    if (taken === undefined) return problemPageResponse(missingCaseProblem(parts, id), softwareVersion);
    const { stored, reading, issues } = taken;
    if (reading === undefined) return problemPageResponse(issuesProblem(issues, 422), softwareVersion);
    const upon = { id, title: reading.record.title, version: stored.version };
    return pageResponse(
      caseFormPage({ ...emptyForm, upon, text: writeCase(reading.record) }),
      softwareVersion,
    );
  });
  app.post('/cases', async (context) => {
    const sent = await readCaseForm(context);
    if ('problem' in sent) return problemPageResponse(sent.problem, softwareVersion);
    const { form } = sent;
    const refuse = (issues: readonly Issue[], status: number): Response =>
      pageResponse(caseFormPage(sentAgain(parts, form, issues)), softwareVersion, status);
    const signature = readSignature(form.author, form.reason);
    const { value, issues } = readSubmission(form.body, form.upon?.id);
    if (signature.value === undefined) return refuse([...signature.issues, ...issues], 400);
    if (value === undefined) {
      const first = issues.find((issue) => issue.severity === 'error');
      return refuse(issues, first === undefined ? 422 : statusOfIssue(first.code));
    }
    const result = saveSubmission(store, value, signature.value, form.upon?.version ?? 0);
    if (result.ok) return context.redirect(`/cases/${encodeURIComponent(value.record.id)}`, 303);
    const status = result.issue.code === 'store-conflict' ? 409 : statusOfIssue(result.issue.code);
    return refuse([result.issue, ...issues], status);
  });
}
