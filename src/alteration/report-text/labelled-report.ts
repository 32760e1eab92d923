/**
 * Report paragraphs labelled by hand before the reader was run on them: what each says, at which words, how and of whom.
 * They measure the reader; nothing reads a patient's text with them.
 */
import * as z from 'zod';
import { mentionKinds, owners, polarities } from './report-mention.ts';

/** The form of a labelled paragraph. */
export const labelledReport = z.strictObject({
  text: z.string().min(1),
  mentions: z.array(
    z.strictObject({
      /** Words of the text, exactly as they stand there. */
      quote: z.string().min(1),
      /** Which occurrence of the quote is meant, from 1. */
      nth: z.int().min(1).default(1),
      kind: z.enum(mentionKinds),
      gene: z.string().min(1).exactOptional(),
      marker: z.string().min(1).exactOptional(),
      polarity: z.enum(polarities),
      owner: z.enum(owners),
      /** What it says in short; for readers, it is not compared. */
      means: z.union([z.string(), z.number()]).exactOptional(),
      note: z.string().exactOptional(),
    }),
  ),
});
export type LabelledReport = z.infer<typeof labelledReport>;

/** A label at its place in the text. */
export type LabelledMention = Omit<LabelledReport['mentions'][number], 'nth'> & {
  readonly start: number;
  readonly end: number;
};

/** Where the `nth` occurrence of a quote begins; -1 where the text does not have it. */
function placeOf(text: string, quote: string, nth: number): number {
  let at = -1;
  for (let count = 0; count < nth; count += 1) {
    at = text.indexOf(quote, at + 1);
    if (at === -1) return -1;
  }
  return at;
}

/** The labels at their places, and the quotes that the text does not have: those are faults of the label. */
export function placedLabels({ text, mentions }: LabelledReport): {
  readonly labels: readonly LabelledMention[];
  readonly unplaced: readonly string[];
} {
  const labels: LabelledMention[] = [];
  const unplaced: string[] = [];
  for (const { nth, ...label } of mentions) {
    const start = placeOf(text, label.quote, nth);
    if (start === -1) unplaced.push(`${label.quote} (${nth})`);
    else labels.push({ ...label, start, end: start + label.quote.length });
  }
  return { labels, unplaced };
}
