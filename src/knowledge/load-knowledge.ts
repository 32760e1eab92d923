/**
 * Loading the library: in an installed package the compiled JSON; in a clone the YAML files, compiled once and kept
 * until one of them changes. What was kept is checked against its hash before it is used.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { hashOf, type Issue } from '../reading/index.ts';
import { compileKnowledge } from './compile-knowledge.ts';
import {
  type CompiledKnowledge,
  compiledKnowledge,
  type Knowledge,
  knowledgeOf,
} from './compiled-knowledge.ts';
import { fingerprintOf, knowledgeFiles } from './knowledge-files.ts';

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
  /** The compiled JSON of an installed package. */
  readonly packaged: string;
  /** The YAML files of a clone. */
  readonly folder: string;
  /** Where a clone keeps what it compiled. */
  readonly cache: string;
}

/** The places below the folder of the package. */
export function knowledgePlaces(home: string): KnowledgePlaces {
  return {
    packaged: join(home, 'dist', 'knowledge.json'),
    folder: join(home, 'knowledge'),
    cache: join(home, 'node_modules', '.cache', 'cajal', 'knowledge.json'),
  };
}

const cached = z.strictObject({ fingerprint: z.string(), compiled: compiledKnowledge });

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The compiled library with its hash checked; undefined where the text is not one. */
function checkedAgainstHash(value: unknown): CompiledKnowledge | undefined {
  const raw = z.looseObject({ hash: z.string(), content: z.unknown() }).safeParse(value);
  if (!raw.success || hashOf(raw.data.content) !== raw.data.hash) return undefined;
  return compiledKnowledge.safeParse(value).data;
}

function fromCache(path: string, fingerprint: string): CompiledKnowledge | undefined {
  const text = textOf(path);
  if (text === undefined) return undefined;
  try {
    const kept = z
      .looseObject({ fingerprint: z.string(), compiled: z.unknown() })
      .safeParse(JSON.parse(text));
    return kept.data?.fingerprint === fingerprint ? checkedAgainstHash(kept.data.compiled) : undefined;
  } catch {
    return undefined;
  }
}

function keep(path: string, value: z.input<typeof cached>): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const part = `${path}.${process.pid}`;
    writeFileSync(part, JSON.stringify(value));
    renameSync(part, path);
  } catch {
    // A read-only checkout compiles anew each time; nothing is lost but the time.
  }
}

/**
 * The library.
 *
 * @throws KnowledgeFailure where a file has errors or the packaged JSON was altered
 */
export function loadKnowledge(places: KnowledgePlaces): Knowledge {
  if (!existsSync(places.folder)) {
    const compiled = checkedAgainstHash(JSON.parse(readFileSync(places.packaged, 'utf8')));
    if (compiled === undefined)
      throw new KnowledgeFailure('the packaged library does not fit its hash; install the package again', []);
    return knowledgeOf(compiled);
  }
  const files = knowledgeFiles(places.folder);
  const fingerprint = fingerprintOf(files);
  const kept = fromCache(places.cache, fingerprint);
  if (kept !== undefined) return knowledgeOf(kept);
  const { value, issues } = compileKnowledge(files);
  if (value === undefined) throw new KnowledgeFailure('files of the library have errors', issues);
  keep(places.cache, { fingerprint, compiled: value });
  return knowledgeOf(value);
}
