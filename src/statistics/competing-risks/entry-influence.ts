/**
 * With delayed entry the influences of subjects on the estimate at different times no longer cancel, because subjects share
 * only a part of their risk sets. This sums what remains, from the influence that a subject at risk from the origin on would
 * have, less its part before the entry of each.
 */

/** Influences on the probability of being event-free (first) and on each cause. */
export type StateVector = Float64Array;

/** Sums over the subjects at risk. */
export class EntryInfluence {
  readonly #states: number;
  readonly #whole: StateVector;
  /** By place of entry: the influence there, the event-free probability and the incidences. */
  readonly #history = new Map<number, { readonly ratio: number; readonly parts: StateVector }>();
  readonly #parts: StateVector;
  #ratio = 0;
  #count = 0;

  constructor(states: number) {
    this.#states = states;
    this.#whole = new Float64Array(states);
    this.#parts = new Float64Array(states);
  }

  /** Keeps where things stand for those who enter at this place. */
  remember(place: number, probability: StateVector): void {
    const free = probability[0] ?? 0;
    const ratio = free > 0 ? (this.#whole[0] ?? 0) / free : 0;
    const parts = this.#whole.map((each, state) =>
      state === 0 ? 0 : each - ratio * (probability[state] ?? 0),
    );
    this.#history.set(place, { ratio, parts });
  }

  /** A subject comes under observation (`sign` 1) or leaves it (-1). */
  move(place: number, sign: 1 | -1): void {
    this.#count += sign;
    const since = this.#history.get(place);
    if (since === undefined) return;
    this.#ratio += sign * since.ratio;
    for (let state = 1; state < this.#states; state += 1)
      this.#parts[state] = (this.#parts[state] ?? 0) + sign * (since.parts[state] ?? 0);
  }

  /** The sum over all under observation. */
  sum(probability: StateVector): StateVector {
    return this.#transported(this.#count, this.#ratio, this.#parts, probability);
  }

  /** The influence of one that entered at a place and is still at risk. */
  of(place: number, probability: StateVector): StateVector {
    const since = this.#history.get(place);
    return this.#transported(
      1,
      since?.ratio ?? 0,
      since?.parts ?? new Float64Array(this.#states),
      probability,
    );
  }

  #transported(count: number, ratio: number, parts: StateVector, probability: StateVector): StateVector {
    return this.#whole.map(
      (each, state) => count * each - (parts[state] ?? 0) - ratio * (probability[state] ?? 0),
    );
  }

  /** Past a time with events: hazards of the causes, the event-free probability before it, and how many were at risk. */
  advance(hazards: Float64Array, free: number, atRisk: number): void {
    const total = hazards.reduce((sum, each) => sum + each, 0);
    const first = this.#whole[0] ?? 0;
    for (const [cause, hazard] of hazards.entries())
      this.#whole[cause + 1] = (this.#whole[cause + 1] ?? 0) + hazard * first - (free * hazard) / atRisk;
    this.#whole[0] = first * (1 - total) + (free * total) / atRisk;
  }
}
