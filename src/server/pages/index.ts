/** The pages, and the frame around them. */
export { aboutPage } from './about-page.ts';
export { type CaseForm, caseFormPage, emptyForm } from './case-form-page.ts';
export { caseListPage, listQuestion } from './case-list-page.ts';
export { casePage, questionQuery } from './case-page.ts';
export { auditSieve, evidenceAuditPage, sifted } from './evidence-audit-page.ts';
export { evidenceBorrowPage } from './evidence-borrow-page.ts';
export { evidenceConflictsPage } from './evidence-conflicts-page.ts';
export { evidenceListPage } from './evidence-list-page.ts';
export { evidencePoolPage } from './evidence-pool-page.ts';
export { evidenceStatementsPage } from './evidence-statements-page.ts';
export { evidenceStudyPage } from './evidence-study-page.ts';
export { evidenceTablePage } from './evidence-table-page.ts';
export { followUpPage } from './follow-up-page.ts';
export { historyPage } from './history-page.ts';
export { type Page, renderPage } from './layout.ts';
export { Markup } from './markup.ts';
export { problemPage } from './problem-page.ts';
export { readPage } from './read-page.ts';
