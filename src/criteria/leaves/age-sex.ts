/** Age in completed years, sex and pregnancy. */
import * as z from 'zod';
import { sexes } from '../../case/index.ts';
import { answer, isMet, isUnknown, isUnmet } from '../answer.ts';
import { boundsSchema, boundsText, withinBounds } from '../bounds.ts';
import { defineLeaf } from '../leaf.ts';

export const ageLeaf = defineLeaf({
  name: 'age',
  schema: boundsSchema,
  evaluate(bounds, { ageYears, record }) {
    if (ageYears === undefined) return isUnknown('notRecorded', 'record the age');
    const datum = {
      text: `age ${ageYears.printed}`,
      ...(record.patient.place === undefined ? {} : { place: record.patient.place }),
    };
    return answer(withinBounds(ageYears, bounds), [datum], {
      reason: 'rangeSpansLimit',
      settledBy: 'record the date of birth',
    });
  },
  print: (bounds) => `age ${boundsText(bounds)} years`,
});

export const sexLeaf = defineLeaf({
  name: 'sex',
  schema: z.strictObject({ is: z.enum(sexes).exclude(['notStated']) }),
  evaluate({ is }, { record }) {
    const { sex } = record.patient;
    if (sex === 'notStated') return isUnknown('notRecorded', 'record the sex');
    return sex === is ? isMet({ text: sex }) : isUnmet({ text: sex });
  },
  print: ({ is }) => `${is} patient`,
});

export const pregnancyLeaf = defineLeaf({
  name: 'pregnancy',
  schema: z.strictObject({ is: z.enum(['pregnant', 'lactating']) }),
  evaluate({ is }, { record }) {
    const { sex, pregnancy } = record.patient;
    if (sex === 'male') return isUnmet({ text: 'male' });
    if (pregnancy === 'excluded') return isUnmet({ text: 'pregnancy excluded' });
    if (pregnancy === is) return isMet({ text: is });
    return isUnknown('notRecorded', 'do a pregnancy test where it can matter');
  },
  print: ({ is }) => is,
});
