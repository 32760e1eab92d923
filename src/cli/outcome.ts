/** How a command ends: what it prints, and the exit code that its issues ask for. */
import { readFileSync, statSync } from 'node:fs';
import { exitCodeOf, hasErrors, type Issue, issueText } from '../reading/index.ts';

/** The exit code of a list of issues: that of the first error, or 0. */
export function exitCodeFor(issues: readonly Issue[]): number {
  const first = issues.find((issue) => issue.severity === 'error');
  return first === undefined ? 0 : exitCodeOf(first.code);
}

/** Control characters, except tab and line feed (C0, DEL, C1), and those that turn the direction of writing. */
function isControl(code: number): boolean {
  const isC0 = code < 0x20 && code !== 0x09 && code !== 0x0a;
  const isC1 = code >= 0x7f && code <= 0x9f;
  const turns =
    code === 0x061c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069);
  return isC0 || isC1 || turns;
}

/** Control characters of a text made visible, so that nothing a file holds can drive the terminal. */
export function plainForTerminal(text: string): string {
  // A list of the characters of a long answer would be too long to hold.
  return text.replaceAll(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return isControl(code) ? `\\x${code.toString(16).padStart(2, '0')}` : character;
  });
}

/** Writes issues to standard error, and sets the exit code where one is an error. */
export function reportIssues(issues: readonly Issue[]): boolean {
  for (const issue of issues) process.stderr.write(`${plainForTerminal(issueText(issue))}\n`);
  if (hasErrors(issues)) process.exitCode = exitCodeFor(issues);
  return hasErrors(issues);
}

/** The largest file that is read, in bytes: what the reader accepts. */
const mostBytes = 5_000_000;

function fileKind(path: string): { readonly size: number; readonly isFile: boolean } {
  const found = statSync(path);
  return { size: found.size, isFile: found.isFile() };
}

/** The bytes of a file, or an issue that says that it cannot be read. */
export function readFileOrIssue(path: string): {
  readonly bytes?: Uint8Array;
  readonly issues: readonly Issue[];
} {
  const refused = (code: Issue['code'], message: string) => ({
    issues: [{ code, severity: 'error', message, source: path } satisfies Issue],
  });
  try {
    const { size, isFile } = fileKind(path);
    if (!isFile) return refused('file-not-found', 'is not a file that can be read');
    if (size > mostBytes) {
      return refused('input-too-large', `has ${size} bytes; at most ${mostBytes} are read`);
    }
    return { bytes: readFileSync(path), issues: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      issues: [
        { code: 'file-not-found', severity: 'error', message: `cannot be read: ${reason}`, source: path },
      ],
    };
  }
}
