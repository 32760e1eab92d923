/** What the HGVS Nomenclature 21 asks of a description beyond its grammar, as far as the text alone can tell. */
import type { Issue } from '../../reading/index.ts';
import type { HgvsVariant } from './hgvs-variant.ts';
import { nucleotideIssues } from './validate-nucleotide.ts';
import { proteinIssues } from './validate-protein.ts';
import { referenceIssues } from './validate-reference.ts';

function changeIssues(variant: HgvsVariant): readonly Issue[] {
  if (variant.kind === 'nucleotide') return nucleotideIssues(variant.change, variant.type);
  if (variant.kind === 'protein') return proteinIssues(variant.change);
  if (variant.type === 'p')
    return variant.changes.alleles.flatMap(({ changes }) => changes.flatMap(proteinIssues));
  const { type } = variant;
  return variant.changes.alleles.flatMap(({ changes }) =>
    changes.flatMap((change) => nucleotideIssues(change, type)),
  );
}

/**
 * The rules that a description breaks: order of positions, neighbours of an insertion, lengths named against the range,
 * changes that change nothing, stops in the wrong place, prefix against accession, missing versions, forms that HGVS
 * gave up. An error means that the description has no definite sense; a warning, that it should be written otherwise.
 */
export function validateHgvs(variant: HgvsVariant): readonly Issue[] {
  const changes = changeIssues(variant);
  if (variant.reference === undefined) return changes;
  return [...referenceIssues(variant.reference, variant.type), ...changes];
}
