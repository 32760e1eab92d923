/** Whether the classification suggests that a second pathologist looks again, and why. */
import * as z from 'zod';
import { type ReviewKind, reviewKinds } from '../../tumour/index.ts';
import { isMet, isUnmet } from '../answer.ts';
import { defineLeaf } from '../leaf.ts';

const words: Readonly<Record<ReviewKind, string>> = {
  pathologyReview: 'second reading by a pathologist',
  reBiopsy: 'new biopsy',
  ki67Recount: 'new count of Ki-67',
  mitoticCount: 'mitotic count',
  markerTest: 'test of markers',
};

export const pathologyReviewLeaf = defineLeaf({
  name: 'pathologyReview',
  schema: z.strictObject({ suggested: z.literal(true), kind: z.enum(reviewKinds).exactOptional() }),
  evaluate({ kind }, { classification }) {
    const [first, ...more] = classification.reviews.filter(
      (review) => kind === undefined || review.kind === kind,
    );
    if (first === undefined) return isUnmet({ text: 'nothing in the classification asks for a review' });
    return isMet(...[first, ...more].map((review) => ({ text: review.sentence })));
  },
  print: ({ kind }) =>
    kind === undefined
      ? 'the classification asks for more pathology'
      : `the classification asks for a ${words[kind]}`,
});
