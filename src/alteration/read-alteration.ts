/**
 * Reads one molecular finding as reports write it. Nothing is guessed: a text of which any part is not understood gives
 * an error that names the part, and a finding that contradicts the reference is kept as printed with a warning.
 */
import type { Issue, Reading } from '../reading/index.ts';
import { type Alteration, genesOf, type PrintedEffect } from './alteration.ts';
import { geneMissing, geneNotModelled, genesDiffer, notASymbol, unparsable } from './alteration-issues.ts';
import { assembleVariant } from './assemble-variant.ts';
import { fusionIssues } from './fusion-issues.ts';
import { genesAtStart, symbolOf } from './gene-in-text.ts';
import { readFusion } from './read-fusion.ts';
import { type FindingParts, hasNotation, readParts } from './read-words.ts';

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

/** Hyphens, minus signs and spaces as typesetting prints them become the ASCII ones. */
function plain(text: string): string {
  return text
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('\u2192', '>')
    .replaceAll(/[\s\u00A0]+/g, ' ')
    .trim();
}

function failed(issue: Issue): Reading<Alteration> {
  return { value: undefined, issues: [issue] };
}

function whyUnread(part: string, reason: 'unreadable' | 'twice'): string {
  if (reason === 'twice') return `"${part}" says again, differently, what another part already says.`;
  if (/^(?:p\.)?(?:[A-Za-z]{3}|[A-Z])\d+$/.test(part))
    return `"${part}" names a residue but not what became of it.`;
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

/** The gene and the parts; the first reading of the gene whose rest is understood is taken. */
function readNamed(text: string, given: string | undefined): Named | Issue {
  const beside = given === undefined ? undefined : symbolOf(plain(given));
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
    if (start.isRunTogether && !hasNotation(rest.parts)) continue;
    if (beside !== undefined && beside.gene !== start.gene) return genesDiffer(start.gene, beside.gene);
    return { gene: start.gene, isKnown: start.isKnown, parts: rest.parts };
  }
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
  const parts = readParts(plain(printed));
  return parts.kind === 'read' ? parts.parts.effect : undefined;
}

function readFusionIn(
  text: string,
  printed: string,
  given: string | undefined,
): Reading<Alteration> | undefined {
  const beside = given === undefined ? undefined : plain(given);
  const found =
    readFusion(text, printed) ??
    (beside === undefined ? undefined : readFusion(`${beside} ${text}`, printed));
  if (found === undefined) return undefined;
  const { fusion, unknownGenes } = found;
  const single = beside === undefined ? undefined : symbolOf(beside)?.gene;
  if (single !== undefined && !genesOf(fusion).includes(single))
    return failed(genesDiffer(genesOf(fusion).join(' and '), single));
  return { value: fusion, issues: [...unknownGenes.map(geneNotModelled), ...fusionIssues(fusion)] };
}

/**
 * Reads one finding.
 *
 * @returns the finding, or undefined with an error that says what to write instead. Warnings: a residue or base that
 *   does not stand in the reference (with suggestions that are never used to match), notations that disagree, exon
 *   numbers that fit several junctions, a gene that is not in the catalogue.
 * @example readAlteration('V560del', { gene: 'KIT' }).value // { kind: 'sequenceVariant', gene: 'KIT', exon: 11, ... }
 */
export function readAlteration(printed: string, context: AlterationContext = {}): Reading<Alteration> {
  if (printed.length > longestFinding)
    return failed(unparsable(printed, `it is longer than ${longestFinding} characters.`));
  const text = plain(printed);
  if (text === '') return failed(unparsable(text, 'it is empty.'));
  const fusion = readFusionIn(text, printed, context.gene);
  if (fusion !== undefined) return fusion;
  const withCoding = context.coding === undefined ? text : `${text}, ${plain(context.coding)}`;
  const named = readNamed(withCoding, context.gene);
  if ('code' in named) return failed(named);
  const { gene, isKnown, parts } = named;
  const unknown = isKnown ? [] : [geneNotModelled(gene)];
  const saysVariant = hasNotation(parts) || parts.saysMutation || parts.exon !== undefined;
  if (parts.copyNumber !== undefined && saysVariant)
    return failed(
      unparsable(text, 'it names a change of copy number and a mutation; write one finding for each.'),
    );
  if (parts.copyNumber !== undefined)
    return { value: { kind: 'copyNumber', gene, change: parts.copyNumber, printed }, issues: unknown };
  if (!saysVariant) return failed(unparsable(text, `it names ${gene} but no change of it.`));
  const effect = parts.effect ?? effectOf(context.effect);
  const { variant, issues } = assembleVariant(gene, parts, effect, printed);
  return { value: variant, issues: [...unknown, ...issues] };
}
