/** Patients as bars on the time axis, longest first: what stands where a group is too small for a curve. */
import { type AxisStyle, type NumberScale, xAxis, xAxisHeight } from '../layout/index.ts';
import { type Mark, typeSize } from '../scene/index.ts';
import { wrapText } from '../text/index.ts';
import type { CurveLook } from './curve-marks.ts';
import type { KaplanMeierSubject } from './kaplan-meier-data.ts';

const barHeight = 9;
const rowHeight = 15;

/** Bars of small groups and their axis, from `top` on. */
export function patientStrip(
  groups: readonly { label: string; subjects: readonly KaplanMeierSubject[]; look: CurveLook }[],
  frame: { left: number; right: number; top: number; x: NumberScale; axis: AxisStyle },
): { readonly marks: readonly Mark[]; readonly height: number } {
  const { left, right, top, x, axis } = frame;
  const marks: Mark[] = [];
  let y = top;
  for (const { label, subjects, look } of groups) {
    const patients = subjects.length === 1 ? '1 patient' : `${subjects.length} patients`;
    y += 2;
    for (const text of wrapText(`${label}: ${patients}`, right - left, typeSize.small, 'bold')) {
      y += 14;
      marks.push({ kind: 'text', x: left, y, text, size: typeSize.small, weight: 'bold' });
    }
    y += 6;
    for (const { id, time, entry = 0, hasEvent } of subjects.toSorted((one, two) => two.time - one.time)) {
      const middle = y + barHeight / 2;
      marks.push({
        kind: 'rectangle',
        x: x(entry),
        y,
        width: Math.max(1, x(time) - x(entry)),
        height: barHeight,
        fill: look.paint,
        fillOpacity: 0.55,
        stroke: look.paint,
        hint: `${id ?? 'patient'}: ${time}, ${hasEvent ? 'event' : 'censored'}`,
      });
      marks.push(
        hasEvent
          ? { kind: 'glyph', shape: 'diamond', x: x(time), y: middle, size: 10, fill: 'ink' }
          : { kind: 'glyph', shape: 'tick', x: x(time), y: middle, size: 13, stroke: 'edge', strokeWidth: 2 },
      );
      y += rowHeight;
    }
  }
  const plot = { left, right, top, bottom: y + 4 };
  marks.push(...xAxis(x, plot, axis));
  return { marks, height: plot.bottom - top + xAxisHeight(axis) };
}
