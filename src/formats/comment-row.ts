/** What a table may not hide: a row behind the mark of comments (a subject named '#1'), and a column that stands twice. */
import type { Issue } from '../reading/index.ts';
import type { TableHeader } from './table-header.ts';

/** Whether a comment has as many cells as the header above it. */
export const isRowInComment = (header: TableHeader | undefined, line: string): boolean =>
  header !== undefined &&
  header.columns.length > 1 &&
  line.split(header.delimiter).length >= header.columns.length;

/** What is said of such a row where rows may be left out. */
export const rowInCommentMessage =
  "a row begins with '#', which marks a comment; left out. Take the mark off where it is none";

/** The issue of a column that is needed and stands twice. */
export const repeatedColumn = (name: string, line: number): Issue => ({
  code: 'wrong-value',
  severity: 'error',
  message: `the header has more than one column "${name}"; keep one of them`,
  line,
});
