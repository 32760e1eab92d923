/** Domains of proteins by residue, as the NCBI Conserved Domain Database names them. */

/** A protein as it is written in the data files: label, accession, first and last residue of each domain. */
export interface ProteinRow {
  readonly gene: string;
  readonly refseq: string;
  readonly length: number;
  readonly domains: readonly (readonly [label: string, accession: string, start: number, end: number])[];
}

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

/** The domains of one row. */
export function domainsOfRow(row: ProteinRow): ProteinDomain[] {
  return row.domains.map(([label, accession, start, end]) => ({
    label,
    accession,
    start,
    end,
    refseq: row.refseq,
  }));
}

/** True for the catalytic domain of a protein kinase, under the names that the domain databases give it. */
export function isKinaseDomain(domain: ProteinDomain): boolean {
  return /^(?:PTKc|STKc|PKc|TyrKc|S_TKc|Pkinase)/.test(domain.label);
}
