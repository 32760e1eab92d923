/**
 * Reads a change of a protein: one- or three-letter codes, with or without `p.` and the parentheses of a prediction.
 * One-letter codes are read in capitals only, so that `c` before a number is never a cysteine.
 */
import { aminoAcids, threeLetterCodes } from '../genes/index.ts';
import type { ProteinChange, ResiduePosition } from './protein-change.ts';

const oneLetterOf: ReadonlyMap<string, string> = new Map(
  Object.entries(threeLetterCodes).map(([one, three]) => [three.toUpperCase(), one]),
);

const three = '[A-Za-z]{3}';
const residue = `(${three}|[A-Z*])`;
const place = `${residue}([1-9]\\d{0,4})`;
const span = `${place}(?:_${place})?`;

const substitution = new RegExp(`^${place}(${three}|[A-Z*=])$`);
const frameshift = new RegExp(`^${place}(${three}|[A-Z])?fs(?:(?:\\*|Ter|X)(\\d{1,5})?)?$`);
const deletion = new RegExp(`^${span}del([A-Za-z]{0,300})$`);
const duplication = new RegExp(`^${span}dup([A-Za-z]{0,300})$`);
const insertion = new RegExp(`^${place}_${place}ins([A-Za-z*]{1,300})$`);
const startUnknown = /^(?:M|Met)1\?$/;
const extension = new RegExp(`^${place}(${three}|[A-Z])?ext(?:(-|\\*|Ter|X)(\\d{1,5}|\\?)?)?$`);
const repeat = new RegExp(`^${span}\\[([1-9]\\d{0,3})\\]$`);
const delins = new RegExp(`^${span}(?:del([A-Za-z]{0,300}?)ins|>)([A-Za-z*]{1,300})$`);

/** Words without which a text is no change over a range. */
const inRange = /del|dup|ins|>/;
/** Residues one base away from a stop codon (TAA, TAG, TGA) by the genetic code. */
const nearStop = 'CEGKLQRSWY';

/** The one-letter code of a residue written with one letter or three; undefined for what is no amino acid. */
function residueOf(text: string): string | undefined {
  if (text.length === 1) return aminoAcids.includes(text) || text === '*' ? text : undefined;
  return oneLetterOf.get(text.toUpperCase());
}

/** A sequence written in one-letter capitals or in three-letter codes (`Ala`). */
function sequenceOf(text: string): string | undefined {
  if (/^[A-Z*]+$/.test(text)) {
    const known = [...new Set(text.split(''))].every((one) => residueOf(one) !== undefined);
    return known ? text : undefined;
  }
  if (text.length % 3 !== 0) return undefined;
  const residues = (text.match(/[A-Z][a-z]{2}/g) ?? []).map((part) => residueOf(part) ?? '');
  return residues.length === text.length / 3 && !residues.includes('') ? residues.join('') : undefined;
}

function placeOf(text: string | undefined, position: string | undefined): ResiduePosition | undefined {
  const one = text === undefined ? undefined : residueOf(text);
  return one === undefined || position === undefined
    ? undefined
    : { residue: one, position: Number(position) };
}

function spanOf(
  match: RegExpExecArray,
): { readonly start: ResiduePosition; readonly end: ResiduePosition } | undefined {
  const start = placeOf(match[1], match[2]);
  if (start === undefined || start.residue === '*') return undefined;
  if (match[3] === undefined) return { start, end: start };
  const end = placeOf(match[3], match[4]);
  if (end === undefined || end.position <= start.position) return undefined;
  return { start, end };
}

/** Residues repeated after `del` or `dup` must be as many as the range, with its ends; else the text is not read. */
function repeats(text: string, start: ResiduePosition, end: ResiduePosition): boolean {
  if (text === '') return true;
  const sequence = sequenceOf(text);
  return (
    sequence?.length === end.position - start.position + 1 &&
    sequence.startsWith(start.residue) &&
    sequence.endsWith(end.residue)
  );
}

function readSubstitution(text: string): ProteinChange | undefined {
  const match = substitution.exec(text);
  const at = placeOf(match?.[1], match?.[2]);
  const to = match?.[3];
  if (at === undefined || to === undefined || at.residue === '*') return undefined;
  if (to === '=') return { kind: 'silent', at };
  // `X` was the stop before 2009 and is any residue to many: a codon that no single base makes a stop means the latter.
  if (to === 'X') return nearStop.includes(at.residue) ? { kind: 'stop', at } : undefined;
  const one = residueOf(to);
  if (one === undefined) return undefined;
  if (one === '*') return { kind: 'stop', at };
  return one === at.residue ? { kind: 'silent', at } : { kind: 'substitution', at, to: one };
}

function readFrameshift(text: string): ProteinChange | undefined {
  const match = frameshift.exec(text);
  const at = placeOf(match?.[1], match?.[2]);
  if (match === null || at === undefined || at.residue === '*') return undefined;
  const to = match[3] === undefined ? undefined : residueOf(match[3]);
  if (match[3] !== undefined && to === undefined) return undefined;
  return {
    kind: 'frameshift',
    at,
    ...(to === undefined ? {} : { to }),
    ...(match[4] === undefined ? {} : { stopAfter: Number(match[4]) }),
  };
}

function readRange(text: string): ProteinChange | undefined {
  const replaced = delins.exec(text);
  if (replaced !== null) {
    const found = spanOf(replaced);
    const inserted = sequenceOf(replaced[6] ?? '');
    if (found === undefined || inserted === undefined) return undefined;
    return repeats(replaced[5] ?? '', found.start, found.end)
      ? { kind: 'delins', ...found, inserted }
      : undefined;
  }
  const removed = deletion.exec(text);
  const doubled = removed === null ? duplication.exec(text) : null;
  const match = removed ?? doubled;
  if (match !== null) {
    const found = spanOf(match);
    if (found === undefined || !repeats(match[5] ?? '', found.start, found.end)) return undefined;
    return { kind: removed === null ? 'duplication' : 'deletion', ...found };
  }
  const added = insertion.exec(text);
  if (added === null) return undefined;
  const found = spanOf(added);
  const inserted = sequenceOf(added[5] ?? '');
  if (found === undefined || inserted === undefined) return undefined;
  return found.end.position === found.start.position + 1
    ? { kind: 'insertion', ...found, inserted }
    : undefined;
}

function readStartOrEnd(text: string): ProteinChange | undefined {
  if (startUnknown.test(text)) return { kind: 'startUnknown', at: { residue: 'M', position: 1 } };
  const match = extension.exec(text);
  const at = placeOf(match?.[1], match?.[2]);
  if (match === null || at === undefined) return undefined;
  const terminus = at.residue === '*' ? 'C' : at.residue === 'M' && at.position === 1 ? 'N' : undefined;
  const to = match[3] === undefined ? undefined : residueOf(match[3]);
  const fitsSign = match[4] === undefined || (match[4] === '-') === (terminus === 'N');
  if (terminus === undefined || !fitsSign || (match[3] !== undefined && to === undefined)) return undefined;
  const length = match[5] === undefined || match[5] === '?' ? undefined : Number(match[5]);
  return {
    kind: 'extension',
    at,
    terminus,
    ...(to === undefined ? {} : { to }),
    ...(length === undefined ? {} : { length }),
  };
}

function readRepeat(text: string): ProteinChange | undefined {
  const match = repeat.exec(text);
  const found = match === null ? undefined : spanOf(match);
  return found === undefined ? undefined : { kind: 'repeat', ...found, copies: Number(match?.[5]) };
}

/**
 * Keywords in capitals, as databases in capitals write them (`V560DEL`, `M695FS*26`), become small letters. Behind a
 * position no sequence of residues can be meant: HGVS has none there.
 */
const inCapitals = /^([A-Z]\d+(?:_[A-Z]\d+)?[A-Z]?)(DELINS|DEL|DUP|INS|FS)(?=$|[A-Z*0-9])/;

/** `E746-A750del`, `delE746-A750`: reports write the range with a hyphen, and the keyword in front. */
const hyphenated = /^([A-Z][1-9]\d{0,4})-([A-Z][1-9]\d{0,4})((?:del|dup|ins)[A-Za-z]*)$/;
const keywordFirst = /^del([A-Z][1-9]\d{0,4})[-_]([A-Z][1-9]\d{0,4})$/;

function inHgvsForm(text: string): string {
  return text.includes('-') || text.startsWith('del')
    ? text.replace(hyphenated, '$1_$2$3').replace(keywordFirst, '$1_$2del')
    : text;
}

function lowered(text: string): string {
  const shouted = inCapitals.exec(text);
  if (shouted === null) return text;
  const [all, place = '', keyword = ''] = shouted;
  return `${place}${keyword.toLowerCase()}${text.slice(all.length)}`;
}

/** A change of a protein and whether it was marked as predicted, `p.(V560del)`. */
export interface ReadProteinChange {
  readonly change: ProteinChange;
  readonly isPredicted: boolean;
  /** `p.` stood in front. */
  readonly isPrefixed: boolean;
  /** `X` is printed for the new residue: a stop before 2009, any residue to many. */
  readonly isPrintedX?: true;
}

/**
 * Reads one protein change; undefined when the text is anything else. Nothing is corrected or completed.
 *
 * @example readProteinChange('p.Val560del')?.change // deletion of V560
 */
export function readProteinChange(text: string): ReadProteinChange | undefined {
  const isPrefixed = /^p\./i.test(text);
  const bare = inHgvsForm(lowered(isPrefixed ? text.slice(2) : text));
  const isPredicted = bare.startsWith('(') && bare.endsWith(')');
  const body = isPredicted ? bare.slice(1, -1) : bare;
  const change =
    readSubstitution(body) ??
    (body.includes('fs') ? readFrameshift(body) : undefined) ??
    (inRange.test(body) ? readRange(body) : undefined) ??
    (body.includes('?') || body.includes('ext') ? readStartOrEnd(body) : undefined) ??
    (body.includes('[') ? readRepeat(body) : undefined);
  if (change === undefined) return undefined;
  const isPrintedX = change.kind === 'stop' && body.endsWith('X');
  return { change, isPredicted, isPrefixed, ...(isPrintedX ? { isPrintedX } : {}) };
}
