/** How the R functions of scripts/oracle/comparison.R are computed here. */
import assert from 'node:assert/strict';
import {
  agrestiCoull,
  benjaminiHochberg,
  chiSquareTest,
  cochranArmitage,
  fisherExact,
  fisherExactTable,
  holm,
  jeffreys,
  kendall,
  mcNemar,
  midP,
  newcombeDifference,
  type RankCorrelationOptions,
  type RankCorrelationReading,
  type RankSumOptions,
  sampleQuantile,
  spearman,
  tTest,
  wald,
  wilcoxonRankSum,
  wilcoxonSignedRank,
} from './index.ts';
import type { Answers, Computation, Given } from './oracle-cases.fixture.ts';

const closed = (compute: (given: Given) => Answers, tolerance = 1e-11): Computation => ({
  tolerance,
  floor: 1e-3,
  compute,
});

const rankSum = (options: RankSumOptions) =>
  closed((given) => {
    const read = wilcoxonRankSum(given.list('a'), given.list('b'), options);
    assert.ok(read.ok);
    const { statistic, p, less, greater } = read.test;
    return { statistic, p, less, greater };
  });

const signedRanks = (options: RankSumOptions) =>
  closed((given) => {
    const read = wilcoxonSignedRank(given.list('d'), options);
    assert.ok(read.ok);
    const { statistic, p, less, greater } = read.test;
    return { statistic, p, less, greater };
  });

type Correlation = (
  x: readonly number[],
  y: readonly number[],
  options?: RankCorrelationOptions,
) => RankCorrelationReading;
const correlation = (of: Correlation, options?: RankCorrelationOptions) =>
  closed((given) => {
    const read = of(given.list('x'), given.list('y'), options);
    assert.ok(read.ok);
    const { estimate, p, less, greater } = read.correlation;
    return { estimate, p, less, greater };
  });

const students = (variances: 'welch' | 'pooled') =>
  closed((given) => {
    const read = tTest(given.list('a'), given.list('b'), {
      variances,
      confidence: given.number('confidence'),
    });
    assert.ok(read.ok);
    const { t, degreesOfFreedom, p, lower, upper } = read.test;
    return { t, df: degreesOfFreedom, p, lower, upper };
  });

function exactTwoByTwo(given: Given) {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = given.table('table');
  const table = [
    [a, b],
    [c, d],
  ] as const;
  return fisherExact(table, given.number('confidence'));
}

const interval = (
  of: (successes: number, trials: number) => { readonly lower: number; readonly upper: number },
  tolerance?: number,
) =>
  closed((given) => {
    const { lower, upper } = of(given.number('x'), given.number('n'));
    return { lower, upper };
  }, tolerance);

/** R's search for the odds ratio stops at 1.2e-4 of the ratio or its reciprocal. */
const turned = (ratio: number | null): number | null => (ratio !== null && ratio > 1 ? 1 / ratio : ratio);
const stopOfR = 1.3e-4;

/** @public */
export const comparisonComputations: Readonly<Record<string, Computation>> = {
  'wilcox.test, exact': rankSum({ exact: true }),
  'wilcox.test, normal, corrected': rankSum({ exact: false }),
  'wilcox.test, normal': rankSum({ exact: false, continuityCorrection: false }),
  'wilcox.test, signed ranks, exact': signedRanks({ exact: true }),
  'wilcox.test, signed ranks, normal, corrected': signedRanks({ exact: false }),
  'wilcox.test, signed ranks, normal': signedRanks({ exact: false, continuityCorrection: false }),
  't.test, Welch': students('welch'),
  't.test, pooled': students('pooled'),
  'cor.test, kendall': correlation(kendall),
  'cor.test, kendall, approximate': correlation(kendall, { exact: false }),
  'cor.test, kendall, approximate, corrected': correlation(kendall, {
    exact: false,
    continuityCorrection: true,
  }),
  'cor.test, spearman': correlation(spearman),
  'cor.test, spearman, approximate': correlation(spearman, { exact: false }),
  'cor.test, spearman, approximate, corrected': correlation(spearman, {
    exact: false,
    continuityCorrection: true,
  }),
  'quantile, types 2, 6 and 7': closed((given) => {
    const type = given.number('type');
    return {
      quantiles: given
        .list('probabilities')
        .map((p) => sampleQuantile(given.list('values'), p, type === 2 ? 2 : type === 6 ? 6 : 7)),
    };
  }),
  'fisher.test, 2 x 2': closed((given) => ({ p: exactTwoByTwo(given).p })),
  'fisher.test, 2 x 2, odds ratio and limits': {
    tolerance: stopOfR,
    floor: 1,
    compute: (given) => {
      const { oddsRatio, lower, upper } = exactTwoByTwo(given);
      return { oddsRatio: turned(oddsRatio), lower: turned(lower), upper: turned(upper) };
    },
  },
  'fisher.test, larger tables': closed((given) => {
    const read = fisherExactTable(given.table('table'));
    assert.ok(read.ok);
    return { p: read.p };
  }),
  'chisq.test': closed((given) => {
    const read = chiSquareTest(given.table('table'), given.number('corrected') === 1);
    assert.ok(read.ok);
    const { chiSquare, degreesOfFreedom, p } = read.test;
    return { chiSquare, df: degreesOfFreedom, p };
  }),
  'mcnemar.test': closed((given) => {
    const [[, b = 0] = [], [c = 0] = []] = given.table('table');
    const { chiSquare, p } = mcNemar(b, c);
    return { chiSquare, p };
  }),
  'prop.trend.test': closed((given) => {
    const trials = given.list('trials');
    const groups = given.list('successes').map((successes, at) => ({ successes, trials: trials[at] ?? 0 }));
    const read = cochranArmitage(groups);
    assert.ok(read.ok);
    return { chiSquare: read.chiSquare, p: read.p };
  }),
  'qbeta, Jeffreys': interval((x, n) => jeffreys(x, n)),
  'Agresti-Coull, its formula': interval((x, n) => agrestiCoull(x, n, 0.95, false)),
  'Wald, its formula': interval((x, n) => wald(x, n)),
  'uniroot, mid-P': interval((x, n) => midP(x, n), 1e-9),
  "Newcombe's difference, its formula": closed((given) => {
    const [x = 0, n = 1, y = 0, m = 1] = given.list('counts');
    const { difference, lower, upper } = newcombeDifference(
      { successes: x, trials: n },
      { successes: y, trials: m },
    );
    return { difference, lower, upper };
  }),
  'p.adjust, holm and BH': closed((given) => ({
    holm: holm(given.list('p')),
    bh: benjaminiHochberg(given.list('p')),
  })),
};
