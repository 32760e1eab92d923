/** `cajal evidence table`: a table of a paper, printed again from the data. */
import { type Paper, type PrintedValue, printedSubject, type Study } from '../../evidence/index.ts';
import { reportIssues } from '../outcome.ts';
import { wholeLibrary } from './evidence-library.ts';
import { print, table } from './stats.ts';

const exhibitId = (asked: string): string => (/^\d+$/.test(asked) ? `Table ${asked}` : asked);

interface Cell {
  readonly study: Study;
  readonly value: PrintedValue;
}

/** The values that stand in a table, in the order of their lines. */
export function cellsOf(studies: readonly Study[], paper: Paper, exhibit: string): readonly Cell[] {
  const firstLine = ({ value }: Cell) => Number(/^\d+/.exec(value.place.lines ?? '')?.[0] ?? 0);
  return studies
    .flatMap((study) =>
      (study.printed?.values ?? [])
        .filter(({ place }) => place.document === paper.id && place.section === exhibit)
        .map((value) => ({ study, value })),
    )
    .toSorted((a, b) => firstLine(a) - firstLine(b));
}

const shownValue = (value: PrintedValue): string => {
  const interval = 'interval' in value && value.interval !== undefined ? ` (${value.interval})` : '';
  return `${value.value}${interval}`;
};

const csvCell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Prints a table of a paper. */
export function evidenceTableCommand(
  document: string,
  asked: string,
  options: { readonly csv: boolean },
): void {
  const { studies, papers } = wholeLibrary();
  const paper = papers.find(({ id }) => id === document);
  const refuse = (message: string) =>
    reportIssues([{ code: 'unknown-reference', severity: 'error', message, source: document }]);
  if (paper === undefined) {
    refuse(`is no paper of the library; there are ${papers.map(({ id }) => id).join(', ')}`);
    return;
  }
  const exhibit = exhibitId(asked);
  const found = paper.tables.find(({ id }) => id === exhibit);
  if (found === undefined) {
    const there = paper.tables.map(({ id }) => id).join(', ');
    refuse(`has no "${exhibit}"; it has ${there === '' ? 'no tables' : there}`);
    return;
  }
  const cells = cellsOf(studies, paper, exhibit);
  const head = ['study', 'group', 'what', 'as', 'printed', 'lines'];
  const rows = cells.map(({ study, value }) => [
    study.id,
    study.printed?.groups.find(({ id }) => id === value.group)?.words ?? value.group,
    printedSubject(value),
    value.as,
    shownValue(value),
    value.place.lines ?? '',
  ]);
  if (options.csv) {
    print([head, ...rows].map((row) => row.map(csvCell).join(',')).join('\n'));
    return;
  }
  print(`${found.id}. ${found.words}`);
  print(`columns: ${found.columns.map(({ header }) => header).join(' | ')}`);
  print('');
  print(table([head, ...rows]));
  print(`\n${new Set(cells.map(({ study }) => study.id)).size} studies, ${cells.length} values`);
}
