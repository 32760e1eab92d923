/** The front page: identity, question, classification, gaps, findings, ladder, options, decisions. */
export { identityOf, patientLabel, useStatement } from './banner.ts';
export { classificationSection } from './classification.ts';
export { decisionsSection, signOffSection } from './decisions.ts';
export { findingsSection } from './findings.ts';
export { ladderSection } from './ladder.ts';
export { optionOverviewSection } from './option-overview.ts';
export { questionSection } from './question.ts';
export { untestedSection } from './untested.ts';
