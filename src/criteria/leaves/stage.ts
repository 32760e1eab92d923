/** Stage at its most recent statement. */
import * as z from 'zod';
import { isMet, isUnknown, isUnmet } from '../answer.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';

export const stageLeaf = defineLeaf({
  name: 'stage',
  schema: z.strictObject({ is: z.array(z.enum(['I', 'II', 'III', 'IV'])).min(1) }),
  evaluate({ is }, { record }) {
    const stated = mostRecent(record.extent.filter((each) => each.stage !== undefined));
    if (stated?.stage !== undefined) {
      const datum = datumOf(stated, `stage ${stated.stage}`);
      return is.includes(stated.stage) ? isMet(datum) : isUnmet(datum);
    }
    const known = mostRecent(record.extent);
    if (known?.extent === 'metastatic') {
      const datum = datumOf(known, 'metastatic disease');
      return is.includes('IV') ? isMet(datum) : isUnmet(datum);
    }
    return isUnknown('notRecorded', 'state the stage');
  },
  print: ({ is }) => `stage ${is.join(' or ')}`,
});
