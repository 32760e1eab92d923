/**
 * Writes `src/figures/text/font-metrics.ts`: the advance widths of Liberation Sans (metric-compatible with Arial, and with
 * Helvetica but for single characters), from the font files that Debian's package fonts-liberation installs. Widths are
 * facts of the font; no outline is carried over. Run: node scripts/import/font-metrics.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = '/usr/share/fonts/truetype/liberation';
const target = join(import.meta.dirname, '../../src/figures/text/font-metrics.ts');
const ranges: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x391, 0x3c9],
  [0x2010, 0x2026],
  [0x2030, 0x2033],
  [0x2070, 0x2089],
  [0x2190, 0x2193],
  [0x2206, 0x2265],
];

/** Advance widths in thousandths of the em, by code point; 0 where the font has no glyph. */
function widthsOf(file: string): readonly number[] {
  const bytes = readFileSync(join(folder, file));
  const tables = new Map<string, number>();
  for (let at = 0; at < bytes.readUInt16BE(4); at += 1) {
    const record = 12 + at * 16;
    tables.set(bytes.toString('latin1', record, record + 4), bytes.readUInt32BE(record + 8));
  }
  const at = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`${file} has no table ${name}`);
    return offset;
  };
  const unitsPerEm = bytes.readUInt16BE(at('head') + 18);
  const metricsCount = bytes.readUInt16BE(at('hhea') + 34);
  const advance = (glyph: number): number =>
    bytes.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, metricsCount - 1));
  const cmap = at('cmap');
  const format4 = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, index) =>
    bytes.readUInt32BE(cmap + 4 + index * 8 + 4),
  ).find((offset) => bytes.readUInt16BE(cmap + offset) === 4);
  if (format4 === undefined) throw new Error(`${file} has no character map of format 4`);
  const map = cmap + format4;
  const segments = bytes.readUInt16BE(map + 6) / 2;
  const glyphOf = (code: number): number => {
    for (let segment = 0; segment < segments; segment += 1) {
      const last = bytes.readUInt16BE(map + 14 + 2 * segment);
      if (code > last) continue;
      const first = bytes.readUInt16BE(map + 16 + 2 * segments + 2 * segment);
      if (code < first) return 0;
      const delta = bytes.readUInt16BE(map + 16 + 4 * segments + 2 * segment);
      const place = map + 16 + 6 * segments + 2 * segment;
      const offset = bytes.readUInt16BE(place);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = bytes.readUInt16BE(place + offset + 2 * (code - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
  return ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => {
      const glyph = glyphOf(first + index);
      return glyph === 0 ? 0 : Math.round((advance(glyph) * 1000) / unitsPerEm);
    }),
  );
}

const lines = (widths: readonly number[]): string => {
  const rows: string[] = [];
  for (let at = 0; at < widths.length; at += 24) rows.push(widths.slice(at, at + 24).join(' '));
  return `\`\n${rows.join('\n')}\n\``;
};

writeFileSync(
  target,
  `/**
 * Advance widths in thousandths of the em, of Liberation Sans 2 (Debian's fonts-liberation), which has the widths of Arial.
 * Written by scripts/import/font-metrics.ts. 0 where the font has no glyph.
 */

/** The code points that the widths stand for, one after the other. */
export const metricRanges: readonly (readonly [first: number, last: number])[] = ${JSON.stringify(ranges)};

/** Widths of the regular face. */
export const regularWidths = ${lines(widthsOf('LiberationSans-Regular.ttf'))};

/** Widths of the bold face. */
export const boldWidths = ${lines(widthsOf('LiberationSans-Bold.ttf'))};
`,
);
