/**
 * Reads fusions: `ETV6::NTRK3`, `ETV6-NTRK3`, `ETV6:NTRK3`, with exons (`ETV6:e.4::NTRK3:e.14`, `fusion of exon 4 of
 * ETV6 with exon 14 of NTRK3`), with transcripts (`NM_152263.3(TPM3):e.8::NM_002529.3(NTRK1):e.10`), and fusions with
 * one gene named (`NTRK3 fusion`). With `-`, `:` or `/` two symbols are a fusion only when both genes are known or the
 * text says so; `PD-L1` is not one.
 */
import { geneOf } from '../genes/index.ts';
import { type FusionSide, genesOf } from './alteration.ts';
import { phraseAt } from './finding-words.ts';
import { readFusionName } from './fusion-name.ts';
import { fusionOfStructure, type StructuredFusion } from './fusion-structure.ts';
import { symbolOf } from './gene-in-text.ts';
import { readSides } from './read-fusion-side.ts';

const event =
  '(?:gene )?(?:fusions?|rearrangements?|rearranged|translocations?|break-?apart)(?:[ -]positive)?';
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
/** Exons under the first letters of the genes, as for `EML4-ALK E13;A20`. */
const lettered = /^(.+?)[ ,]*\(?\b([A-Z])([1-9]\d{0,2}) ?[;,:/] ?([A-Z])([1-9]\d{0,2})\)?$/;
/** A gene said to be broken, without its partner. */
const rearranged = /\b(?:rearrangements?|rearranged|break-?apart)(?:[ -]positive)?$/i;
const alone = new RegExp(`^${name}[ -]${event}$`, 'i');

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
  readonly fusion: StructuredFusion;
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

/** What can follow a gene and a hyphen in capitals without being a gene. */
const adjective =
  /^(?:positive|negative|mutant|mutated|driven|high|low|dependent|like|related|expressing|rearranged|altered|amplified|deficient|null|itd|tkd|inhibitor)$/i;
/** `V560D` behind a hyphen is a change, `E20` an exon. */
const change = /^[A-Z][1-9]\d*[A-Z]*$/;

/** Whether a symbol that the catalogue lacks can only be a gene: it has a digit, or its partner is the gene beside. */
function isPlainSymbol(symbol: string, isBeside: boolean): boolean {
  if (adjective.test(symbol) || change.test(symbol) || phraseAt(symbol.toLowerCase(), 0) !== undefined)
    return false;
  return symbol.length >= 3 && (isBeside || /\d/.test(symbol));
}

/** How sure the text is that two names are partners. */
interface Surety {
  readonly saysFusion: boolean;
  /** The gene of the record. */
  readonly beside: string | undefined;
}

function pair(five: Side, three: Side, isOrderStated: boolean, surety: Surety): Partners | undefined {
  if (five === undefined || three === undefined || five.side.gene === three.side.gene) return undefined;
  const unknownGenes = [five, three].filter((each) => !each.isKnown).map((each) => each.side.gene);
  const [unknown, another] = unknownGenes;
  if (!surety.saysFusion && !isOrderStated && unknown !== undefined) {
    const isBeside = [five, three].some((each) => each.isKnown && each.side.gene === surety.beside);
    if (another !== undefined || !isPlainSymbol(unknown, isBeside)) return undefined;
  }
  return { five: five.side, three: three.side, isOrderStated, unknownGenes };
}

function readPartners(text: string, surety: Surety): Partners | undefined {
  const exact = structured.exec(text);
  const match = exact ?? hyphenated.exec(text);
  if (match !== null)
    return pair(
      sideOf(match[2] ?? match[3], match[4], match[1]),
      sideOf(match[7] ?? match[8], match[9], match[6]),
      exact !== null,
      surety,
    );
  const words = inWords.exec(text);
  if (words !== null) return pair(sideOf(words[2], words[1]), sideOf(words[4], words[3]), true, surety);
  const sides = readSides(text);
  if (sides === undefined) return undefined;
  const { five, three, isOrderStated } = sides;
  return pair(
    sideOf(five.gene, five.exons?.[1], five.transcript),
    sideOf(three.gene, three.exons?.[0], three.transcript),
    isOrderStated,
    { ...surety, saysFusion: true },
  );
}

const within = (names: string, surety: Surety): Surety => ({
  ...surety,
  saysFusion: surety.saysFusion || eventAtEnd.test(names),
});

/** Reads `EML4-ALK E13;A20`: the letters are the first ones of the two symbols. */
function readLettered(text: string, surety: Surety): Partners | undefined {
  const [, names = '', left, five, right, three] = lettered.exec(text) ?? [];
  const partners =
    names === '' ? undefined : readPartners(names.replace(eventAtEnd, ''), within(names, surety));
  if (partners === undefined) return undefined;
  const fits = partners.five.gene.startsWith(left ?? '?') && partners.three.gene.startsWith(right ?? '?');
  if (!fits || partners.five.exon !== undefined || partners.three.exon !== undefined) return undefined;
  return {
    ...partners,
    five: { ...partners.five, exon: Number(five) },
    three: { ...partners.three, exon: Number(three) },
  };
}

/** Reads `partners (exon 4 - exon 14)` and `words (partners)`: one part may repeat or complete the other. */
function readWithParts(text: string, surety: Surety): Partners | undefined {
  const whole = readPartners(text, surety) ?? readLettered(text, surety);
  if (whole !== undefined) return whole;
  const split =
    /^([^()]+?)[ ,]*\(([^()]+)\)$/.exec(text) ??
    /^([^,]+), *(.+)$/.exec(text) ??
    /^(\S+) (e\d{1,3}(?: ?- ?| )e\d{1,3})$/i.exec(text);
  const [, before, inside] = split ?? [];
  if (before === undefined || inside === undefined) return undefined;
  const partners = readPartners(before.replace(eventAtEnd, ''), within(before, surety));
  const exons = exonPair.exec(inside);
  if (partners !== undefined && exons !== null)
    return {
      ...partners,
      five: { ...partners.five, exon: Number(exons[1]) },
      three: { ...partners.three, exon: Number(exons[2]) },
    };
  const again = readPartners(inside, { ...surety, saysFusion: true });
  const inSentence = readPartners(before, { ...surety, saysFusion: true });
  if (again === undefined || inSentence === undefined) return undefined;
  const same = again.five.gene === inSentence.five.gene && again.three.gene === inSentence.three.gene;
  return same ? inSentence : undefined;
}

/**
 * Reads one fusion; undefined when the text is anything else.
 *
 * @param printed kept as it is given.
 * @param beside the gene of the record: a name joined with it needs not be in the catalogue.
 */
export function readFusion(text: string, printed: string, beside?: string): ReadFusion | undefined {
  const words = withoutStatements(text);
  const surety = { saysFusion: eventAtEnd.test(words.text), beside };
  const body = words.text.replace(eventAtEnd, '');
  const said = {
    ...(words.inFrame === undefined ? {} : { inFramePrinted: words.inFrame }),
    ...(words.kinase === undefined ? {} : { kinasePrinted: words.kinase }),
    printed,
  };
  const partners = readWithParts(body, surety) ?? readWithParts(words.text, surety);
  const named = partners === undefined && body.includes('::') ? readFusionName(body) : undefined;
  if (named !== undefined) {
    const fusion = { ...fusionOfStructure(named, printed), ...said };
    if (fusion.five !== undefined && fusion.five.gene === fusion.three?.gene) return undefined;
    return { fusion, unknownGenes: genesOf(fusion).filter((gene) => geneOf(gene) === undefined) };
  }
  if (partners !== undefined) {
    const { five, three, isOrderStated, unknownGenes } = partners;
    return { fusion: { kind: 'fusion', five, three, isOrderStated, ...said }, unknownGenes };
  }
  const single = alone.exec(words.text);
  const gene = single === null ? undefined : symbolOf(single[1] ?? '');
  if (gene === undefined) return undefined;
  const isRearrangement = rearranged.test(words.text);
  return {
    fusion: {
      kind: 'fusion',
      unplaced: gene.gene,
      isOrderStated: false,
      ...said,
      ...(isRearrangement ? { isRearrangement: true } : {}),
    },
    unknownGenes: gene.isKnown ? [] : [gene.gene],
  };
}
