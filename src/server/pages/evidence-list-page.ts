/** The studies of the library: a filter, a row a study, and the papers with their tables. */
import { citationYearText, libraryWords, type Paper, type Study } from '../../evidence/index.ts';
import type { AuditSection } from '../../report/index.ts';
import { entities, entity } from '../../tumour/index.ts';
import type { FilteredStudies } from '../evidence-filter.ts';
import { asOfField, type EvidenceRow, evidenceTable, selectField, textField } from './evidence-table.ts';
import { evidenceWays, researchLine, sizeText, studyHref, tableHref } from './evidence-words.ts';
import { issueList } from './issue-list.ts';
import type { Page } from './layout.ts';
import { type Insertion, type Markup, markup } from './markup.ts';

/** What the page shows. */
export interface StudyListView {
  readonly found: FilteredStudies;
  readonly all: readonly Study[];
  readonly papers: readonly Paper[];
  readonly section: (id: string) => AuditSection | undefined;
}

function filterForm({ found, all, papers }: StudyListView): Markup {
  const { filter, issues } = found;
  const used = new Set(all.map(({ population }) => population.entity));
  const wrong = (field: keyof typeof filter): Insertion => {
    const issue = issues[field];
    return issue === undefined ? undefined : issueList([issue]);
  };
  return markup`<form class="app-sieve" method="get" action="/evidence" role="search" aria-label="Studies">
${textField('q', 'Words', filter.words, undefined)}
${selectField(
  'document',
  'Paper',
  [
    { value: '', words: 'any' },
    ...papers.map(({ id, title }) => ({ value: id, words: `${id}: ${title.slice(0, 60)}` })),
  ],
  filter.document,
  wrong('document'),
)}
${selectField(
  'entity',
  'Tumour, or a kind of it',
  [
    { value: '', words: 'any' },
    ...entities
      .filter(({ id }) => used.has(id) || id === filter.entity)
      .map(({ id, name }) => ({ value: id, words: name })),
  ],
  filter.entity,
  wrong('entity'),
)}
${asOfField(filter.asOf, issues.asOf === undefined ? undefined : [issues.asOf])}
<p class="app-do"><button type="submit">Show</button></p>
</form>`;
}

function studyRow(study: Study, section: AuditSection | undefined): EvidenceRow {
  const { id, title, citation, design, population, printed } = study;
  const findings = section?.findings.length ?? 0;
  const href = studyHref(id);
  return {
    cells: [
      markup`<a href="${href}">${citation.authors ?? title}</a><span class="app-second">${citation.authors === undefined ? undefined : markup`${title} · `}<span class="app-id">${id}</span></span>`,
      citationYearText(citation),
      libraryWords(design.type),
      sizeText(study),
      markup`${entity(population.entity).name}<span class="app-second">${population.words}</span>`,
      printed === undefined ? 0 : markup`<a href="${href}#printed">${printed.values.length}</a>`,
      findings === 0 ? 0 : markup`<a href="${href}#audit">${findings}</a>`,
    ],
  };
}

const paperList = (papers: readonly Paper[]): Markup => markup`<h2>Papers and their tables</h2>
<ul class="app-list">${papers.map(
  ({ id, title, tables }) =>
    markup`<li><h3>Paper ${id}: ${title}</h3><ul class="app-links"><li><a href="/evidence?document=${id}">Studies</a></li><li><a href="/evidence/audit?document=${id}">Audit</a></li>${tables.map(({ id: table }) => markup`<li><a href="${tableHref(id, table)}">${table}</a></li>`)}</ul></li>`,
)}</ul>`;

/** The page. */
export function evidenceListPage(view: StudyListView): Page {
  const { found, all, papers, section } = view;
  const { studies, issues } = found;
  const values = studies.reduce((sum, { printed }) => sum + (printed?.values.length ?? 0), 0);
  const isWhole = studies.length === all.length;
  const counted = isWhole
    ? markup`${all.length} studies, ${values} printed values with their places`
    : markup`${studies.length} of ${all.length} studies, ${values} printed values. <a href="/evidence">Show all</a>`;
  return {
    title: 'Evidence',
    current: 'evidence',
    body: markup`<h1>Evidence</h1>
${evidenceWays('/evidence')}
${researchLine}
${filterForm(view)}
<p class="app-count" role="status">${Object.keys(issues).length > 0 ? 'The filter cannot be read; see its fields.' : counted}</p>
${
  studies.length === 0
    ? markup`<p class="app-empty">No study fits. <a href="/evidence">Show all studies</a></p>`
    : evidenceTable(
        'Studies',
        ['Study', 'Year', 'Design', 'Patients', 'Population', 'Printed values', 'Findings'],
        studies.map((study) => studyRow(study, section(study.id))),
      )
}
${papers.length === 0 ? undefined : paperList(papers)}`,
  };
}
