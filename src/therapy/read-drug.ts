/**
 * Reads the name of a drug, or of a class of drugs. Only names that the register holds are read, in any case,
 * spacing and hyphenation; a name that is near one of them is unread with a suggestion.
 */
import type { Issue, IssueCode, Reading, Severity } from '../reading/index.ts';
import { className } from './class-membership.ts';
import { type DrugClassId, drugClasses } from './drug-class.ts';
import { type DrugId, drugOf, drugs } from './drugs.ts';
import { nearestNames, suggestions } from './nearest-name.ts';
import { NameIndex, nameKey, type PrintedName } from './printed-name.ts';
import { reasonUnread } from './unread-names.ts';

/** What a name stands for: one drug, or a class where the text names no drug. */
export type DrugMention =
  | { readonly kind: 'drug'; readonly drug: DrugId; readonly form?: 'long-acting' }
  | { readonly kind: 'class'; readonly drugClass: DrugClassId };

type Target = `drug:${DrugId}` | `class:${DrugClassId}`;

const mentions = new Map<Target, DrugMention>();
const index = new NameIndex<Target>();
for (const each of drugs) {
  const target: Target = `drug:${each.id}`;
  mentions.set(target, { kind: 'drug', drug: each.id });
  for (const name of each.names) index.add(target, name);
  index.add(target, {
    text: each.id,
    sort: 'synonym',
    source: { kind: 'general-knowledge', verified: false },
  });
}
for (const each of drugClasses) {
  const target: Target = `class:${each.id}`;
  mentions.set(target, { kind: 'class', drugClass: each.id });
  for (const name of each.names) index.add(target, name);
  index.add(target, {
    text: each.id,
    sort: 'synonym',
    source: { kind: 'general-knowledge', verified: false },
  });
}

const known = suggestions(index.names());
const longestName = 200;

/** An issue of this room. */
export function therapyIssue(code: IssueCode, severity: Severity, message: string): Issue {
  return { code, severity, message };
}

/** The plain words for a mention. */
export function mentionName(mention: DrugMention): string {
  return mention.kind === 'drug' ? drugOf(mention.drug).name : className(mention.drugClass);
}

function spellingIssues(printed: string, name: PrintedName, read: string): readonly Issue[] {
  if (name.sort === 'misprint') {
    return [
      therapyIssue('drug-spelling', 'info', `"${printed}" is read as ${read}, a spelling met in print.`),
    ];
  }
  if (name.sort === 'shorthand') {
    return [
      therapyIssue(
        'drug-spelling',
        'warning',
        `"${printed}" says less than ${read}, as which it is read; write the full name if it was another.`,
      ),
    ];
  }
  return [];
}

/** The mention under a name or its plural, with the name it was found by. */
function lookUp(text: string): { readonly target: Target; readonly name: PrintedName } | undefined {
  const found = index.find(text);
  if (found !== undefined) return found;
  const trimmed = text.trim();
  if (!trimmed.endsWith('s')) return undefined;
  const singular = index.find(trimmed.slice(0, -1));
  return singular?.target.startsWith('class:') === true ? singular : undefined;
}

/** The printed text in a message, never longer than a line. */
export function quoted(text: string): string {
  const line = text
    .slice(0, longestName)
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

/**
 * The drug or class that a text names. Errors: `drug-unknown` with the nearest names, `drug-ambiguous` for a text
 * that fits a treatment and something else. A misprint is read with an `info`, a shorthand with a `warning`.
 *
 * @example readDrug('temozolamide').value // { kind: 'drug', drug: 'temozolomide' }
 * @example readDrug('somatostatin analogs').value // { kind: 'class', drugClass: 'somatostatin-analogue' }
 * @example readDrug('imatinb').value // undefined; the issue suggests imatinib
 */
export function readDrug(text: string): Reading<DrugMention> {
  if (text.length > longestName) {
    const message = `"${quoted(text)}" is too long for the name of a drug. Write the name alone.`;
    return { value: undefined, issues: [therapyIssue('drug-unknown', 'error', message)] };
  }
  const found = lookUp(text);
  const mention = found === undefined ? undefined : mentions.get(found.target);
  if (found !== undefined && mention !== undefined) {
    const issues = spellingIssues(quoted(text), found.name, mentionName(mention));
    if (mention.kind === 'drug' && found.name.form !== undefined) {
      return { value: { ...mention, form: found.name.form }, issues };
    }
    return { value: mention, issues };
  }
  const reason = reasonUnread(text);
  if (reason !== undefined) {
    return {
      value: undefined,
      issues: [therapyIssue('drug-ambiguous', 'error', `"${quoted(text)}" ${reason}.`)],
    };
  }
  const near = nearestNames(text, known);
  const help =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : 'Write the international non-proprietary name, or the class if no drug is named.';
  const what =
    nameKey(text) === '' ? 'No drug is named.' : `"${quoted(text)}" is not a drug of the register.`;
  return { value: undefined, issues: [therapyIssue('drug-unknown', 'error', `${what} ${help}`)] };
}
