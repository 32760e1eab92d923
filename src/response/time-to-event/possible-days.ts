/**
 * The ways in which partial dates can have been days. Rules compare dates with each other, so what they decide changes where
 * one date passes another, or passes it by the length of a gap: a partial date is tried at its ends and next to every such
 * place within it. An open end stands for a day far away.
 */
import type { PatientDate } from '../../units/index.ts';

/** Farther than any date that is read: a distance beyond half of it has no bound. */
const farAway = 1_000_000;
/** Combinations that are tried; more are refused. */
export const mostCombinations = 60_000;

/** Whether a number of days came from an open end. */
export const isUnbounded = (days: number): boolean => Math.abs(days) > farAway / 2;

interface Ends {
  readonly from: number;
  readonly to: number;
}

const endsOf = ({ earliest, latest }: PatientDate): Ends => ({
  from: earliest ?? (latest ?? 0) - farAway,
  to: latest ?? (earliest ?? 0) + farAway,
});

function candidates(own: Ends, others: readonly Ends[], gaps: readonly number[]): readonly number[] {
  const days = new Set([own.from, own.to]);
  for (const { from, to } of others)
    for (const end of [from, to])
      for (const offset of [0, ...gaps, ...gaps.map((gap) => -gap)])
        for (const day of [end + offset - 1, end + offset, end + offset + 1])
          if (day >= own.from && day <= own.to) days.add(day);
  return [...days];
}

/**
 * Every combination of days to be tried, in the order of the dates; undefined where there are too many.
 *
 * @param gaps distances in days at which a rule changes its mind
 */
export function possibleDays(
  dates: readonly PatientDate[],
  gaps: readonly number[],
): readonly (readonly number[])[] | undefined {
  const ends = dates.map(endsOf);
  const tried = (choose: (own: Ends, at: number) => readonly number[]) => {
    const choices = ends.map((own, at) => (own.from === own.to ? [own.from] : choose(own, at)));
    const count = choices.reduce((product, { length }) => product * length, 1);
    return count > mostCombinations ? undefined : choices;
  };
  const choices =
    tried((own, at) =>
      candidates(
        own,
        ends.filter((_, other) => other !== at),
        gaps,
      ),
    ) ?? tried(({ from, to }) => [from, to]);
  return choices?.reduce<readonly (readonly number[])[]>(
    (all, days) => all.flatMap((before) => days.map((day) => [...before, day])),
    [[]],
  );
}
