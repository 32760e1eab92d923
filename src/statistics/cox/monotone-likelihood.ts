/**
 * Monotone likelihood: a direction of the coefficients in which at every event time those with the event have the greatest
 * linear predictor of their risk set. The likelihood rises for ever in it, and there is no estimate (Heinze and Schemper,
 * Biometrics 2001;57:114).
 */
import type { CoxDesign } from './cox-design.ts';
import { predictors } from './risk-sums.ts';

/** A coefficient without a finite estimate. */
export interface DivergingCovariate {
  readonly name: string;
  /** Whether the hazard ratio goes to infinity or to 0. */
  readonly towards: 'infinity' | 'minusInfinity';
}

/** Error of a direction as a share of its largest part. */
const slackShare = 1e-5;

/** Whether two subjects differ along a direction by more than its error. */
function isApart({ size, x }: CoxDesign, direction: Float64Array, one: number, other: number): boolean {
  let [difference, distance, largest] = [0, 0, 0];
  for (let k = 0; k < size; k += 1) {
    const part = direction[k] ?? 0;
    const between = (x[one * size + k] ?? 0) - (x[other * size + k] ?? 0);
    difference += part * between;
    distance += Math.abs(between);
    largest = Math.max(largest, Math.abs(part));
  }
  return Math.abs(difference) > slackShare * largest * distance;
}

/** At each event time who of the risk set has the greatest predictor, of those without the event where asked; -1 nobody. */
function greatestAtRisk({ spans }: CoxDesign, predictor: Float64Array, withoutFailing: boolean): Int32Array {
  const { active, from, to, event, times } = spans;
  const greatest = new Int32Array(times.length).fill(-1);
  // From the greatest predictor down, each span paints the places that none before has painted.
  const nextFree = Int32Array.from({ length: times.length + 1 }, (_, place) => place);
  const free = (place: number): number => {
    let root = place;
    while ((nextFree[root] ?? root) !== root) root = nextFree[root] ?? root;
    let at = place;
    while (at !== root) {
      const next = nextFree[at] ?? root;
      nextFree[at] = root;
      at = next;
    }
    return root;
  };
  const order = Array.from({ length: active }, (_, at) => at).sort(
    (a, b) => (predictor[b] ?? 0) - (predictor[a] ?? 0),
  );
  for (const at of order) {
    const end = (to[at] ?? 0) - (withoutFailing && event[at] === 1 ? 1 : 0);
    for (let place = free(from[at] ?? 0); place < end; place = free(place)) {
      greatest[place] = at;
      nextFree[place] = place + 1;
    }
  }
  return greatest;
}

/**
 * Whether the likelihood rises for ever along a direction of the design.
 *
 * @param isExact for the exact likelihood, in which tied events may differ among themselves.
 */
export function isRising(design: CoxDesign, direction: Float64Array, isExact: boolean): boolean {
  const { firstAt, eventsAt, times } = design.spans;
  const predictor = predictors(design, direction);
  if (!direction.some((part) => part !== 0) || predictor.some((value) => !Number.isFinite(value)))
    return false;
  const greatest = greatestAtRisk(design, predictor, isExact);
  for (let place = 0; place < times.length; place += 1) {
    const begin = firstAt[place] ?? 0;
    const other = greatest[place] ?? -1;
    if (other < 0) continue;
    for (let at = begin; at < begin + (eventsAt[place] ?? 0); at += 1)
      if ((predictor[at] ?? 0) < (predictor[other] ?? 0) && isApart(design, direction, at, other))
        return false;
  }
  return true;
}

/** The direction without the covariates that it does not need to rise for ever. */
export function sparseDirection(design: CoxDesign, direction: Float64Array, isExact: boolean): Float64Array {
  let sparse = direction;
  const order = [...direction.keys()].sort(
    (a, b) => Math.abs(direction[a] ?? 0) - Math.abs(direction[b] ?? 0),
  );
  for (const k of order) {
    const without = sparse.with(k, 0);
    if (isRising(design, without, isExact)) sparse = without;
  }
  return sparse;
}

/** The covariates whose coefficients take part in a direction. */
export const divergingCovariates = (
  { names }: CoxDesign,
  direction: Float64Array,
): readonly DivergingCovariate[] =>
  names.flatMap((name, k) => {
    const part = direction[k] ?? 0;
    return part === 0
      ? []
      : [{ name, towards: part > 0 ? ('infinity' as const) : ('minusInfinity' as const) }];
  });

/**
 * Strata, by row of the columns, of the likelihood in the limit of a direction: at each event time only those remain in the
 * risk set who are not behind those with the event, so that each level of the direction is a stratum of its own.
 */
export function limitStrata(design: CoxDesign, direction: Float64Array): Int32Array {
  const { spans } = design;
  const predictor = predictors(design, direction);
  const order = Array.from({ length: spans.active }, (_, at) => at).sort(
    (a, b) => (predictor[a] ?? 0) - (predictor[b] ?? 0),
  );
  const strata = spans.stratumOfRow.map((stratum) => stratum);
  let level = 0;
  let before: number | undefined;
  for (const at of order) {
    if (before !== undefined && isApart(design, direction, before, at)) level += 1;
    before = at;
    const row = spans.row[at] ?? 0;
    strata[row] = (spans.stratumOfRow[row] ?? 0) + level * spans.strata.length;
  }
  return strata;
}
