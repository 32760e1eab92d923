/**
 * A sequence variant against one named variant. Only the same change counts; another allele at the codon is told as
 * such and does not count, and a finding whose printed reference does not stand matches nothing.
 */
import { geneOf } from '../genes/index.ts';
import type { SequenceVariant } from './alteration.ts';
import { codingChangeText } from './coding-change.ts';
import { mutationClassTexts } from './describe-alteration.ts';
import { type ProteinChange, proteinChangeText } from './protein-change.ts';
import { canBeClass } from './relate-class.ts';
import { substitutionsOf } from './relate-delins.ts';
import { findingText, shortText } from './relate-text.ts';
import { fails, holds, open, type Relation } from './relation.ts';
import { factsOf } from './variant-facts.ts';

interface Codons {
  readonly start: number;
  readonly end: number;
}

const overlap = (a: Codons, b: Codons): boolean => a.start <= b.end && b.start <= a.end;

function suggests(doubtful: SequenceVariant, other: SequenceVariant): boolean {
  if (doubtful.reference.status !== 'mismatch') return false;
  const names = [
    other.protein === undefined ? undefined : `p.${proteinChangeText(other.protein)}`,
    other.coding === undefined ? undefined : `c.${codingChangeText(other.coding)}`,
  ];
  return doubtful.reference.suggestions.some(({ text }) => names.includes(text));
}

function samePlace(a: SequenceVariant, b: SequenceVariant): boolean {
  const first = factsOf(a).span;
  const second = factsOf(b).span;
  if (first !== undefined && second !== undefined) return overlap(first, second);
  if (a.coding === undefined || b.coding === undefined) return false;
  return a.coding.start.base === b.coding.start.base && a.coding.start.offset === b.coding.start.offset;
}

/** A printed reference that does not stand, on either side: never met. */
function relateDoubtful(finding: SequenceVariant, wanted: SequenceVariant): Relation {
  const doubtful = finding.reference.status === 'mismatch' ? finding : wanted;
  const other = doubtful === finding ? wanted : finding;
  const why = `${shortText(doubtful)} names a reference that does not stand at its position`;
  if (samePlace(finding, wanted))
    return open(
      'sameGene',
      'referenceDoubtful',
      'ambiguous',
      `${why}, so it cannot be compared with ${shortText(other)}.`,
    );
  if (suggests(doubtful, other))
    return open(
      'sameGene',
      'referenceDoubtful',
      'ambiguous',
      `${why}; ${shortText(other)} may be meant, which only the laboratory can say.`,
    );
  return fails('sameGene', 'otherVariant', `${shortText(finding)} as printed is not ${shortText(wanted)}.`);
}

/** Only the place, the class or the effect is reported. */
function relateUnplaced(finding: SequenceVariant, wanted: SequenceVariant): Relation {
  const here = factsOf(finding);
  const there = factsOf(wanted);
  const name = shortText(wanted);
  const elsewhere = (place: string, other: string): Relation =>
    fails('sameGene', 'otherPlaceOrClass', `The finding lies in ${place}, ${name} in ${other}.`);
  if (here.span !== undefined && there.span !== undefined && !overlap(here.span, there.span))
    return elsewhere(
      `codon ${here.span.start}${here.span.end === here.span.start ? '' : ` to ${here.span.end}`}`,
      `codon ${there.span.start}`,
    );
  const { exons } = here;
  if (exons !== undefined && there.exons !== undefined && !there.exons.some((exon) => exons.includes(exon)))
    return elsewhere(`exon ${exons.join(' or ')}`, `exon ${there.exons.join(' or ')}`);
  const { classPrinted } = finding;
  const wantedClass = there.printedClass;
  if (
    classPrinted !== undefined &&
    wantedClass !== undefined &&
    there.protein?.kind !== 'delins' &&
    !canBeClass(classPrinted, wantedClass)
  )
    return fails(
      'sameGene',
      'otherPlaceOrClass',
      `The report says ${mutationClassTexts[classPrinted]}; ${name} is ${mutationClassTexts[wantedClass]}.`,
    );
  const isInPromoter = finding.region === 'promoter' && wanted.protein !== undefined;
  if (isInPromoter)
    return fails('sameGene', 'otherPlaceOrClass', `The finding lies in the promoter, ${name} does not.`);
  return open(
    finding.codons === undefined ? 'sameGene' : 'codons',
    'placeOnly',
    'notRecorded',
    `The report does not name the variant, so ${name} is open.`,
  );
}

function relateCoding(finding: SequenceVariant, wanted: SequenceVariant): Relation {
  const names = [shortText(finding), shortText(wanted)] as const;
  if (finding.coding !== undefined && wanted.coding !== undefined) {
    if (codingChangeText(finding.coding) === codingChangeText(wanted.coding))
      return holds('exact', 'sameChange', `The finding is ${names[1]}.`);
    return samePlace(finding, wanted)
      ? fails('overlapping', 'overlapping', `${names[0]} is not ${names[1]}.`)
      : fails('sameGene', 'otherVariant', `${names[0]} is not ${names[1]}.`);
  }
  if (samePlace(finding, wanted))
    return open(
      'overlapping',
      'notComparable',
      'notModelled',
      `${names[0]} and ${names[1]} lie at one place, but without the coding sequence of ${finding.gene} they cannot be compared.`,
    );
  return fails('sameGene', 'otherVariant', `${names[0]} is not ${names[1]}.`);
}

/** The same printed protein change, or the same coding change where a side has no other. */
function isSameNotation(finding: SequenceVariant, wanted: SequenceVariant): boolean {
  if (finding.protein !== undefined && wanted.protein !== undefined)
    return proteinChangeText(finding.protein) === proteinChangeText(wanted.protein);
  return (
    finding.coding !== undefined &&
    wanted.coding !== undefined &&
    codingChangeText(finding.coding) === codingChangeText(wanted.coding)
  );
}

/** A delins of equal length that holds the named substitution, alone or beside another one. */
function relateDelins(
  finding: SequenceVariant,
  here: ProteinChange,
  wanted: SequenceVariant,
  there: ProteinChange,
): Relation | undefined {
  if (here.kind !== 'delins' || there.kind !== 'substitution') return undefined;
  const parts = substitutionsOf(here, geneOf(finding.gene)?.protein);
  const asked = proteinChangeText(there);
  if (parts === undefined || !parts.some((part) => proteinChangeText(part) === asked)) return undefined;
  const all = parts.map((part) => proteinChangeText(part)).join(' and ');
  return parts.length === 1
    ? holds('exact', 'sameAfterShift', `The finding is ${shortText(wanted)}.`)
    : open(
        'overlapping',
        'partOfDelins',
        'ambiguous',
        `${shortText(finding)} is ${all} together; what is known of ${shortText(wanted)} alone may not hold for it.`,
      );
}

/** Relates a variant of the gene to the one variant that is wanted. */
export function relateExact(finding: SequenceVariant, wanted: SequenceVariant): Relation {
  if (finding.protein === undefined && finding.coding === undefined) return relateUnplaced(finding, wanted);
  if (finding.reference.status === 'mismatch' || wanted.reference.status === 'mismatch')
    return relateDoubtful(finding, wanted);
  if (finding.agreement === 'disagrees' && samePlace(finding, wanted))
    return open(
      'sameGene',
      'notationsDisagree',
      'conflicting',
      `The coding and the protein notation of ${findingText(finding)} describe different changes.`,
    );
  const here = factsOf(finding);
  const there = factsOf(wanted);
  if (here.protein === undefined || there.protein === undefined) return relateCoding(finding, wanted);
  if (here.key === there.key)
    return holds(
      'exact',
      isSameNotation(finding, wanted) ? 'sameChange' : 'sameAfterShift',
      `The finding is ${shortText(wanted)}.`,
    );
  const split = relateDelins(finding, here.protein, wanted, there.protein);
  if (split !== undefined) return split;
  const first = here.span;
  const second = there.span;
  if (first === undefined || second === undefined || !overlap(first, second))
    return fails(
      'sameGene',
      'otherVariant',
      `${shortText(finding)} is another variant than ${shortText(wanted)}.`,
    );
  const isOneCodon = first.start === first.end && second.start === second.end;
  return isOneCodon
    ? fails(
        'sameCodonOtherAllele',
        'otherAllele',
        `${shortText(finding)} is another change of codon ${first.start} than ${shortText(wanted)}; what is known of one is not known of the other.`,
      )
    : fails(
        'overlapping',
        'overlapping',
        `${shortText(finding)} overlaps ${shortText(wanted)} and is another variant.`,
      );
}
