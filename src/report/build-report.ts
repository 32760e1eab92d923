/**
 * The board report of one patient at one moment: key information on the front page, every option in full behind it,
 * and what it rests on in the appendices (the order that ESMO 2024 recommends for molecular tumour boards).
 */
import {
  assaysSection,
  evidenceSection,
  methodSection,
  outsideSection,
  studiesSection,
  timelineSection,
} from './appendix/index.ts';
import { leftOutWords } from './board-words.ts';
import { citationIndex } from './citation-index.ts';
import { plainSection } from './code-words.ts';
import { decisionPointOf } from './decision-point.ts';
import type { ReportDocument, ReportMeta } from './document.ts';
import {
  classificationSection,
  decisionsSection,
  findingsSection,
  identityOf,
  ladderSection,
  optionOverviewSection,
  patientLabel,
  questionSection,
  signOffSection,
  untestedSection,
  useStatement,
} from './front-page/index.ts';
import { optionsInFullSection } from './option-pages/index.ts';
import type { ReportContext, ReportInput } from './report-input.ts';
import { reportSettings } from './report-settings.ts';

function metaOf({
  subject,
  board,
  settings,
  knowledgeHash,
  softwareVersion,
  recordHash,
}: ReportContext): ReportMeta {
  const { point, asked } = decisionPointOf(subject);
  const byReason = Map.groupBy(board.leftOut, (each) => each.reason);
  return {
    caseId: subject.record.id,
    patient: patientLabel(subject),
    decisionPoint: asked && point !== undefined ? point.label : settings.clockLabel,
    recordClock: settings.clockLabel,
    knowledgeClock: settings.knowledgeClock,
    knowledgeHash,
    recordHash,
    softwareVersion,
    without: [...settings.without],
    leftOut: {
      laterFacts: subject.left.later,
      undatedFacts: subject.left.undated.map((each) => ({ ...each })),
      knowledge: [...byReason].map(([reason, entries]) => ({
        reason: leftOutWords[reason],
        count: entries.length,
      })),
    },
  };
}

/** Builds the report. Nothing is looked up and nothing is random: the same input gives the same document. */
export function buildReport({ answer, ...making }: ReportInput): ReportDocument {
  const { subject, board } = answer;
  const context: ReportContext = {
    ...making,
    subject,
    board,
    settings: reportSettings(answer),
    knowledgeClock: answer.knowledgeClock,
    citations: citationIndex(board, answer),
    integrity: answer.integrity,
    outside: answer.outside,
  };
  const outside = outsideSection(context.outside);
  return {
    cajal: 'report/1',
    title: `Board report, ${subject.record.title}`,
    generated: making.now,
    useStatement,
    identity: identityOf(context),
    meta: metaOf(context),
    sections: [
      questionSection(context),
      classificationSection(context),
      untestedSection(context),
      findingsSection(context),
      ladderSection(context),
      optionOverviewSection(context),
      decisionsSection(context),
      signOffSection(),
      optionsInFullSection(context),
      evidenceSection(context),
      studiesSection(context),
      ...(outside === undefined ? [] : [outside]),
      assaysSection(context),
      timelineSection(context),
      methodSection(context),
    ].map(plainSection),
  };
}
