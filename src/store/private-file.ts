/**
 * Files that hold patients' records: a folder made here is for its owner only (0700), and so is every file (0600).
 * On Windows the modes mean nothing and the folder of the user's profile protects them.
 *
 * An existing database file is never opened here, only its mode is set: closing any descriptor of a file drops the
 * POSIX locks that the whole process holds on it, also those of SQLite.
 */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const ownerOnlyFolder = 0o700;
const ownerOnlyFile = 0o600;
const othersMask = 0o077;

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Makes what a folder's names point at survive a power cut; Windows has no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes the folder and its parents, for the owner only. The mode of a folder that exists is left as it is. */
export function makePrivateFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: ownerOnlyFolder });
  if (first !== undefined) syncFolder(dirname(first));
}

/** Makes an empty file for the owner only, or takes other people's rights from the one that exists. */
export function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', ownerOnlyFile));
    syncFolder(dirname(file));
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    if (process.platform === 'win32') return;
    const found = statSync(file);
    if (found.isFile() && (found.mode & othersMask) !== 0) chmodSync(file, ownerOnlyFile);
  }
}

/**
 * Writes a file whole or not at all: a temporary file beside it, fsync, rename, fsync of the folder. A file of that
 * name is replaced; readers see the old or the new one.
 *
 * @throws what the file system says (ENOSPC, EACCES ...), after the temporary file is removed.
 */
export function writeAtomically(file: string, write: (append: (text: string) => void) => void): void {
  const temporary = `${file}.${process.pid}.partial`;
  rmSync(temporary, { force: true });
  const descriptor = openSync(temporary, 'wx', ownerOnlyFile);
  try {
    try {
      write((text) => {
        const bytes = Buffer.from(text, 'utf8');
        for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      });
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
    syncFolder(dirname(file));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
