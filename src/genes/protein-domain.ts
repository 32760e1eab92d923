/** Domains of proteins by residue, as the NCBI Conserved Domain Database names them. */

/** A domain of a protein; both ends belong to it. */
export interface ProteinDomain {
  readonly label: string;
  /** Accession in Pfam, CDD, SMART or TIGRFAM. */
  readonly accession: string;
  readonly start: number;
  readonly end: number;
  /** The RefSeq transcript on whose protein the residues are counted. */
  readonly refseq: string;
}

/** A domain from its parts. */
export function proteinDomain(
  label: string,
  accession: string,
  start: number,
  end: number,
  refseq: string,
): ProteinDomain {
  return { label, accession, start, end, refseq };
}

/** True for the catalytic domain of a protein kinase, under the names that the domain databases give it. */
export function isKinaseDomain(domain: ProteinDomain): boolean {
  return /^(?:PTKc|STKc|PKc|TyrKc|S_TKc|Pkinase)/.test(domain.label);
}
