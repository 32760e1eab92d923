/** Notations that stand apart from their gene: `V600E mutation in BRAF`, `KIT was sequenced: exon 11 c.1679_1681del`. */
import { geneOf, residueAt } from '../../genes/index.ts';
import type { SingleNotation } from '../notation.ts';
import { readSingle } from '../read-single.ts';
import { type ChangeAt, type LostNotation, overlap, trimmed } from './change-at.ts';
import type { GeneAt } from './genes-in-text.ts';

const residue = '(?:[A-Z][a-z]{2}|[A-Z])';
const notationForm = new RegExp(
  `(?<![A-Za-z0-9.])(?:p\\.\\(?(?:${residue}|\\*)\\d{1,5}[^\\s,;]*|p\\.\\?|c\\.\\(?[-*]?\\d[^\\s,;]*|g\\.\\d[^\\s,;]*|${residue}\\d{2,4}(?:_${residue}\\d{2,4})?(?:${residue}(?![a-z])|[*=]|fs[^\\s,;)]*|delins[A-Za-z]+|del[A-Z]*|dup[A-Z]*|ins[A-Za-z]+)|${residue}\\d{2,4}(?:_${residue}\\d{2,4})(?:delins[A-Za-z]+|del|dup|ins[A-Za-z]+))`,
  'g',
);
/** The gene of a notation that no gene stands beside: the nearest one in front, else the nearest behind. */
function nearestGene(genes: readonly GeneAt[], at: number): GeneAt | undefined {
  const front = genes.filter((gene) => gene.end <= at).at(-1);
  return front ?? genes.find((gene) => gene.start >= at);
}

const firstResidue = /^(?:p\.\(?)?(?:[A-Z][a-z]{2}|[A-Z])(\d{1,5})/;

/** Whether a gene can have the notation: its sequence has that residue at that place, has another, or is not known there. */
function fits(words: string, gene: GeneAt, isMismatch: boolean): 'yes' | 'no' | 'unknown' {
  if (isMismatch) return 'no';
  const place = firstResidue.exec(words)?.[1];
  const model = geneOf(gene.gene);
  if (place === undefined || model === undefined) return 'unknown';
  const residue = residueAt(model, Number(place));
  if (residue.kind === 'known') return 'yes';
  return residue.reason === 'outside' ? 'no' : 'unknown';
}

interface OwnedNotation {
  readonly gene: GeneAt;
  readonly notation: SingleNotation;
  readonly assumption: string;
}

/**
 * The gene of a notation: the nearest of its sentence, else the one named last. A gene whose sequence has another residue
 * at that place is passed over for the only other one that has it.
 */
function owned(
  words: string,
  at: number,
  own: readonly GeneAt[],
  held: readonly GeneAt[],
): OwnedNotation | undefined {
  const nearest = nearestGene(own, at) ?? held.at(-1);
  if (nearest === undefined) return undefined;
  const read = (gene: GeneAt) => {
    const { value, issues } = readSingle(words, { gene: gene.gene });
    if (value?.kind !== 'sequenceVariant') return undefined;
    const isMismatch = issues.some(({ code }) => code === 'reference-mismatch');
    return { gene, notation: value, fit: fits(words, gene, isMismatch) };
  };
  const first = read(nearest);
  if (first === undefined) return undefined;
  if (first.fit !== 'no') {
    const side =
      own.includes(nearest) && nearest.start >= at ? 'next one named after' : 'last one named before';
    return { ...first, assumption: `the gene is the ${side} it` };
  }
  const others = [...new Map([...held, ...own].map((gene) => [gene.gene, gene])).values()].flatMap((gene) => {
    const other = gene.gene === nearest.gene ? undefined : read(gene);
    return other?.fit === 'yes' ? [other] : [];
  });
  const [only] = others;
  if (only === undefined || others.length > 1) return undefined;
  return { ...only, assumption: `of the genes named, only ${only.gene.gene} has this residue there` };
}

/** Notations outside what was found already, with the gene they belong to; those without one are lost. */
export function looseNotations(
  text: string,
  genes: readonly GeneAt[],
  heldGenes: readonly GeneAt[],
  found: readonly ChangeAt[],
): { readonly changes: readonly ChangeAt[]; readonly lost: readonly LostNotation[] } {
  const changes: ChangeAt[] = [];
  const lost: LostNotation[] = [];
  for (const match of text.matchAll(notationForm)) {
    const words = trimmed(match[0]) || match[0].replace(/[(),;.]+$/, '');
    const place = { start: match.index, end: match.index + words.length };
    if (words.length < 4 || [...found, ...changes].some((each) => overlap(each, place))) continue;
    const owner = owned(words, place.start, genes, heldGenes);
    if (owner === undefined) {
      lost.push(place);
      continue;
    }
    const { gene, notation, assumption } = owner;
    // c. and p. of one finding side by side are one mention.
    const last = changes.at(-1) ?? found.filter((each) => each.end <= place.start).at(-1);
    const isBeside =
      last !== undefined &&
      last.subject === gene.gene &&
      /^[\s,;(/=)]*$/.test(text.slice(last.end, place.start)) &&
      text.slice(last.start, last.end).replace(/^\S+ /, '').startsWith('c.') &&
      words.startsWith('p.');
    if (isBeside && changes.at(-1) === last) changes.pop();
    const start = isBeside && last !== undefined ? last.start : place.start;
    changes.push({
      start,
      end: place.end,
      notation,
      subject: gene.gene,
      assumptions: [assumption],
      saysAbsent: false,
    });
  }
  return { changes, lost };
}
