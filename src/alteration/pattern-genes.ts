/** The genes of a pattern, looked up once: patterns do not change. */
import { geneOf } from '../genes/index.ts';

const symbols = new Map<string, string>();

/** More names than this are not kept. */
const mostKept = 50_000;

function symbolOf(name: string): string {
  const before = symbols.get(name);
  if (before !== undefined) return before;
  const symbol = geneOf(name)?.symbol ?? name;
  if (symbols.size < mostKept) symbols.set(name, symbol);
  return symbol;
}

/** A pattern as far as its genes go. */
export type NamesGenes =
  | { readonly gene: string }
  | { readonly fusionOf: string | readonly string[] }
  | { readonly chromosome: string };

const genesByPattern = new WeakMap<NamesGenes, readonly string[]>();

/** Approved symbols where they are known, else the names as given; none for a chromosome. */
export function genesOfPattern(pattern: NamesGenes): readonly string[] {
  const before = genesByPattern.get(pattern);
  if (before !== undefined) return before;
  const names = 'gene' in pattern ? [pattern.gene] : 'fusionOf' in pattern ? [pattern.fusionOf].flat() : [];
  const genes = names.map(symbolOf);
  genesByPattern.set(pattern, genes);
  return genes;
}
