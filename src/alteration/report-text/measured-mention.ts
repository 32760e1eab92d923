/** A grade, Ki-67, mitotic count or marker as a mention: a value is a result, whatever else the clause says. */
import type { MarkerAt } from './markers-in-text.ts';
import { around, type Context, isUnreported, type PlainMention } from './mention-context.ts';
import type { MeasureAt } from './proliferation.ts';
import type { Polarity } from './report-mention.ts';
import { isDeniedHere } from './words-of-condition.ts';

/** The mention of a grade, Ki-67 or mitotic count. */
export function measureMention(context: Context, found: MeasureAt): PlainMention {
  const said = around(context, found);
  const hasValue =
    found.kind === 'mitoses'
      ? /\d|no |rare|few|numerous|frequent|occasional|abundant|brisk/i.test(found.means)
      : found.means !== '';
  // A value is a result whatever is recommended in the same clause; "no mitoses" is a count of none.
  const isDenied =
    found.kind === 'grade' && /\bnot (?:a )?$/i.test(context.text.slice(context.clause.start, found.start));
  const polarity =
    !isDenied &&
    hasValue &&
    !isUnreported(context, found) &&
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
    assumptions: found.isFurther === true ? ['a further value of the measure named before it'] : [],
    alternatives: [],
  };
}

/** The mention of a marker. */
export function markerMention(context: Context, found: MarkerAt): PlainMention {
  const said = around(context, found);
  const { text, clause } = context;
  const isDenied = isDeniedHere(text.slice(clause.start, found.start), text.slice(found.end, clause.end));
  const isOpen =
    said.polarity === 'present' || said.polarity === 'hypothetical' || said.polarity === 'absent';
  const stated: Readonly<Record<MarkerAt['says'], Polarity>> = {
    positive: isDenied ? 'absent' : 'present',
    value: 'present',
    // What is not stable may be low or high.
    negative: isDenied ? 'equivocal' : 'absent',
    equivocal: 'equivocal',
    nothing: said.polarity,
  };
  const isAsked =
    isUnreported(context, found) ||
    /\b(?:if|eligib\w+|require\w*|should|whether)\b/i.test(text.slice(clause.start, found.start));
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
