/**
 * The cumulative baseline hazard between the ends of each subject's span, which is what its events are expected to be at a
 * relative hazard of 1. Of Efron's steps one with the event at that time takes part only by the share it has left.
 */
import type { CoxDesign } from './cox-design.ts';
import { eachStep, type RiskSums, type SteppedTies } from './risk-sums.ts';

/** Sums from the first event time on, in two parts so that differences lose nothing. */
export class RunningSum {
  readonly #sum: Float64Array;
  readonly #rest: Float64Array;
  #length = 1;

  constructor(length: number) {
    this.#sum = new Float64Array(length + 1);
    this.#rest = new Float64Array(length + 1);
  }

  push(value: number): void {
    const at = this.#length;
    const before = this.#sum[at - 1] ?? 0;
    const after = before + value;
    const taken = after - before;
    this.#sum[at] = after;
    this.#rest[at] = (this.#rest[at - 1] ?? 0) + (before - (after - taken)) + (value - taken);
    this.#length = at + 1;
  }

  /** The sum of the values from place `from` to before place `to`. */
  between(from: number, to: number): number {
    return (this.#sum[to] ?? 0) - (this.#sum[from] ?? 0) + ((this.#rest[to] ?? 0) - (this.#rest[from] ?? 0));
  }
}

/** Increments of the baseline hazard at each event time, on the scale of the shifted hazards. */
export interface HazardIncrements {
  readonly whole: Float64Array;
  /** For those with the event at that time. */
  readonly failing: Float64Array;
}

/** The increments of Breslow's or Efron's estimate. */
export function hazardIncrements(design: CoxDesign, sums: RiskSums, ties: SteppedTies): HazardIncrements {
  const count = design.spans.times.length;
  const whole = new Float64Array(count);
  const failing = new Float64Array(count);
  eachStep(design, sums, ties, (place, weight, share, denominator) => {
    const increment = weight / denominator;
    whole[place] = (whole[place] ?? 0) + increment;
    failing[place] = (failing[place] ?? 0) + (1 - share) * increment;
  });
  return { whole, failing };
}

/** The cumulative hazard over the span of each subject in the order of the spans. */
export function hazardOverSpans({ spans }: CoxDesign, increments: HazardIncrements): Float64Array {
  const { active, from, to, event } = spans;
  const running = new RunningSum(increments.whole.length);
  for (const value of increments.whole) running.push(value);
  const over = new Float64Array(active);
  for (let at = 0; at < active; at += 1) {
    const end = to[at] ?? 0;
    over[at] =
      event[at] === 1
        ? running.between(from[at] ?? 0, end - 1) + (increments.failing[end - 1] ?? 0)
        : running.between(from[at] ?? 0, end);
  }
  return over;
}
