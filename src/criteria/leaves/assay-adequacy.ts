/**
 * Whether the record holds a finished test that could decide a kind of event, in a gene where one is named; without
 * one, an assay of some genes does not decide. The question is about the record: a record without an assay answers
 * `unmet`, a test that failed did not decide, and one that is pending leaves the answer open.
 */
import * as z from 'zod';
import { eventKinds, reachOf } from '../../case/index.ts';
import { isMet, isUnknown, isUnmet } from '../answer.ts';
import { datumOf } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import { assayText } from './assay-text.ts';
import { eventKindWords } from './event-kind-words.ts';

export const testedLeaf = defineLeaf({
  name: 'tested',
  schema: z.strictObject({ event: z.enum(eventKinds), gene: z.string().min(1).exactOptional() }),
  evaluate({ event, gene }, { record }) {
    const asked = { event, ...(gene === undefined ? {} : { gene }) };
    const judged = record.assays.map((assay) => {
      const failure = assay.failure === undefined ? '' : `: ${assay.failure}`;
      const text = `${assayText(assay)}${failure}`;
      return { assay, datum: datumOf(assay, text), status: assay.status, reach: reachOf(assay, asked) };
    });
    const deciding = judged.filter((each) => each.reach === 'detects');
    const decided = deciding.find((each) => each.status === 'done');
    if (decided !== undefined) return isMet(decided.datum);
    const pending = deciding.find((each) => each.status === 'pending');
    if (pending !== undefined)
      return isUnknown('pending', `await the result of ${pending.assay.name}`, pending.datum);
    const open = judged.find((each) => each.reach === 'unstated' && each.status !== 'failed');
    if (open !== undefined)
      return isUnknown('assayUnstated', 'ask the laboratory what the assay covers', open.datum);
    return isUnmet(...judged.map((each) => each.datum));
  },
  print: ({ event, gene }) =>
    `tested for ${eventKindWords[event]}${gene === undefined ? '' : ` of ${gene}`} by an assay that decides it`,
});
