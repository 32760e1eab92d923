/**
 * Calls of several callers on one sample, gathered into events: the same two genes in the same order, joined at the same
 * place. Callers place a junction to the base where reads split over it, and within an insert length where only read
 * pairs span it, so that a call without split reads joins the nearest event of its genes. The reciprocal product (same
 * genes, other order) is an event of its own that names its counterpart.
 */
import type { CalledSide } from './fusion-call.ts';
import type { JudgedCall } from './judge-call.ts';

/** How far breakpoints of one event may lie apart, in bases. */
export interface MergeTolerance {
  readonly withSplitReads: number;
  readonly withoutSplitReads: number;
}

/** Ten bases allow for repeats at the junction; a kilobase for the length of a fragment and an intron between reads. */
export const usualTolerance: MergeTolerance = { withSplitReads: 10, withoutSplitReads: 1000 };

/** The calls of one caller on the sample. */
export interface CallerResult {
  /** As the user names it: `Arriba`, `STAR-Fusion`, the file. */
  readonly caller: string;
  readonly calls: readonly JudgedCall[];
}

/** One call with its caller. */
export interface CallerVote {
  readonly caller: string;
  readonly judged: JudgedCall;
}

/** One event with every call of it. */
export interface MergedFusion {
  /** Number in the list, from 1. */
  readonly id: number;
  readonly five: string;
  readonly three: string;
  readonly votes: readonly CallerVote[];
  /** Callers that found it, each once. */
  readonly callers: readonly string[];
  /** The call with the verdict that is shown: the first with a verdict of ours, else the best supported. */
  readonly best: JudgedCall;
  /** Events of the same genes in the other order. */
  readonly reciprocal: readonly number[];
  /** Other junctions of the same genes in the same order. */
  readonly otherJunctions: readonly number[];
  /** Callers' frames, and ours, that do not agree. */
  readonly hasConflict: boolean;
}

const readsOf = ({ call: { support } }: JudgedCall): number =>
  (support.splitReads ?? 0) + (support.spanningPairs ?? 0) + (support.longReads ?? 0);

/** Placed to the base: reads split over the junction, or the file does not count them. */
function isExact({ call: { support } }: JudgedCall): boolean {
  return support.splitReads !== 0 || (support.longReads ?? 0) > 0;
}

const bare = (chromosome: string): string => chromosome.replace(/^chr/i, '').toUpperCase();

/** Bases between two places of one side; undefined where one is not given, infinite between chromosomes. */
function distance(a: CalledSide, b: CalledSide): number | undefined {
  if (a.breakpoint === undefined || b.breakpoint === undefined) return undefined;
  if (bare(a.breakpoint.chromosome) !== bare(b.breakpoint.chromosome)) return Number.POSITIVE_INFINITY;
  return Math.abs(a.breakpoint.position - b.breakpoint.position);
}

function isSamePlace(a: JudgedCall, b: JudgedCall, tolerance: MergeTolerance): boolean {
  const most = isExact(a) && isExact(b) ? tolerance.withSplitReads : tolerance.withoutSplitReads;
  const five = distance(a.call.five, b.call.five);
  const three = distance(a.call.three, b.call.three);
  if (five === undefined || three === undefined) return true;
  return five <= most && three <= most;
}

/** Both genes by symbol; or one of them where the other has two names for one place, exactly the same base. */
function isSameGenes(a: JudgedCall, b: JudgedCall): boolean {
  const five = a.call.five.gene === b.call.five.gene;
  const three = a.call.three.gene === b.call.three.gene;
  if (five && three) return true;
  if (!five && !three) return false;
  return distance(a.call.five, b.call.five) === 0 && distance(a.call.three, b.call.three) === 0;
}

/** Under which an event is looked for: its genes, and its place to the base. */
function keysOf({ call: { five, three } }: JudgedCall): readonly string[] {
  const place = [five, three].map(({ breakpoint }) =>
    breakpoint === undefined ? undefined : `${bare(breakpoint.chromosome)}:${breakpoint.position}`,
  );
  const genes = `${five.gene} ${three.gene}`;
  return place.includes(undefined) ? [genes] : [genes, place.join(' ')];
}

interface Event {
  readonly votes: CallerVote[];
}

function gather(results: readonly CallerResult[], tolerance: MergeTolerance): readonly Event[] {
  const votes = results.flatMap(({ caller, calls }) =>
    calls.filter(({ call }) => call.alteration !== undefined).map((judged) => ({ caller, judged })),
  );
  // Exact calls make the events; the others join them.
  const order = votes.toSorted(
    (a, b) => Number(isExact(b.judged)) - Number(isExact(a.judged)) || readsOf(b.judged) - readsOf(a.judged),
  );
  const events: Event[] = [];
  const byKey = new Map<string, Event[]>();
  for (const vote of order) {
    const keys = keysOf(vote.judged);
    const near = keys.flatMap((key) => byKey.get(key) ?? []);
    const same = near.find(({ votes: [first] }) => {
      return (
        first !== undefined &&
        isSameGenes(first.judged, vote.judged) &&
        isSamePlace(first.judged, vote.judged, tolerance)
      );
    });
    if (same !== undefined) {
      same.votes.push(vote);
      continue;
    }
    const event = { votes: [vote] };
    events.push(event);
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), event]);
  }
  return events;
}

function bestOf(votes: readonly CallerVote[]): JudgedCall | undefined {
  const known = votes.find(({ judged }) => judged.readings.kind === 'known');
  return (known ?? votes[0])?.judged;
}

function hasConflict(votes: readonly CallerVote[]): boolean {
  const claimed = new Set(
    votes.map(({ judged }) => judged.call.claims.frame?.frame).filter((frame) => frame !== undefined),
  );
  return claimed.size > 1 || votes.some(({ judged }) => judged.frame === 'conflict');
}

/** The events of one sample, those with more callers and more reads first. */
export function mergeCalls(
  results: readonly CallerResult[],
  tolerance: MergeTolerance = usualTolerance,
): readonly MergedFusion[] {
  const events = gather(results, tolerance)
    .flatMap(({ votes }) => {
      const best = bestOf(votes);
      const callers = [...new Set(votes.map(({ caller }) => caller))];
      const reads = votes.reduce((sum, { judged }) => sum + readsOf(judged), 0);
      return best === undefined ? [] : [{ votes, best, callers, reads }];
    })
    .toSorted((a, b) => b.callers.length - a.callers.length || b.reads - a.reads);
  const named = events.map((event, index) => ({
    ...event,
    id: index + 1,
    five: event.best.call.five.gene ?? '?',
    three: event.best.call.three.gene ?? '?',
  }));
  return named.map(({ id, five, three, votes, callers, best }) => ({
    id,
    five,
    three,
    votes,
    callers,
    best,
    reciprocal: named
      .filter((other) => other.five === three && other.three === five)
      .map((other) => other.id),
    otherJunctions: named
      .filter((other) => other.id !== id && other.five === five && other.three === three)
      .map((other) => other.id),
    hasConflict: hasConflict(votes),
  }));
}
