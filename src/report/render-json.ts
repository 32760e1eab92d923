/** The report as canonical JSON: the same report is the same text, so its hash can be signed. */
import { canonicalJson } from '../reading/index.ts';
import type { ReportDocument } from './document.ts';

/** The report in canonical JSON (RFC 8785), with a line end. */
export function renderJson(document: ReportDocument): string {
  return `${canonicalJson(document)}\n`;
}
