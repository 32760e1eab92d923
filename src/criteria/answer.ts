/** The answer to a criterion: a truth with its reasons, down to the datum that decided it. */
import type { Resolution } from '../alteration/index.ts';
import type { Place } from '../case/index.ts';
import type { Truth, UnknownReason } from '../truth/index.ts';

/** The fact of the record that an answer rests on. */
export interface Datum {
  /** What the record says, in words. */
  readonly text: string;
  /** Its date as printed. */
  readonly date?: string;
  readonly place?: Place;
}

interface Answered {
  readonly data: readonly Datum[];
  /** For molecular questions: how exactly the nearest finding fits. */
  readonly resolution?: Resolution;
}

/** What a leaf says of a patient. */
export type LeafAnswer =
  | (Answered & { readonly truth: 'met' | 'unmet' })
  | (Answered & {
      readonly truth: 'unknown';
      readonly reason: UnknownReason;
      /** What would settle it: a test to do, a document to look up. */
      readonly settledBy: string;
    });

/** A criterion evaluated on one patient. */
export interface Explanation {
  readonly truth: Truth;
  /** The criterion as a sentence. */
  readonly text: string;
  readonly parts: readonly Explanation[];
  /** Present on `not`: the part counts the other way round. */
  readonly negates?: true;
  /** Present on leaves. */
  readonly leaf?: { readonly key: string; readonly topic: string; readonly answer: LeafAnswer };
}

/** The criterion holds, by this datum. */
export const isMet = (...data: readonly Datum[]): LeafAnswer => ({ truth: 'met', data });
/** The criterion does not hold, by this datum. */
export const isUnmet = (...data: readonly Datum[]): LeafAnswer => ({ truth: 'unmet', data });
/** The criterion cannot be decided. */
export const isUnknown = (
  reason: UnknownReason,
  settledBy: string,
  ...data: readonly Datum[]
): LeafAnswer => ({
  truth: 'unknown',
  reason,
  settledBy,
  data,
});

/** A truth with its datum; an unknown takes the reason and the way to settle it. */
export function answer(
  truth: Truth,
  data: readonly Datum[],
  otherwise: { readonly reason: UnknownReason; readonly settledBy: string },
): LeafAnswer {
  return truth === 'unknown' ? { truth, ...otherwise, data } : { truth, data };
}

/** The leaves of an explanation, left to right. */
export function leavesOf(explanation: Explanation): readonly Explanation[] {
  return explanation.leaf === undefined ? explanation.parts.flatMap(leavesOf) : [explanation];
}

/** The leaves that are unknown and would have to be settled to decide the whole. */
export function openLeaves(explanation: Explanation): readonly Explanation[] {
  if (explanation.truth !== 'unknown') return [];
  return explanation.leaf === undefined ? explanation.parts.flatMap(openLeaves) : [explanation];
}

/** An open fact, and which answer to it would bring the whole nearer to being met. */
export interface OpenFact {
  readonly leaf: Explanation;
  readonly wanted: 'met' | 'unmet';
}

/** The open leaves with the answer that is wanted of each: under `not` it is the other one. */
export function openFacts(explanation: Explanation, wanted: OpenFact['wanted'] = 'met'): readonly OpenFact[] {
  if (explanation.truth !== 'unknown') return [];
  if (explanation.leaf !== undefined) return [{ leaf: explanation, wanted }];
  const other = wanted === 'met' ? 'unmet' : 'met';
  return explanation.parts.flatMap((part) => openFacts(part, explanation.negates === true ? other : wanted));
}
