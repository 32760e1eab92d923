/**
 * What a report that was read in full leaves out and a reader needs to weigh it: how its intervals were made, whether responses
 * were confirmed and by whom they were read, how many were screened for the marker that selects, the dose of a drug whose
 * outcome is told, the measurement behind a response by criteria, the criteria behind a best response, the events behind "well
 * tolerated", the instrument behind "quality of life", how a series was gathered, how a review searched. After CONSORT 2010 (items
 * 4b, 6a, 12, 13a, 19), RECIST 1.1 (section 4.6: confirmation where response is the primary endpoint of a non-randomised trial),
 * the CARE guidelines for case reports (2013) and SANRA for reviews (2019).
 */
import type { AuditedStudy } from './audited-study.ts';
import type { AuditAnswer } from './finding.ts';
import { gathering, searching, tables } from './methods-reporting.ts';
import { isOwnReport, lackOf } from './report-lack.ts';
import { claims, doses, responses } from './response-reporting.ts';
import { markers, ofTrial } from './trial-reporting.ts';

export function reportingCheck(of: AuditedStudy): AuditAnswer {
  if (!isOwnReport(of)) return { findings: [], explained: [] };
  const lacks = [
    ...ofTrial(of),
    ...markers(of),
    ...doses(of),
    ...responses(of),
    ...claims(of),
    ...tables(of),
    ...gathering(of),
    ...searching(of),
  ];
  return { findings: lacks.map((lack) => lackOf(of, lack)), explained: [] };
}
