/**
 * `cajal relate FINDING PATTERN...`: how a finding stands to patterns, with the rule that decided. With `--statements`, to
 * every alteration that a statement of the library names: what matches, what is open, and what is only near.
 */
import { compareRelations, notationText, readNotation } from '../../alteration/index.ts';
import { knowledgePlaces, loadKnowledge } from '../../knowledge/index.ts';
import { homeFolder } from '../home.ts';
import { plainForTerminal, reportIssues } from '../outcome.ts';
import type { RelateCommandOptions } from '../relate-options.ts';
import {
  answerPatterns,
  answerStatements,
  changesOf,
  type PatternAnswer,
  patternsOfArgument,
  type ReadChange,
  type StatementAnswer,
} from './relate-answer.ts';

const print = (line: string): void => {
  process.stdout.write(`${plainForTerminal(line)}\n`);
};

function printChange({ text, mutationClass, exons, oncogenicity }: ReadChange): void {
  print(text);
  if (mutationClass !== undefined) print(`  class: ${mutationClass}`);
  if (exons !== undefined) print(`  exon: ${exons.join(' or ')}`);
  const { call, basis, sentence, caveats } = oncogenicity;
  print(`  oncogenicity: ${call} (${basis}). ${sentence}`);
  for (const caveat of caveats) print(`    but: ${caveat}`);
}

function printPattern({ words, relation }: PatternAnswer): void {
  const reason = relation.reason === undefined ? '' : `, ${relation.reason}`;
  print(`${words}: ${relation.truth}${reason}`);
  print(`  ${relation.resolution}, ${relation.rule}. ${relation.sentence}`);
}

const headings = { met: 'Matches', unknown: 'Open', unmet: 'Near, and does not count' } as const;

/** The statement of the very variant stands before that of its exon, whatever it says. */
function byNearest(a: StatementAnswer, b: StatementAnswer): number {
  const [first] = a.parts;
  const [second] = b.parts;
  return first === undefined || second === undefined ? 0 : compareRelations(first.relation, second.relation);
}

function printStatements(answers: readonly StatementAnswer[]): void {
  for (const truth of ['met', 'unknown', 'unmet'] as const) {
    const shown = answers.filter((answer) => answer.truth === truth).toSorted(byNearest);
    print('');
    print(`${headings[truth]} (${shown.length})`);
    for (const { id, about, direction, entity, parts } of shown) {
      print(`  ${id}: ${direction}, ${about} (${entity})`);
      const [nearest] = parts;
      if (nearest === undefined) continue;
      const { words, relation } = nearest;
      print(`    ${words}: ${relation.resolution}, ${relation.rule}. ${relation.sentence}`);
    }
  }
}

/** Relates one finding to patterns, and to the statements of the library where asked for. */
export function relateCommand(
  text: string,
  given: readonly string[],
  { statements, json }: RelateCommandOptions,
): void {
  const read = readNotation(text);
  if (reportIssues(read.issues) || read.value === undefined) return;
  const asked = given.map(patternsOfArgument);
  if (reportIssues(asked.flatMap(({ issues }) => issues))) return;
  const notation = read.value;
  const { base } = loadKnowledge(knowledgePlaces(homeFolder));
  const curated = base.effects ?? [];
  const changes = changesOf(notation, curated);
  const patterns = answerPatterns(
    notation,
    asked.flatMap((each) => each.patterns),
    curated,
  );
  const library = statements ? base.evidence.statements : undefined;
  const related = library === undefined ? undefined : answerStatements(notation, library, curated);
  if (json) {
    const answer = {
      finding: notationText(notation),
      changes,
      patterns,
      ...(related === undefined ? {} : { statements: related }),
    };
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  if (changes.length === 0) print(`${notationText(notation)}: no change of a gene or chromosome`);
  for (const change of changes) printChange(change);
  for (const answer of patterns) {
    print('');
    printPattern(answer);
  }
  if (related !== undefined) printStatements(related);
}
