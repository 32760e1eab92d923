/** `cajal board CASE`: the board report of one case file. */
import { type CaseReading, readCase } from '../../case/index.ts';
import { knowledgePlaces, loadKnowledge, loadPacks, outsideKnowledgeOf } from '../../knowledge/index.ts';
import { hasErrors, hashOf, type Issue } from '../../reading/index.ts';
import {
  answerBoard,
  buildReport,
  type ReportDocument,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderTerminal,
} from '../../report/index.ts';
import type { BoardCommandOptions } from '../command-options.ts';
import { homeFolder, softwareVersion } from '../home.ts';
import { readFileOrIssue, reportIssues } from '../outcome.ts';
import { dataFolder } from './data-folder.ts';
import { writeOutput } from './write-output.ts';

/**
 * Warnings of the whole file are written in full only where the whole record is seen: at an earlier clock their words
 * would tell what was found later, so they are counted.
 */
function reportCaseIssues(path: string, issues: readonly Issue[], at: string | undefined): void {
  if (at === undefined || hasErrors(issues)) {
    reportIssues(issues);
    return;
  }
  if (issues.length === 0) return;
  const count = issues.length === 1 ? '1 remark' : `${issues.length} remarks`;
  process.stderr.write(`${path}: ${count} on the whole file; \`cajal case check\` shows them\n`);
}

/** Reads a case file; undefined, with its issues written, where it cannot be used. */
export function readCaseFile(
  path: string,
  at?: string,
): { readonly reading: CaseReading; readonly issues: readonly Issue[] } | undefined {
  const file = readFileOrIssue(path);
  if (file.bytes === undefined) {
    reportIssues(file.issues);
    return undefined;
  }
  const { value, issues } = readCase(file.bytes, { source: path });
  reportCaseIssues(path, issues, at);
  return value === undefined ? undefined : { reading: value, issues };
}

function render(report: ReportDocument, options: BoardCommandOptions): string {
  const columns = options.width ?? process.stdout.columns ?? 80;
  switch (options.format) {
    case 'terminal':
      return renderTerminal(report, {
        columns: options.output === undefined ? columns : 80,
        colour: options.color && options.output === undefined,
      });
    case 'markdown':
      return renderMarkdown(report);
    case 'html':
      return renderHtml(report, { styles: 'inline' });
    case 'json':
      return renderJson(report);
  }
}

/** Writes the report to standard output or to a file. */
export function boardCommand(path: string, options: BoardCommandOptions): void {
  const file = readCaseFile(path, options.at);
  if (file === undefined) return;
  const knowledge = loadKnowledge(knowledgePlaces(homeFolder));
  const packs = loadPacks(dataFolder(options.data));
  reportIssues(packs.issues);
  const answer = answerBoard(file.reading, knowledge.base, options, outsideKnowledgeOf(packs));
  if (answer.value === undefined) {
    reportIssues(answer.issues);
    return;
  }
  const report = buildReport({
    answer: answer.value,
    recordHash: hashOf(file.reading.document),
    recordIssues: file.issues,
    knowledgeHash: knowledge.hash,
    softwareVersion,
    now: new Date().toISOString(),
  });
  const text = render(report, options);
  if (options.output === undefined) process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  else {
    writeOutput(options.output, text);
  }
}
