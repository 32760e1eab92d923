/**
 * Reads a gene with its change: the gene in front (`KIT V560del`, `FLT3-ITD`), beside, or among the words (`loss of PTEN
 * expression`, `V600E in BRAF`). Every other word must be understood.
 */
import type { Issue } from '../reading/index.ts';
import { geneMissing, genesDiffer, notASymbol, unparsable } from './alteration-issues.ts';
import { type FindingParts, hasNotation } from './finding-parts.ts';
import { type GeneAndRest, genesAtStart, symbolOf } from './gene-in-text.ts';
import { plainText } from './plain-text.ts';
import { readParts } from './read-words.ts';

/** A gene and what is said of it. */
export interface Named {
  readonly gene: string;
  readonly isKnown: boolean;
  readonly parts: FindingParts;
}

function whyUnread(part: string, reason: 'unreadable' | 'twice'): string {
  if (reason === 'twice') return `"${part}" says again, differently, what another part already says.`;
  if (part.includes('?'))
    return `"${part}" is marked as uncertain; record a status instead of a question mark.`;
  const short = part.length > 40 ? `${part.slice(0, 40)}...` : part;
  return `the part "${short}" is neither a notation nor a word that is known.`;
}

/** More words than this are a sentence. */
const mostWords = 12;
/** A gene among words has a capital or a digit; names of genes that are words (`set`) have neither. */
const looksLikeGene = /^(?=.*[A-Z0-9])[A-Za-z0-9-]{2,24}$/;

/** A known gene behind or among the words of its change. */
function readAmong(text: string, beside: string | undefined): Named | undefined {
  const words = text.split(' ');
  if (words.length > mostWords) return undefined;
  for (const [at, word] of words.entries()) {
    const bare = word.replace(/,$/, '');
    const symbol = at > 0 && looksLikeGene.test(bare) ? symbolOf(bare) : undefined;
    if (symbol === undefined || !symbol.isKnown) continue;
    if (beside !== undefined && symbol.gene !== beside) continue;
    const read = readParts(words.toSpliced(at, 1).join(' '));
    if (read.kind === 'read' && Object.keys(read.parts).length > 0) return { ...symbol, parts: read.parts };
  }
  return undefined;
}

/** Run together with a gene only what has a form of its own is read, not words. */
function isReadable(start: GeneAndRest, parts: FindingParts): boolean {
  return (
    !start.isRunTogether ||
    hasNotation(parts) ||
    parts.codons !== undefined ||
    parts.exons !== undefined ||
    parts.namedForm !== undefined ||
    parts.region !== undefined
  );
}

/** The gene and the parts; the first reading of the gene whose rest is understood is taken. */
export function readNamed(text: string, given: string | undefined): Named | Issue {
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
    if (!isReadable(start, rest.parts)) continue;
    if (beside !== undefined && beside.gene !== start.gene) return genesDiffer(start.gene, beside.gene);
    return { gene: start.gene, isKnown: start.isKnown, parts: rest.parts };
  }
  const among = readAmong(text, beside?.gene);
  if (among !== undefined) return among;
  const alone = readParts(text);
  if (alone.kind === 'read' && beside === undefined) return geneMissing(text);
  if (problem !== undefined) return unparsable(text, problem);
  return unparsable(
    text,
    alone.kind === 'unread' ? whyUnread(alone.part, alone.reason) : 'no change is named.',
  );
}
