/**
 * 200 names of CIViC's predictive evidence, drawn at random (scripts/oracle/draw-civic-names.ts) and labelled by hand: what
 * is read of them is what the label says. A name is understood when every part of it is; wrong when any part is read as
 * something else.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import * as z from 'zod';
import { geneOf } from '../genes/index.ts';
import type { SequenceVariant } from './alteration.ts';
import { codingChangeText } from './coding-change.ts';
import type { Notation, SingleNotation } from './notation.ts';
import { proteinChangeText } from './protein-change.ts';
import { readNotation } from './read-notation.ts';

const labelled = z
  .strictObject({
    names: z.array(z.strictObject({ gene: z.string(), name: z.string(), of: z.array(z.string()) })),
  })
  .parse(parse(readFileSync(join(import.meta.dirname, 'labelled', 'civic-names.yaml'), 'utf8'))).names;

const classWords: Readonly<Record<string, string>> = {
  deletion: 'deletion',
  inFrameDeletion: 'deletion',
  insertion: 'insertion',
  inFrameInsertion: 'insertion',
  internalTandemDuplication: 'internal tandem duplication',
};
const effectWords: Readonly<Record<string, string>> = {
  lossOfFunction: 'loss of function',
  inactivating: 'loss of function',
};

/** A variant in the words of the labels. */
function variantWords(variant: SequenceVariant): string {
  const { gene, protein, coding, codons, exon, region, classPrinted, effectPrinted } = variant;
  if (protein !== undefined) return `${gene} p.${proteinChangeText(protein)}`;
  if (coding !== undefined) return `${gene} c.${codingChangeText(coding)}`;
  const changed = classPrinted === undefined ? 'mutation' : (classWords[classPrinted] ?? classPrinted);
  if (codons !== undefined) {
    const place =
      codons.start === codons.end ? `codon ${codons.start}` : `codons ${codons.start}-${codons.end}`;
    return changed === 'mutation' ? `${gene} ${place}` : `${gene} ${place} ${changed}`;
  }
  if (region === 'kinaseDomain') return `${gene} kinase domain mutation`;
  if (effectPrinted !== undefined) return `${gene} ${effectWords[effectPrinted] ?? effectPrinted}`;
  return exon === undefined ? `${gene} ${changed}` : `${gene} exon ${exon} ${changed}`;
}

function singleWords(single: SingleNotation): string {
  switch (single.kind) {
    case 'sequenceVariant':
      return variantWords(single);
    case 'fusion': {
      const { five, three, unplaced } = single;
      if (unplaced !== undefined) return `${unplaced} fusion`;
      const side = (one: typeof five): string =>
        `${one?.gene ?? '?'}${one?.exon === undefined ? '' : ` exon ${one.exon}`}`;
      return `${side(five)}::${side(three)} fusion`;
    }
    case 'copyNumber':
      return `${single.gene} ${single.change === 'lossOfHeterozygosity' ? 'LOH' : single.change}`;
    case 'expression':
      return `${single.gene} ${{ over: 'overexpression', under: 'underexpression', expressed: 'expression', lost: 'loss of expression', nuclear: 'nuclear expression', cytoplasmic: 'cytoplasmic expression' }[single.level]}`;
    case 'methylation':
      return `${single.gene} promoter methylation`;
    case 'wildType':
      return `${single.gene} wild type`;
    case 'namedAllele':
      return `${single.gene ?? ''} ${single.allele}${single.zygosity === undefined ? '' : ` ${single.zygosity}`}`;
    case 'exonChange':
      return `${single.gene} exon ${single.from} ${single.change}`;
    case 'chromosomal':
    case 'marker':
      return `${single.kind}: ${single.printed}`;
  }
}

function words(notation: Notation): string {
  switch (notation.kind) {
    case 'anyOf':
      return notation.of.map(words).join(' or ');
    case 'allOf': {
      const [first, second] = notation.of;
      if (second?.kind === 'not' && first !== undefined) return `${words(first)}, not ${words(second.of)}`;
      return notation.of.map(words).join(' & ');
    }
    case 'not':
      return `not ${words(notation.of)}`;
    default:
      return singleWords(notation);
  }
}

/** The parts of a name that its commas and strokes make. */
function partsOf(notation: Notation, name: string): readonly string[] {
  const isList = /,|\//.test(name);
  return (notation.kind === 'anyOf' || notation.kind === 'allOf') && isList
    ? notation.of.flatMap((part) => (part.kind === 'anyOf' ? part.of.map(words) : [words(part)]))
    : [words(notation)];
}

/** A label with its genes as approved symbols. */
const approved = (label: string): string =>
  label.replaceAll(
    /(?<![\w.])[A-Z][A-Z0-9]+(?=::| fusion)|(?<=::)[A-Z][A-Z0-9]+/g,
    (name) => geneOf(name)?.symbol ?? name,
  );

const judged = labelled.map(({ gene, name, of }) => {
  const { value } = readNotation(name, { gene });
  const read = value === undefined ? undefined : partsOf(value, name).toSorted();
  const meant = of.map(approved).toSorted();
  const verdict =
    read === undefined ? 'unread' : JSON.stringify(read) === JSON.stringify(meant) ? 'understood' : 'wrong';
  return { gene, name, verdict, read, meant };
});

test('at least 85% of the names are understood, at most 1% wrongly', (context) => {
  const count = (verdict: string): number => judged.filter((each) => each.verdict === verdict).length;
  context.diagnostic(`${count('understood')} understood, ${count('wrong')} wrong, ${count('unread')} unread`);
  for (const { gene, name, verdict, read, meant } of judged)
    if (verdict !== 'understood')
      context.diagnostic(
        `${verdict}: ${gene} ${name}${read === undefined ? '' : `: ${read.join(' | ')} for ${meant.join(' | ')}`}`,
      );
  assert.equal(judged.length, 200);
  assert.ok(count('understood') >= 170);
  assert.ok(count('wrong') <= 2);
});
