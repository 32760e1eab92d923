/**
 * Report text in one plain form, with the way back to every character of the original: ligatures spelled out, typographic
 * hyphens and spaces as ASCII, words divided at line ends joined, no spaces around line ends, no doubled spaces (three or
 * more separate the cells of a table and stay).
 */

/** The plain text and, for each of its units, where it stood. */
export interface PlainReport {
  readonly text: string;
  /** Start in the original of each unit of the plain text, and one more for its end. */
  readonly offsets: Uint32Array;
}

const ligatures: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
};

const replacements: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2264': '\u2264',
  '\t': '\t',
  '\r': ' ',
  '\f': '\n',
  ...ligatures,
};

const special =
  /\.\.\.|^ | (?: |\r?\n|$)|\n |[\u00ad\u00a0\u2007\u2009\u202f\u2010-\u2014\u2212\u2018\u2019\u201c\u201d\r\f\ufb00-\ufb04]|-(?=\r?\n)/;

/** First parts of words that are written with a hyphen anyway. */
const firstPart =
  /(?<![A-Za-z])(?:high|low|intermediate|well|poorly|non|wild|half|long|short|follow|copy|gene|post|pre|anti|one|two|three|first|second|third|large|small|dot|loss|gain|self)$/i;

/** A hyphen at the end of a line that divides a word of small letters; `TTF-` before `1` stays. */
function dividesWord(text: string, at: number): number {
  const rest = /^-[ ]*\r?\n[ ]*(?=[a-z]{2})/.exec(text.slice(at, at + 40));
  if (rest === null || !/[a-z]{2}$/.test(text.slice(Math.max(0, at - 2), at))) return 0;
  if (firstPart.test(text.slice(Math.max(0, at - 14), at))) return 0;
  return rest[0].length;
}

/** How many spaces begin at a place. */
function spacesAt(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === ' ') end += 1;
  return end - at;
}

/** The length of a dotted line that leads from a name to its result; 0 where none begins. */
function leaderAt(text: string, at: number): number {
  if (!text.startsWith('...', at)) return 0;
  let end = at;
  while (text.charAt(end) === '.' || (text.charAt(end) === ' ' && text.charAt(end + 1) === '.')) end += 1;
  return end - at;
}

/** The plain form of a text. */
export function plainReport(original: string): PlainReport {
  const offsets = new Uint32Array(original.length * 3 + 1);
  if (!special.test(original)) {
    for (let at = 0; at <= original.length; at += 1) offsets[at] = at;
    return { text: original, offsets: offsets.subarray(0, original.length + 1) };
  }
  const pieces: string[] = [];
  let length = 0;
  const put = (piece: string, at: number): void => {
    pieces.push(piece);
    for (let index = 0; index < piece.length; index += 1) offsets[length + index] = at;
    length += piece.length;
  };
  for (let at = 0; at < original.length; at += 1) {
    const character = original.charAt(at);
    if (character === '\u00ad') continue;
    const spaces = spacesAt(original, at);
    if (spaces > 0) {
      const isLineEnd = /[\r\n]/.test(original.charAt(at + spaces)) || at + spaces === original.length;
      const isLineStart = at === 0 || original.charAt(at - 1) === '\n';
      const kept = isLineEnd || isLineStart ? 0 : spaces === 2 ? 1 : spaces;
      for (let index = 0; index < kept; index += 1) put(' ', at + index);
      at += spaces - 1;
      continue;
    }
    const dots = leaderAt(original, at);
    if (dots > 0) {
      put(':', at);
      at += dots - 1;
      continue;
    }
    const divided = character === '-' ? dividesWord(original, at) : 0;
    if (divided > 0) at += divided - 1;
    else put(replacements[character] ?? character, at);
  }
  offsets[length] = original.length;
  return { text: pieces.join(''), offsets: offsets.slice(0, length + 1) };
}
