/**
 * The swimmer: one bar a patient, longest first within each arm, in the colour of the best response, with responses,
 * progression and changes of treatment where they happened. An end that is only known within bounds is drawn open between
 * them; who is still on treatment has an arrow.
 */
import {
  assembleFigure,
  figureMargin,
  type LegendEntry,
  legend,
  linearScale,
  plainNumber,
  xAxis,
  xAxisHeight,
} from '../layout/index.ts';
import {
  categoryLooks,
  type Figure,
  type FigureLayout,
  figureResponses,
  fullWidth,
  type GlyphMark,
  type GlyphShape,
  type Mark,
  responseLooks,
  typeSize,
} from '../scene/index.ts';
import { fitLines, textWidth, wrapText } from '../text/index.ts';
import type { SwimmerData, SwimmerPatient } from './swimmer-data.ts';

const barHeight = 14;
const rowHeight = 24;

type EventKind = SwimmerPatient['events'][number]['kind'];
const eventLooks: Readonly<Record<Exclude<EventKind, 'response'>, { shape: GlyphShape; label: string }>> = {
  progression: { shape: 'diamond', label: 'progression' },
  newLesion: { shape: 'plus', label: 'new lesion' },
  treatmentChange: { shape: 'tick', label: 'change of treatment' },
  toxicity: { shape: 'triangleDown', label: 'toxicity' },
  death: { shape: 'cross', label: 'death' },
};

const lookOf = (
  event: SwimmerPatient['events'][number],
): Pick<GlyphMark, 'shape' | 'fill' | 'stroke' | 'strokeWidth'> => {
  if (event.kind === 'response') {
    const { shape } = responseLooks[event.response ?? 'notStated'];
    return { shape, fill: 'ground', stroke: 'ink', strokeWidth: 1.5 };
  }
  const { shape } = eventLooks[event.kind];
  return shape === 'tick' || shape === 'cross'
    ? { shape, stroke: 'ink', strokeWidth: 2 }
    : { shape, fill: 'ink', stroke: 'ground', strokeWidth: 1 };
};

const eventWords = (event: SwimmerPatient['events'][number]): string =>
  [event.kind === 'response' ? (event.response ?? 'response') : eventLooks[event.kind].label, event.label]
    .filter((each) => each !== undefined)
    .join(': ');

function legendOf(data: SwimmerData, segmentLooks: ReturnType<typeof categoryLooks>): readonly LegendEntry[] {
  const events = data.patients.flatMap((patient) => patient.events);
  const used = figureResponses.filter((each) =>
    data.patients.some(({ bestResponse, segments }) => bestResponse === each && segments.length === 0),
  );
  const marked = figureResponses.filter((each) =>
    events.some(({ kind, response = 'notStated' }) => kind === 'response' && response === each),
  );
  return [
    ...used.map(
      (each): LegendEntry => ({
        label: `best: ${responseLooks[each].label.toLowerCase()}`,
        sample: { kind: 'area', fill: responseLooks[each].paint, texture: responseLooks[each].texture },
      }),
    ),
    ...[...segmentLooks].map(
      ([name, look]): LegendEntry => ({ label: name, sample: { kind: 'area', ...look } }),
    ),
    ...marked.map(
      (each): LegendEntry => ({
        label: each === 'notStated' ? 'response' : each,
        sample: { kind: 'glyph', shape: responseLooks[each].shape, fill: 'ground', stroke: 'ink' },
      }),
    ),
    ...(Object.keys(eventLooks) as (keyof typeof eventLooks)[])
      .filter((kind) => events.some((event) => event.kind === kind))
      .map(
        (kind): LegendEntry => ({
          label: eventLooks[kind].label,
          sample: {
            kind: 'glyph',
            shape: eventLooks[kind].shape,
            ...(eventLooks[kind].shape === 'tick' || eventLooks[kind].shape === 'cross'
              ? { stroke: 'ink', strokeWidth: 2 }
              : { fill: 'ink' }),
          },
        }),
      ),
    ...(data.patients.some(({ isOngoing }) => isOngoing === true)
      ? [
          {
            label: 'on treatment at the cut-off',
            sample: { kind: 'glyph', shape: 'arrow', fill: 'ink' },
          } as const,
        ]
      : []),
    ...(data.patients.some(({ endAtMost }) => endAtMost !== undefined)
      ? [{ label: 'end lies within', sample: { kind: 'area', fill: 'ground', stroke: 'edge' } } as const]
      : []),
  ];
}

const durationOf = ({ start, end }: SwimmerPatient): number => end - start;

const endWords = ({ end, endAtMost, isOngoing, start }: SwimmerPatient, unit: string): string => {
  const shown = plainNumber(Math.round((end - start) * 10) / 10);
  if (isOngoing === true) return `${shown}+ ${unit}`;
  return endAtMost === undefined
    ? `${shown} ${unit}`
    : `${shown} to ${plainNumber(Math.round((endAtMost - start) * 10) / 10)} ${unit}`;
};

/** The swimmer of a group of patients. */
export function swimmerFigure(data: SwimmerData, { width = fullWidth }: FigureLayout = {}): Figure {
  const groups = [...new Set(data.patients.map(({ group }) => group ?? ''))];
  const labelRoom = Math.min(
    width * 0.32,
    Math.max(...data.patients.map(({ id }) => textWidth(id, typeSize.label))) + 8,
  );
  const left = figureMargin + labelRoom;
  const right = width - figureMargin - 14;
  const segmentLooks = categoryLooks(
    data.patients.flatMap(({ segments }) => segments.map(({ label }) => label)),
  );
  const key = legend(legendOf(data, segmentLooks), figureMargin, right, 0);
  const latest = Math.max(
    ...data.patients.flatMap(({ end, endAtMost = end, events }) => [
      end,
      endAtMost,
      ...events.map(({ at }) => at),
    ]),
  );
  const earliest = Math.min(
    0,
    ...data.patients.flatMap(({ start, events }) => [start, ...events.map(({ at }) => at)]),
  );
  const annotationRoom = Math.max(
    0,
    ...data.patients.map(({ annotation = '' }) =>
      Math.min(width * 0.3, textWidth(annotation, typeSize.small)),
    ),
  );
  const x = linearScale([earliest, latest], [left, right - annotationRoom - (annotationRoom > 0 ? 14 : 0)]);
  const bars: Mark[] = [];
  let y = key.height + 6;
  const top = y;
  for (const group of groups) {
    if (group !== '') {
      const lines = wrapText(group, right - figureMargin, typeSize.label, 'bold');
      for (const text of lines) {
        y += 14;
        bars.push({ kind: 'text', x: figureMargin, y, text, size: typeSize.label, weight: 'bold' });
      }
      y += 6;
    }
    const own = data.patients
      .filter((patient) => (patient.group ?? '') === group)
      .toSorted((one, other) => durationOf(other) - durationOf(one));
    for (const patient of own) {
      const lines = wrapText(patient.id, labelRoom - 8, typeSize.label);
      const height = Math.max(rowHeight, lines.length * 13 + 6);
      const middle = y + height / 2;
      lines.forEach((text, at) => {
        bars.push({
          kind: 'text',
          x: left - 8,
          y: middle + 4 + (at - (lines.length - 1) / 2) * 13,
          text,
          size: typeSize.label,
          anchor: 'end',
        });
      });
      bars.push(...barMarks(patient, middle, data.timeUnit));
      const behind = x(Math.max(patient.endAtMost ?? patient.end, ...patient.events.map(({ at }) => at)));
      if (patient.annotation !== undefined) {
        const room = right - behind - 14;
        fitLines(patient.annotation, Math.max(room, annotationRoom), typeSize.small, 2).forEach(
          (text, at, all) => {
            bars.push({
              kind: 'text',
              x: behind + 14,
              y: middle + 3.5 + (at - (all.length - 1) / 2) * 11,
              text,
              size: typeSize.small,
              paint: 'quiet',
            });
          },
        );
      }
      y += height;
    }
  }
  const plot = { left, right: x.range()[1] ?? right, top, bottom: y + 4 };
  const axis = {
    title: data.timeAxis ?? `Time from the start of treatment (${data.timeUnit})`,
    hasGrid: true,
  };
  const ongoing = data.patients.filter(({ isOngoing }) => isOngoing === true).length;
  const unstated = data.patients.filter(({ isOngoing }) => isOngoing === undefined).length;
  const statements = [
    `${data.patients.length} patients, longest first${groups.length > 1 ? ' within each group' : ''}`,
    ...(ongoing > 0 ? [`${ongoing} on treatment at the cut-off`] : []),
    ...(unstated > 0
      ? [
          `Whether treatment went on after the bar is not stated for ${unstated === data.patients.length ? 'any patient' : unstated}`,
        ]
      : []),
    ...(data.patients.some(({ endAtMost }) => endAtMost !== undefined)
      ? ['An open end is one that is only known within these bounds']
      : []),
  ];
  return assembleFigure(data, {
    kind: 'swimmer',
    width,
    height: plot.bottom + xAxisHeight(axis),
    marks: [...key.marks, ...xAxis(x, plot, axis), ...bars],
    description: `Swimmer of ${data.patients.length} patients. ${data.patients
      .toSorted((one, other) => durationOf(other) - durationOf(one))
      .map(
        (patient) =>
          `${patient.id}: ${endWords(patient, data.timeUnit)}, best ${responseLooks[patient.bestResponse].label.toLowerCase()}`,
      )
      .join('; ')}.`,
    statements,
    table: tableOf(data),
  });

  function barMarks(patient: SwimmerPatient, middle: number, unit: string): readonly Mark[] {
    const look = responseLooks[patient.bestResponse];
    const barTop = middle - barHeight / 2;
    const hint = `${patient.id}: ${endWords(patient, unit)}, ${look.label.toLowerCase()}`;
    const marks: Mark[] = [];
    if (patient.endAtMost !== undefined)
      marks.push({
        kind: 'rectangle',
        x: x(patient.end),
        y: barTop,
        width: Math.max(0, x(patient.endAtMost) - x(patient.end)),
        height: barHeight,
        fill: 'ground',
        stroke: 'edge',
        hint,
      });
    const parts =
      patient.segments.length === 0
        ? [{ from: patient.start, to: patient.end, fill: look.paint, texture: look.texture, hint }]
        : patient.segments.map(({ from, to, label }) => ({
            from,
            to,
            ...(segmentLooks.get(label) ?? { fill: look.paint, texture: look.texture }),
            hint: `${patient.id}: ${label}, ${plainNumber(from)} to ${plainNumber(to)} ${unit}`,
          }));
    for (const { from, to, fill, texture, hint: told } of parts)
      marks.push({
        kind: 'rectangle',
        x: x(from),
        y: barTop,
        width: Math.max(1, x(to) - x(from)),
        height: barHeight,
        fill,
        texture,
        hint: told,
      });
    if (patient.isOngoing === true)
      marks.push({
        kind: 'glyph',
        shape: 'arrow',
        x: x(patient.endAtMost ?? patient.end) + 6,
        y: middle,
        size: 11,
        fill: 'ink',
      });
    for (const event of patient.events)
      marks.push({
        kind: 'glyph',
        x: x(event.at),
        y: middle,
        size: 11,
        ...lookOf(event),
        hint: `${patient.id}, ${plainNumber(event.at)} ${unit}: ${eventWords(event)}`,
      });
    return marks;
  }
}

const tableOf = (data: SwimmerData): Figure['table'] => ({
  columns: [
    'patient',
    'group',
    `start (${data.timeUnit})`,
    `end (${data.timeUnit})`,
    `end at most (${data.timeUnit})`,
    'on treatment',
    'best response',
    'events',
    'annotation',
  ],
  rows: data.patients.map((patient) => [
    patient.id,
    patient.group ?? null,
    patient.start,
    patient.end,
    patient.endAtMost ?? null,
    patient.isOngoing === undefined ? null : patient.isOngoing ? 'yes' : 'no',
    patient.bestResponse,
    [
      ...patient.segments.map(({ from, to, label }) => `${label} ${from}-${to}`),
      ...patient.events.map((event) => `${event.at}: ${eventWords(event)}`),
    ].join('; ') || null,
    patient.annotation ?? null,
  ]),
});
