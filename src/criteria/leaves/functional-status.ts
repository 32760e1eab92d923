/** Whether the tumour is functioning, and with which syndrome. */
import * as z from 'zod';
import { isMet, isUnknown, isUnmet } from '../answer.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

const syndromes = [
  'carcinoidSyndrome',
  'gastrinoma',
  'insulinoma',
  'glucagonoma',
  'vipoma',
  'somatostatinoma',
] as const;

const statusWords = {
  functioning: 'functioning',
  nonFunctioning: 'non-functioning',
  unknown: 'unknown',
} as const;

const syndromeWords = {
  carcinoidSyndrome: 'carcinoid syndrome',
  gastrinoma: 'gastrinoma',
  insulinoma: 'insulinoma',
  glucagonoma: 'glucagonoma',
  vipoma: 'VIPoma',
  somatostatinoma: 'somatostatinoma',
  other: 'another syndrome',
} as const;

export const functionalStatusLeaf = defineLeaf({
  name: 'functionalStatus',
  schema: z.strictObject({
    is: z.enum(['functioning', 'nonFunctioning']),
    syndrome: z.enum(syndromes).exactOptional(),
  }),
  evaluate({ is, syndrome }, { record }) {
    const stated = mostRecent(record.functionality.filter((each) => each.status !== 'unknown'));
    if (stated === undefined) return isUnknown('notRecorded', 'state whether the tumour is functioning');
    const datum = datumOf(
      stated,
      `${statusWords[stated.status]}${stated.syndrome === undefined ? '' : `, ${syndromeWords[stated.syndrome]}`}`,
    );
    if (stated.status !== is) return isUnmet(datum);
    if (syndrome === undefined || stated.syndrome === syndrome) return isMet(datum);
    return stated.syndrome === undefined
      ? isUnknown('notRecorded', 'name the syndrome', datum)
      : isUnmet(datum);
  },
  print: ({ is, syndrome }) =>
    `${statusWords[is]} tumour${syndrome === undefined ? '' : ` (${syndromeWords[syndrome]})`}`,
});
