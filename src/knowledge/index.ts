/** @module knowledge: loads the curated library, compiled to one hashed JSON. */
export { compileKnowledge } from './compile-knowledge.ts';
export {
  type CompiledKnowledge,
  compiledVersion,
  type Knowledge,
  type KnowledgeContent,
  knowledgeOf,
  readCompiled,
  writeCompiled,
} from './compiled-knowledge.ts';
export { knowledgeFiles } from './knowledge-files.ts';
export {
  compileFolder,
  KnowledgeFailure,
  type KnowledgePlaces,
  knowledgePlaces,
  loadKnowledge,
} from './load-knowledge.ts';
