/** Text and numbers inside SVG: escaped, without characters that XML forbids, and rounded to hundredths of a pixel. */

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters and lone surrogates, which no XML document may hold. */
const isForbidden = (code: number): boolean =>
  (code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd) ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  code === 0xfffe ||
  code === 0xffff;

/** A text as content or attribute; what XML forbids becomes the sign of a replaced character. */
export function escapeXml(text: string): string {
  let escaped = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    escaped += isForbidden(code) ? '\ufffd' : (escapes[character] ?? character);
  }
  return escaped;
}

/** A coordinate. */
export const number = (value: number): string => String(Math.round(value * 100) / 100 || 0);
