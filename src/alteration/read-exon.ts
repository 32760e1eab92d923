/** Reads exons: `exon 11`, `exons 18-21`, `ex19`, and run together with what became of them: `ex19del`, `METex14`. */
import type { PrintedClass } from './alteration.ts';
import type { ExonRun } from './finding-parts.ts';

/** Exons at a place of the text, how long the words are, and the change written onto them. */
export interface ExonAt {
  readonly length: number;
  readonly exons: ExonRun;
  readonly change?: PrintedClass | 'skipping';
}

const words =
  /(?:exons?|ex|e)[ .-]?([1-9]\d{0,2})(?: ?(?:-|to|through) ?([1-9]\d{0,2}))?(?:[ -]?(del|ins|dup|delins|skip|mut|trunc)(?![a-z]))?(?![A-Za-z0-9])/iy;

const changes: Readonly<Record<string, PrintedClass | 'skipping'>> = {
  del: 'deletion',
  ins: 'insertion',
  dup: 'duplication',
  delins: 'indel',
  skip: 'skipping',
  trunc: 'truncating',
};

/** The exons that are named at a place; undefined where the text says something else. */
export function exonAt(text: string, from: number): ExonAt | undefined {
  words.lastIndex = from;
  const match = words.exec(text);
  if (match === null) return undefined;
  const [all, first, last = first, written] = match;
  // `E20` alone is a residue; an `e` before a number is an exon only in small letters (`e14`).
  if (/^E[1-9]/.test(all)) return undefined;
  const exons = { from: Number(first), to: Number(last) };
  if (exons.to < exons.from) return undefined;
  const change = written === undefined ? undefined : changes[written.toLowerCase()];
  return { length: all.length, exons, ...(change === undefined ? {} : { change }) };
}
