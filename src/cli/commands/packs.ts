/** `cajal knowledge import|packs|remove`: outside knowledge bases as packs beside the curated library. */
import { basename } from 'node:path';
import {
  importPack,
  loadPacks,
  type PackKind,
  type PackManifest,
  removePack,
} from '../../knowledge/index.ts';
import { plainForTerminal, reportIssues } from '../outcome.ts';
import type { PackImportOptions, PackOptions, PackRemoveOptions } from '../pack-options.ts';
import { dataFolder, now } from './data.ts';
import { readWhole } from './whole-file.ts';

function manifestText(manifest: PackManifest): string {
  const { id, kind, name, version, date, licence, kept, unmatched, contentHash, importedAt, author, file } =
    manifest;
  const skipped = Object.entries(manifest.skipped).map(
    ([reason, count]) => `    left out: ${count} ${reason}`,
  );
  const open = unmatched === 0 ? '' : `, ${unmatched} of them not matched by machine`;
  return plainForTerminal(
    [
      `${id}: ${name} ${version}, of ${date}, licence ${licence}`,
      `    ${kind} from ${file}, kept ${kept}${open}`,
      ...skipped,
      `    hash ${contentHash.slice(0, 16)}, imported ${importedAt} by ${author}`,
    ].join('\n'),
  );
}

/** Imports a file; the pack of that id is replaced. */
export function packImportCommand(kind: PackKind, path: string, options: PackImportOptions): void {
  const file = readWhole(path);
  if (file.bytes === undefined) {
    reportIssues(file.issues);
    return;
  }
  const { pack, issues } = importPack({
    kind,
    bytes: file.bytes,
    file: basename(path),
    data: dataFolder(options.data),
    author: options.author,
    now: now(),
    ...(options.id === undefined ? {} : { id: options.id }),
    ...(options.packVersion === undefined ? {} : { version: options.packVersion }),
    ...(options.date === undefined ? {} : { date: options.date }),
  });
  reportIssues(issues);
  if (pack !== undefined) process.stdout.write(`${manifestText(pack.manifest)}\n`);
}

/** Lists the packs. */
export function packListCommand(options: PackOptions): void {
  const { packs, issues } = loadPacks(dataFolder(options.data));
  reportIssues(issues);
  const texts = packs.map(({ manifest, earlier }) => {
    const before =
      earlier.length === 0 ? '' : `\n    before: ${earlier.map(({ version }) => version).join(', ')}`;
    return `${manifestText(manifest)}${before}\n`;
  });
  process.stdout.write(texts.length === 0 ? 'no packs\n' : texts.join(''));
}

/** Removes a pack. */
export function packRemoveCommand(id: string, options: PackRemoveOptions): void {
  const issues = removePack(dataFolder(options.data), id, { author: options.author, time: now() });
  if (!reportIssues(issues)) process.stdout.write(`removed: ${id}; it stays in packs/earlier\n`);
}
