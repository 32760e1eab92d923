/** Expression of a gene as a mention. */
import type { ExpressionAt } from './expressions-in-text.ts';
import { around, type Context, type PlainMention } from './mention-context.ts';

/** Words of a stain. */
export const ofStain =
  /immuno(?:histo|cyto|stain|reactiv|label)|\bIHC\b|\bstain(?:s|ed|ing)?\b|\b(?:tumou?r|neoplastic) cells\b|\bexpression (?:is|was|are|were) (?:preserved|retained|lost|intact|maintained|kept)\b|membranous|cytoplasmic|\bnuclear\b/i;

/** Units of text on either side in which a word of staining makes it a stain. */
const reach = 70;

/** The mention of a gene's expression; of a stain where the sentence speaks of one. */
export function expressionMention(context: Context, found: ExpressionAt): PlainMention {
  const said = around(context, found);
  const { text, sentence } = context;
  const near = text.slice(
    Math.max(sentence.start, found.start - reach),
    Math.min(sentence.end, found.end + reach),
  );
  // CD117 and p53 are names of proteins.
  const isStain = ofStain.test(near) || /\b(?:CD ?\d|p\d\d)/.test(text.slice(found.start, found.end));
  const isPdL1 = found.subject === 'CD274';
  const isStated = said.polarity === 'present' || said.polarity === 'hypothetical';
  const { start, end, subject, notation, means, saysAbsent } = found;
  return {
    start,
    end,
    kind: isPdL1 ? 'marker' : isStain ? 'ihc' : 'expression',
    subject: isPdL1 ? 'PD-L1' : subject,
    ...(notation === undefined ? {} : { notation }),
    means,
    ...said,
    polarity: saysAbsent && isStated ? 'absent' : said.polarity,
    assumptions: [],
    alternatives: [],
  };
}
