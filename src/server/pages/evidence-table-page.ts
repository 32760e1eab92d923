/** A table of a paper, printed again from the data: each value with its study, its group and its lines. */
import {
  type ExhibitTable,
  libraryWords,
  type Paper,
  type PrintedValue,
  printedSubject,
  type Study,
} from '../../evidence/index.ts';
import { evidenceTable } from './evidence-table.ts';
import {
  byLine,
  evidenceWays,
  printedText,
  researchLine,
  shortCitation,
  studyHref,
  tableHref,
  valueAnchor,
} from './evidence-words.ts';
import type { Page } from './layout.ts';
import { type Insertion, markup } from './markup.ts';

interface Cell {
  readonly value: PrintedValue;
  /** Its place among the values of the study. */
  readonly at: number;
}

/** The values of a study that stand in a table, in the order of their lines. */
const cellsOf = (study: Study, document: string, exhibit: string): readonly Cell[] =>
  (study.printed?.values ?? [])
    .map((value, at) => ({ value, at }))
    .filter(({ value: { place } }) => place.document === document && place.section === exhibit)
    .toSorted((a, b) => byLine(a.value.place, b.value.place));

/** What the page shows. */
export interface PaperTableView {
  readonly paper: Paper;
  readonly exhibit: Paper['tables'][number];
  readonly studies: readonly Study[];
  /** The table in the paper's columns. */
  readonly asPrinted: ExhibitTable | undefined;
}

/** The table in the paper's own columns; each row leads to its study. */
function paperColumns({ exhibit, asPrinted }: PaperTableView): Insertion {
  if (asPrinted === undefined || asPrinted.headers.length === 0 || asPrinted.rows.length === 0)
    return undefined;
  return markup`<h2 id="as-printed">In the columns of the paper</h2>
<p class="app-count">Words and numbers of each cell are those of the paper; codes such as NA or SI stay as printed. A semicolon may stand where the paper has another sign.</p>
${evidenceTable(
  `${exhibit.id} in the columns of the paper`,
  asPrinted.headers,
  asPrinted.rows.map(({ study, cells }) => ({
    cells: cells.map(({ text }, at) =>
      at === 0 ? markup`<a href="${studyHref(study)}">${text === '' ? study : text}</a>` : text,
    ),
  })),
)}
${asPrinted.notes.map((note) => markup`<p class="app-count">${note}</p>`)}
`;
}

/** The page. */
export function evidenceTablePage(view: PaperTableView): Page {
  const { paper, exhibit, studies } = view;
  const rows = studies
    .map((study) => ({ study, cells: cellsOf(study, paper.id, exhibit.id) }))
    .flatMap(({ study, cells }) => {
      const [first] = cells;
      return first === undefined ? [] : [{ study, cells, first }];
    })
    .toSorted((a, b) => byLine(a.first.value.place, b.first.value.place));
  const values = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  return {
    title: `${exhibit.id} of paper ${paper.id}`,
    current: 'evidence',
    body: markup`<p class="app-crumbs"><a href="/evidence">Evidence</a> <span aria-hidden="true">/</span> <a href="/evidence?document=${paper.id}">Paper ${paper.id}</a></p>
<h1>${exhibit.id} of paper ${paper.id}</h1>
${evidenceWays('')}
<p class="app-lead">${exhibit.words}</p>
${researchLine}
<ul class="app-links">${paper.tables
      .filter(({ id }) => id !== exhibit.id)
      .map(({ id }) => markup`<li><a href="${tableHref(paper.id, id)}">${id}</a></li>`)}</ul>
<p class="app-count">Lines ${exhibit.lines}. ${rows.length} ${rows.length === 1 ? 'study' : 'studies'}, ${values} values.${exhibit.columns.length === 0 ? '' : ` Columns as printed: ${exhibit.columns.map(({ header }) => header).join(' | ')}.`}</p>
${rows.length === 0 ? markup`<p class="app-empty">No value of this table is held.</p>` : undefined}
${paperColumns(view)}
${rows.length === 0 ? undefined : markup`<h2 id="values">Value by value</h2>`}
${rows.map(({ study, cells }) => {
  const groups = study.printed?.groups ?? [];
  return markup`<h3 id="${study.id}"><a href="${studyHref(study.id)}">${shortCitation(study)}</a></h3>
${evidenceTable(
  `${shortCitation(study)} in ${exhibit.id}`,
  ['What', 'Group', 'As', 'Printed', 'Lines'],
  cells.map(({ value, at }) => ({
    cells: [
      libraryWords(printedSubject(value)),
      groups.find(({ id }) => id === value.group)?.words ?? value.group,
      libraryWords(value.as),
      markup`<q>${printedText(value)}</q>`,
      markup`<a class="app-lines" href="${studyHref(study.id)}#${valueAnchor(at)}">${value.place.lines ?? 'place'}</a>`,
    ],
  })),
)}`;
})}`,
  };
}
