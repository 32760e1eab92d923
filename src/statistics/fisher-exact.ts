/**
 * Fisher's exact test of a two by two table, with the conditional estimate of the odds ratio and its exact interval. The
 * two-sided p adds the tables no likelier than the one observed, as R does.
 */
import { DomainError, requireCount, requireOpenProbability } from './domain-error.ts';
import { lnGamma } from './ln-gamma.ts';
import { monotoneRoot } from './monotone-root.ts';

/** A test of independence of rows and columns. */
export interface FisherExact {
  readonly p: number;
  /** The conditional maximum likelihood estimate; infinite as null, with the finite limit beside it. */
  readonly oddsRatio: number | null;
  readonly lower: number;
  /** Null: without a finite upper limit. */
  readonly upper: number | null;
  readonly confidence: number;
}

/** A table of counts, row by row. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

/** R's slack for tables that are as likely as the observed one but for rounding. */
const asLikely = 1 + 1e-7;
/** Beyond these no odds ratio is looked for. */
const widest = 700;

/** The distribution of the first cell given the margins, and what an odds ratio makes of it. */
class ConditionalTable {
  readonly least: number;
  readonly #ln: Float64Array;

  constructor(firstColumn: number, secondColumn: number, firstRow: number) {
    this.least = Math.max(0, firstRow - secondColumn);
    const most = Math.min(firstRow, firstColumn);
    this.#ln = Float64Array.from(
      { length: most - this.least + 1 },
      (_, at) => lnChoose(firstColumn, this.least + at) + lnChoose(secondColumn, firstRow - this.least - at),
    );
  }

  get most(): number {
    return this.least + this.#ln.length - 1;
  }

  /** Probabilities of each count at a logarithm of the odds ratio. */
  at(lnOdds: number): Float64Array {
    const weights = this.#ln.map((ln, at) => ln + lnOdds * (this.least + at));
    const largest = weights.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY);
    const raised = weights.map((each) => Math.exp(each - largest));
    const total = raised.reduce((sum, each) => sum + each, 0);
    return raised.map((each) => each / total);
  }

  mean(lnOdds: number): number {
    return this.at(lnOdds).reduce((sum, p, at) => sum + p * (this.least + at), 0);
  }

  upTo(count: number, lnOdds: number): number {
    return this.at(lnOdds)
      .slice(0, count - this.least + 1)
      .reduce((sum, p) => sum + p, 0);
  }

  from(count: number, lnOdds: number): number {
    return this.at(lnOdds)
      .slice(count - this.least)
      .reduce((sum, p) => sum + p, 0);
  }
}

/**
 * The test of a table.
 *
 * @throws DomainError (a RangeError) for counts that are negative or not whole, for an empty table, and for a confidence
 * outside (0, 1).
 * @example fisherExact([[12, 6], [2, 25]]).p // 4.045e-5
 */
export function fisherExact(table: TwoByTwo, confidence = 0.95): FisherExact {
  const [[a, b], [c, d]] = table;
  for (const [index, count] of [a, b, c, d].entries()) requireCount(`cell ${index + 1}`, count);
  requireOpenProbability('confidence', confidence);
  if (a + b + c + d === 0) throw new DomainError('table', 0, 'a table with counts');
  const conditional = new ConditionalTable(a + c, b + d, a + b);
  const given = conditional.at(0);
  const observed = given[a - conditional.least] ?? 0;
  const p = Math.min(
    1,
    given.reduce((sum, each) => (each <= observed * asLikely ? sum + each : sum), 0),
  );
  const tail = (1 - confidence) / 2;
  const isLeast = a === conditional.least;
  const isMost = a === conditional.most;
  const root = (increasing: (lnOdds: number) => number): number =>
    Math.exp(monotoneRoot(increasing, -widest, widest));
  return {
    p,
    oddsRatio: isMost ? (isLeast ? 0 : null) : isLeast ? 0 : root((ln) => conditional.mean(ln) - a),
    lower: isLeast ? 0 : root((ln) => conditional.from(a, ln) - tail),
    upper: isMost ? null : root((ln) => tail - conditional.upTo(a, ln)),
    confidence,
  };
}
