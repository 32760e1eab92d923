/**
 * By which alterations the patients of populations were selected, and whether two populations were selected alike. The
 * criteria are compared by what they mean, not by how they are written: a leaf under `not` selects the others, one under
 * `any` is an alternative, and order, nesting and double negation change nothing. All that is not a marker (disease, grade,
 * prior therapy) is free. Where the criteria are too large to be compared, or the same marker is written in two ways that
 * are not known to be one, they differ: the error is on the side of not borrowing.
 */
import * as z from 'zod';
import { type AlterationPattern, alterationPattern } from '../../alteration/index.ts';
import { type Criterion, canonicalText, partsOf, printCriterion } from '../../criteria/index.ts';

/**
 * How two populations stand to each other: selected alike; one was not selected by an alteration; nobody could be in both;
 * by different alterations.
 */
export type AlterationRelation = 'same' | 'notAsked' | 'opposite' | 'different';

/** Leaves that tell of alterations: of the tumour, inherited, as a marker, or as the protein that stands for the gene. */
const markerLeaves: readonly string[] = ['alteration', 'germline', 'biomarker', 'stain'];
const isMarker = (leaf: Criterion): boolean => Object.keys(leaf).some((name) => markerLeaves.includes(name));

const germlineQuestion = z.strictObject({ genes: z.array(z.string()).min(1) });

const anyMutationOf = (gene: string): Criterion => ({ alteration: { gene, anyMutation: true } });

/** A pattern as one or several that each name one thing: alone is without a mutation, a list is its alternatives. */
function alterationParts(pattern: AlterationPattern): Criterion {
  if ('amplification' in pattern) {
    const { gene, alone } = pattern;
    const amplified: Criterion = { alteration: { gene, amplification: true } };
    return alone === true ? { all: [amplified, { not: anyMutationOf(gene) }] } : amplified;
  }
  if ('fusionOf' in pattern) {
    const { fusionOf, ...more } = pattern;
    return { any: [fusionOf].flat().map((gene) => ({ alteration: { ...more, fusionOf: gene } })) };
  }
  if ('exon' in pattern) {
    const { exon, ...more } = pattern;
    return { any: [exon].flat().map((each) => ({ alteration: { ...more, exon: each } })) };
  }
  return { alteration: pattern };
}

/** The criterion with every leaf in parts. */
export function inParts(of: Criterion): Criterion {
  if ('all' in of) return { all: of.all.map(inParts) };
  if ('any' in of) return { any: of.any.map(inParts) };
  if ('not' in of) return { not: inParts(of.not) };
  if ('atLeast' in of) return { atLeast: { count: of.atLeast.count, of: of.atLeast.of.map(inParts) } };
  if ('alteration' in of) {
    const pattern = alterationPattern.safeParse(of.alteration).data;
    return pattern === undefined ? of : alterationParts(pattern);
  }
  if ('germline' in of) {
    const genes = germlineQuestion.safeParse(of.germline).data?.genes;
    return genes === undefined ? of : { any: genes.map((gene) => ({ germline: { genes: [gene] } })) };
  }
  return of;
}

/** What a leaf cannot be without: a variant, or one in a codon or exon, is a mutation of its gene. */
export function impliedBy(leaf: Criterion): Criterion | undefined {
  const pattern = 'alteration' in leaf ? alterationPattern.safeParse(leaf.alteration).data : undefined;
  if (pattern === undefined || !('gene' in pattern)) return undefined;
  const isMutation =
    'variant' in pattern || 'codons' in pattern || 'exon' in pattern || 'anyMutation' in pattern;
  const implied = anyMutationOf(pattern.gene);
  return isMutation && canonicalText(implied) !== canonicalText(leaf) ? implied : undefined;
}

function leavesIn(of: Criterion): readonly Criterion[] {
  const isJoined = 'all' in of || 'any' in of || 'not' in of || 'atLeast' in of;
  return isJoined ? partsOf(of).flatMap(leavesIn) : [of];
}

/** Leaves beyond which two criteria are not compared: their combinations double with each. */
const mostLeaves = 16;

/** Which leaves hold: each has its place among the bits. */
type State = number;

/** A criterion as a function of which leaves hold. */
function answerOf(of: Criterion, placeOf: ReadonlyMap<string, number>): (state: State) => boolean {
  const parts = (list: readonly Criterion[]) => list.map((each) => answerOf(each, placeOf));
  if ('all' in of) {
    const all = parts(of.all);
    return (state) => all.every((part) => part(state));
  }
  if ('any' in of) {
    const any = parts(of.any);
    return (state) => any.some((part) => part(state));
  }
  if ('not' in of) {
    const part = answerOf(of.not, placeOf);
    return (state) => !part(state);
  }
  if ('atLeast' in of) {
    const { count } = of.atLeast;
    const list = parts(of.atLeast.of);
    return (state) => list.filter((part) => part(state)).length >= count;
  }
  const place = placeOf.get(canonicalText(of));
  return (state) => place !== undefined && (state & (1 << place)) !== 0;
}

/** The answers of a criterion: one row for each combination of the other leaves, one sign for each of the markers. */
interface AnswerTable {
  readonly rows: readonly string[];
  /** The answers that the markers alone decide, where they do: the same in each row that is met at all. */
  readonly byMarkers: string | undefined;
}

/** The tables of two criteria over the leaves of both; undefined where they have too many. */
function answerTables(pair: readonly [Criterion, Criterion]) {
  const asked = pair.flatMap(leavesIn);
  const implied = asked.flatMap((leaf) => impliedBy(leaf) ?? []);
  const leaves = new Map([...asked, ...implied].map((leaf) => [canonicalText(leaf), leaf]));
  if (leaves.size > mostLeaves) return undefined;
  const markers = [...leaves].filter(([, leaf]) => isMarker(leaf)).map(([text]) => text);
  const others = [...leaves].filter(([, leaf]) => !isMarker(leaf)).map(([text]) => text);
  const placeOf = new Map([...markers, ...others].map((text, place) => [text, place]));
  const implications = asked.flatMap((leaf): Criterion[] => {
    const without = impliedBy(leaf);
    return without === undefined ? [] : [{ any: [{ not: leaf }, without] }];
  });
  const isPossible = answerOf({ all: implications }, placeOf);
  const states = Array.from({ length: 1 << markers.length }, (_, state) => state).filter(isPossible);
  const tableOf = (of: Criterion): AnswerTable => {
    const answer = answerOf(of, placeOf);
    const rows = Array.from({ length: 1 << others.length }, (_, other) =>
      states.map((state) => (answer(state + other * 2 ** markers.length) ? '1' : '0')).join(''),
    );
    const met = new Set(rows.filter((row) => row.includes('1')));
    const [only] = met;
    return { rows, byMarkers: met.size === 1 ? only : undefined };
  };
  const [a, b] = pair;
  return [tableOf(a), tableOf(b)] as const;
}

/** A population of which nothing is asked. */
const everyone: Criterion = { all: [] };

/** How two populations were selected by alterations, by their criteria; without one, nothing was asked. */
export function relateAlterationSelections(
  a: Criterion | undefined,
  b: Criterion | undefined,
): AlterationRelation {
  const asked = [inParts(a ?? everyone), inParts(b ?? everyone)] as const;
  const tables = answerTables(asked);
  if (tables === undefined) {
    const [first, second] = asked.map(canonicalText);
    return first === second ? 'same' : 'different';
  }
  const [{ rows, byMarkers: one }, { rows: otherRows, byMarkers: other }] = tables;
  if (one === undefined || other === undefined) {
    const isMetAtAll = rows.some((row) => row.includes('1'));
    return isMetAtAll && rows.join() === otherRows.join() ? 'same' : 'different';
  }
  if (one === other) return 'same';
  if (!one.includes('0') || !other.includes('0')) return 'notAsked';
  const isShared = Array.from(one).some((sign, at) => sign === '1' && other[at] === '1');
  return isShared ? 'different' : 'opposite';
}

const asksMarker = (of: Criterion): boolean => leavesIn(of).some(isMarker);

/** What a criterion asks of alterations, for a reader. */
export function alterationSelectionText(of: Criterion | undefined): string {
  if (of === undefined || !asksMarker(of)) return 'no alteration asked for';
  const markersOf = (each: Criterion): Criterion =>
    'all' in each ? { all: each.all.filter(asksMarker).map(markersOf) } : each;
  return printCriterion(markersOf(of));
}
