/**
 * Time from the end of the last platinum to the progression after it. Under three to six months the disease counts
 * as platinum-resistant in most trials; the limit is the criterion's, not this file's.
 */
import * as z from 'zod';
import { daysBetween, monthsFromDays } from '../../units/index.ts';
import { answer, isUnknown } from '../answer.ts';
import { boundFields, boundsText, withinBounds } from '../bounds.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

export const platinumFreeIntervalLeaf = defineLeaf({
  name: 'platinumFreeIntervalMonths',
  schema: z.strictObject(boundFields),
  evaluate(bounds, { courses }) {
    const last = courses.filter((each) => each.classes.includes('platinum')).at(-1)?.course;
    const settledBy = 'record when the platinum ended and when the disease progressed after it';
    if (last?.end === undefined) return isUnknown('notRecorded', settledBy);
    const progression = last.outcomes.find((each) => each.response === 'PD');
    if (progression?.date === undefined) return isUnknown('dateUnknown', settledBy);
    const distance = daysBetween(last.end, progression.date);
    if (distance === 'incomparable') return isUnknown('dateUnknown', settledBy);
    const months = (days: number | null) => (days === null ? null : Math.max(0, monthsFromDays(days)));
    const range = {
      low: months(distance.least),
      high: months(distance.most),
      lowOpen: false,
      highOpen: false,
      printed: '',
    };
    return answer(withinBounds(range, bounds), [datumOf(progression, `progression after ${last.printed}`)], {
      reason: 'dateUnknown',
      settledBy,
    });
  },
  print: (bounds) => `platinum-free interval ${boundsText(bounds, ' months')}`,
});
