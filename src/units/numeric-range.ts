/**
 * Numbers as papers print them: exact ('20'), censored ('<95', '>=1,200', 'at least 3'), or ranges ('45-70%',
 * '10% to 50%'). What is read is the set of values that the text leaves possible.
 */
import { accepted, longestText, type Parsed, plainSpaces, quoted, refused } from './parsed.ts';

/** The values a text leaves possible. null is without bound; `lowOpen` and `highOpen` exclude the end itself. */
export interface NumericRange {
  readonly low: number | null;
  readonly high: number | null;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  /** The text that was read; for a computed range, its canonical text. */
  readonly printed: string;
  /** Present when a percent sign stood in the text; the numbers are those printed (20% is 20). */
  readonly percent?: true;
}

/** The ends of a range, without its text. */
export type RangeEnds = Pick<NumericRange, 'low' | 'high' | 'lowOpen' | 'highOpen'>;

type Comparison = '<' | '<=' | '>' | '>=' | '=';

const digits = String.raw`[-+]?(?:(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:e[-+]?\d{1,3})?`;
const value = String.raw`(${digits})\s*(%?)`;
const comparisons: Readonly<Record<string, Comparison>> = {
  '<=': '<=',
  '=<': '<=',
  '≤': '<=',
  '⩽': '<=',
  '≦': '<=',
  '>=': '>=',
  '=>': '>=',
  '≥': '>=',
  '⩾': '>=',
  '≧': '>=',
  '<': '<',
  '>': '>',
  '=': '=',
  'less than or equal to': '<=',
  'greater than or equal to': '>=',
  'no more than': '<=',
  'not more than': '<=',
  'no less than': '>=',
  'not less than': '>=',
  'no fewer than': '>=',
  'less than': '<',
  'fewer than': '<',
  below: '<',
  under: '<',
  'more than': '>',
  'greater than': '>',
  over: '>',
  above: '>',
  'at least': '>=',
  'at most': '<=',
  'up to': '<=',
};
const comparison = `(${Object.keys(comparisons).join('|')})`;
const dash = String.raw`(?:[-\u2010-\u2015]|to\b)`;

const twoComparisons = new RegExp(
  String.raw`^${comparison}\s*${value}\s*(?:to|and|,)\s*${comparison}\s*${value}`,
  'i',
);
const between = new RegExp(String.raw`^between\s+${value}\s*and\s+${value}`, 'i');
const oneComparison = new RegExp(String.raw`^${comparison}\s*${value}`, 'i');
const fromTo = new RegExp(String.raw`^${value}\s*${dash}\s*${value}`, 'i');
const single = new RegExp(`^${value}`, 'i');

/** A range at the start of a text, and what follows it. */
export interface RangePrefix {
  readonly range: NumericRange;
  readonly rest: string;
}

const numberOf = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));
const comparisonOf = (text: string | undefined): Comparison => comparisons[(text ?? '').toLowerCase()] ?? '=';

const closed = (low: number, high: number): RangeEnds => ({ low, high, lowOpen: false, highOpen: false });

/** The values that satisfy a comparison with a limit. */
function satisfying(op: Comparison, limit: number): RangeEnds {
  switch (op) {
    case '<':
    case '<=':
      return { low: null, high: limit, lowOpen: false, highOpen: op === '<' };
    case '>':
    case '>=':
      return { low: limit, high: null, lowOpen: op === '>', highOpen: false };
    case '=':
      return closed(limit, limit);
  }
}

/** The ends and the match of the first form that fits, or undefined. */
function endsAtStart(text: string): { ends: RangeEnds; match: RegExpExecArray } | undefined {
  const two = twoComparisons.exec(text);
  if (two !== null) {
    const from = satisfying(comparisonOf(two[1]), numberOf(two[2]));
    const to = satisfying(comparisonOf(two[4]), numberOf(two[5]));
    if (from.high !== null || to.low !== null) return undefined;
    return {
      ends: { low: from.low, lowOpen: from.lowOpen, high: to.high, highOpen: to.highOpen },
      match: two,
    };
  }
  const one = oneComparison.exec(text);
  if (one !== null) return { ends: satisfying(comparisonOf(one[1]), numberOf(one[2])), match: one };
  const pair = between.exec(text) ?? fromTo.exec(text);
  if (pair !== null) return { ends: closed(numberOf(pair[1]), numberOf(pair[3])), match: pair };
  const alone = single.exec(text);
  return alone === null ? undefined : { ends: closed(numberOf(alone[1]), numberOf(alone[1])), match: alone };
}

const forms = "write '20', '<95', '>=1,200', '45-70' or '10 to 50'";

/** Reads the range that a text begins with. Never throws. The text has plain spaces and a plain minus sign. */
export function rangeAtStart(text: string): Parsed<RangePrefix> {
  const found = endsAtStart(text);
  if (found === undefined)
    return refused('unparsable-quantity', `${quoted(text)} does not begin with a number: ${forms}.`);
  const { ends, match } = found;
  const { low, high } = ends;
  const rest = text.slice(match[0].length).trim();
  // A power of ten may begin a unit: '150 10^9/L'.
  if (/^[,.]?\d/.test(rest) && !/^10(?:[*^⁰¹²³⁴-⁹]|E\d)/.test(rest))
    return refused(
      'unparsable-quantity',
      `${quoted(text)} is not a number that can be read safely: use a point for decimals ('1.5') and commas only between thousands ('1,200').`,
    );
  if ([low, high].some((end) => end !== null && !Number.isFinite(end)))
    return refused('unparsable-quantity', `${quoted(text)} is too large a number.`);
  if (low !== null && high !== null && low > high)
    return refused(
      'unparsable-quantity',
      `${quoted(text)} runs backwards: put the lower number first; for a change over time, record each value with its date.`,
    );
  if (low !== null && low === high && (ends.lowOpen || ends.highOpen))
    return refused('unparsable-quantity', `${quoted(text)} leaves no value possible: correct its limits.`);
  const percent = match.includes('%');
  const printed = match[0].trim();
  return accepted({ range: { ...ends, printed, ...(percent ? { percent: true } : {}) }, rest });
}

/** Spaces and minus signs made plain, for the patterns of this room. */
export function plainNumberText(text: string): string {
  return plainSpaces(text).replaceAll('\u2212', '-');
}

/**
 * Reads a number, a censored number or a range of numbers, without a unit. Never throws.
 *
 * Read: '20', '<95', '>=1,200', '≤2', '45-70', '45–70', '10 to 50', 'between 2 and 9', '>2 to <=20', 'at least 3',
 * '-30', each with or without a percent sign, which sets `percent`. A comma separates thousands, never decimals.
 * Refused with `unparsable-quantity`: decimal commas, ranges that run backwards, approximations ('~20': give the
 * range), words and units.
 */
export function parseNumericRange(text: string | number): Parsed<NumericRange> {
  const given = String(text);
  if (given.length > longestText)
    return refused('unparsable-quantity', `${quoted(given)} is not a number: ${forms}.`);
  const prefix = rangeAtStart(plainNumberText(given));
  if (!prefix.ok) return prefix;
  const { range, rest } = prefix.value;
  if (rest !== '')
    return refused('unparsable-quantity', `${quoted(rest)} after a number is not read here: ${forms}.`);
  return accepted({ ...range, printed: given.trim() });
}

/** A canonical text of the range that `parseNumericRange` reads back to the same ends. */
export function formatNumericRange(range: Omit<NumericRange, 'printed'>): string {
  const { low, high, lowOpen, highOpen } = range;
  const sign = range.percent === true ? '%' : '';
  if (low === null && high === null) return 'any value';
  if (low === null) return `${highOpen ? '<' : '<='}${high}${sign}`;
  if (high === null) return `${lowOpen ? '>' : '>='}${low}${sign}`;
  if (lowOpen || highOpen)
    return `${lowOpen ? '>' : '>='}${low}${sign} to ${highOpen ? '<' : '<='}${high}${sign}`;
  if (low === high) return `${low}${sign}`;
  return low < 0 ? `${low} to ${high}${sign}` : `${low}-${high}${sign}`;
}
