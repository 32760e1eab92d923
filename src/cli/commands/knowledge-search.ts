/** `cajal knowledge search FINDING`: what the packs of outside knowledge say of one finding, all of it. */
import { describeAlteration, genesOf, readAlteration } from '../../alteration/index.ts';
import { cutCase, readCase } from '../../case/index.ts';
import { leavesOf, subjectOf } from '../../criteria/index.ts';
import {
  matchOutside,
  type OutsideMatch,
  type OutsideStatements,
  outsideDrugsText,
  outsideIdText,
  outsideLevelText,
  outsideSaysText,
  type PackSource,
  type UnreadStatement,
} from '../../evidence/index.ts';
import { loadPacks, statementsOf } from '../../knowledge/index.ts';
import { plainForTerminal, reportIssues } from '../outcome.ts';
import type { PackSearchOptions } from '../pack-options.ts';
import { dataFolder } from './data-folder.ts';

/** The pack in full. */
function packText({ id, name, version, date, licence, hash }: PackSource): string {
  return `${name} ${version} of ${date}, pack ${id}, licence ${licence}, hash ${hash.slice(0, 16)}`;
}

function statementLines({ source, statement }: UnreadStatement): readonly string[] {
  const citation = statement.citation === '' ? 'no citation' : statement.citation;
  const pmid = statement.pmids.length === 0 ? '' : `, PMID ${statement.pmids.join(', ')}`;
  return [
    `    ${outsideDrugsText(statement)}: ${outsideSaysText(statement)}; ${statement.disease}`,
    `    ${outsideIdText(statement)}, ${outsideLevelText(statement)}, ${citation}${pmid}`,
    `    ${packText(source)}`,
    ...(statement.notMatched === undefined ? [] : [`    not matched: ${statement.notMatched}`]),
  ];
}

function matchText(match: OutsideMatch): string {
  const { statement, truth, resolution, explanation, contradictedBy } = match;
  const why = leavesOf(explanation).find((leaf) => leaf.truth === truth)?.leaf?.answer.data[0]?.text ?? '';
  return [
    `${truth === 'met' ? (resolution ?? 'met') : 'open'}: ${statement.name}`,
    ...statementLines(match),
    ...(contradictedBy === undefined
      ? []
      : [`    but a nearer statement says otherwise: ${contradictedBy.statement.id}`]),
    ...(why === '' ? [] : [`    because: ${why}`]),
  ].join('\n');
}

const unreadText = (each: UnreadStatement): string =>
  [`name not read: ${each.statement.name}`, ...statementLines(each)].join('\n');

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** The packs that are asked; undefined, with its issue written, where none has the name. */
function wantedPacks(options: PackSearchOptions): readonly OutsideStatements[] | undefined {
  const { packs, issues } = loadPacks(dataFolder(options.data));
  reportIssues(issues);
  const held = statementsOf(packs);
  const wanted = held.filter(({ source }) => options.pack === undefined || source.id === options.pack);
  if (options.pack === undefined || wanted.length > 0) return wanted;
  const names = held.map(({ source }) => source.id).join(', ');
  const message = `there is no pack of statements "${options.pack}"; ${names === '' ? 'none is held' : `there are: ${names}`}`;
  reportIssues([{ code: 'pack-unknown', severity: 'error', message }]);
  return undefined;
}

/** Prints every statement that speaks of a finding, those in its genes whose name is not read, and the count of the others. */
export function packSearchCommand(words: string, options: PackSearchOptions): void {
  const { value, issues } = readAlteration(words);
  if (reportIssues(issues) || value === undefined) return;
  const genes = genesOf(value);
  const record = {
    cajal: 'case/1',
    id: 'search',
    title: 'A finding asked for',
    provenance: { kind: 'synthetic', statement: 'A finding asked for at the terminal; nobody is meant.' },
    patient: { sex: 'notStated' },
    findings: [{ id: 'asked', gene: genes.join('::'), alteration: words, status: 'positive' }],
  };
  const read = readCase(new TextEncoder().encode(JSON.stringify(record)), { source: words });
  if (read.value === undefined) {
    reportIssues(read.issues);
    return;
  }
  const wanted = wantedPacks(options);
  if (wanted === undefined) return;
  const subject = subjectOf(cutCase(read.value.record, { kind: 'now' }));
  const { matches, leftOut, unread } = matchOutside(wanted, subject, {
    clock: { kind: 'latest' },
    ownPmids: [],
  });
  const head = `${describeAlteration(value)}: ${counted(matches.length, 'statement')} of ${counted(wanted.length, 'pack')}`;
  const rest = `not matched: ${leftOut.otherAllele} of another change of the codon, ${leftOut.otherChange} of other changes of ${genes.join(' and ')}, ${leftOut.open} of what is not known of this finding, ${leftOut.unread} with names not read`;
  const lines = [head, ...matches.map(matchText), ...unread.map(unreadText), rest];
  process.stdout.write(`${plainForTerminal(lines.join('\n'))}\n`);
}
