/** What an insertion puts in: `ACG`, `N[100]`, `(80_120)`, `850_900inv`, `[NC_000006.11:g.10791926_10791960;T]`. */
import type { HgvsCursor } from './hgvs-cursor.ts';
import type { NucleotideType } from './hgvs-variant.ts';
import type { Count, Inserted, InsertedPart } from './nucleotide-change.ts';
import { sequenceWords, takeSequence } from './nucleotide-letters.ts';
import { readNucleotideInterval } from './read-nucleotide-interval.ts';
import { isLetter, isLetterOrDigit, readReference } from './read-reference.ts';

const nucleotideTypes: ReadonlySet<string> = new Set<NucleotideType>(['g', 'm', 'o', 'c', 'n', 'r']);

export function isNucleotideType(letter: string): letter is NucleotideType {
  return nucleotideTypes.has(letter);
}

/** `23`, `?`, `(600_800)`; the brackets around it belong to the caller. */
export function readCount(cursor: HgvsCursor): Count | undefined {
  if (!cursor.take('(')) return cursor.numberOrUnknown('a number of copies');
  const from = cursor.numberOrUnknown('the least number');
  if (from === undefined || !cursor.must('_')) return undefined;
  const to = cursor.numberOrUnknown('the greatest number');
  return to === undefined || !cursor.must(')') ? undefined : { from, to };
}

/** `[23]`. */
export function readBracketedCount(cursor: HgvsCursor): Count | undefined {
  if (!cursor.must('[')) return undefined;
  const count = readCount(cursor);
  return count === undefined || !cursor.must(']') ? undefined : count;
}

type Range = InsertedPart & { readonly kind: 'range' };

/** `850_900`, `850_900inv`. */
function readOwnRange(cursor: HgvsCursor, type: NucleotideType): Range | undefined {
  const interval = readNucleotideInterval(cursor, type);
  if (interval === undefined) return undefined;
  return { kind: 'range', reference: undefined, type: undefined, interval, isInverted: cursor.take('inv') };
}

/** `NC_000022.10:g.35788169_35788352`. */
function readForeignRange(cursor: HgvsCursor): Range | undefined {
  const reference = readReference(cursor);
  if (reference === undefined || !cursor.must(':')) return undefined;
  const type = cursor.text.charAt(cursor.at);
  if (!isNucleotideType(type)) return cursor.fail('g., m., o., c., n. or r.');
  cursor.at++;
  if (!cursor.must('.')) return undefined;
  const interval = readNucleotideInterval(cursor, type);
  if (interval === undefined) return undefined;
  return { kind: 'range', reference, type, interval, isInverted: cursor.take('inv') };
}

/** A range of this or of another sequence. */
export function readRangeOfSequence(cursor: HgvsCursor, type: NucleotideType): Range | undefined {
  return isLetter(cursor.code()) ? readForeignRange(cursor) : readOwnRange(cursor, type);
}

/** A number of nucleotides, or the range it turns out to be: `10`, `10_20`, `*5_*9`. */
function readNumeric(cursor: HgvsCursor, type: NucleotideType): InsertedPart | undefined {
  const start = cursor.at;
  if (cursor.isAtDigit()) {
    const count = cursor.number('a number of nucleotides');
    if (count === undefined) return undefined;
    const next = cursor.code();
    if (next !== 95 && next !== 43 && next !== 45) return { kind: 'count', count };
    cursor.at = start;
  }
  return readOwnRange(cursor, type);
}

/** `(5)`, `(80_120)`, `(?)`, after which nothing but a count can stand; `?` alone. */
function readSize(cursor: HgvsCursor): InsertedPart | undefined {
  if (cursor.take('?')) return { kind: 'count', count: '?' };
  if (!cursor.must('(')) return undefined;
  const from = cursor.numberOrUnknown('a number of nucleotides');
  if (from === undefined) return undefined;
  if (cursor.take(')')) return { kind: 'count', count: from };
  if (!cursor.must('_')) return undefined;
  const to = cursor.numberOrUnknown('a number of nucleotides');
  return to === undefined || !cursor.must(')') ? undefined : { kind: 'count', count: { from, to } };
}

/** Whether an accession or a gene symbol stands here: letters and digits that `_`, `-`, `.`, `:` or `(KIT)` follow. */
function isAtReference(cursor: HgvsCursor): boolean {
  let at = cursor.at;
  while (isLetterOrDigit(cursor.text.charCodeAt(at))) at++;
  cursor.steps += at - cursor.at;
  const next = cursor.text.charAt(at);
  if (next === '(') return cursor.text.charAt(at + 1) !== ';';
  return next !== '' && '_-.:'.includes(next);
}

function readPart(cursor: HgvsCursor, type: NucleotideType): InsertedPart | undefined {
  const code = cursor.code();
  if (code === 40 || code === 63) return readSize(cursor);
  if (code === 42 || code === 45 || (code >= 48 && code <= 57)) return readNumeric(cursor, type);
  if (isLetter(code) && isAtReference(cursor)) return readForeignRange(cursor);
  const sequence = takeSequence(cursor, type);
  if (sequence === undefined) return cursor.fail(sequenceWords(type));
  if (cursor.code() !== 91) return { kind: 'sequence', sequence };
  const count = readBracketedCount(cursor);
  return count === undefined ? undefined : { kind: 'repeat', sequence, count };
}

function readParts(cursor: HgvsCursor, type: NucleotideType): InsertedPart[] | undefined {
  const parts: InsertedPart[] = [];
  do {
    const part = readPart(cursor, type);
    if (part === undefined) return undefined;
    parts.push(part);
  } while (cursor.take(';'));
  return cursor.must(']') ? parts : undefined;
}

/** What stands after `ins`. */
export function readInserted(cursor: HgvsCursor, type: NucleotideType): Inserted | undefined {
  if (cursor.take('[')) return readParts(cursor, type);
  const part = readPart(cursor, type);
  if (part === undefined) return undefined;
  return part.kind === 'sequence' ? part.sequence : [part];
}
