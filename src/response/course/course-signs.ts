/**
 * The signs that a record has beside the sizes at a time point: uptake of FDG, words on single lesions, symptoms, weight. A
 * sign belongs to a time point only where its whole date lies within two weeks of it; a sign dated "some time in the year"
 * belongs to none.
 */
import type { CaseRecord } from '../../case/index.ts';
import { tracerFamily } from '../../case/index.ts';
import type { PatientDate } from '../../units/index.ts';
import { type Sign, symptomSign, uptakeSign, weightSign } from '../discordance/index.ts';
import { type CoursePoint, onCalendar } from './course-points.ts';

const daysApart = 14;

function isAt(date: PatientDate | undefined, point: CoursePoint, record: CaseRecord): boolean {
  if (date === undefined || point.date === undefined) return false;
  const anchor = record.anchor?.calendar;
  const isOneAxis = date.axis === point.date.axis;
  const sign = isOneAxis ? date : onCalendar(date, anchor);
  const own = isOneAxis ? point.date : onCalendar(point.date, anchor);
  if (sign.axis !== own.axis || own.earliest === null || own.latest === null) return false;
  if (sign.earliest === null || sign.latest === null) return false;
  return sign.earliest >= own.earliest - daysApart && sign.latest <= own.latest + daysApart;
}

const exact = (range: { readonly low: number | null; readonly high: number | null }): number | undefined =>
  range.low !== null && range.low === range.high ? range.low : undefined;

/** Uptake against the last FDG scan before this one that measured the lesion. */
function uptakeSigns(record: CaseRecord, point: CoursePoint): readonly Sign[] {
  const scans = record.imaging
    .filter(
      ({ tracer, date }) => tracer !== undefined && tracerFamily(tracer) === 'FDG' && date !== undefined,
    )
    .toSorted((a, b) => (a.date?.latest ?? 0) - (b.date?.latest ?? 0));
  return scans.flatMap((scan, at) => {
    if (!isAt(scan.date, point, record)) return [];
    return scan.suvMax.flatMap(({ lesion, value }) => {
      const before = scans
        .slice(0, at)
        .findLast(
          (each) =>
            each.date?.axis === scan.date?.axis && each.suvMax.some((entry) => entry.lesion === lesion),
        )
        ?.suvMax.find((entry) => entry.lesion === lesion);
      const from = before === undefined ? undefined : exact(before.value);
      const to = exact(value);
      const sign = from === undefined || to === undefined ? null : uptakeSign(lesion, from, to);
      return sign === null ? [] : [sign];
    });
  });
}

function lesionSigns(point: CoursePoint): readonly Sign[] {
  return (point.assessment?.lesions ?? []).flatMap(({ lesion, response }): readonly Sign[] => {
    switch (response) {
      case 'shrank':
      case 'disappeared':
      case 'necrosis':
        return [{ kind: 'lesion', direction: 'better', sentence: `${lesion}: ${response}` }];
      case 'grew':
      case 'new':
        return [{ kind: 'lesion', direction: 'worse', sentence: `${lesion}: ${response}` }];
      case 'stable':
      case 'unstated':
        return [];
    }
    return [];
  });
}

function weightSigns(record: CaseRecord, point: CoursePoint): readonly Sign[] {
  return record.weight.flatMap((entry, at): readonly Sign[] => {
    const by = entry.change?.range?.low;
    if (by === undefined || by === null || by === 0 || !isAt(entry.date, point, record)) return [];
    const isAfterLoss = record.weight.slice(0, at).some(({ change }) => (change?.range?.high ?? 0) < 0);
    const text = entry.printed ?? entry.change?.printed ?? '';
    return [weightSign(`(${text})`, by > 0, isAfterLoss)];
  });
}

/** All signs at a time point. */
export function courseSigns(record: CaseRecord, point: CoursePoint): readonly Sign[] {
  const symptoms = record.symptoms
    .filter(({ date }) => isAt(date, point, record))
    .map(({ term, status }) => symptomSign(term, status));
  return [...uptakeSigns(record, point), ...lesionSigns(point), ...symptoms, ...weightSigns(record, point)];
}
