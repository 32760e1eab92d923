/**
 * The junction of two transcripts joined at exon borders: reading frame and what is kept of each protein's domains.
 *
 * With U coding bases kept of the 5' transcript, I bases inserted and D coding bases of the 3' transcript before its
 * first kept exon, the junction is in frame exactly when (U + I - D) mod 3 = 0. A 5' domain is kept up to residue
 * floor(U/3); a 3' domain from residue ceil(D/3) + 1 on, and only where it is translated. ETV6 exon 4 to NTRK3 exon 14
 * on ENST00000396373 and ENST00000629765 has U = 463, D = 1396: in frame, 528 residues.
 */
import { domainsOf } from './exons.ts';
import type { GeneModel } from './gene-model.ts';
import { isKinaseDomain, type ProteinDomain } from './protein-domain.ts';
import { accessionOf, codingOfGenomic, type Exon, genomicOfCoding, type Transcript } from './transcript.ts';

/** How the junction reads. */
export type JunctionFrame =
  | 'inFrame'
  | 'outOfFrame'
  /** The 5' part ends before its start codon: the 3' coding sequence comes under a foreign promoter. */
  | 'utrToCoding'
  /** The 3' part begins after its stop codon. */
  | 'codingToUtr'
  | 'noncoding';

/** What is left of a domain in the fused protein. `retainedPercent` counts its residues that are translated. */
export interface DomainRetention {
  readonly side: 'five' | 'three';
  readonly label: string;
  readonly accession: string;
  readonly isKinase: boolean;
  readonly retained: 'whole' | 'partial' | 'lost';
  readonly retainedPercent: number;
}

/** The kinase domain in the fused protein; `none` when neither gene has one, `unknown` when it cannot be located. */
export type KinaseRetention = 'whole' | 'partial' | 'lost' | 'none' | 'unknown';

/** One junction of one transcript pair. */
export interface FusionJunction {
  readonly five: { readonly gene: string; readonly transcript: string; readonly exon: number };
  readonly three: { readonly gene: string; readonly transcript: string; readonly exon: number };
  readonly frame: JunctionFrame;
  /** Residues of the fused protein when it is in frame. */
  readonly proteinLength?: number;
  readonly domains: readonly DomainRetention[];
  readonly kinase: KinaseRetention;
}

/** A transcript of a gene and the exon at the junction: the last one kept on the 5' side, the first on the 3' side. */
export interface JunctionSide {
  readonly gene: GeneModel;
  readonly transcript: Transcript;
  readonly exon: Exon;
}

function codingThrough(transcript: Transcript, exon: Exon): number {
  return transcript.exons
    .filter((each) => each.number <= exon.number)
    .reduce((coded, each) => Math.max(coded, each.cds?.end ?? 0), 0);
}

function codingBefore(transcript: Transcript, exon: Exon): number {
  return transcript.exons
    .filter((each) => each.number < exon.number)
    .reduce((coded, each) => Math.max(coded, each.cds?.end ?? 0), 0);
}

/**
 * The coding bases of a transcript that encode a domain. Where the domain table does not hold the transcript's own
 * protein, the domain of the reference transcript is carried over base by base through the genome; bases that the
 * transcript does not code in the same frame are lost to it (undefined).
 */
function domainBases(
  side: JunctionSide,
  domain: ProteinDomain,
  reference: Transcript,
): (number | undefined)[] {
  const own = side.transcript;
  const span = Array.from(
    { length: (domain.end - domain.start + 1) * 3 },
    (_, index) => domain.start * 3 - 2 + index,
  );
  if (own === reference) return span;
  const codingByGenomic = codingOfGenomic(own);
  const genomic = genomicOfCoding(reference);
  return span.map((base) => {
    const carried = codingByGenomic.get(genomic[base - 1] ?? -1);
    return carried !== undefined && (carried - base) % 3 === 0 ? carried : undefined;
  });
}

function domainsOnSide(
  side: JunctionSide,
): { domains: readonly ProteinDomain[]; reference: Transcript } | undefined {
  const own = domainsOf(side.gene, side.transcript.id);
  if (own !== undefined) return { domains: own, reference: side.transcript };
  const reference = side.gene.transcripts.find(
    (each) => each.build === side.transcript.build && domainsOf(side.gene, each.id) !== undefined,
  );
  if (reference === undefined) return undefined;
  return { domains: domainsOf(side.gene, reference.id) ?? [], reference };
}

function retentions(
  side: JunctionSide,
  name: 'five' | 'three',
  isKept: (base: number) => boolean,
): DomainRetention[] | undefined {
  const found = domainsOnSide(side);
  return found?.domains.map((domain) => {
    const bases = domainBases(side, domain, found.reference);
    const kept = bases.filter((base) => base !== undefined && isKept(base)).length;
    const share = kept / bases.length;
    return {
      side: name,
      label: domain.label,
      accession: domain.accession,
      isKinase: isKinaseDomain(domain),
      retained: share === 1 ? 'whole' : kept < 3 ? 'lost' : 'partial',
      retainedPercent: Math.round(share * 1000) / 10,
    };
  });
}

function kinaseOf(
  frame: JunctionFrame,
  domains: readonly DomainRetention[],
  unlocated: boolean,
): KinaseRetention {
  const kinases = domains.filter((domain) => domain.isKinase);
  if (unlocated || (frame === 'utrToCoding' && kinases.length > 0)) return 'unknown';
  if (kinases.length === 0) return 'none';
  if (kinases.some((domain) => domain.retained === 'whole')) return 'whole';
  return kinases.some((domain) => domain.retained === 'partial') ? 'partial' : 'lost';
}

function frameOf(kept: number, before: number, inserted: number, threeLength: number): JunctionFrame {
  if (before >= threeLength) return kept === 0 ? 'noncoding' : 'codingToUtr';
  if (kept === 0) return 'utrToCoding';
  return (kept + inserted - before) % 3 === 0 ? 'inFrame' : 'outOfFrame';
}

/**
 * The junction between the end of an exon of one transcript and the start of an exon of another.
 *
 * @param insertedBases bases between the two exons.
 */
export function fusionJunction(five: JunctionSide, three: JunctionSide, insertedBases = 0): FusionJunction {
  const kept = codingThrough(five.transcript, five.exon);
  const before = codingBefore(three.transcript, three.exon);
  const frame = frameOf(kept, before, insertedBases, three.transcript.cdsLength);
  const keptResidues = Math.floor(kept / 3);
  const firstResidue = Math.ceil(before / 3) + 1;
  const translated = frame === 'inFrame';
  const fiveDomains = retentions(five, 'five', (base) => base <= keptResidues * 3);
  const threeDomains = retentions(three, 'three', (base) => translated && base > (firstResidue - 1) * 3);
  const domains = [...(fiveDomains ?? []), ...(threeDomains ?? [])];
  return {
    five: { gene: five.gene.symbol, transcript: accessionOf(five.transcript), exon: five.exon.number },
    three: { gene: three.gene.symbol, transcript: accessionOf(three.transcript), exon: three.exon.number },
    frame,
    ...(translated
      ? { proteinLength: (kept + insertedBases + three.transcript.cdsLength - before) / 3 - 1 }
      : {}),
    domains,
    kinase: kinaseOf(frame, domains, threeDomains === undefined || fiveDomains === undefined),
  };
}
