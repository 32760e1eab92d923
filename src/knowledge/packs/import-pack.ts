/** From an outside file to a pack: read, counted, hashed, saved. Nothing is saved where the file cannot be used. */
import { readCivicEvidence, readHotspotFile, readOncotreeFile } from '../../formats/index.ts';
import { hasErrors, type Issue } from '../../reading/index.ts';
import { parsePatientDate } from '../../units/index.ts';
import type { PackContent, PackFile, PackKind } from './pack.ts';
import { contentHash, fileHash, heldPack, savePack, unwritable } from './pack-folder.ts';
import { authorIssues, isPackId } from './pack-names.ts';

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

const isDay = (text: string): boolean => {
  const { ok } = parsePatientDate(text);
  return ok && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text);
};

/** A date in the name of the file, as exports have it. */
const dateIn = (name: string): string | undefined =>
  [...name.matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)].map(([text]) => text).find(isDay);

/** What is wrong with what is said of the file. */
function optionIssues({ id, author, version, date }: PackImport): readonly Issue[] {
  const wrong = (code: Issue['code'], message: string): Issue => ({ code, severity: 'error', message });
  return [
    ...authorIssues(author),
    ...(id === undefined || isPackId(id)
      ? []
      : [
          wrong(
            'wrong-value',
            `"${id.slice(0, 60)}" is no name of a pack; take up to 40 lower-case letters, digits and hyphens`,
          ),
        ]),
    ...(version === undefined || (version.trim() !== '' && version.length <= 60)
      ? []
      : [wrong('wrong-value', 'the version of a pack has 1 to 60 characters')]),
    ...(date === undefined || isDay(date)
      ? []
      : [
          wrong(
            'impossible-date',
            `"${date.slice(0, 60)}" is no date; write it as 2022, 2022-05 or 2022-05-30`,
          ),
        ]),
  ];
}

/** A pack of another kind is not replaced, and the same content is said to be the same. */
function issuesBeside(held: PackFile | undefined, asked: PackImport, hash: string): readonly Issue[] {
  if (held === undefined) return [];
  const { id, kind, contentHash: before, importedAt, author } = held.manifest;
  if (kind !== asked.kind) {
    const message = `the pack "${id}" holds ${kind}; give another name with --id, or remove it first`;
    return [{ code: 'wrong-value', severity: 'error', message, source: asked.file }];
  }
  if (before !== hash) return [];
  const message = `the content is the same (hash ${hash.slice(0, 16)}) as ${author} imported into "${id}" at ${importedAt}`;
  return [{ code: 'pack-unchanged', severity: 'info', message, source: asked.file }];
}

/** Imports a file as a pack. */
export function importPack(asked: PackImport): PackImported {
  const refused = optionIssues(asked);
  if (refused.length > 0) return { issues: refused };
  const text = new TextDecoder('utf-8').decode(asked.bytes);
  const { content, kept, unmatched, skipped, issues: found } = contentOf(asked.kind, text);
  const issues = found.map((issue): Issue => ({ source: asked.file, ...issue }));
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
  const id = asked.id ?? asked.kind;
  const hash = contentHash(content);
  const beside = issuesBeside(heldPack(asked.data, id), asked, hash);
  if (hasErrors(beside)) return { issues: [...issues, ...beside] };
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
  const manifest = {
    id,
    kind: asked.kind,
    name: bases[asked.kind].name,
    version: asked.version?.trim() ?? date,
    date,
    licence: bases[asked.kind].licence,
    file: (asked.file.split(/[\\/]/).at(-1) ?? asked.file).slice(0, 300),
    fileHash: fileHash(asked.bytes),
    contentHash: hash,
    importedAt: asked.now,
    author: asked.author.trim(),
    kept,
    unmatched,
    skipped: { ...skipped },
  };
  try {
    const pack = savePack(asked.data, manifest, content);
    return { pack, issues: [...issues, ...beside, ...dated] };
  } catch (error) {
    return { issues: [...issues, unwritable(asked.data, error)] };
  }
}
