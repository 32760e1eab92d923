/** Spans and lines as HTML. */
import { badgeGlyphs } from '../badge-glyphs.ts';
import type { Line, Span } from '../document.ts';
import { escapeHtml } from './escape-html.ts';

/** One span. */
export function spanHtml(span: Span): string {
  const words = escapeHtml(span.text);
  switch (span.kind) {
    case 'text':
      return words;
    case 'strong':
      return `<strong>${words}</strong>`;
    case 'emphasis':
      return `<em>${words}</em>`;
    case 'term':
      return `<span class="name">${words}</span>`;
    case 'badge': {
      const { sign } = badgeGlyphs[span.tone];
      const glyph = sign === '' ? '' : `<span class="glyph" aria-hidden="true">${sign}</span>`;
      return `<span class="badge badge-${span.tone}">${glyph}${words}</span>`;
    }
    case 'link':
      return `<a href="#${escapeHtml(span.anchor)}">${words}</a>`;
    case 'citation': {
      const target = span.anchor === undefined ? span.url : `#${span.anchor}`;
      if (target === undefined) return `<cite>${words}</cite>`;
      const rel = span.anchor === undefined ? ' rel="noreferrer noopener"' : '';
      return `<a class="citation" href="${escapeHtml(target)}"${rel}>${words}</a>`;
    }
  }
}

export const spansHtml = (spans: readonly Span[]): string => spans.map(spanHtml).join('');

/** A line, its basis behind it. */
export function lineHtml({ spans, basis }: Line): string {
  const behind = basis === undefined ? '' : ` <span class="basis">[${spansHtml(basis)}]</span>`;
  return `${spansHtml(spans)}${behind}`;
}
