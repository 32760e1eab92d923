/** `docs/audit-of-the-papers.md`: the audit of every value that the library holds of the five papers, as a report. */
import { fileURLToPath } from 'node:url';
import {
  auditLibrary,
  auditReport,
  knowledgePlaces,
  loadKnowledge,
  loadPrinted,
  renderAuditMarkdown,
  withPrinted,
} from '../../src/index.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));

const preface = `
Made by \`npm run docs\` from the curated library; \`cajal evidence audit\` prints the same. The papers are

- 000: imatinib in a neuroendocrine tumour with a KIT exon 11 mutation (J Natl Compr Canc Netw 2014;12:847-852)
- 001: entrectinib in a neuroendocrine tumour with an ETV6-NTRK3 fusion (JNCCN, November 2017)
- 002: phase II trial of imatinib in solid tumours with KIT mutation or amplification (NCT02461849)
- 003: immune checkpoint inhibitors in neuroendocrine tumours, four patients
- 004: review of the treatment of gastroenteropancreatic neuroendocrine carcinoma (Oncologist 2019;24:1-13)

Lines are those of the text version that was read. Many values of paper 004 are of other reports that it tables: what is
found there is a defect of the review's print, or of the report, which was not read.
`;

/** The document. */
export function auditOfPapers(): string {
  const places = knowledgePlaces(home);
  const { studies } = loadKnowledge(places).base.evidence;
  const { printed, papers } = loadPrinted(places);
  const whole = withPrinted(studies, printed);
  const report = auditReport(auditLibrary(whole, papers), whole);
  const text = renderAuditMarkdown(report, 'Audit of the five papers');
  const [title = '', ...rest] = text.split('\n');
  return `${[title, preface.trimEnd(), ...rest].join('\n').trimEnd()}\n`;
}
