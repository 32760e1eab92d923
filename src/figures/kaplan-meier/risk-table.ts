/**
 * The table under a survival curve, after KMunicate (BMJ Open 2019;9:e030215): at each tick the number at risk, and those
 * censored and with the event by then. Counts come from the same patients as the curve; at risk at t are those with
 * entry < t <= time (at 0: those who entered at the origin).
 */
import type { NumberScale } from '../layout/index.ts';
import { type Mark, type Paint, typeSize } from '../scene/index.ts';
import { fitText, textWidth } from '../text/index.ts';
import type { KaplanMeierSubject } from './kaplan-meier-data.ts';

/** Counts at one time. */
export interface RiskCounts {
  readonly time: number;
  readonly atRisk: number;
  readonly censored: number;
  readonly events: number;
}

/** Counts of a group at given times. */
export const riskCounts = (
  subjects: readonly KaplanMeierSubject[],
  times: readonly number[],
): readonly RiskCounts[] =>
  times.map((time) => ({
    time,
    atRisk: subjects.filter(({ time: exit, entry = 0 }) => exit >= time && (entry < time || entry === 0))
      .length,
    censored: subjects.filter(({ time: exit, hasEvent }) => exit < time && !hasEvent).length,
    events: subjects.filter(({ time: exit, hasEvent }) => exit < time && hasEvent).length,
  }));

/** One group of the table. */
export interface RiskTableGroup {
  readonly label: string;
  readonly paint: Paint;
  readonly subjects: readonly KaplanMeierSubject[];
}

const lineHeight = 14;
/** How far the table may reach beyond the end of the axis, in pixels. */
const roomBeyondAxis = 16;

/** Times so far apart that the counts of a group of `most` patients stand beside each other. */
export function riskTicks(x: NumberScale, most: number): readonly number[] {
  const [left = 0, right = 0] = x.range();
  const widest = textWidth(`(${most}, ${most})`, typeSize.small);
  const apart = widest + 6 + Math.max(0, widest / 2 - roomBeyondAxis);
  for (let count = Math.max(2, Math.floor((right - left) / 70)); count > 1; count -= 1) {
    const ticks = x.ticks(count);
    const [first, second] = ticks;
    if (first === undefined || second === undefined || x(second) - x(first) >= apart) return ticks;
  }
  return x.ticks(1).slice(0, 2);
}

/** The table's marks from `top` on, and its height. */
export function riskTable(
  groups: readonly RiskTableGroup[],
  times: readonly number[],
  x: NumberScale,
  left: number,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const marks: Mark[] = [];
  const right = (x.range()[1] ?? left) + roomBeyondAxis;
  let y = top + 12;
  marks.push({
    kind: 'text',
    x: left,
    y,
    text: 'At risk (censored, events before)',
    size: typeSize.small,
    weight: 'bold',
  });
  for (const { label, paint, subjects } of groups) {
    if (groups.length > 1) {
      y += lineHeight;
      marks.push({
        kind: 'text',
        x: left,
        y,
        text: fitText(label, (x.range()[1] ?? left) - left, typeSize.small, 'bold'),
        size: typeSize.small,
        paint,
        weight: 'bold',
        hint: label,
      });
    }
    const counts = riskCounts(subjects, times);
    const cells = counts.map(({ atRisk, censored, events }) => [String(atRisk), `(${censored}, ${events})`]);
    for (const row of [0, 1]) {
      y += lineHeight;
      cells.forEach((cell, at) => {
        const text = cell[row] ?? '';
        const width = textWidth(text, typeSize.small);
        marks.push({
          kind: 'text',
          x: Math.min(right - width / 2, Math.max(left + width / 2, x(times[at] ?? 0))),
          y,
          text,
          size: typeSize.small,
          anchor: 'middle',
          ...(row === 0 ? {} : { paint: 'quiet' as const }),
        });
      });
    }
  }
  return { marks, height: y - top + 6 };
}
