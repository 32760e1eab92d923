/** How a gene acts in cancer, and what is known of it without a sequence. */

/**
 * How a gene acts in cancer (COSMIC Cancer Gene Census; Vogelstein 2013, PMID 23539594); `other` is a target, marker
 * or enzyme that is neither, and `unknown` where no source was read.
 */
export type GeneRole = (typeof geneRoles)[number];

const geneRoles = ['oncogene', 'suppressor', 'both', 'other', 'unknown'] as const;

/** True for the name of a role. */
export function isGeneRole(text: string): text is GeneRole {
  return geneRoles.some((role) => role === text);
}

/** What is known of a gene without a sequence. */
export interface GeneFacts {
  /** The approved symbol. */
  readonly symbol: string;
  /** Former symbols and protein names in clinical use. */
  readonly aliases: readonly string[];
  readonly role: GeneRole;
  /** Chromosome and arm; `undefined` where it was not entered. */
  readonly arm?: string;
  /** `17`, `X`; `undefined` where it was not entered. */
  readonly chromosome?: string;
  /** `HGNC:6342`; `undefined` where no source was read. */
  readonly hgnc?: string;
  /** Number in NCBI Gene. */
  readonly entrez?: number;
}
