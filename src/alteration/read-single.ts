/** Reads a text that says one thing: a change of the tumour, a biomarker, an expression. Lists are read elsewhere. */
import type { Issue, Reading } from '../reading/index.ts';
import { type Alteration, genesOf, type PrintedEffect } from './alteration.ts';
import {
  geneMissing,
  geneNotModelled,
  geneNotNamed,
  genesDiffer,
  notASymbol,
  unparsable,
} from './alteration-issues.ts';
import { findingOfParts } from './finding-of-parts.ts';
import { type FindingParts, hasNotation } from './finding-parts.ts';
import { fusionIssues } from './fusion-issues.ts';
import { genesAtStart, symbolOf } from './gene-in-text.ts';
import type { SingleNotation } from './notation.ts';
import { readChromosomal } from './read-chromosomal.ts';
import { readDescription } from './read-described.ts';
import { readFusion } from './read-fusion.ts';
import { readMarker } from './read-marker.ts';
import { readNamedAllele } from './read-named-allele.ts';
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

const plainAlready = /^[!-~](?: ?[!-~])*$/;

/** Hyphens, minus signs and spaces as typesetting prints them become the ASCII ones. */
export function plainText(text: string): string {
  if (text.length < 60 && plainAlready.test(text)) return text;
  return text
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('\u2192', '>')
    .replaceAll(/[\u2018\u2019\u2032]/g, "'")
    .replaceAll(/[\s\u00A0]+/g, ' ')
    .trim();
}

function failed(issue: Issue): Reading<SingleNotation> {
  return { value: undefined, issues: [issue] };
}

function whyUnread(part: string, reason: 'unreadable' | 'twice'): string {
  if (reason === 'twice') return `"${part}" says again, differently, what another part already says.`;
  if (part.includes('?'))
    return `"${part}" is marked as uncertain; record a status instead of a question mark.`;
  const short = part.length > 40 ? `${part.slice(0, 40)}...` : part;
  return `the part "${short}" is neither a notation nor a word that is known.`;
}

interface Named {
  readonly gene: string;
  readonly isKnown: boolean;
  readonly parts: FindingParts;
}

/** A gene behind its change: `exon 14 skipping of MET`, `V600E in BRAF`, `loss of PTEN`. */
const geneAtEnd = /^(.{2,80}?) (?:of|in) (?:the )?([A-Za-z0-9-]{2,15})(?: gene)?$/;
/** The same without a joining word, where the text in front can be nothing but a change. */
const geneLast = /^(.{2,80}) ([A-Za-z0-9-]{2,15})$/;

function readBefore(text: string, beside: string | undefined): Named | undefined {
  for (const pattern of [geneAtEnd, geneLast]) {
    const [, before, last] = pattern.exec(text) ?? [];
    const symbol = last === undefined ? undefined : symbolOf(last);
    if (before === undefined || symbol === undefined || !symbol.isKnown) continue;
    if (beside !== undefined && symbol.gene !== beside) continue;
    const read = readParts(before);
    if (read.kind === 'read' && Object.keys(read.parts).length > 0) return { ...symbol, parts: read.parts };
  }
  return undefined;
}

/** The gene and the parts; the first reading of the gene whose rest is understood is taken. */
function readNamed(text: string, given: string | undefined): Named | Issue {
  const beside = given === undefined ? undefined : symbolOf(plainText(given));
  if (given !== undefined && beside === undefined) return notASymbol(given);
  if (beside !== undefined) {
    const direct = readParts(text);
    if (direct.kind === 'read') return { ...beside, parts: direct.parts };
  }
  let problem: string | undefined;
  for (const start of genesAtStart(text, beside?.gene)) {
    const rest = readParts(start.rest);
    if (rest.kind === 'unread') {
      problem ??= whyUnread(rest.part, rest.reason);
      continue;
    }
    if (
      start.isRunTogether &&
      !hasNotation(rest.parts) &&
      rest.parts.codons === undefined &&
      rest.parts.exons === undefined &&
      rest.parts.namedForm === undefined
    )
      continue;
    if (beside !== undefined && beside.gene !== start.gene) return genesDiffer(start.gene, beside.gene);
    return { gene: start.gene, isKnown: start.isKnown, parts: rest.parts };
  }
  const before = readBefore(text, beside?.gene);
  if (before !== undefined) return before;
  const alone = readParts(text);
  if (alone.kind === 'read' && beside === undefined) return geneMissing(text);
  if (problem !== undefined) return unparsable(text, problem);
  return unparsable(
    text,
    alone.kind === 'unread' ? whyUnread(alone.part, alone.reason) : 'no change is named.',
  );
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

/** A full description with its accession, behind or instead of a gene. */
function readDescribed(
  text: string,
  printed: string,
  context: AlterationContext,
): Reading<SingleNotation> | undefined {
  if (!text.includes(':') && !/^\d|^chr|^[XY]-\d/i.test(text)) return undefined;
  const described = readDescription(text);
  if (described === undefined) return undefined;
  const beside = context.gene === undefined ? undefined : symbolOf(plainText(context.gene));
  const own = described.gene === undefined ? undefined : (symbolOf(described.gene)?.gene ?? described.gene);
  if (own !== undefined && beside !== undefined && own !== beside.gene)
    return failed(genesDiffer(own, beside.gene));
  const sequence = described.parts.transcript ?? described.parts.genomic?.split(':')[0];
  const gene = own ?? beside?.gene ?? sequence;
  if (gene === undefined) return failed(geneMissing(text));
  const unplaced = own === undefined && beside === undefined ? [geneNotNamed(gene)] : [];
  const finding = findingOfParts(gene, described.parts, effectOf(context.effect), printed);
  if ('why' in finding) return failed(unparsable(text, finding.why));
  return { value: finding.value, issues: [...unplaced, ...finding.issues] };
}

/**
 * Reads a text that says one thing.
 *
 * @returns what it says, or undefined with an error that names the part that is not understood.
 */
export function readSingle(printed: string, context: AlterationContext = {}): Reading<SingleNotation> {
  if (printed.length > longestFinding)
    return failed(unparsable(printed, `it is longer than ${longestFinding} characters.`));
  const text = plainText(printed);
  if (text === '') return failed(unparsable(text, 'it is empty.'));
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
  if ('code' in named) return failed(named);
  const { gene, isKnown, parts } = named;
  const finding = findingOfParts(gene, parts, effectOf(context.effect), printed);
  if ('why' in finding) return failed(unparsable(text, finding.why));
  return { value: finding.value, issues: [...(isKnown ? [] : [geneNotModelled(gene)]), ...finding.issues] };
}
