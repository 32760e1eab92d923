/**
 * Truncations and what makes their effect uncertain, after the recommendations for loss-of-function variants (Abou Tayoun
 * 2018, PMID 30192042): a lost start may be replaced by another one, the last tenth of a protein may be spared without
 * loss, and leaving out a small exon of whole codons keeps the frame and nearly all of the protein.
 */
import { geneOf, proteinLengthOf, transcriptOf } from '../genes/index.ts';
import type { SequenceVariant } from './alteration.ts';
import { factsOf } from './variant-facts.ts';

/** A variant that cuts the protein off, with what makes its effect uncertain. */
export interface Truncation {
  readonly by: 'nonsense' | 'frameshift' | 'spliceSite' | 'startLoss' | 'unnamed';
  /** Without one the loss is held to be certain. */
  readonly caveats: readonly string[];
}

/** A truncation that spares at least this part of the protein may leave it working. */
const sparedPart = 0.9;

function endCaveat(variant: SequenceVariant): readonly string[] {
  const gene = geneOf(variant.gene);
  const length = gene === undefined ? undefined : proteinLengthOf(gene);
  const codon = factsOf(variant).span?.start;
  if (codon === undefined || length === undefined || codon - 1 < length * sparedPart) return [];
  return [`it spares the first ${codon - 1} of ${length} residues`];
}

/** The exon beside a splice site may be left out; without a small one of whole codons most of the protein is made. */
function spliceCaveat(variant: SequenceVariant): readonly string[] {
  const gene = geneOf(variant.gene);
  const base = variant.coding?.start.base;
  const transcript = gene === undefined ? undefined : transcriptOf(gene);
  const exon = transcript?.exons.find(
    ({ cds }) => cds !== undefined && base !== undefined && cds.start <= base && base <= cds.end,
  );
  if (exon?.cds === undefined || transcript === undefined) return [];
  const bases = exon.cds.end - exon.cds.start + 1;
  if (bases % 3 !== 0 || bases >= transcript.cdsLength * (1 - sparedPart)) return [];
  return [`without exon ${exon.number} the frame would be kept`];
}

/** The truncation that a variant is; undefined for every other class. */
export function truncationOf(variant: SequenceVariant): Truncation | undefined {
  switch (factsOf(variant).printedClass) {
    case 'nonsense':
      return { by: 'nonsense', caveats: endCaveat(variant) };
    case 'frameshift':
      return { by: 'frameshift', caveats: endCaveat(variant) };
    case 'spliceSite':
      return { by: 'spliceSite', caveats: [...endCaveat(variant), ...spliceCaveat(variant)] };
    case 'startLoss':
      return { by: 'startLoss', caveats: ['another start codon may be used'] };
    case 'truncating':
      return { by: 'unnamed', caveats: [] };
    default:
      return undefined;
  }
}
