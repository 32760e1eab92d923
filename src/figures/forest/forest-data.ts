/** The input of a forest figure: estimates with their intervals, in groups, with what they are pooled to. */
import * as z from 'zod';
import { amount, frameFields, label } from '../scene/index.ts';

const row = z
  .strictObject({
    label,
    group: label.exactOptional(),
    n: z
      .union([label, z.number().int().min(0)])
      .exactOptional()
      .describe('"7/17", or the number of patients'),
    estimate: amount
      .exactOptional()
      .describe('Absent where there is none; the row then says why in `remark`'),
    lower: amount.exactOptional(),
    upper: amount.exactOptional(),
    weightPercent: z.number().min(0).max(100).exactOptional(),
    isSummary: z.boolean().default(false),
    prediction: z.tuple([amount, amount]).exactOptional().describe('Prediction interval of a summary'),
    printed: label.exactOptional().describe('As the paper prints it, where that differs'),
    remark: label.exactOptional(),
  })
  .refine(({ lower, upper }) => lower === undefined || upper === undefined || lower <= upper, {
    message: 'lower is above upper',
    path: ['lower'],
  })
  .refine(
    ({ estimate, lower, upper }) =>
      estimate === undefined || (estimate >= (lower ?? estimate) && estimate <= (upper ?? estimate)),
    { message: 'the estimate lies outside its interval', path: ['estimate'] },
  )
  .refine(
    ({ estimate, lower, upper }) => estimate !== undefined || (lower === undefined && upper === undefined),
    {
      message: 'an interval needs its estimate',
      path: ['estimate'],
    },
  );

/** The schema of the input. */
export const forestData = z
  .strictObject({
    ...frameFields,
    measure: label.describe('"Hazard ratio", "Response rate (%)"'),
    method: label.describe('How estimates, intervals and summaries were made'),
    scale: z.enum(['linear', 'log']).default('linear'),
    axis: z
      .tuple([amount, amount])
      .exactOptional()
      .describe('Where the axis begins and ends, for what has bounds of its own, as shares have'),
    weights: label
      .exactOptional()
      .describe('What `weightPercent` is where it is not the weight in the summary: "share of the patients"'),
    reference: amount.exactOptional().describe('The line of no difference'),
    favours: z.tuple([label, label]).exactOptional().describe('What lies left and right of the reference'),
    rows: z.array(row).min(1).max(200),
  })
  .superRefine(({ scale, rows, reference, axis }, context) => {
    if (axis !== undefined) {
      const [from, to] = axis;
      const isOutside = (value: number | undefined): boolean =>
        value !== undefined && (value < from || value > to);
      if (!(from < to) || (scale === 'log' && from <= 0))
        context.addIssue({ code: 'custom', message: 'is no axis of this scale', path: ['axis'] });
      rows.forEach(({ estimate, lower, upper, prediction }, at) => {
        if ([estimate, lower, upper, ...(prediction ?? [])].some(isOutside))
          context.addIssue({ code: 'custom', message: 'lies outside the axis', path: ['rows', at] });
      });
      if (isOutside(reference))
        context.addIssue({ code: 'custom', message: 'lies outside the axis', path: ['reference'] });
    }
    if (scale === 'linear') return;
    rows.forEach(({ estimate, lower, upper }, at) => {
      for (const [name, value] of Object.entries({ estimate, lower, upper }))
        if (value !== undefined && value <= 0)
          context.addIssue({
            code: 'custom',
            message: `${name} must be above 0 on a logarithmic scale`,
            path: ['rows', at, name],
          });
    });
    if (reference !== undefined && reference <= 0)
      context.addIssue({
        code: 'custom',
        message: 'reference must be above 0 on a logarithmic scale',
        path: ['reference'],
      });
  });
/** The input of a forest figure. */
export type ForestData = z.infer<typeof forestData>;
export type ForestRow = ForestData['rows'][number];
