/** Counts that papers print as words: "seven", "one", up to twenty. */
/** The words, by their number. */
export const numberWords: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];

/**
 * The number that a word stands for; undefined for any other text.
 *
 * @example numberOfWord('Seven') // 7
 */
export function numberOfWord(text: string): number | undefined {
  const at = numberWords.indexOf(text.trim().toLowerCase());
  return at < 0 ? undefined : at;
}
