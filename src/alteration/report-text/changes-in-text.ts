/**
 * Changes of genes in one sentence: a gene with its change behind it (`KIT exon 11 p.V560del`), in front of it (`V600E
 * mutation in BRAF`), a list of genes with one predicate ("no mutations in KIT, PDGFRA or BRAF", "KIT and BRAF wild type"),
 * fusions, chromosomes, and notations whose gene stands elsewhere in the sentence.
 */
import type { SingleNotation } from '../notation.ts';
import { readChromosomal } from '../read-chromosomal.ts';
import { readNotation } from '../read-notation.ts';
import { readSingle } from '../read-single.ts';
import type { GeneAt } from './genes-in-text.ts';

/** A change at a place of the sentence. */
export interface ChangeAt {
  readonly start: number;
  readonly end: number;
  readonly notation: SingleNotation;
  readonly subject: string;
  readonly assumptions: readonly string[];
  /** The words themselves say that the gene is not changed. */
  readonly saysAbsent: boolean;
  /** The words ("negative", "lost") would fit the protein as well as the gene. */
  readonly isBare?: true;
}

/** A notation without a gene anywhere near. */
export interface LostNotation {
  readonly start: number;
  readonly end: number;
}

const residue = '(?:[A-Z][a-z]{2}|[A-Z])';
const notationForm = new RegExp(
  `(?<![A-Za-z0-9.])(?:p\\.\\(?(?:${residue}|\\*)\\d{1,5}[^\\s,;]*|p\\.\\?|c\\.\\(?[-*]?\\d[^\\s,;]*|g\\.\\d[^\\s,;]*|${residue}\\d{2,4}(?:_${residue}\\d{2,4})?(?:${residue}(?![a-z])|[*=]|fs[^\\s,;)]*|delins[A-Za-z]+|del[A-Z]*|dup[A-Z]*|ins[A-Za-z]+)|${residue}\\d{2,4}(?:_${residue}\\d{2,4})(?:delins[A-Za-z]+|del|dup|ins[A-Za-z]+))`,
  'g',
);
const wordEnd = /[^\s]+/g;
const mostWords = 9;

/** Closing marks that belong to the sentence and not to the notation. */
function trimmed(text: string): string {
  let kept = text.replace(/[\s,;:.'"-]+$/, '');
  while (kept.endsWith(')') && kept.split(')').length > kept.split('(').length)
    kept = kept.slice(0, -1).replace(/[\s,;:.]+$/, '');
  if (kept.includes('(') && kept.split('(').length > kept.split(')').length) return '';
  return kept;
}

/** Words that are said of proteins as of genes. */
const bareState = /^(?:lost|loss|retained|deficient|negative|positive)$/i;

/** A finding does not end with the words that lead on to what is said of it. */
const fillerAtEnd = /\s(?:was|were|is|are|in|of|the|an?|at|and|or|gene|protein|detected|with)$/i;

/** The longest run of words from a gene on that reads as one finding. */
function behindGene(text: string, at: GeneAt, limit: number): ChangeAt | undefined {
  const window = text.slice(at.start, Math.min(limit, at.start + 160));
  const ends = [...window.matchAll(wordEnd)]
    .map(({ index, 0: word }) => index + word.length)
    .slice(0, mostWords);
  for (const end of ends.toReversed()) {
    const piece = trimmed(window.slice(0, end));
    const own = at.end - at.start;
    if (piece.length <= own || fillerAtEnd.test(piece)) continue;
    const rest = piece
      .slice(own)
      .replace(/^\/[A-Z0-9](?![A-Za-z0-9])/, '')
      .replace(/^[\s:,;=-]+/, '')
      .replace(/^\((.*)\)$/, '$1');
    const { value } = readSingle(rest.replace(/\s+/g, ' '), { gene: at.gene });
    if (value === undefined || value.kind === 'marker' || value.kind === 'namedAllele') continue;
    if (value.kind === 'expression' || value.kind === 'methylation') continue;
    return {
      start: at.start,
      end: at.start + piece.length,
      notation: value,
      subject: at.gene,
      assumptions: [],
      saysAbsent: value.kind === 'wildType',
      ...(bareState.test(rest) && value.kind === 'copyNumber' ? { isBare: true as const } : {}),
    };
  }
  return undefined;
}

const event =
  '(?:(?:likely |clearly )?(?:pathogenic|oncogenic|deleterious|somatic|germline|activating|inactivating|truncating|hotspot|missense|nonsense|frameshift|splice[- ]site|loss[- ]of[- ]function|gain[- ]of[- ]function|homozygous|heterozygous|biallelic|known|actionable|targetable|driver|clinically relevant|relevant|significant|reportable|other|additional|further|recurrent|high[- ]level|copy number|gene|sequence|promoter|point|resistance|secondary) )*(?:mutations?|variants?|alterations?|aberrations?|changes|amplifications?|deletions?|loss(?:es)?|gains?|fusions?|rearrangements?|translocations?|loss of heterozygosity|loh|insertions?|duplications?|abnormalit(?:y|ies))';
const eventBefore = new RegExp(
  `(?<event>${event})(?<gap>(?: (?:was|were|is|are|could be|have been|has been|be|not|also|identified|detected|found|seen|present|observed|demonstrated|shown|reported|noted|at|level|any))* (?:in|of|for|at|within|involving|affecting)(?: (?:the|any|both|either|coding|regions?|genes?|hotspots?|following|exons?|sequenced|analy[sz]ed|all|codons?|loci|other|of|these|tumou?r suppressors?|:|exon|[\\d, and-]+)){0,6}:? ?)$`,
  'i',
);
const wildTypeBefore = /\bwild[- ]?type(?: (?:for|in|status for|at))?(?: (?:the|both|genes?))* ?$/i;
/** Predicates that a list of genes has behind it. */
const eventAfter = new RegExp(
  `^(?:[- ](?:FISH|gene|genes|mutational status|mutation status|status|locus|testing|analysis|sequencing|hotspots?))*(?<event>[ -]${event}|(?: (?:was|were|is|are|:|both|all|found to be|status|-|=))*[ :=-]+(?:wild[- ]?type|wt\\b|(?:un|non-?)mutated|not mutated|mutated|mutant|(?:not )?(?:amplified|rearranged|altered|deleted)|no (?:pathogenic |somatic |known |clinically relevant |relevant )*(?:mutations?|variants?|alterations?|fusions?|rearrangements?|amplifications?)[a-z ]{0,25}|not detected|not found|none detected|negative|no mutation|not (?:tested|performed|done|analy[sz]ed|assessed|covered|evaluable)|pending|failed|insufficient))`,
  'i',
);
const joins = /^(?:\s|,|\/|&|and|or|nor|as well as|the|genes?|plus|including|\(|\)|neither)*$/i;

function plainEvent(words: string): string {
  return words
    .toLowerCase()
    .replace(
      /\b(?:likely|clearly|hotspot|known|actionable|targetable|clinically|relevant|significant|reportable|other|additional|further|recurrent|gene|sequence|secondary|driver|changes|abnormalit(?:y|ies))\b/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

const isBareResult = (folded: string): boolean =>
  /^(?:(?:was|were|is|are|both|all|:) *)*(?:negative|pending|not (?:tested|performed|done|detected|found))/.test(
    folded,
  );

/** The notation that a predicate means for one gene. */
function predicated(
  gene: string,
  words: string,
): { readonly notation: SingleNotation; readonly absent: boolean; readonly isBare?: true } | undefined {
  const folded = words
    .toLowerCase()
    .trim()
    .replace(/^[ :=-]+/, '');
  const isAbsent =
    /wild[- ]?type|\bwt\b|unmutated|non-?mutated|not (?:mutated|amplified|rearranged|altered|deleted|detected|found)|none detected|negative|^no |\bno /.test(
      folded,
    );
  // Of these kinases a bare result is of the fusion, which is what is looked for in them.
  const isOfFusion = /fish/.test(folded)
    ? !/^(?:ERBB2|MET|EGFR|MDM2|MYC|MYCN|CDK4)$/.test(gene)
    : isBareResult(folded) && /^(?:ALK|ROS1|NTRK[123])$/.test(gene);
  const core = isOfFusion
    ? 'fusion'
    : isAbsent
      ? /amplif/.test(folded)
        ? 'amplification'
        : /rearrang|fusion/.test(folded)
          ? 'fusion'
          : /delet/.test(folded)
            ? 'deletion'
            : /wild|wt|mutated/.test(folded)
              ? 'wild type'
              : 'mutation'
      : /not (?:tested|performed|done|analy|assessed|covered|evaluable)|pending|failed|insufficient/.test(
            folded,
          )
        ? 'mutation'
        : plainEvent(folded.replace(/^(?:was|were|is|are|both|all|found to be|status)\b/g, '')) || 'mutation';
  const read =
    readSingle(`${gene} ${core}`).value ??
    readSingle(core, { gene }).value ??
    readSingle(`${gene} mutation`).value;
  if (read === undefined || read.kind === 'marker') return undefined;
  const isBare =
    !/mutat|variant|alterat|amplif|delet|rearrang|fusion|wild|wt\b|transloc|gain|insert|duplic|heterozyg/.test(
      folded,
    );
  return { notation: read, absent: isAbsent, ...(isBare ? { isBare: true as const } : {}) };
}

/** Genes that only commas and "and" join. */
function geneLists(text: string, genes: readonly GeneAt[]): readonly (readonly GeneAt[])[] {
  const lists: GeneAt[][] = [];
  for (const gene of genes) {
    const list = lists.at(-1);
    const last = list?.at(-1);
    if (
      list !== undefined &&
      last !== undefined &&
      (last.start === gene.start || joins.test(text.slice(last.end, gene.start)))
    )
      list.push(gene);
    else lists.push([gene]);
  }
  return lists;
}

function listChanges(text: string, list: readonly GeneAt[], taken: ReadonlySet<GeneAt>): readonly ChangeAt[] {
  const [first] = list;
  const last = list.at(-1);
  if (first === undefined || last === undefined) return [];
  const front = text.slice(Math.max(0, first.start - 160), first.start);
  const before = eventBefore.exec(front)?.groups?.['event'];
  const isWild = wildTypeBefore.test(front);
  const behind = eventAfter.exec(text.slice(last.end, last.end + 90))?.groups?.['event'];
  const words = before ?? (isWild ? 'wild type' : behind);
  if (words === undefined) return [];
  return list.flatMap((gene) => {
    if (taken.has(gene)) return [];
    const said = predicated(gene.gene, words);
    if (said === undefined) return [];
    const isEnd = gene === last && before === undefined && behind !== undefined && !isWild;
    return [
      {
        start: gene.start,
        end: isEnd ? last.end + behind.length : gene.end,
        notation: said.notation,
        subject: gene.gene,
        assumptions: list.length > 1 ? ['the predicate of the list holds for each of its genes'] : [],
        saysAbsent: said.absent,
        ...(said.isBare === true ? { isBare: true as const } : {}),
      },
    ];
  });
}

const fusionForm =
  /(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]{1,11}(?:::|--|-|\/|:)[A-Z][A-Z0-9]{1,11}(?![A-Za-z0-9])(?:[- ](?:gene )?(?:fusions?(?: (?:transcript|gene|product))?|rearrangements?))?/g;
const familyFusion =
  /(?<![A-Za-z0-9])(?:NTRK|FGFR|TRK|ALK|RET|ROS1)(?:[- ](?:gene ))?[ -](?:gene )?(?:fusions?|rearrangements?)/g;
const chromosomalForm =
  /(?<![A-Za-z0-9])(?:(?:loss|gain|deletion|amplification|loh|loss of heterozygosity|allelic loss|monosomy|trisomy)(?: (?:of|at|on|in))?(?: the)?(?: (?:chromosomes?|chr\.?|short arm|long arm|of))*[ ]?(?:1\d|2[0-2]|[1-9]|X|Y)(?:[pq](?:\d{1,2}(?:\.\d{1,2})?)?)?(?![\d%A-Za-z]|\.\d)|(?:chromosomes?|chr) ?(?:1\d|2[0-2]|[1-9]|X|Y)(?:[pq](?:\d{1,2}(?:\.\d{1,2})?)?)? (?:loss|gain|deletion|loh|amplification)|(?:1\d|2[0-2]|[1-9]|X)[pq](?:\d{1,2}(?:\.\d{1,2})?)?(?: ?[+-](?![\w])| (?:loss|gain|deletion|loh|amplification|co-?deletion))|1p\/19q (?:co-?)?deletion|t\(\d{1,2};\d{1,2}\)(?:\([pq][\d.]*;[pq][\d.]*\))?)/gi;

function fusionChanges(text: string): readonly ChangeAt[] {
  const pairs = [...text.matchAll(fusionForm)].flatMap((match): readonly ChangeAt[] => {
    const words = match[0]
      .replace(/[- ](?:transcript|gene|product)$/, '')
      .replace(/ fusion (?:transcript|gene|product)$/, ' fusion');
    const { value } = readSingle(words.replace(/ (?:fusion|rearrangement)s?$/i, ' fusion'));
    if (value?.kind !== 'fusion' || value.unplaced !== undefined) return [];
    const subject = value.three?.gene ?? value.five?.gene ?? '';
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        notation: value,
        subject,
        assumptions: [],
        saysAbsent: false,
      },
    ];
  });
  const families = [...text.matchAll(familyFusion)].flatMap((match): readonly ChangeAt[] => {
    const { value } = readNotation(match[0].replace(/[- ]gene[- ]?/, ' ').replace(/-/g, ' '));
    if (value?.kind !== 'anyOf') return [];
    const [first] = value.of;
    if (first?.kind !== 'fusion') return [];
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        notation: first,
        subject: match[0].slice(0, 4).replace(/\W/g, ''),
        assumptions: ['a fusion of any gene of the family'],
        saysAbsent: false,
      },
    ];
  });
  return [...pairs, ...families];
}

function chromosomalChanges(text: string): readonly ChangeAt[] {
  return [...text.matchAll(chromosomalForm)].flatMap((match): readonly ChangeAt[] => {
    const words = match[0]
      .replace(/chr\./i, 'chr')
      .replace(/ (?:short|long) arm of/i, '')
      .replace(/chromosomes/i, 'chromosome')
      .replace(/ ([+-])$/, '$1');
    const value =
      readChromosomal(words.trim(), match[0]) ??
      readChromosomal(
        words.trim().replace(/^(\w+(?: of heterozygosity)?) (?!of|at|on|in)/i, '$1 of '),
        match[0],
      );
    if (value === undefined) return [];
    const place = `${value.chromosome}${value.arm ?? ''}${value.band ?? ''}`;
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        notation: value,
        subject: place,
        assumptions: [],
        saysAbsent: false,
      },
    ];
  });
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** The gene of a notation that no gene stands beside: the nearest one in front, else the nearest behind. */
function nearestGene(genes: readonly GeneAt[], at: number): GeneAt | undefined {
  const front = genes.filter((gene) => gene.end <= at).at(-1);
  return front ?? genes.find((gene) => gene.start >= at);
}

function looseNotations(
  text: string,
  genes: readonly GeneAt[],
  found: readonly ChangeAt[],
): { readonly changes: readonly ChangeAt[]; readonly lost: readonly LostNotation[] } {
  const changes: ChangeAt[] = [];
  const lost: LostNotation[] = [];
  for (const match of text.matchAll(notationForm)) {
    const words = trimmed(match[0]) || match[0].replace(/[(),;.]+$/, '');
    const place = { start: match.index, end: match.index + words.length };
    if (words.length < 4 || [...found, ...changes].some((each) => overlap(each, place))) continue;
    const gene = nearestGene(genes, place.start);
    const { value } = gene === undefined ? { value: undefined } : readSingle(words, { gene: gene.gene });
    if (gene === undefined || value?.kind !== 'sequenceVariant') {
      lost.push(place);
      continue;
    }
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
      notation: value,
      subject: gene.gene,
      assumptions: [
        `the gene is the ${gene.end <= place.start ? 'last one named before' : 'next one named after'} it`,
      ],
      saysAbsent: false,
    });
  }
  return { changes, lost };
}

/** Every change that a sentence names, and notations without a gene. */
export function changesIn(
  text: string,
  genes: readonly GeneAt[],
  heldGenes: readonly GeneAt[],
): { readonly changes: readonly ChangeAt[]; readonly lost: readonly LostNotation[] } {
  const found: ChangeAt[] = [...fusionChanges(text), ...chromosomalChanges(text)];
  const taken = new Set<GeneAt>();
  for (const gene of genes) {
    if (found.some((each) => overlap(each, gene))) {
      taken.add(gene);
      continue;
    }
    const next = genes.find((other) => other.start >= gene.end);
    const change = behindGene(text, gene, next === undefined ? text.length : next.start);
    if (change === undefined) continue;
    found.push(change);
    taken.add(gene);
  }
  const loose = looseNotations(text, genes.length > 0 ? genes : heldGenes, found);
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
