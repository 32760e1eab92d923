/**
 * Exact unconditional tests of two shares, for one split (G. A. Barnard, Biometrika 1947;34:123; R. D. Boschloo, Stat Neerl
 * 1970;24:1). Both sizes are fixed and the responders of both together are not: the p value is the largest probability, over the
 * share that both groups have, of a table as extreme as the one observed. Barnard's test orders tables by the pooled z
 * (S. Suissa and J. J. Shuster, J R Stat Soc A 1985;148:317), Boschloo's by Fisher's two-sided p.
 */
import { lnGamma } from '../ln-gamma.ts';

/** The exact unconditional tests. */
export const unconditionalTests = ['boschloo', 'barnard'] as const;
/** An exact unconditional test of two proportions. */
export type UnconditionalTest = (typeof unconditionalTests)[number];

/** Responders of patients. */
interface Split {
  readonly count: number;
  readonly of: number;
}

/** Groups with more tables than this are not tried. */
const mostTables = 40_000;
/** The shares at which the probability is computed first, and how often the best are halved. */
const gridPoints = 256;
const refinements = 60;
/** Tables this near to the observed one are as extreme: R's slack for equal probabilities. */
const asExtreme = 1e-7;

const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

const lnChooseAll = (n: number): readonly number[] => Array.from({ length: n + 1 }, (_, k) => lnChoose(n, k));

/** Fisher's two-sided p of every table, by the responders of both groups. */
function fisherOfAll(one: number, other: number): (count: number, otherCount: number) => number {
  const [ones, others] = [lnChooseAll(one), lnChooseAll(other)];
  const byMargin = Array.from({ length: one + other + 1 }, (_, responders) => {
    const least = Math.max(0, responders - other);
    const most = Math.min(one, responders);
    const whole = lnChoose(one + other, responders);
    const masses = Array.from({ length: most - least + 1 }, (__, at) =>
      Math.exp((ones[least + at] ?? 0) + (others[responders - least - at] ?? 0) - whole),
    );
    return { least, ps: masses.map((own) => sum(masses.filter((mass) => mass <= own * (1 + asExtreme)))) };
  });
  return (count, otherCount) => {
    const margin = byMargin[count + otherCount];
    return margin?.ps[count - margin.least] ?? 1;
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The square of the pooled z; nothing where all or none respond. */
function pooledSquare(one: number, other: number): (count: number, otherCount: number) => number {
  return (count, otherCount) => {
    const responders = count + otherCount;
    const total = one + other;
    if (responders === 0 || responders === total) return 0;
    const cross = count * other - otherCount * one;
    return (total * cross * cross) / (one * other * responders * (total - responders));
  };
}

/** For every count of the first group, the counts of the second that make a table as extreme as the observed one. */
function extremeTables(test: UnconditionalTest, one: Split, other: Split): readonly (readonly number[])[] {
  const fisher = test === 'boschloo' ? fisherOfAll(one.of, other.of) : null;
  const square = pooledSquare(one.of, other.of);
  const observed = fisher?.(one.count, other.count) ?? square(one.count, other.count);
  return Array.from({ length: one.of + 1 }, (_, count) =>
    Array.from({ length: other.of + 1 }, (__, otherCount) => otherCount).filter((otherCount) =>
      fisher === null
        ? square(count, otherCount) >= observed * (1 - asExtreme)
        : fisher(count, otherCount) <= observed * (1 + asExtreme),
    ),
  );
}

/** The largest value of a function between 0 and 1: on a grid, then around the highest points of it. */
function largest(probability: (share: number) => number): number {
  const grid = Array.from({ length: gridPoints + 1 }, (_, at) => at / gridPoints);
  const values = grid.map((share) => (share === 0 || share === 1 ? 0 : probability(share)));
  const peaks = values
    .flatMap((value, at) => (value >= (values[at - 1] ?? 0) && value >= (values[at + 1] ?? 0) ? [at] : []))
    .toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
    .slice(0, 3);
  const golden = (Math.sqrt(5) - 1) / 2;
  return peaks.reduce(
    (best, peak) => {
      let [low, high] = [Math.max(0, (peak - 1) / gridPoints), Math.min(1, (peak + 1) / gridPoints)];
      let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
      let [atLeft, atRight] = [probability(left), probability(right)];
      for (let step = 0; step < refinements; step += 1)
        if (atLeft > atRight) {
          [high, right, atRight] = [right, left, atLeft];
          left = high - golden * (high - low);
          atLeft = probability(left);
        } else {
          [low, left, atLeft] = [left, right, atRight];
          right = low + golden * (high - low);
          atRight = probability(right);
        }
      return Math.max(best, atLeft, atRight);
    },
    Math.max(...values),
  );
}

const known = new Map<string, number>();
/** So many p values are kept, because a search asks for the same splits again. */
const mostKept = 2000;

/**
 * The p value of an exact unconditional test of two shares; null where the groups are too large to try every table.
 *
 * @example unconditionalP('barnard', { count: 7, of: 15 }, { count: 12, of: 15 }) // 0.0682
 */
export function unconditionalP(test: UnconditionalTest, one: Split, other: Split): number | null {
  if ((one.of + 1) * (other.of + 1) > mostTables) return null;
  const key = `${test} ${one.count}/${one.of} ${other.count}/${other.of}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const p = Math.min(1, largest(probabilityOf(extremeTables(test, one, other), one.of, other.of)));
  if (known.size >= mostKept) known.clear();
  known.set(key, p);
  return p;
}

/** The probability of some tables as a function of the share that both groups have. */
function probabilityOf(
  tables: readonly (readonly number[])[],
  one: number,
  other: number,
): (share: number) => number {
  const [ones, others] = [lnChooseAll(one), lnChooseAll(other)];
  const masses = (lnChosen: readonly number[], share: number): readonly number[] =>
    lnChosen.map((ln, count) =>
      Math.exp(ln + count * Math.log(share) + (lnChosen.length - 1 - count) * Math.log1p(-share)),
    );
  return (share) => {
    const [first, second] = [masses(ones, share), masses(others, share)];
    let total = 0;
    for (const [count, counts] of tables.entries()) {
      let within = 0;
      for (const otherCount of counts) within += second[otherCount] ?? 0;
      total += (first[count] ?? 0) * within;
    }
    return total;
  };
}
