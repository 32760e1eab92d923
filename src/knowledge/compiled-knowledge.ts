/**
 * The library as one document: every study, statement, approval and rule that curators wrote, checked, in one JSON
 * with its hash. YAML is for people; a start reads only this (150 studies of YAML take 480 ms, JSON 12 ms).
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { variantEffect } from '../alteration/index.ts';
import { approval, integrityFlag, paper, printedResults, statement, study } from '../evidence/index.ts';
import { type KnowledgeBase, optionFile } from '../options/index.ts';
import { canonicalJson } from '../reading/index.ts';

/** SHA-256 as `reading` takes it over canonical JSON, by Node's own code: the library is large. */
const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The version of the compiled form. */
export const compiledVersion = 3;

/** What the library holds. */
export const knowledgeContent = z.strictObject({
  studies: z.array(study),
  integrity: z.record(z.string(), z.array(integrityFlag)),
  statements: z.array(statement),
  approvals: z.array(approval),
  effects: z.array(variantEffect),
  options: optionFile.omit({ cajal: true }),
});
export type KnowledgeContent = z.output<typeof knowledgeContent>;

/**
 * What papers printed, value by value. It is large and only the audit and the evidence pages read it, so it has a file of its
 * own, and the studies of the library are kept without it.
 */
export const printedContent = z.strictObject({
  printed: z.array(z.strictObject({ study: z.string().min(1), results: printedResults })),
  papers: z.array(paper),
});
export type PrintedContent = z.output<typeof printedContent>;

/** A compiled document. `hash` is taken over `content` in canonical JSON. */
export interface Compiled<Content> {
  readonly hash: string;
  readonly content: Content;
}
export type CompiledKnowledge = Compiled<KnowledgeContent>;

/** The head line of a compiled library: kind, version, fingerprint of its sources, hash of its content. */
const headPattern = /^cajal (knowledge|printed)\/(\d+) ([0-9a-f]{64}) ([0-9a-f]{64})$/;

const write = (kind: 'knowledge' | 'printed', content: object, fingerprint: string): string => {
  const text = canonicalJson(content);
  return `cajal ${kind}/${compiledVersion} ${fingerprint} ${sha256Hex(text)}\n${text}`;
};

/** The compiled library as text: a head line, then the content in canonical JSON. */
export const writeCompiled = (content: KnowledgeContent, fingerprint: string): string =>
  write('knowledge', content, fingerprint);

/** What papers printed, as text in the same form. */
export const writePrinted = (content: PrintedContent, fingerprint: string): string =>
  write('printed', content, fingerprint);

/**
 * The content was checked against the schemas when it was compiled; that the text still has the hash of its head
 * shows that it is the same content.
 */
function isCheckedContent<Content>(_value: unknown, hash: string, text: string): _value is Content {
  return sha256Hex(text) === hash;
}

function read<Content>(kind: string, text: string, fingerprint?: string): Compiled<Content> | undefined {
  const end = text.indexOf('\n');
  const [, written, version, madeFrom, hash] = headPattern.exec(text.slice(0, end)) ?? [];
  if (hash === undefined || written !== kind || Number(version) !== compiledVersion) return undefined;
  if (fingerprint !== undefined && madeFrom !== fingerprint) return undefined;
  const body = text.slice(end + 1);
  try {
    const content: unknown = JSON.parse(body);
    return isCheckedContent<Content>(content, hash, body) ? { hash, content } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads a compiled library back; undefined where the text is not one, was altered, or was made from other sources
 * than `fingerprint` says.
 */
export const readCompiled = (text: string, fingerprint?: string): CompiledKnowledge | undefined =>
  read<KnowledgeContent>('knowledge', text, fingerprint);

/** Reads back what papers printed; undefined as for the library. */
export const readPrinted = (text: string, fingerprint?: string): Compiled<PrintedContent> | undefined =>
  read<PrintedContent>('printed', text, fingerprint);

/** The library as the engine takes it, with the hash that a report prints. */
export interface Knowledge {
  readonly base: KnowledgeBase;
  readonly hash: string;
}

/** The engine's view of a compiled library. */
export function knowledgeOf({ hash, content }: CompiledKnowledge): Knowledge {
  const { studies, statements, approvals, effects, options, integrity } = content;
  return { hash, base: { evidence: { studies, statements, approvals, integrity }, options, effects } };
}
