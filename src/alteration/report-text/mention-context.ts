/** The sentence and clause of a mention, and what their words say of it. */
import type { Sentence, Stretch } from './clauses.ts';
import type { Polarity, ReportMention } from './report-mention.ts';
import { isNoReport, ofTestNamed, type Placed } from './words-of-condition.ts';
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

/** The clause of a place, in three parts, and its heading. */
function placedIn({ text, sentence, clause }: Context, place: Stretch): Placed {
  return {
    clause: text.slice(clause.start, clause.end),
    before: text.slice(clause.start, place.start),
    after: text.slice(place.end, clause.end),
    heading: sentence.heading,
  };
}

/** Named in a query, a condition or a definition: a value printed with it is no result of the patient. */
export function isUnreported(context: Context, place: Stretch): boolean {
  return isNoReport(placedIn(context, place));
}

/** What the words around a place say of it. */
export function around(context: Context, place: Stretch): Around {
  const { text, sentence } = context;
  const placed = placedIn(context, place);
  const polarity = polarityOf(placed);
  const behind = text.slice(context.clause.end, context.clause.end + 120);
  const ofTest = polarity === 'present' ? ofTestNamed(placed, behind) : undefined;
  return {
    polarity: polarity !== 'pending' && isNoReport(placed) ? 'hypothetical' : (ofTest ?? polarity),
    owner: ownerOf(
      text.slice(sentence.start, sentence.end),
      text.slice(sentence.start, place.start),
      placed.clause,
      sentence.heading,
    ),
    certainty: isHedged(placed.clause) ? 'hedged' : 'stated',
  };
}
