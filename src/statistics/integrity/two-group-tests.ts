/**
 * The tests by which papers compare two proportions, for one split: Fisher's exact test, Pearson's chi-square with and
 * without Yates' correction, the mid-P form of Fisher's test (H. O. Lancaster, JASA 1961;56:223), the likelihood ratio, the
 * z test with unpooled errors and, last because it is rarely meant, the one-sided exact test.
 */
import { chiSquareUpper } from '../chi-square.ts';
import { chiSquareTest } from '../chi-square-test.ts';
import { fisherExactP } from '../fisher-exact.ts';
import { lnGamma } from '../ln-gamma.ts';
import { normalUpper } from '../normal.ts';

/** The tests, usual ones first. */
export const twoGroupTests = [
  'fisher',
  'chiSquare',
  'chiSquareYates',
  'fisherMidP',
  'likelihoodRatio',
  'unpooledZ',
  'fisherOneSided',
] as const;
/** A test of two proportions. */
export type TwoGroupTest = (typeof twoGroupTests)[number];

/** Responders of patients. */
interface Split {
  readonly count: number;
  readonly of: number;
}

const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

/** The probability of each count of the first group given the margins, from the least on, and the place of `count`. */
function conditional({ count, of }: Split, other: Split): readonly [readonly number[], number] {
  const responders = count + other.count;
  const least = Math.max(0, responders - other.of);
  const most = Math.min(of, responders);
  const all = lnChoose(of + other.of, responders);
  const masses = Array.from({ length: most - least + 1 }, (_, at) =>
    Math.exp(lnChoose(of, least + at) + lnChoose(other.of, responders - least - at) - all),
  );
  return [masses, count - least];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function likelihoodRatio(cells: readonly (readonly [number, number])[]): number {
  const total = sum(cells.flat());
  const columns = [0, 1].map((at) => sum(cells.map((row) => row[at] ?? 0)));
  return cells.reduce(
    (statistic, row) =>
      row.reduce(
        (part, cell, at) =>
          cell === 0 ? part : part + 2 * cell * Math.log((cell * total) / (sum(row) * (columns[at] ?? 0))),
        statistic,
      ),
    0,
  );
}

/** Every test of a split with its p; those without a p (an empty margin) are left out. */
export function twoGroupPs(
  one: Split,
  other: Split,
): readonly { readonly test: TwoGroupTest; readonly p: number }[] {
  const cells = [
    [one.count, one.of - one.count],
    [other.count, other.of - other.count],
  ] as const;
  const found: { test: TwoGroupTest; p: number }[] = [];
  const fisher = fisherExactP(cells);
  found.push({ test: 'fisher', p: fisher });
  const plain = chiSquareTest(cells);
  const [masses, place] = conditional(one, other);
  const observed = masses[place] ?? 0;
  if (plain.ok) {
    found.push({ test: 'chiSquare', p: plain.test.p });
    const corrected = chiSquareTest(cells, true);
    if (corrected.ok) found.push({ test: 'chiSquareYates', p: corrected.test.p });
    found.push({ test: 'fisherMidP', p: Math.max(0, fisher - observed / 2) });
    found.push({ test: 'likelihoodRatio', p: chiSquareUpper(Math.max(0, likelihoodRatio(cells)), 1) });
    const [share, otherShare] = [one.count / one.of, other.count / other.of];
    const variance = (share * (1 - share)) / one.of + (otherShare * (1 - otherShare)) / other.of;
    if (variance > 0)
      found.push({
        test: 'unpooledZ',
        p: Math.min(1, 2 * normalUpper(Math.abs(share - otherShare) / Math.sqrt(variance))),
      });
  }
  const [below, above] = [sum(masses.slice(0, place + 1)), sum(masses.slice(place))];
  found.push({ test: 'fisherOneSided', p: Math.min(1, below, above) });
  return found;
}
