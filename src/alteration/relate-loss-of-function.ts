/**
 * Loss of function: a truncating variant, the loss of both copies, or a variant that a report or a curated source calls
 * inactivating. One copy lost is not a loss of function, nor is a fusion unless it is called one. The loss of a whole
 * gene is a loss of function and no truncating mutation.
 */
import type { Alteration, ExonChange, SequenceVariant } from './alteration.ts';
import { relateCopyNumber } from './relate-copy-number.ts';
import { effectPart } from './relate-effect.ts';
import { frameOfExonChange } from './relate-exon-frame.ts';
import { findingText } from './relate-text.ts';
import { truncationOf } from './relate-truncation.ts';
import { fails, holds, open, type Relation, type RelationContext } from './relation.ts';
import { factsOf } from './variant-facts.ts';

function relateVariant(finding: SequenceVariant, context: RelationContext): Relation {
  const text = findingText(finding);
  if (factsOf(finding).printedClass === 'synonymous')
    return fails('sameGene', 'synonymous', `${text} does not change the protein.`);
  if (finding.proteinEffect === 'none')
    return holds('gene', 'noProtein', `${text}: the report says that no protein is made.`);
  const called = effectPart(finding, 'inactivating', context);
  const truncation = truncationOf(finding);
  if (truncation !== undefined && called.truth !== 'unmet' && called.rule !== 'effectConflict') {
    const [caveat] = truncation.caveats;
    if (caveat === undefined) return holds('gene', 'truncates', `${text} cuts the protein off.`);
    if (called.truth !== 'met')
      return open('gene', 'truncationCaveat', 'ambiguous', `${text} cuts the protein off, but ${caveat}.`);
  }
  if (called.truth === 'unknown')
    return open('gene', called.rule, called.reason ?? 'notRecorded', called.sentence);
  return called.truth === 'met'
    ? holds('gene', 'calledInactivating', called.sentence)
    : fails('sameGene', called.rule, called.sentence);
}

function relateExons(finding: ExonChange): Relation {
  const text = findingText(finding);
  const frame = frameOfExonChange(finding);
  if (frame === 'lost' && finding.change !== 'duplication')
    return holds('gene', 'wholeExonsFrameLost', `${text} loses the reading frame.`);
  return open(
    'gene',
    'wholeExons',
    'notModelled',
    frame === 'kept'
      ? `${text} keeps the reading frame; whether the function is lost is not known.`
      : `What ${text} does to the function is not known.`,
  );
}

/** Relates a finding in the gene to the loss of its function. */
export function relateLossOfFunction(
  finding: Exclude<Alteration, { kind: 'chromosomal' }>,
  context: RelationContext,
): Relation {
  const text = findingText(finding);
  switch (finding.kind) {
    case 'sequenceVariant':
      return relateVariant(finding, context);
    case 'copyNumber': {
      const relation = relateCopyNumber(finding, 'deepDeletion');
      if (relation.truth === 'met') return holds('gene', 'bothCopiesLost', `${text}: no copy is left.`);
      return relation.truth === 'unmet'
        ? fails('sameGene', 'oneCopyLeft', `${text} leaves a copy of the gene.`)
        : relation;
    }
    case 'exonChange':
      return relateExons(finding);
    case 'fusion':
      return open(
        'gene',
        'fusionFunctionOpen',
        'notRecorded',
        `Whether ${text} takes the function of the gene is not reported.`,
      );
  }
}
