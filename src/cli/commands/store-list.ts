/** `cajal store list|history`: what the store holds. */
import type { DataOptions } from '../store-options.ts';
import { notStored, print, withStore } from './data.ts';

/** Lists the newest version of every case. */
export function storeListCommand({ data }: DataOptions): void {
  withStore(data, (store) => {
    for (const { id, version, savedAt, author } of store.list())
      print(`${id}\tversion ${version}\t${savedAt}\t${author}`);
  });
}

/** Lists every version of a case. */
export function storeHistoryCommand(id: string, { data }: DataOptions): void {
  withStore(data, (store) => {
    const versions = store.history(id);
    if (versions.length === 0) notStored(id);
    for (const { version, removed, savedAt, author, reason } of versions)
      print(
        `${version}${removed ? ' (removed)' : ''}\t${savedAt}\t${author}\t${reason.replace(/\s+/g, ' ')}`,
      );
  });
}
