/** `cajal stats trend`, `permutation` and `landmark`: further comparisons of the groups of a survival table. */
import type { SurvivalTable } from '../../formats/index.ts';
import {
  kaplanMeier,
  landmarkDifference,
  logRankTrend,
  permutationLogRank,
  survivalIntervalTypes,
} from '../../statistics/index.ts';
import { reportIssues } from '../outcome.ts';
import type {
  GroupTestOptions,
  LandmarkCommandOptions,
  PermutationCommandOptions,
  TrendCommandOptions,
} from '../stats-inference-options.ts';
import { bounds, comparisonRefusalText, print, shown, shownP, table, tableOf } from './stats.ts';

function refuse(path: string, reason: string): void {
  const message = `the groups cannot be compared: ${reason}`;
  reportIssues([{ code: 'wrong-value', severity: 'error', message, source: path }]);
}

const given = (path: string, options: GroupTestOptions): SurvivalTable | undefined =>
  tableOf(path, options, options.strata);

/** The log-rank test for a trend. */
export function trendCommand(path: string, options: TrendCommandOptions): void {
  const data = given(path, options);
  if (data === undefined) return;
  const read = logRankTrend(data.columns, options.scores);
  if (!read.ok) {
    refuse(path, comparisonRefusalText(read.reason));
    return;
  }
  const { scores, z, chiSquare, p } = read.test;
  if (options.json) {
    const groups = data.groups.map((name, at) => ({ group: name, score: scores[at] }));
    print(
      JSON.stringify({ method: 'log-rank trend', leftOut: data.leftOut, groups, z, chiSquare, p }, null, 2),
    );
    return;
  }
  print(table([['group', 'score'], ...data.groups.map((name, at) => [name, shown(scores[at])])]));
  print(
    `\nlog-rank trend: z ${shown(z)}, chi-square ${shown(chiSquare)} on 1 degree of freedom, p ${shownP(p)}. ${data.leftOut} rows left out.`,
  );
}

/** Numbers from a seed (Mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The log-rank test by permutation. */
export function permutationCommand(path: string, options: PermutationCommandOptions): void {
  const data = given(path, options);
  if (data === undefined) return;
  const { seed, samples } = options;
  const read = permutationLogRank(data.columns, { random: randomFrom(seed), samples });
  if (!read.ok) {
    refuse(path, comparisonRefusalText(read.reason));
    return;
  }
  const { p, method, permutations, standardError } = read.test;
  if (options.json) {
    const { leftOut, groups } = data;
    const name = 'log-rank by permutation';
    print(JSON.stringify({ ...read.test, method: name, way: method, seed, leftOut, groups }, null, 2));
    return;
  }
  const how =
    method === 'exact'
      ? `all ${permutations} ways to give the labels`
      : `${permutations} sampled permutations, seed ${seed}, error of p ${shown(standardError)}`;
  print(`log-rank by permutation, ${how}: p ${shownP(p)}. ${data.leftOut} rows left out.`);
}

/** Survival of two groups at a time. */
export function landmarkCommand(path: string, options: LandmarkCommandOptions): void {
  const data = given(path, options);
  if (data === undefined) return;
  const [first, second, third] = data.columns[0] ?? [];
  if (first === undefined || second === undefined || third !== undefined) {
    refuse(path, `two groups are compared at a time, not ${data.groups.length}`);
    return;
  }
  const { confidence, at } = options;
  const [one, other] = [first, second].map((columns) => kaplanMeier(columns, { confidence }));
  if (!(one?.ok === true && other?.ok === true)) {
    refuse(path, 'a group has no curve');
    return;
  }
  const scale = survivalIntervalTypes.find((type) => type === options.scale) ?? 'log-log';
  const read = landmarkDifference(one.curve, other.curve, at, scale);
  if (!read.ok) {
    const group = read.group === undefined ? '' : ` (${data.groups[read.group] ?? ''})`;
    refuse(path, `${comparisonRefusalText(read.reason)}${group}`);
    return;
  }
  const { survival, difference, lower, upper, z, p } = read.value;
  if (options.json) {
    print(
      JSON.stringify(
        { method: 'landmark', leftOut: data.leftOut, groups: data.groups, ...read.value },
        null,
        2,
      ),
    );
    return;
  }
  print(
    table([
      ['group', `free of event at ${at}`],
      ...data.groups.map((name, place) => [name, shown(survival[place])]),
    ]),
  );
  print(
    `\ndifference ${shown(difference)}, ${confidence * 100}% interval ${bounds(lower, upper)}; ${scale}: z ${shown(z)}, p ${shownP(p)}. ${data.leftOut} rows left out.`,
  );
}
