/** The pages of one case: its report, the same for print and as files, its history. */
import type { Context, Hono } from 'hono';
import {
  type ReportDocument,
  renderHtml,
  renderHtmlFragment,
  renderMarkdown,
  reportCssFor,
} from '../report/index.ts';
import type { ApiParts } from './api/index.ts';
import { pageResponse, problemPageResponse } from './page-response.ts';
import { casePage, evidenceHref, historyPage, Markup } from './pages/index.ts';
import { issuesProblem } from './problem.ts';
import { missingCaseProblem, requestedReport } from './requested-report.ts';

function textResponse(text: string, mediaType: string, fileName?: string): Response {
  const disposition =
    fileName === undefined ? {} : { 'Content-Disposition': `attachment; filename="${fileName}"` };
  return new Response(text, { headers: { 'Content-Type': `${mediaType}; charset=utf-8`, ...disposition } });
}

/** A name that no file system and no header stumbles over. */
const fileNameOf = (id: string, ending: string): string =>
  `board-${id.replace(/[^A-Za-z0-9.-]/g, '-')}.${ending}`;

/** Mounts them. */
export function mountCasePages(app: Hono, parts: ApiParts): void {
  const { store, knowledge, softwareVersion } = parts;

  /** Another form of the report; the problem page where there is none. */
  const asReport =
    (render: (report: ReportDocument, context: Context) => Response) =>
    (context: Context): Response => {
      const found = requestedReport(context, parts);
      if ('problem' in found) return problemPageResponse(found.problem, softwareVersion);
      const { value, issues } = found.report;
      if (value !== undefined) return render(value, context);
      const status = found.status === 404 ? 404 : 400;
      return problemPageResponse(issuesProblem(issues, status), softwareVersion);
    };

  app.get('/cases/:id', (context) => {
    const found = requestedReport(context, parts);
    if ('problem' in found) return problemPageResponse(found.problem, softwareVersion);
    const { stored, reading, question, report, status } = found;
    const page = casePage({
      stored,
      reading,
      question,
      newestVersion: store.history(stored.id).at(-1)?.version ?? stored.version,
      report:
        report.value === undefined
          ? undefined
          : Markup.trusted(renderHtmlFragment(report.value, { evidenceHref })),
      issues: report.issues,
      studies: knowledge.base.evidence.studies.map((study) => study.id),
    });
    return pageResponse(page, softwareVersion, status);
  });
  app.get(
    '/cases/:id/print',
    asReport((report, context) => {
      const id = encodeURIComponent(context.req.param('id') ?? '');
      const href = `/cases/${id}/print.css${new URL(context.req.url).search}`;
      return textResponse(renderHtml(report, { styles: 'linked', href, evidenceHref }), 'text/html');
    }),
  );
  app.get(
    '/cases/:id/print.css',
    asReport((report) => textResponse(reportCssFor(report), 'text/css')),
  );
  app.get(
    '/cases/:id/report.md',
    asReport((report) => textResponse(renderMarkdown(report), 'text/markdown')),
  );
  app.get(
    '/cases/:id/report.html',
    asReport((report) =>
      textResponse(
        renderHtml(report, { styles: 'inline' }),
        'text/html',
        fileNameOf(report.meta.caseId, 'html'),
      ),
    ),
  );
  app.get('/cases/:id/history', (context) => {
    const id = context.req.param('id');
    const versions = store.history(id);
    if (versions.length === 0) return problemPageResponse(missingCaseProblem(parts, id), softwareVersion);
    const last = versions.findLast((version) => !version.removed);
    const taken = last === undefined ? undefined : parts.shelf.take(id, last.version);
    const title = taken?.reading?.record.title ?? id;
    return pageResponse(historyPage(id, title, versions, store.audit({ caseId: id })), softwareVersion);
  });
}
