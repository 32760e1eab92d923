/** When two readers wrote down the same print: signs of one meaning, line-end hyphens and number words made one. */
import { numberOfWord } from '../printed/index.ts';

const plainForm = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[−–—‑]/gu, '-')
    .replaceAll(/%|\s+/gu, '');

/** A print in one form: dashes, spaces, percent signs and capitals out of the way, number words as digits. */
export function printedForm(text: string): string {
  const plain = plainForm(text);
  const word = numberOfWord(plain);
  return word === undefined ? plain : String(word);
}

/** The number of a print without signs of comparison, magnification or power of ten: "≥1.5 × 109" is "1.5". */
export function bareNumber(text: string): string {
  const plain = printedForm(text)
    .replace(/^[<>=≤≥~x×]+/u, '')
    .replace(/×10\d*$/u, '');
  const numbers = numbersOf(plain);
  return /[a-z]/u.test(plain) && numbers.length === 1 ? (numbers[0] ?? plain) : plain;
}

/** Words in one form, without the hyphens and spaces that line ends make. */
export const wordForm = (text: string): string => plainForm(text).replaceAll('-', '');

/**
 * Numbers of a text, decimals kept. A full stop after a word, a bracket or a percent sign is no decimal point: what
 * follows is a superscript reference ("in GIST.7").
 */
export function numbersOf(text: string): readonly string[] {
  return text.match(/\d+(?:\.\d+)?|(?<![\w)\]%])\.\d+/gu) ?? [];
}

/** Numbers of a text that are no part of a name: not the digits of KIF11, PD-1, Ki-67, Pt-13 or G3. */
export function freeNumbersOf(text: string): readonly string[] {
  return numbersOf(text.replaceAll(/\p{L}[\p{L}\d]*[-‑]?\d+(?:\.\d+)*/gu, ' '));
}

/** Whether a text names a number, in digits or as a word. */
export function namesNumber(text: string, number: string): boolean {
  if (numbersOf(text).includes(number)) return true;
  const wanted = Number(number);
  const words = text.toLowerCase().match(/[a-z]+(?:-[a-z]+)?/gu) ?? [];
  return words.some(
    (word) =>
      numberOfWord(word) === wanted ||
      word.split('-').some((part) => numberOfWord(part) === wanted) ||
      (word === 'first' && wanted === 1),
  );
}

/** The lines that a citation such as "3-5, 8" names. */
export function linesOf(citation: string): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const part of citation.split(',')) {
    const [from = 0, to = from] = part.trim().split('-').map(Number);
    for (let line = from; line <= to; line += 1) lines.add(line);
  }
  return lines;
}

/** Whether two citations share a line. */
export function shareLine(a: string, b: string): boolean {
  const lines = linesOf(b);
  return [...linesOf(a)].some((line) => lines.has(line));
}
