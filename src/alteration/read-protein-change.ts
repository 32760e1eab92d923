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
const delins = new RegExp(`^${span}del([A-Za-z]{0,300}?)ins([A-Za-z*]{1,300})$`);

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
  // `X` for a stop is the form before 2009; `Xaa` is no amino acid that a report can mean.
  if (to === 'X') return { kind: 'stop', at };
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

/** A change of a protein and whether it was marked as predicted, `p.(V560del)`. */
export interface ReadProteinChange {
  readonly change: ProteinChange;
  readonly isPredicted: boolean;
  /** `p.` stood in front. */
  readonly isPrefixed: boolean;
}

/**
 * Reads one protein change; undefined when the text is anything else. Nothing is corrected or completed.
 *
 * @example readProteinChange('p.Val560del')?.change // deletion of V560
 */
export function readProteinChange(text: string): ReadProteinChange | undefined {
  const isPrefixed = /^p\./i.test(text);
  const bare = isPrefixed ? text.slice(2) : text;
  const isPredicted = bare.startsWith('(') && bare.endsWith(')');
  const body = isPredicted ? bare.slice(1, -1) : bare;
  const change = readSubstitution(body) ?? readFrameshift(body) ?? readRange(body);
  return change === undefined ? undefined : { change, isPredicted, isPrefixed };
}
