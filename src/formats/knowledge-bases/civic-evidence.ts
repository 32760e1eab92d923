/**
 * Reads CIViC's evidence export (TSV): the form of 2022 with `gene` and `variant`, and the present one with
 * `molecular_profile`, `therapies` and `significance`. Levels, stars, direction and status stay as CIViC has them; a name
 * that has no pattern of its own width keeps its statement and says why it is not matched.
 */
import {
  type Notation,
  notationText,
  type PatternTree,
  patternGenes,
  patternOfNotation,
  patternsIn,
  readNotation,
} from '../../alteration/index.ts';
import type { Criterion } from '../../criteria/index.ts';
import type { OutsideStatement } from '../../evidence/index.ts';
import type { Issue } from '../../reading/index.ts';
import { type ProfileTree, readMolecularProfile } from './molecular-profile.ts';

/** What was read, and what was not kept. */
export interface CivicReading {
  readonly statements: readonly OutsideStatement[];
  /** Rows by the reason for which they were left out. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Statements kept whose name is not matched by machine. */
  readonly unmatched: number;
  readonly issues: readonly Issue[];
}

type Row = ReadonlyMap<string, string>;

const unquoted = (cell: string): string =>
  cell
    .replace(/^"([\s\S]*)"$/, '$1')
    .replaceAll('""', '"')
    .trim();

/** Rows of the export; quoted cells hold no line breaks there. */
function rowsOf(text: string): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [number, Row])[];
} {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const columns = (lines[0] ?? '').split('\t').map((cell) => unquoted(cell).toLowerCase());
  const rows = lines.slice(1).flatMap((line, index): (readonly [number, Row])[] => {
    if (line.trim() === '') return [];
    const cells = line.split('\t').map(unquoted);
    return [[index + 2, new Map(columns.map((column, at) => [column, cells[at] ?? '']))]];
  });
  return { columns, rows };
}

const given = (value: string | undefined): string | undefined =>
  value === undefined || value === '' || value === 'NA' || value === 'N/A' ? undefined : value;

function first(row: Row, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = given(row.get(name));
    if (value !== undefined) return value;
  }
  return undefined;
}

const listed = (value: string | undefined): string[] =>
  (value ?? '')
    .split(/[,;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'NA');

interface Meaning {
  readonly when?: Criterion;
  readonly genes: string[];
  readonly notMatched?: string;
}

/** A tree of patterns as a criterion. */
function criterionOf(tree: PatternTree): Criterion {
  if ('anyOf' in tree) return { any: tree.anyOf.map(criterionOf) };
  if ('allOf' in tree) return { all: tree.allOf.map(criterionOf) };
  if ('not' in tree) return { not: criterionOf(tree.not) };
  return { alteration: tree };
}

/** Alternatives are matched one by one: those without a pattern are named, the others still speak. */
function meaningOfAny(of: readonly Notation[]): Meaning {
  const parts = of.map(meaningOf);
  const whens = parts.flatMap((part) => part.when ?? []);
  const genes = [...new Set(parts.flatMap((part) => part.genes))];
  const open = of.filter((_, index) => parts[index]?.when === undefined).map(notationText);
  const notMatched =
    open.length === 0 ? {} : { notMatched: `of the alternatives not matched: ${open.join(', ')}` };
  return { genes, ...notMatched, ...(whens.length === 0 ? {} : { when: { any: whens } }) };
}

function meaningOf(notation: Notation): Meaning {
  if (notation.kind === 'anyOf') return meaningOfAny(notation.of);
  const tree = patternOfNotation(notation);
  if (tree === undefined)
    return {
      genes: [],
      notMatched: 'no pattern of just this width (an expression, a named allele, a phrase)',
    };
  return { when: criterionOf(tree), genes: patternsIn(tree).flatMap(patternGenes) };
}

function meaningOfProfile(tree: ProfileTree): Meaning {
  if ('name' in tree) {
    const { value, issues } = readNotation(tree.name);
    return value === undefined
      ? { genes: [], notMatched: issues[0]?.message ?? 'not read' }
      : meaningOf(value);
  }
  const parts = 'not' in tree ? [tree.not] : 'and' in tree ? tree.and : tree.or;
  const meanings = parts.map(meaningOfProfile);
  const genes = [...new Set(meanings.flatMap((each) => each.genes))];
  const failed = meanings.find((each) => each.when === undefined);
  if (failed !== undefined) return { genes, notMatched: failed.notMatched ?? 'a part was not read' };
  const whens = meanings.flatMap((each) => each.when ?? []);
  const [only] = whens;
  if ('not' in tree) return only === undefined ? { genes } : { genes, when: { not: only } };
  return { genes, when: 'and' in tree ? { all: whens } : { any: whens } };
}

function read(row: Row): Meaning & { readonly name: string } {
  const profile = first(row, 'molecular_profile');
  if (profile !== undefined) {
    const tree = readMolecularProfile(profile);
    const meaning =
      tree === undefined
        ? { genes: [], notMatched: 'its parentheses or operators do not fit' }
        : meaningOfProfile(tree);
    return { name: profile, ...meaning };
  }
  const gene = first(row, 'gene') ?? '';
  const variant = first(row, 'variant') ?? '';
  const name = `${gene} ${variant}`.trim();
  const { value, issues } = readNotation(variant, gene === '' ? {} : { gene });
  const meaning =
    value === undefined ? { genes: [], notMatched: issues[0]?.message ?? 'not read' } : meaningOf(value);
  return { name, ...meaning, genes: meaning.genes.length === 0 && gene !== '' ? [gene] : meaning.genes };
}

function statementOf(row: Row, line: number): OutsideStatement | string {
  const kind = first(row, 'evidence_type') ?? '';
  if (kind !== 'Predictive') return `evidence of the type ${kind === '' ? 'not stated' : kind.toLowerCase()}`;
  const status = first(row, 'evidence_status') ?? 'not stated';
  if (status === 'rejected') return 'evidence rejected by its editors';
  const number = first(row, 'evidence_id');
  const direction = first(row, 'evidence_direction');
  if (number === undefined || direction === undefined) return 'rows without a number or a direction';
  const [firstId = '', ...alsoIds] = listed(number).map((each) => `EID${each.replace(/^EID/, '')}`);
  const meaning = read(row);
  const rating = Number(first(row, 'rating'));
  const citation = first(row, 'citation') ?? '';
  const years = [...citation.matchAll(/\b(?:19|20)\d{2}\b/g)].map(([text]) => Number(text));
  const pmids = listed(first(row, 'pubmed_id', 'citation_id')).filter((pmid) => /^\d{1,9}$/.test(pmid));
  const doid = first(row, 'doid');
  const interaction = first(row, 'drug_interaction_type', 'therapy_interaction_type');
  return {
    id: firstId,
    alsoIds,
    name: meaning.name,
    ...(meaning.when === undefined ? {} : { when: meaning.when }),
    genes: [...new Set(meaning.genes)],
    ...(meaning.notMatched === undefined ? {} : { notMatched: meaning.notMatched.slice(0, 300) }),
    disease: first(row, 'disease') ?? 'not stated',
    ...(doid === undefined ? {} : { doid }),
    drugs: listed(first(row, 'drugs', 'therapies')),
    ...(interaction === undefined ? {} : { interaction }),
    supports: direction.toLowerCase() === 'supports',
    significance: first(row, 'clinical_significance', 'significance') ?? 'not stated',
    level: first(row, 'evidence_level') ?? 'not stated',
    ...(Number.isInteger(rating) && rating >= 0 && rating <= 5 ? { rating } : {}),
    status,
    citation,
    ...(years.length === 0 ? {} : { year: Math.max(...years) }),
    pmids,
    trials: listed(first(row, 'nct_ids')),
    line,
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
  for (const [line, row] of rows) {
    const statement = statementOf(row, line);
    if (typeof statement === 'string') skipped[statement] = (skipped[statement] ?? 0) + 1;
    else statements.push(statement);
  }
  const unmatched = statements.filter(({ when }) => when === undefined).length;
  return { statements, skipped, unmatched, issues: [] };
}
