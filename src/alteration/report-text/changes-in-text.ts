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

/** "VHL p.R167W with loss of heterozygosity". */
const besideEvent =
  /^(?: ?\([^()]*\))?,? with (?:concurrent |concomitant |associated |copy[- ]neutral )?(?<event>loss of heterozygosity|LOH|amplification)\b(?! (?:of|in|at) )/i;

/** "KIT mutation and/or amplification": the second event is of the same gene. */
function furtherEvents(text: string, found: readonly ChangeAt[]): readonly ChangeAt[] {
  return found.flatMap((change): readonly ChangeAt[] => {
    const behind = text.slice(change.end, change.end + 80);
    const isEvent = eventAtEnd.test(text.slice(change.start, change.end));
    const match = (isEvent ? furtherEvent.exec(behind) : null) ?? besideEvent.exec(behind);
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

/** "exons 12, 14, 18: wild type": the result of the list. */
const absentBehind =
  /^\s*[:=-]+\s*(?:wild[- ]?type|negative|not detected|none|no (?:[a-z]+ ){0,2}(?:mutations?|variants?))\b/i;
const placeList =
  /^[ :](?<place>codons?|exons?) (?<list>\d{1,4}(?:(?:, ?| ?\/ ?| and |, and | or | & )\d{1,4})+)(?: (?<event>mutations?|variants?|alterations?))?/i;

/** A place is a finding only where its sentence speaks of a change; "sequencing of KIT exons 9 and 11" names what was read. */
export function isEventNear(text: string, gene: GeneAt): boolean {
  const front = text.slice(Math.max(0, gene.start - 50), gene.start);
  if (
    /\b(?:sequencing|analysis|testing|coverage|covers?|covering|includes?|including|hotspots?) ?\(?(?:of |for |in )?(?:the )?$/i.test(
      front,
    )
  )
    return false;
  return /mutat|variant|delet|insert|duplic|alter|positive|negative|wild|change|no result|not (?:detected|evaluable)/i.test(
    text.slice(Math.max(0, gene.start - 90), gene.end + 90),
  );
}

/** "KRAS codon 12/13/61 mutations" is one place after another. */
function listedPlaces(text: string, gene: GeneAt): readonly ChangeAt[] {
  const match = placeList.exec(text.slice(gene.end, gene.end + 80));
  if (match?.groups?.['event'] === undefined && !isEventNear(text, gene)) return [];
  const { place = '', list = '' } = match?.groups ?? {};
  if (match === null) return [];
  const from = gene.end + match[0].indexOf(list);
  const saysAbsent = absentBehind.test(
    text.slice(gene.end + match[0].length, gene.end + match[0].length + 60),
  );
  return [...list.matchAll(/\d+/g)].flatMap(({ index, 0: number }, count): readonly ChangeAt[] => {
    const { value } = readSingle(`${place.replace(/s$/i, '')} ${number} mutation`, { gene: gene.gene });
    if (value?.kind !== 'sequenceVariant') return [];
    const start = count === 0 ? gene.start : from + index;
    const end = from + index + number.length;
    return [{ start, end, notation: value, subject: gene.gene, assumptions: [], saysAbsent }];
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
    const places = listedPlaces(text, gene);
    if (places.length > 1) {
      found.push(...places);
      taken.add(gene);
      continue;
    }
    const next = genes.find((other) => other.start >= gene.end);
    const change = geneWithChange(text, gene, next === undefined ? text.length : next.start);
    if (change === undefined || (isBarePlace(text, change) && !isEventNear(text, gene))) continue;
    found.push(change);
    taken.add(gene);
  }
  const loose = looseNotations(text, genes, heldGenes, found);
  for (const change of loose.changes) {
    const at = found.findIndex((each) => isSameInWords(text, each, change));
    const before = found[at];
    if (before === undefined) found.push(change);
    else found[at] = { ...change, start: before.start, assumptions: before.assumptions };
  }
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

/** "RB1 splice site variant c.2211+1G>T": the class in words and the notation behind it are one finding. */
function isSameInWords(text: string, words: ChangeAt, notation: ChangeAt): boolean {
  return (
    words.subject === notation.subject &&
    words.end <= notation.start &&
    words.notation.kind === 'sequenceVariant' &&
    words.notation.protein === undefined &&
    words.notation.coding === undefined &&
    words.notation.codons === undefined &&
    !words.saysAbsent &&
    /^[\s,;:(]*$/.test(text.slice(words.end, notation.start))
  );
}

/** `KIT exon 11` and nothing that happened there. */
const isBarePlace = (text: string, { start, end }: ChangeAt): boolean =>
  /^\S+ (?:exons?|codons?) \d+$/i.test(text.slice(start, end).trim());

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
