/**
 * A number as it was printed: digits and decimals kept, so that "5.0" is known to a tenth and "5" to one. All tests of
 * printed numbers compute on these whole units, never on binary fractions.
 */
import { type Untestable, untestable } from './outcome.ts';

/** What a sign before a number says about it. */
export type PrintedBound = 'exact' | 'below' | 'atMost' | 'above' | 'atLeast';

/** A printed number: `units` of its last decimal place, so "41.5" is 415 units with 1 decimal. */
export interface PrintedDecimal {
  readonly text: string;
  readonly bound: PrintedBound;
  /** The value times 10 to the power of `decimals`, with its sign. */
  readonly units: number;
  readonly decimals: number;
  /** A percent sign follows. */
  readonly percent: boolean;
}

/** A printed number, or why the text is none. */
export type PrintedDecimalReading =
  | { readonly ok: true; readonly decimal: PrintedDecimal }
  | { readonly ok: false; readonly reason: 'notADecimal' | 'tooManyDigits'; readonly text: string };

const pattern = /^(<=|>=|[<>≤≥])?\s*([-−–])?(\d*)(?:[.·](\d+))?\s*(%)?$/;
const mostDigits = 15;

const bounds: Readonly<Record<string, PrintedBound>> = {
  '<': 'below',
  '<=': 'atMost',
  '≤': 'atMost',
  '>': 'above',
  '>=': 'atLeast',
  '≥': 'atLeast',
};

/**
 * Reads a plain decimal number: "41.5", ".034", "<.001", "12.5%", "−3.2", also with a raised point ("41·5"). Commas, plus
 * signs, ranges and units are refused: "36.4+" is a censored time and "1,234" has two meanings.
 *
 * @example readPrintedDecimal('5.0') // { ok: true, decimal: { units: 50, decimals: 1, bound: 'exact', ... } }
 */
export function readPrintedDecimal(text: string): PrintedDecimalReading {
  const match = pattern.exec(text.trim());
  if (match === null) return { ok: false, reason: 'notADecimal', text };
  const [, sign = '', minus = '', whole = '', fraction = '', percent = ''] = match;
  const digits = `${whole}${fraction}`;
  if (digits === '') return { ok: false, reason: 'notADecimal', text };
  if (digits.length > mostDigits) return { ok: false, reason: 'tooManyDigits', text };
  const size = Number(digits);
  return {
    ok: true,
    decimal: {
      text,
      bound: bounds[sign] ?? 'exact',
      units: minus === '' || size === 0 ? size : -size,
      decimals: fraction.length,
      percent: percent !== '',
    },
  };
}

/** Whole units with their decimals as they would be printed: 415 with 1 decimal is "41.5". */
export function printUnits(units: number, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const sign = units < 0 ? '-' : '';
  return decimals === 0
    ? `${sign}${digits}`
    : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The number that a printed decimal stands for, as a binary fraction: for formulas, not for comparison. */
export function numberOfDecimal({ units, decimals }: PrintedDecimal): number {
  return Number(`${units}e-${decimals}`);
}

/** Printed numbers, also bounds, or why one of them cannot be tested. */
export function boundsAndDecimals(texts: readonly string[]): readonly PrintedDecimal[] | Untestable {
  const decimals: PrintedDecimal[] = [];
  for (const text of texts) {
    const read = readPrintedDecimal(text);
    if (!read.ok) return untestable(read.reason, text);
    decimals.push(read.decimal);
  }
  return decimals;
}

/** Printed numbers that are no bounds, or why one of them cannot be tested. */
export function exactDecimals(texts: readonly string[]): readonly PrintedDecimal[] | Untestable {
  const decimals = boundsAndDecimals(texts);
  if (isUntestable(decimals)) return decimals;
  const bound = decimals.find((decimal) => decimal.bound !== 'exact');
  return bound === undefined ? decimals : untestable('bound', bound.text);
}

/** Whether reading printed numbers ended without a test. */
export function isUntestable(read: object): read is Untestable {
  return 'outcome' in read && read.outcome === 'untestable';
}
