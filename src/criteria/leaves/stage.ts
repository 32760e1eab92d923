/** Stage at its most recent statement; metastatic disease without a printed stage is stage IV. */
import * as z from 'zod';
import { isMet, isUnknown, isUnmet } from '../answer.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

export const stageLeaf = defineLeaf({
  name: 'stage',
  schema: z.strictObject({ is: z.array(z.enum(['I', 'II', 'III', 'IV'])).min(1) }),
  evaluate({ is }, { record }) {
    const stated = mostRecent(
      record.extent.filter((each) => each.stage !== undefined || each.extent === 'metastatic'),
    );
    if (stated !== undefined) {
      const { stage = 'IV' } = stated;
      const datum = datumOf(stated, stated.stage === undefined ? 'metastatic disease' : `stage ${stage}`);
      return is.includes(stage) ? isMet(datum) : isUnmet(datum);
    }
    return isUnknown('notRecorded', 'state the stage');
  },
  print: ({ is }) => `stage ${is.join(' or ')}`,
});
