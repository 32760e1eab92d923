/**
 * What is left of the domains of a protein when its transcript is cut. Domains are counted base by base, so that a
 * transcript whose own protein is in no domain table takes them from the reference transcript through the genome.
 */
import { domainsOf } from './exons.ts';
import type { JunctionSide } from './fusion-cut.ts';
import { transcriptOnBuild } from './genomic-position.ts';
import { isKinaseDomain, type ProteinDomain } from './protein-domain.ts';
import { codingOfGenomic, genomicOfCoding, type Transcript } from './transcript.ts';

/** What is left of a domain in the fused protein. */
export interface DomainRetention {
  readonly side: 'five' | 'three';
  readonly label: string;
  readonly accession: string;
  /** Residues of the whole domain on the protein named by `refseq`. */
  readonly start: number;
  readonly end: number;
  readonly refseq: string;
  readonly isKinase: boolean;
  /** `unknown`: it is in the transcript, but where translation begins is not known. */
  readonly retained: 'whole' | 'partial' | 'lost' | 'unknown';
  /** Residues that are translated, in percent; for `unknown` the most that can be. */
  readonly retainedPercent: number;
}

/** The kinase domain in the fused protein; `none` when neither gene has one, `unknown` when it cannot be located. */
export type KinaseRetention = 'whole' | 'partial' | 'lost' | 'none' | 'unknown';

/** Domains carried from one transcript to another; an index, made once. */
const carriedBases = new WeakMap<Transcript, Map<ProteinDomain, readonly (number | undefined)[]>>();

/**
 * The coding bases of a transcript that encode a domain. Bases of the reference that the transcript does not code in the
 * same frame are lost to it (undefined).
 */
function domainBases(
  own: Transcript,
  domain: ProteinDomain,
  reference: Transcript,
): readonly (number | undefined)[] {
  const span = Array.from(
    { length: (domain.end - domain.start + 1) * 3 },
    (_, index) => domain.start * 3 - 2 + index,
  );
  if (own.id === reference.id) return span;
  const made = carriedBases.get(own)?.get(domain);
  if (made !== undefined) return made;
  const codingByGenomic = codingOfGenomic(own);
  const genomic = genomicOfCoding(reference);
  const bases = span.map((base) => {
    const carried = codingByGenomic.get(genomic[base - 1] ?? -1);
    return carried !== undefined && (carried - base) % 3 === 0 ? carried : undefined;
  });
  const ofTranscript = carriedBases.get(own) ?? new Map<ProteinDomain, readonly (number | undefined)[]>();
  carriedBases.set(own, ofTranscript.set(domain, bases));
  return bases;
}

function domainsOnSide(
  side: JunctionSide,
): { readonly domains: readonly ProteinDomain[]; readonly reference: Transcript } | undefined {
  const own = domainsOf(side.gene, side.transcript.id);
  if (own !== undefined) return { domains: own, reference: side.transcript };
  const reference = side.gene.transcripts
    .filter((each) => domainsOf(side.gene, each.id) !== undefined)
    .map((each) => transcriptOnBuild(each, side.transcript.build))
    .find((each) => each !== undefined);
  if (reference === undefined) return undefined;
  return { domains: domainsOf(side.gene, reference.id) ?? [], reference };
}

/** Which coding bases of a side are translated in their own frame: those that can be, and those that certainly are. */
export interface TranslatedBases {
  readonly canBe: (base: number) => boolean;
  /** All of those that can be, when it is absent. */
  readonly isCertain?: (base: number) => boolean;
}

/** The domains of one side with what is left of each; undefined when no domain table is held for the gene. */
export function domainRetentions(
  side: JunctionSide,
  name: 'five' | 'three',
  { canBe, isCertain = canBe }: TranslatedBases,
): readonly DomainRetention[] | undefined {
  const found = domainsOnSide(side);
  return found?.domains.map((domain) => {
    const bases = domainBases(side.transcript, domain, found.reference);
    const kept = bases.filter((base) => base !== undefined && canBe(base)).length;
    const certain = bases.filter((base) => base !== undefined && isCertain(base)).length;
    const share = kept / bases.length;
    const settled = share === 1 ? 'whole' : 'partial';
    const retained = kept < 3 ? 'lost' : certain < kept ? 'unknown' : settled;
    return {
      side: name,
      label: domain.label,
      accession: domain.accession,
      start: domain.start,
      end: domain.end,
      refseq: domain.refseq,
      isKinase: isKinaseDomain(domain),
      retained,
      retainedPercent: Math.round(share * 1000) / 10,
    };
  });
}

/**
 * The kinase of the fused protein: whole when a kinase domain is whole in one of the descriptions of it. Models of
 * subfamilies (cd05104 of KIT, residues 553-928) reach over the flanks of the catalytic core that Pfam and SMART describe;
 * FGFR3::TACC3 keeps the core of FGFR3 and loses a flank.
 *
 * @param isComplete domain tables are held for both genes; without one of them nothing but `whole` is certain.
 */
export function kinaseRetention(domains: readonly DomainRetention[], isComplete: boolean): KinaseRetention {
  const kinases = domains.filter((domain) => domain.isKinase);
  const any = (what: DomainRetention['retained']) => kinases.some(({ retained }) => retained === what);
  if (any('whole')) return 'whole';
  if (!isComplete || any('unknown')) return 'unknown';
  if (kinases.length === 0) return 'none';
  return any('partial') ? 'partial' : 'lost';
}

/** True when a whole kinase domain stands on this side. */
export function keepsKinaseOf(domains: readonly DomainRetention[], side: 'five' | 'three'): boolean {
  return (
    kinaseRetention(
      domains.filter((domain) => domain.side === side),
      true,
    ) === 'whole'
  );
}
