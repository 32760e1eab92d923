/** p values from intervals and statistics against R, where the data folder is present. */
import { test } from 'node:test';
import * as z from 'zod';
import { assertNear, referencesOf, absent as skip } from '../reference-values.fixture.ts';
import { type PrintedStatistic, pFromInterval, pFromStatistic } from './index.ts';

test('p from an interval', { skip }, () => {
  for (const { id, input, expected } of referencesOf('integrity-p-from-ci')) {
    const { est, lo, hi } = z.object({ est: z.number(), lo: z.number(), hi: z.number() }).parse(input);
    const printed = { estimate: String(est), lower: String(lo), upper: String(hi) };
    const found = pFromInterval(printed);
    if (found.outcome !== 'computed') throw new TypeError(`${id}: ${found.reason}`);
    assertNear(found.standardError, expected['se'], `${id} se`);
    assertNear(found.z, expected['z'], `${id} z`);
    assertNear(found.p, expected['p'], `${id} p`);
    assertNear(found.centre, expected['geometric_centre'], `${id} centre`);
  }
});

/** `t_28_2.20`, `chi2_28_22.20`, `F_2_28_2.20`, `z_2.20`, `t10_3`, by the names of the reference. */
function statisticOf(name: string): PrintedStatistic | null {
  const [, kind = '', joined = '', rest = ''] = /^(t|F|r|z|chi2)(\d*)_(.+)$/.exec(name) ?? [];
  const parts = [...(joined === '' ? [] : [joined]), ...rest.split('_')];
  const value = parts.at(-1) ?? '';
  const [df = 0, other = 0] = parts.slice(0, -1).map(Number);
  switch (kind) {
    case 'z':
      return { kind, value };
    case 't':
    case 'r':
      return { kind, value, df };
    case 'chi2':
      return { kind: 'chiSquare', value, df };
    case 'F':
      return { kind, value, df: [df, other] };
    default:
      return null;
  }
}

test('p from a statistic', { skip }, () => {
  for (const { id, expected } of referencesOf('integrity-statcheck'))
    for (const [name, wanted] of Object.entries(expected)) {
      // The range is that of 2.2, between 2.15 and 2.25.
      const isRange = name.endsWith('_range');
      const statistic: PrintedStatistic | null = isRange
        ? { kind: 't', value: '2.2', df: 28 }
        : statisticOf(name);
      if (statistic === null) throw new TypeError(`${id}: ${name} is no statistic`);
      const found = pFromStatistic(statistic);
      if (found.outcome !== 'computed') throw new TypeError(`${id} ${name}: ${found.reason}`);
      assertNear(isRange ? found.pRange : found.p, wanted, `${id} ${name}`);
    }
});
