/**
 * A random study without any defect: two arms and their whole, best responses counted patient by patient, adverse events by grade,
 * sites, lines, times of single patients with shares at landmarks, ages, cycles, a p value of Fisher's test, a hazard ratio, the
 * abstract repeating the table. Percentages are rounded half up or half to even, with none or one decimal. Deterministic
 * for a seed.
 */
import { fisherExactP } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import type { Study } from '../study.ts';
import { averages, gradedEvents, hazardRatio, landmarks } from './clean-values.fixture.ts';
import { groupsOf, median, patients, place, responses, studyOf, toxicity } from './printed-study.fixture.ts';

/** Uniform numbers in [0, 1) of a seed (mulberry32). */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Style {
  readonly decimals: 0 | 1;
  readonly halfEven: boolean;
}

/** A share as a printed percentage, in whole numbers. */
export function percentage(count: number, of: number, { decimals, halfEven }: Style): string {
  const scale = decimals === 0 ? 100 : 1000;
  const [down, rest] = [Math.floor((scale * count) / of), (scale * count) % of];
  const isUp = 2 * rest > of || (2 * rest === of && !(halfEven && down % 2 === 0));
  const units = down + (isUp ? 1 : 0);
  return decimals === 0 ? String(units) : `${Math.floor(units / 10)}.${units % 10}`;
}

const abstract = { ...place, section: 'Abstract' } as const;

/** Best responses of patients: CR, PR, SD, PD, NE. */
type Counts = readonly [number, number, number, number, number];

function drawCounts(size: number, next: () => number): Counts {
  const weights = Array.from({ length: 5 }, () => -Math.log(1 - next()));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (let at = 0; at < size; at += 1) {
    const drawn = drawnOf(weights, next() * total);
    counts[drawn] += 1;
  }
  return counts;
}

/** The category in which a point on the line of the weights lies. */
function drawnOf(weights: readonly number[], point: number): 0 | 1 | 2 | 3 | 4 {
  const [first = 0, second = 0, third = 0, fourth = 0] = weights;
  if (point < first) return 0;
  if (point < first + second) return 1;
  if (point < first + second + third) return 2;
  return point < first + second + third + fourth ? 3 : 4;
}

function responseValues(group: string, [cr, pr, sd, pd, ne]: Counts, style: Style): PrintedValue[] {
  const of = cr + pr + sd + pd + ne;
  const print = (count: number) => percentage(count, of, style);
  return [
    ...responses(group, {
      RR: print(cr + pr),
      DCR: print(cr + pr + sd),
      CR: print(cr),
      PR: print(pr),
      SD: print(sd),
      PD: print(pd),
      NE: print(ne),
    }),
    ...responses(group, { RR: print(cr + pr) }, abstract),
  ];
}

const medianOf = (sorted: readonly number[]): number =>
  ((sorted[Math.floor(sorted.length / 2)] ?? 0) + (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0)) / 2;

function timeValues(
  group: string,
  times: readonly { readonly os: number; readonly pfs: number }[],
): PrintedValue[] {
  const print = (all: readonly number[], what: 'overallSurvival' | 'progressionFreeSurvival') => {
    const sorted = all.toSorted((a, b) => a - b);
    const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
    return median(group, what, medianOf(sorted).toFixed(1), `${least.toFixed(1)}–${most.toFixed(1)}`);
  };
  return [
    print(
      times.map(({ os }) => os),
      'overallSurvival',
    ),
    print(
      times.map(({ pfs }) => pfs),
      'progressionFreeSurvival',
    ),
  ];
}

const part = (
  group: string,
  scheme: 'site' | 'line' | 'entity',
  term: string,
  value: string,
  as: 'count' | 'percent',
): PrintedValue => ({ group, what: 'part', scheme, term, partition: true, value, as, place });

interface Drawn {
  readonly next: () => number;
  readonly between: (least: number, most: number) => number;
  readonly style: Style;
  readonly whole: number;
  readonly hasTimes: boolean;
  readonly first: readonly { readonly os: number; readonly pfs: number }[];
  readonly second: readonly { readonly os: number; readonly pfs: number }[];
}

/** Grades, landmarks, averages and a ratio: each in about half of the studies. */
function moreValues({ next, between, style, whole, hasTimes, first, second }: Drawn): PrintedValue[] {
  const print = (count: number, of: number): string => percentage(count, of, style);
  const any = between(0, whole);
  const values: PrintedValue[] = [];
  if (next() < 0.5)
    values.push(...gradedEvents('all', 'anemia', { any, high: between(0, any), of: whole }, print));
  if (hasTimes)
    for (const [group, times] of [
      ['all', [...first, ...second]],
      ['a', first],
    ] as const) {
      values.push(
        ...landmarks(
          group,
          'overallSurvival',
          times.map(({ os }) => os),
          print,
        ),
      );
      values.push(
        ...landmarks(
          group,
          'progressionFreeSurvival',
          times.map(({ pfs }) => pfs),
          print,
        ),
      );
    }
  const numbers = (least: number, most: number) => Array.from({ length: whole }, () => between(least, most));
  if (next() < 0.5) values.push(...averages('all', 'age', 'years', numbers(18, 90)));
  if (next() < 0.5) values.push(...averages('all', 'treatment', 'cycles', numbers(1, 12)));
  if (next() < 0.5)
    values.push(
      ...hazardRatio(3 * next() - 1.5, 0.08 + next() / 2, next() < 0.5 ? 2 : 3, next() < 0.8 ? 95 : 90),
    );
  return values;
}

/** The study of a seed. */
export function cleanStudy(seed: number): Study {
  const next = uniform(seed);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const style: Style = { decimals: next() < 0.5 ? 0 : 1, halfEven: next() < 0.5 };
  const [one, other] = [between(8, 80), between(8, 80)];
  const whole = one + other;
  const [first, second] = [drawCounts(one, next), drawCounts(other, next)];
  const total: Counts = [
    first[0] + second[0],
    first[1] + second[1],
    first[2] + second[2],
    first[3] + second[3],
    first[4] + second[4],
  ];
  const draw = (size: number) =>
    Array.from({ length: size }, () => {
      const os = Math.round(-120 * Math.log(1 - next())) / 10;
      return { os, pfs: Math.round(10 * os * next()) / 10 };
    });
  const [firstTimes, secondTimes] = [draw(one), draw(other)];
  const p = fisherExactP([
    [first[0] + first[1], one - first[0] - first[1]],
    [second[0] + second[1], other - second[0] - second[1]],
  ]);
  const sites = drawCounts(whole, next);
  const lines = drawCounts(whole, next);
  const events = ['neutropenia', 'nausea', 'fatigue'].map((term) => [term, between(0, whole)] as const);
  const positive = between(0, whole);
  const [hasTimes, hasParts, hasEvents, hasP] = [next() < 0.5, next() < 0.5, next() < 0.6, next() < 0.5];
  const values: PrintedValue[] = [
    patients('all', whole),
    patients('a', one),
    patients('b', other),
    part('all', 'entity', 'a', String(one), 'count'),
    part('all', 'entity', 'b', String(other), 'count'),
    ...responseValues('all', total, style),
    ...responseValues('a', first, style),
    ...responseValues('b', second, style),
    ...(hasTimes
      ? [
          ...timeValues('all', [...firstTimes, ...secondTimes]),
          ...timeValues('a', firstTimes),
          ...timeValues('b', secondTimes),
        ]
      : []),
    ...(hasParts ? sites : []).map((count, at) => part('all', 'site', `site ${at}`, String(count), 'count')),
    ...(hasParts ? lines : []).map((count, at) =>
      part('all', 'line', `line ${at}`, percentage(count, whole, style), 'percent'),
    ),
    ...(hasEvents ? events : []).map(([term, count]) =>
      toxicity('all', term, percentage(count, whole, style)),
    ),
    { group: 'all', what: 'marker', term: 'marker', value: String(positive), as: 'count', place },
    {
      group: 'all',
      what: 'marker',
      term: 'marker',
      value: percentage(positive, whole, style),
      as: 'percent',
      place,
    },
  ];
  if (hasP)
    values.push({
      group: 'all',
      what: 'pValue',
      of: 'objectiveResponse',
      between: ['a', 'b'],
      ...(p < 0.001
        ? ({ relation: '<', value: '0.001' } as const)
        : ({ relation: '=', value: p.toFixed(3) } as const)),
      as: 'p',
      place,
    });
  values.push(
    ...moreValues({ next, between, style, whole, hasTimes, first: firstTimes, second: secondTimes }),
  );
  return studyOf({ groups: groupsOf('all', 'a<all', 'b<all'), values }, { id: `clean-${seed}` });
}
