/**
 * The styles of a report with the margins of its pages: patient and case on every page, page x of y. Chromium prints
 * page margin boxes since version 131 (CSS Paged Media Level 3); `string-set` is not there yet, so the words of the
 * head come from the document itself.
 */
import type { ReportDocument } from '../document.ts';
import { colourCss } from './colour-css.ts';
import { escapeCssString } from './escape-html.ts';
import { layoutCss } from './layout-css.ts';
import { printCss } from './print-css.ts';

/** The styles that all reports share: light and dark, wide and narrow, screen and paper. */
export const reportCss = `${colourCss}${layoutCss}${printCss}`;

/** The styles of one report: the shared ones and the heads of its printed pages. */
export function reportCssFor({ meta, useStatement }: ReportDocument): string {
  const head = escapeCssString(
    meta.patient === meta.caseId ? meta.caseId : `${meta.patient} (${meta.caseId})`,
  );
  return `${reportCss}@page {
  @top-left { content: "${head}"; }
  @top-right { content: "${escapeCssString(meta.decisionPoint)}"; }
  @bottom-left { content: "${escapeCssString(useStatement)}"; }
}
`;
}
