/**
 * Times as survival tables print them: "12.3", the censored "36.4+" or ">36.4" that is only a lower bound, and times not
 * reached or not estimable.
 */
import { type PrintedDecimal, readPrintedDecimal } from './printed-decimal.ts';

/** A printed time. */
export type PrintedTime =
  | { readonly kind: 'exact' | 'atLeast'; readonly decimal: PrintedDecimal }
  | { readonly kind: 'notReached' };

/** A printed time, or why the text is none. */
export type PrintedTimeReading =
  | { readonly ok: true; readonly time: PrintedTime }
  | { readonly ok: false; readonly reason: 'notADecimal' | 'tooManyDigits' | 'bound'; readonly text: string };

const notReached = /^(?:nr|ne|not (?:yet )?(?:reached|estimable|evaluable))$/i;

/** @example readPrintedTime('36.4+') // { ok: true, time: { kind: 'atLeast', decimal: { units: 364, ... } } } */
export function readPrintedTime(text: string): PrintedTimeReading {
  const trimmed = text.trim();
  if (notReached.test(trimmed)) return { ok: true, time: { kind: 'notReached' } };
  const isCensored = trimmed.endsWith('+');
  const read = readPrintedDecimal(isCensored ? trimmed.slice(0, -1) : trimmed);
  if (!read.ok) return { ok: false, reason: read.reason, text };
  switch (read.decimal.bound) {
    case 'exact':
      return { ok: true, time: { kind: isCensored ? 'atLeast' : 'exact', decimal: read.decimal } };
    case 'above':
    case 'atLeast':
      return { ok: true, time: { kind: 'atLeast', decimal: read.decimal } };
    case 'below':
    case 'atMost':
      return { ok: false, reason: 'bound', text };
  }
}
