/**
 * What a text about a molecular result can say: one change of the tumour, a biomarker, or several of them joined. A
 * finding of a record is one `Alteration`; the names of knowledge bases and the phrases of reports are notations.
 */
import { type Alteration, genesOf } from './alteration.ts';
import type { Expression, Marker, Methylation, NamedAllele, WildType } from './marker.ts';

/** One thing that a text says. */
export type SingleNotation = Alteration | Marker | Expression | Methylation | WildType | NamedAllele;

/** Any of several (`V600E/K`), all of them (`V600E and amplification`), or one of them denied (`NOT V600E`). */
export type Notation =
  | SingleNotation
  | { readonly kind: 'anyOf'; readonly of: readonly Notation[] }
  | { readonly kind: 'allOf'; readonly of: readonly Notation[] }
  | { readonly kind: 'not'; readonly of: Notation };

/** Whether a notation is one change of the tumour, as a record holds it. */
export function isAlteration(notation: Notation): notation is Alteration {
  switch (notation.kind) {
    case 'sequenceVariant':
    case 'copyNumber':
    case 'fusion':
    case 'exonChange':
    case 'chromosomal':
      return true;
    case 'marker':
    case 'expression':
    case 'methylation':
    case 'wildType':
    case 'namedAllele':
    case 'anyOf':
    case 'allOf':
    case 'not':
      return false;
  }
}

/** The single notations within one, in their order. */
export function singlesOf(notation: Notation): readonly SingleNotation[] {
  switch (notation.kind) {
    case 'anyOf':
    case 'allOf':
      return notation.of.flatMap(singlesOf);
    case 'not':
      return singlesOf(notation.of);
    default:
      return [notation];
  }
}

/** The genes that a notation names, each once. */
export function genesOfNotation(notation: Notation): readonly string[] {
  const genes = singlesOf(notation).flatMap((single): readonly string[] => {
    switch (single.kind) {
      case 'marker':
        return [];
      case 'expression':
      case 'methylation':
      case 'wildType':
        return [single.gene];
      case 'namedAllele':
        return single.gene === undefined ? [] : [single.gene];
      default:
        return genesOf(single);
    }
  });
  return [...new Set(genes)];
}
