/**
 * Text of a record made safe to show: control characters, escape sequences and characters that turn the direction of
 * writing are shown as pictures of themselves, never obeyed (terminal injection; Trojan Source, CVE-2021-42574).
 */

const replacement = '\ufffd';

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09 || code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) return ' ';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : replacement;
}

/** Printable ASCII: nothing to show otherwise, one column each. Nearly every text is, and the test is quick. */
const plain = /^[\x20-\x7e]*$/;

/** The text with nothing in it that a terminal, a browser or a reader's eye would obey. */
export function visibleText(words: string): string {
  if (plain.test(words)) return words;
  return words.replace(
    /[\p{Cc}\p{Cs}\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    picture,
  );
}

const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const noWidth = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** Columns that a text takes in a terminal: wide characters two, combining marks none. */
export function displayWidth(words: string): number {
  if (plain.test(words)) return words.length;
  let width = 0;
  for (const character of words) {
    if (!noWidth.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}
