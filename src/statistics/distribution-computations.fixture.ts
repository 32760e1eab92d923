/** How the topics of statistics-core.json (R) and statistics-extreme.json (mpmath) are computed here. */
import * as statistics from './index.ts';

/**
 * Where R 4.2.2 is wrong by more than the tolerance: lgamma beside its zeros, log-scale qnorm before R 4.3 and one
 * log-scale pbeta. Each point is in the mpmath oracle, which decides; here R has to be off by less than 1e-6.
 *
 * @public
 */
export const departuresOfR: Readonly<Record<string, readonly string[]>> = {
  lgamma: ['0.999', '1.0009999999999999', '1.9990000000000001', '2.0001000000000002'].map(
    (x) => `${Number(x)}`,
  ),
  qnormLn: ['-100000000', '-100000', '-2000'],
  pbeta: ['0.72, 5000, 17.5'],
};

/** How one topic is computed here: from its arguments to the columns that follow them. */
export interface TopicComputation {
  readonly arguments: number;
  readonly tolerance: number;
  /** Where the value passes through 0: the size from which the tolerance is relative. */
  readonly floor?: number;
  readonly compute: (...args: [number, number, number]) => readonly number[];
}

const s = statistics;
/**
 * By the topics of statistics-core.json and statistics-extreme.json.
 *
 * @public
 */
export const computations: Readonly<Record<string, TopicComputation>> = {
  lgamma: { arguments: 1, tolerance: 1e-14, compute: (x) => [s.lnGamma(x)] },
  lbeta: { arguments: 2, tolerance: 1e-13, floor: 1, compute: (a, b) => [s.lnBeta(a, b)] },
  pnorm: {
    arguments: 1,
    tolerance: 1e-12,
    compute: (z) => [s.normalCdf(z), s.normalUpper(z), s.normalLnCdf(z), s.normalLnUpper(z)],
  },
  qnorm: { arguments: 1, tolerance: 1e-12, compute: (p) => [s.normalQuantile(p), s.normalUpperQuantile(p)] },
  qnormLn: {
    arguments: 1,
    tolerance: 1e-12,
    compute: (p) => [s.normalQuantileOfLn(p), s.normalUpperQuantileOfLn(p)],
  },
  pbeta: {
    arguments: 3,
    tolerance: 1e-12,
    compute: (x, a, b) => [
      s.betaCdf(x, a, b),
      s.betaUpper(x, a, b),
      s.betaLnCdf(x, a, b),
      s.betaLnUpper(x, a, b),
    ],
  },
  qbeta: {
    arguments: 3,
    tolerance: 1e-12,
    compute: (p, a, b) => [s.betaQuantile(p, a, b), s.betaUpperQuantile(p, a, b)],
  },
  pgamma: {
    arguments: 2,
    tolerance: 1e-12,
    compute: (x, a) => [
      s.incompleteGammaLower(a, x),
      s.incompleteGammaUpper(a, x),
      s.lnIncompleteGammaLower(a, x),
      s.lnIncompleteGammaUpper(a, x),
    ],
  },
  qgamma: {
    arguments: 2,
    tolerance: 1e-12,
    compute: (p, a) => [s.gammaQuantile(p, a), s.gammaUpperQuantile(p, a)],
  },
  pt: {
    arguments: 2,
    tolerance: 1e-12,
    compute: (t, df) => [
      s.studentsTCdf(t, df),
      s.studentsTUpper(t, df),
      s.studentsTLnCdf(t, df),
      s.studentsTLnUpper(t, df),
    ],
  },
  qt: {
    arguments: 2,
    tolerance: 1e-12,
    compute: (p, df) => [s.studentsTQuantile(p, df), s.studentsTUpperQuantile(p, df)],
  },
  pchisq: {
    arguments: 2,
    tolerance: 1e-12,
    compute: (x, df) => [
      s.chiSquareCdf(x, df),
      s.chiSquareUpper(x, df),
      s.chiSquareLnCdf(x, df),
      s.chiSquareLnUpper(x, df),
    ],
  },
  qchisq: {
    arguments: 2,
    tolerance: 1e-12,
    compute: (p, df) => [s.chiSquareQuantile(p, df), s.chiSquareUpperQuantile(p, df)],
  },
  pf: { arguments: 3, tolerance: 1e-12, compute: (f, a, b) => [s.fCdf(f, a, b), s.fUpper(f, a, b)] },
  dbinom: {
    arguments: 3,
    tolerance: 1e-12,
    compute: (k, n, p) => [s.binomialMass(k, n, p), s.binomialLnMass(k, n, p)],
  },
  pbinom: {
    arguments: 3,
    tolerance: 1e-12,
    compute: (k, n, p) => [
      s.binomialCdf(k, n, p),
      s.binomialAtLeast(k, n, p),
      s.binomialLnCdf(k, n, p),
      s.binomialLnAtLeast(k, n, p),
    ],
  },
  'binom.test': {
    arguments: 3,
    tolerance: 1e-12,
    compute: (x, n, p) => {
      const { less, greater, twoSided } = s.binomialTest(x, n, p);
      return [less, greater, twoSided];
    },
  },
  proportion: {
    arguments: 3,
    tolerance: 1e-12,
    compute: (x, n, confidence) =>
      [
        s.clopperPearson(x, n, confidence),
        s.wilson(x, n, { confidence }),
        s.wilson(x, n, { confidence, continuityCorrection: true }),
      ].flatMap(({ lower, upper }) => [lower, upper]),
  },
  lnGamma: { arguments: 1, tolerance: 1e-15, compute: (x) => [s.lnGamma(x)] },
  normal: { arguments: 1, tolerance: 1e-14, compute: (z) => [s.normalLnCdf(z), s.normalLnUpper(z)] },
  normalQuantile: { arguments: 1, tolerance: 1e-14, compute: (lnP) => [s.normalQuantileOfLn(lnP)] },
  beta: {
    arguments: 3,
    tolerance: 1e-12,
    compute: (x, a, b) => [s.lnIncompleteBetaLower(x, a, b), s.lnIncompleteBetaUpper(x, a, b)],
  },
  gamma: {
    arguments: 2,
    tolerance: 1e-13,
    compute: (x, a) => [s.lnIncompleteGammaLower(a, x), s.lnIncompleteGammaUpper(a, x)],
  },
  'poisson.test': {
    arguments: 2,
    tolerance: 1e-12,
    compute: (count, confidence) => {
      const { lower, upper } = s.poissonInterval(count, confidence);
      return [lower, upper];
    },
  },
};
