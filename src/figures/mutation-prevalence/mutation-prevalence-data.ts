/** The input of a figure of prevalence: in panels (by exon, by tumour type), how many of how many carry the mutation. */
import * as z from 'zod';
import { frameFields, label } from '../scene/index.ts';

const count = z.number().int().min(0).max(10_000_000);

const row = z
  .strictObject({
    label,
    count: count.describe('With the mutation'),
    tested: count.describe('The denominator; 0 where nobody was tested'),
    printed: label.exactOptional().describe('Share or interval as the source prints it, where it does'),
    source: label.exactOptional(),
  })
  .refine(({ count: found, tested }) => found <= tested, {
    message: 'more carriers than tested',
    path: ['count'],
  });

const panel = z.strictObject({
  title: label.describe('"By exon", "By tumour type"'),
  of: label.describe('What the denominators are: "patients with a KIT mutation", "tumours sequenced"'),
  order: z.enum(['given', 'frequency']).default('given'),
  rows: z.array(row).min(1).max(300),
});

/** The schema of the input. */
export const mutationPrevalenceData = z.strictObject({
  ...frameFields,
  mutation: label.describe('What is counted: "KIT mutation"'),
  confidence: z.number().gt(0).lt(1).default(0.95),
  panels: z.array(panel).min(1).max(12),
});
/** The input of a figure of prevalence. */
export type MutationPrevalenceData = z.infer<typeof mutationPrevalenceData>;
export type PrevalencePanel = MutationPrevalenceData['panels'][number];
