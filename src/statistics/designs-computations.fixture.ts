/** How scripts/oracle/designs.R is computed here. */
import assert from 'node:assert/strict';
import { type SimonDesign, simonDesigns, twoStageInference } from './index.ts';
import type { Computation } from './oracle-cases.fixture.ts';

const figuresOf = (design: SimonDesign): readonly number[] => [
  design.firstLimit,
  design.firstStage,
  design.limit,
  design.total,
  design.expectedSubjects,
  design.earlyStop,
  design.alpha,
  design.power,
];

/** @public */
export const designsComputations: Readonly<Record<string, Computation>> = {
  'designs by exhaustive search in R': {
    tolerance: 1e-11,
    floor: 1e-3,
    compute: (given) => {
      const read = simonDesigns({
        nullRate: given.number('null'),
        targetRate: given.number('target'),
        alpha: given.number('alpha'),
        beta: given.number('beta'),
        largest: given.number('most'),
      });
      assert.ok(read.ok);
      return { optimal: figuresOf(read.value.optimal), minimax: figuresOf(read.value.minimax) };
    },
  },
  'inference after two stages, uniroot': {
    tolerance: 1e-10,
    floor: 1e-3,
    compute: (given) => {
      const trial = {
        firstStage: given.number('firstStage'),
        firstLimit: given.number('firstLimit'),
        total: given.number('total'),
        responses: given.number('responses'),
        nullRate: given.number('null'),
      };
      const [exact, shorter] = [
        twoStageInference(trial),
        twoStageInference(trial, { interval: 'koyama-chen' }),
      ];
      assert.ok(exact.ok && shorter.ok);
      const { estimate, p, lower, upper } = exact.value;
      return { estimate, p, lower, upper, shorter: shorter.value.upper };
    },
  },
};
