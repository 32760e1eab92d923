/** Items on one line of time are put into lanes, so that none lies over another: the first lane that is free takes it. */

/** Lane of each extent, in their order; `gapPx` stays free between neighbours. */
export function lanesOf(
  extents: readonly { readonly left: number; readonly right: number }[],
  gapPx = 6,
): readonly number[] {
  const order = extents
    .map((_, at) => at)
    .sort((one, other) => (extents[one]?.left ?? 0) - (extents[other]?.left ?? 0));
  const ends: number[] = [];
  const lanes = Array.from({ length: extents.length }, () => 0);
  for (const at of order) {
    const extent = extents[at];
    if (extent === undefined) continue;
    const free = ends.findIndex((end) => end + gapPx <= extent.left);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = extent.right;
    lanes[at] = lane;
  }
  return lanes;
}
