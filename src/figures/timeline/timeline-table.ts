/** The data of a timeline as rows of its table. */
import type { FigureTable } from '../scene/index.ts';
import type { TimelineData, TimelineTrack } from './timeline-data.ts';

function rowsOfTrack(track: TimelineTrack): FigureTable['rows'] {
  switch (track.kind) {
    case 'spans':
      return track.spans.map((span) => [
        track.label,
        span.label,
        span.from,
        span.fromAtMost ?? null,
        span.to,
        span.toAtMost ?? null,
        span.response ?? null,
        [span.isOngoing ? 'going on' : '', span.remark ?? ''].filter((each) => each !== '').join('; ') ||
          null,
      ]);
    case 'events':
      return track.events.map(({ label, at, atMost, response, remark }) => [
        track.label,
        label,
        at,
        atMost ?? null,
        null,
        null,
        response ?? null,
        remark ?? null,
      ]);
    case 'series':
      return track.series.points.map(({ time, timeAtMost, value, bound, remark }) => [
        track.label,
        `${bound === undefined ? '' : bound === 'below' ? '<' : '>'}${value} ${track.series.unit}`,
        time,
        timeAtMost ?? null,
        null,
        null,
        null,
        remark ?? null,
      ]);
  }
}

/** The rows of every track. */
export const rowsOf = (data: TimelineData): FigureTable['rows'] => data.tracks.flatMap(rowsOfTrack);
