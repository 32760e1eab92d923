/** `cajal classify CASE...`: class and grade of each case, with the reasons. */
import { clockAt, cutCase } from '../../case/index.ts';
import { subjectOf } from '../../criteria/index.ts';
import { canonicalJson } from '../../reading/index.ts';
import { basisText, boundsText, type Classification, className, diseaseText } from '../../tumour/index.ts';
import type { ClassifyOptions } from '../command-options.ts';
import { plainForTerminal, reportIssues } from '../outcome.ts';
import { readCaseFile } from './board.ts';

interface ClassifiedCase {
  readonly id: string;
  readonly file: string;
  readonly at: string;
  readonly disease: string;
  readonly classification: Classification;
}

function classText({ class: nenClass, lineage }: Classification): string {
  if (nenClass !== null) return className(nenClass);
  return lineage === 'other' ? 'not a neuroendocrine neoplasm' : 'not known to be neuroendocrine';
}

function asText({ id, at, disease, classification }: ClassifiedCase): string {
  const { grade, statements, reviews } = classification;
  const lines = [
    `${id} (${at})`,
    `  class: ${classText(classification)}`,
    `  disease: ${disease}`,
    `  grade: ${grade === null ? 'none' : `${boundsText(grade)} (${grade.from === 'counts' ? 'by counts' : 'as printed'})`}`,
    ...statements.map(
      (each) =>
        `  ${each.weight}: ${each.sentence}${each.basis === undefined ? '' : ` [${basisText(each.basis)}]`}`,
    ),
    ...reviews.map((each) => `  review: ${each.sentence}`),
  ];
  return `${plainForTerminal(lines.join('\n'))}\n`;
}

/** Classifies each file; files that cannot be used are reported and the others still classified. */
export function classifyCommand(paths: readonly string[], options: ClassifyOptions): void {
  const classified = paths.flatMap((path): ClassifiedCase[] => {
    const file = readCaseFile(path, options.at);
    if (file === undefined) return [];
    const { record } = file.reading;
    const clock = clockAt(record, options.at);
    if (clock.value === undefined) {
      reportIssues(clock.issues.map((issue) => ({ ...issue, source: path })));
      return [];
    }
    const subject = subjectOf(cutCase(record, clock.value));
    return [
      {
        id: record.id,
        file: path,
        at: clock.value.kind === 'now' ? 'the whole record' : clock.value.label,
        disease: diseaseText(subject.disease),
        classification: subject.classification,
      },
    ];
  });
  if (options.json)
    process.stdout.write(`${JSON.stringify(JSON.parse(canonicalJson(classified)), null, 2)}\n`);
  else process.stdout.write(classified.map(asText).join('\n'));
}
