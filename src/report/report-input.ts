/** What a report is made from. Nothing is looked up: the clock, the hashes and the library come in as arguments. */
import type { Subject } from '../criteria/index.ts';
import type { IntegrityFlag, KnowledgeClock } from '../evidence/index.ts';
import type { BoardOptions } from '../options/index.ts';
import type { Issue } from '../reading/index.ts';
import type { BoardAnswer } from './board-question.ts';
import type { CitationIndex } from './citation-index.ts';

/** What every report states of its own making. */
interface ReportMaking {
  /** Hash of the record as stored, before the cut. */
  readonly recordHash: string;
  /** What the reader said about the file. */
  readonly recordIssues: readonly Issue[];
  readonly knowledgeHash: string;
  readonly softwareVersion: string;
  /** When the report is made, ISO 8601. */
  readonly now: string;
}

/** An answered question and how the report of it is made. */
export interface ReportInput extends ReportMaking {
  readonly answer: BoardAnswer;
}

/** How the board was asked, in words. */
export interface ReportSettings {
  /** The decision point or date asked for. */
  readonly clockLabel: string;
  readonly knowledgeClock: string;
  /** Sources left out on request. */
  readonly without: readonly string[];
}

/** What the builders of sections share. */
export interface ReportContext extends ReportMaking {
  readonly outside: BoardAnswer['outside'];
  readonly subject: Subject;
  readonly board: BoardOptions;
  readonly settings: ReportSettings;
  readonly knowledgeClock: KnowledgeClock;
  readonly citations: CitationIndex;
  /** What the audit found, by study. */
  readonly integrity: Readonly<Record<string, readonly IntegrityFlag[]>>;
}
