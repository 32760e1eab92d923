/**
 * What a record answers for small variants of a gene. A result for copy number, a pending or failed test and a denied single
 * variant answer nothing: a record that says no more is in no denominator.
 */
import { readNotation } from '../alteration/index.ts';
import { type CaseRecord, type Finding, reachOf } from '../case/index.ts';
import { geneOf } from '../genes/index.ts';

/** The symbol of the gene of a finding, also where the finding names it by an alias (c-KIT). */
export const geneSymbolOf = ({ gene }: Pick<Finding, 'gene'>): string => geneOf(gene)?.symbol ?? gene;

/** Findings that leave open what they name: pending, failed, equivocal, not tested, or out of reach of their assay. */
export const openFindings = (record: CaseRecord, gene: string): readonly Finding[] =>
  record.findings.filter(
    (finding) =>
      geneSymbolOf(finding) === gene && finding.status !== 'positive' && finding.status !== 'negative',
  );

/** The answer of a record. */
export type MutationResult = 'mutated' | 'none' | 'noAnswer';

/** What a finding is about, as far as small variants are concerned. */
function subjectOf({ alteration, gene }: Finding): 'gene' | 'oneVariant' | 'wildType' | 'other' | 'unread' {
  const read = readNotation(alteration, { gene }).value;
  switch (read?.kind) {
    case undefined:
      return 'unread';
    case 'sequenceVariant':
      return read.protein === undefined && read.coding === undefined && read.exon === undefined
        ? 'gene'
        : 'oneVariant';
    case 'exonChange':
    case 'namedAllele':
      return 'oneVariant';
    case 'wildType':
      return 'wildType';
    default:
      return 'other';
  }
}

/** The answer of a record for small variants of a gene, by the gene's symbol. */
export function mutationResultOf(record: CaseRecord, gene: string): MutationResult {
  const own = record.findings
    .filter((finding) => geneSymbolOf(finding) === gene)
    .map((finding) => ({ finding, subject: subjectOf(finding) }));
  const positive = own.filter(({ finding }) => finding.status === 'positive');
  if (positive.some(({ subject }) => subject === 'gene' || subject === 'oneVariant')) return 'mutated';
  if (positive.some(({ subject }) => subject === 'unread')) return 'noAnswer';
  if (openFindings(record, gene).some((finding) => subjectOf(finding) !== 'other')) return 'noAnswer';
  const isDenied = own.some(({ finding, subject }) => {
    if (finding.status === 'positive') return subject === 'wildType';
    if (subject !== 'gene') return false;
    const assay = record.assays.find(({ id }) => id === finding.assay);
    const reach = reachOf(assay, { event: 'smallVariant', gene });
    return reach === 'detects' || reach === 'unstated';
  });
  const isCovered = record.assays.some(
    (assay) => assay.status === 'done' && reachOf(assay, { event: 'smallVariant', gene }) === 'detects',
  );
  return isDenied || isCovered ? 'none' : 'noAnswer';
}
