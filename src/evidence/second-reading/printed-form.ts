/** When two readers wrote down the same print: signs of one meaning, line-end hyphens and number words made one. */

const numberWords = [
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

/** A print in one form: dashes, spaces, percent signs and capitals out of the way, number words as digits. */
export function printedForm(text: string): string {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/[−–—‑]/gu, '-')
    .replaceAll(/%|\s+/gu, '');
  const word = numberWords.indexOf(plain);
  return word >= 0 ? String(word) : plain;
}

/** Words in one form, without the hyphens and spaces that line ends make. */
export const wordForm = (text: string): string => printedForm(text).replaceAll('-', '');

/** Numbers of a text, decimals and signs of comparison kept. */
export function numbersOf(text: string): readonly string[] {
  return text.match(/\d+(?:\.\d+)?|\.\d+/gu) ?? [];
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
