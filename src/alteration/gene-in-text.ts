/** Finds the gene with which a finding begins: a known symbol or alias, or a token shaped like a symbol. */
import { accessionGene, geneOf } from '../genes/index.ts';

/** A gene and the text after it. */
export interface GeneAndRest {
  /** Approved symbol where the gene is known, else the symbol as printed. */
  readonly gene: string;
  readonly isKnown: boolean;
  readonly rest: string;
  /** Nothing separates the gene from what follows (`KITV560A`). */
  readonly isRunTogether: boolean;
}

/** A symbol as HGNC forms it, when it is not in the catalogue. */
export const symbolShape = /^[A-Z][A-Z0-9]{1,9}(?:-[A-Z0-9]{1,4})?$/;

/** In running text an unknown symbol needs a digit, or else every capitalised word would be a gene (`NO mutation`). */
const unknownInText = /\d/;
/** `V560` is a residue and `V170D` a change of one, not a gene. */
const residueShape = /^[ACDEFGHIKLMNPQRSTVWY][1-9]\d*[A-Z]*$/;
/** `DEL4-11` and `EX19` are changes and places. */
const keywordShape = /^(?:DEL|INS|DUP|EX|EXON|CHR)\d/;
const identifier = /^(?:HGNC|ncbigene|ensembl):/i;

/** `FLT3-ITD` and `FGFR1-3` are a gene with something behind it, not a gene. */
function isKnownBeforeHyphen(text: string): boolean {
  return text.includes('-') && geneOf(text.slice(0, text.indexOf('-'))) !== undefined;
}

/** The symbol of a known gene, or the text itself when it is shaped like one. */
export function symbolOf(text: string): { readonly gene: string; readonly isKnown: boolean } | undefined {
  const known = geneOf(text) ?? (identifier.test(text) ? accessionGene(text) : undefined);
  if (known !== undefined) return { gene: known.symbol, isKnown: true };
  return symbolShape.test(text) && !isKnownBeforeHyphen(text) ? { gene: text, isKnown: false } : undefined;
}

/** The names of genes have at most so many characters and so many parts. */
const longestName = 24;
const mostParts = 4;
const boundary = /[\s:,;(/-]/g;
/** What separates a gene from its change; a hyphen or slash inside a name does not. */
const separating = /^(?:$|[\s:,;(])/;

function afterGene(text: string): string {
  return text.replace(/^[\s:,;]+/, '');
}

/** The longest known name that ends at a boundary. */
function separated(text: string): GeneAndRest | undefined {
  const head = text.slice(0, longestName + 1);
  const ends: number[] = [];
  for (const { index } of head.matchAll(boundary)) {
    if (ends.length === mostParts) break;
    if (index > 0) ends.push(index);
  }
  if (text.length <= longestName) ends.push(text.length);
  for (const end of ends.toReversed()) {
    const rest = text.slice(end);
    if (!separating.test(rest)) continue;
    const gene = geneOf(text.slice(0, end));
    if (gene !== undefined)
      return { gene: gene.symbol, isKnown: true, rest: afterGene(rest), isRunTogether: false };
  }
  return undefined;
}

/** A residue, an exon or a coding position may follow a gene without a space; ordinary words may not. */
const runOn = /^(?:[A-Z]\d|(?:p|c|g)\.|ex\d|exon\d|v[IV]+\b)/;
const shortestRunOn = 3;

/** The longest known name run together with a change. */
function runTogether(text: string): GeneAndRest | undefined {
  const [word = ''] = /^[A-Za-z0-9]+/.exec(text) ?? [];
  for (let end = Math.min(word.length - 1, longestName); end >= shortestRunOn - 1; end -= 1) {
    if (!runOn.test(text.slice(end))) continue;
    const gene = geneOf(text.slice(0, end));
    if (gene !== undefined)
      return { gene: gene.symbol, isKnown: true, rest: text.slice(end), isRunTogether: true };
  }
  return undefined;
}

/** A known gene and a hyphen before what is said of it: `FLT3-ITD`, `EGFR-mutant`, `BRAF-V600E`. */
function hyphened(text: string): GeneAndRest | undefined {
  const at = text.slice(0, longestName).lastIndexOf('-');
  for (let end = at; end > 0; end = text.lastIndexOf('-', end - 1)) {
    const gene = geneOf(text.slice(0, end));
    if (gene !== undefined && end + 1 < text.length)
      return { gene: gene.symbol, isKnown: true, rest: text.slice(end + 1), isRunTogether: false };
  }
  return undefined;
}

/** `TERTp`: the promoter of a known gene. */
function withPromoter(text: string): GeneAndRest | undefined {
  const [all, symbol] = /^([A-Z][A-Z0-9]{2,9})p(?![A-Za-z0-9.])/.exec(text) ?? [];
  if (all === undefined || symbol === undefined || geneOf(all) !== undefined) return undefined;
  const gene = geneOf(symbol);
  if (gene === undefined) return undefined;
  return { gene: gene.symbol, isKnown: true, rest: `promoter${text.slice(all.length)}`, isRunTogether: true };
}

function unknownSymbol(text: string, beside: string | undefined): GeneAndRest | undefined {
  const [first = ''] = /^[^\s:,;(]+/.exec(text) ?? [];
  const isLikely =
    symbolShape.test(first) &&
    (unknownInText.test(first) || first === beside) &&
    !residueShape.test(first) &&
    !keywordShape.test(first) &&
    geneOf(first) === undefined &&
    !isKnownBeforeHyphen(first);
  if (!isLikely) return undefined;
  return { gene: first, isKnown: false, rest: afterGene(text.slice(first.length)), isRunTogether: false };
}

/**
 * Genes with which a text may begin, the likeliest first: a known name followed by a boundary, a known name run
 * together with what follows, an unknown symbol. `beside` is the gene of the record, which needs no digit. The caller
 * takes the first whose rest it can read.
 */
export function genesAtStart(text: string, beside?: string): readonly GeneAndRest[] {
  return [
    separated(text),
    runTogether(text),
    hyphened(text),
    withPromoter(text),
    unknownSymbol(text, beside),
  ].filter((each) => each !== undefined);
}
