/**
 * The alteration of a row from the texts that the file prints: the protein change with the coding change beside it,
 * else the coding change, else the class in words. What cannot be read gives a warning and leaves the texts.
 */
import { type Alteration, readAlteration } from '../alteration/index.ts';
import { geneOf, transcriptOf } from '../genes/index.ts';
import type { Issue } from '../reading/index.ts';
import { wordsOfClass } from './consequence.ts';
import type { ConsequenceClass } from './file-finding.ts';
import type { IssueLog } from './issue-log.ts';
import { hgvsOfOncotator } from './oncotator-protein.ts';

/** The texts of a row. */
export interface RowNotation {
  readonly gene?: string;
  readonly protein?: string;
  readonly coding?: string;
  /** The transcript on which the row counts. */
  readonly transcript?: string;
  readonly class?: ConsequenceClass;
}

/** What was read, and from which text. */
export interface RowAlteration {
  readonly alteration?: Alteration;
  readonly readFrom?: 'protein' | 'coding' | 'class';
}

/** The row is kept, so that nothing is an error; a gene without a model is no fault of the file. */
function severityInFile({ code, severity }: Issue): Issue['severity'] {
  if (code === 'gene-unknown') return 'info';
  return severity === 'error' ? 'warning' : severity;
}

/** Logs what the notation reader says. */
function log(issues: readonly Issue[], line: number, to: IssueLog): void {
  for (const issue of issues) {
    const severity = severityInFile(issue);
    to.add({ ...issue, severity, line });
  }
}

/** Classes whose protein is not changed in a way that a notation could say. */
const withoutNotation: ReadonlySet<ConsequenceClass> = new Set(['intergenic', 'regulatory', 'geneFusion']);

/**
 * `NM_001093772.2:` where the row counts on a transcript that is not shown to be the reference of the gene model: its
 * codons may be other ones, and the alteration carries the accession. The empty text otherwise.
 */
function accessionPrefix(gene: string, transcript: string | undefined): string {
  if (transcript === undefined || !/^(?:ENST|[NX][MR]_)\d+(?:\.\d+)?$/.test(transcript)) return '';
  const model = geneOf(gene);
  const reference = model === undefined ? undefined : transcriptOf(model)?.id;
  if (model === undefined || reference === undefined) return '';
  return transcriptOf(model, transcript)?.id === reference ? '' : `${transcript}:`;
}

type Attempt = RowAlteration | { readonly refusal: readonly Issue[] };

function fromNotation(row: RowNotation, gene: string, line: number, to: IssueLog): Attempt {
  const { protein, coding } = row;
  const prefix = accessionPrefix(gene, row.transcript);
  const refusal: Issue[] = [];
  const beside = { gene, ...(coding === undefined ? {} : { coding: `${prefix}${coding}` }) };
  const attempts = [
    { text: protein, context: beside, readFrom: 'protein' },
    {
      text: protein === undefined ? undefined : hgvsOfOncotator(protein),
      context: beside,
      readFrom: 'protein',
    },
    { text: coding, context: { gene }, readFrom: 'coding' },
  ] as const;
  for (const { text, context, readFrom } of attempts) {
    if (text === undefined) continue;
    const { value, issues } = readAlteration(`${prefix}${text}`, context);
    if (value !== undefined) {
      // What was refused before counts only where less was read in its stead.
      log([...(readFrom === 'coding' ? refusal : []), ...issues], line, to);
      return { alteration: value, readFrom };
    }
    if (refusal.length === 0) refusal.push(...issues);
  }
  return { refusal };
}

/** The alteration of a row; empty where the file names no gene or nothing that can be read. */
export function rowAlteration(row: RowNotation, line: number, to: IssueLog): RowAlteration {
  const { gene } = row;
  if (gene === undefined || (row.class !== undefined && withoutNotation.has(row.class))) return {};
  const attempt = fromNotation(row, gene, line, to);
  if (!('refusal' in attempt)) return attempt;
  const words = row.class === undefined ? undefined : wordsOfClass(row.class);
  const reading = words === undefined ? undefined : readAlteration(words, { gene });
  log([...attempt.refusal, ...(reading?.value === undefined ? [] : reading.issues)], line, to);
  return reading?.value === undefined ? {} : { alteration: reading.value, readFrom: 'class' };
}
