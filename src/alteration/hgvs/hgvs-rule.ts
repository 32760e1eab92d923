/** Issues that say which rule of the nomenclature a readable description breaks, and how to write it instead. */
import type { Issue, Severity } from '../../reading/index.ts';

/** `error`: the description means nothing definite. `warning`: it can be understood, and is to be written otherwise. */
export function ruleIssue(severity: Severity, message: string): Issue {
  return { code: 'hgvs-rule', severity, message };
}
