/** `cajal knowledge search FINDING`: what the packs of outside knowledge say of one finding, all of it. */
import { describeAlteration, genesOf, readAlteration } from '../../alteration/index.ts';
import { cutCase, readCase } from '../../case/index.ts';
import { leavesOf, subjectOf } from '../../criteria/index.ts';
import { matchOutside, type OutsideMatch } from '../../evidence/index.ts';
import { loadPacks, statementsOf } from '../../knowledge/index.ts';
import { plainForTerminal, reportIssues } from '../outcome.ts';
import type { PackSearchOptions } from '../pack-options.ts';
import { dataFolder } from './data-folder.ts';

function text(match: OutsideMatch): string {
  const { statement, source, truth, resolution, explanation } = match;
  const says = `${statement.supports ? '' : 'does not support: '}${statement.significance}`;
  const more = statement.alsoIds.length === 0 ? '' : ` and ${statement.alsoIds.length} more`;
  const stars = statement.rating === undefined ? '' : `, ${statement.rating} stars`;
  const why = leavesOf(explanation).find((leaf) => leaf.truth === truth)?.leaf?.answer.data[0]?.text ?? '';
  return [
    `${truth === 'met' ? (resolution ?? 'met') : 'open'}: ${statement.name}`,
    `    ${statement.drugs.join(', ') || 'no drug named'}: ${says}; ${statement.disease}`,
    `    ${statement.id}${more}, level ${statement.level}${stars}, ${statement.citation}`,
    `    ${source.name} ${source.version} (${source.licence}, hash ${source.hash.slice(0, 16)})`,
    ...(match.contradictedBy === undefined
      ? []
      : [`    but a nearer statement says otherwise: ${match.contradictedBy.id}`]),
    ...(why === '' ? [] : [`    because: ${why}`]),
  ].join('\n');
}

/** Prints every statement that speaks of a finding, and how many speak of others in its genes. */
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
  const { packs, issues: packIssues } = loadPacks(dataFolder(options.data));
  reportIssues(packIssues);
  const wanted = statementsOf(packs).filter(
    ({ source }) => options.pack === undefined || source.id === options.pack,
  );
  const subject = subjectOf(cutCase(read.value.record, { kind: 'now' }));
  const { matches, leftOut } = matchOutside(wanted, subject, { clock: { kind: 'latest' }, ownPmids: [] });
  const head = `${describeAlteration(value)}: ${matches.length} statements of ${wanted.length} packs`;
  const rest = `not matched: ${leftOut.otherAllele} of another change of the codon, ${leftOut.otherChange} of other changes of ${genes.join(' and ')}, ${leftOut.open} of what is not known of this finding, ${leftOut.unread} with names not read`;
  process.stdout.write(`${plainForTerminal([head, ...matches.map(text), rest].join('\n'))}\n`);
}
