/** Parametric models against the reference values (survreg of survival 3.5-3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absent, assertNear, type Reference, referencesOf, tableOf } from '../reference-values.fixture.ts';
import { parametricSurvival, predictedTime } from './index.ts';

type Read = ReturnType<typeof parametricSurvival>;
function assertModel(read: Read, { id, expected }: Reference) {
  assert.ok(read.ok, id);
  const { coefficients, lnScaleError, logLikelihood } = read.model;
  assertNear(
    coefficients.map(({ estimate }) => estimate),
    expected['coef'],
    id,
    1e-6,
  );
  assertNear(
    [...coefficients.map(({ standardError }) => standardError), lnScaleError],
    expected['se'],
    `${id} errors`,
    1e-6,
  );
  assertNear(logLikelihood, expected['loglik'], `${id} log-likelihood`);
  return read.model;
}

test('right-censored: lung cancer by sex', { skip: absent }, () => {
  const rows = tableOf('lung.csv');
  for (const each of referencesOf('parametric')) {
    const distribution = each.id.endsWith('lognormal') ? 'lognormal' : 'weibull';
    const model = assertModel(
      parametricSurvival(
        {
          lower: Float64Array.from(rows, (row) => Number(row['time'])),
          upper: Float64Array.from(rows, (row) =>
            row['status'] === '2' ? Number(row['time']) : Number.POSITIVE_INFINITY,
          ),
          covariates: [{ name: 'sex', values: Float64Array.from(rows, (row) => Number(row['sex'])) }],
        },
        { distribution },
      ),
      each,
    );
    assertNear(model.scale, each.expected['scale'], `${each.id} scale`, 1e-6);
    assertNear(
      predictedTime(model, [1])?.time ?? null,
      each.expected['median_sex1'],
      `${each.id} median`,
      1e-6,
    );
  }
});

test('interval-censored: retinopathy in diabetes by sex', { skip: absent }, () => {
  const rows = tableOf('lifelines_interval_diabetes.csv').filter((row) => Number(row['left']) > 0);
  for (const each of referencesOf('parametric-interval')) {
    const model = assertModel(
      parametricSurvival({
        lower: Float64Array.from(rows, (row) => Number(row['left'])),
        upper: Float64Array.from(rows, (row) => Number(row['right'])),
        covariates: [
          { name: 'male', values: Float64Array.from(rows, (row) => (row['gender'] === 'male' ? 1 : 0)) },
        ],
      }),
      each,
    );
    assertNear(model.lnScale, each.expected['log_scale'], `${each.id} ln scale`, 1e-6);
  }
});
