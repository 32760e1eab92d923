/** The markers of a record: every value with its multiple and change, and the biochemical response under each treatment. */
import type { CaseRecord, TherapyCourse } from '../../case/index.ts';
import type { PatientDate } from '../../units/index.ts';
import { readCourse } from '../lines/index.ts';
import {
  type BiochemicalResponse,
  type BiochemicalResponseDefinition,
  biochemicalResponse,
  biochemicalResponseDefinitions,
  type ChangeReading,
  changeWithin,
  doublingTime,
  isTumourMarker,
  type MarkerPoint,
  type MarkerSeries,
  markerSeries,
  riseFromNadir,
} from '../markers/index.ts';
import { lineCourses, nextTreatment, orderOnOneAxis } from './next-treatment.ts';
import {
  basisOf,
  basisOfAll,
  dateText,
  type FollowUpRow,
  type FollowUpSection,
  notKnown,
  rangeText,
} from './section.ts';

const changeText = (change: ChangeReading | undefined): string =>
  change === undefined ? '' : change.ok ? rangeText(change.percent, 1, '%') : change.message;

function rowsOf(series: MarkerSeries): readonly FollowUpRow[] {
  return series.points.map((point, at) => {
    const before = series.points[at - 1];
    return {
      cells: [
        series.analyte,
        series.assay ?? 'not stated',
        dateText(point.date),
        point.printed,
        series.referenceRange ?? 'not recorded',
        point.multiple === null ? notKnown : `${rangeText(point.multiple, 2)} x ULN`,
        before === undefined ? '' : changeText(changeWithin(before, point)),
        before === undefined ? '' : changeText(riseFromNadir(series.points, at)),
      ],
      basis: basisOf(point.place),
    };
  });
}

function notesOf(series: MarkerSeries): readonly string[] {
  if (series.points.length < 2) return [];
  if (!isTumourMarker(series.analyteId)) return series.cautions.map((note) => `${series.analyte}: ${note}.`);
  const doubling = doublingTime(series.points);
  const days = (value: number): string => `${Math.round(value)} days`;
  const time = doubling.ok
    ? `${doubling.value.direction} time ${days(doubling.value.days)} (95% interval ${days(doubling.value.lowerDays)} to ${doubling.value.upperDays === null ? 'without end' : days(doubling.value.upperDays)})`
    : `no doubling time: ${doubling.message}`;
  return [...series.cautions, time].map((note) => `${series.analyte}: ${note}.`);
}

/** The section of marker values. */
export function markerSection(record: CaseRecord): FollowUpSection {
  const { series, unread } = markerSeries(record.laboratory, record.anchor?.calendar);
  return {
    id: 'markers',
    title: 'Laboratory values and markers over time',
    columns: [
      'analyte',
      'assay',
      'date',
      'value',
      'reference range',
      'multiple',
      'change from the value before',
      'rise from the nadir',
    ],
    rows: series.flatMap(rowsOf),
    notes: [
      ...(record.laboratory.length === 0 ? ['No laboratory values are recorded.'] : []),
      ...series.flatMap(notesOf),
      ...unread.map(({ analyte, printed, because }) => `${analyte} "${printed}": ${because}.`),
    ],
  };
}

type Order = 'notAfter' | 'after' | 'open';

function orderOf(date: PatientDate | null, than: PatientDate, anchor: PatientDate | undefined): Order {
  const order = date === null ? 'overlapping' : orderOnOneAxis(date, than, anchor);
  if (order === 'after') return 'after';
  return order === 'before' || order === 'same' ? 'notAfter' : 'open';
}

interface Call {
  readonly baseline: string;
  readonly response: BiochemicalResponse;
}

/** A course with its start, and the ends that a value under it must not lie behind. */
interface Treated {
  readonly course: TherapyCourse;
  readonly start: PatientDate;
  readonly ends: readonly PatientDate[];
  readonly isNextOpen: boolean;
}

/**
 * The response after a baseline. Values that can have been taken after the treatment, or under the next one, only leave it
 * open.
 */
function responseUnder(
  baseline: MarkerPoint,
  later: readonly { readonly point: MarkerPoint; readonly isUnder: boolean }[],
  definition: BiochemicalResponseDefinition,
): BiochemicalResponse {
  const under = later.filter(({ isUnder }) => isUnder).map(({ point }) => point);
  const certain = biochemicalResponse(baseline, under, definition);
  if (certain.call === 'response' || certain.call === 'notApplicable' || under.length === later.length)
    return certain;
  const all = biochemicalResponse(
    baseline,
    later.map(({ point }) => point),
    definition,
  );
  if (all.call !== 'response') return under.length === 0 ? { ...all, call: 'notDetermined' } : certain;
  return {
    ...all,
    call: 'notDetermined',
    because: `${all.because}, which can have been measured after this treatment`,
  };
}

/** Values that can have been the baseline; with more of them nothing is said. */
const mostBaselines = 12;

interface Baseline {
  readonly baseline: MarkerPoint;
  readonly later: readonly { readonly point: MarkerPoint; readonly isUnder: boolean }[];
}

/** Each value that can have been the last one before the treatment, with those after it that are not behind the treatment. */
function baselinesOf(
  series: MarkerSeries,
  { start, ends, isNextOpen }: Treated,
  anchor: PatientDate | undefined,
): readonly Baseline[] | 'tooMany' {
  const orders = series.points.map(({ date }) => orderOf(date, start, anchor));
  const possible = [...orders.keys()].filter((at) => {
    const next = orders[at + 1];
    return orders[at] !== 'after' && next !== undefined && next !== 'notAfter';
  });
  if (possible.length > mostBaselines) return 'tooMany';
  return possible.flatMap((at): readonly Baseline[] => {
    const baseline = series.points[at];
    const later = series.points.slice(at + 1).flatMap((point) => {
      const toEnds = ends.map((end) => orderOf(point.date, end, anchor));
      return toEnds.includes('after') ? [] : [{ point, isUnder: !isNextOpen && !toEnds.includes('open') }];
    });
    return baseline === undefined || later.length === 0 ? [] : [{ baseline, later }];
  });
}

const callWords: Readonly<Record<BiochemicalResponse['call'], string>> = {
  response: 'response',
  noResponse: 'no response',
  notDetermined: 'not determined',
  notApplicable: 'not applicable',
};

function rowOf(series: MarkerSeries, course: TherapyCourse, calls: readonly Call[]): readonly FollowUpRow[] {
  const [first] = calls;
  if (first === undefined) return [];
  const isOne = calls.every(({ response: { call } }) => call === first.response.call);
  const because = calls
    .map(({ baseline, response }) =>
      calls.length === 1
        ? response.because
        : `if ${baseline} was the last value before: ${callWords[response.call]} (${response.because})`,
    )
    .join('; ');
  return [
    {
      cells: [
        series.analyte,
        course.printed,
        first.response.definition,
        callWords[isOne ? first.response.call : 'notDetermined'],
        because,
      ],
      basis: [first.response.basis, basisOfAll(series.points.map(({ place }) => place))]
        .filter((part) => part !== null)
        .join('; '),
    },
  ];
}

/** The section of biochemical responses: tumour markers with values before and after a treatment began. */
export function biochemicalSection(record: CaseRecord): FollowUpSection {
  const anchor = record.anchor?.calendar;
  const { series } = markerSeries(record.laboratory, anchor);
  const lines = lineCourses(record);
  const treated = record.therapies.flatMap((course): readonly Treated[] => {
    const { start, end } = course;
    if (start === undefined || readCourse(course).role === 'supportive') return [];
    const next = nextTreatment(course, lines, anchor);
    const ends = [end, next.start].filter((date) => date !== undefined);
    return [{ course, start, ends, isNextOpen: next.isOpen }];
  });
  const crowded: string[] = [];
  const rows = series
    .filter(({ analyteId }) => isTumourMarker(analyteId))
    .flatMap((each) =>
      treated.flatMap((under) => {
        const baselines = baselinesOf(each, under, anchor);
        if (baselines === 'tooMany') {
          crowded.push(
            `${each.analyte}, ${under.course.printed}: the dates leave more than ${mostBaselines} values possible as the baseline.`,
          );
          return [];
        }
        return Object.values(biochemicalResponseDefinitions).flatMap((definition) =>
          rowOf(
            each,
            under.course,
            baselines.map(({ baseline, later }) => ({
              baseline: baseline.printed,
              response: responseUnder(baseline, later, definition),
            })),
          ),
        );
      }),
    );
  return {
    id: 'biochemicalResponse',
    title: 'Biochemical response, by each definition',
    columns: ['analyte', 'treatment', 'definition', 'call', 'because'],
    rows,
    notes: [
      ...(rows.length === 0
        ? ['No tumour marker has values before and after the start of a treatment.']
        : [
            'Definitions differ between studies; none of them is a standard.',
            'A fall is set beside a treatment, not attributed to it: what else was given at the time is not taken out.',
          ]),
      ...crowded,
    ],
  };
}
