/** Spans and lines as HTML. */
import { badgeGlyphs } from '../badge-glyphs.ts';
import type { EvidencePart, Line, Span } from '../document.ts';
import { escapeHtml } from './escape-html.ts';

/** Where the links of a report lead beyond it. */
export interface HtmlLinks {
  /**
   * The address of a study of the library, or of a part of one, on pages that serve it. Without it the report stands alone:
   * its citations lead to their entries in it, where the study is named with its id and place.
   */
  readonly evidenceHref?: ((evidence: EvidencePart) => string) | undefined;
}

function citationHtml(span: Extract<Span, { kind: 'citation' }>, { evidenceHref }: HtmlLinks): string {
  const { text, anchor, url, evidence } = span;
  const words = escapeHtml(text);
  const ofLibrary = evidence === undefined ? undefined : evidenceHref?.(evidence);
  const own = ofLibrary ?? (anchor === undefined ? undefined : `#${anchor}`);
  if (own !== undefined) return `<a class="citation" href="${escapeHtml(own)}">${words}</a>`;
  if (url === undefined) return `<cite>${words}</cite>`;
  return `<a class="citation" href="${escapeHtml(url)}" rel="noreferrer noopener">${words}</a>`;
}

/** One span. */
export function spanHtml(span: Span, links: HtmlLinks): string {
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
      // A word joiner: a line may not break between the sign and its word.
      const glyph = sign === '' ? '' : `<span class="glyph" aria-hidden="true">${sign}&#8288;</span>`;
      return `<span class="badge badge-${span.tone}">${glyph}${words}</span>`;
    }
    case 'link':
      return `<a href="#${escapeHtml(span.anchor)}">${words}</a>`;
    case 'citation':
      return citationHtml(span, links);
  }
}

export const spansHtml = (spans: readonly Span[], links: HtmlLinks): string =>
  spans.map((span) => spanHtml(span, links)).join('');

/** A line, its basis behind it. */
export function lineHtml({ spans, basis }: Line, links: HtmlLinks): string {
  const behind = basis === undefined ? '' : ` <span class="basis">[${spansHtml(basis, links)}]</span>`;
  return `${spansHtml(spans, links)}${behind}`;
}
