/** How the R functions of scripts/oracle/competing-risks.R are computed here. */
import assert from 'node:assert/strict';
import {
  aalenJohansen,
  type CompetingRisksColumns,
  fineGrayRegression,
  fineGrayRows,
  grayTest,
  survivalIntervalTypes,
} from './index.ts';
import type { Answers, Computation, Given } from './oracle-cases.fixture.ts';

function columnsOf(given: Given, keep: (row: number) => boolean = () => true): CompetingRisksColumns {
  const taken = (name: string): readonly number[] => given.list(name).filter((_, row) => keep(row));
  return {
    time: Float64Array.from(taken('time')),
    cause: Uint8Array.from(taken('cause')),
    ...(given.has('entry') ? { entry: Float64Array.from(taken('entry')) } : {}),
  };
}

function incidences(given: Given): Answers {
  const interval = survivalIntervalTypes.find((type) => type === given.text('interval')) ?? 'plain';
  const read = aalenJohansen(columnsOf(given), { interval, causes: 2 });
  assert.ok(read.ok);
  const { times, eventFree, causes } = read.estimate;
  const states = [eventFree, ...causes];
  const isInner = states.flatMap(({ probability }) => [...probability].map((p) => p > 0 && p < 1));
  const inner = (bounds: readonly (number | null)[]): readonly (number | null)[] =>
    bounds.map((bound, at) => (isInner[at] === true ? bound : null));
  return {
    times,
    free: eventFree.probability,
    one: causes[0]?.probability ?? null,
    two: causes[1]?.probability ?? null,
    errors: states.flatMap(({ standardError }) => [...standardError]),
    lower: inner(states.flatMap(({ lower }) => lower)),
    upper: inner(states.flatMap(({ upper }) => upper)),
  };
}

function weights(given: Given): Answers {
  const read = fineGrayRows(columnsOf(given));
  assert.ok(read.ok);
  const { subject, start, stop, weight } = read.rows;
  const subjects = given.list('time').map((_, row) => row);
  return {
    weights: given.list('at').flatMap((time) =>
      subjects.map((one) => {
        let sum = 0;
        for (const [row, own] of weight.entries())
          if (subject[row] === one && (start[row] ?? 0) < time && (stop[row] ?? 0) >= time) sum += own;
        return sum;
      }),
    ),
  };
}

/** Errors are rounded where they should be 0. */
const iterated: Pick<Computation, 'tolerance' | 'floor'> = { tolerance: 1e-10, floor: 1e-3 };

/** @public */
export const competingRisksComputations: Readonly<Record<string, Computation>> = {
  'survfit, Aalen-Johansen': { ...iterated, compute: incidences },
  'survfit, Aalen-Johansen, delayed entry': { ...iterated, compute: incidences },
  finegray: { ...iterated, compute: weights },
  'finegray, delayed entry': { ...iterated, compute: weights },
  'coxph of finegray': {
    ...iterated,
    tolerance: 1e-8,
    compute: (given) => {
      const covariates = [{ name: 'x', values: Float64Array.from(given.list('x')) }];
      const read = fineGrayRegression({ ...columnsOf(given), covariates });
      assert.ok(read.ok);
      const [own] = read.model.coefficients;
      return { coefficient: own?.coefficient ?? null, error: own?.standardError ?? null };
    },
  },
  // Printed with seven digits.
  "cuminc of cmprsk, Gray's test": {
    tolerance: 1e-6,
    floor: 1e-3,
    compute: (given) => {
      const [group, stratum] = [given.list('group'), given.list('stratum')];
      const strata = [1, 2].map((part) =>
        [...new Set(group)]
          .toSorted((a, b) => a - b)
          .map((own) => columnsOf(given, (row) => group[row] === own && stratum[row] === part)),
      );
      const read = grayTest(strata, { cause: given.number('of') });
      assert.ok(read.ok);
      return { chiSquare: read.test.chiSquare, p: read.test.p };
    },
  },
};
