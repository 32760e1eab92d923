/** Positions and intervals of DNA and RNA: `76`, `-12`, `*46`, `2056+1`, `76_78`, `(4_6)_(245_?)`, `(1_10)`. */
import type { HgvsCursor } from './hgvs-cursor.ts';
import type { NucleotideType } from './hgvs-variant.ts';
import type { NucleotideBound, NucleotideInterval, NucleotidePosition } from './nucleotide-change.ts';

const unknown: NucleotidePosition = { at: 'unknown' };

const star = 42;
const plus = 43;
const minus = 45;
const questionMark = 63;

function readOffset(cursor: HgvsCursor): number | '+?' | '-?' | undefined {
  const sign = cursor.code();
  if (sign !== plus && sign !== minus) return 0;
  cursor.at++;
  if (cursor.take('?')) return sign === plus ? '+?' : '-?';
  const offset = cursor.number('the distance into the intron');
  if (offset === undefined) return undefined;
  if (offset === 0) return cursor.fail('nothing more: a distance into the intron is 1 or more');
  return sign === plus ? offset : -offset;
}

/** Positions before the start and after the stop exist where a coding sequence is numbered. */
function regionAt(code: number, type: NucleotideType): 'sequence' | 'beforeStart' | 'afterStop' {
  if (type === 'n') return 'sequence';
  return code === minus ? 'beforeStart' : code === star ? 'afterStop' : 'sequence';
}

function readLandmark(cursor: HgvsCursor): NucleotidePosition | undefined {
  for (const at of ['pter', 'qter', 'cen'] as const) if (cursor.take(at)) return { at };
  return cursor.fail('a position');
}

/** One position. Genomic positions are plain numbers; introns exist on transcripts only. */
export function readNucleotidePosition(
  cursor: HgvsCursor,
  type: NucleotideType,
): NucleotidePosition | undefined {
  const code = cursor.code();
  if (code === questionMark) {
    cursor.at++;
    return unknown;
  }
  if (type === 'g' || type === 'm' || type === 'o') {
    if (!cursor.isAtDigit()) return type === 'g' ? readLandmark(cursor) : cursor.fail('a position');
    const base = cursor.number('a position');
    return base === undefined ? undefined : { at: 'sequence', base, offset: 0 };
  }
  const at = regionAt(code, type);
  if (at !== 'sequence') cursor.at++;
  const base = cursor.number('a position');
  if (base === undefined) return undefined;
  const offset = readOffset(cursor);
  return offset === undefined ? undefined : { at, base, offset };
}

/** `4_6)` after its opening parenthesis. */
function readRangeInside(
  cursor: HgvsCursor,
  type: NucleotideType,
): { readonly from: NucleotidePosition; readonly to: NucleotidePosition } | undefined {
  const from = readNucleotidePosition(cursor, type);
  if (from === undefined || !cursor.must('_')) return undefined;
  const to = readNucleotidePosition(cursor, type);
  return to === undefined || !cursor.must(')') ? undefined : { from, to };
}

function readBound(cursor: HgvsCursor, type: NucleotideType): NucleotideBound | undefined {
  if (!cursor.take('(')) return readNucleotidePosition(cursor, type);
  const range = readRangeInside(cursor, type);
  return range === undefined ? undefined : { at: 'between', from: range.from, to: range.to };
}

/** One position, or two ends of which each may be a range. */
export function readNucleotideInterval(
  cursor: HgvsCursor,
  type: NucleotideType,
): NucleotideInterval | undefined {
  const start = readBound(cursor, type);
  if (start === undefined) return undefined;
  if (!cursor.take('_')) {
    return start.at === 'between'
      ? { start: start.from, end: start.to, isUncertain: true }
      : { start, end: undefined, isUncertain: false };
  }
  const end = readBound(cursor, type);
  return end === undefined ? undefined : { start, end, isUncertain: false };
}
