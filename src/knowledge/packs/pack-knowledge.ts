/** What packs give to the rest: statements with their source, and a table of hotspots. */
import type { HotspotTable } from '../../alteration/index.ts';
import type { OutsideStatements } from '../../evidence/index.ts';
import type { OutsideKnowledge } from '../../report/index.ts';
import type { PackFile } from './pack.ts';
import type { LoadedPacks } from './pack-folder.ts';

/** The statements of every pack that has some. */
export function statementsOf(packs: readonly PackFile[]): readonly OutsideStatements[] {
  return packs.flatMap(({ manifest, content }) => {
    if (content.kind !== 'civic') return [];
    const { id, name, version, date, licence, contentHash } = manifest;
    return [
      { source: { id, name, version, date, licence, hash: contentHash }, statements: content.statements },
    ];
  });
}

/** One table of the hotspots of every pack; undefined where no pack has any. */
export function hotspotTableOf(packs: readonly PackFile[]): HotspotTable | undefined {
  const held = packs.filter(({ content }) => content.kind === 'hotspots');
  const [first] = held;
  if (first === undefined) return undefined;
  return {
    source: held
      .map(({ manifest }) => `${manifest.name} ${manifest.version} (${manifest.licence})`)
      .join(', '),
    hotspots: held.flatMap(({ content }) => (content.kind === 'hotspots' ? content.hotspots : [])),
  };
}

/** What a report takes from the packs of a folder, with how many of them could not be read. */
export function outsideKnowledgeOf({ packs, issues }: LoadedPacks): OutsideKnowledge {
  return {
    statements: statementsOf(packs),
    hotspots: hotspotTableOf(packs),
    ...(issues.length === 0 ? {} : { notRead: issues.length }),
  };
}
