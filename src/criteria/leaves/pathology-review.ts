/** Whether the classification suggests that a second pathologist looks again, and why. */
import * as z from 'zod';
import { isMet, isUnmet } from '../answer.ts';
import { defineLeaf } from '../leaf.ts';

export const pathologyReviewLeaf = defineLeaf({
  name: 'pathologyReview',
  schema: z.strictObject({ suggested: z.literal(true) }),
  evaluate(_question, { classification }) {
    const [first, ...more] = classification.reviews;
    if (first === undefined) return isUnmet({ text: 'nothing in the classification asks for a review' });
    return isMet(...[first, ...more].map((review) => ({ text: review.sentence })));
  },
  print: () => 'a pathology review is suggested by the classification',
});
