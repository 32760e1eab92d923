/** @module knowledge: loads the curated library, compiled to one hashed JSON. */
export { compileKnowledge } from './compile-knowledge.ts';
export {
  type CompiledKnowledge,
  compiledVersion,
  type Knowledge,
  type KnowledgeContent,
  knowledgeOf,
  type PrintedContent,
  readCompiled,
  writeCompiled,
  writePrinted,
} from './compiled-knowledge.ts';
export { checkGeneModels, type GeneModelCheck } from './gene-model-check.ts';
export { knowledgeFiles } from './knowledge-files.ts';
export {
  compileFolder,
  KnowledgeFailure,
  type KnowledgePlaces,
  knowledgePlaces,
  loadKnowledge,
  loadPrinted,
} from './load-knowledge.ts';
export { importPack, type PackImport, type PackImported } from './packs/import-pack.ts';
export {
  type PackContent,
  type PackFile,
  type PackKind,
  type PackManifest,
  packKinds,
} from './packs/pack.ts';
export { type LoadedPacks, loadPacks, removePack } from './packs/pack-folder.ts';
export { hotspotTableOf, outsideKnowledgeOf, statementsOf } from './packs/pack-knowledge.ts';
export { packShelf } from './packs/pack-shelf.ts';
