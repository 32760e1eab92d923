/** SVG as a document: balanced, without what XML forbids, the same bytes each time, words that cannot become markup. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Figure } from '../scene/index.ts';
import { figureModes, glyphShapes } from '../scene/index.ts';
import { renderSvg } from './index.ts';

const figureOf = (words: string): Figure => ({
  kind: 'swimmer',
  title: words,
  description: words,
  caption: words,
  width: 340,
  height: 100,
  marks: [
    { kind: 'text', x: 10, y: 20, text: words, size: 11, hint: words },
    {
      kind: 'rectangle',
      x: 0,
      y: 0,
      width: 10,
      height: 10,
      fill: 'partial',
      texture: 'diagonal',
      hint: words,
    },
    {
      kind: 'path',
      points: [
        { x: 0, y: 0 },
        { x: 5, y: 5 },
      ],
      stroke: 'ink',
      dash: 'long',
    },
    ...glyphShapes.map((shape) => ({
      kind: 'glyph' as const,
      shape,
      x: 50,
      y: 50,
      size: 9,
      fill: 'ink' as const,
      hint: words,
    })),
  ],
  table: { columns: [words], rows: [[words]] },
});

/** Elements are balanced and attributes quoted: the grammar that the renderer writes. */
function assertBalanced(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_whole, close: string, name: string, _attributes: string, empty: string) => {
      if (close === '/') assert.equal(open.pop(), name);
      else if (empty !== '/') open.push(name);
      return '';
    },
  );
  assert.deepEqual(open, []);
  assert.ok(!/[<>]/.test(rest), `left: ${/.{0,20}[<>].{0,20}/.exec(rest)?.[0]}`);
}

test('any words leave a balanced document', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(...figureModes),
      (words, mode) => {
        const svg = renderSvg(figureOf(words), { mode });
        assertBalanced(svg);
        for (const character of svg) {
          const code = character.codePointAt(0) ?? 0;
          assert.ok(code >= 0x20 || code === 0x9 || code === 0xa || code === 0xd, `control ${code}`);
          assert.ok(
            code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff),
            `no character ${code}`,
          );
        }
        assert.equal(svg, renderSvg(figureOf(words), { mode }));
      },
    ),
  );
});

test('markup in a label stays text', () => {
  const svg = renderSvg(figureOf('<script>alert(1)</script>'));
  assert.ok(!svg.includes('<script'));
  assert.ok(svg.includes('&lt;script&gt;'));
});

test('title and description are named by the document, with the prefix asked for', () => {
  const svg = renderSvg(figureOf('a figure'), { idPrefix: 'one' });
  assert.match(svg, /^<svg [^>]*role="img" aria-labelledby="one-title one-desc"/);
  assert.match(svg, /<title id="one-title">a figure<\/title>/);
  assert.match(svg, /fill="url\(#one-diagonal\)"/);
});

test('a fixed mode has no media query, and auto has dark and print', () => {
  assert.ok(!renderSvg(figureOf('x'), { mode: 'print' }).includes('@media'));
  assert.match(renderSvg(figureOf('x')), /@media screen and \(prefers-color-scheme:dark\).*@media print/s);
});
