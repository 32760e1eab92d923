/**
 * Loading the library: in an installed package the compiled text; in a clone the YAML files, compiled once and kept
 * until one of them changes. What was kept is checked against its hash before it is used.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Issue } from '../reading/index.ts';
import { compileKnowledge } from './compile-knowledge.ts';
import {
  type Knowledge,
  knowledgeOf,
  type PrintedContent,
  readCompiled,
  readPrinted,
  writeCompiled,
  writePrinted,
} from './compiled-knowledge.ts';
import { fingerprintOf, knowledgeFiles, schemaFiles } from './knowledge-files.ts';

/** The library cannot be used: a curated file has errors, or the compiled one does not fit its hash. */
export class KnowledgeFailure extends Error {
  override readonly name = 'KnowledgeFailure';
  readonly issues: readonly Issue[];
  constructor(message: string, issues: readonly Issue[], options?: ErrorOptions) {
    super(message, options);
    this.issues = issues;
  }
}

/** Where the library of a package or clone lies. */
export interface KnowledgePlaces {
  /** The compiled library of an installed package. */
  readonly packaged: string;
  /** What papers printed, of an installed package. */
  readonly packagedPrinted: string;
  /** The YAML files of a clone. */
  readonly folder: string;
  /** Where a clone keeps what it compiled. */
  readonly cache: string;
  readonly cachePrinted: string;
  /** The rooms of a clone: what was compiled by other schemas is not used. */
  readonly rooms: string;
}

/** The places below the folder of the package. */
export function knowledgePlaces(home: string): KnowledgePlaces {
  return {
    packaged: join(home, 'dist', 'knowledge.txt'),
    packagedPrinted: join(home, 'dist', 'printed.txt'),
    folder: join(home, 'knowledge'),
    cache: join(home, 'node_modules', '.cache', 'cajal', 'knowledge.txt'),
    cachePrinted: join(home, 'node_modules', '.cache', 'cajal', 'printed.txt'),
    rooms: join(home, 'src'),
  };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function keep(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const part = `${path}.${process.pid}`;
    writeFileSync(part, text);
    renameSync(part, path);
  } catch {
    // A read-only checkout compiles anew each time; nothing is lost but the time.
  }
}

/** Compiles the files of a folder to the library and to what papers printed. @throws KnowledgeFailure where a file has errors */
export function compileFolder(
  folder: string,
  fingerprint: string,
): { readonly library: string; readonly printed: string } {
  const { value, issues } = compileKnowledge(knowledgeFiles(folder));
  if (value === undefined) throw new KnowledgeFailure('files of the library have errors', issues);
  return {
    library: writeCompiled(value.content, fingerprint),
    printed: writePrinted(value.printed, fingerprint),
  };
}

/** One compiled document: packaged, kept, or compiled anew and kept with the other one. */
function load<Content>(
  places: KnowledgePlaces,
  which: 'library' | 'printed',
  read: (text: string, fingerprint?: string) => Content | undefined,
): Content {
  const packaged = which === 'library' ? places.packaged : places.packagedPrinted;
  const cache = which === 'library' ? places.cache : places.cachePrinted;
  if (!existsSync(places.folder)) {
    const found = read(readFileSync(packaged, 'utf8'));
    if (found !== undefined) return found;
    throw new KnowledgeFailure('the packaged library does not fit its hash; install the package again', []);
  }
  const fingerprint = fingerprintOf([...knowledgeFiles(places.folder), ...schemaFiles(places.rooms)]);
  const kept = textOf(cache);
  const cached = kept === undefined ? undefined : read(kept, fingerprint);
  if (cached !== undefined) return cached;
  const texts = compileFolder(places.folder, fingerprint);
  keep(places.cache, texts.library);
  keep(places.cachePrinted, texts.printed);
  const compiled = read(texts[which], fingerprint);
  if (compiled === undefined) throw new KnowledgeFailure('the compiled library does not read back', []);
  return compiled;
}

/**
 * The library.
 *
 * @throws KnowledgeFailure where a file has errors or the packaged text was altered
 */
export function loadKnowledge(places: KnowledgePlaces): Knowledge {
  return knowledgeOf(load(places, 'library', readCompiled));
}

/**
 * What papers printed, value by value.
 *
 * @throws KnowledgeFailure as `loadKnowledge`
 */
export function loadPrinted(places: KnowledgePlaces): PrintedContent {
  return load(places, 'printed', readPrinted).content;
}
