/** The sentence and clause of a mention, and what their words say of it. */
import type { Sentence, Stretch } from './clauses.ts';
import type { Polarity, ReportMention } from './report-mention.ts';
import { ownerOf } from './words-of-owner.ts';
import { isHedged, polarityOf } from './words-of-polarity.ts';

/** A mention in the plain text, before its place is told in the original. */
export type PlainMention = Omit<ReportMention, 'text'>;

/** Where a mention stands: its sentence, and the clause that holds it. */
export interface Context {
  readonly text: string;
  readonly sentence: Sentence;
  readonly clause: Stretch;
}

/** The clause of a place; the whole sentence where none holds it. */
export function clauseAt(sentence: Sentence, at: number): Stretch {
  return sentence.clauses.find(({ start, end }) => at >= start && at < end) ?? sentence;
}

interface Around {
  readonly polarity: Polarity;
  readonly owner: ReportMention['owner'];
  readonly certainty: ReportMention['certainty'];
}

/** What the words around a place say of it. */
export function around({ text, sentence, clause }: Context, place: Stretch): Around {
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
