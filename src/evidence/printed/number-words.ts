/** Counts that papers print as words: "seven", "one", "eighty-one". */
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

const tenWords = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/**
 * The number that a word stands for, up to ninety-nine; undefined for any other text.
 *
 * @example numberOfWord('Seven') // 7
 */
export function numberOfWord(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  const at = numberWords.indexOf(word);
  if (at >= 0) return at;
  const [ten = '', one] = word.split('-');
  const tens = tenWords.indexOf(ten) + 2;
  if (tens < 2) return undefined;
  if (one === undefined) return 10 * tens;
  const ones = numberWords.indexOf(one);
  return ones >= 1 && ones <= 9 ? 10 * tens + ones : undefined;
}
