/** How the R functions of scripts/oracle/survival-tests.R are computed here. */
import assert from 'node:assert/strict';
import {
  kaplanMeier,
  landmarkDifference,
  logRank,
  logRankTrend,
  nelsonAalen,
  permutationLogRank,
  restrictedMean,
  type SurvivalColumns,
  type SurvivalIntervalType,
  survivalIntervalTypes,
  survivalQuantile,
} from './index.ts';
import type { Answers, Computation, Given } from './oracle-cases.fixture.ts';

function columnsOf(given: Given, keep: (row: number) => boolean = () => true): SurvivalColumns {
  const taken = (name: string): readonly number[] => given.list(name).filter((_, row) => keep(row));
  return {
    time: Float64Array.from(taken('time')),
    event: Uint8Array.from(taken('event')),
    ...(given.has('entry') ? { entry: Float64Array.from(taken('entry')) } : {}),
  };
}

function groupsOf(given: Given, stratum?: number): readonly SurvivalColumns[] {
  const [group, part] = [given.list('group'), given.list('stratum')];
  return Array.from({ length: given.number('groups') }, (_, at) =>
    columnsOf(given, (row) => group[row] === at + 1 && (stratum === undefined || part[row] === stratum)),
  );
}

const typeOf = (name: string): SurvivalIntervalType =>
  survivalIntervalTypes.find((type) => type === name) ?? 'plain';

function curveOf(columns: SurvivalColumns, interval: SurvivalIntervalType = 'log-log') {
  const read = kaplanMeier(columns, { interval });
  assert.ok(read.ok);
  return read.curve;
}

const own = (compute: (given: Given) => Answers): Computation => ({ tolerance: 1e-10, floor: 1e-3, compute });

const compared = (stratified: boolean) =>
  own((given) => {
    const strata = stratified ? [groupsOf(given, 1), groupsOf(given, 2)] : [groupsOf(given)];
    const read = logRank(strata, { kind: 'fleming-harrington', rho: given.number('rho'), gamma: 0 });
    assert.ok(read.ok);
    const { chiSquare, groups, variance, p } = read.test;
    return {
      chiSquare,
      p,
      observed: groups.map(({ observed }) => observed),
      expected: groups.map(({ expected }) => expected),
      variance: variance.flat(),
    };
  });

/** @public */
export const survivalComputations: Readonly<Record<string, Computation>> = {
  survfit: own((given) => {
    const curve = curveOf(columnsOf(given), typeOf(given.text('interval')));
    const inner = (bounds: readonly (number | null)[]): readonly (number | null)[] =>
      bounds.map((bound, at) => {
        const survival = curve.survival[at] ?? 0;
        return survival > 0 && survival < 1 ? bound : null;
      });
    return {
      times: curve.times,
      atRisk: curve.atRisk,
      survival: curve.survival,
      relativeError: Array.from(curve.relativeError, (error) => (Number.isFinite(error) ? error : null)),
      lower: inner(curve.lower),
      upper: inner(curve.upper),
    };
  }),
  'quantile.survfit': own((given) => {
    const curve = curveOf(columnsOf(given), typeOf(given.text('interval')));
    const found = [0.1, 0.25, 0.5, 0.75, 0.9].map((p) => survivalQuantile(curve, p));
    return {
      quantiles: found.map(({ time }) => time),
      lower: found.map(({ lower }) => lower),
      upper: found.map(({ upper }) => upper),
    };
  }),
  'survfit, cumhaz': own((given) => {
    const read = nelsonAalen(columnsOf(given));
    assert.ok(read.ok);
    return { hazard: read.value.hazard, error: read.value.standardError };
  }),
  'summary.survfit, rmean': own((given) => {
    const read = restrictedMean(curveOf(columnsOf(given)), given.number('until'));
    assert.ok(read.ok);
    return { mean: read.value.mean, error: read.value.standardError };
  }),
  survdiff: compared(false),
  'survdiff, strata': compared(true),
  'survdiff, trend of its scores': own((given) => {
    const read = logRankTrend([groupsOf(given)], given.list('scores'));
    assert.ok(read.ok);
    const { z, chiSquare, p } = read.test;
    return { z, chiSquare, p };
  }),
  'survdiff, over all permutations': own((given) => {
    const read = permutationLogRank([groupsOf(given)], { random: () => 0 });
    assert.ok(read.ok);
    return { p: read.test.p, permutations: read.test.permutations };
  }),
  'survfit, difference at a time': own((given) => {
    const [first, second] = [1, 2].map((group) =>
      curveOf(columnsOf(given, (row) => given.list('group')[row] === group)),
    );
    assert.ok(first && second);
    const read = landmarkDifference(first, second, given.number('at'), typeOf(given.text('scale')));
    assert.ok(read.ok);
    const { difference, lower, z, p } = read.value;
    return { difference, lower, z, p };
  }),
};
