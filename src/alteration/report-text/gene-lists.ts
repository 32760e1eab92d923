/** Genes with one predicate: "no mutations in KIT, PDGFRA or BRAF", "KIT and BRAF wild type", "ALK rearrangement: negative". */
import type { SingleNotation } from '../notation.ts';
import { readSingle } from '../read-single.ts';
import type { ChangeAt } from './change-at.ts';
import type { GeneAt } from './genes-in-text.ts';

const event =
  '(?:(?:likely |clearly )?(?:pathogenic|oncogenic|deleterious|somatic|germline|activating|inactivating|truncating|hotspot|missense|nonsense|frameshift|splice[- ]site|loss[- ]of[- ]function|gain[- ]of[- ]function|homozygous|heterozygous|biallelic|known|actionable|targetable|driver|clinically relevant|relevant|significant|reportable|other|additional|further|recurrent|high[- ]level|copy number|gene|sequence|promoter|point|resistance|secondary) )*(?:mutations?|variants?|alterations?|aberrations?|changes|amplifications?|deletions?|loss(?:es)?|gains?|fusions?|rearrangements?|translocations?|loss of heterozygosity|loh|insertions?|duplications?|abnormalit(?:y|ies))';
const eventBefore = new RegExp(
  `(?<event>${event})(?<gap>(?: (?:was|were|is|are|could be|have been|has been|be|not|also|identified|detected|found|seen|present|observed|demonstrated|shown|reported|noted|at|level|any))* (?:in|of|for|at|within|involving|affecting)(?: (?:the|any|both|either|coding|regions?|genes?|hotspots?|following|exons?|sequenced|analy[sz]ed|all|codons?|loci|other|of|these|tumou?r suppressors?|:|exon|[\\d, and-]+)){0,6}:? ?)$`,
  'i',
);
/** "mutations in DAXX but none in TSC2 or PTEN". */
const noneBefore =
  /\bnone(?: (?:was|were|is|are|has been|have been|found|detected|seen|identified))* (?:in|of)(?: (?:the|genes?))* ?$/i;
/** "results pending: MEN1", "not covered: KIT, BRAF": the words before say what became of the test. */
const openBefore =
  /\b(?:pending|awaited|awaiting|outstanding|not (?:yet )?(?:tested|performed|requested|covered|assessed|analy[sz]ed|available)|failed|to follow|ordered|requested)(?: (?:results?|tests?|genes?|for|are|is))*: ?$/i;
/** "Fusions: none detected; specifically NTRK1 and RET were assessed". */
const noneOfKind =
  /\b(?<kind>fusion|mutation|variant|rearrangement|amplification)s?(?: (?:detected|found|identified))?: ?(?:none|not detected|negative)\b[^.:]{0,40}\b(?:specifically|in particular|including|namely|such as),?:? $/i;
/** "correlation with MEN1 germline testing": a test of the gene. */
const testAfter =
  /^(?: (?:gene|germline|somatic|mutation(?:al)?|genetic|molecular|hotspot))* (?:testing|analysis|sequencing|test|screening)\b/i;
/** "FISH for EWSR1", "sequencing of SDHA": a test of the gene, named in front. */
const testBefore =
  /\b(?<test>FISH|sequencing|testing|analysis|test|screen(?:ing)?|ask|search) (?:for|of)(?: (?:the|a|an))? ?$/i;
/** "did not reveal any pathogenic variants, in particular in CDKN1B and MEN1". */
const particularBefore =
  /\b(?:no|not|none|without|negative for)\b[^.;:]{0,80}\b(?:mutations?|variants?|alterations?|changes)\b[^.;:]{0,60}\b(?:in particular|including|such as|namely|especially|specifically),?(?: in| of)?:? ?$/i;
/** "ALK FISH: positive". */
const fishBehind = /^[- ](?:break-apart )?FISH\b[\s:)-]*(?:(?:was|were|is|are|came back) )?positive\b/i;
const positiveBehind = /^[\s:)-]*(?:(?:was|were|is|are|came back) )?positive\b/i;
const wildTypeBefore = /\bwild[- ]?type(?: (?:for|in|status for|at))?(?: (?:the|both|genes?))* ?$/i;
/** Predicates that a list of genes has behind it. */
const eventAfter = new RegExp(
  `^\\)?(?: \\((?:FISH|IHC|NGS|PCR|RNA|DNA|CISH|break-apart)\\)|[- ](?:FISH|gene|genes|mutational status|mutation status|status|locus|testing|analysis|sequencing|hotspots?))*(?<event>[ -]${event}|(?: (?:was|were|is|are|:|both|all|found to be|status|-|=))*[ :=-]+(?:wild[- ]?type|wt\\b|unknown|undetermined|not known|(?:un|non-?)mutated|not mutated|co-?mutated|mutated|mutant|never (?:examined|tested|sequenced|looked for)|(?:not )?(?:amplified|rearranged|altered|deleted)|no (?:pathogenic |somatic |known |clinically relevant |relevant )*(?:mutations?|variants?|alterations?|fusions?|rearrangements?|amplifications?)[a-z ]{0,25}|not detected|not found|none detected|negative|no mutation|not (?:tested|performed|done|analy[sz]ed|assessed|covered|evaluable|on (?:the|this|that) panel)|pending|failed|insufficient))`,
  'i',
);
const joins = /^(?:\s|,|\/|&|and|or|nor|an|a|as well as|the|genes?|plus|including|\(|\)|neither)*$/i;

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

/** Genes of which FISH counts copies; of others it looks for a rearrangement. */
const isCounted = (gene: string): boolean => /^(?:ERBB2|MET|EGFR|MDM2|MYC|MYCN|CDK4)$/.test(gene);

const isBareResult = (folded: string): boolean =>
  /^(?:(?:was|were|is|are|both|all|:) *)*(?:negative|pending|not (?:tested|performed|done|detected|found))/.test(
    folded,
  );

/** The notation that a predicate means for one gene. */
export function predicated(
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
    ? !isCounted(gene)
    : isBareResult(folded) && /^(?:ALK|ROS1|NTRK[123])$/.test(gene);
  const isOfCopies = folded.startsWith('fish') && isCounted(gene) && !/mutat|variant/.test(folded);
  const core = isOfFusion
    ? 'fusion'
    : isOfCopies
      ? 'amplification'
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
          : plainEvent(folded.replace(/^(?:was|were|is|are|both|all|found to be|status)\b/g, '')) ||
            'mutation';
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
export function geneLists(text: string, genes: readonly GeneAt[]): readonly (readonly GeneAt[])[] {
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

/** A bare result of a FISH is of what FISH looks for. */
const fished = (words: string | undefined, isFish: boolean): string | undefined =>
  words !== undefined && isFish ? `FISH ${words.replace(/^[\s:=-]+/, '')}` : words;

/** Changes of the genes of a list by the predicate in front of it or behind. */
export function listChanges(
  text: string,
  list: readonly GeneAt[],
  taken: ReadonlySet<GeneAt>,
): readonly ChangeAt[] {
  const [first] = list;
  const last = list.at(-1);
  if (first === undefined || last === undefined) return [];
  const front = text.slice(Math.max(0, first.start - 160), first.start);
  const before = eventBefore.exec(front)?.groups?.['event'];
  const isWild = wildTypeBefore.test(front);
  const isNone = noneBefore.test(front) || particularBefore.test(front);
  const isOpen = openBefore.test(front);
  const behind = eventAfter.exec(text.slice(last.end, last.end + 90))?.groups?.['event'];
  const kind = noneOfKind.exec(front)?.groups?.['kind'];
  const asked = testBefore.exec(front)?.groups?.['test'];
  const isTest = asked !== undefined || testAfter.test(text.slice(last.end, last.end + 60));
  const isFish = asked?.toUpperCase() === 'FISH';
  const tested = isFish ? 'fusion' : 'mutation';
  const next = text.slice(last.end, last.end + 50);
  const isFoundByFish = fishBehind.test(next) || (isFish && positiveBehind.test(next));
  const isFound = isFoundByFish || (asked !== undefined && positiveBehind.test(next));
  const words =
    before ??
    (kind === undefined ? undefined : `no ${kind.toLowerCase()}`) ??
    (isNone
      ? 'no mutation'
      : isWild
        ? 'wild type'
        : (fished(behind, isFish) ?? (isFoundByFish ? 'FISH' : isOpen || isTest ? tested : undefined)));
  if (words === undefined) return [];
  return list.flatMap((gene) => {
    if (taken.has(gene)) return [];
    const said = predicated(gene.gene, words);
    if (said === undefined) return [];
    const isOnlyTest = isTest && !isFound && words === tested && before === undefined && behind === undefined;
    const isEnd = gene === last && before === undefined && behind !== undefined && !isWild;
    return [
      {
        start: gene.start,
        end: isEnd ? last.end + behind.length : gene.end,
        notation: said.notation,
        subject: gene.gene,
        assumptions: list.length > 1 ? ['the predicate of the list holds for each of its genes'] : [],
        saysAbsent: said.absent,
        ...(said.isBare === true && !isOpen && !isOnlyTest && !isFish && !isFoundByFish
          ? { isBare: true as const }
          : {}),
        ...(isOnlyTest ? { isOnlyTest: true as const } : {}),
      },
    ];
  });
}
