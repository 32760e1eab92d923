/** The HGVS Nomenclature 21: reading, checking, normalising and printing variant descriptions. */
export { type HgvsFault, type HgvsReading, issueOfFault } from './hgvs-reading.ts';
export type {
  Accession,
  AlleleJoint,
  Alleles,
  AlleleVariant,
  HgvsAllele,
  HgvsReference,
  HgvsVariant,
  NucleotideType,
  NucleotideVariant,
  ProteinVariant,
  SequenceType,
} from './hgvs-variant.ts';
export { type NormalisedHgvs, normaliseHgvs } from './normalise-hgvs.ts';
export { type Normalised, normaliseNucleotideChange } from './normalise-nucleotide.ts';
export { normaliseProteinDescription } from './normalise-protein.ts';
export type {
  Count,
  CountedPosition,
  Inserted,
  InsertedPart,
  MixedEdit,
  NamedPosition,
  NucleotideBound,
  NucleotideChange,
  NucleotideEdit,
  NucleotideInterval,
  NucleotidePosition,
  PlainNucleotideEdit,
  PositionRange,
  Removed,
  RepeatUnit,
} from './nucleotide-change.ts';
export type { SequenceContext } from './nucleotide-place.ts';
export type { NotPlaced } from './nucleotide-splice.ts';
export { parseHgvs } from './parse-hgvs.ts';
export {
  parseAccession,
  parseNucleotideChange,
  parseNucleotideEdit,
  parseNucleotideInterval,
  parseNucleotidePosition,
  parseProteinDescription,
  parseProteinEdit,
  parseProteinInterval,
  parseProteinPosition,
  parseReference,
} from './parse-hgvs-part.ts';
export { printHgvs, printNucleotideChange, printProteinDescription } from './print-hgvs.ts';
export type { PrintOptions } from './print-options.ts';
export type {
  InsertedResidues,
  PlainProteinEdit,
  ProteinDescription,
  ProteinEdit,
  ProteinInterval,
  ProteinPosition,
} from './protein-description.ts';
export { type CodingPart, proteinOfCoding } from './protein-of-coding.ts';
export { readHgvs } from './read-hgvs.ts';
export { toCodingChange } from './to-coding-change.ts';
export { toProteinChange } from './to-protein-change.ts';
export { validateHgvs } from './validate-hgvs.ts';
