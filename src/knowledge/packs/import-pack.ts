/** From an outside file to a pack: read, counted, hashed, saved. Nothing is saved where the file cannot be used. */

import { readCivicEvidence, readHotspotFile, readOncotreeFile } from '../../formats/index.ts';
import { hasErrors, type Issue } from '../../reading/index.ts';
import type { PackContent, PackFile, PackKind } from './pack.ts';
import { contentHash, fileHash, savePack } from './pack-folder.ts';

/** What is said of a file beside its content. */
export interface PackImport {
  readonly kind: PackKind;
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly data: string;
  readonly author: string;
  readonly now: string;
  readonly id?: string;
  readonly version?: string;
  readonly date?: string;
}

/** The pack, or why there is none. */
export interface PackImported {
  readonly pack?: PackFile;
  readonly issues: readonly Issue[];
}

/** Names and licences of the bases, as they state them. */
const bases: Readonly<Record<PackKind, { readonly name: string; readonly licence: string }>> = {
  civic: { name: 'CIViC', licence: 'CC0 1.0' },
  oncotree: { name: 'OncoTree', licence: 'CC BY 4.0' },
  hotspots: { name: 'cancer hotspots', licence: 'ODbL 1.0' },
};

interface Content {
  readonly content: PackContent;
  readonly kept: number;
  readonly unmatched: number;
  readonly skipped: Readonly<Record<string, number>>;
  readonly issues: readonly Issue[];
}

function contentOf(kind: PackKind, text: string): Content {
  switch (kind) {
    case 'civic': {
      const { statements, unmatched, skipped, issues } = readCivicEvidence(text);
      return {
        content: { kind, statements: [...statements] },
        kept: statements.length,
        unmatched,
        skipped,
        issues,
      };
    }
    case 'hotspots': {
      const { hotspots, skipped, issues } = readHotspotFile(text);
      const copied = hotspots.map((each) => ({
        ...each,
        alleles: each.alleles.map((allele) => ({ ...allele })),
      }));
      return { content: { kind, hotspots: copied }, kept: hotspots.length, unmatched: 0, skipped, issues };
    }
    case 'oncotree': {
      const { nodes, issues } = readOncotreeFile(text);
      return { content: { kind, nodes: [...nodes] }, kept: nodes.length, unmatched: 0, skipped: {}, issues };
    }
  }
}

/** A date in the name of the file, as exports have it. */
const dateIn = (name: string): string | undefined => /\d{4}-\d{2}-\d{2}/.exec(name)?.[0];

/** Imports a file as a pack. */
export function importPack(asked: PackImport): PackImported {
  const text = new TextDecoder('utf-8').decode(asked.bytes);
  const { content, kept, unmatched, skipped, issues } = contentOf(asked.kind, text);
  if (hasErrors(issues)) return { issues };
  if (kept === 0) {
    const issue: Issue = {
      code: 'input-empty',
      severity: 'error',
      message: 'the file holds nothing that is kept',
      source: asked.file,
    };
    return { issues: [...issues, issue] };
  }
  const date = asked.date ?? dateIn(asked.file) ?? asked.now.slice(0, 10);
  const dated: readonly Issue[] =
    asked.date === undefined && dateIn(asked.file) === undefined
      ? [
          {
            code: 'pack-date',
            severity: 'warning',
            message: `neither --date nor the name of the file says of which day it is; today's date is kept (${date})`,
            source: asked.file,
          },
        ]
      : [];
  const pack = savePack(
    asked.data,
    {
      id: asked.id ?? asked.kind,
      kind: asked.kind,
      name: bases[asked.kind].name,
      version: asked.version ?? date,
      date,
      licence: bases[asked.kind].licence,
      file: asked.file.split(/[\\/]/).at(-1) ?? asked.file,
      fileHash: fileHash(asked.bytes),
      contentHash: contentHash(content),
      importedAt: asked.now,
      author: asked.author,
      kept,
      unmatched,
      skipped: { ...skipped },
    },
    content,
  );
  return { pack, issues: [...issues, ...dated] };
}
