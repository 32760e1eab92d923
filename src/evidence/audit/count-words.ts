/** Counts that papers print as words: "seven", "one", "no", up to twenty. */
import { numberOfWord, numberWords } from '../printed/index.ts';

const none = ['no', 'none'];

/**
 * The count that a word stands for; undefined for anything that is not one of these words.
 *
 * @example countOfWord('Seven') // 7
 */
export function countOfWord(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  if (none.includes(word)) return 0;
  return numberOfWord(word);
}

/** The word in `text` that stands for the count in digits, as printed; undefined where there is none. */
export function wordOfCount(digits: string, text: string): string | undefined {
  const words = Number(digits) === 0 ? [...none, 'zero'] : [numberWords[Number(digits)] ?? ''];
  return text.split(/[^A-Za-z]+/u).find((word) => words.includes(word.toLowerCase()));
}
