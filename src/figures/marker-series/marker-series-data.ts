/** The input of a figure of marker series: values over time, each series with its assay, unit and reference range. */
import * as z from 'zod';
import { amount, frameFields, label } from '../scene/index.ts';

/** One value; `bound` where the assay only gives a limit ("<5"). */
const point = z
  .strictObject({
    time: amount,
    timeAtMost: amount.exactOptional().describe('Where the day is only known to lie between `time` and this'),
    value: amount,
    bound: z.enum(['below', 'above']).exactOptional(),
    remark: label.exactOptional(),
  })
  .refine(({ time, timeAtMost }) => timeAtMost === undefined || timeAtMost >= time, {
    message: 'timeAtMost is before time',
    path: ['timeAtMost'],
  });

/** One analyte by one assay in one unit. */
export const markerSeries = z
  .strictObject({
    label: label.describe('Analyte and assay'),
    unit: label,
    lowerLimit: amount.exactOptional(),
    upperLimit: amount.exactOptional().describe('Upper limit of normal, in the same unit'),
    points: z.array(point).min(1).max(1000),
  })
  .refine(
    ({ lowerLimit, upperLimit }) =>
      lowerLimit === undefined || upperLimit === undefined || lowerLimit < upperLimit,
    {
      message: 'lowerLimit is not below upperLimit',
      path: ['lowerLimit'],
    },
  );
/** One analyte by one assay in one unit. */
export type MarkerSeries = z.infer<typeof markerSeries>;

/** The schema of the input. */
export const markerSeriesData = z.strictObject({
  ...frameFields,
  timeUnit: label.default('months'),
  timeAxis: label.exactOptional(),
  scale: z.enum(['linear', 'log']).default('linear'),
  series: z.array(markerSeries).min(1).max(12),
  spans: z
    .array(z.strictObject({ from: amount, to: amount, label }))
    .max(20)
    .default([])
    .describe('Treatments, shaded behind the values'),
});
/** The input of a figure of marker series. */
export type MarkerSeriesData = z.infer<typeof markerSeriesData>;
