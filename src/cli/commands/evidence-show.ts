/** `cajal evidence show`: one study, every printed value with its place, what is counted, the audit, and what rests on it. */
import {
  auditLibrary,
  type CountedResult,
  citationText,
  libraryWords,
  type PrintedValue,
  printedSubject,
  type Study,
  sourcePlaceText,
  statementDirectionText,
} from '../../evidence/index.ts';
import { nearestWord } from '../../reading/index.ts';
import { auditReport, findingLines } from '../../report/index.ts';
import { clopperPearson } from '../../statistics/index.ts';
import { entity } from '../../tumour/index.ts';
import { reportIssues } from '../outcome.ts';
import { wholeLibrary } from './evidence-library.ts';
import { print, table } from './stats.ts';

const valueText = (value: PrintedValue): string => {
  const unit = 'unit' in value && value.unit !== undefined ? ` ${value.unit}` : '';
  const percent = value.as === 'percent' || value.as === 'curvePercent' ? '%' : '';
  const interval = 'interval' in value && value.interval !== undefined ? ` (${value.interval})` : '';
  return `${value.value}${percent}${unit}${interval}`;
};

function valueRows(study: Study): readonly (readonly string[])[] {
  const { printed } = study;
  if (printed === undefined) return [];
  return printed.values.map((value) => [
    value.group,
    libraryWords(printedSubject(value)),
    valueText(value),
    sourcePlaceText(value.place),
  ]);
}

function countLine(study: Study, result: CountedResult): string {
  const { count, of, outcome, denominator, printed, inferred, derived, place } = result;
  const { lower, upper } = clopperPearson(count, of);
  const population = result.population?.words ?? study.population.words;
  const how = [
    `${denominator === 'unstated' ? 'denominator not said' : `of the ${denominator}`}`,
    derived ? 'count worked out from what is printed' : undefined,
    inferred === undefined ? undefined : `denominator inferred: ${inferred}`,
  ].filter((text) => text !== undefined);
  return `  ${libraryWords(outcome)}: ${count}/${of} = ${((100 * count) / of).toFixed(1)}% (exact 95% ${(100 * lower).toFixed(1)}–${(100 * upper).toFixed(1)}%), printed "${printed}" (${sourcePlaceText(place)}); ${how.join('; ')}; ${population}`;
}

/** Shows one study. */
export function evidenceShowCommand(id: string, options: { readonly json: boolean }): void {
  const { studies, statements, papers } = wholeLibrary();
  const study = studies.find((each) => each.id === id);
  if (study === undefined) {
    const near = nearestWord(
      id,
      studies.map((each) => each.id),
    );
    const hint = near === undefined ? '`cajal evidence list` names them' : `did you mean "${near}"?`;
    reportIssues([
      { code: 'unknown-reference', severity: 'error', message: `the library has no study "${id}"; ${hint}` },
    ]);
    return;
  }
  const resting = statements.filter((statement) => statement.studies.includes(id));
  const whole = auditLibrary(studies, papers);
  const isOfIt = (each: { readonly study: string }): boolean => each.study === id;
  const answer = { findings: whole.findings.filter(isOfIt), explained: whole.explained.filter(isOfIt) };
  if (options.json) {
    print(JSON.stringify({ study, audit: answer, statements: resting.map((each) => each.id) }, null, 2));
    return;
  }
  const { design, selection, population, arms } = study;
  print(citationText(study));
  print(`${study.id}; read in ${sourcePlaceText(study.readIn)} (${study.verification})`);
  print(
    [
      libraryWords(design.type),
      design.phase === undefined ? undefined : `phase ${design.phase}`,
      design.randomised === undefined ? undefined : design.randomised ? 'randomised' : 'not randomised',
      design.prospective === undefined ? undefined : design.prospective ? 'prospective' : 'retrospective',
      design.centres,
      `selection: ${selection === 'unstated' ? 'not said' : libraryWords(selection)}`,
    ]
      .filter((text) => text !== undefined)
      .join(', '),
  );
  print(`population: ${population.words} (${entity(population.entity).name})`);
  for (const arm of arms)
    print(`arm ${arm.id}: ${arm.label}${arm.dosePrinted === undefined ? '' : `; ${arm.dosePrinted}`}`);
  for (const { study: other, note } of study.overlaps) print(`shares patients with ${other}: ${note}`);
  if (study.counts.length > 0) {
    print('\nwhat may be counted:');
    for (const result of study.counts) print(countLine(study, result));
  }
  const rows = valueRows(study);
  if (rows.length > 0) {
    print(`\nas printed (${rows.length} values):`);
    print(table([['group', 'what', 'printed', 'place'], ...rows]));
  }
  for (const { text } of study.remarks) print(`remark: ${text}`);
  const report = auditReport(answer, studies);
  print(`\naudit: ${report.findings} findings`);
  for (const { findings, explained } of report.sections) {
    for (const judged of findings) for (const line of findingLines(judged)) print(`  ${libraryWords(line)}`);
    for (const each of explained)
      print(`  looks wrong and is right: ${libraryWords(`${each.about}: ${each.because}`)}`);
  }
  print(`\nstatements that rest on it: ${resting.length}`);
  for (const statement of resting)
    print(`  ${statement.id} (${statementDirectionText(statement)}): ${statement.claim}`);
}
