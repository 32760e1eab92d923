/**
 * Shares without an event at a landmark against the median of the same quantity in the same group: before its median a curve is
 * above one half, from it on at or below. A median that was not reached lies beyond every landmark.
 */
import { landmarkAgainstMedian, type TimeInUnit } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupWords, partOfPaper } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { readLandmark } from './landmark-time.ts';
import { printedMedians, type Time } from './time-check.ts';

interface Share {
  readonly value: PrintedValue;
  readonly landmark: TimeInUnit;
  /** The landmark as printed. */
  readonly at: string;
}

function shareAt(value: PrintedValue): readonly Share[] {
  if (value.as !== 'curvePercent' || value.at === undefined) return [];
  const landmark = readLandmark(value.at);
  return landmark === undefined ? [] : [{ value, landmark, at: value.at }];
}

function compared(of: AuditedStudy, { value, landmark, at }: Share, median: Time): readonly AuditFinding[] {
  const read = landmarkAgainstMedian({
    percentage: value.value,
    landmark,
    median: { time: median.value, unit: median.unit },
  });
  if (read.outcome !== 'impossible' && read.outcome !== 'truncated') return [];
  const isBelow = read.share === 'belowHalf';
  const isOneRow = partOfPaper(value) === partOfPaper(median) && !read.unitsDiffer;
  return [
    finding({
      study: of.study.id,
      check: 'landmark',
      group: value.group,
      about: `${value.what} at ${at}`,
      outcome: read.outcome === 'truncated' ? 'truncated' : 'conflicting',
      certainty: isOneRow && read.outcome === 'impossible' ? 'certain' : 'likely',
      printed: [
        { ...evidenceOf(value), printed: `${value.value}% at ${at}` },
        { ...evidenceOf(median), printed: `median ${median.value} ${median.unit}` },
      ],
      recomputed: isBelow
        ? `fewer than half are without the event at ${at}, before the median of ${median.value} ${median.unit}`
        : `more than half are without the event at ${at}, after the median of ${median.value} ${median.unit}`,
      test: 'a survival curve is above one half before its median and at or below one half from it on',
      explanation: `A value, its landmark or its unit is misprinted, or they are of other patients or another date of analysis (${groupWords(of, value.group)}).`,
    }),
  ];
}

export function landmarkMedianCheck(of: AuditedStudy): AuditAnswer {
  const medians = printedMedians(of);
  const findings = of.values
    .flatMap(shareAt)
    .flatMap((share) =>
      medians
        .filter(
          ({ group, what, note }) =>
            group === share.value.group && what === share.value.what && note === share.value.note,
        )
        .flatMap((median) => compared(of, share, median)),
    );
  return { findings, explained: [] };
}
