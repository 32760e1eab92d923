/** Cumulative incidences against the reference values (R 4.2.2, survival 3.5-3): plasma cell malignancy and death after MGUS. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absent, assertNear, numbersOf, referencesOf, tableOf } from '../reference-values.fixture.ts';
import { kaplanMeier, survivalAt } from '../survival/index.ts';
import { aalenJohansen, type CompetingRisksColumns, fineGrayRegression, incidenceAt } from './index.ts';

function columnsOf(sex?: string): CompetingRisksColumns {
  const rows = tableOf('mgus2_cr.csv').filter((row) => sex === undefined || row['sex'] === sex);
  return {
    time: Float64Array.from(rows, (row) => Number(row['etime'])),
    cause: Uint8Array.from(rows, (row) => Number(row['ev'])),
  };
}

test('Aalen-Johansen by sex, with the error of the infinitesimal jackknife and the interval on the logarithm', {
  skip: absent,
}, () => {
  for (const { id, expected } of referencesOf('competing-risks-aj')) {
    const wanted = (name: string): readonly (number | null)[] => numbersOf(expected[name]);
    let place = 0;
    for (const sex of ['F', 'M']) {
      const read = aalenJohansen(columnsOf(sex), { interval: 'log' });
      assert.ok(read.ok);
      const { times, eventFree, causes } = read.estimate;
      for (const time of [60, 120, 240]) {
        const at = times.findLastIndex((each) => each <= time);
        for (const { probability, standardError, lower, upper } of [eventFree, ...causes]) {
          const where = `${id} ${sex} ${time} state ${place % 3}`;
          assertNear(probability[at], wanted('pstate')[place], where);
          assertNear(standardError[at], wanted('std_err')[place], `${where} error`);
          assertNear(lower[at] ?? null, wanted('lower')[place], `${where} lower`);
          assertNear(upper[at] ?? null, wanted('upper')[place], `${where} upper`);
          place += 1;
        }
      }
    }
    assert.equal(place, wanted('pstate').length);
  }
});

test('1 minus Kaplan-Meier overstates what the cumulative incidence says', { skip: absent }, () => {
  for (const { id, expected } of referencesOf('competing-risks-bias')) {
    const { time, cause } = columnsOf();
    const curve = kaplanMeier({ time, event: cause.map((each) => (each === 1 ? 1 : 0)) });
    const read = aalenJohansen({ time, cause });
    assert.ok(curve.ok && read.ok);
    const [kept, incidence] = [survivalAt(curve.curve, 240), incidenceAt(read.estimate, 1, 240)];
    assert.ok(kept.ok && incidence.ok);
    assertNear(1 - kept.value.survival, expected['one_minus_km'], id);
    assertNear(incidence.value.incidence, expected['cif'], id);
  }
});

test('the regression of Fine and Gray with its robust error', { skip: absent }, () => {
  for (const { id, expected } of referencesOf('fine-gray-weighted-cox')) {
    const rows = tableOf('mgus2_cr.csv');
    const read = fineGrayRegression({
      ...columnsOf(),
      covariates: [
        { name: 'age', values: Float64Array.from(rows, (row) => Number(row['age'])) },
        { name: 'sexM', values: Float64Array.from(rows, (row) => (row['sex'] === 'M' ? 1 : 0)) },
      ],
    });
    assert.ok(read.ok, id);
    const { coefficients } = read.model;
    const [own, errors] = [
      coefficients.map((each) => each.coefficient),
      coefficients.map((each) => each.standardError),
    ];
    assertNear(own, expected['coef'], id, 1e-8);
    assertNear(errors, expected['se'], `${id} error`, 1e-8);
  }
});
