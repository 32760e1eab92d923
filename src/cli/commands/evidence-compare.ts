/** `cajal evidence compare`: the library against a second, independent reading of the papers. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type ComparedPaper,
  type ComparedRow,
  compareSecondReading,
  readSecondReading,
  readSecondReadingGroups,
  type SecondReadingGroups,
  secondReadingAgreement,
} from '../../evidence/index.ts';
import type { Reading } from '../../reading/index.ts';
import type { EvidenceCompareOptions } from '../evidence-options.ts';
import { reportIssues } from '../outcome.ts';
import { wholeLibrary } from './evidence-library.ts';
import { printCsv } from './print-csv.ts';
import { print, table } from './stats.ts';

/** The content of a file as a reader reads it; undefined, with the issues written, where it is not usable. */
function readFrom<T>(path: string, read: (text: string) => Reading<T>): T | undefined {
  if (!existsSync(path)) {
    const message = 'is not there; give the path of a table of readings';
    reportIssues([{ code: 'file-not-found', severity: 'error', message, source: path }]);
    return undefined;
  }
  const { value, issues } = read(readFileSync(path, 'utf8'));
  reportIssues(issues);
  return value;
}

const percent = (count: number, of: number): string => (of === 0 ? '' : ((100 * count) / of).toFixed(1));

function agreementRow(label: string, rows: readonly ComparedRow[], onlyInLibrary: number): readonly string[] {
  const { rows: all, onPrint, onMeaning } = secondReadingAgreement(rows);
  return [
    label,
    String(all),
    String(onPrint),
    percent(onPrint, all),
    String(onMeaning),
    percent(onMeaning, all),
    String(onlyInLibrary),
  ];
}

const differenceHead = ['paper', 'row', 'lines', 'second reading', 'library', 'differs in'] as const;

function differencesOf({ paper, rows, onlyInLibrary }: ComparedPaper): readonly (readonly string[])[] {
  const differing = rows.flatMap(({ row, held, differs }): (readonly string[])[] => {
    if (held !== undefined && differs.length === 0) return [];
    const theirs = `${row.study}, ${row.group}: ${row.what} ${row.printed}`;
    const ours = held === undefined ? '' : `${held.study}, ${held.group}: ${held.what} ${held.value}`;
    return [
      [paper, String(row.at), row.lines, theirs, ours, held === undefined ? 'print' : differs.join(', ')],
    ];
  });
  const ours = onlyInLibrary.map((held) => {
    const value = `${held.study}, ${held.group}: ${held.what} ${held.value}`;
    return [paper, '', held.lines, '', value, 'only in the library'];
  });
  return [...differing, ...ours];
}

/** Compares tables of readings with the library and prints the agreement and each difference. */
export function evidenceCompareCommand(tables: readonly string[], options: EvidenceCompareOptions): void {
  const { studies } = wholeLibrary();
  const none: SecondReadingGroups = new Map();
  const { groups: file } = options;
  const groups = file === undefined ? none : readFrom(file, (text) => readSecondReadingGroups(text, file));
  if (groups === undefined) return;
  const compared: ComparedPaper[] = [];
  for (const path of tables) {
    const paper = /\d{3}/.exec(basename(path))?.[0];
    if (paper === undefined) {
      const message = 'names no paper; name the table after it, such as paper-004.tsv';
      reportIssues([{ code: 'wrong-value', severity: 'error', message, source: path }]);
      return;
    }
    const rows = readFrom(path, (text) => readSecondReading(text, paper));
    if (rows === undefined) return;
    compared.push(compareSecondReading(paper, rows, studies, groups));
  }
  const differences = compared.flatMap(differencesOf);
  if (options.csv) {
    printCsv({ columns: differenceHead, rows: differences });
    return;
  }
  const every = compared.flatMap(({ rows }) => rows);
  const only = compared.reduce((sum, { onlyInLibrary }) => sum + onlyInLibrary.length, 0);
  const head = ['paper', 'values', 'same print', '%', 'same meaning', '%', 'only in the library'];
  const perPaper = compared.map(({ paper, rows, onlyInLibrary }) =>
    agreementRow(paper, rows, onlyInLibrary.length),
  );
  print(table([head, ...perPaper, agreementRow('all', every, only)]));
  print(`\n${differences.length} differences`);
  if (differences.length > 0) print(table([differenceHead, ...differences]));
}
