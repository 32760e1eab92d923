/** Whole variant descriptions: reference, prefix, change. */
import type { HgvsCursor } from './hgvs-cursor.ts';
import { type HgvsReading, readWhole } from './hgvs-reading.ts';
import type { HgvsReference, HgvsVariant, SequenceType } from './hgvs-variant.ts';
import { readNucleotideAlleles, readProteinAlleles } from './read-alleles.ts';
import { isNucleotideType } from './read-inserted.ts';
import { readReference } from './read-reference.ts';

const dot = 46;

/** `c.`: the prefix, if one stands here. */
export function takePrefix(cursor: HgvsCursor): SequenceType | undefined {
  const type = cursor.text.charAt(cursor.at);
  cursor.steps += 2;
  if (cursor.text.charCodeAt(cursor.at + 1) !== dot || !(type === 'p' || isNucleotideType(type)))
    return undefined;
  cursor.at += 2;
  return type;
}

function readContent(
  cursor: HgvsCursor,
  reference: HgvsReference | undefined,
  type: SequenceType,
): HgvsVariant | undefined {
  return type === 'p'
    ? readProteinAlleles(cursor, reference)
    : readNucleotideAlleles(cursor, reference, type);
}

/** A description with or without its reference. */
export function readVariant(cursor: HgvsCursor): HgvsVariant | undefined {
  const bare = takePrefix(cursor);
  if (bare !== undefined) return readContent(cursor, undefined, bare);
  const reference = readReference(cursor);
  if (reference === undefined || !cursor.must(':')) return undefined;
  const type = takePrefix(cursor);
  return type === undefined
    ? cursor.fail('g., m., o., c., n., r. or p.')
    : readContent(cursor, reference, type);
}

/**
 * Reads a description of the HGVS Nomenclature 21. The text is taken as it is: spaces are not trimmed. The time grows
 * with the length of the text and no faster.
 *
 * @example parseHgvs('NM_000222.3(KIT):c.1679_1681del').value?.kind // 'nucleotide'
 */
export function parseHgvs(text: string): HgvsReading<HgvsVariant> {
  return readWhole(text, readVariant);
}
