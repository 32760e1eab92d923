/** Entry rules for the parts of a description, each over the whole of a text. */
import { type HgvsReading, readWhole } from './hgvs-reading.ts';
import type { Accession, HgvsReference, NucleotideType } from './hgvs-variant.ts';
import type {
  NucleotideChange,
  NucleotideEdit,
  NucleotideInterval,
  NucleotidePosition,
} from './nucleotide-change.ts';
import type {
  ProteinDescription,
  ProteinEdit,
  ProteinInterval,
  ProteinPosition,
} from './protein-description.ts';
import { readNucleotideChange } from './read-nucleotide-change.ts';
import { asSubstitution, readNucleotideEdit } from './read-nucleotide-edit.ts';
import { readNucleotideInterval, readNucleotidePosition } from './read-nucleotide-interval.ts';
import { readProteinDescription } from './read-protein-description.ts';
import { readProteinEdit } from './read-protein-edit.ts';
import { readProteinInterval, readProteinPosition } from './read-protein-interval.ts';
import { readAccession, readReference } from './read-reference.ts';

/** `NM_000222.3`. */
export function parseAccession(text: string): HgvsReading<Accession> {
  return readWhole(text, readAccession);
}

/** `NM_000222.3(KIT)`. */
export function parseReference(text: string): HgvsReading<HgvsReference> {
  return readWhole(text, readReference);
}

/** `2056+1`. */
export function parseNucleotidePosition(text: string, type: NucleotideType): HgvsReading<NucleotidePosition> {
  return readWhole(text, (cursor) => readNucleotidePosition(cursor, type));
}

/** `1679_1681`. */
export function parseNucleotideInterval(text: string, type: NucleotideType): HgvsReading<NucleotideInterval> {
  return readWhole(text, (cursor) => readNucleotideInterval(cursor, type));
}

/** `delinsTA`: what happened, without the place. */
export function parseNucleotideEdit(text: string, type: NucleotideType): HgvsReading<NucleotideEdit> {
  return readWhole(text, (cursor) => {
    const edit = readNucleotideEdit(cursor, type);
    return edit === undefined ? undefined : asSubstitution(edit);
  });
}

/** `1679_1681del`: a change of DNA or RNA without reference and prefix. */
export function parseNucleotideChange(text: string, type: NucleotideType): HgvsReading<NucleotideChange> {
  return readWhole(text, (cursor) => readNucleotideChange(cursor, type));
}

/** `Lys642`, `K642`. */
export function parseProteinPosition(text: string): HgvsReading<ProteinPosition> {
  return readWhole(text, readProteinPosition);
}

/** `Trp557_Lys558`. */
export function parseProteinInterval(text: string): HgvsReading<ProteinInterval> {
  return readWhole(text, readProteinInterval);
}

/** `delinsAla`: what happened, without the place. */
export function parseProteinEdit(text: string): HgvsReading<ProteinEdit> {
  return readWhole(text, readProteinEdit);
}

/** `Val560del`, `(V560del)`: a change of a protein without reference and prefix. */
export function parseProteinDescription(text: string): HgvsReading<ProteinDescription> {
  return readWhole(text, readProteinDescription);
}
