/**
 * Reads what a text about a molecular result says: one thing, alternatives (`V600E/K`), several together (`V600E and
 * amplification`), a fusion with a change in it (`EML4-ALK C1156Y`), or one denied (`NOT V600E`). Where a joint may mean
 * "and" as well as "or" a warning says so.
 */
import type { Issue, Reading } from '../reading/index.ts';
import { ambiguous, unparsable } from './alteration-issues.ts';
import { fusionFamily } from './fusion-family.ts';
import { genesAtStart, symbolOf } from './gene-in-text.ts';
import { type Notation, type SingleNotation, singlesOf } from './notation.ts';
import { plainText } from './plain-text.ts';
import { type AlterationContext, readSingle } from './read-single.ts';
import { readParts as readFindingParts } from './read-words.ts';

/** Names of knowledge bases that list more parts than this are no names. */
const mostParts = 40;
const longestNotation = 2000;

/** `V600E/K`: the residues after the first stand for changes of the same codon. */
const otherResidues =
  /^([^,;]*?)(?<![A-Z0-9])((?:p\.)?[A-Z][1-9]\d{0,4})([A-Z])((?:\/[A-Z])+)(?=$|[\s)])([^,;]*)$/;

function expanded(text: string): readonly string[] | undefined {
  const [, front = '', place, first, others, rest = ''] = otherResidues.exec(text) ?? [];
  if (place === undefined || first === undefined || others === undefined) return undefined;
  return [first, ...others.slice(1).split('/')].map((residue) => `${front}${place}${residue}${rest}`);
}

/** Splits at a joint outside parentheses. */
function splitAt(text: string, joint: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    if (depth !== 0) continue;
    joint.lastIndex = at;
    const found = joint.exec(text);
    if (found === null) continue;
    parts.push(text.slice(from, at).trim());
    at += found[0].length - 1;
    from = at + 1;
  }
  parts.push(text.slice(from).trim());
  return parts;
}

interface Joint {
  readonly pattern: RegExp;
  readonly kind: 'anyOf' | 'allOf';
  /** What the reader should be told where the joint may be meant in another way. */
  readonly doubt?: string;
}

/** Joints from the loosest to the closest. */
const joints: readonly Joint[] = [
  { pattern: /\s+or\s+/iy, kind: 'anyOf' },
  { pattern: /\s+(?:and|&|\+|with)\s+/iy, kind: 'allOf' },
  { pattern: /\s*\+\s*(?=[A-Z])/y, kind: 'allOf' },
  { pattern: /\//y, kind: 'allOf', doubt: 'the parts between slashes are read as changes of one tumour' },
];

type Read = Reading<Notation>;

/** Parts within parts are tried in several ways; a text that needs more readings than this is no name. */
const mostReadings = 1000;

/** What stands beside the text, and how many more parts may be read. */
interface Scope extends AlterationContext {
  readonly work: { left: number };
}

const unread = (issues: readonly Issue[]): Read => ({ value: undefined, issues });

/** The gene that one part names goes over to the parts behind it that name none. */
function geneOfPart(value: Notation | undefined): string | undefined {
  if (value === undefined) return undefined;
  switch (value.kind) {
    case 'sequenceVariant':
    case 'copyNumber':
    case 'exonChange':
    case 'expression':
    case 'methylation':
    case 'wildType':
      return value.gene;
    case 'fusion':
      return value.three?.gene ?? value.unplaced;
    case 'namedAllele':
      return value.gene;
    case 'marker':
    case 'chromosomal':
      return undefined;
    case 'anyOf':
    case 'allOf':
      return geneOfPart(value.of[0]);
    case 'not':
      return geneOfPart(value.of);
  }
}

/** A codon or an exon without what became of it. */
function isPlaceAlone(notation: Notation): boolean {
  return (
    notation.kind === 'sequenceVariant' &&
    notation.protein === undefined &&
    notation.coding === undefined &&
    notation.genomic === undefined
  );
}

function readParts(parts: readonly string[], { kind, doubt }: Joint, scope: Scope, printed: string): Read {
  const { work } = scope;
  const read: Notation[] = [];
  const issues: Issue[] = [];
  let gene = scope.gene;
  for (const part of parts) {
    const own = readPart(part, gene === undefined ? { work } : { gene, work });
    const found = own.value === undefined && gene !== scope.gene ? readPart(part, scope) : own;
    if (found.value === undefined) return unread(found.issues);
    read.push(found.value);
    issues.push(...found.issues);
    gene ??= geneOfPart(found.value);
  }
  // Two codons of a gene are alternatives (`G12/G13`); two changes stand together in one tumour (`L858R/T790M`).
  if (kind === 'allOf' && doubt !== undefined && read.every(isPlaceAlone))
    return { value: { kind: 'anyOf', of: read }, issues };
  const doubts = doubt === undefined ? [] : [ambiguous(`"${printed}": ${doubt}; write "and" or "or".`)];
  return { value: { kind, of: read }, issues: [...issues, ...doubts] };
}

/** A fusion with a change in it: the change is in the gene beside, else in the 3' partner. */
const fusionWithChange = /^(\S+(?:-|::|--)\S+(?: fusion)?|\S+ fusion) ([A-Z][1-9]\d{0,4}\S*)$/i;
/** A change and its amplification: `V600E AMPLIFICATION`. */
const changeAmplified = /^([^\s,;]+) (amplification|amplified|amp|gain|deletion|loss)$/i;

function readCompound(text: string, scope: Scope): Read | undefined {
  const [, fusionText, changeText] = fusionWithChange.exec(text) ?? [];
  if (fusionText !== undefined && changeText !== undefined) {
    const fusion = readSingle(fusionText, scope);
    if (fusion.value?.kind === 'fusion') {
      const gene = scope.gene ?? fusion.value.three?.gene;
      const change = readSingle(changeText, gene === undefined ? {} : { gene });
      if (change.value !== undefined)
        return {
          value: { kind: 'allOf', of: [fusion.value, change.value] },
          issues: [...fusion.issues, ...change.issues],
        };
    }
  }
  const [, first, second] = changeAmplified.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const change = readSingle(first, scope);
  if (change.value?.kind !== 'sequenceVariant' || isPlaceAlone(change.value)) return undefined;
  const copies = readSingle(second, { gene: change.value.gene });
  if (copies.value?.kind !== 'copyNumber') return undefined;
  return {
    value: { kind: 'allOf', of: [change.value, copies.value] },
    issues: [...change.issues, ...copies.issues],
  };
}

/** What only adds to another part. */
const adding: ReadonlySet<string> = new Set([
  'exons',
  'origin',
  'zygosity',
  'effect',
  'transcript',
  'sequenceGene',
  'isCodingBare',
  'saysMutation',
]);

/** What each part between commas says alone; an exon or a statement on the frame only adds to another part. */
function standsAlone(part: string): 'whole' | 'protein' | 'coding' | 'adds' {
  const direct = readFindingParts(part);
  const behindGene =
    direct.kind === 'read'
      ? []
      : genesAtStart(part).flatMap(({ rest, isKnown }) =>
          isKnown && rest !== '' ? readFindingParts(rest) : [],
        );
  const read = [direct, ...behindGene].find(({ kind }) => kind === 'read') ?? direct;
  if (read.kind === 'unread') return 'whole';
  const own = read.parts;
  const names = Object.keys(own).filter((name) => !adding.has(name));
  if (names.length === 1 && own.protein !== undefined) return 'protein';
  if (names.length === 1 && own.coding !== undefined) return 'coding';
  return names.length > 0 || own.saysMutation === true ? 'whole' : 'adds';
}

/** True for `V561D, exon 18 mutation`; false for `V560del, exon 11` and `c.1679_1681del, p.V560del`. */
function isList(parts: readonly string[]): boolean {
  const said = parts.map(standsAlone).filter((each) => each !== 'adds');
  if (said.length < 2) return false;
  return !(said.length === 2 && said.includes('protein') && said.includes('coding'));
}

const listed = { kind: 'anyOf', doubt: 'the parts between commas are read as alternatives' } as const;
const comma: Joint = { pattern: /,\s*/y, ...listed };
const semicolon: Joint = { pattern: /;\s*/y, ...listed };

/** `NTRK fusion`: a fusion of any gene of the family. */
function readFamily(text: string): Read | undefined {
  const genes = fusionFamily(text);
  if (genes === undefined) return undefined;
  const of = genes.flatMap((gene) => readSingle(`${gene} fusion`).value ?? []);
  return { value: { kind: 'anyOf', of }, issues: [] };
}

/** Parts between commas, or between semicolons where there is no comma. A fusion with its exons (`E20;A20`) is no list. */
function readList(text: string, scope: Scope): Read | undefined {
  if (!/[,;]/.test(text)) return undefined;
  const joint = text.includes(',') ? comma : semicolon;
  const parts = splitAt(text, joint.pattern);
  if (parts.length < 2 || parts.length > mostParts || parts.includes('') || !isList(parts)) return undefined;
  const whole = readSingle(text, scope);
  return whole.value?.kind === 'fusion' ? whole : readParts(parts, joint, scope, text);
}

/** `non-V600 mutation`: a mutation, but not this one. */
const otherThan =
  /^(.{0,30}?)\bnon[- ]?([A-Z][1-9]\d{0,4}[A-Z]?)(?: (?:mutations?|mutant|mutated|variants?|alterations?))?$/i;

function readOtherThan(text: string, scope: Scope): Read | undefined {
  const [, gene = '', place] = otherThan.exec(text) ?? [];
  if (place === undefined) return undefined;
  const any = readSingle(`${gene}mutation`, scope);
  const excluded = readSingle(`${gene}${place}`, scope);
  if (any.value === undefined || excluded.value === undefined) return undefined;
  return {
    value: { kind: 'allOf', of: [any.value, { kind: 'not', of: excluded.value }] },
    issues: excluded.issues,
  };
}

/** `KRAS/NRAS mutation`, `BRCA1/2 mutation`, `NTRK1/2/3 fusion`: genes before a mutation or fusion of any of them. */
const genesBefore = /^([A-Z][A-Z0-9]{1,9})((?:\/[A-Z0-9]{1,10}){1,5}) (.{2,60})$/;

function readGenes(text: string, scope: Scope): Read | undefined {
  const [, first, others, rest] = genesBefore.exec(text) ?? [];
  if (first === undefined || others === undefined || scope.gene !== undefined) return undefined;
  const names = others
    .slice(1)
    .split('/')
    .map((name) => (name.length === 1 ? `${first.slice(0, -1)}${name}` : name));
  const genes = [first, ...names].map((name) => symbolOf(name));
  if (genes.some((gene) => gene?.isKnown !== true)) return undefined;
  const read = readParts(
    genes.flatMap((gene) => (gene === undefined ? [] : `${gene.gene} ${rest}`)),
    { pattern: /\//y, kind: 'anyOf', doubt: 'the genes between slashes are read as alternatives' },
    scope,
    text,
  );
  // Of a loss or gain both genes may be meant.
  const isOfOne =
    read.value !== undefined &&
    singlesOf(read.value).every(({ kind }) => kind === 'sequenceVariant' || kind === 'fusion');
  return isOfOne ? read : undefined;
}

/** `exons 2-4 mutations`: a mutation in any of them. */
const exonRun = /^(.{0,40}?\bex(?:ons?)? ?)([1-9]\d?) ?(?:-|to|through) ?([1-9]\d?)((?: .{0,60})?)$/i;

function readExonRun(text: string, scope: Scope): Read | undefined {
  const [, front = '', first, last, rest = ''] = exonRun.exec(text) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (first === undefined || count < 2 || count > mostParts) return undefined;
  const parts = Array.from({ length: count }, (_, at) => `${front}${Number(first) + at}${rest}`);
  return readParts(parts, { pattern: /-/y, kind: 'anyOf' }, scope, text);
}

/** `L858R T790M`, `C1156Y-L1198F`: two exchanges of residues side by side. */
const sideBySide = /^(.*?[A-Z][1-9]\d{0,4}[A-Z])[ -]([A-Z][1-9]\d{0,4}[A-Z])$/;
const together: Joint = {
  pattern: /[ -]/y,
  kind: 'allOf',
  doubt: 'the changes side by side are read as changes of one tumour',
};

function readSideBySide(text: string, scope: Scope): Read | undefined {
  const [, first, second] = sideBySide.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return readParts([first, second], together, scope, text);
}

/** The text within parentheses that stand around the whole of it. */
function unwrapped(text: string): string | undefined {
  if (!text.startsWith('(') || !text.endsWith(')')) return undefined;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return undefined;
  }
  return text.slice(1, -1).trim();
}

function readPart(text: string, scope: Scope): Read {
  scope.work.left -= 1;
  if (scope.work.left < 0) return unread([unparsable(text, 'it has too many parts within parts.')]);
  const list = readList(text, scope);
  if (list?.value !== undefined) return list;
  const family = scope.gene === undefined ? readFamily(text) : undefined;
  if (family !== undefined) return family;
  const single: Reading<SingleNotation> = readSingle(text, scope);
  if (single.value !== undefined) return single;
  const inner = unwrapped(text);
  if (inner !== undefined) return readPart(inner, scope);
  const denied = /^not (.+)$/i.exec(text)?.[1];
  if (denied !== undefined) {
    const found = readPart(denied, scope);
    return found.value === undefined
      ? unread(found.issues)
      : { value: { kind: 'not', of: found.value }, issues: found.issues };
  }
  const residues = expanded(text);
  const ofCodon =
    residues === undefined ? undefined : readParts(residues, { pattern: /\//y, kind: 'anyOf' }, scope, text);
  if (ofCodon?.value !== undefined) return ofCodon;
  const compound =
    readCompound(text, scope) ??
    readOtherThan(text, scope) ??
    readSideBySide(text, scope) ??
    readExonRun(text, scope) ??
    readGenes(text, scope);
  if (compound?.value !== undefined) return compound;
  let ofPart = list?.issues;
  for (const joint of joints) {
    const parts = splitAt(text, joint.pattern);
    if (parts.length < 2 || parts.length > mostParts || parts.includes('')) continue;
    const read = readParts(parts, joint, scope, text);
    if (read.value !== undefined) return read;
    if (joint.doubt === undefined) ofPart ??= read.issues;
  }
  // The part that is not understood says more than the whole.
  return unread(ofPart ?? single.issues);
}

/**
 * Reads one token or phrase.
 *
 * @returns what it says, or undefined with an error that names the part that is not understood.
 * @example readNotation('V600E/K', { gene: 'BRAF' }).value // { kind: 'anyOf', of: [V600E, V600K] }
 */
export function readNotation(printed: string, context: AlterationContext = {}): Read {
  if (printed.length > longestNotation)
    return unread([unparsable(printed, `it is longer than ${longestNotation} characters.`)]);
  return readPart(plainText(printed), { ...context, work: { left: mostReadings } });
}
