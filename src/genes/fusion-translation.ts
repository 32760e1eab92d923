/** Where translation of a fused transcript begins and where it stops, as far as the sequences that are held can tell. */
import type { JunctionSide } from './fusion-cut.ts';
import { residueOfCodon } from './genetic-code.ts';

/** Where translation of the 3' sequence begins when the promoter alone is exchanged. */
export type TranslationStart =
  | { readonly kind: 'native' }
  | { readonly kind: 'inFrameAtg'; readonly codon: number }
  /** A methionine is known there; one that is not held may lie before it. */
  | { readonly kind: 'atOrBefore'; readonly codon: number }
  | { readonly kind: 'notLocated' };

/** The start of the 3' coding sequence when nothing 5' of the junction is translated. */
export function translationStart(three: JunctionSide, skipped: number): TranslationStart {
  if (skipped <= 0) return { kind: 'native' };
  const { gene, transcript } = three;
  const firstCodon = Math.ceil(skipped / 3) + 1;
  if (gene.coding !== undefined && gene.coding.length === transcript.cdsLength) {
    for (let codon = firstCodon; codon <= transcript.proteinLength; codon += 1)
      if (gene.coding.slice(codon * 3 - 3, codon * 3) === 'ATG') return { kind: 'inFrameAtg', codon };
    return { kind: 'notLocated' };
  }
  if (transcript.proteinLength !== gene.transcripts[0]?.proteinLength) return { kind: 'notLocated' };
  if (gene.protein !== undefined && gene.protein.length === transcript.proteinLength) {
    const at = gene.protein.indexOf('M', firstCodon - 1);
    return at === -1 ? { kind: 'notLocated' } : { kind: 'inFrameAtg', codon: at + 1 };
  }
  const known = [...gene.residues].filter(([at, residue]) => residue === 'M' && at >= firstCodon);
  const codon = Math.min(...known.map(([at]) => at));
  return known.length === 0 ? { kind: 'notLocated' } : { kind: 'atOrBefore', codon };
}

/** A stop codon that lies wholly within the linker, or with the last bases of the 5' part where its sequence is held. */
export function stopInLinker(five: JunctionSide, kept: number, sequence: string): boolean {
  const phase = kept % 3;
  const { coding } = five.gene;
  const before =
    coding !== undefined && coding.length === five.transcript.cdsLength
      ? coding.slice(kept - phase, kept)
      : 'N'.repeat(phase);
  const text = (before + sequence.toUpperCase()).replaceAll('U', 'T');
  return Array.from({ length: Math.floor(text.length / 3) }, (_, at) => text.slice(at * 3, at * 3 + 3)).some(
    (codon) => !codon.includes('N') && residueOfCodon(codon) === '*',
  );
}

/** Coding bases of the 3' transcript after which translation in its own frame can begin, and after which it certainly has. */
export interface TranslatedFrom {
  readonly can: number;
  readonly certain: number;
}

const never = Number.POSITIVE_INFINITY;
const afterSplitCodon = (skipped: number): number => Math.max(0, Math.ceil(skipped / 3)) * 3;

/** Read on from the 5' partner: certain in frame, only possible where bases between them are not known. */
export function readThrough(skipped: number, isCertain: boolean): TranslatedFrom {
  return { can: afterSplitCodon(skipped), certain: isCertain ? afterSplitCodon(skipped) : never };
}

/** Read from a start of its own; without one nothing is translated. */
export function translatedAfter(skipped: number, start: TranslationStart | undefined): TranslatedFrom {
  switch (start?.kind) {
    case undefined:
      return { can: never, certain: never };
    case 'native':
      return { can: 0, certain: 0 };
    case 'inFrameAtg':
      return { can: (start.codon - 1) * 3, certain: (start.codon - 1) * 3 };
    case 'atOrBefore':
      return { can: afterSplitCodon(skipped), certain: (start.codon - 1) * 3 };
    case 'notLocated':
      return { can: afterSplitCodon(skipped), certain: never };
  }
}
