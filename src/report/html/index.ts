/** The report as HTML, with its styles. */
export type { HtmlLinks } from './html-spans.ts';
export { reportCss, reportCssFor } from './page-css.ts';
export { type HtmlOptions, renderHtml, renderHtmlFragment } from './render-html.ts';
