/**
 * Reads a change of the coding sequence: `c.1679_1681delTTG`, `c.1727T>C`, `2056+1C>T`. Without `c.` only what cannot
 * be anything else is read: bases on both sides of `>`, or a range with as many named bases as it is long.
 */
import type { CodingChange, CodingPosition } from './coding-change.ts';

const position = '([*-]?)([1-9]\\d{0,6})([+-][1-9]\\d{0,6})?';
const places = `${position}(?:_${position})?`;
const bases = '[ACGTacgt]';

const substitution = new RegExp(`^${position}(${bases})>(${bases})$`);
const deletion = new RegExp(`^${places}(del|dup)(${bases}{0,500}|\\d{0,4})$`);
const inversion = new RegExp(`^${places}(inv)$`);
const silent = new RegExp(`^${places}(=)$`);
const insertion = new RegExp(`^${position}_${position}ins(${bases}{1,500})$`);
const delins = new RegExp(`^${places}(?:del(${bases}{0,500}?)ins|(${bases}{2,100})>)(${bases}{1,500})$`);

function positionOf(
  sign: string | undefined,
  base: string | undefined,
  offset: string | undefined,
): CodingPosition {
  return {
    region: sign === '-' ? 'beforeStart' : sign === '*' ? 'afterStop' : 'coding',
    base: Number(base),
    offset: offset === undefined ? 0 : Number(offset),
  };
}

/** Along the transcript: bases before the start count down to it. */
function order(a: CodingPosition, b: CodingPosition): number {
  const regions = ['beforeStart', 'coding', 'afterStop'];
  const byRegion = regions.indexOf(a.region) - regions.indexOf(b.region);
  if (byRegion !== 0) return byRegion;
  const byBase = a.region === 'beforeStart' ? b.base - a.base : a.base - b.base;
  return byBase === 0 ? a.offset - b.offset : byBase;
}

interface Span {
  readonly start: CodingPosition;
  readonly end: CodingPosition;
}

function spanOf(match: RegExpExecArray): Span | undefined {
  const start = positionOf(match[1], match[2], match[3]);
  if (match[5] === undefined) return { start, end: start };
  const end = positionOf(match[4], match[5], match[6]);
  return order(start, end) < 0 ? { start, end } : undefined;
}

/** Bases in a range without offsets; undefined when an intron or a border of the coding sequence lies between. */
function lengthOf({ start, end }: Span): number | undefined {
  if (start.region !== end.region || start.base === end.base)
    return start.region === end.region ? Math.abs(end.offset - start.offset) + 1 : undefined;
  return start.offset === 0 && end.offset === 0 ? Math.abs(end.base - start.base) + 1 : undefined;
}

/** Bases named after `del` must be as many as the range. */
function fits(named: string, span: Span): boolean {
  const length = lengthOf(span);
  if (named === '' || length === undefined) return true;
  return /^\d/.test(named) ? Number(named) === length : named.length === length;
}

function readBody(text: string): CodingChange | undefined {
  const replaced = substitution.exec(text);
  if (replaced !== null) {
    const at = positionOf(replaced[1], replaced[2], replaced[3]);
    const removed = (replaced[4] ?? '').toUpperCase();
    const inserted = (replaced[5] ?? '').toUpperCase();
    return removed === inserted ? undefined : { kind: 'substitution', start: at, end: at, removed, inserted };
  }
  const taken = deletion.exec(text);
  if (taken !== null) {
    const span = spanOf(taken);
    const named = taken[8] ?? '';
    if (span === undefined || !fits(named, span)) return undefined;
    const removed = /^[A-Za-z]/.test(named) ? named.toUpperCase() : undefined;
    return {
      kind: taken[7] === 'dup' ? 'duplication' : 'deletion',
      ...span,
      ...(removed === undefined ? {} : { removed }),
    };
  }
  const exchanged = delins.exec(text);
  if (exchanged !== null) {
    const span = spanOf(exchanged);
    const named = exchanged[7] ?? exchanged[8] ?? '';
    if (span === undefined || !fits(named, span)) return undefined;
    return {
      kind: 'delins',
      ...span,
      ...(named === '' ? {} : { removed: named.toUpperCase() }),
      inserted: (exchanged[9] ?? '').toUpperCase(),
    };
  }
  const turned = inversion.exec(text) ?? silent.exec(text);
  if (turned !== null) {
    const found = spanOf(turned);
    if (found === undefined) return undefined;
    return { kind: turned[7] === 'inv' ? 'inversion' : 'silent', ...found };
  }
  const added = insertion.exec(text);
  const span = added === null ? undefined : spanOf(added);
  if (added === null || span === undefined || lengthOf(span) !== 2) return undefined;
  return { kind: 'insertion', ...span, inserted: (added[7] ?? '').toUpperCase() };
}

/** A range without `c.` could count codons; it counts bases when it names exactly as many bases. */
function isPlainlyCoding(change: CodingChange): boolean {
  if (change.kind === 'substitution') return true;
  if (change.kind === 'insertion' || change.kind === 'inversion' || change.kind === 'silent') return false;
  return change.removed !== undefined && lengthOf(change) === change.removed.length;
}

const beginsLikePosition = /^[*-]?\d/;

/** Reads one coding change; undefined when the text is anything else. */
export function readCodingChange(text: string): CodingChange | undefined {
  if (text.startsWith('c.')) return readBody(text.slice(2));
  if (!beginsLikePosition.test(text)) return undefined;
  const change = readBody(text);
  return change !== undefined && isPlainlyCoding(change) ? change : undefined;
}
