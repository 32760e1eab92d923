/** One change, or several: `[a;b]` on one chromosome, `[a];[b]` on two, `a(;)b` with the phase not known. */
import type { HgvsCursor } from './hgvs-cursor.ts';
import type {
  AlleleJoint,
  Alleles,
  HgvsAllele,
  HgvsReference,
  HgvsVariant,
  NucleotideType,
} from './hgvs-variant.ts';
import { readNucleotideChange } from './read-nucleotide-change.ts';
import { readProteinDescription } from './read-protein-description.ts';

type Rule<Change> = (cursor: HgvsCursor) => Change | undefined;

const openBracket = 91;
const openParenthesis = 40;

function takeJointInside(cursor: HgvsCursor): AlleleJoint | undefined {
  for (const joint of [';', '(;)', ','] as const) if (cursor.take(joint)) return joint;
  return undefined;
}

/** The changes of a bracket and their joints. */
function readChain<Change>(
  cursor: HgvsCursor,
  rule: Rule<Change>,
  isPredicted: boolean,
): HgvsAllele<Change> | undefined {
  const changes: Change[] = [];
  const joints: AlleleJoint[] = [];
  for (;;) {
    const change = rule(cursor);
    if (change === undefined) return undefined;
    changes.push(change);
    const joint = takeJointInside(cursor);
    if (joint === undefined) return { changes, joints, isBracketed: true, isPredicted };
    joints.push(joint);
  }
}

/** `(Ser68Arg;Asn594del)]`; undefined where the parentheses hold one change alone. */
function readPredictedChain<Change>(cursor: HgvsCursor, rule: Rule<Change>): HgvsAllele<Change> | undefined {
  if (!cursor.take('(')) return undefined;
  const chain = readChain(cursor, rule, true);
  return chain !== undefined && chain.joints.length > 0 && cursor.take(')]') ? chain : undefined;
}

function readBracket<Change>(cursor: HgvsCursor, rule: Rule<Change>): HgvsAllele<Change> | undefined {
  if (!cursor.must('[')) return undefined;
  const start = cursor.at;
  const predicted = readPredictedChain(cursor, rule);
  if (predicted !== undefined) return predicted;
  cursor.at = start;
  const chain = readChain(cursor, rule, false);
  return chain !== undefined && cursor.must(']') ? chain : undefined;
}

function lone<Change>(change: Change): HgvsAllele<Change> {
  return { changes: [change], joints: [], isBracketed: false, isPredicted: false };
}

/** The alleles after the first; a change without brackets stands after `(;)` only. */
function readFurther<Change>(
  cursor: HgvsCursor,
  rule: Rule<Change>,
  first: HgvsAllele<Change>,
): Alleles<Change> | undefined {
  const alleles = [first];
  const joints: AlleleJoint[] = [];
  for (;;) {
    const last = alleles.at(-1);
    const joint = cursor.take('(;)')
      ? '(;)'
      : last?.isBracketed === true && cursor.take(';')
        ? ';'
        : undefined;
    if (joint === undefined) return { alleles, joints };
    joints.push(joint);
    if (joint === ';' || cursor.code() === openBracket) {
      const allele = readBracket(cursor, rule);
      if (allele === undefined) return undefined;
      alleles.push(allele);
    } else {
      const change = rule(cursor);
      if (change === undefined) return undefined;
      alleles.push(lone(change));
    }
  }
}

/** The single change, or the alleles. */
function readChanges<Change>(
  cursor: HgvsCursor,
  rule: Rule<Change>,
): { readonly change: Change } | { readonly changes: Alleles<Change> } | undefined {
  if (cursor.code() === openBracket) {
    const first = readBracket(cursor, rule);
    const changes = first === undefined ? undefined : readFurther(cursor, rule, first);
    return changes === undefined ? undefined : { changes };
  }
  const change = rule(cursor);
  if (change === undefined) return undefined;
  if (cursor.code() !== openParenthesis) return { change };
  const changes = readFurther(cursor, rule, lone(change));
  if (changes === undefined) return undefined;
  return changes.joints.length === 0 ? { change } : { changes };
}

/** The change or the changes of a nucleotide sequence. */
export function readNucleotideAlleles(
  cursor: HgvsCursor,
  reference: HgvsReference | undefined,
  type: NucleotideType,
): HgvsVariant | undefined {
  const read = readChanges(cursor, (at) => readNucleotideChange(at, type));
  if (read === undefined) return undefined;
  return 'change' in read
    ? { kind: 'nucleotide', reference, type, change: read.change }
    : { kind: 'alleles', reference, type, changes: read.changes };
}

/** The change or the changes of a protein. */
export function readProteinAlleles(
  cursor: HgvsCursor,
  reference: HgvsReference | undefined,
): HgvsVariant | undefined {
  const read = readChanges(cursor, readProteinDescription);
  if (read === undefined) return undefined;
  return 'change' in read
    ? { kind: 'protein', reference, type: 'p', change: read.change }
    : { kind: 'alleles', reference, type: 'p', changes: read.changes };
}
