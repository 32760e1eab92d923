/**
 * How the second reader's words for a report and its patients read in the library: a table with the columns paper,
 * study, group and library, the last with one or more of `study:group`, separated by spaces.
 */
import type { Issue, Reading } from '../../reading/index.ts';
import type { SecondReadingGroups } from './compare-second-reading.ts';

/** Reads the table. A row with other than four cells is an issue. */
export function readSecondReadingGroups(text: string, source: string): Reading<SecondReadingGroups> {
  const issues: Issue[] = [];
  const groups = new Map<string, readonly string[]>();
  for (const [index, line] of text.trimEnd().split('\n').slice(1).entries()) {
    const [paper, study, group, library, ...more] = line.split('\t');
    if (library === undefined || more.length > 0) {
      const message = 'needs paper, study, group and what they are in the library, separated by tabs';
      issues.push({ code: 'wrong-value', severity: 'error', message, source, line: index + 2 });
    } else groups.set([paper, study, group].join('|'), library.split(' '));
  }
  return issues.length === 0 ? { value: groups, issues } : { value: undefined, issues };
}
