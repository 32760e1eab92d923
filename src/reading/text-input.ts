/**
 * The text of an input: its size, its encoding and the characters it may hold are checked before anything reads it.
 */
import type { Fault } from './fault.ts';
import type { Place } from './positioned-document.ts';
import { decodeUtf8, utf8Length } from './utf8.ts';

/** The text without its byte order mark, or why there is none. */
export type TextInput =
  | { readonly text: string }
  | { readonly text: undefined; readonly fault: Fault; readonly place?: Place };

function refused(code: 'input-too-large' | 'input-not-text' | 'input-empty', message: string, place?: Place) {
  const fault: Fault = { code, severity: 'error', message };
  return { text: undefined, fault, ...(place === undefined ? {} : { place }) };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e6 ? 3 : 1)} MB`;
}

function tooLarge(bytes: number, maxBytes: number): TextInput {
  const message = `the file has ${megabytes(bytes)}; at most ${megabytes(maxBytes)} are read; split it`;
  return refused('input-too-large', message);
}

const utf16 = 'the file is UTF-16; save it as UTF-8';
const otherEncoding =
  'bytes that are not UTF-8 begin here; save the file as UTF-8 text (it may be Latin-1, or not text at all)';

function placeInBytes(bytes: Uint8Array, at: number): Place {
  let line = 1;
  let start = 0;
  for (let next = bytes.indexOf(10); next !== -1 && next < at; next = bytes.indexOf(10, next + 1)) {
    line += 1;
    start = next + 1;
  }
  const before = decodeUtf8(bytes.subarray(start, at));
  return { line, column: 'text' in before ? before.text.length + 1 : at - start + 1 };
}

function textOf(input: string | Uint8Array, maxBytes: number): TextInput {
  if (typeof input === 'string') {
    const bytes = input.length > maxBytes ? input.length : utf8Length(input);
    return bytes > maxBytes ? tooLarge(bytes, maxBytes) : { text: input };
  }
  if (input.length > maxBytes) return tooLarge(input.length, maxBytes);
  const [first, second] = input;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return refused('input-not-text', utf16, { line: 1, column: 1 });
  const decoded = decodeUtf8(input);
  if ('text' in decoded) return decoded;
  return refused('input-not-text', otherEncoding, placeInBytes(input, decoded.invalidAt));
}

/** Offset of the first character that no text has, or -1. */
function notTextAt(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) return at;
  }
  return -1;
}

/** Check an input and decode it. Never throws. */
export function textInput(input: string | Uint8Array, maxBytes: number): TextInput {
  const decoded = textOf(input, maxBytes);
  if (decoded.text === undefined) return decoded;
  const text = decoded.text.startsWith('\uFEFF') ? decoded.text.slice(1) : decoded.text;
  const at = notTextAt(text);
  if (at !== -1) {
    const before = text.slice(0, at);
    const place = { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
    const hex = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    const message =
      hex === '0000'
        ? 'the file holds NUL characters: it is not text, or it is UTF-16; save it as UTF-8 text'
        : `the control character U+${hex} stands here; remove it`;
    return refused('input-not-text', message, place);
  }
  if (!text.isWellFormed()) return refused('input-not-text', 'half of a surrogate pair stands in the text');
  if (/^\s*$/.test(text)) return refused('input-empty', 'the file holds nothing but white space');
  return { text };
}
