/**
 * The one table that turns what a laboratory said about a marker, and what its assay could see, into truth.
 * A negative result excludes a marker only when the assay covers it and cannot miss it. Where the assay does not cover
 * the marker, repeating a failed one or waiting for a pending one would not help: the reason is that it does not cover it.
 */

/** What is recorded about a marker. Eight different facts; none of them is a synonym of another. */
export const markerStatuses = [
  'positive',
  'negative',
  'equivocal',
  'notTested',
  'pending',
  'failed',
  'notCovered',
  'assayCanMiss',
] as const;
export type MarkerStatus = (typeof markerStatuses)[number];

/** What the assay behind a result can say about this kind of marker. */
export const assayReaches = ['detects', 'canMiss', 'doesNotCover', 'unstated'] as const;
export type AssayReach = (typeof assayReaches)[number];

/** Why a criterion could not be decided. */
export type UnknownReason =
  | 'notRecorded'
  | 'notTested'
  | 'pending'
  | 'failedOrInsufficient'
  | 'notCovered'
  | 'assayCanMiss'
  | 'assayUnstated'
  | 'equivocal'
  | 'rangeSpansLimit'
  | 'unitUnknown'
  | 'dateUnknown'
  | 'stale'
  | 'conflicting'
  | 'ambiguous'
  | 'notModelled';

/** A truth and, when it is unknown, the reason. */
export type MarkerTruth =
  | { readonly truth: 'met' | 'unmet' }
  | { readonly truth: 'unknown'; readonly reason: UnknownReason };

const met: MarkerTruth = { truth: 'met' };
const unmet: MarkerTruth = { truth: 'unmet' };
const because = (reason: UnknownReason): MarkerTruth => ({ truth: 'unknown', reason });

/** Truth of "the marker is present" for every status and reach. */
export const markerTruthTable: Readonly<Record<MarkerStatus, Readonly<Record<AssayReach, MarkerTruth>>>> = {
  positive: {
    detects: met,
    canMiss: met,
    doesNotCover: because('conflicting'),
    unstated: met,
  },
  negative: {
    detects: unmet,
    canMiss: because('assayCanMiss'),
    doesNotCover: because('notCovered'),
    unstated: because('assayUnstated'),
  },
  equivocal: {
    detects: because('equivocal'),
    canMiss: because('equivocal'),
    doesNotCover: because('notCovered'),
    unstated: because('equivocal'),
  },
  notTested: {
    detects: because('notTested'),
    canMiss: because('notTested'),
    doesNotCover: because('notTested'),
    unstated: because('notTested'),
  },
  pending: {
    detects: because('pending'),
    canMiss: because('pending'),
    doesNotCover: because('notCovered'),
    unstated: because('pending'),
  },
  failed: {
    detects: because('failedOrInsufficient'),
    canMiss: because('failedOrInsufficient'),
    doesNotCover: because('notCovered'),
    unstated: because('failedOrInsufficient'),
  },
  notCovered: {
    detects: because('notCovered'),
    canMiss: because('notCovered'),
    doesNotCover: because('notCovered'),
    unstated: because('notCovered'),
  },
  assayCanMiss: {
    detects: because('assayCanMiss'),
    canMiss: because('assayCanMiss'),
    doesNotCover: because('notCovered'),
    unstated: because('assayCanMiss'),
  },
};

/** Whether a marker is present, from its status and the reach of its assay. */
export function markerTruth(status: MarkerStatus, reach: AssayReach): MarkerTruth {
  return markerTruthTable[status][reach];
}

/**
 * Several results on one marker: a positive and a decisive negative conflict; otherwise the decisive one counts;
 * otherwise the first reason of an unknown stands.
 */
export function combineMarkerTruths(truths: readonly MarkerTruth[]): MarkerTruth {
  const anyMet = truths.some((each) => each.truth === 'met');
  const anyUnmet = truths.some((each) => each.truth === 'unmet');
  if (anyMet && anyUnmet) return because('conflicting');
  if (anyMet) return met;
  if (anyUnmet) return unmet;
  return truths[0] ?? because('notRecorded');
}
