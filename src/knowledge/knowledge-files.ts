/** The files of `knowledge/`: which there are, of which kind, and a fingerprint that changes when any of them does. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the library. */
export interface KnowledgeFile {
  readonly path: string;
  /** Path below the folder, with forward slashes. */
  readonly name: string;
}

/** Every YAML file below the folder, in the order of names; gene models are compiled into `genes`, not into the library. */
export function knowledgeFiles(folder: string): readonly KnowledgeFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: join(folder, name), name: name.replaceAll('\\', '/') }))
    .filter(({ name }) => !name.startsWith('gene-models/'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The files that define what a knowledge file may hold. */
export function schemaFiles(rooms: string): readonly KnowledgeFile[] {
  return ['alteration', 'criteria', 'evidence', 'knowledge', 'options', 'therapy', 'tumour'].flatMap((room) =>
    readdirSync(join(rooms, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .toSorted()
      .map((name) => ({ path: join(rooms, room, name), name: `${room}/${name}` })),
  );
}

/** Changes when a file is added, removed, or written again. */
export function fingerprintOf(files: readonly KnowledgeFile[]): string {
  const hash = createHash('sha256');
  for (const { path, name } of files) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${name}\n${size}\n${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
