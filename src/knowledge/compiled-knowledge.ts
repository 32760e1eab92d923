/**
 * The library as one document: every study, statement, approval and rule that curators wrote, checked, in one JSON
 * with its hash. YAML is for people; a start reads only this (150 studies of YAML take 480 ms, JSON 12 ms).
 */
import * as z from 'zod';
import { approval, statement, study } from '../evidence/index.ts';
import { type KnowledgeBase, optionFile } from '../options/index.ts';

/** The version of the compiled form. */
export const compiledVersion = 1;

/** The compiled library. `hash` is taken over `content` in canonical JSON. */
export const compiledKnowledge = z.strictObject({
  cajal: z.literal(`knowledge/${compiledVersion}`),
  hash: z.string().length(64),
  content: z.strictObject({
    studies: z.array(study),
    statements: z.array(statement),
    approvals: z.array(approval),
    options: optionFile.omit({ cajal: true }),
  }),
});
export type CompiledKnowledge = z.output<typeof compiledKnowledge>;

/** The library as the engine takes it, with the hash that a report prints. */
export interface Knowledge {
  readonly base: KnowledgeBase;
  readonly hash: string;
}

/** The engine's view of a compiled library. */
export function knowledgeOf({ hash, content }: CompiledKnowledge): Knowledge {
  const { studies, statements, approvals, options } = content;
  return { hash, base: { evidence: { studies, statements, approvals }, options } };
}
