/** The marks of one survival curve: band, steps and ticks of the censored. */
import type { KaplanMeierCurve } from '../../statistics/index.ts';
import type { NumberScale } from '../layout/index.ts';
import type { Dash, Mark, Paint, Point } from '../scene/index.ts';

/** Below this number at risk the curve is thin and has no band: it rests on too few. */
export const sparseAtRisk = 5;

/** The look of a group. */
export interface CurveLook {
  readonly paint: Paint;
  readonly dash: Dash;
}

/** Steps through (time, value), beginning at (0, 1) and kept to where a value is. */
function steps(
  times: ArrayLike<number>,
  values: ArrayLike<number | null>,
  count: number,
  x: NumberScale,
  y: NumberScale,
): readonly Point[] {
  const points: Point[] = [{ x: x(0), y: y(1) }];
  let height = 1;
  for (let at = 0; at < count; at += 1) {
    const value = values[at];
    const time = times[at] ?? 0;
    points.push({ x: x(time), y: y(height) });
    if (value === null || value === undefined || value === height) continue;
    height = value;
    points.push({ x: x(time), y: y(height) });
  }
  return points;
}

/** Number of steps before the risk set is sparse. */
const firmSteps = (curve: KaplanMeierCurve): number => {
  const at = curve.atRisk.findIndex((risk) => risk < sparseAtRisk);
  return at === -1 ? curve.times.length : at;
};

/** Band, curve and ticks of one group. */
export function curveMarks(
  curve: KaplanMeierCurve,
  { paint, dash }: CurveLook,
  x: NumberScale,
  y: NumberScale,
  label: string,
): readonly Mark[] {
  const firm = firmSteps(curve);
  const upper = steps(curve.times, curve.upper, firm, x, y);
  const lower = steps(curve.times, curve.lower, firm, x, y);
  const whole = steps(curve.times, curve.survival, curve.times.length, x, y);
  const firmPart = steps(curve.times, curve.survival, firm, x, y);
  const marks: Mark[] = [];
  if (firmPart.length > 1)
    marks.push({
      kind: 'path',
      points: [...upper, ...lower.toReversed()],
      isClosed: true,
      fill: paint,
      fillOpacity: 0.15,
    });
  marks.push({ kind: 'path', points: whole, stroke: paint, width: 1, dash: 'dotted' });
  if (firmPart.length > 1) marks.push({ kind: 'path', points: firmPart, stroke: paint, width: 2, dash });
  curve.times.forEach((time, at) => {
    const censored = curve.censored[at] ?? 0;
    if (censored === 0) return;
    marks.push({
      kind: 'glyph',
      shape: 'tick',
      x: x(time),
      y: y(curve.survival[at] ?? 1),
      size: 8,
      stroke: paint,
      strokeWidth: 1.25,
      hint: `${label}: ${censored} censored at ${time}`,
    });
  });
  return marks;
}
