/** A stain's result as a mention, and whether a name is the protein's or the gene's. */
import { type ChangeAt, overlap } from './change-at.ts';
import { around, type Context, type PlainMention } from './mention-context.ts';
import type { StainResult } from './stain-results.ts';
import type { StainAt } from './stains.ts';

/** The mention of a stain. */
export function stainMention(
  context: Context,
  { stain, polarity, means, end, isPrinted, isOnlyNamed }: StainResult,
): PlainMention {
  const said = around(context, { start: stain.start, end });
  const isOver =
    said.polarity === 'hypothetical' ||
    (isPrinted !== true && (said.polarity === 'pending' || said.polarity === 'notTested'));
  const clauseText = context.text.slice(context.clause.start, context.clause.end);
  // "DAXX is lost" without a word of staining may be of the gene.
  const isOpenLoss = /\blos(?:t|s)\b/i.test(clauseText) && !stainWords.test(clauseText);
  const isGeneMeant = stain.gene !== undefined && (stain.name !== stain.gene || isOpenLoss);
  const alternatives = isGeneMeant ? [`the gene ${stain.gene}`] : [];
  return {
    start: stain.start,
    end: stain.end,
    kind: 'ihc',
    subject: stain.name,
    means,
    owner: said.owner,
    certainty: said.certainty,
    polarity: isOnlyNamed === true || (isOver && polarity === 'present') ? said.polarity : polarity,
    assumptions:
      stain.isOfList === true
        ? ['a stain, because it stands in a list of stains']
        : stain.gene === undefined
          ? []
          : ['the protein is meant'],
    alternatives,
  };
}

/** Words that make a stain's name the gene's: no result of a stain is read beside them. */
export const molecularWords =
  /\b(?:mutat\w+|variants?|wild[- ]?type|amplif\w+|fusions?|rearrange\w*|sequenc\w+|exons?|codons?|genes?|alterations?|deletions?|copy number|germline|somatic|ngs|panel|pathogenic|fish)\b/i;

/** A plain "negative" or "lost" is of the stain where other stains stand, and no notation of a gene, in the clause. */
export function isStainHere(change: ChangeAt, stains: readonly StainAt[], clause: string): boolean {
  if (change.isBare !== true) return false;
  const own = stains.some((stain) => overlap(stain, change));
  if (!own) return false;
  if (stains.some((stain) => overlap(stain, change) && isProteinOnly(stain)) && !ofGene.test(clause))
    return true;
  if (/\b[cp]\.|copy number|chromosom|sequenc|ngs|biallelic|heterozyg|homozyg|\bloh\b|panel/i.test(clause))
    return false;
  return (
    stainWords.test(clause) ||
    stains.some((stain) => !overlap(stain, change) && isProteinOnly(stain)) ||
    repairProteins.test(clause)
  );
}

/** Words that make even a protein's name the gene's. */
const ofGene =
  /\bmutat|\bvariants?\b|wild[- ]?type|\bamplif|\bfusion|\brearrang|\bsequenc|\bgenes?\b|\bpanel\b/i;
const isProteinOnly = ({ gene }: StainAt): boolean => gene === undefined;
const repairProteins = /\bmismatch repair\b|\bMMR\b/i;

/** Words of a stain. */
export const stainWords =
  /stain|immuno|expression|nuclear|\bnuclei\b|ihc|protein|tumou?r cells|internal control|lymphocyt|\bretained\b|\bpreserved\b/i;
