/** The room against the committed answers of R functions (scripts/oracle): every case within its tolerance. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bayesComputations } from './bayes-computations.fixture.ts';
import { comparisonComputations } from './comparison-computations.fixture.ts';
import { competingRisksComputations } from './competing-risks-computations.fixture.ts';
import { designsComputations } from './designs-computations.fixture.ts';
import { intervalsComputations } from './intervals-computations.fixture.ts';
import { metaComputations } from './meta-computations.fixture.ts';
import { comparedOracle } from './oracle-cases.fixture.ts';
import { survivalComputations } from './survival-computations.fixture.ts';

const oracles = {
  bayes: bayesComputations,
  comparison: comparisonComputations,
  'competing-risks': competingRisksComputations,
  designs: designsComputations,
  intervals: intervalsComputations,
  meta: metaComputations,
  'survival-tests': survivalComputations,
};

for (const [name, computations] of Object.entries(oracles)) {
  suite(name, () => {
    const { source, script, cases } = comparedOracle(name, computations);
    test('names R and the script that prints it', () => {
      assert.match(source, /^R \d+\.\d+/);
      assert.equal(script, `scripts/oracle/${name}.R`);
    });
    for (const called of Object.keys(computations)) {
      const own = cases.filter((each) => each.function === called);
      test(`${called}: ${own.length} cases`, () => {
        assert.ok(own.length > 0);
        const faults = own.filter(({ error, tolerance }) => !(error <= tolerance));
        assert.deepEqual(
          faults.map(({ where, error }) => `${where}: ${error}`),
          [],
        );
      });
    }
  });
}
