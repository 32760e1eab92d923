/**
 * `cajal read [FILE]`: what the text of a report says of alterations, biomarkers, grade, Ki-67, mitoses and stains, with the
 * place, the polarity and the owner of each mention, and what looked like a result and was not understood.
 */
import { fstatSync, readSync } from 'node:fs';
import {
  mentionKindWords,
  type ReportMention,
  type ReportReading,
  readReportText,
} from '../../alteration/index.ts';
import type { Issue } from '../../reading/index.ts';
import { plainForTerminal, readFileOrIssue, reportIssues } from '../outcome.ts';
import type { ReadCommandOptions } from '../read-options.ts';
import { print, table } from './fusion-output.ts';
import { proposalsYaml } from './read-as-case.ts';
import { proposalsOf } from './read-proposals.ts';
import { linesOf, onOneLine } from './read-text.ts';

const mostBytes = 5_000_000;
const standardInput = 0;

const issue = (code: Issue['code'], message: string, source: string): Issue => ({
  code,
  severity: 'error',
  message,
  source,
});

/** All of standard input, up to the limit. */
function readStandardInput(): { readonly bytes?: Uint8Array; readonly issues: readonly Issue[] } {
  const source = 'standard input';
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    fstatSync(standardInput);
    for (;;) {
      const piece = new Uint8Array(65_536);
      const count = readSync(standardInput, piece);
      if (count === 0) break;
      size += count;
      if (size > mostBytes)
        return { issues: [issue('input-too-large', `is longer than ${mostBytes} bytes`, source)] };
      pieces.push(piece.subarray(0, count));
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { issues: [issue('file-not-found', `cannot be read: ${reason}`, source)] };
  }
  return { bytes: Buffer.concat(pieces), issues: [] };
}

function textOf(
  path: string | undefined,
  given: string | undefined,
): { readonly text?: string; readonly source: string; readonly issues: readonly Issue[] } {
  if (given !== undefined) {
    const isBoth = path !== undefined;
    const issues = isBoth ? [issue('wrong-value', 'give a file or --text, not both', '--text')] : [];
    return { ...(isBoth ? {} : { text: given }), source: 'text', issues };
  }
  const isInput = path === undefined || path === '-';
  const source = isInput ? 'standard input' : path;
  const { bytes, issues } = isInput ? readStandardInput() : readFileOrIssue(path);
  if (bytes === undefined) return { source, issues };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), source, issues };
  } catch {
    const message = 'holds bytes that are not UTF-8 text; save it as UTF-8';
    return { source, issues: [issue('input-not-text', message, source)] };
  }
}

const longestCell = 48;
const short = (text: string): string =>
  text.length > longestCell ? `${text.slice(0, longestCell - 1)}\u2026` : text;

const polarityWords: Readonly<Record<ReportMention['polarity'], string>> = {
  present: 'present',
  absent: 'absent',
  pending: 'pending',
  notTested: 'not tested',
  failed: 'failed',
  equivocal: 'equivocal',
  hypothetical: 'hypothetical',
};

function printReading(text: string, { mentions, uninterpreted }: ReportReading): void {
  const lineAt = linesOf(text);
  const placeText = (at: number): string => {
    const { line, column } = lineAt(at);
    return `${line}:${column}`;
  };
  if (mentions.length === 0) print('no mention of an alteration, biomarker, grade, count or stain was found');
  const rows = mentions.map((mention) => [
    placeText(mention.start),
    short(onOneLine(mention.text)),
    mentionKindWords[mention.kind],
    short(mention.subject),
    short(onOneLine(mention.means)),
    polarityWords[mention.polarity],
    mention.owner,
    mention.certainty,
  ]);
  const head = ['place', 'text', 'kind', 'of', 'says', 'polarity', 'owner', 'certainty'];
  const [heading, ...lines] = mentions.length === 0 ? [] : table([head, ...rows]);
  if (heading !== undefined) print(heading);
  for (const [index, line] of lines.entries()) {
    print(line);
    const mention = mentions[index];
    for (const each of mention?.assumptions ?? []) print(`    assumed: ${each}`);
    for (const each of mention?.alternatives ?? []) print(`    or: ${each}`);
  }
  if (uninterpreted.length === 0) return;
  print('');
  print(`Not understood (${uninterpreted.length})`);
  for (const span of uninterpreted)
    print(`${placeText(span.start)}  ${short(onOneLine(span.text))}  ${span.why}`);
}

/** Reads a text and prints what it says. */
export function readCommand(path: string | undefined, options: ReadCommandOptions): void {
  const { text, source, issues } = textOf(path, options.text);
  if (reportIssues(issues) || text === undefined) return;
  const reading = readReportText(text);
  reportIssues(reading.issues.map((each) => ({ ...each, source })));
  if (options.json) {
    process.stdout.write(`${JSON.stringify(reading, null, 2)}\n`);
    return;
  }
  if (!options.asCase) {
    printReading(text, reading);
    return;
  }
  const yaml = proposalsYaml(text, proposalsOf(text, reading.mentions, source));
  process.stdout.write(`${yaml.split('\n').map(plainForTerminal).join('\n')}`);
  const lineAt = linesOf(text);
  for (const span of reading.uninterpreted) {
    const { line, column } = lineAt(span.start);
    process.stderr.write(
      `${plainForTerminal(`${source}:${line}:${column} not understood: ${onOneLine(span.text)} (${span.why})`)}\n`,
    );
  }
}
