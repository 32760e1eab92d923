/**
 * Score residuals: what each row adds to the gradient, the sum over its time at risk of (x - m) (dN - r dH) (Therneau and
 * Grambsch 2000, section 4.6); and the means of the covariates at the event times, from which the residuals of Schoenfeld
 * are taken.
 */
import type { CoxDesign } from './cox-design.ts';
import { type HazardIncrements, hazardIncrements, hazardOverSpans, RunningSum } from './cumulative-hazard.ts';
import { eachStep, type RiskSums, riskSums, type SteppedTies, stepMean } from './risk-sums.ts';

/** What the event times hold at given coefficients. */
export interface EventTimeMeans {
  readonly sums: RiskSums;
  readonly increments: HazardIncrements;
  /** By event time, `size` numbers each: the mean over its steps. */
  readonly mean: Float64Array;
  /** Means weighted with the hazard increments, for the whole risk set and for those with the event. */
  readonly whole: Float64Array;
  readonly failing: Float64Array;
}

/** Means at the event times. */
export function eventTimeMeans(design: CoxDesign, beta: Float64Array, ties: SteppedTies): EventTimeMeans {
  const { spans, size } = design;
  const sums = riskSums(design, beta);
  const cells = spans.times.length * size;
  const [mean, whole, failing] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  const own = new Float64Array(size);
  eachStep(design, sums, ties, (place, weight, share, denominator) => {
    stepMean(design, sums, place, share, denominator, own);
    const steps = ties === 'efron' ? (spans.eventsAt[place] ?? 1) : 1;
    for (let k = 0; k < size; k += 1) {
      const at = place * size + k;
      const part = own[k] ?? 0;
      const hazard = (part * weight) / denominator;
      mean[at] = (mean[at] ?? 0) + part / steps;
      whole[at] = (whole[at] ?? 0) + hazard;
      failing[at] = (failing[at] ?? 0) + (1 - share) * hazard;
    }
  });
  return { sums, increments: hazardIncrements(design, sums, ties), mean, whole, failing };
}

/** Over the span of each subject the sum of the means times the hazard increments, `size` numbers each. */
export function meansOverSpans({ spans, size }: CoxDesign, { whole, failing }: EventTimeMeans): Float64Array {
  const { active, from, to, event, times } = spans;
  const over = new Float64Array(active * size);
  for (let k = 0; k < size; k += 1) {
    const running = new RunningSum(times.length);
    for (let place = 0; place < times.length; place += 1) running.push(whole[place * size + k] ?? 0);
    for (let at = 0; at < active; at += 1) {
      const end = to[at] ?? 0;
      over[at * size + k] =
        event[at] === 1
          ? running.between(from[at] ?? 0, end - 1) + (failing[(end - 1) * size + k] ?? 0)
          : running.between(from[at] ?? 0, end);
    }
  }
  return over;
}

/** The residuals in the order of the spans, `size` numbers each, without case weights. */
export function scoreResiduals(design: CoxDesign, means: EventTimeMeans): Float64Array {
  const { spans, size, x, weights } = design;
  const { active, to, event } = spans;
  const over = hazardOverSpans(design, means.increments);
  const expected = meansOverSpans(design, means);
  const residuals = new Float64Array(active * size);
  for (let at = 0; at < active; at += 1) {
    const hazard = (means.sums.hazard[at] ?? 0) / (weights[at] ?? 1);
    const last = ((to[at] ?? 1) - 1) * size;
    for (let k = 0; k < size; k += 1) {
      const own = x[at * size + k] ?? 0;
      const atEvent = event[at] === 1 ? own - (means.mean[last + k] ?? 0) : 0;
      residuals[at * size + k] = atEvent - hazard * (own * (over[at] ?? 0) - (expected[at * size + k] ?? 0));
    }
  }
  return residuals;
}
