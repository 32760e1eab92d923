/** Progression of the disease, within a window before the board where one is asked. */
import * as z from 'zod';
import { daysBetween, monthsFromDays } from '../../units/index.ts';
import { isMet, isUnknown, isUnmet } from '../answer.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

export const progressionLeaf = defineLeaf({
  name: 'progression',
  schema: z.strictObject({ withinMonths: z.number().positive().exactOptional() }),
  evaluate({ withinMonths }, { record, courses, clock }) {
    const progressions = [
      ...record.assessments.filter((each) => each.response === 'PD'),
      ...courses.flatMap(({ course }) => course.outcomes.filter((each) => each.response === 'PD')),
      ...record.extent.filter((each) => each.growth?.status === 'progressing'),
    ];
    const latest = mostRecent(progressions);
    const settledBy = 'compare with earlier imaging';
    if (latest === undefined) {
      const stable = mostRecent(record.extent.filter((each) => each.growth?.status === 'stable'));
      return stable === undefined
        ? isUnknown('notRecorded', settledBy)
        : isUnmet(datumOf(stable, 'stable disease'));
    }
    const datum = datumOf(latest, 'progressive disease');
    if (withinMonths === undefined) return isMet(datum);
    if (clock.kind === 'now' || latest.date === undefined) return isUnknown('dateUnknown', settledBy, datum);
    const distance = daysBetween(latest.date, clock.date);
    if (distance === 'incomparable') return isUnknown('dateUnknown', settledBy, datum);
    if (distance.most !== null && monthsFromDays(distance.most) <= withinMonths) return isMet(datum);
    if (distance.least !== null && monthsFromDays(distance.least) > withinMonths) return isUnmet(datum);
    return isUnknown('dateUnknown', settledBy, datum);
  },
  print: ({ withinMonths }) =>
    withinMonths === undefined ? 'progressive disease' : `progression within ${withinMonths} months`,
});
