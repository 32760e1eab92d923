/** The root of a monotone function by Newton's method, kept inside a bracket that each evaluation narrows. */

/** A function's value and derivative at a point. */
export interface Slope {
  readonly value: number;
  readonly slope: number;
}

/** Newton's method did not settle: a bug in the function or its domain. */
export class NoRootError extends Error {
  override readonly name = 'NoRootError';
  readonly at: number;

  constructor(at: number) {
    super(`no root was reached; the last point was ${at}`);
    this.at = at;
  }
}

/** Steps this small, relatively, halve at least, unless rounding is all that is left of them. */
const stallFrom = 1e-11;

/**
 * The root of a strictly monotone function.
 *
 * @param noise the rounding error of a value: one more step is taken once a value is no larger.
 * @throws NoRootError after 500 steps.
 */
export function newtonRoot(
  evaluate: (x: number) => Slope,
  start: number,
  noise: number,
  low = Number.NEGATIVE_INFINITY,
  high = Number.POSITIVE_INFINITY,
): number {
  let left = low;
  let right = high;
  let x = start;
  let previousSize = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 500; step += 1) {
    const { value, slope } = evaluate(x);
    if (value === 0) return x;
    if (value < 0 === slope > 0) left = x;
    else right = x;
    let next = x - value / slope;
    if (!(next > left && next < right)) {
      if (Math.abs(value) <= noise || next === x) return x;
      next = (Math.max(left, -Number.MAX_VALUE) + Math.min(right, Number.MAX_VALUE)) / 2;
      if (next === left || next === right) return x;
    }
    const size = Math.abs(next - x);
    const settled = size <= Number.EPSILON * Math.abs(next);
    const stalled = size <= stallFrom * Math.abs(next) && size >= previousSize / 2;
    if (Math.abs(value) <= noise || settled || stalled) return next;
    previousSize = size;
    x = next;
  }
  throw new NoRootError(x);
}
