/**
 * The evidence library as the pages see it: studies with everything that papers printed of them, statements, papers, and the
 * audit. It is put together when a page first asks for it, and kept: the library does not change while the server runs.
 */
import {
  type AuditAnswer,
  auditLibrary,
  integrityFlags,
  type KnownLibrary,
  knownLibrary,
  type Paper,
  type Statement,
  type Study,
  withPrinted,
} from '../evidence/index.ts';
import type { Issue } from '../reading/index.ts';
import { type AuditReport, type AuditSection, auditReport } from '../report/index.ts';
import { knowledgeClock } from './evidence-filter.ts';
import type { ServerParts } from './server-parts.ts';

export interface EvidenceShelf {
  /** By year, then by id. */
  readonly studies: readonly Study[];
  readonly statements: readonly Statement[];
  readonly papers: readonly Paper[];
  readonly answer: AuditAnswer;
  readonly report: AuditReport;
  /** Tables of papers that have a page: "004 Table 1". */
  readonly tables: ReadonlySet<string>;
  readonly study: (id: string) => Study | undefined;
  /** The audit of one study; undefined where nothing was found and nothing explained. */
  readonly section: (id: string) => AuditSection | undefined;
  /** Ids of the findings that bear on the counts of a study. */
  readonly flagged: (id: string) => readonly string[];
}

function shelfOf({ knowledge, printed }: ServerParts): EvidenceShelf {
  const { studies: bare, statements } = knowledge.base.evidence;
  const content = printed?.() ?? { printed: [], papers: [] };
  const studies = withPrinted(bare, content.printed).toSorted(
    (a, b) => a.citation.year - b.citation.year || (a.id < b.id ? -1 : 1),
  );
  const answer = auditLibrary(studies, content.papers);
  const report = auditReport(answer, studies);
  const byId = new Map(studies.map((study) => [study.id, study]));
  const sections = new Map(report.sections.map((section) => [section.id, section]));
  return {
    studies,
    statements,
    papers: content.papers,
    answer,
    report,
    tables: new Set(content.papers.flatMap(({ id, tables }) => tables.map((table) => `${id} ${table.id}`))),
    study: (id) => byId.get(id),
    section: (id) => sections.get(id),
    flagged: (id) => {
      const study = byId.get(id);
      const findings = (sections.get(id)?.findings ?? []).map(({ finding }) => finding);
      const flags = study === undefined ? [] : integrityFlags(study, findings);
      return flags.filter((flag) => flag.onResponses).map((flag) => flag.finding);
    },
  };
}

/** The shelf of a server, made at the first asking. */
export function evidenceShelf(parts: ServerParts): () => EvidenceShelf {
  let held: EvidenceShelf | undefined;
  return () => {
    held ??= shelfOf(parts);
    return held;
  };
}

/** The part of a shelf that was known by a date as typed; nothing of it, with the issue, where that is no date. */
export function knownShelf(
  shelf: EvidenceShelf,
  asOf: string,
): KnownLibrary & { readonly issue: Issue | undefined } {
  const clock = knowledgeClock(asOf);
  if ('code' in clock)
    return {
      studies: [],
      statements: [],
      papers: [],
      notYetKnown: { studies: 0, statements: 0, papers: 0 },
      issue: clock,
    };
  return { ...knownLibrary(shelf, clock), issue: undefined };
}
