/**
 * The packs of a user, one file each in the folder `packs` of the data. A file is written beside its place, forced to the
 * disk, and renamed into it, so that no half of it is ever read; its content is checked against its hash at every load.
 * What is replaced or removed goes to `packs/earlier`, and every change has its line in `packs/changes.jsonl`.
 */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, type Issue } from '../../reading/index.ts';
import { type PackContent, type PackFile, type PackManifest, packFile } from './pack.ts';
import { authorIssues, isPackId } from './pack-names.ts';

/** The packs that could be read, and what is wrong with others. */
export interface LoadedPacks {
  readonly packs: readonly PackFile[];
  readonly issues: readonly Issue[];
}

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** The hash of a pack's content in its canonical form. */
export function contentHash(content: PackContent): string {
  return sha256(canonicalJson(content));
}

/** The hash of the file that is imported. */
export const fileHash = (bytes: Uint8Array): string => sha256(bytes);

const folderOf = (data: string): string => join(data, 'packs');
const pathOf = (data: string, id: string): string => join(folderOf(data), `${id}.json`);

function readPack(path: string): PackFile | Issue {
  const damaged = (message: string): Issue => ({
    code: 'pack-damaged',
    severity: 'error',
    message: `${message}; it is left out. Import it again, or remove it with \`cajal knowledge remove\`.`,
    source: path,
  });
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return damaged('the pack cannot be read');
  }
  const parsed = packFile.safeParse(data);
  if (!parsed.success) return damaged('the pack has not the form of a pack');
  const { manifest, content } = parsed.data;
  if (manifest.kind !== content.kind || contentHash(content) !== manifest.contentHash)
    return damaged('the content of the pack does not fit its hash');
  return parsed.data;
}

/** The pack of an id; undefined where there is none, or none that can be read. */
export function heldPack(data: string, id: string): PackFile | undefined {
  const path = pathOf(data, id);
  const read = existsSync(path) ? readPack(path) : undefined;
  return read !== undefined && 'manifest' in read ? read : undefined;
}

/** The files of packs in a data folder; undefined where their folder cannot be read, and none where there is no such folder. */
export function packFiles(data: string): readonly string[] | undefined {
  const folder = folderOf(data);
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && isPackId(name.slice(0, -'.json'.length)))
      .toSorted()
      .map((name) => join(folder, name));
  } catch {
    return undefined;
  }
}

/** Every pack of a data folder; no folder, no packs. */
export function loadPacks(data: string): LoadedPacks {
  const files = packFiles(data);
  if (files === undefined) {
    const message =
      'the folder of the packs cannot be read; see that it is a folder and that you may read it';
    return {
      packs: [],
      issues: [{ code: 'pack-damaged', severity: 'error', message, source: folderOf(data) }],
    };
  }
  const read = files.map(readPack);
  return {
    packs: read.filter((each) => 'manifest' in each),
    issues: read.filter((each) => 'code' in each),
  };
}

/** A fault of the disk as an issue. @throws what is no fault of the disk */
export function unwritable(data: string, error: unknown): Issue {
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  return {
    code: 'store-unwritable',
    severity: 'error',
    message: `the pack cannot be written: ${error.message}`,
    source: folderOf(data),
  };
}

/** A change of the packs: by whom, when, and what stood there before. */
export interface PackChange {
  readonly author: string;
  readonly time: string;
}

/** Keeps a pack's file under its hash, and writes down what is done. */
function keepEarlier(
  data: string,
  id: string,
  done: PackChange & { readonly action: 'import' | 'remove'; readonly contentHash?: string },
): void {
  const folder = folderOf(data);
  const path = pathOf(data, id);
  const before = existsSync(path) ? fileHash(readFileSync(path)) : undefined;
  if (before !== undefined) {
    mkdirSync(join(folder, 'earlier'), { recursive: true, mode: 0o700 });
    copyFileSync(path, join(folder, 'earlier', `${id}.${before.slice(0, 16)}.json`));
  }
  const line = { ...done, id, ...(before === undefined ? {} : { before: before.slice(0, 16) }) };
  appendFileSync(join(folder, 'changes.jsonl'), `${JSON.stringify(line)}\n`, { mode: 0o600 });
}

/** Writes a pack; one of the same id is replaced, its manifest kept in `earlier` and its file in the folder of that name. */
export function savePack(data: string, manifest: PackManifest, content: PackContent): PackFile {
  const folder = folderOf(data);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = pathOf(data, manifest.id);
  const before = heldPack(data, manifest.id);
  const earlier = before === undefined ? [] : [...before.earlier, before.manifest];
  const pack = packFile.parse({ cajal: 'pack/1', manifest, earlier, content });
  const part = `${path}.${process.pid}.part`;
  const { author, importedAt: time, contentHash: hash, id } = manifest;
  try {
    const file = openSync(part, 'w', 0o600);
    try {
      writeFileSync(file, JSON.stringify(pack));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    keepEarlier(data, id, { author, time, action: 'import', contentHash: hash });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  return pack;
}

/** Removes a pack, which stays among the earlier ones; the issues say why it was not removed. */
export function removePack(data: string, id: string, change: PackChange): readonly Issue[] {
  const refused = authorIssues(change.author);
  if (refused.length > 0) return refused;
  if (!isPackId(id) || !existsSync(pathOf(data, id))) {
    const message = `there is no pack "${id.slice(0, 60)}"; \`cajal knowledge packs\` lists them`;
    return [{ code: 'pack-unknown', severity: 'error', message }];
  }
  try {
    keepEarlier(data, id, { ...change, author: change.author.trim(), action: 'remove' });
    rmSync(pathOf(data, id));
  } catch (error) {
    return [unwritable(data, error)];
  }
  return [];
}
