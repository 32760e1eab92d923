/** The table of docs/statistics.md: each R function that is covered, with the largest error over the committed oracles. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { bayesComputations } from '../../src/statistics/bayes-computations.fixture.ts';
import { comparisonComputations } from '../../src/statistics/comparison-computations.fixture.ts';
import { competingRisksComputations } from '../../src/statistics/competing-risks-computations.fixture.ts';
import { coxCases } from '../../src/statistics/cox-agreement.fixture.ts';
import { designsComputations } from '../../src/statistics/designs-computations.fixture.ts';
import { computations, departuresOfR } from '../../src/statistics/distribution-computations.fixture.ts';
import { intervalsComputations } from '../../src/statistics/intervals-computations.fixture.ts';
import { metaComputations } from '../../src/statistics/meta-computations.fixture.ts';
import { type ComparedCase, comparedOracle } from '../../src/statistics/oracle-cases.fixture.ts';
import { survivalComputations } from '../../src/statistics/survival-computations.fixture.ts';

/** What the functions are here, by the name under which the oracle has them. */
const here: Readonly<Record<string, string>> = {
  lgamma: '`lnGamma`',
  lbeta: '`lnBeta`',
  pnorm: '`normalCdf` and its tails',
  qnorm: '`normalQuantile`',
  'qnorm, log.p': '`normalQuantileOfLn`',
  pbeta: '`betaCdf` and its tails',
  qbeta: '`betaQuantile`',
  pgamma: '`incompleteGammaLower` and its tails',
  qgamma: '`gammaQuantile`',
  pt: '`studentsTCdf` and its tails',
  qt: '`studentsTQuantile`',
  pchisq: '`chiSquareCdf` and its tails',
  qchisq: '`chiSquareQuantile`',
  pf: '`fCdf`, `fUpper`',
  dbinom: '`binomialMass`',
  pbinom: '`binomialCdf` and its tails',
  'binom.test': '`binomialTest`',
  'binom.test and prop.test, intervals': '`clopperPearson`, `wilson`',
  'poisson.test': '`poissonInterval`',
  'wilcox.test, exact': '`wilcoxonRankSum`',
  'wilcox.test, normal, corrected': '`wilcoxonRankSum`',
  'wilcox.test, normal': '`wilcoxonRankSum`',
  'wilcox.test, signed ranks, exact': '`wilcoxonSignedRank`',
  'wilcox.test, signed ranks, normal, corrected': '`wilcoxonSignedRank`',
  'wilcox.test, signed ranks, normal': '`wilcoxonSignedRank`',
  't.test, Welch': '`tTest`',
  't.test, pooled': '`tTest`',
  'cor.test, kendall': '`kendall`',
  'cor.test, kendall, approximate': '`kendall`',
  'cor.test, kendall, approximate, corrected': '`kendall`',
  'cor.test, spearman': '`spearman`',
  'cor.test, spearman, approximate': '`spearman`',
  'cor.test, spearman, approximate, corrected': '`spearman`',
  'quantile, types 2, 6 and 7': '`sampleQuantile`',
  'fisher.test, 2 x 2': '`fisherExact`, `fisherExactP`',
  'fisher.test, 2 x 2, odds ratio and limits': '`fisherExact`',
  'fisher.test, larger tables': '`fisherExactTable`',
  'chisq.test': '`chiSquareTest`',
  'mcnemar.test': '`mcNemar`',
  'prop.trend.test': '`cochranArmitage`',
  'qbeta, Jeffreys': '`jeffreys`',
  'Agresti-Coull, its formula': '`agrestiCoull`',
  'Wald, its formula': '`wald`',
  'uniroot, mid-P': '`midP`',
  "Newcombe's difference, its formula": '`newcombeDifference`',
  'p.adjust, holm and BH': '`holm`, `benjaminiHochberg`',
  survfit: '`kaplanMeier`',
  'quantile.survfit': '`survivalQuantile`',
  'survfit, cumhaz': '`nelsonAalen`',
  'summary.survfit, rmean': '`restrictedMean`',
  survdiff: '`logRank`',
  'survdiff, strata': '`logRank`',
  'survdiff, trend of its scores': '`logRankTrend`',
  'survdiff, over all permutations': '`permutationLogRank`',
  'survfit, difference at a time': '`landmarkDifference`',
  'survfit, Aalen-Johansen': '`aalenJohansen`',
  'survfit, Aalen-Johansen, delayed entry': '`aalenJohansen`',
  "cuminc of cmprsk, Gray's test": '`grayTest`',
  finegray: '`fineGrayRows`',
  'finegray, delayed entry': '`fineGrayRows`',
  'coxph of finegray': '`fineGrayRegression`',
  'self-consistency in R': '`turnbull`',
  'survfit, interval2': '`turnbull`',
  'survreg, right-censored': '`parametricSurvival`',
  'survreg, left-, right- and interval-censored': '`parametricSurvival`',
  'optim, Weibull with delayed entry': '`parametricSurvival`',
  'designs by exhaustive search in R': '`simonDesigns`',
  'inference after two stages, uniroot': '`twoStageInference`',
  coxph: '`coxRegression`',
  concordance: '`coxRegression`',
  'cox.zph': '`proportionalHazardsTest`',
  'survfit.coxph': '`coxCurve`',
  'escalc of shares': '`proportionEffect`',
  rma: '`randomEffects`, `betweenStudyVariance`',
  'escalc of two arms': '`twoArmEffects`',
  'rma.mh': '`mantelHaenszel`',
  'rma.peto': '`petoOddsRatio`',
  leave1out: '`leaveOneOut`',
  cumul: '`cumulativeEffects`',
  blup: '`shrunkenEffects`',
  'rma, mods': '`metaRegression`',
  'predict.rma, newmods': '`predictedEffect`',
  'rma by group, tau2 of each': '`subgroupAnalysis`',
  'rma by group, one tau2': '`subgroupAnalysis`',
  influence: '`influence`',
  'regtest, rma': '`funnelAsymmetry`',
  'regtest, lm': '`funnelAsymmetry`',
  ranktest: '`funnelAsymmetry`',
  'confint, tau2': '`heterogeneity`',
  trimfill: '`trimAndFill`',
  'optim, beta-binomial': '`betaBinomial`',
  'optimHess, beta-binomial': '`betaBinomial`',
  'optim, binomial-normal': '`binomialNormal`',
  'residuals.coxph': '`coxResiduals`, `schoenfeldResiduals`',
  'qbeta and pbeta of a posterior': '`betaBinomialPosterior`',
  'integrate, further responses': '`betaBinomialPredictive`',
  'pbeta over further responses': '`predictiveProbability`',
  'uniroot of a mixture': '`mixturePosterior`',
  'effective sample size, its definitions': '`effectiveSampleSize`',
  'all exchangeability matrices': '`multisourceExchangeability`',
  'declared over all outcomes, alone': '`operatingCharacteristics`',
  'declared over all outcomes, exchangeability': '`operatingCharacteristics`',
  'integrate, hierarchical model': '`hierarchicalModel`',
  'integrate, EXNEX': '`hierarchicalModel`',
};

/** Why an error is no smaller. */
const remarks: Readonly<Record<string, string>> = {
  lgamma: 'without four points beside its zeros, where R 4.2.2 is off by up to 1e-6',
  'qnorm, log.p': 'without three far tails, where R before 4.3 is off by up to 1e-6',
  pbeta: 'without one point, where R 4.2.2 is off by up to 1e-6',
  'fisher.test, 2 x 2, odds ratio and limits':
    'on the scale of the ratio or its reciprocal below 1; the search of R stops at 1.2e-4',
  'survfit, interval2': 'R stops short of the maximum, which self-consistency carried on reaches',
  "cuminc of cmprsk, Gray's test": 'as printed with seven digits in the tests of cmprsk',
  'optim, Weibull with delayed entry': 'as far as optim goes',
  'optim, beta-binomial': 'as far as optim goes',
  'optimHess, beta-binomial': 'as far as its differences go',
  'optim, binomial-normal': 'as far as optim and integrate go',
  'confint, tau2': 'its uniroot carried on to 1e-14',
  'integrate, hierarchical model': 'three integrals deep; a value below 0.01 counts as 0.01',
  'integrate, EXNEX': 'three integrals deep; a value below 0.01 counts as 0.01',
  rma: 'metafor with its iterations carried on to 1e-13',
  'rma, mods': 'metafor with its iterations carried on to 1e-13',
  'self-consistency in R': 'until no mass moves by 1e-15, or 200 000 steps',
};

const renamed: Readonly<Record<string, string>> = {
  qnormLn: 'qnorm, log.p',
  proportion: 'binom.test and prop.test, intervals',
};

const topic = z.object({ rows: z.array(z.array(z.number())) });
const core = z.object({ source: z.string(), topics: z.record(z.string(), topic) });

/** Each point of the distributions as a case. */
function coreCases(): readonly ComparedCase[] {
  const file = new URL('../../src/statistics/oracle/statistics-core.json', import.meta.url);
  const { topics } = core.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(topics).flatMap(([name, { rows }]) => {
    const computation = computations[name];
    if (computation === undefined) throw new Error(`nothing is compared with ${name}`);
    const count = computation.arguments;
    return rows.flatMap((row): readonly ComparedCase[] => {
      const given = row.slice(0, count);
      if (departuresOfR[name]?.includes(given.join(', ')) === true) return [];
      const [first = 0, second = 0, third = 0] = given;
      const values = computation.compute(first, second, third);
      const errors = row.slice(count).map((wanted, at) => {
        const off = Math.abs((values[at] ?? Number.NaN) - wanted);
        return off < 2 ** -1022 ? 0 : off / Math.max(computation.floor ?? 0, Math.abs(wanted));
      });
      return [
        {
          function: renamed[name] ?? name,
          values: errors.length,
          error: Math.max(...errors),
          where: given.join(', '),
          tolerance: computation.tolerance,
        },
      ];
    });
  });
}

/** An error rounded up to one digit. */
function shown(error: number): string {
  if (error === 0) return '0';
  const power = Math.floor(Math.log10(error));
  const digit = Math.ceil(Number((error / 10 ** power).toFixed(6)));
  return digit === 10 ? `1e${power + 1}` : `${digit}e${power}`;
}

/** The table, and the versions it was made from. */
export function agreementTable(): string {
  const oracles = [
    comparedOracle('comparison', comparisonComputations),
    comparedOracle('survival-tests', survivalComputations),
    coxCases(),
    comparedOracle('competing-risks', competingRisksComputations),
    comparedOracle('intervals', intervalsComputations),
    comparedOracle('designs', designsComputations),
    comparedOracle('meta', metaComputations),
    comparedOracle('bayes', bayesComputations),
  ];
  const cases = [...coreCases(), ...oracles.flatMap((oracle) => oracle.cases)];
  const rows = [...new Set(cases.map((each) => each.function))].map((name) => {
    const own = cases.filter((each) => each.function === name);
    const error = Math.max(...own.map((each) => each.error));
    const values = own.reduce((sum, each) => sum + each.values, 0);
    const called = here[name];
    if (called === undefined) throw new Error(`${name} has no name here`);
    return `| ${name} | ${called} | ${values.toLocaleString('en-GB')} | ${shown(error)} | ${remarks[name] ?? ''} |`;
  });
  const named = [...new Set(oracles.map(({ source }) => source))];
  // A source that says no more than another is not said twice.
  const sources = named
    .filter((one) => !named.some((other) => other !== one && other.startsWith(one)))
    .join('; ');
  return [
    `From ${sources}.`,
    '',
    '| in R | here | numbers compared | largest error | |',
    '| --- | --- | ---: | ---: | --- |',
    ...rows,
  ].join('\n');
}
