/** How far proportional hazards regression here lies from R on the models of scripts/oracle/cox.R. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import {
  type CoxColumns,
  coxCurve,
  coxRegression,
  coxResiduals,
  proportionalHazardsTest,
  schoenfeldResiduals,
} from './index.ts';
import { type Answers, type ComparedCase, comparedAnswers } from './oracle-cases.fixture.ts';

const numbers = z.array(z.number());
const oracle = z.object({
  source: z.string(),
  script: z.string(),
  data: z.record(z.string(), numbers),
  models: z.array(
    z.object({
      ties: z.enum(['efron', 'breslow', 'exact']),
      delayed: z.boolean(),
      strata: z.boolean(),
      weights: z.enum(['none', 'weight', 'count']),
      cluster: z.boolean(),
      coefficient: numbers,
      standardError: numbers,
      covariance: numbers,
      logLikelihood: numbers,
      score: z.number(),
      wald: z.number(),
      concordance: numbers,
      zph: z.array(numbers).optional(),
      curve: z.object({ hazard: numbers, survival: numbers, standardError: numbers }).optional(),
      martingale: numbers.optional(),
      deviance: numbers.optional(),
      scoreResiduals: numbers.optional(),
      dfbeta: numbers.optional(),
      schoenfeld: numbers.optional(),
    }),
  ),
});
type Model = z.infer<typeof oracle>['models'][number];

/** Errors of values that should be 0 are taken relative to this. */
const floor = 1e-3;
const tolerance = 1e-8;

const flat = (given: readonly Float64Array[]): number[] => given.flatMap((each) => [...each]);

function casesOf(data: Readonly<Record<string, readonly number[]>>, wanted: Model): readonly ComparedCase[] {
  const column = (name: string): Float64Array => Float64Array.from(data[name] ?? []);
  const columns: CoxColumns = {
    time: column('time'),
    event: Uint8Array.from(data['event'] ?? []),
    covariates: ['treated', 'age', 'marker'].map((name) => ({ name, values: column(name) })),
    ...(wanted.delayed ? { entry: column('entry') } : {}),
    ...(wanted.strata ? { strata: column('stratum') } : {}),
    ...(wanted.weights === 'none' ? {} : { weights: column(wanted.weights) }),
    ...(wanted.cluster ? { clusters: column('cluster') } : {}),
  };
  const read = coxRegression(columns, { ties: wanted.ties });
  assert.ok(read.ok);
  const { model } = read;
  const found: ComparedCase[] = [];
  const compare = (of: string, answers: Answers, expected: Answers): void => {
    found.push({ function: of, tolerance, ...comparedAnswers(answers, expected, floor, of) });
  };
  compare(
    'coxph',
    {
      coefficient: model.coefficients.map((own) => own.coefficient),
      standardError: model.coefficients.map((own) => own.standardError),
      covariance: model.covariance.flat(),
      logLikelihood: [model.nullLogLikelihood, model.logLikelihood],
      tests: [model.score.chiSquare, model.wald?.chiSquare ?? null],
    },
    {
      coefficient: wanted.coefficient,
      standardError: wanted.standardError,
      covariance: wanted.covariance,
      logLikelihood: wanted.logLikelihood,
      tests: [wanted.score, wanted.wald],
    },
  );
  const { concordance } = model;
  compare(
    'concordance',
    { concordance: [concordance?.concordance ?? null, concordance?.standardError ?? null] },
    { concordance: wanted.concordance },
  );
  for (const [at, transform] of (['km', 'rank', 'identity', 'log'] as const).entries()) {
    const chiSquares = wanted.zph?.[at];
    if (chiSquares === undefined) continue;
    const tested = proportionalHazardsTest(columns, model, { transform });
    assert.ok(tested.ok);
    const { terms, global } = tested.tests;
    const own = [...terms.map((term) => term.test?.chiSquare ?? null), global?.chiSquare ?? null];
    compare('cox.zph', { chiSquares: own }, { chiSquares });
  }
  if (wanted.curve !== undefined) {
    const predicted = coxCurve(columns, model, {
      covariates: { treated: 1, age: 55, marker: 2.5 },
      ...(wanted.strata ? { stratum: 2 } : {}),
    });
    assert.ok(predicted.ok);
    const { cumulativeHazard: hazard, survival, standardError } = predicted.curve;
    compare('survfit.coxph', { hazard, survival, standardError }, wanted.curve);
  }
  if (wanted.martingale !== undefined && wanted.deviance !== undefined) {
    const [own, events] = [coxResiduals(columns, model), schoenfeldResiduals(columns, model)];
    assert.ok(own.ok && events.ok);
    const { martingale, deviance, score, dfbeta } = own.residuals;
    const expected = { martingale: wanted.martingale, deviance: wanted.deviance };
    compare('residuals.coxph', { martingale, deviance }, expected);
    if (wanted.scoreResiduals !== undefined && wanted.dfbeta !== undefined)
      compare(
        'residuals.coxph',
        { score: flat(score), dfbeta: flat(dfbeta) },
        { score: wanted.scoreResiduals, dfbeta: wanted.dfbeta },
      );
    // Strata come in another order in R; without them the events stand alike.
    if (wanted.schoenfeld !== undefined && !wanted.strata)
      compare(
        'residuals.coxph',
        { schoenfeld: flat(events.residuals.residuals) },
        { schoenfeld: wanted.schoenfeld },
      );
  }
  return found;
}

/**
 * Every model of the oracle, compared.
 *
 * @public
 */
export function coxCases(): {
  readonly source: string;
  readonly script: string;
  readonly cases: readonly ComparedCase[];
} {
  const file = new URL('./oracle/cox.json', import.meta.url);
  const { source, script, data, models } = oracle.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { source, script, cases: models.flatMap((model) => casesOf(data, model)) };
}
