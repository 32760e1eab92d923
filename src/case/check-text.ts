/** Texts that no page, terminal or store can hold: with a NUL, or with half of a surrogate pair. */
import { type Issue, issueAt, type Path, type PositionedDocument } from '../reading/index.ts';

/** Issues of one document that are said one by one. */
const mostIssues = 50;

/** An error for every text of the document that cannot be shown. */
export function checkText(document: PositionedDocument): readonly Issue[] {
  const issues: Issue[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (issues.length >= mostIssues) return;
    if (typeof value === 'string') {
      if (!value.includes('\u0000') && value.isWellFormed()) return;
      const message =
        'the text holds a character that cannot be shown (NUL or half a surrogate pair); remove it';
      issues.push(issueAt(document, { code: 'wrong-value', message, path }));
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) visit(member, [...path, key]);
    }
  };
  visit(document.value, []);
  return issues;
}
