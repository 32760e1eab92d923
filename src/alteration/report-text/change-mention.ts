/** A change of a gene or chromosome as a mention. */
import { notationText } from '../notation-text.ts';
import type { ChangeAt } from './change-at.ts';
import { around, type Context, type PlainMention } from './mention-context.ts';
import type { MentionKind } from './report-mention.ts';

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

const ofGene =
  /\b(?:copy|allel\w*|bi-?allelic|(?:homo|hemi|hetero)zyg\w*|loh|chromosom\w*|array|cgh|mlpa|sequenc\w*|ngs|panel|fish|delet\w*|genom\w*|exome|somatic|germline|mutat\w*|variants?|molecular)\b/i;

/** "Loss of DAXX": without a word of a stain or of a test of the gene, the gene or its protein may be lost. */
function isLossOpen({ text, sentence, clause }: Context, { isBare, notation }: ChangeAt): boolean {
  if (isBare !== true || notation.kind !== 'copyNumber') return false;
  return !ofGene.test(text.slice(clause.start, clause.end)) && !ofGene.test(sentence.heading);
}

/** The mention of a change. */
export function changeMention(context: Context, change: ChangeAt): PlainMention {
  const found = around(context, change);
  const denied = deniedBehind(context);
  const said =
    isGeneral(context, change) && found.polarity === 'present'
      ? { ...found, owner: 'others' as const }
      : found;
  const isStated = said.polarity === 'present' || said.polarity === 'hypothetical';
  const isOpen = isLossOpen(context, change);
  return {
    start: change.start,
    end: change.end,
    kind: kindOfNotation[change.notation.kind],
    subject: change.subject,
    ...(isOpen ? {} : { notation: change.notation }),
    means: isOpen ? 'loss, of the gene or of its protein' : shortMeaning(change),
    ...said,
    ...(denied ? { owner: 'patient' as const } : {}),
    polarity: denied || (change.saysAbsent && isStated) ? 'absent' : said.polarity,
    assumptions: change.assumptions,
    alternatives: isOpen
      ? ['loss of the gene', 'loss of the protein by immunohistochemistry']
      : change.isBare === true && change.notation.kind !== 'copyNumber'
        ? ['the protein by immunohistochemistry']
        : [],
  };
}
