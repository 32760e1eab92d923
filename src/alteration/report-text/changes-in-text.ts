/**
 * Changes of genes in one sentence: a gene with its change behind it, a list of genes with one predicate, fusions,
 * chromosomes, and notations whose gene stands elsewhere in the sentence.
 */
import type { SingleNotation } from '../notation.ts';
import { readSingle } from '../read-single.ts';
import { type ChangeAt, type LostNotation, overlap } from './change-at.ts';
import { chromosomesIn } from './chromosomes-in-text.ts';
import { fusionsIn } from './fusions-in-text.ts';
import { geneLists, listChanges, predicated } from './gene-lists.ts';
import { geneWithChange } from './gene-with-change.ts';
import type { GeneAt } from './genes-in-text.ts';
import { looseNotations } from './loose-notations.ts';

const furtherEvent =
  /^(?:,|\s|and\/or|and|or|&|\/)+(?<event>amplifications?|deletions?|fusions?|rearrangements?|mutations?|(?:copy number )?gains?)(?![\w-]|\s(?:in|of|involving)\b)/i;
const eventAtEnd = /(?:mutat|amplif|fusion|rearrange|variant|alteration|delet|gain|loss)\w*$/i;

/** "KIT mutation and/or amplification": the second event is of the same gene. */
function furtherEvents(text: string, found: readonly ChangeAt[]): readonly ChangeAt[] {
  return found.flatMap((change): readonly ChangeAt[] => {
    if (!eventAtEnd.test(text.slice(change.start, change.end))) return [];
    const match = furtherEvent.exec(text.slice(change.end, change.end + 60));
    const event = match?.groups?.['event'];
    if (match === null || event === undefined) return [];
    const { value } = readSingle(`${change.subject} ${event.toLowerCase()}`);
    if (value === undefined || value.kind === 'marker') return [];
    const end = change.end + match[0].length;
    return [
      {
        start: end - event.length,
        end,
        notation: value,
        subject: change.subject,
        assumptions: ['the gene is the one of the event before it'],
        saysAbsent: change.saysAbsent,
      },
    ];
  });
}

/** Every change that a sentence names, and notations without a gene. */
export function changesIn(
  text: string,
  genes: readonly GeneAt[],
  heldGenes: readonly GeneAt[],
): { readonly changes: readonly ChangeAt[]; readonly lost: readonly LostNotation[] } {
  const found: ChangeAt[] = [...fusionsIn(text), ...chromosomesIn(text)];
  const taken = new Set<GeneAt>();
  for (const gene of genes) {
    if (found.some((each) => overlap(each, gene))) {
      taken.add(gene);
      continue;
    }
    const next = genes.find((other) => other.start >= gene.end);
    const change = geneWithChange(text, gene, next === undefined ? text.length : next.start);
    if (change === undefined) continue;
    found.push(change);
    taken.add(gene);
  }
  const loose = looseNotations(text, genes, heldGenes, found);
  found.push(...loose.changes);
  const attached = new Set(loose.changes.map(({ subject }) => subject));
  for (const list of geneLists(text, genes)) {
    const isNamed = (gene: GeneAt): boolean =>
      taken.has(gene) || (list.length === 1 && attached.has(gene.gene));
    // A list behind whose last gene a finding stands shares that predicate when it is a plain one.
    found.push(...listChanges(text, list, new Set(list.filter(isNamed))));
    const last = list.at(-1);
    const shared = found.find((each) => last !== undefined && each.start === last.start);
    if (shared !== undefined && list.length > 1 && isPlain(shared.notation))
      for (const gene of list)
        if (!found.some((each) => overlap(each, gene))) {
          const said = predicated(gene.gene, text.slice(last?.end ?? shared.end, shared.end));
          if (said !== undefined)
            found.push({
              ...shared,
              start: gene.start,
              end: gene.end,
              notation: said.notation,
              subject: gene.gene,
              assumptions: ['the predicate of the list holds for each of its genes'],
              saysAbsent: said.absent,
            });
        }
  }
  found.push(...furtherEvents(text, found).filter((each) => !found.some((other) => overlap(each, other))));
  return { changes: found.toSorted((a, b) => a.start - b.start), lost: loose.lost };
}

/** A predicate without a notation of its own can be shared by a list. */
function isPlain(notation: SingleNotation): boolean {
  if (notation.kind === 'copyNumber' || notation.kind === 'wildType') return true;
  if (notation.kind === 'fusion') return notation.unplaced !== undefined;
  return (
    notation.kind === 'sequenceVariant' &&
    notation.protein === undefined &&
    notation.coding === undefined &&
    notation.genomic === undefined &&
    notation.codons === undefined &&
    notation.exon === undefined
  );
}
