/** How a command ends: what it prints, and the exit code that its issues ask for. */
import { readFileSync } from 'node:fs';
import { exitCodeOf, hasErrors, type Issue, issueText } from '../reading/index.ts';

/** The exit code of a list of issues: that of the first error, or 0. */
export function exitCodeFor(issues: readonly Issue[]): number {
  const first = issues.find((issue) => issue.severity === 'error');
  return first === undefined ? 0 : exitCodeOf(first.code);
}

/** Control characters, except tab and line feed: C0, DEL and C1. */
function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code <= 0x9f);
}

/** Control characters of a text made visible, so that nothing a file holds can drive the terminal. */
export function plainForTerminal(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return isControl(code) ? `\\x${code.toString(16).padStart(2, '0')}` : character;
  }).join('');
}

/** Writes issues to standard error, and sets the exit code where one is an error. */
export function reportIssues(issues: readonly Issue[]): boolean {
  for (const issue of issues) process.stderr.write(`${plainForTerminal(issueText(issue))}\n`);
  if (hasErrors(issues)) process.exitCode = exitCodeFor(issues);
  return hasErrors(issues);
}

/** The bytes of a file, or an issue that says that it cannot be read. */
export function readFileOrIssue(path: string): {
  readonly bytes?: Uint8Array;
  readonly issues: readonly Issue[];
} {
  try {
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
