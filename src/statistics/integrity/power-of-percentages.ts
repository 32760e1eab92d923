/**
 * How much a fit of printed percentages says: the chance that random percentages would fit as well. Of the 10^(d + 2) + 1
 * percentages with d decimals the counts of n patients print only some; m independent percentages all fall among them with
 * the product of these shares. Categories that are all patients together are not independent: there the share is that of the
 * rows which whole patients print among the rows which any percentages adding up to 100 print.
 */
import type { CountSum } from './count-sums.ts';
import {
  countsOfUnits,
  printablePercentages,
  printedPercentageCount,
  unitsOfWhole,
} from './percentage-of-count.ts';

/** What of a printed percentage bears on the chance of a fit. */
export interface ShareToFit {
  readonly decimals: number;
  /** The count printed beside the percentage. */
  readonly count?: number | undefined;
  /** A bound ("<1") says too little to be counted on. */
  readonly isBound?: boolean;
}

const cutOffOnly = new Map<string, number>();

/** How many percentages the counts of `of` print when cut off, and do not print when rounded. */
function printableCutOffOnly(of: number, decimals: number): number {
  const whole = unitsOfWhole(decimals);
  if (of >= whole) return 0;
  const key = `${of} ${decimals}`;
  const known = cutOffOnly.get(key);
  if (known !== undefined) return known;
  let found = 0;
  for (let count = 0; count <= of; count += 1) {
    const units = Math.floor((count * whole) / of);
    if (countsOfUnits(units, whole, of, 'rounded', of) === null) found += 1;
  }
  cutOffOnly.set(key, found);
  return found;
}

/** The chance of a random percentage to be printed by rounding, and by cutting off alone. */
function chancesOf({ decimals, count, isBound }: ShareToFit, of: number): readonly [number, number] {
  if (isBound === true) return [1, 0];
  const all = unitsOfWhole(decimals) + 1;
  if (count !== undefined) {
    const printed = printedPercentageCount(count, of, decimals);
    return [printed / all, count > of || printed === 2 ? 0 : isCutOff(count, of, decimals) / all];
  }
  return [printablePercentages(of, decimals) / all, printableCutOffOnly(of, decimals) / all];
}

/** 1 where cutting off prints another percentage of a count than rounding. */
function isCutOff(count: number, of: number, decimals: number): number {
  return 2 * ((count * unitsOfWhole(decimals)) % of) >= of ? 1 : 0;
}

/** The chance that all independent shares fit with at most `cutOff` of them cut off. */
function chanceOfIndependent(shares: readonly ShareToFit[], of: number, cutOff: number): number {
  // At each place: the chance that the shares so far fit with exactly that many cut off.
  let chances = [1];
  for (const share of shares) {
    const [rounded, cut] = cutOff === 0 ? [roundedChance(share, of), 0] : chancesOf(share, of);
    const next = chances.map((chance, at) => chance * rounded + (chances[at - 1] ?? 0) * cut);
    if (chances.length <= cutOff) next.push((chances.at(-1) ?? 0) * cut);
    chances = next;
  }
  return chances.reduce((sum, chance) => sum + chance, 0);
}

function roundedChance({ decimals, count, isBound }: ShareToFit, of: number): number {
  if (isBound === true) return 1;
  const printable =
    count === undefined ? printablePercentages(of, decimals) : printedPercentageCount(count, of, decimals);
  return printable / (unitsOfWhole(decimals) + 1);
}

/** n over k, as a fraction of large numbers: rounded beyond 2^53. */
function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let product = 1;
  for (let at = 1; at <= Math.min(k, n - k); at += 1)
    product = (product * (n - Math.min(k, n - k) + at)) / at;
  return product;
}

const rowsOfWhole = new Map<string, number>();

/** The rows of `parts` whole units which some percentages that add up to `whole` units print by rounding. */
function printableRows(parts: number, whole: number): number {
  const key = `${parts} ${whole}`;
  const known = rowsOfWhole.get(key);
  if (known !== undefined) return known;
  let rows = 0;
  for (let sum = Math.max(0, whole - parts); sum <= whole + parts; sum += 1)
    for (let zeros = 0; zeros < parts; zeros += 1) {
      // Each unit lies up to a half above what it stands for, a zero not at all, and less than a half below.
      const isReached = 2 * sum + parts > 2 * whole && 2 * sum - (parts - zeros) <= 2 * whole;
      if (isReached) rows += choose(parts, zeros) * choose(sum - 1, parts - zeros - 1);
    }
  rowsOfWhole.set(key, rows);
  return rows;
}

/** The chance that random percentages which are all patients together fit `of` patients. */
function chanceOfPartition(shares: readonly ShareToFit[], of: number, cutOff: number): number {
  const decimals = shares[0]?.decimals ?? 0;
  const isPlain = shares.every(
    (share) => share.decimals === decimals && share.count === undefined && share.isBound !== true,
  );
  if (!isPlain || shares.length < 2) {
    // The last is given by the others: the one that fits most easily says nothing.
    const easiest = shares.toSorted((one, two) => roundedChance(two, of) - roundedChance(one, of));
    return chanceOfIndependent(easiest.slice(1), of, cutOff);
  }
  const rows = choose(of + shares.length - 1, shares.length - 1);
  let ways = 0;
  for (let cut = 0; cut <= cutOff; cut += 1) ways += choose(shares.length, cut);
  return Math.min(1, (ways * rows) / printableRows(shares.length, unitsOfWhole(decimals)));
}

/**
 * The chance that random percentages in the place of `shares` would fit `of` patients with at most `cutOff` of them cut off.
 * A percentage that is the sum of others says nothing of its own and is left out.
 */
export function chanceOfFit(
  shares: readonly ShareToFit[],
  sums: readonly CountSum[],
  of: number,
  cutOff: number,
): number {
  const wholes = new Set(sums.map(({ whole }) => whole));
  const partition = sums.find(({ whole }) => whole === 'all')?.parts ?? [];
  const free = shares.filter((_, at) => !wholes.has(at) && !partition.includes(at));
  const parts = partition.flatMap((at) => shares[at] ?? []);
  const independent = chanceOfIndependent(free, of, cutOff);
  return parts.length === 0 ? independent : independent * chanceOfPartition(parts, of, cutOff);
}

/** What a test of percentages can find. */
export interface PowerOfPercentages {
  /** The chance that random percentages of these decimals would all fit. */
  readonly chance: number;
  /** The chance that at least one of them would not. */
  readonly power: number;
}

/**
 * The power of testing percentages with these decimals against n patients. Percentages without decimals have none from 100
 * patients on, those with one from 1000 on.
 *
 * @example powerOfPercentages(100, [0]).power // 0
 * @example powerOfPercentages(12, [1, 1, 1]).power // 0.999998
 */
export function powerOfPercentages(
  of: number,
  decimals: readonly number[],
  partition = false,
): PowerOfPercentages {
  const sums: readonly CountSum[] = partition ? [{ parts: [...decimals.keys()], whole: 'all' }] : [];
  const chance = chanceOfFit(
    decimals.map((each) => ({ decimals: each })),
    sums,
    of,
    0,
  );
  return { chance, power: 1 - chance };
}
