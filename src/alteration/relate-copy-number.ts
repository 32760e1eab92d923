/** A change of copy number against the one that is asked for. A gain is not an amplification, LOH is no deletion. */
import type { Truth } from '../truth/index.ts';
import type { Alteration, CopyNumber, CopyNumberChange } from './alteration.ts';
import { findingText } from './relate-text.ts';
import { fails, holds, open, type Relation } from './relation.ts';

/** The changes that meet the one asked for, and those of which the report leaves it open; every other does not. */
const fitting: Readonly<
  Record<
    CopyNumberChange,
    { readonly met: readonly CopyNumberChange[]; readonly open: readonly CopyNumberChange[] }
  >
> = {
  amplification: { met: ['amplification'], open: [] },
  gain: { met: ['gain', 'amplification'], open: [] },
  loss: { met: ['loss', 'deletion', 'deepDeletion'], open: ['lossOfHeterozygosity'] },
  deletion: { met: ['deletion', 'deepDeletion'], open: ['loss', 'lossOfHeterozygosity'] },
  deepDeletion: { met: ['deepDeletion'], open: ['deletion', 'loss'] },
  // One copy lost leaves one allele; a loss of both leaves none to compare.
  lossOfHeterozygosity: { met: ['lossOfHeterozygosity'], open: ['loss', 'deletion'] },
};

function truthOf(found: CopyNumberChange, wanted: CopyNumberChange): Truth {
  if (fitting[wanted].met.includes(found)) return 'met';
  return fitting[wanted].open.includes(found) ? 'unknown' : 'unmet';
}

/** Relates a change of copy number to the one asked for. */
export function relateCopyNumber(finding: CopyNumber, wanted: CopyNumberChange): Relation {
  const text = findingText(finding);
  switch (truthOf(finding.change, wanted)) {
    case 'met':
      return holds(
        'copyNumber',
        finding.change === wanted ? 'sameCopyNumber' : 'widerCopyNumber',
        `The finding is ${text}.`,
      );
    case 'unmet':
      return fails('sameGene', 'otherCopyNumber', `${text} is another change of copy number.`);
    case 'unknown':
      return open(
        'copyNumber',
        'copiesOpen',
        'notRecorded',
        `${text}: the report does not say how many copies are lost.`,
      );
  }
}

/** Amplified and not mutated: the other findings of the patient decide. */
export function relateAlone(
  finding: CopyNumber,
  relation: Relation,
  otherFindings: readonly Alteration[] | undefined,
): Relation {
  if (relation.truth === 'unmet') return relation;
  if (otherFindings === undefined)
    return open(
      'copyNumber',
      'aloneOpen',
      'notRecorded',
      `Whether ${finding.gene} is mutated as well is not given.`,
    );
  const mutation = otherFindings.find(
    (other) => other.kind === 'sequenceVariant' && other.gene === finding.gene,
  );
  if (mutation === undefined) return relation;
  return fails('sameGene', 'notAlone', `${finding.gene} is mutated as well (${findingText(mutation)}).`);
}
