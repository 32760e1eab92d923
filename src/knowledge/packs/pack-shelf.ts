/** The packs of a folder for a program that runs long: read again when a file of them has changed, and only then. */
import { statSync } from 'node:fs';
import { type LoadedPacks, loadPacks, packFiles } from './pack-folder.ts';

/** Names, times and sizes of the files; equal where nothing has changed. */
function stampOf(data: string): string {
  const files = packFiles(data);
  if (files === undefined) return 'unreadable';
  return files
    .map((path) => {
      const { mtimeMs, size, ino } = statSync(path, { throwIfNoEntry: false }) ?? {};
      return `${path} ${mtimeMs} ${size} ${ino}`;
    })
    .join('\n');
}

/**
 * A shelf over a data folder.
 *
 * @returns a function that gives the packs as they are now; the same object as long as nothing changes.
 */
export function packShelf(data: string): () => LoadedPacks {
  let held: { readonly stamp: string; readonly loaded: LoadedPacks } | undefined;
  return () => {
    const stamp = stampOf(data);
    if (held === undefined || held.stamp !== stamp) held = { stamp, loaded: loadPacks(data) };
    return held.loaded;
  };
}
