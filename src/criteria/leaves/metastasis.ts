/** A metastasis of a site, and the burden of the liver. */
import * as z from 'zod';
import { type MetastasisSite, metastasisSites } from '../../case/index.ts';
import { answer, isMet, isUnknown, isUnmet } from '../answer.ts';
import { boundsSchema, boundsText, withinBounds } from '../bounds.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

const metastasisWords: Readonly<Record<MetastasisSite, string>> = {
  adrenal: 'adrenal metastases',
  bone: 'bone metastases',
  brain: 'brain metastases',
  breast: 'breast metastases',
  kidney: 'kidney metastases',
  liver: 'liver metastases',
  lung: 'lung metastases',
  lymphNode: 'lymph node metastases',
  distantLymphNode: 'distant lymph node metastases',
  ovary: 'ovarian metastases',
  pancreas: 'pancreatic metastases',
  peritoneum: 'peritoneal metastases',
  pleura: 'pleural metastases',
  retroperitoneum: 'retroperitoneal metastases',
  skin: 'skin metastases',
  softTissue: 'soft tissue metastases',
  spleen: 'splenic metastases',
  other: 'metastases of another site',
};

export const metastasisLeaf = defineLeaf({
  name: 'metastasis',
  schema: z.strictObject({ site: z.enum(metastasisSites) }),
  evaluate({ site }, { record }) {
    const named = record.extent.find((each) =>
      each.metastases.some((metastasis) => metastasis.site === site),
    );
    if (named !== undefined) return isMet(datumOf(named, metastasisWords[site]));
    const latest = mostRecent(record.extent);
    if (latest?.metastasesComplete === true) {
      return isUnmet(datumOf(latest, `all metastases are listed, without ${metastasisWords[site]}`));
    }
    if (latest?.extent === 'localised') return isUnmet(datumOf(latest, 'localised disease'));
    return isUnknown('notRecorded', `state whether there are ${metastasisWords[site]}`);
  },
  print: ({ site }) => metastasisWords[site],
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
