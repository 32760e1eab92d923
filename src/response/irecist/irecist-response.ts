/**
 * iRECIST (Seymour et al., Lancet Oncol 2017;18:e143): the words of its calls, and the overall response that its components
 * allow at one time point (table 2 there). Only for immunotherapy, beside RECIST 1.1 and never in its place.
 */

/** The response of target lesions. */
export const immuneTargetResponses = ['iCR', 'iPR', 'iSD', 'iUPD', 'iCPD', 'NE'] as const;
export type ImmuneTargetResponse = (typeof immuneTargetResponses)[number];

/** The response of non-target lesions. */
export const immuneNonTargetResponses = ['iCR', 'non-iCR/non-iUPD', 'iUPD', 'iCPD', 'NE'] as const;
export type ImmuneNonTargetResponse = (typeof immuneNonTargetResponses)[number];

/** The overall response. */
export const immuneOverallResponses = [
  'iCR',
  'iPR',
  'iSD',
  'non-iCR/non-iUPD',
  'iUPD',
  'iCPD',
  'NE',
] as const;
export type ImmuneOverallResponse = (typeof immuneOverallResponses)[number];

/** The printed components of one time point. Absent: the patient had no such lesions at baseline. */
export interface ImmuneComponents {
  readonly target?: ImmuneTargetResponse;
  readonly nonTarget?: ImmuneNonTargetResponse;
  /** `persisting`: none that was not known at the time point before. */
  readonly newLesions: 'yes' | 'persisting' | 'no' | 'equivocal' | 'unknown';
}

function withoutProgression({ target, nonTarget }: ImmuneComponents): readonly ImmuneOverallResponse[] {
  if (target === undefined) {
    if (nonTarget === 'iCR' || nonTarget === 'non-iCR/non-iUPD') return [nonTarget];
    return nonTarget === undefined ? [] : ['NE'];
  }
  switch (target) {
    case 'iCR':
      return nonTarget === undefined || nonTarget === 'iCR' ? ['iCR'] : ['iPR'];
    case 'iPR':
    case 'iSD':
      return [target];
    default:
      return ['NE'];
  }
}

/**
 * The overall responses that the components allow; a printed one that is not among them is asked about. Where a category
 * progresses, iUPD always is; iCPD only where progression was there before (`isPending`) or the component itself is iCPD.
 */
export function overallFromComponents(
  components: ImmuneComponents,
  isPending: boolean,
): readonly ImmuneOverallResponse[] {
  const { target, nonTarget, newLesions } = components;
  if (target === 'iCPD' || nonTarget === 'iCPD') return ['iCPD'];
  const progresses = target === 'iUPD' || nonTarget === 'iUPD' || newLesions === 'yes';
  if (progresses) return isPending ? ['iUPD', 'iCPD'] : ['iUPD'];
  const rest = withoutProgression(components);
  // New lesions that stay as they are keep iUPD unless the baseline lesions shrink (table 2 and figure 2 there).
  if (newLesions === 'persisting') return ['iUPD', ...rest.filter((response) => response !== 'iCR')];
  return newLesions === 'unknown' ? ['NE', ...rest] : rest;
}
