/** `cajal criteria FILE CASE`: every criterion of a file asked of one case, with the datum behind each answer. */
import { clockAt, cutCase, placeText } from '../../case/index.ts';
import { type Explanation, evaluate, readCriteria, subjectOf } from '../../criteria/index.ts';
import { unknownReasonText } from '../../truth/index.ts';
import { plainForTerminal, readFileOrIssue, reportIssues } from '../outcome.ts';
import { readCaseFile } from './board.ts';

const marks: Readonly<Record<Explanation['truth'], string>> = {
  met: 'met',
  unmet: 'unmet',
  unknown: 'unknown',
};

function lines(explained: Explanation, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const answer = explained.leaf?.answer;
  const data = (answer?.data ?? []).map((datum) => {
    const place = datum.place === undefined ? '' : ` [${placeText(datum.place)}]`;
    return `${indent}    ${datum.text}${datum.date === undefined ? '' : ` (${datum.date})`}${place}`;
  });
  const open =
    answer?.truth === 'unknown'
      ? [`${indent}    ${unknownReasonText(answer.reason)}; to settle: ${answer.settledBy}`]
      : [];
  return [
    `${indent}${marks[explained.truth]}: ${explained.text}`,
    ...data,
    ...open,
    ...explained.parts.flatMap((part) => lines(part, depth + 1)),
  ];
}

/** Asks the criteria of a file of one case. */
export function criteriaCommand(
  criteriaPath: string,
  casePath: string,
  options: { readonly at?: string },
): void {
  const file = readFileOrIssue(criteriaPath);
  if (file.bytes === undefined) {
    reportIssues(file.issues);
    return;
  }
  const criteria = readCriteria(file.bytes, { source: criteriaPath });
  if (reportIssues(criteria.issues) || criteria.value === undefined) return;
  const read = readCaseFile(casePath, options.at);
  if (read === undefined) return;
  const clock = clockAt(read.reading.record, options.at);
  if (clock.value === undefined) {
    reportIssues(clock.issues);
    return;
  }
  const subject = subjectOf(cutCase(read.reading.record, clock.value));
  for (const { id, criterion } of criteria.value.criteria) {
    process.stdout.write(`${plainForTerminal([id, ...lines(evaluate(criterion, subject), 1)].join('\n'))}\n`);
  }
}
