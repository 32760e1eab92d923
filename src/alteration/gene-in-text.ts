/** Finds the gene with which a finding begins: a known symbol or alias, or a token shaped like a symbol. */
import { geneNames, geneOf } from '../genes/index.ts';

/** A gene and the text after it. */
export interface GeneAndRest {
  /** Approved symbol where the gene is known, else the symbol as printed. */
  readonly gene: string;
  readonly isKnown: boolean;
  readonly rest: string;
  /** Nothing separates the gene from what follows (`KITV560A`). */
  readonly isRunTogether: boolean;
}

/** What may stand between a gene and its change. */
const boundary = /^(?:$|[\s:,;(])/;

/** A symbol as HGNC forms it, when it is not in the catalogue. */
export const symbolShape = /^[A-Z][A-Z0-9]{1,9}(?:-[A-Z0-9]{1,4})?$/;

const names = geneNames();
const namesByInitial: ReadonlyMap<string, readonly string[]> = Map.groupBy(names, (name) =>
  name.charAt(0).toUpperCase(),
);

/** In running text an unknown symbol needs a digit, or else every capitalised word would be a gene (`NO mutation`). */
const unknownInText = /\d/;
/** `V560` is a residue and `V170D` a change of one, not a gene. */
const residueShape = /^[ACDEFGHIKLMNPQRSTVWY]\d+[A-Z]?$/;

/** The symbol of a known gene, or the text itself when it is shaped like one. */
export function symbolOf(text: string): { readonly gene: string; readonly isKnown: boolean } | undefined {
  const known = geneOf(text);
  if (known !== undefined) return { gene: known.symbol, isKnown: true };
  return symbolShape.test(text) ? { gene: text, isKnown: false } : undefined;
}

function knownAtStart(text: string, separated: boolean): GeneAndRest | undefined {
  for (const name of namesByInitial.get(text.charAt(0).toUpperCase()) ?? []) {
    if (text.slice(0, name.length).toUpperCase() !== name.toUpperCase()) continue;
    const rest = text.slice(name.length);
    if (boundary.test(rest) !== separated) continue;
    const gene = geneOf(name);
    if (gene === undefined) continue;
    return {
      gene: gene.symbol,
      isKnown: true,
      rest: rest.replace(/^[\s:,;]+/, ''),
      isRunTogether: !separated,
    };
  }
  return undefined;
}

/**
 * Genes with which a text may begin, the likeliest first: a known name followed by a boundary, a known name run
 * together with what follows, an unknown symbol. `beside` is the gene of the record, which needs no digit. The caller takes the first whose rest it can read.
 */
export function genesAtStart(text: string, beside?: string): readonly GeneAndRest[] {
  const first = /^[^\s:,;(]+/.exec(text)?.[0] ?? '';
  const unknown: GeneAndRest[] =
    symbolShape.test(first) &&
    (unknownInText.test(first) || first === beside) &&
    !residueShape.test(first) &&
    geneOf(first) === undefined
      ? [
          {
            gene: first,
            isKnown: false,
            rest: text.slice(first.length).replace(/^[\s:,;]+/, ''),
            isRunTogether: false,
          },
        ]
      : [];
  return [knownAtStart(text, true), knownAtStart(text, false), ...unknown].filter(
    (each) => each !== undefined,
  );
}
