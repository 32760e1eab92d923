/** The root of an increasing function by bisection to the last bit: slower than Newton's and without surprises. */

const mostSteps = 1100;

/** Where an increasing function passes 0 between two points; the nearer end where it does not. */
export function monotoneRoot(increasing: (x: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  for (let step = 0; step < mostSteps; step += 1) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (increasing(middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}
