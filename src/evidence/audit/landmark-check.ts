/**
 * Shares without an event at landmarks, read from survival curves: a curve never rises, and at one time no more patients are
 * alive without progression than alive.
 */
import type { TimeUnit } from '../../statistics/index.ts';
import type { PrintedValue } from '../printed/index.ts';
import { type AuditedStudy, evidenceOf, groupedBy, groupWords, partOfPaper } from './audited-study.ts';
import { type AuditAnswer, type AuditFinding, finding } from './finding.ts';
import { readLandmark } from './landmark-time.ts';

interface Landmark {
  readonly value: PrintedValue;
  readonly months: number;
  readonly percent: number;
}

const monthsOf: Readonly<Record<TimeUnit, number>> = {
  days: 12 / 365.25,
  weeks: (12 * 7) / 365.25,
  months: 1,
  years: 12,
};

function landmarkOf(value: PrintedValue): readonly Landmark[] {
  if (value.as !== 'curvePercent' || !/^\d+(?:\.\d+)?$/.test(value.value)) return [];
  const landmark = readLandmark(value.at ?? '');
  return landmark === undefined
    ? []
    : [{ value, months: Number(landmark.time) * monthsOf[landmark.unit], percent: Number(value.value) }];
}

const text = ({ value, percent }: Landmark): string =>
  `${percent}%${'at' in value ? ` at ${value.at ?? ''}` : ''}`;

function reported(
  of: AuditedStudy,
  pair: readonly [Landmark, Landmark],
  about: string,
  recomputed: string,
): AuditFinding {
  const [{ value }] = pair;
  return finding({
    study: of.study.id,
    check: 'timeOrder',
    group: value.group,
    about,
    outcome: 'conflicting',
    certainty: 'certain',
    printed: pair.map((each) => evidenceOf(each.value)),
    recomputed,
    test: 'a survival curve never rises, and PFS is nowhere above OS',
    explanation: `A value or its landmark is misprinted, or they are of other patients (${groupWords(of, value.group)}).`,
  });
}

export function landmarkCheck(of: AuditedStudy): AuditAnswer {
  const landmarks = of.values.flatMap(landmarkOf);
  const inPart = ({ value }: Landmark) => `${value.group} ${partOfPaper(value)} ${value.note ?? ''}`;
  const findings = [...groupedBy(landmarks, inPart).values()].flatMap((same) =>
    same.flatMap((one) =>
      same.flatMap((other): AuditFinding[] => {
        if (one.value.what === other.value.what && one.months < other.months && one.percent < other.percent)
          return [
            reported(
              of,
              [one, other],
              `${one.value.what} at landmarks`,
              `${one.value.what} rises from ${text(one)} to ${text(other)}`,
            ),
          ];
        const isOrder =
          one.value.what === 'overallSurvival' && other.value.what === 'progressionFreeSurvival';
        return isOrder && one.months === other.months && one.percent < other.percent
          ? [
              reported(
                of,
                [one, other],
                'PFS and OS at a landmark',
                `PFS ${text(other)} is above OS ${text(one)}`,
              ),
            ]
          : [];
      }),
    ),
  );
  return { findings, explained: [] };
}
