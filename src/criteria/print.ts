/** A criterion as a sentence: "NET, and KIT exon 11 mutation, and no earlier KIT inhibitor". */
import { type Criterion, partsOf } from './criterion.ts';
import { isLeafName, printLeaf } from './leaf-catalogue.ts';

/** Criteria do not change, and a part is printed within each whole that holds it. */
const printed = new WeakMap<Criterion, string>();

/**
 * The criterion in words. The text is canonical: equal criteria print alike, so it names a criterion in reports.
 *
 * @example printCriterion({ any: [{ grade: { equals: 'G1' } }, { grade: { equals: 'G2' } }] }) // 'grade G1 or grade G2'
 */
export function printCriterion(criterion: Criterion): string {
  const known = printed.get(criterion);
  if (known !== undefined) return known;
  const text = inWords(criterion);
  printed.set(criterion, text);
  return text;
}

function inWords(criterion: Criterion): string {
  if ('all' in criterion) return joined(criterion, ', and ');
  if ('any' in criterion) return alternatives(criterion.any) ?? joined(criterion, ' or ');
  if ('not' in criterion) return `not ${grouped(criterion.not)}`;
  if ('atLeast' in criterion) {
    return `at least ${criterion.atLeast.count} of: ${criterion.atLeast.of.map(grouped).join('; ')}`;
  }
  return printLeaf(criterion);
}

/** From how many alternatives on the words that they share are printed once. */
const fewestShared = 5;

/**
 * Many alternatives of one kind that differ in their last word: "any mutation of ATRX, DAXX, MEN1, TSC1 or TSC2". The
 * commas tell them from one leaf with several genes, which has none.
 */
function alternatives(parts: readonly Criterion[]): string | undefined {
  const kinds = new Set(parts.flatMap((part) => Object.keys(part)));
  const [kind] = kinds;
  if (parts.length < fewestShared || kinds.size > 1 || kind === undefined || !isLeafName(kind)) return;
  const texts = parts.map(printCriterion);
  const [shared = ''] = texts.map((text) => text.slice(0, text.lastIndexOf(' ') + 1));
  const ends = texts.map((text) => text.slice(shared.length));
  const isShared = texts.every((text, index) => text.startsWith(shared) && !ends[index]?.includes(' '));
  return isShared && shared !== '' ? `${shared}${ends.slice(0, -1).join(', ')} or ${ends.at(-1)}` : undefined;
}

function joined(criterion: Criterion, by: string): string {
  const parts = partsOf(criterion);
  const only = parts[0];
  if (parts.length === 1 && only !== undefined) return printCriterion(only);
  return parts.map(grouped).join(by);
}

function grouped(criterion: Criterion): string {
  const only = partsOf(criterion);
  if (('all' in criterion || 'any' in criterion) && only.length === 1 && only[0] !== undefined)
    return grouped(only[0]);
  return only.length > 0 ? `(${printCriterion(criterion)})` : printCriterion(criterion);
}
