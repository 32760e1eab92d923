/**
 * Compares the bases that a coding notation names with the reference: the coding sequence where it is held, and the
 * first and last two bases of an intron, which are GT and AG in all but about one intron in a hundred (GC-AG, and
 * rarely AT-AC; Burset 2000, PMID 11058137). BAP1 `2056+1C>T` names a C where a G must stand.
 */
import { baseAt, complementOf, exonOfBase, type GeneModel } from '../genes/index.ts';
import type { ReferenceCheck } from './alteration.ts';
import { type CodingChange, type CodingPosition, codingChangeText, isExonic } from './coding-change.ts';

/** Bases that may stand at an intron's ends, the usual one first. Empty farther inside. */
function spliceBases({ offset }: CodingPosition): string {
  switch (offset) {
    case 1:
      return 'G';
    case 2:
      return 'TC';
    case -2:
      return 'A';
    case -1:
      return 'G';
    default:
      return '';
  }
}

/** A base of the reference that contradicts a notation, in words. */
export interface BaseMismatch {
  readonly check: ReferenceCheck;
  readonly explanation: string;
}

function spliceMismatch(change: CodingChange): BaseMismatch | undefined {
  if (change.kind !== 'substitution') return undefined;
  const usual = spliceBases(change.start);
  if (usual === '' || usual.includes(change.removed)) return undefined;
  const expected = usual.charAt(0);
  const removed = complementOf(change.removed);
  const inserted = complementOf(change.inserted);
  const isOtherStrand = removed !== undefined && inserted !== undefined && usual.includes(removed);
  const text = codingChangeText(change);
  const site = change.start.offset > 0 ? 'donor' : 'acceptor';
  return {
    check: {
      status: 'mismatch',
      expected: `${expected} at c.${text.slice(0, -3)}`,
      suggestions: isOtherStrand
        ? [
            {
              text: `c.${text.slice(0, -3)}${removed}>${inserted}`,
              because: 'the bases may have been read from the opposite strand of the genome',
            },
          ]
        : [],
    },
    explanation:
      `an intron's splice ${site} has ${expected} at this position of the coding strand (GT-AG rule), not ` +
      `${change.removed}` +
      (isOtherStrand ? `; on the opposite strand that ${expected} reads ${change.removed}` : ''),
  };
}

function bordersMismatch(gene: GeneModel, change: CodingChange): BaseMismatch | undefined {
  for (const { region, base, offset } of [change.start, change.end]) {
    if (region !== 'coding' || offset === 0) continue;
    const here = exonOfBase(gene, base);
    if (here.kind === 'unknown' && here.reason !== 'outside') continue;
    const beyond = exonOfBase(gene, base + Math.sign(offset));
    const isBorder = here.kind === 'known' && (beyond.kind === 'unknown' || beyond.value !== here.value);
    if (!isBorder)
      return {
        check: { status: 'mismatch', suggestions: [] },
        explanation: `c.${base} is not the ${offset > 0 ? 'last' : 'first'} base of an exon of the reference transcript, so that no intron ${offset > 0 ? 'begins after' : 'ends before'} it`,
      };
  }
  return undefined;
}

function exonicMismatch(gene: GeneModel, change: CodingChange): BaseMismatch | undefined {
  const removed = change.kind === 'insertion' ? undefined : change.removed;
  if (!isExonic(change) || removed === undefined) return undefined;
  for (let index = 0; index < removed.length; index += 1) {
    const base = change.start.base + index;
    const found = baseAt(gene, base);
    if (found.kind === 'unknown' && found.reason !== 'outside') return undefined;
    if (found.kind === 'unknown' || found.value !== removed[index]) {
      const expected = found.kind === 'known' ? `${found.value} at c.${base}` : undefined;
      return {
        check: { status: 'mismatch', ...(expected === undefined ? {} : { expected }), suggestions: [] },
        explanation:
          expected === undefined
            ? `c.${base} lies beyond the coding sequence`
            : `the reference has ${expected}, not ${removed.charAt(index)}`,
      };
    }
  }
  return undefined;
}

/** The first contradiction between a coding notation and the reference, or undefined. */
export function baseMismatch(gene: GeneModel | undefined, change: CodingChange): BaseMismatch | undefined {
  const splice = spliceMismatch(change);
  if (splice !== undefined || gene === undefined) return splice;
  return bordersMismatch(gene, change) ?? exonicMismatch(gene, change);
}
