/**
 * The words of the cells of one row of a printed table, as the paper prints them. Each value of the library holds the
 * words at its place; words that stand within longer words of the row belong to the cell of the longer words, so that a
 * phrase of the summary does not appear under "Primary site" because it names one.
 */
import type { PrintedValue } from '../printed/index.ts';
import { freeNumbersOf, linesOf, namesNumber } from '../second-reading/index.ts';
import { exhibitColumn } from './exhibit-column.ts';

/** Words, numbers and signs of a text, without its punctuation and line breaks. */
const tokensOf = (text: string): readonly string[] =>
  text.match(/\p{N}+(?:\.\p{N}+)*|\p{L}+|[<>≥%+=]/gu) ?? [];

/** Whether the words of a part stand in the words of a whole, side by side. */
function containsWords(whole: readonly string[], part: readonly string[]): boolean {
  return (
    part.length > 0 && whole.some((_, from) => part.every((word, index) => whole[from + index] === word))
  );
}

const overlap = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  [...a].some((line) => b.has(line));

/** Words of the paper that one or more values of a row hold. */
interface Passage {
  readonly words: string;
  readonly tokens: readonly string[];
  readonly lines: ReadonlySet<number>;
  /** Values that hold these words, and those whose words are a part of them. */
  readonly own: readonly PrintedValue[];
  readonly within: readonly PrintedValue[];
}

/**
 * The words of a value: those at its place; of a fact the words that it quotes, where the place has more on its line.
 * The year and the reference are part of the words that name the report.
 */
function wordsOf(value: PrintedValue): string {
  const { text } = value.place;
  if (text === undefined) return value.value;
  if (value.what !== 'fact' || /^(year|reference number)$/.test(value.name)) return text;
  return containsWords(tokensOf(text), tokensOf(value.value)) ? value.value : text;
}

/** The passages of a row, none within another, in the order of their lines. */
function passagesOf(values: readonly PrintedValue[]): readonly Passage[] {
  const passages: Passage[] = [];
  const single = values.map((value): Passage => {
    const words = wordsOf(value);
    const lines = linesOf(value.place.lines ?? '0');
    return { words, tokens: tokensOf(words), lines, own: [value], within: [] };
  });
  for (const passage of single.toSorted((a, b) => b.tokens.length - a.tokens.length)) {
    const at = passages.findIndex(
      (each) => overlap(each.lines, passage.lines) && containsWords(each.tokens, passage.tokens),
    );
    const whole = passages[at];
    if (whole === undefined) passages.push(passage);
    else if (whole.tokens.length === passage.tokens.length)
      passages[at] = { ...whole, own: [...whole.own, ...passage.own] };
    else passages[at] = { ...whole, within: [...whole.within, ...passage.own] };
  }
  const last = ({ lines }: Passage) => Math.max(...lines);
  const first = ({ lines }: Passage) => Math.min(...lines);
  return passages.toSorted((a, b) => first(a) - first(b) || last(a) - last(b));
}

/** The column that most values of a passage belong to by a rule; the first of equals. */
function ruledColumn({ own }: Passage, headers: readonly string[]): number | undefined {
  const columns = own.flatMap((value) => {
    const { at, isRuled } = exhibitColumn(value, headers);
    return isRuled ? [at] : [];
  });
  const times = (at: number) => columns.filter((each) => each === at).length;
  return columns.toSorted((a, b) => times(b) - times(a) || a - b)[0];
}

/** Numbers of a value that its words do not name: a value that contradicts its words is printed beside them. */
function unsaidNumbers(value: PrintedValue, words: string): readonly string[] {
  if (value.what === 'fact') return [];
  const interval = 'interval' in value ? (value.interval ?? '') : '';
  return freeNumbersOf(`${value.value} ${interval}`).filter((number) => !namesNumber(words, number));
}

/** Joins passages with "; ": what the paper prints between two values that are held apart is not held. */
const joined = (texts: readonly string[]): string =>
  texts.reduce((before, text) => {
    const isRunOn = /[;:.,(&]$/u.test(before) || /^(?:\(|(?:and|or|vs\.?|but)\b)/u.test(text);
    return `${before}${isRunOn ? ' ' : '; '}${text}`;
  });

/** Words without the gap that the end of a line leaves after a hyphen or stroke: "platinum-based". */
const withoutLineEnds = (text: string): string =>
  text.replaceAll(/([\p{L}\p{N}][-/]) (?!(?:and|or|to)\b)(?=\p{L})/gu, '$1');

/** One cell of a row: its words, and the values that hold them. */
export interface RowCell {
  readonly words: string;
  readonly values: readonly PrintedValue[];
}

/**
 * Facts that quote words of several cells, to say something about them: the words hold a number that stands in another
 * column. They are no cell, unless the row lacks their words.
 */
function quotesAcrossCells(
  values: readonly PrintedValue[],
  headers: readonly string[],
): readonly PrintedValue[] {
  return values.filter((value) => {
    if (value.what !== 'fact') return false;
    const tokens = tokensOf(wordsOf(value));
    const lines = linesOf(value.place.lines ?? '0');
    const { at } = exhibitColumn(value, headers);
    return values.some((other) => {
      const column = exhibitColumn(other, headers);
      if (other.what === 'fact' || !column.isRuled || column.at === at) return false;
      const part = tokensOf(wordsOf(other));
      return (
        part.length < tokens.length &&
        overlap(linesOf(other.place.lines ?? '0'), lines) &&
        containsWords(tokens, part)
      );
    });
  });
}

/**
 * The cells of a row, one a header. Words that no rule places and that stand in the row already are not repeated.
 * @param values what stands in the row
 */
export function rowWords(values: readonly PrintedValue[], headers: readonly string[]): readonly RowCell[] {
  const quotes = quotesAcrossCells(values, headers);
  const passages = [
    ...passagesOf(values.filter((value) => !quotes.includes(value))).map((passage) => ({
      passage,
      at: ruledColumn(passage, headers),
    })),
    ...passagesOf(quotes).map((passage) => ({ passage, at: undefined })),
  ];
  const ruled = headers.flatMap((_, column) =>
    passages.flatMap(({ passage, at }) => (at === column ? passage.tokens : [])),
  );
  const placed = passages.flatMap(({ passage, at }) => {
    if (at !== undefined) return [{ passage, at }];
    const [first] = passage.own;
    const isSaid = first === undefined || containsWords(ruled, passage.tokens);
    return isSaid ? [] : [{ passage, at: exhibitColumn(first, headers).at }];
  });
  return headers.map((_, column) => {
    const own = placed.flatMap(({ passage, at }) => (at === column ? [passage] : []));
    if (own.length === 0) return { words: '', values: [] };
    const texts = own.flatMap(({ words, own: held, within }) => [
      words,
      ...[...held, ...within].flatMap((value) => unsaidNumbers(value, words)),
    ]);
    return {
      words: withoutLineEnds(joined(texts)),
      values: own.flatMap(({ own: held, within }) => [...held, ...within]),
    };
  });
}
