/**
 * Reads CIViC's evidence export (TSV): the form of 2022 with `gene` and `variant`, and the present one with
 * `molecular_profile`, `therapies` and `significance`. Levels, stars, direction and status stay as CIViC has them. The export of 2022
 * joins evidence of one gene, tumour, drug, level and significance in a row, each column with its distinct values: which
 * variant goes with which paper or direction is lost there and is not guessed. A name
 * that has no pattern of its own width keeps its statement and says why it is not matched.
 */
import { type OutsideDirection, type OutsideStatement, outsideStatement } from '../../evidence/index.ts';
import type { Issue, IssueCode } from '../../reading/index.ts';
import { IssueLog } from '../issue-log.ts';
import { meaningOfProfile, meaningOfVariant, type NameMeaning } from './name-meaning.ts';

/** What was read, and what was not kept. */
export interface CivicReading {
  readonly statements: readonly OutsideStatement[];
  /** Rows by the reason for which they were left out. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Statements kept whose name is not matched by machine. */
  readonly unmatched: number;
  /** Rows that somebody should look at, with their lines; of each kind the first ones, all are in `skipped`. */
  readonly issues: readonly Issue[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly value: ReadonlyMap<string, string>;
}

const unquoted = (cell: string): string =>
  cell
    .replace(/^"([\s\S]*)"$/, '$1')
    .replaceAll('""', '"')
    .trim();

/** Rows of the export; quoted cells hold no line breaks there. */
function rowsOf(text: string): { readonly columns: readonly string[]; readonly rows: readonly Row[] } {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const columns = (lines[0] ?? '').split('\t').map((cell) => unquoted(cell).toLowerCase());
  const rows = lines.slice(1).flatMap((line, index): readonly Row[] => {
    if (line.trim() === '') return [];
    const cells = line.split('\t');
    const value = new Map(columns.map((column, at) => [column, unquoted(cells[at] ?? '')]));
    return [{ line: index + 2, cells, value }];
  });
  return { columns, rows };
}

/** A quoted cell that a line break or a tab within it has cut in two. */
const isCut = (cell: string): boolean => /^"(?:[^"]|"")*$/.test(cell.trim());

/** Why the cells of a row may stand in the wrong columns; a row that only ends early keeps its columns. */
function displacement({ cells }: Row, columns: readonly string[]): string | undefined {
  if (cells.length === columns.length) return undefined;
  if (cells.some(isCut)) return 'a quoted cell is cut by a line break or a tab within it';
  const isWide =
    cells.length > columns.length && cells.slice(columns.length).some((cell) => unquoted(cell) !== '');
  return isWide ? `it has ${cells.length} cells and the header ${columns.length}` : undefined;
}

const given = (value: string | undefined): string | undefined =>
  value === undefined || value === '' || value === 'NA' || value === 'N/A' ? undefined : value;

function first(row: Row, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = given(row.value.get(name));
    if (value !== undefined) return value;
  }
  return undefined;
}

const listed = (value: string | undefined): string[] =>
  (value ?? '')
    .split(/[,;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'NA');

/** The variants that a cell joins, where there are as many numbers of variants: a comma within a name joins nothing. */
function joinedVariants(row: Row, variant: string): readonly string[] {
  const names = variant.split(/,\s+/);
  const numbers = listed(first(row, 'variant_id'));
  return names.length === numbers.length && new Set(numbers).size === numbers.length ? names : [];
}

/** What a row says of a patient, and the name that it prints. */
function meaningOf(row: Row): NameMeaning & { readonly name: string } {
  const profile = first(row, 'molecular_profile');
  if (profile !== undefined) return { name: profile, ...meaningOfProfile(profile) };
  const gene = first(row, 'gene') ?? '';
  const variant = first(row, 'variant') ?? '';
  return {
    name: `${gene} ${variant}`.trim(),
    ...meaningOfVariant(gene, variant, joinedVariants(row, variant)),
  };
}

const directionOfWord: ReadonlyMap<string, OutsideDirection> = new Map([
  ['supports', 'supports'],
  ['does not support', 'doesNotSupport'],
]);

/** The direction; a row that joins evidence of either is both. Undefined where a word says neither. */
function directionOf(cell: string): OutsideDirection | undefined {
  const words = cell.split(',').map((word) =>
    word
      .trim()
      .toLowerCase()
      .replaceAll(/[_\s]+/g, ' '),
  );
  const [one, ...others] = new Set(words.map((word) => directionOfWord.get(word)));
  if (others.includes(undefined)) return undefined;
  return one !== undefined && others.length > 0 ? 'both' : one;
}

/** Why a row is left out: its class for the count, and what to say at its line where somebody should look. */
interface LeftOut {
  readonly reason: string;
  readonly message?: string;
}

/** Rows of other kinds of evidence, and those that their editors took back: nothing is wrong with them. */
function otherEvidence(row: Row): LeftOut | undefined {
  const kind = (first(row, 'evidence_type') ?? 'not stated').toLowerCase();
  if (kind !== 'predictive') return { reason: `evidence of the type ${kind.slice(0, 60)}` };
  return first(row, 'evidence_status')?.toLowerCase() === 'rejected'
    ? { reason: 'evidence rejected by its editors' }
    : undefined;
}

/** Numbers of publications; those of abstracts are no PMIDs. */
function pmidsOf(row: Row): string[] {
  const isPubmed = listed(first(row, 'source_type')).every((type) => type.toLowerCase() === 'pubmed');
  const number = first(row, 'pubmed_id') ?? (isPubmed ? first(row, 'citation_id') : undefined);
  return listed(number).filter((pmid) => /^\d{1,9}$/.test(pmid));
}

function statementOf(row: Row): OutsideStatement | LeftOut {
  const other = otherEvidence(row);
  if (other !== undefined) return other;
  const [firstId, ...alsoIds] = listed(first(row, 'evidence_id')).map(
    (id) => `EID${id.replace(/^EID/i, '')}`,
  );
  const printed = first(row, 'evidence_direction');
  if (firstId === undefined || printed === undefined) {
    const lacks = firstId === undefined ? 'number' : 'direction';
    return { reason: 'rows without a number or a direction', message: `the row has no ${lacks}` };
  }
  const direction = directionOf(printed);
  if (direction === undefined)
    return {
      reason: 'rows of another direction',
      message: `${firstId}: the direction "${printed.slice(0, 60)}" is neither "Supports" nor "Does Not Support"`,
    };
  const meaning = meaningOf(row);
  const ratings = listed(first(row, 'rating', 'evidence_rating')).filter((stars) => /^[0-5]$/.test(stars));
  const citation = first(row, 'citation') ?? '';
  const years = [...citation.matchAll(/\b(?:19|20)\d{2}\b/g)].map(([text]) => Number(text));
  const doid = first(row, 'doid');
  const interaction = first(row, 'drug_interaction_type', 'therapy_interaction_type');
  const statement: OutsideStatement = {
    id: firstId,
    alsoIds,
    name: meaning.name,
    ...(meaning.when === undefined ? {} : { when: meaning.when }),
    genes: [...meaning.genes],
    ...(meaning.notMatched === undefined ? {} : { notMatched: meaning.notMatched.slice(0, 300) }),
    disease: first(row, 'disease') ?? 'not stated',
    ...(doid === undefined ? {} : { doid }),
    drugs: listed(first(row, 'drugs', 'therapies')),
    ...(interaction === undefined ? {} : { interaction }),
    direction,
    significance: first(row, 'clinical_significance', 'significance') ?? 'not stated',
    level: first(row, 'evidence_level') ?? 'not stated',
    ratings: [...new Set(ratings.map(Number))],
    status: first(row, 'evidence_status') ?? 'not stated',
    citation,
    ...(years.length === 0 ? {} : { year: Math.max(...years) }),
    pmids: pmidsOf(row),
    trials: listed(first(row, 'nct_ids')),
    line: row.line,
  };
  const fault = outsideStatement.safeParse(statement).error?.issues[0];
  if (fault === undefined) return statement;
  return {
    reason: 'rows with a cell that cannot be kept',
    message: `${firstId.slice(0, 60)}: ${fault.path.join('.')} is not what a statement can hold (${fault.message})`,
  };
}

/** Reads an export. */
export function readCivicEvidence(text: string): CivicReading {
  const { columns, rows } = rowsOf(text);
  const hasName =
    columns.includes('molecular_profile') || (columns.includes('gene') && columns.includes('variant'));
  const missing = ['evidence_direction', 'evidence_level', 'evidence_id'].filter(
    (name) => !columns.includes(name),
  );
  if (!hasName || missing.length > 0) {
    const names = [...(hasName ? [] : ['gene and variant, or molecular_profile']), ...missing].join(', ');
    const issue: Issue = {
      code: 'column-missing',
      severity: 'error',
      message: `this is no evidence export of CIViC: it lacks ${names}. Take the TSV of predictive or all accepted evidence from civicdb.org.`,
      line: 1,
    };
    return { statements: [], skipped: {}, unmatched: 0, issues: [issue] };
  }
  const statements: OutsideStatement[] = [];
  const skipped: Record<string, number> = {};
  const log = new IssueLog();
  const leave = ({ reason, message }: LeftOut, { line }: Row, code: IssueCode): void => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
    if (message !== undefined)
      log.add({ code, severity: 'warning', message: `${message}; the row is left out`, line });
  };
  for (const row of rows) {
    const displaced = displacement(row, columns);
    if (displaced !== undefined) {
      leave({ reason: 'rows whose cells do not fit the header', message: displaced }, row, 'row-ragged');
      continue;
    }
    const read = statementOf(row);
    if ('reason' in read) leave(read, row, 'row-malformed');
    else statements.push(read);
  }
  const unmatched = statements.filter(({ when }) => when === undefined).length;
  return { statements, skipped, unmatched, issues: log.issues };
}
