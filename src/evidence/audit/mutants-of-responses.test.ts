/**
 * Clean rows of best responses with one value changed, whichever of them are printed: every way in which a few patients can
 * respond is tried, and the audit has to find what none of them prints and nothing else.
 */
import { test } from 'node:test';
import type { PrintedValue } from '../printed/index.ts';
import { percentage, uniform } from './clean-study.fixture.ts';
import { decimalText } from './clean-values.fixture.ts';
import { emptyTally, isFound, isTelling, tally } from './mutants.fixture.ts';
import { patients, place } from './printed-study.fixture.ts';

const quantities = [
  'completeResponse',
  'partialResponse',
  'stableDisease',
  'progressiveDisease',
  'notEvaluable',
  'objectiveResponse',
] as const;

/** Every way in which so many patients can respond, with complete and partial responses together as the last. */
function waysToRespond(size: number): readonly (readonly number[])[] {
  const ways: (readonly number[])[] = [];
  for (let cr = 0; cr <= size; cr += 1)
    for (let pr = 0; cr + pr <= size; pr += 1)
      for (let sd = 0; cr + pr + sd <= size; sd += 1)
        for (let pd = 0; cr + pr + sd + pd <= size; pd += 1)
          ways.push([cr, pr, sd, pd, size - cr - pr - sd - pd, cr + pr]);
  return ways;
}

/** Every choice of quantities that a paper may print. */
const choices = Array.from({ length: (1 << quantities.length) - 1 }, (_, shown) =>
  [...quantities.keys()].filter((at) => (((shown + 1) >> at) & 1) === 1),
);

const response = (at: number, value: string, as: 'count' | 'percent'): PrintedValue => ({
  group: 'all',
  what: quantities[at] ?? 'completeResponse',
  value,
  as,
  place,
});

test('counts of best response: every other count of one of them, whichever are printed', () => {
  const size = 7;
  const ways = waysToRespond(size);
  const score = emptyTally();
  const next = uniform(7);
  for (const places of choices) {
    const way = ways[Math.floor(next() * ways.length)] ?? [];
    for (const changed of places)
      for (let value = 0; value <= size + 1; value += 1) {
        const mutant = way.map((count, at) => (at === changed ? value : count));
        const isSome = ways.some((each) => places.every((at) => each[at] === mutant[at]));
        const values = places.map((at) => response(at, String(mutant[at] ?? 0), 'count'));
        tally(
          score,
          !isSome,
          isFound([patients('all', size), ...values]),
          places.map((at) => `${quantities[at] ?? ''} ${mutant[at] ?? ''}`).join(', '),
        );
      }
  }
  isTelling(score, 1000);
});

/**
 * A row with partial response, stable disease and progression is taken for all categories where patients who were not evaluable are
 * printed too, or where most patients would be missing: complete responses that are not printed are then none.
 */
function isTakenAsWhole(places: readonly number[], texts: readonly string[]): boolean {
  const categories = places.filter((at) => quantities[at] !== 'objectiveResponse');
  const sum = categories.reduce((total, at) => total + Number(texts[at] ?? 0), 0);
  return [1, 2, 3].every((at) => places.includes(at)) && (places.includes(4) || sum < 50);
}

test('percentages of best response: every other percentage of one of them, whichever are printed', () => {
  const score = emptyTally();
  const next = uniform(11);
  for (const [size, decimals] of [
    [6, 0],
    [7, 1],
  ] as const) {
    const ways = waysToRespond(size);
    const printed = Array.from({ length: size + 1 }, (_, count) => [
      ...new Set([true, false].map((halfEven) => percentage(count, size, { decimals, halfEven }))),
    ]);
    const cutOff = printed.map((_, count) =>
      decimalText(Math.floor((count * 100 * 10 ** decimals) / size), decimals),
    );
    for (const places of choices) {
      const way = ways[Math.floor(next() * ways.length)] ?? [];
      for (const changed of places)
        for (let other = 0; other <= size + 2; other += 1) {
          // Beyond all counts, percentages that are of none of them.
          const text = printed[other]?.[0] ?? decimalText(other * 10 ** decimals + 3, decimals);
          const texts = way.map((count, at) => (at === changed ? text : (printed[count]?.[0] ?? '')));
          const values = places.map((at) => response(at, texts[at] ?? '', 'percent'));
          const isSome = (cut: boolean): boolean =>
            ways.some((each) =>
              places.every((at) => {
                const count = each[at] ?? 0;
                const own = texts[at] ?? '';
                return (printed[count] ?? []).includes(own) || (cut && cutOff[count] === own);
              }),
            );
          const isRounded = isSome(false);
          // What cutting off explains may be found as cut off, and need not be.
          if (!isRounded && isSome(true)) continue;
          if (isRounded && isTakenAsWhole(places, texts)) continue;
          tally(
            score,
            !isRounded,
            isFound([patients('all', size), ...values]),
            places.map((at) => `${quantities[at] ?? ''} ${texts[at] ?? ''}%`).join(', '),
          );
        }
    }
  }
  isTelling(score, 2000);
});
