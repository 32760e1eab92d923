/** Survival compared at a fixed time, and the survival part of the run from SDTM rows, against the reference values. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coxRegression } from '../cox/index.ts';
import { absent, assertNear, referencesOf, tableOf } from '../reference-values.fixture.ts';
import { kaplanMeier, landmarkDifference, logRank, medianSurvival, survivalAt } from './index.ts';

interface Row {
  readonly time: number;
  readonly event: number;
}
const columnsOf = (rows: readonly Row[]) => ({
  time: Float64Array.from(rows, ({ time }) => time),
  event: Uint8Array.from(rows, ({ event }) => event),
});
function curveOf(rows: readonly Row[]) {
  const read = kaplanMeier(columnsOf(rows));
  assert.ok(read.ok);
  return read.curve;
}

test('difference at one year, plain and on the double logarithm', { skip: absent }, () => {
  for (const { id, expected } of referencesOf('landmark-difference')) {
    const rows = tableOf('lung.csv');
    const [first, second] = ['1', '2'].map((sex) =>
      curveOf(
        rows
          .filter((row) => row['sex'] === sex)
          .map((row) => ({ time: Number(row['time']), event: Number(row['status']) - 1 })),
      ),
    );
    assert.ok(first && second);
    for (const [scale, name] of [
      ['plain', 'naive'],
      ['log-log', 'cloglog'],
    ] as const) {
      const read = landmarkDifference(first, second, 365, scale);
      assert.ok(read.ok);
      assertNear([...read.value.survival], expected['surv'], id);
      assertNear(
        [read.value.z, read.value.p],
        [expected[`${name}_z`], expected[`${name}_p`]],
        `${id} ${name}`,
      );
    }
  }
});

test('progression-free survival by arm: counts, medians, landmarks, log-rank against placebo', {
  skip: absent,
}, () => {
  const rows = tableOf('derived_pfs_rs_onco.csv');
  const arms = ['Placebo', 'Xanomeline Low Dose', 'Xanomeline High Dose'].map((arm) =>
    rows
      .filter((row) => Object.values(row).includes(arm))
      .map((row) => ({ time: Number(row['time']), event: Number(row['event']) })),
  );
  for (const { id, expected } of referencesOf('end-to-end').filter((each) => each.id === 'e2e_pfs')) {
    assertNear(
      arms.map(({ length }) => length),
      expected['n'],
      id,
    );
    const curves = arms.map(curveOf);
    const medians = curves.map(medianSurvival);
    assertNear(
      curves.map(({ eventCount }) => eventCount),
      expected['events'],
      id,
    );
    for (const [own, name] of [
      ['time', 'median'],
      ['lower', 'lower'],
      ['upper', 'upper'],
    ] as const)
      assertNear(
        medians.map((median) => median[own]),
        expected[name],
        `${id} ${name}`,
      );
    const landmarks = curves.flatMap((curve) => [60, 120].map((time) => survivalAt(curve, time)));
    for (const [own, name] of [
      ['survival', 'surv'],
      ['lower', 's_lower'],
      ['upper', 's_upper'],
    ] as const)
      assertNear(
        landmarks.map((read) => (read.ok ? read.value[own] : null)),
        expected[name],
        `${id} ${name}`,
      );
    for (const [arm, name] of [
      [1, 'low'],
      [2, 'high'],
    ] as const) {
      const pair = [arms[0] ?? [], arms[arm] ?? []];
      const read = logRank([pair.map(columnsOf)]);
      assert.ok(read.ok);
      assertNear(read.test.p, expected[`p_${name}`], `${id} ${name} p`);
      const treated = pair.flatMap((rows, at) => rows.map(() => at));
      const model = coxRegression({
        ...columnsOf(pair.flat()),
        covariates: [{ name, values: Float64Array.from(treated) }],
      });
      assert.ok(model.ok);
      const [own] = model.model.coefficients;
      const ratio = [own?.hazardRatio ?? null, own?.lower ?? null, own?.upper ?? null];
      assertNear(ratio, expected[`hr_${name}`], `${id} ${name} hazard ratio`, 1e-6);
    }
  }
});
