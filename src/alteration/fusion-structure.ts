/**
 * A fusion as an ordered structure, after the VICC gene fusion specification (fusions.cancervariants.org): segments of
 * transcripts, genes, linkers, templated sequence, an unknown partner (`?`), any of several partners (`v`), and a
 * regulatory element before them. It holds what a pair of partners cannot: offsets, linkers, inserted segments.
 */
import type { Fusion, FusionSide } from './alteration.ts';

/** An exon with an offset along the transcript: from its end on the 5' side, from its start on the 3' side. */
export interface SegmentEnd {
  readonly exon: number;
  readonly offset?: number;
}

/** A part of a fusion, in order. */
export type FusionElement =
  | {
      readonly kind: 'segment';
      readonly gene: string;
      readonly transcript?: string;
      /** The first exon, of every segment but the first. */
      readonly start?: SegmentEnd;
      /** The last exon, of every segment but the last. */
      readonly end?: SegmentEnd;
    }
  | { readonly kind: 'gene'; readonly gene: string; readonly hgnc?: string }
  | { readonly kind: 'linker'; readonly sequence: string }
  | {
      readonly kind: 'templated';
      /** Sequence accession, with the chromosome in brackets where it is printed. */
      readonly sequence: string;
      readonly start: number;
      readonly end: number;
      readonly strand: '+' | '-';
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'multiple' };

/** A regulatory element that drives the fusion: `reg_e_EH38E1621482@IGH`. */
export interface RegulatoryElement {
  /** `e` enhancer, `p` promoter, or another class of INSDC in words. */
  readonly class: string;
  readonly id?: string;
  readonly gene?: string;
  readonly hgnc?: string;
}

/** What made the fused transcript. */
export type CausativeEvent = 'rearrangement' | 'readThrough' | 'transSplicing';

/** The ordered structure. */
export interface FusionStructure {
  /** Seen in a sample, or a class of fusions that share what is named; absent where the name does not tell. */
  readonly type?: 'assayed' | 'categorical';
  readonly regulatory?: RegulatoryElement;
  /** At least two, or one with a regulatory element. */
  readonly elements: readonly FusionElement[];
  /** The junction was inferred, not seen: `(::)`. */
  readonly isInferred?: true;
  readonly causativeEvent?: CausativeEvent;
  readonly readingFramePreserved?: boolean;
  readonly criticalDomains?: { readonly preserved: readonly string[]; readonly lost: readonly string[] };
}

/** A fusion with what its two partners alone do not tell. */
export interface StructuredFusion extends Fusion {
  readonly structure?: FusionStructure;
}

const isStructured = (fusion: Fusion): fusion is StructuredFusion => 'structure' in fusion;

/** The structure that a reader kept with a fusion. */
export function structureIn(fusion: Fusion): FusionStructure | undefined {
  return isStructured(fusion) ? fusion.structure : undefined;
}

function sideOf(element: FusionElement | undefined, end: 'start' | 'end'): FusionSide | undefined {
  if (element?.kind === 'gene') return { gene: element.gene };
  if (element?.kind !== 'segment') return undefined;
  const { gene, transcript } = element;
  const exon = element[end]?.exon;
  return {
    gene,
    ...(exon === undefined ? {} : { exon }),
    ...(transcript === undefined ? {} : { transcript }),
  };
}

/** True where the two partners of a fusion say everything that the structure does. */
function isPlain(structure: FusionStructure): boolean {
  const { regulatory, elements, isInferred, causativeEvent, readingFramePreserved, criticalDomains } =
    structure;
  const more = [regulatory, isInferred, causativeEvent, readingFramePreserved, criticalDomains];
  const isPartner = (element: FusionElement): boolean => {
    if (element.kind === 'segment')
      return element.start?.offset === undefined && element.end?.offset === undefined;
    return element.kind === 'unknown' || (element.kind === 'gene' && element.hgnc === undefined);
  };
  return elements.length === 2 && elements.every(isPartner) && more.every((each) => each === undefined);
}

/** The fusion of a structure: its first and last partner, with the structure where it holds more than them. */
export function fusionOfStructure(structure: FusionStructure, printed: string): StructuredFusion {
  const { elements, regulatory } = structure;
  const five = elements.length > 1 ? sideOf(elements[0], 'end') : undefined;
  const three = sideOf(elements.at(-1), 'start');
  const driver = regulatory?.gene === undefined ? undefined : { gene: regulatory.gene };
  const first = five ?? driver;
  return {
    kind: 'fusion',
    ...(first === undefined ? {} : { five: first }),
    ...(three === undefined ? {} : { three }),
    isOrderStated: true,
    printed,
    ...(isPlain(structure) ? {} : { structure }),
  };
}

function elementOf(side: FusionSide | undefined, end: 'start' | 'end'): FusionElement {
  if (side === undefined) return { kind: 'unknown' };
  const { gene, exon, transcript } = side;
  if (exon === undefined && transcript === undefined) return { kind: 'gene', gene };
  return {
    kind: 'segment',
    gene,
    ...(transcript === undefined ? {} : { transcript }),
    ...(exon === undefined ? {} : { [end]: { exon } }),
  };
}

/** The structure of a fusion: the one it was read with, or that of its two partners. A lone gene has an unknown partner. */
export function structureOfFusion(fusion: Fusion): FusionStructure {
  const kept = structureIn(fusion);
  if (kept !== undefined) return kept;
  const { five, three, unplaced, inFramePrinted } = fusion;
  const elements: readonly FusionElement[] =
    unplaced === undefined
      ? [elementOf(five, 'end'), elementOf(three, 'start')]
      : [{ kind: 'unknown' }, { kind: 'gene', gene: unplaced }];
  return {
    elements,
    ...(inFramePrinted === undefined ? {} : { readingFramePreserved: inFramePrinted }),
  };
}
