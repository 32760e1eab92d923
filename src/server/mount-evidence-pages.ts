/** The evidence library: studies, the audit, tables of papers, statements and conflicts. The library is loaded when first asked for. */
import type { Hono } from 'hono';
import {
  auditOfKnown,
  conflictRegister,
  exhibitTable,
  libraryWords,
  overdueStatements,
  type Statement,
  strengthContext,
  weighStatement,
} from '../evidence/index.ts';
import { type Issue, nearestWord } from '../reading/index.ts';
import { type AuditReport, auditReport, renderAuditCsv, renderAuditMarkdown } from '../report/index.ts';
import { parsePatientDate } from '../units/index.ts';
import { asOfOf, filterStudies } from './evidence-filter.ts';
import { evidenceShelf, knownShelf } from './evidence-shelf.ts';
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
import { issuesProblem, plainProblem } from './problem.ts';
import type { ServerParts } from './server-parts.ts';

/** A file as an answer. */
const fileResponse = (text: string, type: string, name: string): Response =>
  new Response(text, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });

/** What was asked of the audit as a file. */
interface SievedAudit {
  readonly report: AuditReport;
  readonly title: string;
}

const statusOf = (issue: Issue | undefined): 200 | 400 => (issue === undefined ? 200 : 400);

/** Statements in which every word of a question occurs. */
function statementsWith(statements: readonly Statement[], words: string): readonly Statement[] {
  const asked = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return statements.filter(({ id, claim, direction, kind, entity, studies, subject }) => {
    const codes = [id, claim, direction, kind, entity, ...studies, ...subject.drugs, subject.regimen];
    const text = codes.join(' ');
    const searched = `${text} ${libraryWords(text)}`.toLowerCase();
    return asked.every((word) => searched.includes(word));
  });
}

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
    const { answer, papers, tables, study } = shelf();
    const sieve = auditSieve(context.req.query());
    const known = knownShelf(shelf(), sieve.asOf);
    const whole = auditOfKnown(answer, known);
    const report = auditReport(sifted(whole, sieve), known.studies);
    const { issue, notYetKnown } = known;
    return pageResponse(
      evidenceAuditPage({ sieve, issue, notYetKnown, whole, report, papers, tables, study }),
      softwareVersion,
      statusOf(issue),
    );
  });
  /** The report that a query asks for with its title, or a page that says what is wrong with the date. */
  const sieved = (query: Readonly<Record<string, string>>): SievedAudit | Response => {
    const sieve = auditSieve(query);
    const known = knownShelf(shelf(), sieve.asOf);
    if (known.issue !== undefined)
      return problemPageResponse(issuesProblem([known.issue], 400), softwareVersion);
    const by = sieve.asOf === '' ? '' : `, as known by ${sieve.asOf}`;
    return {
      report: auditReport(sifted(auditOfKnown(shelf().answer, known), sieve), known.studies),
      title: `Audit of the evidence library${by}`,
    };
  };
  app.get('/evidence/audit.csv', (context) => {
    const found = sieved(context.req.query());
    return found instanceof Response
      ? found
      : fileResponse(renderAuditCsv(found.report), 'text/csv', 'audit.csv');
  });
  app.get('/evidence/audit.md', (context) => {
    const found = sieved(context.req.query());
    return found instanceof Response
      ? found
      : fileResponse(renderAuditMarkdown(found.report, found.title), 'text/markdown', 'audit.md');
  });

  app.get('/evidence/statements', (context) => {
    const query = context.req.query();
    const asOf = asOfOf(query);
    const { issue, studies, statements, notYetKnown } = knownShelf(shelf(), asOf);
    const words = (query['q'] ?? '').trim().slice(0, 200);
    const weighedBy = strengthContext(studies, statements, shelf().answer.findings);
    const today = parsePatientDate(parts.now().slice(0, 10));
    return pageResponse(
      evidenceStatementsPage({
        words,
        asOf,
        issue,
        statements: statementsWith(statements, words),
        all: statements.length,
        notYetKnown: notYetKnown.statements,
        strengthOf: (statement) => weighStatement(statement, weighedBy),
        overdue: today.ok ? overdueStatements(statements, today.value) : [],
        isStudy,
      }),
      softwareVersion,
      statusOf(issue),
    );
  });

  app.get('/evidence/conflicts', (context) => {
    const asOf = asOfOf(context.req.query());
    const { issue, statements, notYetKnown } = knownShelf(shelf(), asOf);
    const register = conflictRegister(statements);
    return pageResponse(
      evidenceConflictsPage({ asOf, issue, notYetKnown: notYetKnown.statements, register, isStudy }),
      softwareVersion,
      statusOf(issue),
    );
  });

  mountPoolPages(app, parts, shelf);
}
