/** Which part of the patients a criterion picks out by a finding: a marker, a proliferation, an earlier treatment. */
import { type Criterion, partsOf } from '../../criteria/index.ts';

/** Leaves on a molecular finding or a stain. */
const markers: readonly string[] = ['alteration', 'biomarker', 'stain', 'germline'];
const others: readonly string[] = ['ki67Percent', 'discordance', 'uptakeMismatch', 'priorTherapy'];

const isLeaf = (of: Criterion): boolean => partsOf(of).length === 0;

function leavesIn(
  of: Criterion,
  isNegated = false,
): readonly (readonly [leaf: Criterion, negated: boolean])[] {
  if (isLeaf(of)) return [[of, isNegated]];
  const turns = 'not' in of ? !isNegated : isNegated;
  return partsOf(of).flatMap((part) => leavesIn(part, turns));
}

const nameOf = (leaf: Criterion): string => Object.keys(leaf)[0] ?? '';

/** The text of a leaf; whether a fusion is in frame is a condition of use, not another part of the patients. */
const textOf = (leaf: Criterion): string =>
  JSON.stringify(leaf, (key, value: unknown) => (key === 'inFrameWithKinase' ? undefined : value));

/** What a criterion asks of findings, as a set of texts that can be compared. */
export function partAsked(of: Criterion | undefined): ReadonlySet<string> {
  if (of === undefined) return new Set();
  return new Set(
    leavesIn(of)
      .filter(([leaf]) => markers.includes(nameOf(leaf)) || others.includes(nameOf(leaf)))
      .map(([leaf, isNegated]) => `${isNegated ? 'not ' : ''}${textOf(leaf)}`),
  );
}

/** What it asks of markers alone. */
export function markersAsked(of: Criterion | undefined): ReadonlySet<string> {
  if (of === undefined) return new Set();
  return new Set(
    leavesIn(of)
      .filter(([leaf]) => markers.includes(nameOf(leaf)))
      .map(([leaf]) => textOf(leaf)),
  );
}

/** Whether two criteria pick out the same part by findings, and pick one out at all. */
export function asksSamePart(one: Criterion | undefined, other: Criterion | undefined): boolean {
  const [a, b] = [partAsked(one), partAsked(other)];
  return a.size > 0 && a.size === b.size && [...a].every((text) => b.has(text));
}
