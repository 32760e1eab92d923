/** Reads a text that says one thing: a change of the tumour, a biomarker, an expression. Lists are read elsewhere. */
import type { Issue, Reading } from '../reading/index.ts';
import { type Alteration, genesOf, type PrintedEffect } from './alteration.ts';
import { geneMissing, geneNotModelled, geneNotNamed, genesDiffer, unparsable } from './alteration-issues.ts';
import { inHgvsOrder } from './described-text.ts';
import { findingOfParts } from './finding-of-parts.ts';
import { type FindingParts, hasNotation } from './finding-parts.ts';
import { fusionIssues } from './fusion-issues.ts';
import { symbolOf } from './gene-in-text.ts';
import type { SingleNotation } from './notation.ts';
import { plainText } from './plain-text.ts';
import { readChromosomal } from './read-chromosomal.ts';
import { readDescription } from './read-described.ts';
import { readFusion } from './read-fusion.ts';
import { readMarker } from './read-marker.ts';
import { type Named, readNamed } from './read-named.ts';
import { readNamedAllele } from './read-named-allele.ts';
import { readPlain } from './read-plain.ts';
import { readParts } from './read-words.ts';

/** What stands beside the text of the finding in a record. */
export interface AlterationContext {
  /** The gene's symbol or alias, or the partners of a fusion (`ETV6:NTRK3`). */
  readonly gene?: string;
  /** The coding change, where it is recorded apart. */
  readonly coding?: string;
  /** What the source calls the effect, such as `activating`. */
  readonly effect?: string;
}

/** No finding of one line is longer; longer texts are paragraphs. */
const longestFinding = 500;

function failed(issue: Issue): Reading<SingleNotation> {
  return { value: undefined, issues: [issue] };
}

function effectOf(printed: string | undefined): PrintedEffect | undefined {
  if (printed === undefined) return undefined;
  const parts = readParts(plainText(printed));
  return parts.kind === 'read' ? parts.parts.effect : undefined;
}

/** A fusion has a joint between two names or says its word; other texts need no further look. */
const maybeFusion = /[-:/>;]|fus|rearr|transloc|break/i;

function readFusionIn(
  text: string,
  printed: string,
  given: string | undefined,
): Reading<Alteration> | undefined {
  const beside = given === undefined ? undefined : plainText(given);
  if (!maybeFusion.test(text) && (beside === undefined || !maybeFusion.test(beside))) return undefined;
  const gene = beside === undefined ? undefined : symbolOf(beside)?.gene;
  const found =
    readFusion(text, printed, gene) ??
    (beside === undefined ? undefined : readFusion(`${beside} ${text}`, printed, gene));
  if (found === undefined) return undefined;
  const { fusion, unknownGenes } = found;
  const single = beside === undefined ? undefined : symbolOf(beside)?.gene;
  if (single !== undefined && !genesOf(fusion).includes(single))
    return { value: undefined, issues: [genesDiffer(genesOf(fusion).join(' and '), single)] };
  return { value: fusion, issues: [...unknownGenes.map(geneNotModelled), ...fusionIssues(fusion)] };
}

/** A full description with its accession instead of a gene, and what is said behind it. */
function readDescribed(
  text: string,
  printed: string,
  context: AlterationContext,
): Reading<SingleNotation> | undefined {
  if (!text.includes(':') && !/^\d|^chr|^[XY]-\d/i.test(text)) return undefined;
  const whole = readDescription(text);
  const first = whole === undefined ? readPartsWithSequence(text) : undefined;
  const parts = whole?.parts ?? first;
  if (parts === undefined) return undefined;
  const named = whole?.gene ?? first?.sequenceGene;
  const beside = context.gene === undefined ? undefined : symbolOf(plainText(context.gene));
  const own = named === undefined ? undefined : (symbolOf(named)?.gene ?? named);
  if (own !== undefined && beside !== undefined && own !== beside.gene)
    return failed(genesDiffer(own, beside.gene));
  const sequence = parts.transcript ?? parts.genomic?.split(':')[0];
  const gene = own ?? beside?.gene ?? sequence;
  if (gene === undefined) return failed(geneMissing(text));
  const unplaced = own === undefined && beside === undefined ? [geneNotNamed(gene)] : [];
  const finding = findingOfParts(gene, parts, effectOf(context.effect), printed);
  if ('why' in finding) return failed(unparsable(text, finding.why));
  return { value: finding.value, issues: [...unplaced, ...finding.issues] };
}

const beginsWithSequence = /^(?:[NX][CGMPRTW]_|ENS[A-Z]{0,6}[GTP]\d|LRG_\d)/;

/** The parts of a text that begins with a sequence and its change (`NM_004333.4:c.1799T>A (p.Val600Glu)`). */
function readPartsWithSequence(text: string): FindingParts | undefined {
  if (!beginsWithSequence.test(text)) return undefined;
  const read = readParts(text);
  return read.kind === 'read' && hasNotation(read.parts) ? read.parts : undefined;
}

/**
 * Reads a text that says one thing.
 *
 * @returns what it says, or undefined with an error that names the part that is not understood.
 */
export function readSingle(printed: string, context: AlterationContext = {}): Reading<SingleNotation> {
  if (printed.length > longestFinding)
    return failed(unparsable(printed, `it is longer than ${longestFinding} characters.`));
  const text = inHgvsOrder(plainText(printed));
  if (text === '') return failed(unparsable(text, 'it is empty.'));
  const plain = context.coding === undefined ? readPlain(text, context.gene) : undefined;
  if (plain !== undefined) return finished(plain, text, printed, context);
  const whole =
    readDescribed(text, printed, context) ??
    readMarker(text, printed, context.gene) ??
    readNamedAllele(text, printed, context.gene) ??
    readChromosomal(text, printed);
  if (whole !== undefined) return 'issues' in whole ? whole : { value: whole, issues: [] };
  const fusion = readFusionIn(text, printed, context.gene);
  if (fusion !== undefined) return fusion;
  const withCoding = context.coding === undefined ? text : `${text}, ${plainText(context.coding)}`;
  const named = readNamed(withCoding, context.gene);
  return 'code' in named ? failed(named) : finished(named, text, printed, context);
}

function finished(
  { gene, isKnown, parts }: Named,
  text: string,
  printed: string,
  context: AlterationContext,
): Reading<SingleNotation> {
  if (parts.sequenceGene !== undefined && parts.sequenceGene !== gene)
    return failed(genesDiffer(parts.sequenceGene, gene));
  const finding = findingOfParts(gene, parts, effectOf(context.effect), printed);
  if ('why' in finding) return failed(unparsable(text, finding.why));
  return { value: finding.value, issues: [...(isKnown ? [] : [geneNotModelled(gene)]), ...finding.issues] };
}
