/**
 * A sequence variant against one named variant. Only the same change counts; another allele at the codon is told as
 * such and does not count, and a finding whose printed reference does not stand matches nothing.
 */
import { geneOf } from '../genes/index.ts';
import type { SequenceVariant } from './alteration.ts';
import { codingChangeText } from './coding-change.ts';
import { describeAlteration } from './describe-alteration.ts';
import { proteinChangeText } from './protein-change.ts';
import { proteinChangeKey } from './protein-difference.ts';
import { fails, holds, open, type Relation } from './relation.ts';
import { codonSpanOf, exonsOf, proteinChangeOf } from './variant-facts.ts';

interface Codons {
  readonly start: number;
  readonly end: number;
}

const overlap = (a: Codons, b: Codons): boolean => a.start <= b.end && b.start <= a.end;

function spanOf(variant: SequenceVariant): Codons | undefined {
  const change = proteinChangeOf(variant);
  return change === undefined ? codonSpanOf(variant) : codonSpanOf({ ...variant, protein: change });
}

/** Variants in short for the sentences. */
function short(variant: SequenceVariant): string {
  const protein = proteinChangeOf(variant);
  if (protein !== undefined) return `${variant.gene} ${proteinChangeText(protein)}`;
  if (variant.coding !== undefined) return `${variant.gene} c.${codingChangeText(variant.coding)}`;
  return describeAlteration(variant);
}

function suggests(doubtful: SequenceVariant, other: SequenceVariant): boolean {
  if (doubtful.reference.status !== 'mismatch') return false;
  const names = [
    other.protein === undefined ? undefined : `p.${proteinChangeText(other.protein)}`,
    other.coding === undefined ? undefined : `c.${codingChangeText(other.coding)}`,
  ];
  return doubtful.reference.suggestions.some(({ text }) => names.includes(text));
}

function samePlace(a: SequenceVariant, b: SequenceVariant): boolean {
  const first = spanOf(a);
  const second = spanOf(b);
  if (first !== undefined && second !== undefined) return overlap(first, second);
  if (a.coding === undefined || b.coding === undefined) return false;
  return a.coding.start.base === b.coding.start.base && a.coding.start.offset === b.coding.start.offset;
}

/** A printed reference that does not stand, on either side: never met. */
function relateDoubtful(finding: SequenceVariant, wanted: SequenceVariant): Relation {
  const doubtful = finding.reference.status === 'mismatch' ? finding : wanted;
  const other = doubtful === finding ? wanted : finding;
  if (samePlace(finding, wanted))
    return open(
      'sameGene',
      'ambiguous',
      `${short(doubtful)} names a reference that does not stand at its position, so it cannot be compared with ${short(other)}.`,
    );
  if (suggests(doubtful, other))
    return open(
      'sameGene',
      'ambiguous',
      `${short(doubtful)} names a reference that does not stand at its position; ${short(other)} may be meant, which only the laboratory can say.`,
    );
  return fails('sameGene', `${short(finding)} as printed is not ${short(wanted)}.`);
}

/** Only the exon or the class is reported. */
function relateUnplaced(finding: SequenceVariant, wanted: SequenceVariant): Relation {
  const here = exonsOf(finding);
  const there = exonsOf(wanted);
  if (here !== undefined && there !== undefined && !there.some((exon) => here.includes(exon)))
    return fails(
      'sameGene',
      `The finding lies in exon ${here.join(' or ')}, ${short(wanted)} in exon ${there.join(' or ')}.`,
    );
  return open(
    'sameGene',
    'notRecorded',
    `The report does not name the variant, so ${short(wanted)} is open.`,
  );
}

function relateCoding(finding: SequenceVariant, wanted: SequenceVariant): Relation {
  const same =
    finding.coding !== undefined &&
    wanted.coding !== undefined &&
    codingChangeText(finding.coding) === codingChangeText(wanted.coding);
  if (same) return holds('exact', `The finding is ${short(wanted)}.`);
  if (finding.coding !== undefined && wanted.coding !== undefined)
    return fails(
      samePlace(finding, wanted) ? 'overlapping' : 'sameGene',
      `${short(finding)} is not ${short(wanted)}.`,
    );
  if (samePlace(finding, wanted))
    return open(
      'overlapping',
      'notModelled',
      `${short(finding)} and ${short(wanted)} lie at one place, but without the coding sequence of ${finding.gene} they cannot be compared.`,
    );
  return fails('sameGene', `${short(finding)} is not ${short(wanted)}.`);
}

/** Relates a variant of the gene to the one variant that is wanted. */
export function relateExact(finding: SequenceVariant, wanted: SequenceVariant): Relation {
  if (finding.protein === undefined && finding.coding === undefined) return relateUnplaced(finding, wanted);
  if (finding.reference.status === 'mismatch' || wanted.reference.status === 'mismatch')
    return relateDoubtful(finding, wanted);
  const here = proteinChangeOf(finding);
  const there = proteinChangeOf(wanted);
  if (finding.agreement === 'disagrees' && samePlace(finding, wanted))
    return open(
      'sameGene',
      'conflicting',
      `The coding and the protein notation of ${describeAlteration(finding)} describe different changes.`,
    );
  if (here === undefined || there === undefined) return relateCoding(finding, wanted);
  const wild = geneOf(finding.gene)?.protein;
  if (proteinChangeKey(here, wild) === proteinChangeKey(there, wild))
    return holds('exact', `The finding is ${short(wanted)}.`);
  const first = spanOf(finding);
  const second = spanOf(wanted);
  if (first === undefined || second === undefined || !overlap(first, second))
    return fails('sameGene', `${short(finding)} is another variant than ${short(wanted)}.`);
  const isOneCodon = first.start === first.end && second.start === second.end;
  return isOneCodon
    ? fails(
        'sameCodonOtherAllele',
        `${short(finding)} is another change of codon ${first.start} than ${short(wanted)}; what is known of one is not known of the other.`,
      )
    : fails('overlapping', `${short(finding)} overlaps ${short(wanted)} and is another variant.`);
}
