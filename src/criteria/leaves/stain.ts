/** Immunohistochemistry of one marker: positive, lost, and how strong. */
import * as z from 'zod';
import { markerTruth } from '../../truth/index.ts';
import { answer, isUnknown } from '../answer.ts';
import { datumOf, mostRecent } from '../datum.ts';
import { defineLeaf } from '../leaf.ts';
import { markerStatusWords } from './marker-status-words.ts';

const intensities = ['0', '1+', '2+', '3+'] as const;

/** Spellings of one marker: CD117 is KIT. */
const aliases: Readonly<Record<string, string>> = {
  CD117: 'KIT',
  'C-KIT': 'KIT',
  CGA: 'CHROMOGRANIN',
  CHGA: 'CHROMOGRANIN',
  SYP: 'SYNAPTOPHYSIN',
};
const markerName = (printed: string): string => aliases[printed.toUpperCase()] ?? printed.toUpperCase();

export const stainLeaf = defineLeaf({
  name: 'stain',
  schema: z.strictObject({
    marker: z.string().min(1),
    is: z.enum(['positive', 'lost']).default('positive'),
    intensityAtLeast: z.enum(intensities).exactOptional(),
  }),
  evaluate({ marker, is, intensityAtLeast }, { record }) {
    const settledBy = `stain for ${marker}`;
    const reports = record.pathology.filter((each) =>
      each.stains.some((stain) => markerName(stain.marker) === markerName(marker)),
    );
    const report = mostRecent(reports);
    const stain = report?.stains.findLast((each) => markerName(each.marker) === markerName(marker));
    if (report === undefined || stain === undefined) return isUnknown('notRecorded', settledBy);
    const words = [
      stain.marker,
      markerStatusWords[stain.status],
      stain.intensity,
      stain.cellsPercent?.printed,
    ];
    const datum = datumOf(
      { ...report, ...(stain.place === undefined ? {} : { place: stain.place }) },
      words.filter((word) => word !== undefined).join(' '),
    );
    if (is === 'lost') {
      if (stain.pattern === 'lost') return { truth: 'met', data: [datum] };
      if (stain.pattern === 'retained') return { truth: 'unmet', data: [datum] };
      return isUnknown('notRecorded', `state whether ${marker} is retained or lost`, datum);
    }
    const { truth, ...rest } = markerTruth(stain.status, 'detects');
    const reason = 'reason' in rest ? rest.reason : 'notRecorded';
    if (truth !== 'met' || intensityAtLeast === undefined)
      return answer(truth, [datum], { reason, settledBy });
    if (stain.intensity === undefined) return isUnknown('notRecorded', `grade the ${marker} stain`, datum);
    const enough = intensities.indexOf(stain.intensity) >= intensities.indexOf(intensityAtLeast);
    return { truth: enough ? 'met' : 'unmet', data: [datum] };
  },
  topic: ({ marker }) => `stain:${marker}`,
  print: ({ marker, is, intensityAtLeast }) =>
    [`${marker} stain`, is, intensityAtLeast === undefined ? undefined : `at least ${intensityAtLeast}`]
      .filter((word) => word !== undefined)
      .join(' '),
});
