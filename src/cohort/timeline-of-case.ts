/**
 * The timeline of a record: treatments by kind, responses, pathology and assays, imaging, markers, performance and toxicity
 * on one axis. A fact without a place on the axis (only "before day -41" is known) is listed, never given a place.
 */
import type { CaseRecord } from '../case/index.ts';
import type { TimelineData } from '../figures/index.ts';
import type { TherapyKind } from '../therapy/index.ts';
import { type CaseClock, caseClock, type DayBounds } from './case-clock.ts';
import { figureResponse } from './figure-response.ts';
import { type FigureTime, figureTime } from './figure-time.ts';
import { seriesOfCase } from './marker-series-of-case.ts';
import { sourceOf } from './source-of-case.ts';

type Track = TimelineData['tracks'][number];
type Span = Extract<Track, { kind: 'spans' }>['spans'][number];
type Event = Extract<Track, { kind: 'events' }>['events'][number];

const kindWords: Readonly<Record<TherapyKind, string>> = {
  systemic: 'Systemic therapy',
  prrt: 'PRRT',
  surgery: 'Surgery',
  radiotherapy: 'Radiotherapy',
  liverDirected: 'Liver-directed',
  supportive: 'Supportive',
  observation: 'Observation',
};

/** A fact with its place, or its words where it has none. */
interface Placed<Item> {
  readonly items: readonly Item[];
  readonly undated: readonly string[];
}

const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}...` : text);

function eventsOf(
  facts: readonly { bounds: DayBounds; label: string; event?: Partial<Event> }[],
): Placed<{ low: number; high: number; event: Omit<Event, 'at'> }> {
  const items: { low: number; high: number; event: Omit<Event, 'at'> }[] = [];
  const undated: string[] = [];
  for (const { bounds, label, event } of facts) {
    if (bounds.low === null || bounds.high === null) undated.push(short(label));
    else
      items.push({
        low: bounds.low,
        high: bounds.high,
        event: { label: short(label), shape: 'circle', ...event },
      });
  }
  return { items, undated };
}

function therapySpans(record: CaseRecord, clock: CaseClock, kind: TherapyKind, last: number | null) {
  const items: { bounds: { from: DayBounds; to: DayBounds }; span: Omit<Span, 'from' | 'to'> }[] = [];
  const undated: string[] = [];
  for (const course of record.therapies.filter((each) => each.kind === kind)) {
    const from = clock.place(course.start ?? course.end);
    const isOngoing = course.end === undefined && course.ongoing !== undefined;
    const given = clock.place(course.end ?? course.ongoing ?? course.start);
    const to =
      given.low === null && given.high === null && last !== null ? { low: from.low, high: last } : given;
    const responses = [...new Set(course.outcomes.map(({ response }) => figureResponse(response)))];
    const only = responses.length === 1 ? responses[0] : undefined;
    if (from.low === null || to.low === null) {
      undated.push(short(`${kindWords[kind].toLowerCase()}: ${course.printed}`));
      continue;
    }
    items.push({
      bounds: { from, to },
      span: {
        label: short(course.printed),
        isOngoing,
        ...(only === undefined ? {} : { response: only }),
        ...(course.stopReason === 'unstated' ? {} : { remark: `stopped: ${course.stopReason}` }),
      },
    });
  }
  return { items, undated };
}

const asSpan = (
  { from, to }: { from: DayBounds; to: DayBounds },
  rest: Omit<Span, 'from' | 'to'>,
  time: FigureTime,
): Span => {
  const start = from.low ?? 0;
  const end = Math.max(start, to.low ?? start);
  return {
    ...rest,
    from: time.from(start),
    ...(from.high !== null && from.high > start
      ? { fromAtMost: time.from(Math.min(from.high, to.high ?? from.high)) }
      : {}),
    to: time.from(end),
    ...(to.high !== null && to.high > end ? { toAtMost: time.from(to.high) } : {}),
  };
};

const percentText = (printed: string | undefined): string =>
  printed === undefined
    ? ''
    : ` (${printed.startsWith('-') || printed.startsWith('+') ? printed : `+${printed}`})`;

/** Outcomes of courses that no assessment of the record repeats. */
const outcomesOf = (record: CaseRecord, clock: CaseClock) =>
  record.therapies.flatMap(({ id, printed, outcomes }) =>
    outcomes
      .filter(
        ({ response, date }) =>
          response !== 'notStated' &&
          !record.assessments.some(
            (each) =>
              each.response === response &&
              (each.therapy ?? id) === id &&
              each.date?.printed === date?.printed,
          ),
      )
      .map(({ response, basis, date }) => ({
        bounds: clock.place(date),
        label: `${response}, ${basis === 'unstated' ? printed : `${basis}, ${printed}`}`,
        event: { response: figureResponse(response) },
      })),
  );

/** Facts that are points in time, by track. */
function eventTracks(record: CaseRecord, clock: CaseClock) {
  const at = (date: Parameters<CaseClock['place']>[0]): DayBounds => clock.place(date);
  return [
    {
      label: 'Response',
      facts: record.assessments
        .filter(({ response }) => response !== 'notStated')
        .map(({ date, response, criteria, sumChangePercent }) => ({
          bounds: at(date),
          label: `${response}${percentText(sumChangePercent?.printed)}${criteria === 'unstated' ? '' : `, ${criteria}`}`,
          event: { response: figureResponse(response) },
        }))
        .concat(outcomesOf(record, clock)),
    },
    {
      label: 'Pathology',
      facts: record.pathology.map(({ date, known, differentiationPrinted, gradePrinted, ki67 }) => ({
        bounds: at(date ?? known),
        label:
          [
            differentiationPrinted,
            gradePrinted,
            ...ki67.flatMap(({ percent }) => (percent === undefined ? [] : [`Ki-67 ${percent.printed}`])),
          ]
            .filter((each) => each !== undefined)
            .join(', ') || 'pathology report',
        event: { shape: 'square' as const },
      })),
    },
    {
      label: 'Molecular',
      facts: record.assays.map(({ date, known, name, status }) => ({
        bounds: at(known ?? date),
        label: `${name}${status === 'done' ? '' : ` (${status})`}`,
        event: { shape: 'diamond' as const },
      })),
    },
    {
      label: 'Imaging',
      facts: record.imaging.map(({ date, modality, tracer, uptake, suvMax }) => ({
        bounds: at(date),
        label: [
          tracer === undefined ? modality : `${tracer} ${modality}`,
          uptake === 'unstated' ? '' : `uptake ${uptake}`,
          ...suvMax.map(({ lesion, value }) => `SUVmax ${value.printed} (${lesion})`),
        ]
          .filter((each) => each !== '')
          .join(', '),
        event: { shape: 'plus' as const },
      })),
    },
    {
      label: 'Performance',
      facts: record.performance.map(({ date, scale, value }) => ({
        bounds: at(date),
        label: `${scale} ${value.printed}`,
        event: { shape: 'triangle' as const },
      })),
    },
    {
      label: 'Symptoms',
      facts: [
        ...record.symptoms.map(({ date, term, status }) => ({
          bounds: at(date),
          label: `${term}: ${status}`,
        })),
        ...record.weight.map(({ date, value, change, printed }) => ({
          bounds: at(date),
          label:
            value === undefined
              ? `weight change ${change?.printed ?? printed ?? 'not stated'}`
              : `weight ${value.printed}`,
        })),
      ],
    },
    {
      label: 'Toxicity',
      facts: record.adverseEvents
        .filter(({ status }) => status === 'present')
        .map(({ date, term, grade, consequence }) => ({
          bounds: at(date),
          label: `${term}${grade === undefined ? '' : ` grade ${grade.printed}`}${consequence === 'none' || consequence === 'unstated' ? '' : `, ${consequence}`}`,
          event: { shape: 'triangleDown' as const },
        })),
    },
  ];
}

/**
 * The timeline of a record, or undefined where nothing in it has a place on the axis.
 *
 * @param options.zero id of the course whose start is zero; see `caseClock`.
 */
export function timelineOfCase(
  record: CaseRecord,
  options: { readonly zero?: string; readonly scale?: 'linear' | 'log' } = {},
): TimelineData | undefined {
  const clock = caseClock(record, options.zero);
  if (clock === undefined) return undefined;
  const events = eventTracks(record, clock).map(({ label, facts }) => ({ label, ...eventsOf(facts) }));
  const { series, left, days } = seriesOfCase(record, options.zero);
  const known = [...days, ...events.flatMap(({ items }) => items.flatMap(({ low, high }) => [low, high]))];
  const last = known.length === 0 ? null : Math.max(...known);
  const kinds = Object.keys(kindWords).filter((kind): kind is TherapyKind => kind in kindWords);
  const therapies = kinds.map((kind) => ({ kind, ...therapySpans(record, clock, kind, last) }));
  const spanDays = therapies.flatMap(({ items }) =>
    items.flatMap(({ bounds: { from, to } }) => [from.low, to.high ?? to.low].filter((day) => day !== null)),
  );
  const all = [...known, ...spanDays];
  if (all.length === 0) return undefined;
  const time = figureTime(Math.max(...all) - Math.min(...all));
  const tracks: Track[] = [
    ...therapies
      .filter(({ items }) => items.length > 0)
      .map(
        ({ kind, items }): Track => ({
          kind: 'spans',
          label: kindWords[kind],
          spans: items.map(({ bounds, span }) => asSpan(bounds, span, time)),
        }),
      ),
    ...events
      .filter(({ items }) => items.length > 0)
      .map(
        ({ label, items }): Track => ({
          kind: 'events',
          label,
          events: items.map(({ low, high, event }) => ({
            ...event,
            at: time.from(low),
            ...(high > low ? { atMost: time.from(high) } : {}),
          })),
        }),
      ),
    ...series.map(
      (each): Track => ({
        kind: 'series',
        label: each.label,
        scale: options.scale ?? 'linear',
        series: {
          ...each,
          points: each.points.map(({ time: low, timeAtMost, ...rest }) => ({
            ...rest,
            time: time.from(low),
            ...(timeAtMost === undefined ? {} : { timeAtMost: time.from(timeAtMost) }),
          })),
        },
      }),
    ),
  ];
  return {
    title: `Timeline: ${record.title}`,
    ...(clock.zeroNote === null ? {} : { subtitle: clock.zeroNote }),
    notes: [],
    undated: [
      ...therapies.flatMap(({ undated }) => undated),
      ...events.flatMap(({ label, undated }) => undated.map((text) => `${label.toLowerCase()}: ${text}`)),
      ...left,
    ],
    source: sourceOf(record),
    timeUnit: time.unit,
    timeAxis: `${time.unit === 'months' ? 'Months' : 'Days'} from ${clock.zero}`,
    tracks,
  };
}
