/**
 * Fisher's exact test of a two by two table, with the conditional estimate of the odds ratio and its exact interval. The
 * two-sided p adds the tables no likelier than the one observed, as R does.
 */
import { ConditionalTable } from './conditional-table.ts';
import { DomainError, requireCount, requireOpenProbability } from './domain-error.ts';
import { lnGamma } from './ln-gamma.ts';
import { normalUpperQuantile } from './normal.ts';

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

/** R's slack for tables that are as likely as the observed one but for rounding. */
const asLikely = 1 + 1e-7;

const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

/** The p of a table so unlikely that its probability is beyond the smallest ratio to the likeliest one. */
function unlikelyP([[a, b], [c, d]]: TwoByTwo, { least, most }: ConditionalTable): number {
  const whole = lnChoose(a + b + c + d, a + b);
  const lnAt = (count: number): number => lnChoose(a + c, count) + lnChoose(b + d, a + b - count) - whole;
  const limit = lnAt(a) + Math.log(asLikely);
  let p = 0;
  for (let count = least; count <= most; count += 1) if (lnAt(count) <= limit) p += Math.exp(lnAt(count));
  return p;
}

function tableOf(table: TwoByTwo): ConditionalTable {
  const [[a, b], [c, d]] = table;
  for (const [index, count] of [a, b, c, d].entries()) requireCount(`cell ${index + 1}`, count);
  if (a + b + c + d === 0) throw new DomainError('table', 0, 'a table with counts');
  return new ConditionalTable(a, b, c, d);
}

/**
 * The p of a table alone, for many tables: about forty times as fast as the test with its odds ratio.
 *
 * @throws DomainError as {@link fisherExact}.
 */
export function fisherExactP(table: TwoByTwo): number {
  const conditional = tableOf(table);
  return conditional.p(asLikely) ?? unlikelyP(table, conditional);
}

/**
 * The test of a table.
 *
 * @throws DomainError (a RangeError) for counts that are negative or not whole, for an empty table, and for a confidence
 * outside (0, 1).
 * @example fisherExact([[12, 6], [2, 25]]).p // 4.045e-5
 */
export function fisherExact(table: TwoByTwo, confidence = 0.95): FisherExact {
  const conditional = tableOf(table);
  requireOpenProbability('confidence', confidence);
  const [[a, b], [c, d]] = table;
  const isLeast = a === conditional.least;
  const isMost = a === conditional.most;
  // Searches start from the odds ratio of the cells and its error, one half added to each.
  const [start, error] = [
    Math.log(((a + 0.5) * (d + 0.5)) / ((b + 0.5) * (c + 0.5))),
    Math.sqrt([a, b, c, d].reduce((sum, count) => sum + 1 / (count + 0.5), 0)),
  ];
  const tail = (1 - confidence) / 2;
  const far = normalUpperQuantile(tail) * error;
  return {
    p: conditional.p(asLikely) ?? unlikelyP(table, conditional),
    oddsRatio: isLeast ? 0 : isMost ? null : conditional.estimate(start),
    lower: isLeast ? 0 : conditional.lowerLimit(tail, start - far),
    upper: isMost ? null : conditional.upperLimit(tail, start + far),
    confidence,
  };
}
