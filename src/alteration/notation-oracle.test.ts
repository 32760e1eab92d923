/**
 * Variant tokens and classifications of the VICC variation normaliser (cancervariants/variation-normalization @ 3482a76,
 * MIT): what it reads as which class and what it does not. A token is a part of a name, without gene and accession; a
 * query is a whole name. Where we read otherwise on purpose the reason stands here.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import * as z from 'zod';
import type { FindingParts } from './finding-parts.ts';
import { symbolOf } from './gene-in-text.ts';
import type { Notation } from './notation.ts';
import { readDescription } from './read-described.ts';
import { readNotation } from './read-notation.ts';
import { readParts } from './read-words.ts';

const data = process.env['CAJAL_DATA'] ?? join(import.meta.dirname, '../../../shared/data');
const folder = join(data, 'notation');
const skip = existsSync(folder) ? false : `no reference data at ${folder}`;

const file = z.record(
  z.string(),
  z.object({
    should_match: z.array(z.record(z.string(), z.string())).optional(),
    should_not_match: z.array(z.record(z.string(), z.string())).optional(),
  }),
);

interface Item {
  readonly name: string;
  readonly text: string;
  readonly matches: boolean;
}

function itemsOf(path: string): readonly Item[] {
  const classes = file.parse(parse(readFileSync(join(folder, path), 'utf8')));
  return Object.entries(classes).flatMap(([name, lists]) =>
    [
      ...(lists.should_match ?? []).map((each) => ({ each, matches: true })),
      ...(lists.should_not_match ?? []).map((each) => ({ each, matches: false })),
    ].map(({ each, matches }) => ({ name, matches, text: Object.values(each)[0] ?? '' })),
  );
}

/** What one notation is in the classes of the normaliser. */
interface Classed {
  readonly protein?: string;
  readonly coding?: string;
  readonly genomic?: string;
  readonly isAmplified: boolean;
}

function isOfClass(name: string, { protein, coding, genomic, isAmplified }: Classed): boolean {
  if (name === 'amplification') return isAmplified;
  const isUncertain = genomic?.includes('(') === true;
  const [level = '', ...kind] = name.split('_');
  const wanted = kind.join('_');
  // An uncertain coding change is held as its text, as genomic ones are.
  const ofGenome = genomic !== undefined && /(?:^|:)c\./.test(genomic) ? undefined : genomic;
  const found = level === 'protein' ? protein : level === 'cdna' ? coding : ofGenome;
  if (found === undefined) return false;
  switch (wanted) {
    case 'substitution':
      return level === 'protein'
        ? /^(?:substitution|delins)$/.test(found)
        : />/.test(found) || found === 'substitution';
    case 'stop_gain':
      return found === 'stop';
    case 'frameshift':
      return found === 'frameshift';
    case 'reference_agree':
      return found === 'silent' || found.endsWith('=');
    case 'delins':
      return found.includes('delins');
    case 'deletion':
      return (found === 'deletion' || found.endsWith('del')) && !isUncertain;
    case 'insertion':
      return found === 'insertion' || (/ins/.test(found) && !found.includes('delins'));
    case 'duplication':
      return (found === 'duplication' || found.endsWith('dup')) && !isUncertain;
    case 'deletion_ambiguous':
      return isUncertain && found.endsWith('del');
    case 'duplication_ambiguous':
      return isUncertain && found.endsWith('dup');
    default:
      throw new Error(`no such class: ${name}`);
  }
}

function classedParts(parts: FindingParts): Classed {
  return {
    ...(parts.protein === undefined ? {} : { protein: parts.protein.change.kind }),
    ...(parts.coding === undefined ? {} : { coding: parts.coding.kind }),
    ...(parts.genomic === undefined ? {} : { genomic: parts.genomic }),
    isAmplified: parts.copyNumber === 'amplification',
  };
}

function classedNotation(notation: Notation): Classed {
  if (notation.kind === 'copyNumber') return { isAmplified: notation.change === 'amplification' };
  if (notation.kind !== 'sequenceVariant') return { isAmplified: false };
  return {
    ...(notation.protein === undefined ? {} : { protein: notation.protein.kind }),
    ...(notation.coding === undefined ? {} : { coding: notation.coding.kind }),
    ...(notation.genomic === undefined ? {} : { genomic: notation.genomic }),
    isAmplified: false,
  };
}

function tokenMatches({ name, text }: Item): boolean {
  if (name === 'gene') return symbolOf(text)?.isKnown === true;
  if (name === 'hgvs') return readDescription(text)?.parts.transcript !== undefined;
  const read = readParts(text);
  if (read.kind === 'unread' || read.parts.transcript !== undefined) return false;
  return isOfClass(name, classedParts(read.parts));
}

/** A coordinate with two alleles is a delins to the normaliser; we shorten it to what differs. */
const alleles = /^(?:chr)?[\dXY]+-\d+-[ACGT]+-[ACGT]+$/i;

function queryMatches({ name, text }: Item): boolean {
  const { value } = readNotation(text);
  if (name === 'genomic_delins' && alleles.test(text)) {
    const { genomic = '' } = value?.kind === 'sequenceVariant' ? value : {};
    return /(?:del|ins|dup)/.test(genomic);
  }
  return value !== undefined && isOfClass(name, classedNotation(value));
}

/** Where we read otherwise, and why. */
const otherwise: Readonly<Record<string, string>> = {
  'gene: ensembl:ENSG00000157764': 'Ensembl numbers of genes are not held',
  'protein_substitution: V0E': 'there is no residue 0',
  'protein_stop_gain: Tyr0Ter': 'there is no residue 0',
  'protein_reference_agree: Glu0=': 'there is no residue 0',
  'protein_substitution: (p.TrpVal24CysArg)': 'two residues at one position: HGVS writes W24_V25delinsCR',
  'cdna_substitution: c.54G>N': 'N says that the base is not known; that is no change to compare',
  'genomic_substitution: g.54G>H': 'H is a base code of the IUPAC, which HGVS permits',
  'genomic_delins: g.145_147delinsTGGS': 'S is a base code of the IUPAC, which HGVS permits',
  'protein_delins: Glu776delinsVC': 'one- and three-letter codes mixed have one meaning',
  'cdna_delins: c.32386323delinsGA': 'no transcript has 32 million bases',
  'protein_frameshift: E55FS': 'databases in capitals write FS; behind a residue it is nothing else',
  'amplification: amp': 'reports write amp',
  'protein_substitution: BRAFV600E': 'a known gene run together with a residue change has one meaning',
  'protein_substitution: V600E BRAF': 'a change with its known gene behind it has one meaning',
  'cdna_delins: LRG_199t1:c.79_80delinsTT': 'LRG is a reference of HGVS',
  'cdna_delins: LRG_199:c.79_80delinsTT': 'LRG is a reference of HGVS',
  'protein_deletion: LRG_199p1:p.Val7del': 'LRG is a reference of HGVS',
  'protein_deletion: LRG_199p1:p.(Val7del)': 'LRG is a reference of HGVS',
  'genomic_delins: NC_000017.10:g.812_829delins908_925': 'an inserted range is HGVS',
};

function score(items: readonly Item[], matches: (item: Item) => boolean) {
  const missed = items.filter((item) => matches(item) !== item.matches);
  const surprises = missed.filter(({ name, text }) => otherwise[`${name}: ${text}`] === undefined);
  return { missed, surprises, share: (items.length - missed.length) / items.length };
}

const shown = ({ name, text, matches }: Item): string => `${name}: ${text} (${matches ? 'is' : 'is not'})`;

test('tokens: at least 95% as the normaliser, every other reading with its reason', { skip }, () => {
  const { surprises, share } = score(itemsOf('tokenizers.yml'), tokenMatches);
  assert.deepEqual(surprises.map(shown), []);
  assert.ok(share >= 0.95, `${share}`);
});

test('whole names: at least 95% as the normaliser, every other reading with its reason', { skip }, () => {
  const { surprises, share } = score(itemsOf('classifiers.yml'), queryMatches);
  assert.deepEqual(surprises.map(shown), []);
  assert.ok(share >= 0.95, `${share}`);
});

test('the page on notation lists every other reading with its reason', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/notation.md'), 'utf8');
  for (const [text, reason] of Object.entries(otherwise))
    assert.ok(page.includes(`| \`${text}\` | ${reason} |`), text);
});
