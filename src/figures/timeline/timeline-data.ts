/** The input of a patient's timeline: tracks of spans, events and values on one axis of time. */
import * as z from 'zod';
import { markerSeries } from '../marker-series/index.ts';
import { amount, figureResponses, frameFields, glyphShapes, label } from '../scene/index.ts';

const span = z
  .strictObject({
    from: amount,
    fromAtMost: amount
      .exactOptional()
      .describe('Where the start is only known to lie between `from` and this'),
    to: amount,
    toAtMost: amount.exactOptional().describe('Where the end is only known to lie between `to` and this'),
    isOngoing: z.boolean().default(false),
    label,
    response: z.enum(figureResponses).exactOptional(),
    remark: label.exactOptional(),
  })
  .refine(({ from, to }) => to >= from, { message: 'to is before from', path: ['to'] });

const event = z.strictObject({
  at: amount,
  atMost: amount.exactOptional().describe('Where the day is only known to lie between `at` and this'),
  label,
  shape: z.enum(glyphShapes).default('circle'),
  response: z.enum(figureResponses).exactOptional(),
  remark: label.exactOptional(),
});

/** A track: one row of the timeline. */
const track = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('spans'), label, spans: z.array(span).min(1).max(60) }),
  z.strictObject({ kind: z.literal('events'), label, events: z.array(event).min(1).max(100) }),
  z.strictObject({
    kind: z.literal('series'),
    label,
    scale: z.enum(['linear', 'log']).default('linear'),
    series: markerSeries,
  }),
]);

/** The schema of the input. */
export const timelineData = z.strictObject({
  ...frameFields,
  timeUnit: label.default('months'),
  timeAxis: label.describe('What zero is: "Months from the start of entrectinib"').exactOptional(),
  undated: z
    .array(z.string().trim().min(1).max(400))
    .max(200)
    .default([])
    .describe('Facts without a place on the axis: listed'),
  tracks: z.array(track).min(1).max(30),
});
/** The input of a timeline. */
export type TimelineData = z.infer<typeof timelineData>;
export type TimelineTrack = TimelineData['tracks'][number];
