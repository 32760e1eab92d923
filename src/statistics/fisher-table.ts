/**
 * Fisher's exact test of a table of any size (Freeman and Halton, Biometrika 1951;38:141): the share of the tables with the
 * same margins that are no likelier than the observed one. Columns are filled one after another; fillings that leave the
 * same rows over are continued together, and a continuation ends as soon as all or none of its tables count (Mehta and
 * Patel, J Am Stat Assoc 1983;78:427).
 */
import { lnGamma } from './ln-gamma.ts';

/** The test, or why there is none. */
export type FisherTableReading =
  | { readonly ok: true; readonly p: number }
  | { readonly ok: false; readonly reason: 'notATable' | 'notACount' | 'emptyTable' | 'tooLarge' };

/** R's slack for tables that are as likely as the observed one but for rounding. */
const asLikely = 1e-7;
/** Digits to which logarithms of likelihoods are told apart when paths are joined. */
const joinedBelow = 1e11;

/** What it costs to write down a filling, in comparisons of paths. */
const stepCost = 30;

const lnFactorial = (n: number): number => lnGamma(n + 1);

class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** Bounds of the logarithm of 1 / product of factorials, over the tables that complete a node. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

interface Step {
  readonly rest: readonly number[];
  /** Minus the sum of the logarithms of the factorials of the column. */
  readonly ln: number;
}

class TableNetwork {
  readonly #columns: readonly number[];
  readonly #lnFactorials: Float64Array;
  readonly #bounds: Map<string, Bounds>[];
  readonly #steps: Map<string, readonly Step[]>[];
  #left: number;

  constructor(columns: readonly number[], total: number, mostSteps: number) {
    this.#columns = columns;
    this.#lnFactorials = Float64Array.from({ length: total + 1 }, (_, n) => lnFactorial(n));
    this.#bounds = columns.map(() => new Map<string, Bounds>());
    this.#steps = columns.map(() => new Map<string, readonly Step[]>());
    this.#left = mostSteps;
  }

  ln(n: number): number {
    return this.#lnFactorials[n] ?? 0;
  }

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new TooLargeError();
  }

  /** Every way to fill a column from rows with so much left, by what it leaves, rows in descending order. */
  steps(rows: readonly number[], column: number): readonly Step[] {
    const known = this.#steps[column];
    const key = rows.join();
    const present = known?.get(key);
    if (present !== undefined) return present;
    const steps: Step[] = [];
    const rest = [...rows];
    const behind = rows.map((_, at) => rows.slice(at + 1).reduce((sum, row) => sum + row, 0));
    const fill = (row: number, left: number, ln: number): void => {
      if (row === rows.length) {
        this.spend(stepCost);
        steps.push({ rest: rest.toSorted((a, b) => b - a), ln });
        return;
      }
      const own = rows[row] ?? 0;
      for (let cell = Math.max(0, left - (behind[row] ?? 0)); cell <= Math.min(own, left); cell += 1) {
        rest[row] = own - cell;
        fill(row + 1, left - cell, ln - this.ln(cell));
      }
    };
    fill(0, this.#columns[column] ?? 0, 0);
    known?.set(key, steps);
    return steps;
  }

  /** The likeliest and the least likely completion from a column on. */
  bounds(rows: readonly number[], column: number): Bounds {
    if (column >= this.#columns.length - 1) {
      const ln = -rows.reduce((sum, row) => sum + this.ln(row), 0);
      return { least: ln, most: ln };
    }
    const key = rows.join();
    const present = this.#bounds[column]?.get(key);
    if (present !== undefined) return present;
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { rest, ln } of this.steps(rows, column)) {
      const behind = this.bounds(rest, column + 1);
      least = Math.min(least, ln + behind.least);
      most = Math.max(most, ln + behind.most);
    }
    const found = { least, most };
    this.#bounds[column]?.set(key, found);
    return found;
  }

  /** The logarithm of the sum over all completions: N! / (product of row and column factorials). */
  lnCompletions(rows: readonly number[], column: number): number {
    const columns = this.#columns.slice(column);
    const total = columns.reduce((sum, each) => sum + each, 0);
    const lnAll = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + this.ln(each), 0);
    return this.ln(total) - lnAll(rows) - lnAll(columns);
  }
}

interface Node {
  readonly rows: readonly number[];
  /** Paths that lead here: for each logarithm of a likelihood, rounded, that logarithm and the number of paths. */
  readonly paths: Map<number, { readonly ln: number; count: number }>;
}

function addPath({ paths }: Node, ln: number, count: number): void {
  const key = Math.round(ln * joinedBelow);
  const present = paths.get(key);
  if (present === undefined) paths.set(key, { ln, count });
  else present.count += count;
}

/** The share of tables no likelier than the observed one. */
function shareOf(
  network: TableNetwork,
  rows: readonly number[],
  columns: readonly number[],
  lnObserved: number,
): number {
  const lnAll = network.lnCompletions(rows, 0);
  const limit = lnObserved + asLikely;
  let nodes = new Map<string, Node>();
  const start: Node = { rows, paths: new Map() };
  addPath(start, 0, 1);
  nodes.set(rows.join(), start);
  let p = 0;
  for (let column = 0; column < columns.length && nodes.size > 0; column += 1) {
    const next = new Map<string, Node>();
    for (const node of nodes.values()) {
      for (const { rest, ln } of network.steps(node.rows, column)) {
        const bounds = network.bounds(rest, column + 1);
        const lnBehind = network.lnCompletions(rest, column + 1) - lnAll;
        const key = rest.join();
        network.spend(node.paths.size);
        for (const { ln: before, count } of node.paths.values()) {
          const here = before + ln;
          if (here + bounds.most <= limit) p += count * Math.exp(here + lnBehind);
          else if (here + bounds.least <= limit) {
            const child = next.get(key) ?? { rows: rest, paths: new Map() };
            next.set(key, child);
            addPath(child, here, count);
          }
        }
      }
    }
    nodes = next;
  }
  return Math.min(1, p);
}

/**
 * Fisher's test of a table with two rows and columns or more; rows and columns without counts say nothing and are left out.
 *
 * @param mostSteps the work after which the table is refused as too large; about a second.
 * @example fisherExactTable([[1, 6, 2, 8], [0, 5, 2, 4]]) // { ok: true, p: 0.8588 }
 */
export function fisherExactTable(table: readonly (readonly number[])[], mostSteps = 2e7): FisherTableReading {
  const width = table[0]?.length ?? 0;
  if (table.length < 2 || width < 2 || table.some((row) => row.length !== width))
    return { ok: false, reason: 'notATable' };
  if (table.some((row) => row.some((count) => !Number.isSafeInteger(count) || count < 0)))
    return { ok: false, reason: 'notACount' };
  const rowSums = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = Array.from({ length: width }, (_, at) =>
    table.reduce((sum, row) => sum + (row[at] ?? 0), 0),
  );
  const total = rowSums.reduce((sum, count) => sum + count, 0);
  if (total === 0) return { ok: false, reason: 'emptyTable' };
  const descending = (counts: readonly number[]): readonly number[] =>
    counts.filter((count) => count > 0).toSorted((a, b) => b - a);
  const [one, other] = [descending(rowSums), descending(columnSums)];
  if (one.length < 2 || other.length < 2) return { ok: true, p: 1 };
  const [rows, columns] = one.length <= other.length ? [one, other] : [other, one];
  const lnObserved = -table.flat().reduce((sum, count) => sum + lnFactorial(count), 0);
  try {
    return { ok: true, p: shareOf(new TableNetwork(columns, total, mostSteps), rows, columns, lnObserved) };
  } catch (error) {
    if (error instanceof TooLargeError) return { ok: false, reason: 'tooLarge' };
    throw error;
  }
}
