/** A regulatory approval: by whom, when, for whom. It holds in its country and from its date only. */
import * as z from 'zod';
import { criterion } from '../criteria/index.ts';
import { publishedDate, verifications } from './source-place.ts';

export const approval = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,99}$/),
    drugs: z.array(z.string().min(1)).min(1),
    country: z.enum(['US', 'EU', 'JP', 'KR', 'CN', 'GB']),
    authority: z.string().min(1).max(20),
    status: z.enum(['regular', 'accelerated', 'withdrawn']),
    date: publishedDate,
    indication: z.string().min(1).max(400),
    when: criterion.describe('Whom the approval covers'),
    source: z.string().min(1).max(300),
    verification: z.enum(verifications),
  })
  .meta({ id: 'approval' });
export type Approval = z.infer<typeof approval>;

export const approvalFile = z.strictObject({ cajal: z.literal('approvals/1'), approvals: z.array(approval) });
