/**
 * The response of one patient by course of treatment, from a case file: every printed time point with what can be recomputed
 * from it, RECIST 1.1 and, for checkpoint inhibitors, iRECIST beside it, best response both ways, signs that disagree,
 * progression in retrospect, and treatment beyond it. Printed responses stay as printed.
 */
import type { CaseRecord, TherapyCourse } from '../../case/index.ts';
import type { DayDistance, PatientDate } from '../../units/index.ts';
import {
  type BeyondProgression,
  beyondProgression,
  type Discordance,
  discordance,
  pseudoprogression,
  type RecordedDecision,
  type Retrospect,
  type Sign,
} from '../discordance/index.ts';
import {
  bestImmuneResponse,
  type ImmuneBest,
  type ImmuneOverallResponse,
  type ImmuneProgression,
  immuneProgression,
} from '../irecist/index.ts';
import {
  bestResponseOfSpans,
  type DataQuery,
  type OverallResponse,
  type PercentCall,
  type PossibleBest,
  percentResponses,
  sequenceQueries,
} from '../recist/index.ts';
import {
  baselineOf,
  type CoursePoint,
  coursePoints,
  dayInCourse,
  onCalendar,
  orderOf,
} from './course-points.ts';
import { courseSigns } from './course-signs.ts';
import { isImmunotherapy } from './immunotherapy.ts';
import { type LesionChange, lesionChanges } from './lesion-changes.ts';
import { type ConditionalRecist, conditionalRecist } from './sizes-of-case.ts';

/** One time point with everything that is said of it. */
export interface AssessedPoint {
  readonly point: CoursePoint;
  /** What the printed change of the sum gives by itself. */
  readonly recomputed?: PercentCall;
  readonly lesions: readonly LesionChange[];
  readonly signs: readonly Sign[];
  readonly discordance: Discordance;
}

/** iRECIST of printed responses, beside RECIST. */
export interface ImmuneReading {
  readonly calls: readonly { readonly label: string; readonly response: ImmuneOverallResponse }[];
  readonly best: ImmuneBest;
  readonly progression: ImmuneProgression;
  readonly note: string;
}

/** The response of one course. */
export interface CourseResponse {
  readonly course: TherapyCourse;
  readonly points: readonly AssessedPoint[];
  /** Which printed responses the best response rests on. */
  readonly countedAs: 'RECIST' | 'criteriaNotStated' | 'none';
  readonly notCounted: number;
  /** The first printed progression of those; where there is none among them, the first of all. */
  readonly progression?: CoursePoint;
  /** From the start of the course to its end, or to when it was last known to go on. */
  readonly treatmentDays: DayDistance;
  readonly unconfirmed: PossibleBest;
  readonly confirmed: PossibleBest;
  readonly fromSizes?: ConditionalRecist;
  readonly immune?: ImmuneReading;
  readonly retrospect: readonly Retrospect[];
  readonly beyond?: BeyondProgression;
  readonly queries: readonly DataQuery[];
}

/** Rules of the best response. */
export interface CourseRules {
  readonly stableFromDay?: number;
  readonly confirmAfterDays?: number;
}

const responses: readonly OverallResponse[] = ['CR', 'PR', 'SD', 'PD', 'NE'];
const responseOf = ({ printed }: CoursePoint): OverallResponse | undefined =>
  responses.find((response) => response === printed);

function decisionsOf(record: CaseRecord): readonly RecordedDecision[] {
  return record.decisions.map(({ id, recommendation, signatures, options, date, decisionPoint }) => {
    const when = date ?? record.decisionPoints.find((each) => each.id === decisionPoint)?.date;
    return {
      id,
      words: recommendation,
      by: signatures.map(({ by, role }) => `${by} (${role})`),
      reasons: options
        .filter(({ stance }) => stance === 'recommended')
        .flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
      ...(when === undefined ? {} : { date: when }),
    };
  });
}

const changes: readonly TherapyCourse['kind'][] = [
  'systemic',
  'prrt',
  'surgery',
  'radiotherapy',
  'liverDirected',
];

/** Whether another treatment began, or this one ended, between two time points. */
function isChanged(
  record: CaseRecord,
  course: TherapyCourse,
  before: CoursePoint | undefined,
  now: CoursePoint,
): boolean | 'unknown' {
  const anchor = record.anchor?.calendar;
  const from = before?.date;
  const to = now.date;
  if (from === undefined || to === undefined) return before === undefined ? false : 'unknown';
  const begun = record.therapies
    .filter(({ id, kind }) => id !== course.id && changes.includes(kind))
    .map(({ start }) => start);
  const dates = [...begun, course.end].map((date) => {
    if (date === undefined) return false;
    const start = orderOf(date, from, anchor);
    const end = orderOf(date, to, anchor);
    if (start === 'before' || start === 'same' || end === 'after' || end === 'same') return false;
    return start === 'after' && end === 'before' ? true : 'unknown';
  });
  if (dates.includes(true)) return true;
  return dates.includes('unknown') ? 'unknown' : false;
}

function immuneReading(counted: readonly CoursePoint[]): ImmuneReading {
  const calls = counted.flatMap((point): ImmuneReading['calls'] => {
    const { label } = point;
    switch (responseOf(point)) {
      case 'CR':
        return [{ label, response: 'iCR' }];
      case 'PR':
        return [{ label, response: 'iPR' }];
      case 'SD':
        return [{ label, response: 'iSD' }];
      case 'PD':
        return [{ label, response: 'iUPD' }];
      case 'NE':
        return [{ label, response: 'NE' }];
      default:
        return [];
    }
  });
  return {
    calls,
    best: bestImmuneResponse(calls),
    progression: immuneProgression(calls),
    note: 'read from the printed responses: a PD is iUPD, and further growth that would confirm it is not printed',
  };
}

function printedQueries(points: readonly AssessedPoint[]): readonly DataQuery[] {
  return points.flatMap(({ point, recomputed }): readonly DataQuery[] => {
    const response = responseOf(point);
    if (recomputed === undefined || response === undefined || response === 'NE') return [];
    if (recomputed.possible.some((possible) => possible === response)) return [];
    // More than the target lesions decide: progression elsewhere is no contradiction.
    if (response === 'PD') return [];
    const sentence = `${response} is printed at ${point.label}, and the printed change of the sum gives ${recomputed.possible.join(' or ')} (${recomputed.because})`;
    return [{ code: 'printedDiffers', sentence, timePoint: point.label }];
  });
}

/** Treatment beyond progression, with all dates on one axis where some are on the calendar. */
function beyondOf(
  record: CaseRecord,
  { end, ongoing }: TherapyCourse,
  counted: readonly CoursePoint[],
): BeyondProgression | undefined {
  const dates = counted.flatMap(({ printed, date }) =>
    printed === 'PD' && date !== undefined ? [date] : [],
  );
  const isCalendar = [...dates, end, ongoing].some((date) => date?.axis === 'calendar');
  const aligned = (date: PatientDate): PatientDate =>
    isCalendar ? onCalendar(date, record.anchor?.calendar) : date;
  return beyondProgression({
    progressions: dates.map(aligned),
    ...(end === undefined ? {} : { end: aligned(end) }),
    ...(ongoing === undefined ? {} : { ongoing: aligned(ongoing) }),
    decisions: decisionsOf(record).map((each) =>
      each.date === undefined ? each : { ...each, date: aligned(each.date) },
    ),
  });
}

/** The response of one course. */
export function courseResponse(
  record: CaseRecord,
  course: TherapyCourse,
  rules: CourseRules = {},
): CourseResponse {
  const points = coursePoints(record, course);
  const baseline = baselineOf(record, course);
  const recomputed = percentResponses(
    points
      .filter(({ assessment }) => assessment !== undefined)
      .map(({ assessment }) => assessment?.sumChangePercent),
  );
  const assessments = points.filter(({ assessment }) => assessment !== undefined);
  const assessed = points.map((point): AssessedPoint => {
    const at = assessments.indexOf(point);
    const own = at === -1 ? undefined : recomputed[at];
    const sum = point.assessment?.sumChangePercent;
    const signs = courseSigns(record, point);
    const response = responseOf(point);
    return {
      point,
      ...(own === undefined ? {} : { recomputed: own }),
      lesions: point.assessment === undefined ? [] : lesionChanges(record, baseline, point.assessment),
      signs,
      discordance: discordance(
        {
          ...(response === undefined ? {} : { response }),
          sumPercent: sum !== undefined && sum.low === sum.high ? sum.low : null,
        },
        signs,
      ),
    };
  });
  const called = points.filter((point) => responseOf(point) !== undefined);
  const recist = called.filter(({ isRecist }) => isRecist);
  const counted = recist.length > 0 ? recist : called;
  const spans = counted.flatMap((point) => {
    const response = responseOf(point);
    return response === undefined
      ? []
      : [{ day: point.day, response, label: point.label, confirmed: point.confirmed }];
  });
  const isImmune = isImmunotherapy(course);
  const fromSizes = conditionalRecist(record, baseline, points, { ...rules, isImmunotherapy: isImmune });
  const beyond = beyondOf(record, course, counted);
  const progression = [...counted, ...called].find(({ printed }) => printed === 'PD');
  const anchor = record.anchor?.calendar;
  return {
    course,
    points: assessed,
    countedAs: recist.length > 0 ? 'RECIST' : called.length > 0 ? 'criteriaNotStated' : 'none',
    notCounted: called.length - counted.length,
    ...(progression === undefined ? {} : { progression }),
    treatmentDays: dayInCourse(course, course.end ?? course.ongoing, anchor),
    unconfirmed: bestResponseOfSpans(spans, { ...rules, isConfirmed: false }),
    confirmed: bestResponseOfSpans(spans, { ...rules, isConfirmed: true }),
    ...(fromSizes === undefined ? {} : { fromSizes }),
    ...(isImmune ? { immune: immuneReading(counted) } : {}),
    retrospect: pseudoprogression(
      called.map((point, at) => ({
        label: point.label,
        response: responseOf(point),
        isTreatmentChanged: isChanged(record, course, called[at - 1], point),
      })),
    ),
    ...(beyond === undefined ? {} : { beyond }),
    queries: [
      ...sequenceQueries(
        counted.flatMap((point) => {
          const response = responseOf(point);
          return response === undefined ? [] : [{ label: point.label, response }];
        }),
      ),
      ...printedQueries(assessed),
      ...(fromSizes?.calls.queries ?? []),
      ...(fromSizes?.immune?.queries ?? []),
    ],
  };
}

/** The response of every course of which the record says something. */
export function caseResponses(record: CaseRecord, rules: CourseRules = {}): readonly CourseResponse[] {
  return record.therapies
    .map((course) => courseResponse(record, course, rules))
    .filter(({ points }) => points.length > 0);
}
