/** Whole descriptions in the one form that HGVS asks for, where the reference sequence is held. */
import type { Issue } from '../../reading/index.ts';
import type { HgvsVariant } from './hgvs-variant.ts';
import { normaliseNucleotideChange } from './normalise-nucleotide.ts';
import { normaliseProteinDescription } from './normalise-protein.ts';
import type { SequenceContext } from './nucleotide-place.ts';
import type { NotPlaced } from './nucleotide-splice.ts';
import { printHgvs } from './print-hgvs.ts';

/** The normalised variant, or the issue that says why it stays as it is. */
export type NormalisedHgvs =
  | { readonly variant: HgvsVariant; readonly issue: undefined }
  | { readonly variant: undefined; readonly issue: Issue };

const reasons: Readonly<Record<NotPlaced, string>> = {
  place:
    'its position is not an exact place inside the sequence given. Give the sequence that the description counts on, or an exact position',
  reference:
    'the sequence given has something else at that position. Check the accession and its version, or correct the position',
  edit: 'the change does not say which letters result. Give the sequence that was put in',
};

function notNormalised(variant: HgvsVariant, obstacle: NotPlaced): NormalisedHgvs {
  return {
    variant: undefined,
    issue: {
      code: obstacle === 'reference' ? 'reference-mismatch' : 'unparsable-alteration',
      severity: 'error',
      message: `${printHgvs(variant, { removed: 'keep' })} cannot be normalised: ${reasons[obstacle]}.`,
    },
  };
}

/**
 * Moves deletions, duplications and insertions to the most 3' (C-terminal) place, names an inserted copy a duplication,
 * takes common ends off a delins, and names inversions and substitutions that are written as delins. Several changes
 * in one description are left as they are: each would need the sequence that the others make.
 *
 * @param context the reference sequence; for `c.` and `r.` with the place of its coding part.
 */
export function normaliseHgvs(variant: HgvsVariant, context: SequenceContext): NormalisedHgvs {
  if (variant.kind === 'alleles') return notNormalised(variant, 'edit');
  if (variant.kind === 'protein') {
    const { change, obstacle } = normaliseProteinDescription(variant.change, context.sequence);
    if (change === undefined) return notNormalised(variant, obstacle);
    return { variant: { ...variant, change }, issue: undefined };
  }
  const { change, obstacle } = normaliseNucleotideChange(variant.change, variant.type, context);
  if (change === undefined) return notNormalised(variant, obstacle);
  return { variant: { ...variant, change }, issue: undefined };
}
