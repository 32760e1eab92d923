/** Extent of disease and resectability at their most recent statement. */
import * as z from 'zod';
import { isMet, isUnknown, isUnmet } from '../answer.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

const extentWords = {
  localised: 'localised',
  locallyAdvanced: 'locally advanced',
  metastatic: 'metastatic',
} as const;

const resectabilityWords = {
  resectable: 'resectable',
  borderline: 'borderline resectable',
  unresectable: 'unresectable',
} as const;

export const extentLeaf = defineLeaf({
  name: 'extent',
  schema: z.strictObject({ is: z.array(z.enum(['localised', 'locallyAdvanced', 'metastatic'])).min(1) }),
  evaluate({ is }, { record }) {
    const stated = mostRecent(record.extent.filter((each) => each.extent !== 'unknown'));
    if (stated === undefined || stated.extent === 'unknown')
      return isUnknown('notRecorded', 'state the extent of disease');
    const datum = datumOf(stated, `${extentWords[stated.extent]} disease`);
    return is.includes(stated.extent) ? isMet(datum) : isUnmet(datum);
  },
  print: ({ is }) => `${is.map((each) => extentWords[each]).join(' or ')} disease`,
});

export const resectabilityLeaf = defineLeaf({
  name: 'resectability',
  schema: z.strictObject({ is: z.array(z.enum(['resectable', 'borderline', 'unresectable'])).min(1) }),
  evaluate({ is }, { record }) {
    const stated = mostRecent(record.extent.filter((each) => each.resectability !== 'unknown'));
    if (stated === undefined || stated.resectability === 'unknown') {
      return isUnknown('notRecorded', 'ask a surgeon whether the disease can be resected');
    }
    const datum = datumOf(stated, resectabilityWords[stated.resectability]);
    return is.includes(stated.resectability) ? isMet(datum) : isUnmet(datum);
  },
  print: ({ is }) => `${is.map((each) => resectabilityWords[each]).join(' or ')} disease`,
});
