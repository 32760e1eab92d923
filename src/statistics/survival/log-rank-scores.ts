/**
 * The scores of the log-rank test (Peto and Peto, J R Stat Soc A 1972;135:185): for each subject whether the event happened
 * minus the cumulative hazard of all groups together over the time at risk. Their sum over a group is observed minus expected.
 */
import { countsAt, sharedTimes } from './risk-sets.ts';
import { indexOfTime, type SurvivalColumns } from './survival-columns.ts';

/** The scores of every subject, group by group. */
export function logRankScores(groups: readonly SurvivalColumns[]): readonly Float64Array[] {
  const axis = sharedTimes(groups);
  const hazard = new Float64Array(axis.length);
  const counts = groups.map((columns) => countsAt(axis, columns));
  let sum = 0;
  for (let at = 0; at < axis.length; at += 1) {
    let [events, risk] = [0, 0];
    for (const count of counts) {
      events += count.events[at] ?? 0;
      risk += count.atRisk[at] ?? 0;
    }
    if (events > 0) sum += events / risk;
    hazard[at] = sum;
  }
  return groups.map(({ time, event, entry }) =>
    Float64Array.from(time, (exit, row) => {
      const before = entry === undefined ? -1 : indexOfTime(axis, entry[row] ?? 0);
      const until = hazard[indexOfTime(axis, exit)] ?? 0;
      return (event[row] ?? 0) - (until - (before < 0 ? 0 : (hazard[before] ?? 0)));
    }),
  );
}
