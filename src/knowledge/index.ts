/** @module knowledge: loads the curated library, compiled to one hashed JSON. */
export { compileKnowledge } from './compile-knowledge.ts';
export { type CompiledKnowledge, type Knowledge, knowledgeOf } from './compiled-knowledge.ts';
export { knowledgeFiles } from './knowledge-files.ts';
export { KnowledgeFailure, type KnowledgePlaces, knowledgePlaces, loadKnowledge } from './load-knowledge.ts';
