/**
 * Proportional hazards regression against R's survival on committed synthetic data (scripts/oracle/cox.R): 28 designs with
 * ties, delayed entry, strata, weights and clusters, each with its tests of proportional hazards, predicted curve and
 * residuals; and penalised models maximised independently there.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as z from 'zod';
import {
  type CoxColumns,
  coxCurve,
  coxRegression,
  coxResiduals,
  firthRegression,
  proportionalHazardsTest,
  schoenfeldResiduals,
} from './index.ts';

const numbers = z.array(z.number());
const design = z.object({
  ties: z.enum(['efron', 'breslow', 'exact']),
  delayed: z.boolean(),
  strata: z.boolean(),
  weights: z.enum(['none', 'weight', 'count']),
  cluster: z.boolean(),
  coefficient: numbers,
  standardError: numbers,
  modelStandardError: numbers,
  covariance: numbers,
  logLikelihood: numbers,
  score: z.number(),
  wald: z.number(),
  concordance: numbers,
  pairs: numbers,
  zph: z.array(numbers).optional(),
  curve: z
    .strictObject({
      times: numbers,
      hazard: numbers,
      survival: numbers,
      standardError: numbers,
      lower: numbers,
      upper: numbers,
    })
    .optional(),
  martingale: numbers.optional(),
  deviance: numbers.optional(),
  scoreResiduals: numbers.optional(),
  dfbeta: numbers.optional(),
  schoenfeldTimes: numbers.optional(),
  schoenfeld: numbers.optional(),
  scaledSchoenfeld: numbers.optional(),
});
const penalised = z.strictObject({
  name: z.enum(['plain', 'monotone']),
  ties: z.enum(['efron', 'breslow']),
  delayed: z.boolean(),
  coefficient: numbers,
  penalised: z.number(),
  null: z.number(),
  lower: z.number(),
  upper: z.number(),
  chiSquare: z.number(),
});
const oracle = z
  .strictObject({
    source: z.string(),
    script: z.string(),
    data: z.record(z.string(), numbers),
    models: z.array(design),
    firth: z.array(penalised),
  })
  .parse(JSON.parse(readFileSync(new URL('../oracle/cox.json', import.meta.url), 'utf8')));

const column = (name: string): Float64Array => Float64Array.from(oracle.data[name] ?? []);
const covariates = ['treated', 'age', 'marker'].map((name) => ({ name, values: column(name) }));
const plain = { time: column('time'), event: Uint8Array.from(oracle.data['event'] ?? []), covariates };

type Design = Pick<z.infer<typeof design>, 'delayed' | 'strata' | 'weights' | 'cluster'>;
const columnsOf = ({ delayed, strata, weights, cluster }: Design): CoxColumns => ({
  ...plain,
  ...(delayed ? { entry: column('entry') } : {}),
  ...(strata ? { strata: column('stratum') } : {}),
  ...(weights === 'none' ? {} : { weights: column(weights) }),
  ...(cluster ? { clusters: column('cluster') } : {}),
});
const nameOf = ({ ties, delayed, strata, weights, cluster }: z.infer<typeof design>): string =>
  `${ties}${delayed ? ', delayed' : ''}${strata ? ', strata' : ''}${cluster ? ', clusters' : ''}, weights ${weights}`;

function assertClose(
  actual: ArrayLike<unknown>,
  wanted: readonly number[],
  where: string,
  tolerance: number,
) {
  assert.equal(actual.length, wanted.length, where);
  for (const [at, other] of wanted.entries()) {
    const own = actual[at];
    assert.ok(
      typeof own === 'number' && Math.abs(own - other) <= tolerance * Math.max(1, Math.abs(other)),
      `${where} ${at}: ${String(own)}, not ${other}`,
    );
  }
}

/** Numbers by covariate, one covariate after the other. */
const flat = (given: readonly Float64Array[]): number[] => given.flatMap((each) => [...each]);

for (const wanted of oracle.models) {
  const where = nameOf(wanted);
  test(`model: ${where}`, () => {
    const columns = columnsOf(wanted);
    const read = coxRegression(columns, { ties: wanted.ties });
    assert.ok(read.ok);
    const { model } = read;
    const { coefficients, concordance, wald } = model;
    assert.ok(wald !== null && concordance !== null);
    const tight = 1e-9;
    assertClose(
      coefficients.map((own) => own.coefficient),
      wanted.coefficient,
      'coef',
      tight,
    );
    assertClose(
      coefficients.map((own) => own.standardError),
      wanted.standardError,
      'se',
      tight,
    );
    assertClose(
      coefficients.map((own) => own.modelStandardError),
      wanted.modelStandardError,
      'model se',
      tight,
    );
    assertClose(model.covariance.flat(), wanted.covariance, 'covariance', tight);
    assertClose(
      [model.nullLogLikelihood, model.logLikelihood],
      wanted.logLikelihood,
      'log-likelihood',
      1e-11,
    );
    assertClose([model.score.chiSquare, wald.chiSquare], [wanted.score, wanted.wald], 'tests', tight);
    assertClose(
      [concordance.concordance, concordance.standardError],
      wanted.concordance,
      'concordance',
      1e-11,
    );
    assertClose(
      [concordance.concordant, concordance.discordant, concordance.tiedScore],
      wanted.pairs,
      'pairs',
      1e-11,
    );
    if (wanted.zph !== undefined)
      for (const [at, transform] of (['km', 'rank', 'identity', 'log'] as const).entries()) {
        const tested = proportionalHazardsTest(columns, model, { transform });
        assert.ok(tested.ok);
        const { terms, global } = tested.tests;
        const own = [...terms.map((term) => term.test?.chiSquare), global?.chiSquare];
        assertClose(own, wanted.zph[at] ?? [], `proportional hazards by ${transform}`, 1e-8);
      }
    if (wanted.curve !== undefined) {
      const predicted = coxCurve(columns, model, {
        covariates: { treated: 1, age: 55, marker: 2.5 },
        ...(wanted.strata ? { stratum: 2 } : {}),
      });
      assert.ok(predicted.ok);
      const { curve } = predicted;
      assertClose(curve.times, wanted.curve.times, 'times', 1e-12);
      assertClose(curve.cumulativeHazard, wanted.curve.hazard, 'hazard', tight);
      assertClose(curve.survival, wanted.curve.survival, 'survival', tight);
      assertClose(curve.standardError, wanted.curve.standardError, 'error', tight);
      assertClose(curve.lower, wanted.curve.lower, 'lower', tight);
      assertClose(curve.upper, wanted.curve.upper, 'upper', tight);
    }
    if (wanted.martingale !== undefined) {
      const own = coxResiduals(columns, model);
      const events = schoenfeldResiduals(columns, model);
      assert.ok(own.ok && events.ok);
      assertClose(own.residuals.martingale, wanted.martingale, 'martingale', tight);
      assertClose(own.residuals.deviance, wanted.deviance ?? [], 'deviance', tight);
      assertClose(flat(own.residuals.score), wanted.scoreResiduals ?? [], 'score residuals', 1e-8);
      assertClose(flat(own.residuals.dfbeta), wanted.dfbeta ?? [], 'dfbeta', tight);
      const { row, time, residuals, scaled } = events.residuals;
      // R has the strata in the order of their names; by row both are the same.
      const stratum = columns.strata;
      const order = [...row.keys()].sort((a, b) => {
        const own = (at: number): number => Number(stratum?.[row[at] ?? 0] ?? 0);
        return own(a) - own(b) || (time[a] ?? 0) - (time[b] ?? 0) || a - b;
      });
      const ordered = (given: Float64Array): Float64Array => Float64Array.from(order, (at) => given[at] ?? 0);
      assertClose(ordered(time), wanted.schoenfeldTimes ?? [], 'times', 1e-12);
      assertClose(flat(residuals.map(ordered)), wanted.schoenfeld ?? [], 'Schoenfeld', 1e-8);
      assertClose(flat(scaled.map(ordered)), wanted.scaledSchoenfeld ?? [], 'scaled Schoenfeld', 1e-8);
    }
  });
}

for (const { name, ties, delayed, ...wanted } of oracle.firth) {
  test(`penalised: ${name}, ${ties}${delayed ? ', delayed' : ''}`, () => {
    const treated = column('treated');
    const given = columnsOf({ delayed, strata: false, weights: 'none', cluster: false });
    const columns =
      name === 'plain'
        ? given
        : { ...given, event: given.event.map((event, row) => (treated[row] === 1 ? 0 : event)) };
    if (name === 'monotone') {
      const refused = coxRegression(columns, { ties });
      assert.ok(!refused.ok && refused.reason === 'monotoneLikelihood');
      assert.deepEqual(refused.monotone.diverging, [{ name: 'treated', towards: 'minusInfinity' }]);
    }
    const read = firthRegression(columns, { ties });
    assert.ok(read.ok);
    const { coefficients, penalisedLogLikelihood, nullPenalisedLogLikelihood } = read.model;
    // The simplex of the script comes to 1e-6 or so; the likelihood there is flat, and good to much more.
    assertClose(
      coefficients.map((own) => own.coefficient),
      wanted.coefficient,
      'coef',
      1e-5,
    );
    assertClose(
      [penalisedLogLikelihood, nullPenalisedLogLikelihood],
      [wanted.penalised, wanted.null],
      'penalised',
      1e-10,
    );
    const [first] = coefficients;
    const limits = [first?.lower, first?.upper].map((limit) => Math.log(limit ?? Number.NaN));
    assertClose(limits, [wanted.lower, wanted.upper], 'limits', 1e-5);
    assertClose([first?.test?.chiSquare], [wanted.chiSquare], 'test', 1e-7);
  });
}
