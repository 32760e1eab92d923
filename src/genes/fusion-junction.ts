/**
 * The junction of two transcripts: reading frame and what is kept of each protein's domains.
 *
 * With U coding bases kept of the 5' transcript, I bases inserted and D coding bases of the 3' transcript before its
 * first kept base, the junction is in frame exactly when (U + I - D) mod 3 = 0. A 5' domain is kept up to residue
 * floor(U/3); a 3' domain from residue ceil(D/3) + 1 on, and only where it is translated. ETV6 exon 4 to NTRK3 exon 14
 * on ENST00000396373 and ENST00000629765 has U = 463, D = 1396: in frame, 528 residues. Untranslated bases before the 3'
 * start codon count as inserted ones (D is then negative).
 */
import { codingKept, codingSkipped, intronKept, type JunctionSide } from './fusion-cut.ts';
import {
  type DomainRetention,
  domainRetentions,
  type KinaseRetention,
  kinaseRetention,
} from './fusion-domains.ts';
import {
  readThrough,
  stopInLinker,
  type TranslationStart,
  translatedAfter,
  translationStart,
} from './fusion-translation.ts';
import { accessionOf } from './transcript.ts';

/** How the junction reads. */
export type JunctionFrame =
  | 'inFrame'
  | 'outOfFrame'
  /** The 5' protein ends before the junction: its own stop codon is kept, one lies in the linker, or one is stated. */
  | 'stopBeforeJunction'
  /** The count is in frame, but intron or untranslated bases lie between whose sequence is not held: a stop is likely. */
  | 'needsSequence'
  /** The 5' part ends before its start codon: the 3' coding sequence comes under a foreign promoter. */
  | 'utrToCoding'
  /** The 3' part begins after its stop codon. */
  | 'codingToUtr'
  /** An isoform without a coding sequence, or nothing coding on either side of the junction. */
  | 'noncoding';

/** What stands between the two parts. */
export interface JunctionInsert {
  readonly bases: number;
  /** In the direction of the transcript; when it is given its length counts. */
  readonly sequence?: string;
  /** The laboratory or the caller states a stop codon before the junction. */
  readonly isStopStated?: boolean;
}

/** One side of a junction as it is reported. */
export interface JunctionEnd {
  readonly gene: string;
  readonly transcript: string;
  readonly exon: number;
  /** Bases from the border of the exon; absent at the border. */
  readonly offset?: number;
  /** On the reference transcript (MANE Select). */
  readonly isReference: boolean;
  /** Accessions of other transcripts with the same coding exons, on which the exon has the same number. */
  readonly same?: readonly string[];
}

/** One junction of one transcript pair. */
export interface FusionJunction {
  readonly five: JunctionEnd;
  readonly three: JunctionEnd;
  readonly frame: JunctionFrame;
  /** U, I and D of the formula; I holds intron bases that are kept. */
  readonly keptBases: number;
  readonly insertedBases: number;
  readonly skippedBases: number;
  /** Residues of the protein that begins at the 5' start codon, or at the native 3' one, where it is known. */
  readonly proteinLength?: number;
  /** Set for `utrToCoding`. */
  readonly start?: TranslationStart;
  readonly domains: readonly DomainRetention[];
  readonly kinase: KinaseRetention;
}

interface Counts {
  readonly kept: number;
  readonly inserted: number;
  readonly skipped: number;
}

function frameOf(
  five: JunctionSide,
  three: JunctionSide,
  counts: Counts,
  insert: JunctionInsert,
): JunctionFrame {
  const { kept, inserted, skipped } = counts;
  if (five.transcript.cdsLength === 0 || three.transcript.cdsLength === 0) return 'noncoding';
  const isBeyond = Math.ceil(skipped / 3) >= three.transcript.proteinLength;
  if (kept <= 0) return isBeyond ? 'noncoding' : 'utrToCoding';
  const ownStop = kept >= five.transcript.cdsLength;
  const { sequence } = insert;
  const linkerStop = sequence !== undefined && stopInLinker(five, kept, sequence);
  if (ownStop || linkerStop || insert.isStopStated === true) return 'stopBeforeJunction';
  if (isBeyond) return 'codingToUtr';
  if ((kept + inserted - skipped) % 3 !== 0) return 'outOfFrame';
  const isUnread = intronKept('five', five) + intronKept('three', three) > 0 || skipped < 0;
  return isUnread ? 'needsSequence' : 'inFrame';
}

function endOf({ gene, transcript, exon, offset = 0, same = [] }: JunctionSide): JunctionEnd {
  return {
    gene: gene.symbol,
    transcript: accessionOf(transcript),
    exon: exon.number,
    ...(offset === 0 ? {} : { offset }),
    isReference: transcript.id === gene.transcripts[0]?.id,
    ...(same.length === 0 ? {} : { same }),
  };
}

function lengthOfProduct(
  frame: JunctionFrame,
  five: JunctionSide,
  three: JunctionSide,
  counts: Counts,
  start: TranslationStart | undefined,
): number | undefined {
  if (frame === 'inFrame')
    return (counts.kept + counts.inserted - counts.skipped + three.transcript.cdsLength) / 3 - 1;
  if (frame === 'stopBeforeJunction' && counts.kept >= five.transcript.cdsLength)
    return five.transcript.proteinLength;
  if (start?.kind === 'native') return three.transcript.proteinLength;
  return start?.kind === 'inFrameAtg' ? three.transcript.proteinLength - start.codon + 1 : undefined;
}

/**
 * The junction between the cuts of two transcripts.
 *
 * @param insert bases between the two parts, as a number or with their sequence.
 */
export function fusionJunction(
  five: JunctionSide,
  three: JunctionSide,
  insert: number | JunctionInsert = 0,
): FusionJunction {
  const between: JunctionInsert = typeof insert === 'number' ? { bases: insert } : insert;
  const counts: Counts = {
    kept: codingKept(five),
    inserted:
      (between.sequence?.length ?? between.bases) + intronKept('five', five) + intronKept('three', three),
    skipped: codingSkipped(three),
  };
  const frame = frameOf(five, three, counts, between);
  const start = frame === 'utrToCoding' ? translationStart(three, counts.skipped) : undefined;
  const lastKept = Math.floor(Math.max(0, counts.kept) / 3) * 3;
  const isFiveCoding = frame !== 'noncoding';
  const from =
    frame === 'inFrame' || frame === 'needsSequence'
      ? readThrough(counts.skipped, frame === 'inFrame')
      : translatedAfter(counts.skipped, start);
  const fiveDomains = domainRetentions(five, 'five', {
    canBe: (base) => isFiveCoding && base <= lastKept,
  });
  const threeDomains = domainRetentions(three, 'three', {
    canBe: (base) => base > from.can,
    isCertain: (base) => base > from.certain,
  });
  const domains = [...(fiveDomains ?? []), ...(threeDomains ?? [])];
  const proteinLength = lengthOfProduct(frame, five, three, counts, start);
  return {
    five: endOf(five),
    three: endOf(three),
    frame,
    keptBases: counts.kept,
    insertedBases: counts.inserted,
    skippedBases: counts.skipped,
    ...(proteinLength === undefined ? {} : { proteinLength }),
    ...(start === undefined ? {} : { start }),
    domains,
    kinase: kinaseRetention(domains, fiveDomains !== undefined && threeDomains !== undefined),
  };
}
