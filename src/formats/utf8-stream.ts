/**
 * UTF-8 (RFC 3629) decoded piece by piece: a character may be cut by the end of a piece. Bytes that are not UTF-8
 * become U+FFFD, as the WHATWG Encoding Standard asks, so that one Latin-1 name does not lose a file.
 */

const replacement = 0xfffd;
const codesPerPart = 4096;

interface Lead {
  readonly length: number;
  readonly bits: number;
  /** What the second byte may be at least and at most: overlong forms and surrogates are no UTF-8. */
  readonly from: number;
  readonly to: number;
}

function leadOf(byte: number): Lead | undefined {
  if (byte >= 0xc2 && byte <= 0xdf) return { length: 2, bits: byte & 0x1f, from: 0x80, to: 0xbf };
  if (byte >= 0xe0 && byte <= 0xef) {
    const from = byte === 0xe0 ? 0xa0 : 0x80;
    const to = byte === 0xed ? 0x9f : 0xbf;
    return { length: 3, bits: byte & 0x0f, from, to };
  }
  if (byte >= 0xf0 && byte <= 0xf4) {
    const from = byte === 0xf0 ? 0x90 : 0x80;
    const to = byte === 0xf4 ? 0x8f : 0xbf;
    return { length: 4, bits: byte & 0x07, from, to };
  }
  return undefined;
}

/** Decodes pieces in order. */
export class Utf8Stream {
  #left = 0;
  #code = 0;
  #from = 0x80;
  #to = 0xbf;

  /** The text of the next piece; a character that the piece cuts comes with the following one. */
  push(bytes: Uint8Array): string {
    let text = '';
    let codes: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (this.#left > 0 && (byte < this.#from || byte > this.#to)) {
        this.#left = 0;
        codes.push(replacement);
      }
      if (this.#left > 0) this.#follow(byte, codes);
      else if (byte < 0x80) codes.push(byte);
      else this.#begin(byte, codes);
      if (codes.length >= codesPerPart) {
        text += String.fromCodePoint(...codes);
        codes = [];
      }
    }
    return text + String.fromCodePoint(...codes);
  }

  /** What is left when the file has ended: U+FFFD for a character that was cut off. */
  end(): string {
    const isCut = this.#left > 0;
    this.#left = 0;
    return isCut ? '\uFFFD' : '';
  }

  #begin(byte: number, codes: number[]): void {
    const lead = leadOf(byte);
    if (lead === undefined) {
      codes.push(replacement);
      return;
    }
    this.#left = lead.length - 1;
    this.#code = lead.bits;
    this.#from = lead.from;
    this.#to = lead.to;
  }

  #follow(byte: number, codes: number[]): void {
    this.#code = (this.#code << 6) | (byte & 0x3f);
    this.#left -= 1;
    this.#from = 0x80;
    this.#to = 0xbf;
    if (this.#left === 0) codes.push(this.#code);
  }
}
