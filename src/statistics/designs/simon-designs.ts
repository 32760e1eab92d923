/**
 * Simon's two-stage designs (Control Clin Trials 1989;10:1) by exhaustive search: the optimal one has the smallest expected
 * number of subjects under the null rate, the minimax one the smallest total, and the admissible ones between them are the
 * best for some weight of the two (Jung et al., Stat Med 2004;23:561).
 */
import { binomialTriangle, type TwoStageDesign, upperSums } from './two-stage-design.ts';

/** What a design has to hold. */
export interface SimonQuestion {
  /** Response rate at which the treatment is not worth more study. */
  readonly nullRate: number;
  /** Response rate at which it is. */
  readonly targetRate: number;
  /** Largest probability of a false positive, at the null rate. */
  readonly alpha: number;
  /** Largest probability of a false negative, at the target rate. */
  readonly beta: number;
  /** Totals are searched up to this many subjects, 500 at most; when absent, as far as the optimal design asks. */
  readonly largest?: number;
}

/** A design with its figures. */
export interface SimonDesign extends TwoStageDesign {
  /** Expected number of subjects at the null rate. */
  readonly expectedSubjects: number;
  /** Probability to stop early at the null rate. */
  readonly earlyStop: number;
  /** Probability of a positive result at the null rate. */
  readonly alpha: number;
  /** Probability of a positive result at the target rate. */
  readonly power: number;
}

/** An admissible design: best where the total weighs between the two shares, and the expected number the rest. */
export interface AdmissibleDesign extends SimonDesign {
  readonly weightFrom: number;
  readonly weightTo: number;
}

/** The designs that answer a question. */
export interface SimonDesigns {
  readonly optimal: SimonDesign;
  readonly minimax: SimonDesign;
  /** From minimax to optimal. */
  readonly admissible: readonly AdmissibleDesign[];
  readonly searchedTo: number;
  /** The optimal total lies within 10 subjects of the end of the search: a larger one may be better. */
  readonly isNearEnd: boolean;
}

/** The designs, or why there are none. */
export type SimonReading =
  | { readonly ok: true; readonly value: SimonDesigns }
  | {
      readonly ok: false;
      readonly reason: 'ratesNotOrdered' | 'errorsNotProbabilities' | 'searchTooLarge' | 'noDesign';
    };

const mostSearched = 500;
/** Where the search ends when nothing is said: at the first that lies well behind the optimal design. */
const searches = [100, 200, mostSearched];
/** An optimal total so close to the end of a search may not be the best. */
const nearEnd = 10;

/** Binomial probabilities and their upper sums for every number of subjects, at one rate. */
interface RateTables {
  readonly mass: readonly Float64Array[];
  readonly upper: readonly Float64Array[];
}

const empty = new Float64Array(0);

/**
 * The best design of a total and a first stage. For each final limit the largest first limit that keeps the power is best,
 * for the false positives as for the expected number.
 */
function bestOf(
  firstStage: number,
  total: number,
  [none, target]: readonly [RateTables, RateTables],
  { alpha, beta }: SimonQuestion,
): SimonDesign | undefined {
  const second = total - firstStage;
  const [first0, first1] = [none.mass[firstStage] ?? empty, target.mass[firstStage] ?? empty];
  const [upper0, upper1] = [none.upper[second] ?? empty, target.upper[second] ?? empty];
  const power = 1 - beta;
  // No first limit may be larger than this, whatever the final one.
  const sums1 = target.upper[firstStage] ?? empty;
  let highest = -1;
  while (highest + 1 < firstStage && (sums1[highest + 2] ?? 0) >= power) highest += 1;
  if (highest < 0) return undefined;
  let best: SimonDesign | undefined;
  const whole = target.upper[total] ?? empty;
  let limit = total - 1;
  while (limit >= 0 && (whole[limit + 1] ?? 0) < power) limit -= 1;
  for (; limit >= 0; limit -= 1) {
    let [rejected0, rejected1, x] = [0, 0, firstStage];
    for (; x > 0; x -= 1) {
      if (x <= highest && rejected1 >= power) break;
      const needed = Math.max(0, limit + 1 - x);
      rejected0 += (first0[x] ?? 0) * (upper0[needed] ?? 0);
      rejected1 += (first1[x] ?? 0) * (upper1[needed] ?? 0);
    }
    // Power holds with a stop at x responses or fewer, and with none larger.
    const firstLimit = rejected1 >= power ? x : -1;
    if (firstLimit < 0) continue;
    if (limit < firstLimit) break;
    if (rejected0 > alpha) {
      if (firstLimit === highest) break;
      continue;
    }
    const earlyStop = 1 - (none.upper[firstStage]?.[firstLimit + 1] ?? 0);
    const expectedSubjects = firstStage + (1 - earlyStop) * second;
    // Of limits with the same expectation the first, and largest, is kept: the fewest false positives.
    if (best === undefined || expectedSubjects < best.expectedSubjects)
      best = {
        firstStage,
        firstLimit,
        total,
        limit,
        expectedSubjects,
        earlyStop,
        alpha: rejected0,
        power: rejected1,
      };
  }
  return best;
}

/** The corners of the lower convex hull of totals and expectations, with the weights for which each is best. */
function admissibleOf(designs: readonly SimonDesign[], optimal: SimonDesign): readonly AdmissibleDesign[] {
  const hull: SimonDesign[] = [];
  const slope = (a: SimonDesign, b: SimonDesign): number =>
    (a.expectedSubjects - b.expectedSubjects) / (b.total - a.total);
  for (const design of designs.filter(({ total }) => total <= optimal.total)) {
    for (;;) {
      const [before, last] = [hull.at(-2), hull.at(-1)];
      if (before === undefined || last === undefined || slope(before, last) > slope(before, design)) break;
      hull.pop();
    }
    hull.push(design);
  }
  const weight = (ratio: number): number => ratio / (1 + ratio);
  return hull.map((design, at) => {
    const [before, next] = [hull[at - 1], hull[at + 1]];
    return {
      ...design,
      weightFrom: next === undefined ? 0 : weight(slope(design, next)),
      weightTo: before === undefined ? 1 : weight(slope(before, design)),
    };
  });
}

/** The designs with totals up to a largest. */
function searched(question: SimonQuestion, largest: number): SimonReading {
  const tables = (rate: number): RateTables => {
    const mass = binomialTriangle(Math.max(0, largest), rate);
    return { mass, upper: mass.map(upperSums) };
  };
  const rates = [tables(question.nullRate), tables(question.targetRate)] as const;
  const designs: SimonDesign[] = [];
  for (let total = 2; total <= largest; total += 1) {
    let best: SimonDesign | undefined;
    for (let firstStage = 1; firstStage < total; firstStage += 1) {
      const found = bestOf(firstStage, total, rates, question);
      if (found !== undefined && (best === undefined || found.expectedSubjects < best.expectedSubjects))
        best = found;
    }
    if (best !== undefined) designs.push(best);
  }
  const [minimax] = designs;
  if (minimax === undefined) return { ok: false, reason: 'noDesign' };
  const optimal = designs.reduce((best, each) =>
    each.expectedSubjects < best.expectedSubjects ? each : best,
  );
  return {
    ok: true,
    value: {
      optimal,
      minimax,
      admissible: admissibleOf(designs, optimal),
      searchedTo: largest,
      isNearEnd: optimal.total > largest - nearEnd,
    },
  };
}

/**
 * Optimal, minimax and admissible designs. Where designs expect as many subjects, the smaller first stage and then the larger
 * limit is taken, as R's clinfun does.
 *
 * @example
 * simonDesigns({ nullRate: 0.05, targetRate: 0.25, alpha: 0.05, beta: 0.2 })
 * // optimal: stop at 0 of 9, positive above 2 of 17; 11.96 subjects expected
 */
export function simonDesigns(question: SimonQuestion): SimonReading {
  const { nullRate, targetRate, alpha, beta, largest } = question;
  if (!(nullRate > 0 && nullRate < targetRate && targetRate < 1))
    return { ok: false, reason: 'ratesNotOrdered' };
  if (!(alpha > 0 && alpha < 1 && beta > 0 && beta < 1))
    return { ok: false, reason: 'errorsNotProbabilities' };
  if (largest !== undefined)
    return largest <= mostSearched ? searched(question, largest) : { ok: false, reason: 'searchTooLarge' };
  let found: SimonReading = { ok: false, reason: 'noDesign' };
  for (const end of searches) {
    found = searched(question, end);
    if (found.ok && !found.value.isNearEnd) break;
  }
  return found;
}
