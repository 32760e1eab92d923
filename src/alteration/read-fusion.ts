/**
 * Reads fusions: `ETV6::NTRK3`, `ETV6-NTRK3`, `ETV6:NTRK3`, with exons (`ETV6:e.4::NTRK3:e.14`, `fusion of exon 4 of
 * ETV6 with exon 14 of NTRK3`), with transcripts (`NM_152263.3(TPM3):e.8::NM_002529.3(NTRK1):e.10`), and fusions with
 * one gene named (`NTRK3 fusion`). With `-`, `:` or `/` two symbols are a fusion only when both genes are known or the
 * text says so; `PD-L1` is not one.
 */
import type { Fusion, FusionSide } from './alteration.ts';
import { symbolOf } from './gene-in-text.ts';
import { readSides } from './read-fusion-side.ts';

const event = '(?:gene )?(?:fusions?|rearrangements?|translocations?)';
const eventAtEnd = new RegExp(`[ ,]*\\b${event}$`, 'i');
const name = '([A-Za-z][A-Za-z0-9-]{1,14}?|[A-Za-z][A-Za-z0-9]{1,14})';
const symbol = '([A-Za-z][A-Za-z0-9]{1,14})';
const vicc = `(?:([A-Z]{2,8}_?\\d{3,14}(?:\\.\\d{1,3})?)\\(${symbol}\\)|${symbol})(?::e\\.([1-9]\\d{0,2}))?`;
const exonNumber = '(?:exon|ex|e)[ .]?([1-9]\\d{0,2})';

const structured = new RegExp(`^${vicc}\\s*(::)\\s*${vicc}$`);
const hyphenated = new RegExp(`^${vicc}\\s*(-{1,2}|:|/)\\s*${vicc}$`);
const inWords = new RegExp(
  `^${event} (?:of|between) exon ([1-9]\\d{0,2}) of ${symbol} (?:with|and|to) exon ([1-9]\\d{0,2}) of ${symbol}$`,
  'i',
);
const exonPair = new RegExp(`^[(,]?\\s*${exonNumber}\\s*(?:::|-{1,2}|:|;|to)\\s*${exonNumber}\\s*\\)?$`, 'i');
const alone = new RegExp(`^${name} ${event}$`, 'i');

interface Words {
  readonly text: string;
  readonly inFrame?: boolean;
  readonly kinase?: 'retained' | 'lost';
}

/** Takes the statements on frame and kinase out of the text. */
function withoutStatements(text: string): Words {
  let rest = text;
  let inFrame: boolean | undefined;
  let kinase: 'retained' | 'lost' | undefined;
  rest = rest.replace(/[ ,]*\b(in|out[- ]of)[- ]frame\b/i, (_all, which: string) => {
    inFrame = which.toLowerCase() === 'in';
    return ' ';
  });
  rest = rest.replace(/[ ,]*\bkinase (?:domain )?(retained|kept|intact|lost)\b/i, (_all, which: string) => {
    kinase = which.toLowerCase() === 'lost' ? 'lost' : 'retained';
    return ' ';
  });
  return {
    text: rest.replaceAll(/\s+/g, ' ').trim(),
    ...(inFrame === undefined ? {} : { inFrame }),
    ...(kinase === undefined ? {} : { kinase }),
  };
}

/** A fusion and the partners that the catalogue does not have. */
export interface ReadFusion {
  readonly fusion: Fusion;
  readonly unknownGenes: readonly string[];
}

interface Partners {
  readonly five: FusionSide;
  readonly three: FusionSide;
  readonly isOrderStated: boolean;
  readonly unknownGenes: readonly string[];
}

function sideOf(gene: string | undefined, exon: string | undefined, transcript?: string) {
  const found = gene === undefined ? undefined : symbolOf(gene);
  if (found === undefined) return undefined;
  return {
    isKnown: found.isKnown,
    side: {
      gene: found.gene,
      ...(exon === undefined ? {} : { exon: Number(exon) }),
      ...(transcript === undefined ? {} : { transcript }),
    },
  };
}

type Side = ReturnType<typeof sideOf>;

function pair(five: Side, three: Side, isOrderStated: boolean, needsKnown: boolean): Partners | undefined {
  if (five === undefined || three === undefined || five.side.gene === three.side.gene) return undefined;
  const unknownGenes = [five, three].filter((each) => !each.isKnown).map((each) => each.side.gene);
  if (needsKnown && unknownGenes.length > 0) return undefined;
  return { five: five.side, three: three.side, isOrderStated, unknownGenes };
}

function readPartners(text: string, saysFusion: boolean): Partners | undefined {
  const exact = structured.exec(text);
  const match = exact ?? hyphenated.exec(text);
  if (match !== null)
    return pair(
      sideOf(match[2] ?? match[3], match[4], match[1]),
      sideOf(match[7] ?? match[8], match[9], match[6]),
      exact !== null,
      exact === null && !saysFusion,
    );
  const words = inWords.exec(text);
  if (words !== null) return pair(sideOf(words[2], words[1]), sideOf(words[4], words[3]), true, false);
  const sides = readSides(text);
  if (sides === undefined) return undefined;
  const { five, three, isOrderStated } = sides;
  return pair(
    sideOf(five.gene, five.exons?.[1], five.transcript),
    sideOf(three.gene, three.exons?.[0], three.transcript),
    isOrderStated,
    false,
  );
}

/** Reads `partners (exon 4 - exon 14)` and `words (partners)`: one part may repeat or complete the other. */
function readWithParts(text: string, saysFusion: boolean): Partners | undefined {
  const whole = readPartners(text, saysFusion);
  if (whole !== undefined) return whole;
  const split = /^([^()]+?)[ ,]*\(([^()]+)\)$/.exec(text) ?? /^([^,]+), *(.+)$/.exec(text);
  const [, before, within] = split ?? [];
  if (before === undefined || within === undefined) return undefined;
  const partners = readPartners(before.replace(eventAtEnd, ''), saysFusion || eventAtEnd.test(before));
  const exons = exonPair.exec(within);
  if (partners !== undefined && exons !== null)
    return {
      ...partners,
      five: { ...partners.five, exon: Number(exons[1]) },
      three: { ...partners.three, exon: Number(exons[2]) },
    };
  const again = readPartners(within, true);
  const inSentence = readPartners(before, true);
  if (again === undefined || inSentence === undefined) return undefined;
  const same = again.five.gene === inSentence.five.gene && again.three.gene === inSentence.three.gene;
  return same ? inSentence : undefined;
}

/** Reads one fusion; undefined when the text is anything else. `printed` is kept as it is given. */
export function readFusion(text: string, printed: string): ReadFusion | undefined {
  const words = withoutStatements(text);
  const saysFusion = eventAtEnd.test(words.text);
  const body = words.text.replace(eventAtEnd, '');
  const said = {
    ...(words.inFrame === undefined ? {} : { inFramePrinted: words.inFrame }),
    ...(words.kinase === undefined ? {} : { kinasePrinted: words.kinase }),
    printed,
  };
  const partners = readWithParts(body, saysFusion) ?? readWithParts(words.text, saysFusion);
  if (partners !== undefined) {
    const { five, three, isOrderStated, unknownGenes } = partners;
    return { fusion: { kind: 'fusion', five, three, isOrderStated, ...said }, unknownGenes };
  }
  const single = alone.exec(words.text);
  const gene = single === null ? undefined : symbolOf(single[1] ?? '');
  if (gene === undefined) return undefined;
  return {
    fusion: { kind: 'fusion', unplaced: gene.gene, isOrderStated: false, ...said },
    unknownGenes: gene.isKnown ? [] : [gene.gene],
  };
}
