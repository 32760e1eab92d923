/** Whether the record holds a finished test that could decide a kind of event, in a gene where one is named. */
import * as z from 'zod';
import { eventKinds, reachOf } from '../../case/index.ts';
import { isMet, isUnknown, isUnmet } from '../answer.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

export const testedLeaf = defineLeaf({
  name: 'tested',
  schema: z.strictObject({ event: z.enum(eventKinds), gene: z.string().min(1).exactOptional() }),
  evaluate({ event, gene }, { record }) {
    const asked = { event, ...(gene === undefined ? {} : { gene }) };
    const judged = record.assays.map((assay) => ({
      datum: datumOf(assay, `${assay.name} (${assay.analyte}), ${assay.status}`),
      status: assay.status,
      reach: reachOf(assay, asked),
    }));
    const decided = judged.find((each) => each.status === 'done' && each.reach === 'detects');
    if (decided !== undefined) return isMet(decided.datum);
    const open = judged.find((each) => each.reach === 'unstated' && each.status === 'done');
    if (open !== undefined)
      return isUnknown('assayUnstated', 'ask the laboratory what the assay covers', open.datum);
    return isUnmet(...judged.map((each) => each.datum));
  },
  print: ({ event, gene }) =>
    `tested for ${event}${gene === undefined ? '' : ` of ${gene}`} by an assay that decides it`,
});
