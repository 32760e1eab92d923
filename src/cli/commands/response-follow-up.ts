/** The follow-up of a record behind its responses: lines, times to events, markers, toxicity, each row with its basis. */
import { type FollowUpSection, followUp } from '../../response/index.ts';
import type { AnswerSection, CaseAnswer } from './response-case.ts';

/** Wider than this, a table is no longer read on a terminal: each row is then a paragraph. */
const widestTable = 100;

const basisLines = (basis: string | null): readonly string[] => (basis === null ? [] : [`      [${basis}]`]);

/** Rows under their heads in columns of their widest, or one under the other where that is too wide. */
function tableLines({ columns, rows }: FollowUpSection): readonly string[] {
  const all = [columns, ...rows.map(({ cells }) => cells)];
  const widths = columns.map((_, at) => Math.max(...all.map((cells) => (cells[at] ?? '').length)));
  if (widths.reduce((sum, width) => sum + width + 2, 0) > widestTable)
    return rows.flatMap(({ cells, basis }) => [
      `  ${cells
        .flatMap((cell, at) => (cell === '' ? [] : [at === 0 ? cell : `${columns[at] ?? ''}: ${cell}`]))
        .join('; ')}`,
      ...basisLines(basis),
    ]);
  return all.flatMap((cells, at) => [
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
    ...basisLines(rows[at - 1]?.basis ?? null),
  ]);
}

const sectionLines = (section: FollowUpSection): readonly string[] => [
  '',
  section.title,
  ...(section.rows.length === 0 ? [] : tableLines(section)),
  ...section.notes.map((note) => `  ${note}`),
];

/** All sections of the follow-up as one part of the answer. */
export const followUpPart: AnswerSection<CaseAnswer> = {
  key: 'followUp',
  lines: ({ record }) => followUp(record).flatMap(sectionLines).slice(1),
  json: ({ record }) => followUp(record),
};
