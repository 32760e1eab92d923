/**
 * The published cases that come with Cajal, brought into the store: absent ones are added, ones that Cajal itself
 * wrote follow their file, and what a user wrote, changed or removed is left alone. The reason of each version names
 * the file and its hash, so that a later start sees without reading a file that nothing is to be done.
 */
import { readCase } from '../case/index.ts';
import { type Issue, sha256Hex } from '../reading/index.ts';
import type { Store } from '../store/index.ts';
import { publishedAuthor } from './server-parts.ts';

/** A case file that comes with Cajal. */
export interface PublishedFile {
  readonly name: string;
  readonly text: string;
}

/** What was done. */
export interface PublishedResult {
  readonly added: number;
  readonly updated: number;
  /** Cases that a user has written, changed or removed, and which stay so. */
  readonly leftAlone: readonly string[];
  /** Files that could not be read, and writes that the store refused. */
  readonly issues: readonly Issue[];
}

const reasonFor = ({ name, text }: PublishedFile): string =>
  `published case ${name}, SHA-256 ${sha256Hex(text)}`;

/** Brings the published cases into the store. */
export function loadPublishedCases(store: Store, files: readonly PublishedFile[]): PublishedResult {
  const heads = store.list({ includeRemoved: true });
  const present = new Set(heads.filter((head) => head.author === publishedAuthor).map((head) => head.reason));
  const byId = new Map(heads.map((head) => [head.id, head]));
  const leftAlone: string[] = [];
  const issues: Issue[] = [];
  let added = 0;
  let updated = 0;
  for (const file of files) {
    const reason = reasonFor(file);
    if (present.has(reason)) continue;
    const { value, issues: found } = readCase(file.text, { source: file.name });
    if (value === undefined) {
      issues.push(...found);
      continue;
    }
    const { id } = value.record;
    const head = byId.get(id);
    if (head !== undefined && head.author !== publishedAuthor) {
      leftAlone.push(id);
      continue;
    }
    const act = { author: publishedAuthor, reason, expectedVersion: head?.version ?? 0 };
    const result = store.save(id, value.document, act);
    if (!result.ok) issues.push(result.issue);
    else if (!result.unchanged && head === undefined) added += 1;
    else if (!result.unchanged) updated += 1;
  }
  return { added, updated, leftAlone, issues };
}
