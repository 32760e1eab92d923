/** The room against independent reference values (R's exact tests and SciPy), where the data folder is present. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  betaQuantile,
  binomialCdf,
  binomialTest,
  clopperPearson,
  fUpper,
  studentsTQuantile,
  wilson,
} from './index.ts';

const data = process.env['CAJAL_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const file = join(data, 'statistics', 'reference-values.json');
const skip = existsSync(file) ? false : `${file} is absent`;

interface Reference {
  readonly id: string;
  readonly topic: string;
  readonly input: { readonly x: number; readonly n: number; readonly conf: number; readonly p0: number };
  readonly expected: Readonly<Record<string, unknown>>;
}

function references(topic: string): readonly Reference[] {
  const content = JSON.parse(readFileSync(file, 'utf8')) as { readonly references: readonly Reference[] };
  const found = content.references.filter((reference) => reference.topic === topic);
  assert.ok(found.length > 0, `the reference values have no ${topic}`);
  return found;
}

/** The references carry 15 significant digits and aim at 1e-10. */
function assertClose(actual: readonly number[], expected: unknown, where: string): void {
  assert.ok(Array.isArray(expected) && expected.length === actual.length, where);
  for (const [index, value] of actual.entries()) {
    const wanted = Number(expected[index]);
    assert.ok(Math.abs(value - wanted) <= 1e-12 * Math.abs(wanted), `${where}: ${value}, not ${wanted}`);
  }
}

test('exact and score intervals', { skip }, () => {
  for (const { id, input, expected } of references('binomial-ci')) {
    const { x, n, conf: confidence } = input;
    const exact = clopperPearson(x, n, confidence);
    const plain = wilson(x, n, { confidence });
    assertClose([exact.estimate], [expected['estimate']], id);
    assertClose([exact.lower, exact.upper], expected['clopper_pearson'], id);
    assertClose([plain.lower, plain.upper], expected['wilson'], id);
    const corrected = wilson(x, n, { confidence, continuityCorrection: true });
    // At exactly half, R's prop.test shrinks the correction to nothing, because its null hypothesis is 1/2.
    if (2 * x === n) assertClose([plain.lower, plain.upper], expected['wilson_cc'], id);
    else assertClose([corrected.lower, corrected.upper], expected['wilson_cc'], id);
  }
});

test('exact binomial tests', { skip }, () => {
  for (const { id, input, expected } of references('binomial-test')) {
    const { less, greater, twoSided } = binomialTest(input.x, input.n, input.p0);
    const wanted = [expected['p_less'], expected['p_greater'], expected['p_two_sided']];
    assertClose([less, greater, twoSided], wanted, id);
  }
});

const kernels: Readonly<Record<string, (a: number, b: number, c: number) => number>> = {
  kernel_t_ppf: (p, df) => studentsTQuantile(p, df),
  kernel_beta_ppf: betaQuantile,
  kernel_f_sf: fUpper,
  kernel_binom_cdf: binomialCdf,
};

test('distribution kernels of SciPy', { skip }, () => {
  for (const { id, expected } of references('distribution-kernel')) {
    const kernel = kernels[id];
    assert.ok(kernel !== undefined, id);
    const points = expected['points'] as readonly (readonly [readonly [number, number, number], number])[];
    for (const [args, wanted] of points) {
      const value = kernel(...args);
      // SciPy answers the smallest normal double where the quantile is smaller still.
      const error = Math.abs(value - wanted);
      assert.ok(
        error <= 1e-12 * wanted || error <= 2 ** -1022,
        `${id}(${args.join(', ')}): ${value}, not ${wanted}`,
      );
    }
  }
});
