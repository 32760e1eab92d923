/** Whole descriptions as HGVS text. */
import type { AlleleJoint, Alleles, HgvsAllele, HgvsVariant, NucleotideType } from './hgvs-variant.ts';
import type { NucleotideChange } from './nucleotide-change.ts';
import { nucleotideChangeText } from './print-nucleotide-change.ts';
import { type PrintOptions, type PrintStyle, styleOf } from './print-options.ts';
import { proteinDescriptionText } from './print-protein-description.ts';
import { referenceText } from './print-reference.ts';
import type { ProteinDescription } from './protein-description.ts';

type Print<Change> = (change: Change) => string;

function joined(texts: readonly string[], joints: readonly AlleleJoint[]): string {
  return texts.map((text, n) => `${n === 0 ? '' : (joints[n - 1] ?? ';')}${text}`).join('');
}

function alleleText<Change>(allele: HgvsAllele<Change>, print: Print<Change>): string {
  const text = joined(allele.changes.map(print), allele.joints);
  const predicted = allele.isPredicted ? `(${text})` : text;
  return allele.isBracketed ? `[${predicted}]` : predicted;
}

function allelesText<Change>({ alleles, joints }: Alleles<Change>, print: Print<Change>): string {
  return joined(
    alleles.map((allele) => alleleText(allele, print)),
    joints,
  );
}

function contentText(variant: HgvsVariant, style: PrintStyle): string {
  if (variant.kind === 'nucleotide') return nucleotideChangeText(variant.change, variant.type, style);
  if (variant.kind === 'protein') return proteinDescriptionText(variant.change, style);
  if (variant.type === 'p')
    return allelesText(variant.changes, (change) => proteinDescriptionText(change, style));
  const { type } = variant;
  return allelesText(variant.changes, (change) => nucleotideChangeText(change, type, style));
}

/**
 * The description as text, in the form that HGVS 21 prefers unless the options say otherwise.
 *
 * @example printHgvs(variant, { letters: 'one' }) // 'NP_000213.1:p.(K642E)'
 */
export function printHgvs(variant: HgvsVariant, options?: PrintOptions): string {
  const reference = variant.reference === undefined ? '' : `${referenceText(variant.reference)}:`;
  return `${reference}${variant.type}.${contentText(variant, styleOf(options))}`;
}

/** A change of DNA or RNA without reference and prefix: `1679_1681del`. */
export function printNucleotideChange(
  change: NucleotideChange,
  type: NucleotideType,
  options?: PrintOptions,
): string {
  return nucleotideChangeText(change, type, styleOf(options));
}

/** A change of a protein without reference and prefix: `(Lys642Glu)`. */
export function printProteinDescription(change: ProteinDescription, options?: PrintOptions): string {
  return proteinDescriptionText(change, styleOf(options));
}
