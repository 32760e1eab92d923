/**
 * Reads a pasted paragraph of a pathology or sequencing report, or of a paper: every alteration, biomarker, grade, Ki-67,
 * mitotic count and stain, each with its place, its polarity and whose it is. Nothing becomes a finding of the patient
 * that the text says of somebody else, or as a possibility; what looks like a result and was not understood stays visible.
 */
import type { Issue } from '../../reading/index.ts';
import { notationText } from '../notation-text.ts';
import { type ChangeAt, changesIn } from './changes-in-text.ts';
import { type Sentence, type Stretch, sentencesOf } from './clauses.ts';
import { type GeneAt, genesIn } from './genes-in-text.ts';
import { type MarkerAt, markersIn } from './markers-in-text.ts';
import { plainReport } from './plain-report.ts';
import { type MeasureAt, measuresIn } from './proliferation.ts';
import type {
  MentionKind,
  Polarity,
  ReportMention,
  ReportReading,
  UninterpretedSpan,
} from './report-mention.ts';
import { type StainResult, stainResults } from './stain-results.ts';
import { type StainAt, stainsIn } from './stains.ts';
import { ownerOf } from './words-of-owner.ts';
import { isHedged, polarityOf } from './words-of-polarity.ts';

/** A mention in the plain text, before its place is told in the original. */
type PlainMention = Omit<ReportMention, 'text'>;

const overlap = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;

interface Context {
  readonly text: string;
  readonly sentence: Sentence;
  readonly clause: Stretch;
}

/** The clause of a place; the whole sentence where none holds it. */
function clauseAt(sentence: Sentence, at: number): Stretch {
  return sentence.clauses.find(({ start, end }) => at >= start && at < end) ?? sentence;
}

interface Around {
  readonly polarity: Polarity;
  readonly owner: ReportMention['owner'];
  readonly certainty: ReportMention['certainty'];
}

function around({ text, sentence, clause }: Context, place: Stretch): Around {
  const clauseText = text.slice(clause.start, clause.end);
  const before = text.slice(clause.start, place.start);
  const after = text.slice(place.end, clause.end);
  return {
    polarity: polarityOf({ clause: clauseText, before, after, heading: sentence.heading }),
    owner: ownerOf(
      text.slice(sentence.start, sentence.end),
      text.slice(sentence.start, place.start),
      clauseText,
      sentence.heading,
    ),
    certainty: isHedged(clauseText) ? 'hedged' : 'stated',
  };
}

const kindOfNotation: Readonly<Record<ChangeAt['notation']['kind'], MentionKind>> = {
  sequenceVariant: 'variant',
  copyNumber: 'copyNumber',
  fusion: 'fusion',
  exonChange: 'exonChange',
  chromosomal: 'chromosomal',
  marker: 'marker',
  expression: 'expression',
  methylation: 'marker',
  wildType: 'variant',
  namedAllele: 'variant',
};

function shortMeaning(change: ChangeAt): string {
  const text = notationText(change.notation);
  return text.startsWith(`${change.subject} `) ? text.slice(change.subject.length + 1) : text;
}

/** "are common in carcinoma but were not found in our patient": the contrast has no subject of its own. */
function deniedBehind({ text, sentence, clause }: Context): boolean {
  const next = text.slice(clause.end, Math.min(sentence.end, clause.end + 80));
  return /^,? ?but (?:was|were|is|are) (?:not|never) (?:found|detected|identified|seen|present|observed)/i.test(
    next,
  );
}

const manyAtEnd = /(?:mutations|fusions|variants|rearrangements|alterations|amplifications|deletions)$/i;
const foundHere =
  /\b(?:detected|identified|found|revealed|showed|shown|demonstrated|harbou?r\w*|carr(?:y|ied|ies)|confirmed|present|reported|with|positive|our|patient|tumou?r (?:has|had|was)|results?|sequencing|panel)\b|:/i;

/** "KIT mutations are a target": several of a kind, and nothing that was found, is spoken of in general. */
function isGeneral({ text, clause }: Context, { start, end }: ChangeAt): boolean {
  return manyAtEnd.test(text.slice(start, end)) && !foundHere.test(text.slice(clause.start, clause.end));
}

function changeMention(context: Context, change: ChangeAt): PlainMention {
  const found = around(context, change);
  const denied = deniedBehind(context);
  const said =
    isGeneral(context, change) && found.polarity === 'present'
      ? { ...found, owner: 'others' as const }
      : found;
  const isStated = said.polarity === 'present' || said.polarity === 'hypothetical';
  return {
    start: change.start,
    end: change.end,
    kind: kindOfNotation[change.notation.kind],
    subject: change.subject,
    notation: change.notation,
    means: shortMeaning(change),
    ...said,
    ...(denied ? { owner: 'patient' as const } : {}),
    polarity: denied || (change.saysAbsent && isStated) ? 'absent' : said.polarity,
    assumptions: change.assumptions,
    alternatives: change.isBare === true ? ['the protein by immunohistochemistry'] : [],
  };
}

function measureMention(context: Context, found: MeasureAt): PlainMention {
  const said = around(context, found);
  const hasValue =
    found.kind === 'mitoses'
      ? /\d|no |rare|few|numerous|frequent|occasional|abundant|brisk/i.test(found.means)
      : found.means !== '';
  // A value is a result whatever is recommended in the same clause; "no mitoses" is a count of none.
  const polarity =
    hasValue &&
    ['hypothetical', 'equivocal', 'absent'].includes(said.polarity) &&
    !/\b(?:if|eligib\w+|require\w*|should)\b/i.test(context.text.slice(context.clause.start, found.start))
      ? 'present'
      : said.polarity;
  return {
    start: found.start,
    end: found.end,
    kind: found.kind,
    subject: found.subject,
    means: found.means,
    ...said,
    polarity,
    assumptions: [],
    alternatives: [],
  };
}

function markerMention(context: Context, found: MarkerAt): PlainMention {
  const said = around(context, found);
  const isOpen =
    said.polarity === 'present' || said.polarity === 'hypothetical' || said.polarity === 'absent';
  const stated: Readonly<Record<MarkerAt['says'], Polarity>> = {
    positive: 'present',
    value: 'present',
    negative: 'absent',
    equivocal: 'equivocal',
    nothing: said.polarity,
  };
  const isAsked = /\b(?:if|eligib\w+|require\w*|should|whether)\b/i.test(
    context.text.slice(context.clause.start, found.start),
  );
  return {
    start: found.start,
    end: found.end,
    kind: 'marker',
    subject: found.subject,
    ...(found.notation === undefined ? {} : { notation: found.notation }),
    means: found.means,
    ...said,
    polarity: isOpen && !isAsked ? stated[found.says] : said.polarity,
    assumptions: [],
    alternatives: [],
  };
}

function stainMention(context: Context, { stain, polarity, means, end }: StainResult): PlainMention {
  const said = around(context, { start: stain.start, end });
  const isOver =
    said.polarity === 'pending' || said.polarity === 'notTested' || said.polarity === 'hypothetical';
  const alternatives =
    stain.gene === undefined || stain.name === stain.gene ? [] : [`the gene ${stain.gene}`];
  return {
    start: stain.start,
    end: stain.end,
    kind: 'ihc',
    subject: stain.name,
    means,
    owner: said.owner,
    certainty: said.certainty,
    polarity: isOver && polarity === 'present' ? said.polarity : polarity,
    assumptions: stain.gene === undefined ? [] : ['the protein is meant'],
    alternatives,
  };
}

/** Words that make a stain's name the gene's: no result of a stain is read beside them. */
const molecularWords =
  /\b(?:mutat\w+|variants?|wild[- ]?type|amplif\w+|fusions?|rearrange\w*|sequenc\w+|exons?|codons?|genes?|alterations?|deletions?|copy number|germline|somatic|ngs|panel|pathogenic|fish)\b/i;

/** A plain "negative" or "lost" is of the stain where other stains stand, and no notation of a gene, in the clause. */
function isStainHere(change: ChangeAt, stains: readonly StainAt[], clause: string): boolean {
  if (change.isBare !== true) return false;
  const own = stains.some((stain) => overlap(stain, change));
  if (!own) return false;
  if (/\b[cp]\.|copy number|chromosom|sequenc|ngs|biallelic|heterozyg|homozyg|\bloh\b|panel/i.test(clause))
    return false;
  return (
    stainWords.test(clause) ||
    stains.some((stain) => !overlap(stain, change) && isProteinOnly(stain)) ||
    repairProteins.test(clause)
  );
}

const isProteinOnly = ({ gene }: StainAt): boolean => gene === undefined;
const repairProteins = /\bmismatch repair\b|\bMMR\b/i;

const stainWords = /stain|immuno|expression|nuclear|ihc|protein/i;

function readSentence(
  text: string,
  sentence: Sentence,
  heldGenes: readonly GeneAt[],
  allStains: readonly StainAt[],
) {
  const shift = (at: number): number => at + sentence.start;
  const body = text.slice(sentence.start, sentence.end);
  const moved = <Place extends Stretch>(places: readonly Place[]): readonly Place[] =>
    places.map((place) => ({ ...place, start: shift(place.start), end: shift(place.end) }));
  const genes = genesIn(body);
  const measures = moved(measuresIn(body));
  const markers = moved(markersIn(body)).filter((marker) => !measures.some((each) => overlap(each, marker)));
  const read = changesIn(body, genes, heldGenes);
  const isFree = (place: Stretch): boolean => ![...measures].some((each) => overlap(each, place));
  const changes = moved(read.changes)
    .filter(isFree)
    .filter((change) => {
      const { start, end } = clauseAt(sentence, change.start);
      const inClause = allStains.filter((stain) => stain.start >= start && stain.end <= end);
      return !isStainHere(change, inClause, text.slice(start, end));
    });
  const mentions: PlainMention[] = [];
  const contextAt = (at: number): Context => ({ text, sentence, clause: clauseAt(sentence, at) });
  for (const clause of sentence.clauses) {
    const own = allStains.filter(({ start, end }) => start >= clause.start && end <= clause.end);
    const usable = own.filter(
      (stain) =>
        !changes.some((each) => overlap(each, stain)) &&
        !(
          markers.some((each) => overlap(each, stain) && each.says !== 'nothing') && stain.name !== 'PD-L1'
        ) &&
        !measures.some((each) => overlap(each, stain)),
    );
    const words = text.slice(clause.start, clause.end);
    const inClause = usable.map((stain) => ({
      ...stain,
      start: stain.start - clause.start,
      end: stain.end - clause.start,
    }));
    for (const result of stainResults(words, inClause)) {
      const near = words.slice(Math.max(0, result.stain.start - 40), result.end + 25);
      const isMolecular = molecularWords.test(near) || (changes.length > 0 && !/positiv|express/i.test(near));
      const isProtein = /^p\d/.test(words.slice(result.stain.start));
      if (result.stain.gene !== undefined && !isProtein && isMolecular && !stainWords.test(near)) continue;
      const placed = {
        ...result,
        end: result.end + clause.start,
        stain: {
          ...result.stain,
          start: result.stain.start + clause.start,
          end: result.stain.end + clause.start,
        },
      };
      mentions.push(stainMention({ text, sentence, clause }, placed));
    }
  }
  const stained = mentions.slice();
  const fromMeasures = measures.map((each) => measureMention(contextAt(each.start), each));
  const fromMarkers = markers
    .filter(
      (each) =>
        !changes.some((change) => overlap(change, each) && change.end - change.start > each.end - each.start),
    )
    .map((each) => markerMention(contextAt(each.start), each))
    .filter(({ means, polarity }) => means !== '' || polarity !== 'present');
  const fromChanges = changes
    .filter(
      (each) =>
        !fromMarkers.some((marker) => overlap(marker, each)) &&
        !stained.some((stain) => overlap(stain, each) && each.notation.kind === 'copyNumber'),
    )
    .map((each) => changeMention(contextAt(each.start), each));
  // Without a value and with nothing said of it, a measure is only named.
  const spoken = fromMeasures.filter(
    ({ means, polarity }) =>
      (means !== '' &&
        !/^(?:mitos[a-z]*|mitotic)(?: (?:figures?|count|rate|index|activity))?$/i.test(means)) ||
      polarity !== 'present',
  );
  mentions.push(...spoken, ...fromMarkers, ...fromChanges);
  return {
    mentions,
    lost: moved(read.lost),
    genes: genes.map((gene) => ({ ...gene, start: shift(gene.start), end: shift(gene.end) })),
  };
}

const longest = 1_000_000;

/**
 * Reads a text.
 *
 * @returns mentions and places not understood, in the order of the text, with UTF-16 places in the text as given.
 * @example readReportText('No KIT mutation was detected.').mentions[0]?.polarity // 'absent'
 * @public
 */
export function readReportText(original: string): ReportReading {
  if (original.length > longest) {
    const issue: Issue = {
      code: 'input-too-large',
      severity: 'error',
      message: `The text has ${original.length} characters; at most ${longest} are read. Paste the part that holds the results.`,
    };
    return { mentions: [], uninterpreted: [], issues: [issue] };
  }
  const { text, offsets } = plainReport(original);
  const at = (index: number): number => offsets[index] ?? original.length;
  const stains = stainsIn(text);
  const mentions: ReportMention[] = [];
  const uninterpreted: UninterpretedSpan[] = [];
  let held: readonly GeneAt[] = [];
  let stainFrom = 0;
  for (const sentence of sentencesOf(text)) {
    while ((stains[stainFrom]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) stainFrom += 1;
    const own: StainAt[] = [];
    for (let index = stainFrom; (stains[index]?.start ?? sentence.end) < sentence.end; index += 1) {
      const stain = stains[index];
      if (stain !== undefined) own.push(stain);
    }
    const read = readSentence(
      text,
      sentence,
      held.slice(-1).map((gene) => ({ ...gene, start: 0, end: 0 })),
      own,
    );
    for (const mention of read.mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      const start = at(mention.start);
      const end = at(mention.end);
      mentions.push({ ...mention, start, end, text: original.slice(start, end) });
    }
    for (const lost of read.lost) {
      const start = at(lost.start);
      const end = at(lost.end);
      uninterpreted.push({
        start,
        end,
        text: original.slice(start, end),
        why: 'a notation without a gene near it, or one that could not be read',
      });
    }
    if (read.genes.length > 0) held = read.genes;
    else if (text.slice(sentence.start, sentence.end).includes('\n\n')) held = [];
  }
  return { mentions, uninterpreted, issues: [] };
}
