/** Variants by position: how many patients, in which categories, under which names. */
import { type HeadCategory, headCategory } from './head-look.ts';
import type { LollipopData, LollipopMutation } from './lollipop-data.ts';

/** Findings of one name and one category at one position. */
export interface HeadGroup {
  readonly label: string;
  readonly category: HeadCategory;
  readonly count: number;
  readonly patients: readonly string[];
}

/** All findings at one position: one stem. */
export interface VariantStack {
  readonly position: number;
  readonly count: number;
  readonly groups: readonly HeadGroup[];
  /** The names of the variants, the most frequent first, with their counts where there are several. */
  readonly name: string;
}

function stackOf(
  position: number,
  mutations: readonly LollipopMutation[],
  colourBy: LollipopData['colourBy'],
): VariantStack {
  const byName = Map.groupBy(mutations, ({ label }) => label);
  const counted = [...byName]
    .map(([label, own]) => ({ label, own, count: own.reduce((sum, { patients }) => sum + patients, 0) }))
    .toSorted((one, other) => other.count - one.count);
  const groups = counted.flatMap(({ label, own }) => {
    const categories = Map.groupBy(own, (each) => {
      const { rank, isVus } = headCategory(each, colourBy);
      return rank * 2 + (isVus ? 1 : 0);
    });
    return [...categories]
      .toSorted(([one], [other]) => one - other)
      .flatMap(([, members]): readonly HeadGroup[] => {
        const [first] = members;
        if (first === undefined) return [];
        return [
          {
            label,
            category: headCategory(first, colourBy),
            count: members.reduce((sum, { patients }) => sum + patients, 0),
            patients: members.flatMap(({ patient }) => patient ?? []),
          },
        ];
      });
  });
  const name =
    counted.length === 1
      ? (counted[0]?.label ?? '')
      : counted.map(({ label, count }) => (count === 1 ? label : `${label} (${count})`)).join(', ');
  return { position, groups, name, count: counted.reduce((sum, { count }) => sum + count, 0) };
}

/** One stack a position, along the protein. */
export const variantStacks = ({ mutations, colourBy }: LollipopData): readonly VariantStack[] =>
  [...Map.groupBy(mutations, ({ position }) => position)]
    .toSorted(([one], [other]) => one - other)
    .map(([position, own]) => stackOf(position, own, colourBy));
