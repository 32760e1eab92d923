/**
 * The distribution of the first cell of a two by two table given its margins, at any odds ratio: the noncentral
 * hypergeometric distribution of Fisher. Each probability follows from its neighbour's by a ratio, so that nothing is raised
 * to a power; the sums are kept in scale as they grow.
 */
import { newtonRoot } from './newton-root.ts';

/** Sums over the counts on one side of the observed one, relative to the weight of that one. */
interface Side {
  /** Weights. */
  sum: number;
  /** Weights times the distance from the observed count. */
  first: number;
  /** Weights times its square. */
  second: number;
  /** How often the sums were scaled down. */
  scaled: number;
}

const large = 1e200;
/** Once a weight is so small beside its side and falls, the rest is below the last digit. */
const negligible = 1e-20;

/** Logarithm of the odds ratio beyond which none is looked for. */
const widest = 700;

/** The table, seen from the observed first cell. */
export class ConditionalTable {
  readonly least: number;
  readonly most: number;
  readonly #count: number;
  readonly #row: number;
  readonly #first: number;
  readonly #rest: number;

  constructor(first: number, second: number, third: number, fourth: number) {
    this.#count = first;
    this.#row = first + second;
    this.#first = first + third;
    this.#rest = second + fourth - this.#row;
    this.least = Math.max(0, -this.#rest);
    this.most = Math.min(this.#row, this.#first);
  }

  /** P(count + 1) / P(count) at an odds ratio of 1. */
  #ratio(count: number): number {
    return ((this.#first - count) / (count + 1)) * ((this.#row - count) / (this.#rest + count + 1));
  }

  /** The two-sided p: all counts no likelier than the observed one but for rounding; undefined beyond the smallest number. */
  p(slack: number): number | undefined {
    // Weights relative to the likeliest count, from there to both ends.
    const mode = Math.min(
      this.most,
      Math.max(
        this.least,
        Math.floor(((this.#row + 1) * (this.#first + 1)) / (this.#row + this.#rest + this.#first + 2)),
      ),
    );
    let observed = 1;
    for (let count = mode; count < this.#count; count += 1) observed *= this.#ratio(count);
    for (let count = mode; count > this.#count; count -= 1) observed /= this.#ratio(count - 1);
    if (!(observed > 1e-290)) return undefined;
    const limit = observed * slack;
    let total = 1;
    let extreme = limit >= 1 ? 1 : 0;
    for (let [count, weight] = [mode, 1]; count < this.most; count += 1) {
      weight *= this.#ratio(count);
      if (weight < negligible * observed) break;
      total += weight;
      if (weight <= limit) extreme += weight;
    }
    for (let [count, weight] = [mode, 1]; count > this.least; count -= 1) {
      weight /= this.#ratio(count - 1);
      if (weight < negligible * observed) break;
      total += weight;
      if (weight <= limit) extreme += weight;
    }
    return Math.min(1, extreme / total);
  }

  #above(odds: number): Side {
    const side = { sum: 0, first: 0, second: 0, scaled: 0 };
    let weight = 1;
    for (let count = this.#count; count < this.most; count += 1) {
      const ratio = this.#ratio(count) * odds;
      weight *= ratio;
      if (!this.#add(side, weight, count + 1 - this.#count, ratio)) break;
      if (side.sum > large) weight = this.#scale(side, weight);
    }
    return side;
  }

  #below(odds: number): Side {
    const side = { sum: 0, first: 0, second: 0, scaled: 0 };
    let weight = 1;
    for (let count = this.#count; count > this.least; count -= 1) {
      const ratio = 1 / (this.#ratio(count - 1) * odds);
      weight *= ratio;
      if (!this.#add(side, weight, count - 1 - this.#count, ratio)) break;
      if (side.sum > large) weight = this.#scale(side, weight);
    }
    return side;
  }

  #add(side: Side, weight: number, distance: number, ratio: number): boolean {
    if (ratio < 0.5 && weight < negligible * (side.scaled > 0 ? side.sum : 1 + side.sum)) return false;
    side.sum += weight;
    side.first += weight * distance;
    side.second += weight * distance * distance;
    return true;
  }

  #scale(side: Side, weight: number): number {
    side.sum /= large;
    side.first /= large;
    side.second /= large;
    side.scaled += 1;
    return weight / large;
  }

  /** Both sides and the observed count on one scale. */
  #at(lnOdds: number): { readonly above: Side; readonly below: Side; readonly own: number } {
    const [above, below] = [this.#above(Math.exp(lnOdds)), this.#below(Math.exp(lnOdds))];
    const scaled = Math.max(above.scaled, below.scaled);
    if (scaled === 0) return { above, below, own: 1 };
    const lower = (side: Side): Side => {
      const factor = side.scaled === scaled ? 1 : 0;
      return { sum: side.sum * factor, first: side.first * factor, second: side.second * factor, scaled };
    };
    return { above: lower(above), below: lower(below), own: scaled === 1 ? 1 / large : 0 };
  }

  /** The odds ratio whose mean count is the observed one. */
  estimate(start: number): number {
    return Math.exp(
      newtonRoot(
        (lnOdds) => {
          const { above, below, own } = this.#at(lnOdds);
          const total = above.sum + below.sum + own;
          const value = (above.first + below.first) / total;
          return { value, slope: (above.second + below.second) / total - value * value };
        },
        start,
        noise,
        -widest,
        widest,
      ),
    );
  }

  /** The odds ratio at which so many or more have a probability. */
  lowerLimit(tail: number, start: number): number {
    return this.#limit(tail, start, (at) => [at.above.sum + at.own, at.above.first, 1]);
  }

  /** The odds ratio at which so many or fewer have a probability. */
  upperLimit(tail: number, start: number): number {
    return this.#limit(tail, start, (at) => [at.below.sum + at.own, at.below.first, -1]);
  }

  #limit(
    tail: number,
    start: number,
    part: (at: {
      above: Side;
      below: Side;
      own: number;
    }) => readonly [sum: number, first: number, sign: 1 | -1],
  ): number {
    const lnTail = Math.log(tail);
    return Math.exp(
      newtonRoot(
        (lnOdds) => {
          const at = this.#at(lnOdds);
          const [sum, first, sign] = part(at);
          const total = at.above.sum + at.below.sum + at.own;
          const mean = (at.above.first + at.below.first) / total;
          // Far off the root nothing of the tail may be left: then only the side is known.
          if (!(sum > 0)) return { value: -sign * 1e3, slope: 1 };
          return { value: sign * (Math.log(sum / total) - lnTail), slope: sign * (first / sum - mean) };
        },
        start,
        noise,
        -widest,
        widest,
      ),
    );
  }
}

/** Rounding of the functions whose roots are looked for. */
const noise = 1e-14;
