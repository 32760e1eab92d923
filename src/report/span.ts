/** Spans and lines, in the fewest words that keep the builders of sections readable. */
import type { Line, Span, Tone } from './document.ts';

/** Plain words. */
export const text = (words: string): Span => ({ kind: 'text', text: words });
/** Words that carry the line. */
export const strong = (words: string): Span => ({ kind: 'strong', text: words });
/** Words as printed in a source, or a remark. */
export const emphasis = (words: string): Span => ({ kind: 'emphasis', text: words });
/** A name read letter by letter. */
export const term = (words: string): Span => ({ kind: 'term', text: words });
/** A word with a tone. */
export const badge = (tone: Tone, words: string): Span => ({ kind: 'badge', tone, text: words });
/** A place in the report. */
export const link = (words: string, anchor: string): Span => ({ kind: 'link', text: words, anchor });

/** Words in the quotation marks of a source. */
export const printed = (words: string): Span => emphasis(`“${words}”`);

/** A line of spans; strings are plain words, and what is undefined is left out. */
export function line(...parts: readonly (Span | string | undefined)[]): Line {
  const spans = parts.flatMap((part): Span[] => {
    if (part === undefined || part === '') return [];
    return [typeof part === 'string' ? text(part) : part];
  });
  return { spans: spans.length === 0 ? [text('not stated')] : spans };
}

/** A line with what it rests on. */
export function basedOn(of: Line, ...basis: readonly (Span | string | undefined)[]): Line {
  const given = basis.filter((part) => part !== undefined && part !== '');
  return given.length === 0 ? of : { ...of, basis: line(...given).spans };
}

/** Runs of spans with a separator between them. */
export function joinedRuns(runs: readonly (readonly Span[])[], separator = '; '): readonly Span[] {
  return runs.flatMap((each, index) => (index === 0 ? each : [text(separator), ...each]));
}

/** Spans with a separator between them. */
export function joined(spans: readonly Span[], separator = ', '): readonly Span[] {
  return spans.flatMap((each, index) => (index === 0 ? [each] : [text(separator), each]));
}
