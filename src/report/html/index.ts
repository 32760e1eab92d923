/** The report as HTML, with its styles. */
export { reportCss, reportCssFor } from './page-css.ts';
export { type HtmlOptions, renderHtml, renderHtmlFragment } from './render-html.ts';
