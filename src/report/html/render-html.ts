/**
 * The report as HTML: a page that stands alone, or a fragment for a page of the server. No script, nothing from
 * elsewhere; styles stand in one `style` element or come from one address, for a strict content security policy.
 */
import { parts, type ReportDocument, type Section } from '../document.ts';
import { escapeHtml } from './escape-html.ts';
import { blockHtml } from './html-blocks.ts';
import type { HtmlLinks } from './html-spans.ts';
import { reportCssFor } from './page-css.ts';

/** Where the styles come from, and where links lead. The address must serve `reportCssFor(document)`. */
export type HtmlOptions = HtmlLinks &
  ({ readonly styles: 'inline' } | { readonly styles: 'linked'; readonly href: string });

function bannerHtml({ title, useStatement, identity }: ReportDocument): string {
  const entries = identity.map(
    ({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  return `<header class="banner">
<p class="use">${escapeHtml(useStatement)}</p>
<h1>${escapeHtml(title)}</h1>
<dl class="identity">${entries.join('\n')}</dl>
</header>`;
}

function contentsHtml({ sections }: ReportDocument): string {
  const items = sections.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
  return `<nav class="contents" aria-label="Contents of the report"><ol>${items.join('')}</ol></nav>`;
}

function sectionHtml({ id, title, blocks }: Section, links: HtmlLinks): string {
  const inside = blocks.map((block) => blockHtml(block, links)).join('\n');
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeHtml(title)}</h2>\n${inside}\n</section>`;
}

/** The report without the page around it, for embedding; styled by `reportCssFor`. */
export function renderHtmlFragment(document: ReportDocument, links: HtmlLinks = {}): string {
  const inParts = parts.map((part) => {
    const sections = document.sections.filter((section) => section.part === part);
    return sections.length === 0
      ? ''
      : `<div class="part part-${part}">\n${sections.map((section) => sectionHtml(section, links)).join('\n')}\n</div>`;
  });
  return `<div class="cajal-report">
${bannerHtml(document)}
${contentsHtml(document)}
${inParts.filter((part) => part !== '').join('\n')}
<footer class="use"><p>${escapeHtml(document.useStatement)}</p></footer>
</div>
`;
}

/** The report as a page that stands alone. */
export function renderHtml(document: ReportDocument, options: HtmlOptions): string {
  const styles =
    options.styles === 'inline'
      ? `<style>\n${reportCssFor(document)}</style>`
      : `<link rel="stylesheet" href="${escapeHtml(options.href)}">`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Cajal ${escapeHtml(document.meta.softwareVersion)}">
<title>${escapeHtml(document.title)}</title>
${styles}
</head>
<body>
<main>
${renderHtmlFragment(document, options)}</main>
</body>
</html>
`;
}
