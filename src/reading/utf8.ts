/**
 * Strict UTF-8 decoding (RFC 3629), written here because pure rooms have no TextDecoder: overlong forms,
 * surrogates and code points above U+10FFFF are refused.
 */

/** The text, or the offset of the first byte that is not UTF-8. */
export type DecodedUtf8 = { readonly text: string } | { readonly invalidAt: number };

interface LeadByte {
  readonly length: number;
  readonly bits: number;
  /** The smallest code point that may be written with this length. */
  readonly least: number;
}

function leadByte(byte: number): LeadByte | undefined {
  if (byte >= 0xc2 && byte <= 0xdf) return { length: 2, bits: byte & 0x1f, least: 0x80 };
  if (byte >= 0xe0 && byte <= 0xef) return { length: 3, bits: byte & 0x0f, least: 0x800 };
  if (byte >= 0xf0 && byte <= 0xf4) return { length: 4, bits: byte & 0x07, least: 0x10000 };
  return undefined;
}

/** The code point that begins at an offset and is not ASCII, or undefined when it is not UTF-8. */
function longCodePoint(bytes: Uint8Array, at: number): { code: number; length: number } | undefined {
  const lead = leadByte(bytes[at] ?? 0);
  if (lead === undefined) return undefined;
  let code = lead.bits;
  for (let i = 1; i < lead.length; i++) {
    const next = bytes[at + i];
    if (next === undefined || (next & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (next & 0x3f);
  }
  if (code < lead.least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { code, length: lead.length };
}

/** Decode bytes; a byte order mark stays in the text as U+FEFF. */
export function decodeUtf8(bytes: Uint8Array): DecodedUtf8 {
  const parts: string[] = [];
  let codes: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      codes.push(byte);
      at += 1;
    } else {
      const long = longCodePoint(bytes, at);
      if (long === undefined) return { invalidAt: at };
      codes.push(long.code);
      at += long.length;
    }
    if (codes.length === 4096) {
      parts.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  parts.push(String.fromCodePoint(...codes));
  return { text: parts.join('') };
}

/** How many bytes a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (unit >= 0xd800 && unit <= 0xdfff) length += 2;
    else length += 3;
  }
  return length;
}
