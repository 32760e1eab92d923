/** Words as HTML text and attribute values. Everything a user wrote goes through here, once. */
import { visibleText } from '../visible-text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe as text and within a quoted attribute. */
export function escapeHtml(words: string): string {
  return visibleText(words).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** Safe within a quoted string of CSS: every sign but plain letters, digits and spaces as its code. */
export function escapeCssString(words: string): string {
  return visibleText(words).replace(
    /[^A-Za-z0-9 ]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16)} `,
  );
}
