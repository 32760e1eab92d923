/** `cajal case check`, `cajal case schema`: what is wrong with a case file, and the schema an editor can use. */
import { caseJsonSchema, cutCase, readCase, writeCase } from '../../case/index.ts';
import { hasErrors } from '../../reading/index.ts';
import { readFileOrIssue, reportIssues } from '../outcome.ts';

/** Reads each file and reports every issue; the exit code is that of the first error. */
export function caseCheckCommand(paths: readonly string[]): void {
  for (const path of paths) {
    const file = readFileOrIssue(path);
    if (file.bytes === undefined) {
      reportIssues(file.issues);
      continue;
    }
    const { value, issues } = readCase(file.bytes, { source: path });
    reportIssues(issues);
    if (value === undefined || hasErrors(issues)) continue;
    const { record } = cutCase(value.record, { kind: 'now' });
    const warnings = issues.filter((issue) => issue.severity === 'warning').length;
    process.stdout.write(
      `${path}: ${record.id} is usable${warnings === 0 ? '' : `, ${warnings} to look at`}\n`,
    );
  }
}

/** Prints the JSON Schema of case files. */
export function caseSchemaCommand(): void {
  process.stdout.write(`${JSON.stringify(caseJsonSchema(), null, 2)}\n`);
}

/** Reads a case and writes it as YAML in the present version. */
export function caseFormatCommand(path: string): void {
  const file = readFileOrIssue(path);
  if (file.bytes === undefined) {
    reportIssues(file.issues);
    return;
  }
  const { value, issues } = readCase(file.bytes, { source: path });
  if (reportIssues(issues) || value === undefined) return;
  process.stdout.write(writeCase(value.record));
}
