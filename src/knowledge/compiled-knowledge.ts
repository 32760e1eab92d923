/**
 * The library as one document: every study, statement, approval and rule that curators wrote, checked, in one JSON
 * with its hash. YAML is for people; a start reads only this (150 studies of YAML take 480 ms, JSON 12 ms).
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { variantEffect } from '../alteration/index.ts';
import { approval, statement, study } from '../evidence/index.ts';
import { type KnowledgeBase, optionFile } from '../options/index.ts';
import { canonicalJson } from '../reading/index.ts';

/** SHA-256 as `reading` takes it over canonical JSON, by Node's own code: the library is large. */
const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The version of the compiled form. */
export const compiledVersion = 2;

/** What the library holds. */
export const knowledgeContent = z.strictObject({
  studies: z.array(study),
  statements: z.array(statement),
  approvals: z.array(approval),
  effects: z.array(variantEffect),
  options: optionFile.omit({ cajal: true }),
});
export type KnowledgeContent = z.output<typeof knowledgeContent>;

/** The compiled library. `hash` is taken over `content` in canonical JSON. */
export interface CompiledKnowledge {
  readonly hash: string;
  readonly content: KnowledgeContent;
}

/** The head line of a compiled library: kind, version, fingerprint of its sources, hash of its content. */
const headPattern = /^cajal knowledge\/(\d+) ([0-9a-f]{64}) ([0-9a-f]{64})$/;

/** The compiled library as text: a head line, then the content in canonical JSON. */
export function writeCompiled(content: KnowledgeContent, fingerprint: string): string {
  const text = canonicalJson(content);
  return `cajal knowledge/${compiledVersion} ${fingerprint} ${sha256Hex(text)}\n${text}`;
}

/**
 * The content was checked against the schemas when it was compiled; that the text still has the hash of its head
 * shows that it is the same content.
 */
function isCheckedContent(_value: unknown, hash: string, text: string): _value is KnowledgeContent {
  return sha256Hex(text) === hash;
}

/**
 * Reads a compiled library back; undefined where the text is not one, was altered, or was made from other sources
 * than `fingerprint` says.
 */
export function readCompiled(text: string, fingerprint?: string): CompiledKnowledge | undefined {
  const end = text.indexOf('\n');
  const [, version, madeFrom, hash] = headPattern.exec(text.slice(0, end)) ?? [];
  if (hash === undefined || Number(version) !== compiledVersion) return undefined;
  if (fingerprint !== undefined && madeFrom !== fingerprint) return undefined;
  const body = text.slice(end + 1);
  try {
    const content: unknown = JSON.parse(body);
    return isCheckedContent(content, hash, body) ? { hash, content } : undefined;
  } catch {
    return undefined;
  }
}

/** The library as the engine takes it, with the hash that a report prints. */
export interface Knowledge {
  readonly base: KnowledgeBase;
  readonly hash: string;
}

/** The engine's view of a compiled library. */
export function knowledgeOf({ hash, content }: CompiledKnowledge): Knowledge {
  const { studies, statements, approvals, effects, options } = content;
  return { hash, base: { evidence: { studies, statements, approvals }, options, effects } };
}
