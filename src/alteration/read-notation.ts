/**
 * Reads what a text about a molecular result says: one thing, alternatives (`V600E/K`), several together (`V600E and
 * amplification`), a fusion with a change in it (`EML4-ALK C1156Y`), or one denied (`NOT V600E`). Where a joint may mean
 * "and" as well as "or" a warning says so.
 */
import type { Issue, Reading } from '../reading/index.ts';
import { ambiguous, unparsable } from './alteration-issues.ts';
import { fusionFamily } from './fusion-family.ts';
import { symbolOf } from './gene-in-text.ts';
import { isList } from './listed-parts.ts';
import { type Notation, type SingleNotation, singlesOf } from './notation.ts';
import { comma, type Joint, joints, semicolon, splitAt, together, unwrapped } from './notation-joints.ts';
import { plainText } from './plain-text.ts';
import { isPlaceAlone, readCompound, readOtherThan } from './read-compound.ts';
import { type AlterationContext, readSingle } from './read-single.ts';

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
function readSideBySide(text: string, scope: Scope): Read | undefined {
  const [, first, second] = sideBySide.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return readParts([first, second], together, scope, text);
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
