/**
 * What has to be asked of the data: a choice of lesions that RECIST does not allow, a sequence that cannot be, a term in the
 * wrong column. A query never changes a call; it says what stands against the record, and the record is mended by whoever
 * keeps it.
 */

/** The kinds of queries. */
export const queryCodes = [
  'tooManyTargets',
  'tooManyInOrgan',
  'organNotStated',
  'targetTooSmall',
  'nodeTooSmall',
  'irradiatedTarget',
  'cysticTarget',
  'boneTarget',
  'methodNotSuited',
  'baselineNotMeasured',
  'baselineTooEarly',
  'baselineAfterStart',
  'mergedIntoUnknown',
  'equivocalNotFollowed',
  'reappearedAfterComplete',
  'responseAfterComplete',
  'afterConfirmedProgression',
  'confirmedWithoutUnconfirmed',
  'confirmationWindow',
  'componentsDisagree',
  'termOutOfPlace',
  'originalDiffers',
  'printedDiffers',
] as const;
export type QueryCode = (typeof queryCodes)[number];

/** One query, with the lesion and the time point it is about. */
export interface DataQuery {
  readonly code: QueryCode;
  readonly sentence: string;
  readonly lesion?: string;
  readonly timePoint?: string;
}
