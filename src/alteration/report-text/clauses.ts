/**
 * Sentences and clauses of a report. A sentence ends at a full stop, at a blank line, and at the end of a line of a list,
 * a table or a "key: value" form; a clause ends where a contrast begins ("but", "whereas") or at a semicolon.
 */

/** A part of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A sentence with its clauses. */
export interface Sentence extends Stretch {
  readonly clauses: readonly Stretch[];
  /** The heading before its colon, as in `Family history: ...`. */
  readonly heading: string;
}

/** Words with a full stop that ends no sentence. */
const abbreviation =
  /(?:\b(?:e\.g|i\.e|dr|mr|mrs|ms|prof|vs|approx|fig|figs|no|nos|al|ca|cf|resp|incl|st|spp|ref|refs|tab|p|c|g|m|n)|\b[A-Z])$/i;
const keyLine = /^[ \t]*(?:[-*\u2022\u00b7>]|\d{1,2}[.)])?[ \t]*[A-Za-z][A-Za-z0-9 /(),&'-]{0,45}:(?![:\d])/;
const bullet = /^[ \t]*(?:[-*\u2022\u00b7>]|\d{1,2}[.)]|[a-z]\))[ \t]+/;
const contrast =
  /;| {3,}(?=[A-Z][A-Z0-9]{1,7} (?:p\.|c\.|exon))|,? \b(?:but(?! not (?:diagnostic|definitive|conclusive))|however|whereas|while|although|though|yet|except(?: for)?|in contrast|by contrast|on the other hand|because|apart from|with the exception of)\b/gi;

function isTableLine(line: string): boolean {
  return line.includes('\t') || line.includes('|') || /\S {3,}\S/.test(line.trim());
}

/** True where the end of a line ends a sentence. */
function endsAtLine(line: string, next: string): boolean {
  if (next.trim() === '' || line.trim() === '') return true;
  if (bullet.test(next) || keyLine.test(next) || isTableLine(next)) return true;
  if (/[.:!?]\s*$/.test(line)) return true;
  if (isTableLine(line)) return true;
  // A short line before one that begins a new line with a capital is a heading or a line of a form.
  return line.trim().length < 50 && /^\s*[A-Z]/.test(next) && !/[,a-z-]\s*$/.test(line);
}

function lineEnds(text: string): readonly number[] {
  const ends: number[] = [];
  let from = 0;
  while (from < text.length) {
    const at = text.indexOf('\n', from);
    if (at === -1) break;
    const nextEnd = text.indexOf('\n', at + 1);
    const next = text.slice(at + 1, nextEnd === -1 ? text.length : nextEnd);
    if (endsAtLine(text.slice(from, at), next)) ends.push(at + 1);
    from = at + 1;
  }
  return ends;
}

function stopEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (const { index, 0: stop } of text.matchAll(/[.!?](?=["')\]]*(?:\s|$))["')\]]*/g)) {
    const before = text.slice(Math.max(0, index - 12), index);
    const after = text
      .slice(index + stop.length)
      .trimStart()
      .slice(0, 1);
    const isSmall = /[a-z]/.test(after);
    // "? NTRK3 fusion" is a query of what follows.
    if (text[index] === '?' && !/[\w)\]"'%]$/.test(before)) continue;
    if (text[index] === '.' && (abbreviation.test(before) || isSmall) && !/\d$/.test(before)) continue;
    if (isSmall) continue;
    ends.push(index + stop.length);
  }
  return ends;
}

const headingOf = /^[\s\-*\u2022>\d.)]*([A-Za-z][A-Za-z0-9 /(),&'-]{0,45}):(?![:\d])/;

function clausesOf(text: string, { start, end }: Stretch): readonly Stretch[] {
  const clauses: Stretch[] = [];
  let from = start;
  for (const { index } of text.slice(start, end).matchAll(contrast)) {
    const at = start + index;
    if (at > from) clauses.push({ start: from, end: at });
    from = at;
  }
  clauses.push({ start: from, end });
  return clauses;
}

/** No sentence is longer: what is called one beyond this is cut at a space, so that the work grows with the text only. */
const longestSentence = 3000;

/** Ends with further ones where two lie too far apart. */
function withCuts(text: string, ends: readonly number[]): readonly number[] {
  const cut: number[] = [];
  let from = 0;
  for (const end of ends) {
    while (end - from > longestSentence) {
      const space = text.lastIndexOf(' ', from + longestSentence);
      from = space > from ? space + 1 : from + longestSentence;
      cut.push(from);
    }
    cut.push(end);
    from = end;
  }
  return cut;
}

/** The sentences of a text; a heading on its own line lasts until the next blank line. */
export function sentencesOf(text: string): readonly Sentence[] {
  const found = [...new Set([...lineEnds(text), ...stopEnds(text), text.length])];
  const ends = withCuts(
    text,
    found.toSorted((a, b) => a - b),
  );
  const sentences: Sentence[] = [];
  let start = 0;
  let lasting = '';
  for (const end of ends) {
    const body = text.slice(start, end);
    if (body.trim() === '') {
      if (body.includes('\n')) lasting = '';
      start = end;
      continue;
    }
    const heading = headingOf.exec(body)?.[1] ?? '';
    if (/:\s*$/.test(body)) lasting = body.trim().slice(0, -1);
    sentences.push({ start, end, clauses: clausesOf(text, { start, end }), heading: heading || lasting });
    start = end;
  }
  return sentences;
}
