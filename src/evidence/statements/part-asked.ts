/** Which findings a criterion asks of: an alteration, a biomarker, a stain, a germline variant. */
import { type Criterion, partsOf } from '../../criteria/index.ts';

/** Leaves on a molecular finding or a stain. */
const markers: readonly string[] = ['alteration', 'biomarker', 'stain', 'germline'];

const leavesIn = (of: Criterion): readonly Criterion[] => {
  const parts = partsOf(of);
  return parts.length === 0 ? [of] : parts.flatMap(leavesIn);
};

/** The text of a leaf; whether a fusion is in frame is a condition of use, not another part of the patients. */
const textOf = (leaf: Criterion): string =>
  JSON.stringify(leaf, (key, value: unknown) => (key === 'inFrameWithKinase' ? undefined : value));

/** What a criterion asks of markers, as a set of texts that can be compared. */
export function markersAsked(of: Criterion | undefined): ReadonlySet<string> {
  if (of === undefined) return new Set();
  return new Set(
    leavesIn(of)
      .filter((leaf) => markers.includes(Object.keys(leaf)[0] ?? ''))
      .map(textOf),
  );
}
