/** p values of several tests at once: Holm (1979) keeps the chance of any false one, Benjamini and Hochberg (1995) their share. */

/** p values adjusted by Holm's step-down procedure, in the order given. */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = [...pValues.keys()].toSorted((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const adjusted = pValues.map(() => 0);
  let largest = 0;
  for (const [rank, index] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * (pValues[index] ?? 0)));
    adjusted[index] = largest;
  }
  return adjusted;
}

/** p values adjusted by the step-up procedure of Benjamini and Hochberg, in the order given. */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  const order = [...pValues.keys()].toSorted((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  const adjusted = pValues.map(() => 0);
  let smallest = 1;
  for (const [place, index] of order.entries()) {
    const rank = pValues.length - place;
    smallest = Math.min(smallest, ((pValues[index] ?? 0) * pValues.length) / rank);
    adjusted[index] = smallest;
  }
  return adjusted;
}
