/** The evidence library: studies, the audit, tables of papers, statements and conflicts. The library is loaded when first asked for. */
import type { Hono } from 'hono';
import {
  conflictRegister,
  exhibitTable,
  overdueStatements,
  strengthContext,
  weighStatement,
} from '../evidence/index.ts';
import { nearestWord } from '../reading/index.ts';
import { auditReport, renderAuditCsv, renderAuditMarkdown } from '../report/index.ts';
import { parsePatientDate } from '../units/index.ts';
import { filterStudies } from './evidence-filter.ts';
import { evidenceShelf } from './evidence-shelf.ts';
import { mountPoolPages } from './mount-pool-pages.ts';
import { pageResponse, problemPageResponse } from './page-response.ts';
import {
  auditSieve,
  evidenceAuditPage,
  evidenceConflictsPage,
  evidenceListPage,
  evidenceStatementsPage,
  evidenceStudyPage,
  evidenceTablePage,
  sifted,
} from './pages/index.ts';
import { plainProblem } from './problem.ts';
import type { ServerParts } from './server-parts.ts';

/** A file as an answer. */
const fileResponse = (text: string, type: string, name: string): Response =>
  new Response(text, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });

/** Mounts them. */
export function mountEvidencePages(app: Hono, parts: ServerParts): void {
  const { softwareVersion } = parts;
  const shelf = evidenceShelf(parts);
  const missing = (detail: string): Response =>
    problemPageResponse(plainProblem(404, detail), softwareVersion);
  const isStudy = (id: string): boolean => shelf().study(id) !== undefined;

  app.get('/evidence', (context) => {
    const { studies, papers, section } = shelf();
    const found = filterStudies(studies, papers, context.req.query());
    const status = Object.keys(found.issues).length > 0 ? 400 : 200;
    return pageResponse(evidenceListPage({ found, all: studies, papers, section }), softwareVersion, status);
  });

  app.get('/evidence/studies/:id', (context) => {
    const id = context.req.param('id');
    const { study, studies, section, flagged, statements, tables } = shelf();
    const found = study(id);
    if (found === undefined) {
      const near = nearestWord(
        id,
        studies.map((each) => each.id),
      );
      return missing(
        `The library has no study "${id.slice(0, 100)}". ${near === undefined ? 'The evidence page lists all of them.' : `Did you mean "${near}"?`}`,
      );
    }
    return pageResponse(
      evidenceStudyPage({
        study: found,
        section: section(id),
        flagged: flagged(id),
        statements: statements.filter((each) => each.studies.includes(id)),
        tables,
        isStudy,
      }),
      softwareVersion,
    );
  });

  app.get('/evidence/tables/:document/:table', (context) => {
    const { document, table } = context.req.param();
    const { papers, studies } = shelf();
    const paper = papers.find(({ id }) => id === document);
    if (paper === undefined)
      return missing(
        `The library has no paper "${document.slice(0, 60)}"; it has ${papers.map(({ id }) => id).join(', ')}.`,
      );
    const asked = /^\d+$/.test(table) ? `Table ${table}` : table;
    const exhibit = paper.tables.find(({ id }) => id === asked);
    if (exhibit === undefined) {
      const there = paper.tables.map(({ id }) => id).join(', ');
      return missing(
        `Paper ${document} has no "${asked.slice(0, 60)}"; it has ${there === '' ? 'no tables' : there}.`,
      );
    }
    return pageResponse(
      evidenceTablePage({
        paper,
        exhibit,
        studies,
        asPrinted: exhibitTable(studies, paper, exhibit.id),
      }),
      softwareVersion,
    );
  });

  app.get('/evidence/audit', (context) => {
    const { answer, studies, papers, study } = shelf();
    const sieve = auditSieve(context.req.query());
    const report = auditReport(sifted(answer, sieve), studies);
    return pageResponse(evidenceAuditPage({ sieve, whole: answer, report, papers, study }), softwareVersion);
  });
  const sieved = (query: Readonly<Record<string, string>>) => {
    const { answer, studies } = shelf();
    return auditReport(sifted(answer, auditSieve(query)), studies);
  };
  app.get('/evidence/audit.csv', (context) =>
    fileResponse(renderAuditCsv(sieved(context.req.query())), 'text/csv', 'audit.csv'),
  );
  app.get('/evidence/audit.md', (context) => {
    const title = 'Audit of the evidence library';
    return fileResponse(renderAuditMarkdown(sieved(context.req.query()), title), 'text/markdown', 'audit.md');
  });

  app.get('/evidence/statements', (context) => {
    const { statements } = shelf();
    const words = (context.req.query('q') ?? '').trim().slice(0, 200);
    const asked = words
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const weighedBy = strengthContext(shelf().studies, statements, shelf().answer.findings);
    const today = parsePatientDate(parts.now().slice(0, 10));
    const fitting = statements.filter(({ id, claim, direction, kind, entity, studies, subject }) => {
      const text = [id, claim, direction, kind, entity, ...studies, ...subject.drugs, subject.regimen]
        .join(' ')
        .toLowerCase();
      return asked.every((word) => text.includes(word));
    });
    return pageResponse(
      evidenceStatementsPage({
        words,
        statements: fitting,
        all: statements.length,
        strengthOf: (statement) => weighStatement(statement, weighedBy),
        overdue: today.ok ? overdueStatements(statements, today.value) : [],
        isStudy,
      }),
      softwareVersion,
    );
  });

  app.get('/evidence/conflicts', () => {
    const register = conflictRegister(shelf().statements);
    return pageResponse(evidenceConflictsPage({ register, isStudy }), softwareVersion);
  });

  mountPoolPages(app, parts, shelf);
}
