/** Why a criterion could not be decided, in words. */
import type { UnknownReason } from './marker-status.ts';

const texts: Readonly<Record<UnknownReason, string>> = {
  notRecorded: 'nothing recorded',
  notTested: 'not tested',
  pending: 'pending',
  failedOrInsufficient: 'failed or insufficient',
  notCovered: 'not covered by the assay',
  assayCanMiss: 'tested by an assay that can miss it',
  assayUnstated: 'reach of the assay not stated',
  equivocal: 'equivocal',
  rangeSpansLimit: 'value spans the limit',
  unitUnknown: 'unit or reference range missing',
  dateUnknown: 'date not known',
  stale: 'too old',
  conflicting: 'results conflict',
  ambiguous: 'ambiguous',
  notModelled: 'not modelled',
};

/**
 * The reason in words.
 *
 * @example unknownReasonText('rangeSpansLimit') // 'value spans the limit'
 */
export function unknownReasonText(reason: UnknownReason): string {
  return texts[reason];
}
