/** A metastasis of a site, and the burden of the liver. */
import * as z from 'zod';
import { metastasisSites } from '../../case/index.ts';
import { answer, isMet, isUnknown, isUnmet } from '../answer.ts';
import { boundsSchema, boundsText, withinBounds } from '../bounds.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

export const metastasisLeaf = defineLeaf({
  name: 'metastasis',
  schema: z.strictObject({ site: z.enum(metastasisSites) }),
  evaluate({ site }, { record }) {
    const named = record.extent.find((each) =>
      each.metastases.some((metastasis) => metastasis.site === site),
    );
    if (named !== undefined) return isMet(datumOf(named, `metastasis: ${site}`));
    const latest = mostRecent(record.extent);
    if (latest?.metastasesComplete === true) {
      return isUnmet(datumOf(latest, `all metastases are listed, none of them ${site}`));
    }
    if (latest?.extent === 'localised') return isUnmet(datumOf(latest, 'localised disease'));
    return isUnknown('notRecorded', `state whether there are ${site} metastases`);
  },
  print: ({ site }) => `${site} metastases`,
});

export const liverBurdenLeaf = defineLeaf({
  name: 'liverBurden',
  schema: boundsSchema,
  evaluate(bounds, { record }) {
    const stated = mostRecent(record.extent.filter((each) => each.liverBurdenPercent !== undefined));
    if (stated?.liverBurdenPercent === undefined)
      return isUnknown('notRecorded', 'estimate the share of the liver replaced');
    const range = stated.liverBurdenPercent;
    return answer(withinBounds(range, bounds), [datumOf(stated, `liver burden ${range.printed}`)], {
      reason: 'rangeSpansLimit',
      settledBy: 'measure the share of the liver replaced',
    });
  },
  print: (bounds) => `liver burden ${boundsText(bounds, '%')}`,
});
