/**
 * Where in its file a fault of a gene model stands. A fault is a sentence that names a transcript, a protein, an exon, a
 * domain or another name; the place is that of the part which carries it, or of the gene's symbol.
 */
import type { GeneModelFault } from '../genes/index.ts';
import { type Issue, issueAt, type Path, type PositionedDocument } from '../reading/index.ts';

/** A gene's file as it was read. */
export interface PlacedGeneModel {
  readonly symbol: string;
  readonly document: PositionedDocument;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const childrenOf = (value: unknown): readonly (readonly [string | number, unknown])[] =>
  Array.isArray(value)
    ? value.map((each: unknown, index) => [index, each] as const)
    : isRecord(value)
      ? Object.entries(value)
      : [];

/** The first path, from the outside in, of which the value fits. */
function pathOf(value: unknown, fits: (value: unknown) => boolean, at: Path = []): Path | undefined {
  if (fits(value)) return at;
  for (const [step, child] of childrenOf(value)) {
    const found = pathOf(child, fits, [...at, step]);
    if (found !== undefined) return found;
  }
  return undefined;
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((held, step) => childrenOf(held).find(([key]) => key === step)?.[1], value);

/** Within a part of the file: the row of an exon or of a domain that the sentence names. */
function rowPath(part: unknown, message: string): Path {
  const exon = /\bexon (\d+)/.exec(message)?.[1];
  const [, label, start] = /\bdomain (\S+) (\d+)-\d+/.exec(message) ?? [];
  const isRow = (value: unknown): boolean =>
    Array.isArray(value) &&
    ((exon !== undefined && value.length === 6 && value[0] === Number(exon)) ||
      (label !== undefined && value[0] === label && value[2] === Number(start)));
  return exon === undefined && label === undefined ? [] : (pathOf(part, isRow) ?? []);
}

/** The path of what a sentence is about. */
function faultPath(value: unknown, message: string): Path {
  const words = new Set(message.split(/[\s,;:"]+/).map((word) => word.replace(/\.$/, '')));
  const names = (key: string) => (part: unknown) => isRecord(part) && words.has(String(part[key]));
  if (/reference transcript/.test(message)) return ['reference', 'transcript'];
  if (/coding sequence/.test(message)) return ['coding', 'sequence'];
  const part = pathOf(value, names('id')) ?? pathOf(value, names('refseq'));
  if (part !== undefined && part[0] !== 'hgnc') return [...part, ...rowPath(valueAt(value, part), message)];
  if (part !== undefined) return [...part, 'id'];
  if (/\bexon\b/.test(message))
    return ['imported', 'parts', ...rowPath(valueAt(value, ['imported', 'parts']), message)];
  if (/\bthe protein has\b/.test(message)) return ['protein', 'sequence'];
  const residue = /\bresidue ([A-Z]?\d+)/.exec(message)?.[1];
  const lists = (each: unknown): boolean =>
    typeof each === 'string' &&
    residue !== undefined &&
    each.split(' ').some((text) => text.endsWith(residue));
  const quoted = /"([^"]+)"/.exec(message)?.[1];
  return (
    (residue === undefined
      ? undefined
      : pathOf(valueAt(value, ['imported', 'residues']), lists, ['imported', 'residues'])) ??
    (quoted === undefined ? undefined : pathOf(value, (each) => each === quoted)) ?? ['symbol']
  );
}

/** A fault of one gene's file at its place. */
export function issueOfModel({ document }: PlacedGeneModel, { severity, message }: GeneModelFault): Issue {
  return issueAt(document, {
    code: 'gene-model',
    severity,
    message,
    path: faultPath(document.value, message),
  });
}

/**
 * A fault of the files together: at the alias or number that it quotes, in every file of a gene that it names and that
 * carries it, else in the list of names.
 */
export function issuesOfCatalogue(
  models: readonly PlacedGeneModel[],
  names: PositionedDocument,
  fault: GeneModelFault,
): readonly Issue[] {
  const words = new Set(fault.message.match(/[\w-]+/g));
  const [, alias, number] = /"([^"]+)"|\b(HGNC:\d+)/.exec(fault.message) ?? [];
  const named = alias ?? number;
  const issueIn = (document: PositionedDocument, key: string): readonly Issue[] => {
    const part = valueAt(document.value, [key]);
    const path = named === undefined ? undefined : pathOf(part, (each) => each === named, [key]);
    return path === undefined ? [] : [issueAt(document, { code: 'gene-model', ...fault, path })];
  };
  const found = models
    .filter(({ symbol }) => words.has(symbol))
    .flatMap(({ document }) => issueIn(document, alias === undefined ? 'hgnc' : 'aliases'));
  return found.length > 0 ? found : [issueAt(names, { code: 'gene-model', ...fault, path: [] })];
}
