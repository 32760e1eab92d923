/**
 * The search for the splits behind a printed p value: two groups with printed percentages, of sizes that are known or only
 * bounded, leave some two by two tables; each is tested in the ways papers test them, and those that print the p are named. The
 * exact unconditional tests, which few papers use, are tried only where none of the others prints it, rounded or cut off.
 */
import { type Untestable, untestable } from './outcome.ts';
import { countsPrinting, isCountable } from './percentage-of-count.ts';
import { exactDecimals, isUntestable, type PrintedDecimal } from './printed-decimal.ts';
import { matchOf, type PrintedMatch } from './printed-match.ts';
import { decisionsDiffer, readPrintedP } from './printed-p.ts';
import { type TwoGroupTest, twoGroupPs, twoGroupTests } from './two-group-tests.ts';
import { type UnconditionalTest, unconditionalP, unconditionalTests } from './unconditional-tests.ts';

/** A group as far as it is printed. */
export interface PrintedGroup {
  /** The percentage of responders as printed; without it the count. */
  readonly percentage?: string;
  readonly count?: number;
  /** The sizes it may have: all that are listed, or all between two. */
  readonly of: readonly number[] | { readonly from: number; readonly to: number };
}

/** What is known of both groups together. */
export interface BothGroups {
  /** The patients of both. */
  readonly of?: number;
  /** The responders of both. */
  readonly count?: number;
}

/** Responders and patients of a group. */
export interface GroupCount {
  readonly count: number;
  readonly of: number;
}

/** A split with one of its p values. */
export interface TestedSplit {
  readonly test: TwoGroupTest | UnconditionalTest;
  readonly groups: readonly [GroupCount, GroupCount];
  readonly p: number;
}

/** A split whose p prints as the printed one. */
export interface ReproducedP extends TestedSplit {
  readonly printedAs: PrintedMatch;
}

/** The outcome of a search. */
export interface PValueSearch {
  /**
   * `reproduced`: some split prints the p under some test; `truncated`: only with the p cut off; `notReproduced`: none does;
   * `noSplit`: no counts print the percentages.
   */
  readonly outcome: 'reproduced' | 'truncated' | 'notReproduced' | 'noSplit';
  /** Every split with every test that reproduces it, rounded before cut off, usual tests first. */
  readonly reproduced: readonly ReproducedP[];
  /** The tests that reproduce the p on some split. */
  readonly tests: readonly (TwoGroupTest | UnconditionalTest)[];
  /** The splits that print the percentages. */
  readonly splits: number;
  /** The split whose p comes nearest to a printed one that is no bound, or lies least beyond its bound; null without splits. */
  readonly nearest: TestedSplit | null;
  /**
   * The chance that a p of these decimals, drawn at random, would be reproduced by rounding under a usual test: near 1 the search
   * says nothing.
   */
  readonly chance: number;
  /** All splits under all tests decide otherwise at 5% than the printed p. */
  readonly decisionError: boolean;
}

/** More splits than this are not searched. */
const mostSplits = 20_000;
/** More pairs of groups than this are not looked through for splits. */
const mostPairs = 1_000_000;

function sizesOf({ of }: PrintedGroup): readonly number[] {
  if (!('from' in of)) return of;
  const [from, to] = [Math.max(1, of.from), Math.min(of.to, of.from + mostSplits)];
  return from <= to ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [];
}

/** The counts with their sizes that print a group. */
function groupCounts(group: PrintedGroup): readonly GroupCount[] | Untestable {
  const read = exactDecimals(group.percentage === undefined ? [] : [group.percentage]);
  if (isUntestable(read)) return read;
  const [percentage] = read;
  if (percentage === undefined && group.count === undefined) return untestable('nothingToTest', '');
  const sizes = sizesOf(group);
  const uncountable = sizes.find((of) => !isCountable(of, percentage?.decimals ?? 0));
  if (uncountable !== undefined) return untestable('notACount', String(uncountable));
  // A percentage is taken as cut off only where no size prints it rounded.
  for (const by of ['rounded', 'truncated'] as const) {
    const found: GroupCount[] = [];
    for (const of of sizes) {
      found.push(...countsOfSize(group, percentage, of, by));
      if (found.length > mostSplits) return untestable('tooManyCombinations', group.percentage ?? '');
    }
    if (found.length > 0) return found;
  }
  return [];
}

function countsOfSize(
  { count }: PrintedGroup,
  percentage: PrintedDecimal | undefined,
  of: number,
  by: 'rounded' | 'truncated',
): readonly GroupCount[] {
  const all = { from: 0, to: of };
  const range = percentage === undefined ? all : countsPrinting(percentage, of, by);
  if (range === null) return [];
  if (count !== undefined) return range.from <= count && count <= range.to ? [{ count, of }] : [];
  return Array.from({ length: range.to - range.from + 1 }, (_, at) => ({ count: range.from + at, of }));
}

/**
 * Searches the splits and tests that print a p value.
 *
 * @example pValueSearch('.02', { percentage: '75', of: [4] }, { percentage: '11.8', of: [17] })
 * // 'truncated': Fisher's exact p of 3/4 against 2/17 is 0.0276
 */
export function pValueSearch(
  p: string,
  first: PrintedGroup,
  second: PrintedGroup,
  both: BothGroups = {},
): PValueSearch | Untestable {
  const printed = readPrintedP(p);
  if (isUntestable(printed)) return printed;
  const [ones, others] = [groupCounts(first), groupCounts(second)];
  if (isUntestable(ones)) return ones;
  if (isUntestable(others)) return others;
  if (ones.length * others.length > mostPairs) return untestable('tooManyCombinations', p);
  const splits = ones.flatMap((one) =>
    others.filter((other) => mayBeBoth(one, other, both)).map((other) => [one, other] as const),
  );
  if (splits.length > mostSplits) return untestable('tooManyCombinations', p);
  const usual = splits.flatMap((groups): readonly TestedSplit[] =>
    twoGroupPs(...groups).map((each) => ({ ...each, groups })),
  );
  const usualReproduced = reproducing(usual, printed);
  const further = usualReproduced.length === 0 ? unconditional(splits) : [];
  const tested = [...usual, ...further];
  const reproduced = [...usualReproduced, ...reproducing(further, printed)];
  const value = printed.units / 10 ** printed.decimals;
  const distance = (split: TestedSplit): number => Math.abs(split.p - value);
  const [best] = reproduced;
  return {
    outcome: outcomeOf(splits.length, best),
    reproduced,
    tests: [...new Set(reproduced.map(({ test }) => test))],
    splits: splits.length,
    nearest: tested.reduce<TestedSplit | null>(
      (nearest, split) => (nearest === null || distance(split) < distance(nearest) ? split : nearest),
      null,
    ),
    chance: chanceOf(printed, usual),
    decisionError: tested.length > 0 && decisionsDiffer(rangeOf(tested), printed),
  };
}

/** The tests in the order in which they are named. */
const namedTests: readonly string[] = [...twoGroupTests, ...unconditionalTests];

/** The splits whose p prints as the printed one: rounded before cut off, usual tests first. */
function reproducing(tested: readonly TestedSplit[], printed: PrintedDecimal): readonly ReproducedP[] {
  return tested
    .flatMap((split): readonly ReproducedP[] => {
      const printedAs = matchOf(split.p, printed);
      return printedAs === null ? [] : [{ ...split, printedAs }];
    })
    .toSorted(
      (one, other) =>
        Number(one.printedAs === 'truncated') - Number(other.printedAs === 'truncated') ||
        namedTests.indexOf(one.test) - namedTests.indexOf(other.test),
    );
}

/** More tables than this are not looked through for the unconditional tests of all splits. */
const mostUnconditional = 100_000;

function unconditional(splits: readonly (readonly [GroupCount, GroupCount])[]): readonly TestedSplit[] {
  const tables = splits.reduce((total, [one, other]) => total + (one.of + 1) * (other.of + 1), 0);
  if (tables > mostUnconditional) return [];
  return splits.flatMap((groups) =>
    unconditionalTests.flatMap((test): readonly TestedSplit[] => {
      const p = unconditionalP(test, ...groups);
      return p === null ? [] : [{ test, groups, p }];
    }),
  );
}

function mayBeBoth(one: GroupCount, other: GroupCount, { of, count }: BothGroups): boolean {
  return (
    (of ?? one.of + other.of) === one.of + other.of &&
    (count ?? one.count + other.count) === one.count + other.count
  );
}

function outcomeOf(splits: number, best: ReproducedP | undefined): PValueSearch['outcome'] {
  if (splits === 0) return 'noSplit';
  if (best === undefined) return 'notReproduced';
  return best.printedAs === 'rounded' ? 'reproduced' : 'truncated';
}

function rangeOf(tested: readonly TestedSplit[]): readonly [number, number] {
  return tested.reduce(([least, most], { p }) => [Math.min(least, p), Math.max(most, p)] as const, [
    1, 0,
  ] as readonly [number, number]);
}

/** The share of the p values that could have been printed in the same way which some split and test gives. */
function chanceOf(printed: PrintedDecimal, tested: readonly TestedSplit[]): number {
  const whole = 10 ** printed.decimals;
  switch (printed.bound) {
    case 'exact':
      return new Set(tested.map(({ p }) => Math.round(p * whole))).size / (whole + 1);
    case 'below':
    case 'atMost':
      return printed.units / whole;
    case 'above':
    case 'atLeast':
      return 1 - printed.units / whole;
  }
}
