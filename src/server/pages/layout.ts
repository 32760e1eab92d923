/** The frame of every page: head, skip link, navigation, main part, foot. */
import { useStatement } from '../use-statement.ts';
import { type Insertion, markup } from './markup.ts';

/** A page without its frame. */
export interface Page {
  readonly title: string;
  /** The entry of the navigation on which the reader is. */
  readonly current?: 'cases' | 'add' | 'read' | 'evidence' | 'about';
  /** Set where the page holds a report. */
  readonly hasReport?: boolean;
  readonly body: Insertion;
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230f5c6e'/%3E%3Cpath d='M11.2 5.6a3.6 3.6 0 1 0 0 4.8' fill='none' stroke='white' stroke-width='1.8' stroke-linecap='round'/%3E%3C/svg%3E";

function navigationLink(href: string, words: string, isCurrent: boolean): Insertion {
  return markup`<li><a href="${href}"${isCurrent ? markup` aria-current="page"` : undefined}>${words}</a></li>`;
}

/** A whole page as text. */
export function renderPage({ title, current, hasReport, body }: Page, softwareVersion: string): string {
  const styles = hasReport === true ? ['/styles/report.css', '/styles/cajal.css'] : ['/styles/cajal.css'];
  return `<!doctype html>\n${markup`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Cajal</title>
<link rel="icon" href="${icon}">
${styles.map((href) => markup`<link rel="stylesheet" href="${href}">\n`)}</head>
<body class="app">
<a class="app-skip" href="#main">Skip to the content</a>
<header class="app-header">
<p class="app-brand"><a href="/">Cajal</a> <span>molecular tumour board</span></p>
<nav aria-label="Main"><ul>${navigationLink('/', 'Cases', current === 'cases')}${navigationLink('/cases/new', 'Add a case', current === 'add')}${navigationLink('/read', 'Read a report', current === 'read')}${navigationLink('/evidence', 'Evidence', current === 'evidence')}${navigationLink('/about', 'About', current === 'about')}</ul></nav>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer class="app-footer"><p>${useStatement}</p><p>Cajal ${softwareVersion}</p></footer>
</body>
</html>
`.toString()}`;
}
