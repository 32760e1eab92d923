/**
 * Best overall response where days are intervals: a paper prints "after 6 to 12 months". The rules compare days with limits
 * (when SD counts, how long until confirmation); every choice of days within the intervals that can change an answer is
 * tried, and every answer that comes out is given.
 */
import type { DayDistance } from '../../units/index.ts';
import {
  type BestResponse,
  type BestResponseRules,
  bestFirst,
  bestOverallResponse,
  defaultStableFromDay,
  type ResponseOnDay,
} from './best-overall-response.ts';

/** An overall response on a day that may be an interval. */
export interface ResponseInSpan extends Omit<ResponseOnDay, 'day'> {
  readonly day: DayDistance;
}

/** Every best response that the intervals leave possible; one where the days do not matter. */
export interface PossibleBest {
  readonly possible: readonly BestResponse[];
  /** True where there were too many open days to try all of them; then only the ends were tried together. */
  readonly isEndsOnly: boolean;
}

/** Choices of days that are tried, at most. */
const mostChoices = 4096;
/** Taken for an open end: later than any course of treatment. */
const farDay = 36_500;

const ends = ({ least, most }: DayDistance): readonly [number, number] => {
  const low = least ?? Math.min(0, most ?? 0);
  return [low, most ?? Math.max(low, farDay)];
};

/** Days within an interval at which an answer can turn: its ends, when SD counts, and the confirmation of the others. */
function choicesFor(
  spans: readonly ResponseInSpan[],
  at: number,
  { stableFromDay = defaultStableFromDay, confirmAfterDays = 28 }: BestResponseRules,
): readonly number[] {
  const own = spans[at];
  if (own === undefined) return [];
  const [low, high] = ends(own.day);
  if (low === high) return [low];
  const turns = [low, high, stableFromDay, stableFromDay - 1];
  for (const [index, other] of spans.entries())
    if (index !== at)
      for (const end of ends(other.day))
        for (const shift of [confirmAfterDays, confirmAfterDays - 1]) turns.push(end + shift, end - shift);
  return [...new Set(turns)].filter((day) => day >= low && day <= high).toSorted((a, b) => a - b);
}

/** All choices of days, in the order of the record. */
function combinations(choices: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return choices.reduce<readonly (readonly number[])[]>(
    (all, own) =>
      all.flatMap((days) => own.filter((day) => day >= (days.at(-1) ?? day)).map((day) => [...days, day])),
    [[]],
  );
}

/** The best overall responses that are possible; the responses stand in the order in which they happened. */
export function bestResponseOfSpans(
  spans: readonly ResponseInSpan[],
  rules: BestResponseRules,
): PossibleBest {
  const choices = spans.map((_, at) => choicesFor(spans, at, rules));
  const isEndsOnly = choices.reduce((total, own) => total * Math.max(1, own.length), 1) > mostChoices;
  const tried = isEndsOnly
    ? [spans.map(({ day }) => ends(day)[0]), spans.map(({ day }) => ends(day)[1])]
    : combinations(choices);
  const possible = new Map<string, BestResponse>();
  for (const days of tried) {
    const best = bestOverallResponse(
      spans.map((span, at) => ({ ...span, day: days[at] ?? 0 })),
      rules,
    );
    if (!possible.has(best.response)) possible.set(best.response, best);
  }
  const sorted = [...possible.values()].toSorted(
    (a, b) => bestFirst.indexOf(a.response) - bestFirst.indexOf(b.response),
  );
  return { possible: sorted, isEndsOnly };
}
