/**
 * Concordance of a risk score with survival (Harrell 1982), as R's survival 3.5 counts it: of the pairs in which one has the
 * event while the other is at risk and stays longer, the share in which the one with the event has the higher score, equal
 * scores counting one half. The standard error is the infinitesimal jackknife, by cluster where there are clusters. Pairs
 * are within strata.
 */
import { countingOrder } from './counting-order.ts';
import type { RiskSpans } from './risk-spans.ts';

/** Concordance with the weighted numbers of pairs. */
export interface Concordance {
  readonly concordance: number;
  readonly standardError: number;
  readonly concordant: number;
  readonly discordant: number;
  /** Pairs with equal scores. */
  readonly tiedScore: number;
}

/** Sums over ranks below a rank, and at it (Fenwick's tree). */
class RankSums {
  readonly #tree: Float64Array;
  readonly #own: Float64Array;
  total = 0;

  constructor(size: number) {
    this.#tree = new Float64Array(size + 1);
    this.#own = new Float64Array(size);
  }

  add(rank: number, weight: number): void {
    this.total += weight;
    this.#own[rank] = (this.#own[rank] ?? 0) + weight;
    for (let at = rank + 1; at < this.#tree.length; at += at & -at)
      this.#tree[at] = (this.#tree[at] ?? 0) + weight;
  }

  at(rank: number): number {
    return this.#own[rank] ?? 0;
  }

  below(rank: number): number {
    let sum = 0;
    for (let at = rank; at > 0; at -= at & -at) sum += this.#tree[at] ?? 0;
    return sum;
  }
}

/** Ranks from 0 of the values of some rows, equal values alike. */
function ranksOf(score: Float64Array, rows: Int32Array): { ranks: Int32Array; size: number } {
  const distinct = Float64Array.from(rows, (row) => score[row] ?? 0).sort();
  let size = 0;
  for (let at = 0; at < distinct.length; at += 1) {
    const value = distinct[at] ?? 0;
    if (size > 0 && value === distinct[size - 1]) continue;
    distinct[size] = value;
    size += 1;
  }
  const ranks = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const value = score[rows[place] ?? 0] ?? 0;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((distinct[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    ranks[place] = low;
  }
  return { ranks, size };
}

/** For each row the weight of its concordant, discordant and tied partners. */
interface Partners {
  readonly concordant: Float64Array;
  readonly discordant: Float64Array;
  readonly tied: Float64Array;
}

interface Given {
  readonly spans: RiskSpans;
  readonly event: Uint8Array;
  readonly score: Float64Array;
  readonly weights: Float64Array | undefined;
}

/** Adds the partners of one place to those of its row. */
type Count = (tree: RankSums, place: number, sign: number, isFirst: boolean) => void;

/**
 * One stratum by place, which is by exit and at one time the events first, because those censored then outlive them: ranks
 * of the scores, weights, exits, entries and events.
 */
interface Stratum {
  readonly size: number;
  readonly ranks: Int32Array;
  readonly weight: Float64Array;
  readonly exit: Int32Array;
  readonly entry: Int32Array;
  readonly event: Uint8Array;
  /** Places that enter late, by entry. */
  readonly byEntry: Int32Array;
}

/** Backward: partners that stay longer than one with the event. */
function countStaying(stratum: Stratum, count: Count): void {
  const { ranks, weight, exit, entry, event, byEntry, size } = stratum;
  const staying = new RankSums(size);
  let leaving = byEntry.length - 1;
  const add = (place: number, sign: number): void =>
    staying.add(ranks[place] ?? 0, sign * (weight[place] ?? 1));
  for (let end = exit.length; end > 0; ) {
    const time = exit[end - 1] ?? 0;
    let begin = end;
    let firstCensored = end;
    while (begin > 0 && exit[begin - 1] === time) {
      begin -= 1;
      if (event[begin] === 0) firstCensored = begin;
    }
    for (let at = firstCensored; at < end; at += 1) add(at, 1);
    for (; leaving >= 0 && (entry[byEntry[leaving] ?? 0] ?? 0) >= time; leaving -= 1)
      add(byEntry[leaving] ?? 0, -1);
    for (let at = begin; at < firstCensored; at += 1) count(staying, at, 1, true);
    for (let at = begin; at < firstCensored; at += 1) add(at, 1);
    end = begin;
  }
}

/** Forward: partners whose event came while the row was at risk. */
function countFailed(stratum: Stratum, count: Count): void {
  const { ranks, weight, exit, entry, event, byEntry, size } = stratum;
  const failed = new RankSums(size);
  let entering = 0;
  for (let begin = 0; begin < exit.length; ) {
    const time = exit[begin] ?? 0;
    for (; entering < byEntry.length && (entry[byEntry[entering] ?? 0] ?? 0) < time; entering += 1)
      count(failed, byEntry[entering] ?? 0, -1, false);
    let end = begin + 1;
    while (end < exit.length && exit[end] === time) end += 1;
    let at = begin;
    for (; at < end && event[at] === 1; at += 1) count(failed, at, 1, false);
    for (let own = begin; own < at; own += 1) {
      const place = own;
      failed.add(ranks[place] ?? 0, weight[place] ?? 1);
    }
    for (; at < end; at += 1) count(failed, at, 1, false);
    begin = end;
  }
}

/** Adds the partners of the rows of one stratum, which stand in the order of their places. */
function addStratum(
  { spans, event, score, weights }: Given,
  rows: Int32Array,
  byEntry: Int32Array,
  to: Partners,
): void {
  const { ranks, size } = ranksOf(score, rows);
  const stratum: Stratum = {
    size,
    ranks,
    weight: Float64Array.from(rows, (row) => weights?.[row] ?? 1),
    exit: rows.map((row) => spans.exitIndex[row] ?? 0),
    entry: rows.map((row) => spans.entryIndex[row] ?? -1),
    event: Uint8Array.from(rows, (row) => event[row] ?? 0),
    byEntry,
  };
  const count: Count = (tree, place, sign, isFirst) => {
    const row = rows[place] ?? 0;
    const rank = ranks[place] ?? 0;
    const below = tree.below(rank);
    const equal = tree.at(rank);
    const above = tree.total - below - equal;
    to.concordant[row] = (to.concordant[row] ?? 0) + sign * (isFirst ? below : above);
    to.discordant[row] = (to.discordant[row] ?? 0) + sign * (isFirst ? above : below);
    to.tied[row] = (to.tied[row] ?? 0) + sign * equal;
  };
  countStaying(stratum, count);
  countFailed(stratum, count);
}

/** Of each stratum the rows by exit, events first, and those that enter late by entry, as places among the former. */
function placesByStratum(
  { exitIndex, entryIndex, stratumOfRow, strata, distinct }: RiskSpans,
  event: Uint8Array,
): readonly { readonly rows: Int32Array; readonly byEntry: Int32Array }[] {
  const all = Int32Array.from(event.keys());
  const key = all.map((row) => 2 * (exitIndex[row] ?? 0) + (event[row] === 1 ? 0 : 1));
  const rows: number[][] = strata.map(() => []);
  const byEntry: number[][] = strata.map(() => []);
  const place = new Int32Array(all.length);
  for (const row of countingOrder(key, 2 * distinct.length, all)) {
    const own = rows[stratumOfRow[row] ?? 0];
    place[row] = own?.length ?? 0;
    own?.push(row);
  }
  const late = all.filter((row) => (entryIndex[row] ?? -1) >= 0);
  for (const row of countingOrder(entryIndex, distinct.length, late))
    byEntry[stratumOfRow[row] ?? 0]?.push(place[row] ?? 0);
  return strata.map((_, stratum) => ({
    rows: Int32Array.from(rows[stratum] ?? []),
    byEntry: Int32Array.from(byEntry[stratum] ?? []),
  }));
}

/** The concordance; null where no pair can be compared. */
export function concordanceOf(given: Given, clusters: Int32Array | undefined): Concordance | null {
  const { spans, event, weights } = given;
  const length = event.length;
  const partners: Partners = {
    concordant: new Float64Array(length),
    discordant: new Float64Array(length),
    tied: new Float64Array(length),
  };
  for (const { rows, byEntry } of placesByStratum(spans, event)) addStratum(given, rows, byEntry, partners);
  let [concordant, discordant, tiedScore] = [0, 0, 0];
  for (let row = 0; row < length; row += 1) {
    const half = (weights?.[row] ?? 1) / 2;
    concordant += half * (partners.concordant[row] ?? 0);
    discordant += half * (partners.discordant[row] ?? 0);
    tiedScore += half * (partners.tied[row] ?? 0);
  }
  const pairs = concordant + discordant + tiedScore;
  if (!(pairs > 0)) return null;
  const concordance = (concordant + tiedScore / 2) / pairs;
  const influence = new Float64Array(length);
  for (let row = 0; row < length; row += 1) {
    const all = (partners.concordant[row] ?? 0) + (partners.discordant[row] ?? 0) + (partners.tied[row] ?? 0);
    const own = (partners.concordant[row] ?? 0) + (partners.tied[row] ?? 0) / 2 - concordance * all;
    const at = clusters?.[row] ?? row;
    influence[at] = (influence[at] ?? 0) + ((weights?.[row] ?? 1) * own) / pairs;
  }
  const variance = influence.reduce((sum, each) => sum + each * each, 0);
  return { concordance, standardError: Math.sqrt(variance), concordant, discordant, tiedScore };
}
